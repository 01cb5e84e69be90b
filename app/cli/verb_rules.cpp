// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_rules.h"

#include "app/cli/output.h"
#include "app/cli/rules_file.h"
#include "app/cli/verb_table.h"
#include "core/store/rule_sets.h"
#include "core/store/store_redactor.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace goldpan::cli {
namespace {

Result<int> get(const RulesOptions& options, store::Store& store, Io& io) {
    const auto rules = store::rulesOf(store);
    if (!rules) {
        return std::unexpected(rules.error());
    }
    const auto current = store.ruleSets().current();
    if (!current) {
        return std::unexpected(current.error());
    }
    const auto& stored = *current;
    if (options.json) {
        printJson(io.out, {{"hash", rules->hash()},
                           {"set_at", stored ? jsonTime(stored->setAt) : Json(nullptr)},
                           {"operator", stored ? Json(stored->operatorName) : Json(nullptr)},
                           {"rules", Json::parse(rules->toJson())}});
        return kExitDone;
    }
    io.out << rules->toJson(); // alone on standard output: `rules get > FILE` is a file for `rules set`
    io.out.flush();
    io.err << "hash " << rules->hash();
    if (stored) {
        io.err << ", set " << formatTimestamp(stored->setAt) << " by " << plainText(stored->operatorName);
    } else {
        io.err << ", the built-in rules alone";
    }
    io.err << '\n';
    return kExitDone;
}

Result<int> set(const RulesOptions& options, store::Store& store, Io& io) {
    const auto rules = rulesFrom(options.file);
    if (!rules) {
        return std::unexpected(rules.error());
    }
    const auto before = store::rulesOf(store); // one that cannot be read any more may be replaced
    const auto changed = setRules(store, *rules, options.operatorName, io.clock);
    if (!changed) {
        return std::unexpected(changed.error());
    }
    if (options.json) {
        printJson(io.out, {{"hash_before", before ? Json(before->hash()) : Json(nullptr)},
                           {"hash", rules->hash()},
                           {"changed", *changed}});
        return kExitDone;
    }
    if (!*changed) {
        io.out << "the store has these redaction rules already, hash " << rules->hash() << '\n';
        return kExitDone;
    }
    io.out << "hash before " << (before ? before->hash() : "unknown") << "\nhash now    " << rules->hash()
           << "\ntexts that are stored already stay as they are until goldpan-cli reredact\n";
    return kExitDone;
}

} // namespace

Result<int> runRules(const RulesOptions& options, Io& io) {
    if ((options.action == "set") == options.file.empty()) {
        return fail(ErrorCode::usage, "rules takes get or set FILE");
    }
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    return options.action == "set" ? set(options, **store, io) : get(options, **store, io);
}

void addRulesVerb(VerbTable& verbs) {
    auto options = std::make_shared<RulesOptions>();
    auto& verb =
        verbs.add("rules", "Redaction rules of a store: own rules, values never redacted, rules switched off",
                  options->json, [options](Io& io) { return runRules(*options, io); });
    addStore(verb, *options);
    verb.add_option("ACTION", options->action, "get (default) or set")->check(CLI::IsMember({"get", "set"}));
    verb.add_option("FILE", options->file,
                    "The new rule set, JSON; the store keeps a copy. What is stored already stays as it is");
    addOperator(verb, *options);
}

} // namespace goldpan::cli
