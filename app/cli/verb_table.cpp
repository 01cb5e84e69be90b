// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_table.h"

#include <CLI/CLI.hpp>

#include <utility>

namespace goldpan::cli {

CLI::App& VerbTable::add(const std::string& name, const std::string& description, bool& json, Action action) {
    auto* verb = m_root.add_subcommand(name, description);
    verb->add_flag("--json", json, "Machine-readable results and errors");
    verb->callback([this, &json, action = std::move(action)] {
        m_chosen = action;
        m_chosenJson = json;
    });
    return *verb;
}

} // namespace goldpan::cli
