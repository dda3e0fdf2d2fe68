// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/sandbox/BrokeredFiles.h"

#include "render/import/sandbox/Channel.h"
#include "render/package/MappedFile.h"

#include <unistd.h>

namespace vitrine::render::sandbox {

core::Result<Blob> BrokeredFiles::open(const std::string &relativePath)
{
    Message request;
    request.kind = MessageKind::OpenFile;
    request.path = relativePath;
    VITRINE_CHECK(send(m_socket, request));
    VITRINE_TRY(Message answer, receive(m_socket));
    if (answer.kind == MessageKind::Failed)
        return std::unexpected(std::move(answer.error));
    if (answer.kind != MessageKind::File || answer.descriptor < 0)
        return core::fail(core::ErrorCode::Internal, "no file came", relativePath);
    auto file = MappedFile::fromDescriptor(answer.descriptor);
    close(answer.descriptor);
    if (!file) {
        file.error().where = relativePath;
        return core::passOn(file);
    }
    auto owner = std::make_shared<MappedFile>(std::move(*file));
    const auto bytes = owner->bytes();
    return Blob{std::move(owner), bytes};
}

} // namespace vitrine::render::sandbox
