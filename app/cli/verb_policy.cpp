// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_policy.h"

#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/cli/verb_table.h"
#include "core/domain/policy.h"
#include "core/store/upkeep.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace goldpan::cli {
namespace {

/// Numbers as numbers: the texts are valid JSON.
/// Numbers as such, names as texts.
Json asJson(const std::string& value) {
    Json out = Json::parse(value, nullptr, false);
    return out.is_discarded() ? Json(value) : out;
}

Json asJson(const PolicyTexts& texts) {
    Json out = Json::object();
    for (const auto& [key, value] : texts) {
        out[key] = asJson(value);
    }
    return out;
}

/// "a, b or c": every key there is.
std::string keysText() {
    std::vector<std::string> keys;
    for (const auto& [key, value] : policyToTexts(Policy())) {
        keys.push_back(key);
    }
    const std::string last = keys.back();
    keys.pop_back();
    return joined(keys, ", ") + " or " + last;
}

Result<int> set(const PolicyOptions& options, store::Upkeep& upkeep, Io& io) {
    const PolicyTexts asked{{options.key, options.value}};
    const auto policy = policyFromTexts(asked);
    if (!policy) {
        return std::unexpected(policy.error());
    }
    ProgressLine line(io, "policy");
    const auto changed = upkeep.setPolicy(asked, line.callback(), io.stop);
    if (!changed) {
        return std::unexpected(changed.error());
    }
    const std::string value = policyToTexts(*policy).at(options.key);
    if (options.json) {
        printJson(io.out, {{"key", options.key}, {"value", asJson(value)}, {"changed", *changed}});
    } else {
        io.out << options.key << " = " << value << ", " << *changed << " rows marked anew\n";
    }
    return kExitDone;
}

} // namespace

Result<int> runPolicy(const PolicyOptions& options, Io& io) {
    if ((options.action == "set") != !options.value.empty()) {
        return fail(ErrorCode::usage, "policy takes get, get KEY or set KEY VALUE");
    }
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    if (options.action == "set") {
        return set(options, (*store)->upkeep(), io);
    }
    const auto policy = (*store)->upkeep().policy();
    if (!policy) {
        return std::unexpected(policy.error());
    }
    auto texts = policyToTexts(*policy);
    if (!options.key.empty()) {
        if (!texts.contains(options.key)) {
            return fail(ErrorCode::badValue, "the policy has no such key", options.key);
        }
        texts = {{options.key, texts.at(options.key)}};
    }
    if (options.json) {
        printJson(io.out, asJson(texts));
        return kExitDone;
    }
    for (const auto& [key, value] : texts) {
        io.out << key << " = " << value << '\n';
    }
    return kExitDone;
}

void addPolicy(VerbTable& verbs) {
    auto options = std::make_shared<PolicyOptions>();
    auto& verb = verbs.add("policy", "Thresholds of a store", options->json,
                           [options](Io& io) { return runPolicy(*options, io); });
    addStore(verb, *options);
    verb.add_option("ACTION", options->action, "get (default) or set")->check(CLI::IsMember({"get", "set"}));
    verb.add_option("KEY", options->key, keysText());
    verb.add_option("VALUE", options->value,
                    "The new value; rows that are stored already are marked by it too");
    addOperator(verb, *options);
}

} // namespace goldpan::cli
