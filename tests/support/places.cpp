// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/places.h"

#include <filesystem>

namespace goldpan::test {

std::string sourceFile(std::string_view name) {
    std::string path = GOLDPAN_SOURCE_DIR;
    if (!name.empty()) {
        path.append("/").append(name);
    }
    return path;
}

std::string sharedData() {
    const auto folder = std::filesystem::path(sourceFile()).parent_path() / "shared" / "data";
    return std::filesystem::exists(folder) ? folder.string() : std::string();
}

} // namespace goldpan::test
