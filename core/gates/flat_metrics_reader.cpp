// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MLflow and W&B keep figures under paths ("pass/coding", "eval.pass.coding", or nested objects). The part
// beside a pass rate's name is its suite; every other figure belongs to the whole file and is shown.
#include "core/gates/tool_readers.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace goldpan::gates {
namespace {

using Path = std::vector<std::string>;

void split(std::string_view key, Path& out) {
    while (!key.empty()) {
        const std::size_t end = std::min(key.find_first_of("/."), key.size());
        out.emplace_back(key.substr(0, end));
        key.remove_prefix(std::min(end + 1, key.size()));
    }
}

std::string joined(const Path& path) {
    std::string out;
    for (const std::string& part : path) {
        out.append(out.empty() ? "" : "/").append(part);
    }
    return out;
}

void take(const Path& path, double value, EvalRun& run) {
    const auto pass = std::ranges::find_if(path, isPassRateName);
    if (pass == path.end()) {
        run.at("").others.push_back({.name = joined(path), .value = value});
        return;
    }
    const std::string suite = pass + 1 != path.end() ? *(pass + 1)
                              : pass != path.begin() ? *(pass - 1)
                                                     : std::string();
    EvalSuite& target = run.at(suite);
    target.shownOnly = target.shownOnly || suite == "overall";
    if (target.passRate) {
        target.others.push_back({.name = joined(path), .value = value});
    } else {
        target.passRate = EvalMetric{.name = *pass, .value = value};
    }
}

void walk(const EvalJson& object, const Path& above, EvalRun& run) {
    for (const auto& [key, value] : object.items()) {
        if (key.starts_with('_')) {
            continue; // W&B's own: _step, _runtime, _timestamp, _wandb
        }
        Path path = above;
        split(key, path);
        if (value.is_number()) {
            take(path, value.get<double>(), run);
        } else if (value.is_object()) {
            walk(value, path, run);
        }
    }
}

} // namespace

Result<EvalRun> readFlatMetrics(const EvalJson& document) {
    EvalRun run{.tool = "flat"};
    walk(document, {}, run);
    if (run.suites.empty()) {
        return fail(ErrorCode::badValue,
                    "the evaluation is of no tool that can be read, and holds no figures");
    }
    return run;
}

} // namespace goldpan::gates
