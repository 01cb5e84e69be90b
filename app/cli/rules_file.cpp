// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rules_file.h"

#include "app/cli/file_option.h"
#include "core/base/files.h"
#include "core/store/rule_sets.h"
#include "core/store/store_redactor.h"
#include "core/store/upkeep.h"

namespace goldpan::cli {
namespace {

constexpr std::int64_t kMostBytes = 2 << 20;

/// Nor has it had rules: as an import leaves it that stored nothing.
Result<bool> holdsNothing(store::Store& store) {
    const auto sets = store.ruleSets().list();
    if (!sets || !sets->empty()) {
        return sets ? Result<bool>(false) : std::unexpected(sets.error());
    }
    const auto stats = store.upkeep().stats();
    if (!stats || stats->rows > 0 || stats->quarantined > 0) {
        return stats ? Result<bool>(false) : std::unexpected(stats.error());
    }
    const auto sampling = store.upkeep().sampling();
    return sampling ? Result<bool>(sampling->sampledOut == 0) : std::unexpected(sampling.error());
}

} // namespace

void addRules(CLI::App& verb, std::string& path, const std::string& description) {
    addFileOption(verb, "--rules", path, description);
}

Result<redact::RuleSet> rulesFrom(const std::string& path) {
    if (path.empty()) {
        return redact::RuleSet();
    }
    const auto text = readFile(path, kMostBytes);
    if (!text) {
        return std::unexpected(text.error());
    }
    auto rules = redact::RuleSet::fromJson(*text);
    if (!rules) {
        auto error = rules.error();
        error.where = path + (error.where.empty() ? "" : ", " + error.where);
        return std::unexpected(error);
    }
    return rules;
}

Result<bool> setRules(store::Store& store, const redact::RuleSet& rules, const std::string& operatorName,
                      const Clock& clock, std::optional<std::int64_t> over) {
    const auto current = store.ruleSets().current();
    if (!current) {
        return std::unexpected(current.error());
    }
    const std::string json = rules.toJson();
    if ((*current ? (*current)->json : redact::RuleSet().toJson()) == json) {
        return false;
    }
    const redact::Redactor redactor(rules);
    auto done = store.ruleSets().set({.hash = rules.hash(),
                                      .json = json,
                                      .setAt = clock.now(),
                                      .operatorName = redactor.redacted(operatorName)},
                                     over);
    return done ? Result<bool>(true) : std::unexpected(done.error());
}

Result<void> bringRules(store::Store& store, bool isNew, const std::string& path,
                        const std::string& operatorName, const Clock& clock) {
    if (path.empty()) {
        return {};
    }
    const auto rules = rulesFrom(path);
    if (!rules) {
        return std::unexpected(rules.error());
    }
    if (isNew) {
        const auto set = setRules(store, *rules, operatorName, clock);
        return set ? Result<void>{} : std::unexpected(set.error());
    }
    const auto isBlank = holdsNothing(store);
    if (!isBlank) {
        return std::unexpected(isBlank.error());
    }
    if (*isBlank) {
        const auto set = setRules(store, *rules, operatorName, clock, 0);
        return set ? Result<void>{} : std::unexpected(set.error());
    }
    const auto known = store::rulesOf(store);
    if (!known) {
        return std::unexpected(known.error());
    }
    return *known == *rules ? Result<void>{}
                            : fail(ErrorCode::refused,
                                   "the store has other redaction rules; goldpan-cli rules STORE set changes "
                                   "them, and without --rules the store's are used",
                                   path);
}

} // namespace goldpan::cli
