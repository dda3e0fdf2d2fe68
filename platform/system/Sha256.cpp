// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/system/Sha256.h"

#include "core/values/Contract.h"
#include "core/values/Hex.h"

#include <openssl/evp.h>

#include <array>
#include <span>

namespace vitrine::platform {

// By OpenSSL, which uses the processor's own instructions: a shop's models are a gigabyte to hash at its seeding.
Sha256::Sha256()
    : m_context(EVP_MD_CTX_new(), EVP_MD_CTX_free)
{
    const int isReady = EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr);
    VITRINE_EXPECT(isReady == 1);
}

void Sha256::add(std::string_view bytes) { EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()); }

std::string Sha256::hex()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned length = 0;
    EVP_DigestFinal_ex(m_context.get(), hash.data(), &length);
    std::string hex;
    for (const unsigned char byte : std::span(hash).first(length))
        hex.append({core::kHexDigits[byte >> 4U], core::kHexDigits[byte & 15U]});
    return hex;
}

std::string sha256Hex(std::string_view bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.hex();
}

} // namespace vitrine::platform
