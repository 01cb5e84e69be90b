// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MLflow and W&B keep figures under paths ("pass/coding", "eval.pass.coding", or nested objects). The part
// beside a pass rate's name is its suite, which lacks its figure where a text, a truth value or null stands
// there. Of several pass rates of a suite the first name decides; every other figure is shown.
#include "core/gates/tool_readers.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

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

struct Reading {
    EvalRun run;
    std::set<std::pair<std::string, std::string>> passRates; ///< by suite and name
};

/// Under its whole path, and not where it is no number.
void show(const std::string& path, double figure, EvalSuite& suite) {
    if (!std::isnan(figure)) {
        suite.others.push_back({.name = path, .value = figure});
    }
}

/// `figure`: NaN where it is no number.
Result<void> take(const Path& path, double figure, Reading& reading) {
    const auto pass = passName(path);
    if (pass == path.end()) {
        if (!std::isnan(figure)) {
            show(joined(path), figure, reading.run.at(""));
        }
        return {};
    }
    if (figure < 0 || figure > 1) {
        return fail(ErrorCode::badValue, "a pass rate lies between 0 and 1", joined(path));
    }
    const std::string suite = pass + 1 != path.end() ? *(pass + 1)
                              : pass != path.begin() ? *(pass - 1)
                                                     : std::string();
    EvalSuite& target = reading.run.at(suite);
    target.shownOnly = target.shownOnly || suite == "overall";
    if (!reading.passRates.emplace(suite, *pass).second && !target.shownOnly) {
        return fail(ErrorCode::badValue, "a suite has one pass rate of each name", joined(path));
    }
    EvalMetric next{.name = *pass, .value = figure, .what = joined(path)};
    if (!target.passRate) {
        target.passRate = std::move(next);
        return {};
    }
    if (passRateRank(next.name) < passRateRank(target.passRate->name)) {
        std::swap(next, *target.passRate);
    }
    show(next.what, next.value, target);
    return {};
}

Result<void> walk(const EvalJson& object, const Path& above, Reading& reading) {
    if (above.size() > kDeepest) {
        return fail(ErrorCode::badValue, "the figures are nested too deep");
    }
    for (const auto& [key, value] : object.items()) {
        // W&B's own: _step, _runtime, _timestamp, _wandb, and histograms, tables and images, which say their
        // _type.
        if (key.starts_with('_') || value.is_array() || childOf(value, "_type") != nullptr) {
            continue;
        }
        Path path = above;
        split(key, path);
        if (auto read = value.is_object() ? walk(value, path, reading) : take(path, figureOf(value), reading);
            !read) {
            return read;
        }
    }
    return {};
}

} // namespace

Result<EvalRun> readFlatMetrics(const EvalJson& document) {
    Reading reading{.run = {.tool = "flat"}};
    if (auto read = walk(document, {}, reading); !read) {
        return std::unexpected(read.error());
    }
    if (reading.run.suites.empty()) {
        return fail(ErrorCode::badValue,
                    "the evaluation is of no tool that can be read, and holds no figures");
    }
    return std::move(reading.run);
}

} // namespace goldpan::gates
