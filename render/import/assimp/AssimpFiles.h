// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ModelFiles.h"

#include <assimp/IOSystem.hpp>

namespace vitrine::render {

/// Assimp's file access, led through ModelFiles: it sees the model's folder and nothing else, and cannot write.
class AssimpFiles final : public Assimp::IOSystem
{
public:
    AssimpFiles(ModelFiles &files, std::string name, Blob file)
        : m_files(files)
        , m_name(std::move(name))
        , m_file(std::move(file))
    {
    }

    bool Exists(const char *path) const override;
    char getOsSeparator() const override { return '/'; }
    Assimp::IOStream *Open(const char *path, const char *mode) override;
    void Close(Assimp::IOStream *stream) override;

private:
    core::Result<Blob> read(const char *path) const;

    ModelFiles &m_files;
    std::string m_name;
    Blob m_file;
};

} // namespace vitrine::render
