// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MLflow and W&B keep figures under paths ("pass/coding", "eval.pass.coding", or nested objects). The part
// beside a pass rate's name is its suite, which lacks its figure where no number stands there; every other
// figure belongs to the whole file and is shown.
#include "core/gates/tool_readers.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace goldpan::gates {
namespace {

using Path = std::vector<std::string>;

constexpr std::size_t kDeepest = 100; ///< parts of a path

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

/// Where the pass rate's name stands: last, or before the suite that it is of. Below that stand other
/// figures.
Path::const_iterator passName(const Path& path) {
    const auto pass = std::ranges::find_if(path, isPassRateName);
    return path.end() - pass > 2 ? path.end() : pass;
}

/// `figure`: NaN where it is no number.
Result<void> take(const Path& path, double figure, EvalRun& run) {
    const auto pass = passName(path);
    if (pass == path.end()) {
        if (!std::isnan(figure)) {
            run.at("").others.push_back({.name = joined(path), .value = figure});
        }
        return {};
    }
    if (figure < 0 || figure > 1) {
        return fail(ErrorCode::badValue, "a pass rate lies between 0 and 1", joined(path));
    }
    const std::string suite = pass + 1 != path.end() ? *(pass + 1)
                              : pass != path.begin() ? *(pass - 1)
                                                     : std::string();
    EvalSuite& target = run.at(suite);
    target.shownOnly = target.shownOnly || suite == "overall";
    if (!target.passRate) {
        target.passRate = EvalMetric{.name = *pass, .value = figure, .what = joined(path)};
    } else if (target.shownOnly) {
        target.others.push_back({.name = joined(path), .value = figure});
    } else {
        return fail(ErrorCode::badValue, "a suite has one pass rate", joined(path));
    }
    return {};
}

Result<void> walk(const EvalJson& object, const Path& above, EvalRun& run) {
    if (above.size() > kDeepest) {
        return fail(ErrorCode::badValue, "the figures are nested too deep");
    }
    for (const auto& [key, value] : object.items()) {
        if (key.starts_with('_')) {
            continue; // W&B's own: _step, _runtime, _timestamp, _wandb
        }
        Path path = above;
        split(key, path);
        const bool hasFigures = value.is_object() && !value.empty();
        if (auto read = hasFigures ? walk(value, path, run) : take(path, figureOf(value), run); !read) {
            return read;
        }
    }
    return {};
}

} // namespace

Result<EvalRun> readFlatMetrics(const EvalJson& document) {
    EvalRun run{.tool = "flat"};
    if (auto read = walk(document, {}, run); !read) {
        return std::unexpected(read.error());
    }
    if (run.suites.empty()) {
        return fail(ErrorCode::badValue,
                    "the evaluation is of no tool that can be read, and holds no figures");
    }
    return run;
}

} // namespace goldpan::gates
