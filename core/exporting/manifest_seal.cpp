// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/manifest_seal.h"

#include "core/base/sha256.h"

namespace goldpan::exporting {
namespace {

constexpr std::string_view kEnd = "\n}\n";
constexpr std::string_view kKey = ",\n  \"manifest_sha256\": \"";

} // namespace

std::string sealed(std::string manifest) {
    if (manifest.ends_with(kEnd)) {
        manifest.resize(manifest.size() - kEnd.size());
    }
    const std::string hash = sha256Hex(manifest);
    return manifest.append(kKey).append(hash).append("\"").append(kEnd);
}

Seal sealOf(std::string_view manifest) {
    const auto at = manifest.rfind(kKey);
    if (at == std::string_view::npos) {
        // Written in another way by whatever changed it, it would still name the key.
        return manifest.find("\"manifest_sha256\"") == std::string_view::npos ? Seal::missing : Seal::broken;
    }
    const std::string_view above = manifest.substr(0, at);
    const std::string expected = sha256Hex(above) + "\"" + std::string(kEnd);
    return manifest.substr(at + kKey.size()) == expected ? Seal::whole : Seal::broken;
}

} // namespace goldpan::exporting
