// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/ErrorWords.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vitrine::http {

/// Part of a file as a body, sent without going through memory.
struct FilePart {
    std::string path{};
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

/// What a request is answered with, apart from any HTTP library.
struct HttpReply {
    int status = 200;
    std::string contentType{"application/json"};
    std::string body{};
    std::optional<FilePart> file{};
    /// Lower-case names.
    std::vector<std::pair<std::string, std::string>> headers{};
};

/// An error as application/problem+json (RFC 9457): type, title, status, code, detail, where. `status` replaces that of
/// the code where HTTP has a nearer one (405, 415, 416, 426, 431). The title is the sentence for users.
[[nodiscard]] HttpReply problem(const core::Error &error, core::Language language = core::Language::En, int status = 0);

} // namespace vitrine::http
