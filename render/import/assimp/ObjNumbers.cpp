// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/ObjNumbers.h"

#include <algorithm>

namespace vitrine::render {
namespace {

bool isBlank(char c) { return c == ' ' || c == '\t'; }

bool isDigit(char c) { return c >= '0' && c <= '9'; }

} // namespace

Blob withLeadingZeros(const Blob &file)
{
    const std::string_view text = file.text();
    std::vector<std::byte> written;
    std::size_t copied = 0;
    const auto copyUpTo = [&](std::size_t end) {
        written.insert(written.end(), file.bytes.begin() + static_cast<std::ptrdiff_t>(copied),
                       file.bytes.begin() + static_cast<std::ptrdiff_t>(end));
        copied = end;
    };
    std::size_t end = 0;
    for (std::size_t start = 0; start < text.size(); start = end + 1) {
        end = std::min(text.find('\n', start), text.size());
        if (text[start] != 'v') // Only v, vt, vn and vp have coordinates.
            continue;
        for (std::size_t at = start + 1; at + 1 < end; ++at)
            if (text[at] == '.' && isBlank(text[at - 1]) && isDigit(text[at + 1])) {
                copyUpTo(at);
                written.push_back(std::byte{'0'});
            }
    }
    if (copied == 0)
        return file;
    copyUpTo(text.size());
    return Blob::of(std::move(written));
}

} // namespace vitrine::render
