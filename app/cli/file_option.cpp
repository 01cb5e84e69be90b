// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/file_option.h"

#include <CLI/CLI.hpp>

namespace goldpan::cli {

void addFileOption(CLI::App& verb, const std::string& name, std::string& path,
                   const std::string& description) {
    verb.add_option(name, path, description)
        ->type_name("FILE")
        ->check(CLI::Validator(
            [](const std::string& given) {
                return given.empty() ? std::string("a file is to be named") : std::string();
            },
            ""));
}

} // namespace goldpan::cli
