// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/left_behind.h"

#include "app/cli/output.h"

namespace goldpan::cli {

void printLeftBehind(std::ostream& out, const std::vector<std::string>& paths) {
    for (const auto& path : paths) {
        out << "note: " << plainText(path)
            << " is of the batch that was replaced and could not be removed; take it away by hand\n";
    }
}

} // namespace goldpan::cli
