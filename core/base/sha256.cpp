// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace goldpan {
namespace {

std::string toHex(const unsigned char* bytes, std::size_t count) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    out.reserve(count * 2);
    for (std::size_t i = 0; i < count; ++i) {
        out.push_back(kDigits[bytes[i] >> 4]);
        out.push_back(kDigits[bytes[i] & 15]);
    }
    return out;
}

struct Context {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    Context() = default;
    ~Context() { EVP_MD_CTX_free(context); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
};

} // namespace

struct Sha256::State : Context {};

Sha256::Sha256()
    : m_state(std::make_unique<State>()) {
    EVP_DigestInit_ex(m_state->context, EVP_sha256(), nullptr);
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) {
    EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size());
}

std::string Sha256::finishHex() {
    Sha256Digest digest{};
    EVP_DigestFinal_ex(m_state->context, digest.data(), nullptr);
    return toHex(digest.data(), digest.size());
}

Sha256Digest sha256(std::string_view bytes) {
    // Once or twice a row of an import, on all threads: the one-shot call would look the algorithm up each
    // time, under a lock, and make a context.
    static EVP_MD* const kAlgorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    thread_local const Context kept;
    Sha256Digest digest{};
    EVP_DigestInit_ex(kept.context, kAlgorithm, nullptr);
    EVP_DigestUpdate(kept.context, bytes.data(), bytes.size());
    EVP_DigestFinal_ex(kept.context, digest.data(), nullptr);
    return digest;
}

std::string sha256Hex(std::string_view bytes) {
    const auto digest = sha256(bytes);
    return toHex(digest.data(), digest.size());
}

std::string hmacSha256Hex(std::string_view key, std::string_view bytes) {
    Sha256Digest digest{};
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data(), nullptr);
    return toHex(digest.data(), digest.size());
}

std::uint64_t stableHash64(std::string_view bytes) {
    const auto digest = sha256(bytes);
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        value = (value << 8) | digest[i];
    }
    return value;
}

} // namespace goldpan
