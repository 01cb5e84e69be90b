// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readiness/eval_file.h"

#include "core/base/files.h"
#include "core/gates/eval_reader.h"

#include <optional>
#include <string_view>

namespace goldpan::readiness {
namespace {

std::unexpected<Error> inFile(Error error, const std::string& path) {
    error.where = path + (error.where.empty() ? "" : ", " + error.where);
    return std::unexpected(std::move(error));
}

/// The DATE of `results_DATE.json`; none where the file was given another name.
std::optional<std::string> dateOf(std::string_view name) {
    constexpr std::string_view kStart = "results_";
    constexpr std::string_view kEnd = ".json";
    if (!name.starts_with(kStart) || !name.ends_with(kEnd) || name.size() < kStart.size() + kEnd.size()) {
        return std::nullopt;
    }
    return std::string(name.substr(kStart.size(), name.size() - kStart.size() - kEnd.size()));
}

/// A task's name comes out of the file: it may lead to no other folder.
bool isFileName(const std::string& text) {
    return !text.empty() && text.find('/') == std::string::npos && text.find('\0') == std::string::npos;
}

/// What stands beside a file only adds to it: samples that say nothing take nothing from the figures.
Result<void> nameCases(gates::EvalRun& run, const std::string& folder, const std::string& date) {
    for (gates::EvalSuite& suite : run.suites) {
        if (suite.shownOnly || !suite.passRate || !isFileName(suite.name)) {
            continue;
        }
        const std::string name = "samples_" + suite.name + "_" + date + ".jsonl";
        const auto text = readFile(folder + name);
        if (text) {
            if (const auto named = gates::nameCases(suite, *text); !named) {
                return inFile(named.error(), folder + name);
            }
        } else if (text.error().code != ErrorCode::notFound) {
            suite.noCases = text.error().message;
        }
        if (!suite.noCases.empty()) {
            suite.noCases.insert(0, name + ": ");
        }
    }
    return {};
}

} // namespace

Result<gates::EvalRun> readEvalFile(const std::string& path) {
    const auto text = readFile(path);
    if (!text) {
        return std::unexpected(text.error());
    }
    auto run = gates::readEval(*text);
    if (!run) {
        return inFile(run.error(), path);
    }
    const std::size_t name = path.rfind('/') + 1; // npos + 1 is 0
    if (const auto date = dateOf(std::string_view(path).substr(name)); date && run->tool == "lm-eval") {
        if (const auto named = nameCases(*run, path.substr(0, name), *date); !named) {
            return std::unexpected(named.error());
        }
    }
    return run;
}

} // namespace goldpan::readiness
