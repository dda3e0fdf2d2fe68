// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace vitrine::platform {

/// A SHA-256 of bytes that come in pieces.
class Sha256
{
public:
    Sha256();
    void add(std::string_view bytes);
    /// Lower-case hexadecimal. Nothing can be added afterwards.
    [[nodiscard]] std::string hex();

private:
    std::unique_ptr<evp_md_ctx_st, void (*)(evp_md_ctx_st *)> m_context;
};

/// Lower-case hexadecimal SHA-256.
[[nodiscard]] std::string sha256Hex(std::string_view bytes);

} // namespace vitrine::platform
