// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/keep_option.h"

#include <CLI/CLI.hpp>

namespace goldpan::cli {

void addKeep(CLI::App& verb, sampling::KeepRule& keep, KeepChoice choice) {
    const bool hasReservoir = choice == KeepChoice::any;
    verb.add_option_function<std::string>(
            "--keep",
            [&keep, hasReservoir](const std::string& text) {
                const auto rule = sampling::keepRuleFromText(text);
                if (!rule || (!hasReservoir && rule->kind == sampling::KeepRule::Kind::reservoir)) {
                    throw CLI::ValidationError("--keep", hasReservoir ? "takes all, budget or reservoir=N"
                                                                      : "takes all or budget");
                }
                keep = *rule;
            },
            std::string("Which healthy rows to keep: all; budget: the share sample_rate of the policy") +
                (hasReservoir ? "; reservoir=N: N of each hour" : "") +
                ". Rows of low confidence, flagged ones and those in a drift window are always kept")
        ->type_name(hasReservoir ? "all|budget|reservoir=N" : "all|budget");
}

} // namespace goldpan::cli
