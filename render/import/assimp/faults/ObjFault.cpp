// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/faults/FileFault.h"
#include "render/import/assimp/faults/Lines.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace vitrine::render {
namespace {

using namespace faults;

/// What corners count: positions, texture coordinates, normals.
constexpr std::array<std::string_view, 3> kCounted = {"v", "vt", "vn"};
constexpr std::array<std::string_view, 3> kNames = {"vertex", "texture coordinate", "normal"};
using Counts = std::array<std::int64_t, 3>;

/// Of one corner: "7", "7/2", "7//3", "-1/-1/-1".
std::string cornerFault(std::string_view corner, const Counts &soFar, const Counts &all)
{
    for (std::size_t part = 0; part < 3; ++part) {
        const std::size_t end = std::min(corner.find('/'), corner.size());
        const std::string_view word = corner.substr(0, end);
        std::int64_t index = 0;
        if (!word.empty() || part == 0) {
            if (!readWhole(word, index) || index == 0)
                return quoted(word) + " is no number of a " + std::string(kNames[part]);
            if (index > all[part] || -index > soFar[part])
                return std::string(kNames[part]) + " " + std::to_string(index) + ", there are " +
                       std::to_string(index > 0 ? all[part] : soFar[part]);
        }
        if (end == corner.size())
            return {};
        corner.remove_prefix(end + 1);
    }
    return quoted(corner) + " after a corner";
}

/// "nan" and "inf" are numbers, and so is what is too large for one, but none of them is a place.
bool isPlace(std::string_view word) { return std::isfinite(std::strtof(std::string(word).c_str(), nullptr)); }

std::string lineFault(std::string_view kind, std::string_view rest, const Counts &soFar, const Counts &all)
{
    if (kind == "f") {
        std::size_t corners = 0;
        for (std::string_view corner = takeWord(rest); !corner.empty(); corner = takeWord(rest), ++corners)
            if (std::string fault = cornerFault(corner, soFar, all); !fault.empty())
                return fault;
        return corners < 3 ? "a face of " + std::to_string(corners) + " corners" : std::string();
    }
    const std::size_t needed = kind == "vt" ? 1 : 3;
    for (std::size_t i = 0; i < needed; ++i)
        if (const std::string_view word = takeWord(rest); !isNumber(word) || (kind == "v" && !isPlace(word)))
            return word.empty() ? "only " + std::to_string(i) + " numbers of " + std::to_string(needed)
                                : quoted(word) + " is no number";
    return {};
}

template <typename Visit>
void eachLine(std::string_view text, const Visit &visit)
{
    std::size_t number = 1;
    bool isContinued = false;
    for (std::string_view rest = text; !rest.empty(); ++number) {
        std::string_view line = takeLine(rest);
        const bool goesOn = line.ends_with('\\') && !line.contains('#'); // A comment goes on nowhere.
        const std::string_view kind = takeWord(line);
        if (!goesOn && !isContinued && !visit(kind, line, number))
            return;
        if (goesOn && !isContinued && std::ranges::contains(kCounted, kind)) // It counts, whatever stands in it.
            (void)visit(kind, std::string_view("0 0 0"), number);
        isContinued = goesOn;
    }
}

void count(std::string_view kind, Counts &counts)
{
    for (std::size_t i = 0; i < kCounted.size(); ++i)
        counts[i] += kind == kCounted[i] ? 1 : 0;
}

} // namespace

std::optional<FileFault> objFault(std::string_view text)
{
    Counts all{};
    eachLine(text, [&](std::string_view kind, std::string_view, std::size_t) {
        count(kind, all);
        return true;
    });
    Counts soFar{};
    std::optional<FileFault> found;
    eachLine(text, [&](std::string_view kind, std::string_view rest, std::size_t number) {
        count(kind, soFar);
        if (kind == "f" || std::ranges::contains(kCounted, kind))
            if (std::string fault = lineFault(kind, rest.substr(0, rest.find('#')), soFar, all); !fault.empty())
                found = FileFault{std::move(fault), line(number)};
        return !found;
    });
    return found;
}

} // namespace vitrine::render
