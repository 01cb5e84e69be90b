// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/cli_manual.h"

#include "app/cli/command_line.h"
#include "app/cli/verb_table.h"
#include "app/manual/man_page.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace goldpan::manual {
namespace {

/// Of a verb and of its option groups, in the order in which the help has them.
std::vector<const CLI::Option*> optionsOf(const CLI::App& verb) {
    std::vector<const CLI::Option*> out;
    for (const auto* option : verb.get_options([](const CLI::Option*) { return true; })) {
        out.push_back(option);
    }
    for (const auto* group : verb.get_subcommands([](const CLI::App*) { return true; })) {
        const auto more = optionsOf(*group);
        out.insert(out.end(), more.begin(), more.end());
    }
    return out;
}

bool isRepeatable(const CLI::Option& option) {
    return option.get_items_expected_max() > 1;
}

/// What stands for the value of an option: "F", "TS", or the choices "a|b"; "" for a switch.
std::string valueName(const CLI::Option& option) {
    if (option.get_items_expected_max() == 0) {
        return {};
    }
    const auto type = option.get_type_name(); // "NAME", "NAME:check" or ":{a,b}"
    const auto colon = type.find(':');
    if (colon != 0) {
        return type.substr(0, colon);
    }
    auto choices = type.substr(2, type.size() - 3);
    std::ranges::replace(choices, ',', '|');
    return choices;
}

/// "STORE", "LOG...", "[ID...]"
std::string argumentWord(const CLI::Option& argument) {
    const auto word = argument.get_name(true) + (isRepeatable(argument) ? "..." : "");
    return argument.get_required() ? word : "[" + word + "]";
}

/// "--filter F", "-h, --help"
std::string optionWord(const CLI::Option& option) {
    auto word = option.get_name(false, true);
    for (std::size_t at = 0; (at = word.find(',', at)) != std::string::npos; at += 2) {
        word.insert(at + 1, " ");
    }
    const auto value = valueName(option);
    return value.empty() ? word : word + " " + value;
}

void describe(ManPage& page, const CLI::App& verb) {
    const auto options = optionsOf(verb);
    std::string line = "goldpan-cli " + verb.get_name();
    for (const auto* option : options) {
        if (option->get_positional()) {
            line += " " + argumentWord(*option);
        }
    }
    page.subsection(verb.get_name()).usage(line + " [OPTION]...").paragraph(verb.get_description() + ".");
    for (const auto* option : options) {
        if (option->get_positional()) {
            page.item(option->get_name(true), option->get_description());
        }
    }
    for (const auto* option : options) {
        if (!option->get_positional() && option->get_name() != "--help" && option->get_name() != "--json") {
            page.item(optionWord(*option), option->get_description());
        }
    }
}

} // namespace

std::string cliManual() {
    CLI::App root;
    cli::VerbTable verbs(root);
    cli::describeCommandLine(root, verbs);
    ManPage page("goldpan-cli", root.get_description());
    page.section("Synopsis").usage("goldpan-cli VERB [ARGUMENT]... [OPTION]...");
    page.section("Description")
        .paragraph(
            "Every step of the loop without a screen: read a log into a store, tag its rows, write gold "
            "corrections, export training files. A store is one .goldpan file. Results go to standard "
            "output, progress and messages to standard error.")
        .paragraph("Every verb takes -h, which explains it, and --json, which gives output and errors for "
                   "programs.");
    page.section("Verbs");
    for (const auto* verb : root.get_subcommands([](const CLI::App*) { return true; })) {
        describe(page, *verb);
    }
    page.section("Exit status")
        .item("0", "Done.")
        .item("1", "Failed; nothing is half done.")
        .item("2", "Wrong usage.")
        .item("3", "The answer is no.");
    page.section("See also").paragraph("goldpan(1)");
    return page.text();
}

} // namespace goldpan::manual
