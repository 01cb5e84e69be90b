// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_cli.h"

#include "app/cli/command_line.h"
#include "app/cli/output.h"
#include "app/cli/verb_table.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <exception>
#include <ostream>
#include <utility>

namespace goldpan::cli {
namespace {

/// Looked for by hand, so that a line that does not parse still gets its error in the asked form.
bool asksForJson(const std::vector<std::string>& args) {
    const auto end = std::ranges::find(args, "--");
    return std::find(args.begin(), end, "--json") != end;
}

int report(Io& io, bool json, const Error& error) {
    printError(io.err, json, error);
    return error.code == ErrorCode::usage || error.code == ErrorCode::badFilter ? kExitUsage : kExitFailed;
}

int usageError(Io& io, const std::vector<std::string>& args, const CLI::App& root, const std::string& text) {
    const bool json = asksForJson(args);
    const auto code = report(io, json, Error{ErrorCode::usage, text, {}});
    if (!json) {
        const auto verbs = root.get_subcommands();
        io.err << "Try: goldpan-cli " << (verbs.empty() ? "" : verbs.front()->get_name() + " ") << "-h\n";
    }
    return code;
}

constexpr char kWhole = '\0'; // no argument can hold one

void takeOffMarks(CLI::App& app) {
    for (auto* option : app.get_options()) {
        option->transform(
            [](const std::string& word) { return word.starts_with(kWhole) ? word.substr(1) : word; });
    }
    for (auto* part : app.get_subcommands({})) { // verbs and their option groups
        takeOffMarks(*part);
    }
}

/// CLI11 splits "[a,b]" where an option takes many words, and after `--` it still takes "-x" for an option
/// once a positional has its first word. A mark before such words keeps them whole until takeOffMarks.
std::vector<std::string> markedWords(const std::vector<std::string>& args) {
    std::vector<std::string> words;
    bool optionsOver = false;
    for (const auto& word : args) {
        if (!optionsOver && word == "--") {
            optionsOver = true;
            continue;
        }
        const bool list = word.starts_with('[') && word.ends_with(']');
        words.push_back(optionsOver || list ? kWhole + word : word);
    }
    return words;
}

int runVerb(const VerbTable& verbs, Io& io) {
    const bool json = verbs.chosenJson();
    try {
        const auto exit = verbs.chosen()(io);
        io.out.flush();
        if (!exit) {
            return report(io, json, exit.error());
        }
        if (!io.out && !(io.isReaderGone != nullptr && io.isReaderGone())) {
            return report(io, json,
                          Error{ErrorCode::unwritable, "the results cannot be written", "standard output"});
        }
        // Also for a reader that had enough, as `head` has: what was asked for is done, and the answer
        // stands.
        return *exit;
    } catch (const std::exception& defect) {
        return report(io, json, Error{ErrorCode::internal, defect.what(), {}});
    }
}

} // namespace

int runCli(const std::vector<std::string>& args, Io& io) {
    CLI::App root;
    VerbTable verbs(root);
    describeCommandLine(root, verbs);
    takeOffMarks(root);
    try {
        auto words = markedWords(args);
        std::ranges::reverse(words); // as CLI11 takes them
        root.parse(std::move(words));
    } catch (const CLI::Success& asked) { // -h and --version
        return root.exit(asked, io.out, io.err);
    } catch (const CLI::ParseError& wrong) {
        return usageError(io, args, root, wrong.what());
    }
    return runVerb(verbs, io);
}

} // namespace goldpan::cli
