// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ModelFiles.h"

namespace vitrine::render::sandbox {

/// The model's files as seen from inside of the sandbox: each is asked for over the channel (Channel.h).
class BrokeredFiles final : public ModelFiles
{
public:
    /// The socket stays the caller's.
    explicit BrokeredFiles(int socket)
        : m_socket(socket)
    {
    }

protected:
    core::Result<Blob> open(const std::string &relativePath) override;

private:
    int m_socket;
};

} // namespace vitrine::render::sandbox
