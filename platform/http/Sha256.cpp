// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/Sha256.h"

#include "core/values/Contract.h"

#include <openssl/evp.h>
#include <sodium.h>

#include <array>

namespace vitrine::http {

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
    std::string hex(std::size_t{length} * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), length);
    hex.pop_back();
    return hex;
}

std::string sha256Hex(std::string_view bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.hex();
}

} // namespace vitrine::http
