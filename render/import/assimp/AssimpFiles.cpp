// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/AssimpFiles.h"

#include <assimp/IOStream.hpp>

#include <algorithm>
#include <cstring>

namespace vitrine::render {
namespace {

class BlobStream final : public Assimp::IOStream
{
public:
    explicit BlobStream(Blob blob)
        : m_blob(std::move(blob))
    {
    }

    std::size_t Read(void *into, std::size_t size, std::size_t count) override
    {
        if (size == 0)
            return 0;
        const std::size_t whole = std::min(count, (m_blob.bytes.size() - m_position) / size);
        if (whole == 0) // An empty file has no address to copy from.
            return 0;
        std::memcpy(into, m_blob.bytes.data() + m_position, whole * size);
        m_position += whole * size;
        return whole;
    }
    std::size_t Write(const void *, std::size_t, std::size_t) override { return 0; }
    aiReturn Seek(std::size_t offset, aiOrigin origin) override
    {
        const std::size_t size = m_blob.bytes.size();
        const std::size_t base = origin == aiOrigin_CUR ? m_position : origin == aiOrigin_END ? size : 0;
        if (offset > size - std::min(base, size))
            return aiReturn_FAILURE;
        m_position = base + offset;
        return aiReturn_SUCCESS;
    }
    std::size_t Tell() const override { return m_position; }
    std::size_t FileSize() const override { return m_blob.bytes.size(); }
    void Flush() override {}

private:
    Blob m_blob;
    std::size_t m_position = 0;
};

} // namespace

core::Result<Blob> AssimpFiles::read(const char *path) const
{
    // Assimp hands the rest of the line on as it stands.
    std::string written(path);
    std::ranges::replace(written, '\\', '/');
    std::string_view relative(written);
    while (relative.ends_with(' ') || relative.ends_with('\t') || relative.ends_with('\r'))
        relative.remove_suffix(1);
    while (relative.starts_with("./"))
        relative.remove_prefix(2);
    if (relative == m_name)
        return m_file;
    return m_files.read(relative);
}

bool AssimpFiles::Exists(const char *path) const { return read(path).has_value(); }

Assimp::IOStream *AssimpFiles::Open(const char *path, const char *mode)
{
    if (std::strpbrk(mode, "wa+") != nullptr)
        return nullptr;
    auto blob = read(path);
    return blob ? new BlobStream(std::move(*blob)) : nullptr; // Assimp's interface: Close() deletes it.
}

void AssimpFiles::Close(Assimp::IOStream *stream) { delete stream; }

} // namespace vitrine::render
