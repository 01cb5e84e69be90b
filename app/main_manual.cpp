// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the manual pages: make_manual FOLDER. Part of the build, not installed.
#include "app/manual/cli_manual.h"
#include "app/manual/window_manual.h"
#include "core/base/files.h"

#include <filesystem>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: make_manual FOLDER\n";
        return 2;
    }
    const std::filesystem::path folder(argv[1]);
    for (const auto& [name, text] : {std::pair(std::string("goldpan-cli.1"), goldpan::manual::cliManual()),
                                     std::pair(std::string("goldpan.1"), goldpan::manual::windowManual())}) {
        if (const auto done = goldpan::writeFileAtomically((folder / name).string(), text); !done) {
            std::cerr << "make_manual: " << done.error().message << '\n';
            return 1;
        }
    }
    return 0;
}
