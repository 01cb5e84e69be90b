// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_reredact.h"

#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/cli/reredaction_report.h"
#include "app/cli/rules_file.h"
#include "app/cli/verb_table.h"
#include "app/composition/store_factory.h"
#include "core/redact/masked_example.h"
#include "core/store/reredaction.h"
#include "core/store/rule_sets.h"
#include "core/store/search_index.h"
#include "core/store/store_redactor.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <utility>
#include <vector>

namespace goldpan::cli {
namespace {

constexpr std::size_t kExamplesOfAType = 3;

/// Some of what is found, masked, each shape once.
class Examples {
public:
    explicit Examples(const redact::Redactor& redactor)
        : m_redactor(redactor) {}

    void look(std::string_view text) {
        redact::RedactionCounts ignored;
        (void)m_redactor.redact(text, ignored, [this](std::string_view words, const redact::PiiSpan& span) {
            auto& some = m_byType[std::string(m_redactor.typeName(span))];
            if (some.size() >= kExamplesOfAType) {
                return;
            }
            auto example = redact::maskedExample(words, span.type);
            if (std::ranges::find(some, example) == some.end()) {
                some.push_back(std::move(example));
            }
        });
    }
    [[nodiscard]] const std::map<std::string, std::vector<std::string>>& byType() const { return m_byType; }

private:
    const redact::Redactor& m_redactor;
    std::map<std::string, std::vector<std::string>> m_byType;
};

/// The rules that the words of the command line mean.
Result<redact::RuleSet> askedRules(const ReredactOptions& options, store::Store& store,
                                   const std::optional<store::PendingReredaction>& pending) {
    if (!options.rules.empty()) {
        return rulesFrom(options.rules);
    }
    return pending ? redact::RuleSet::fromJson(pending->rules) : store::rulesOf(store);
}

store::PendingReredaction pendingOf(const redact::Redactor& redactor, const ReredactOptions& options,
                                    const Io& io) {
    return {.rulesHash = redactor.rulesHash(),
            .rules = redactor.rules().toJson(),
            .at = io.clock.now(),
            .operatorName = redactor.redacted(options.operatorName)};
}

Result<int> preview(const ReredactOptions& options, store::Store& store,
                    const std::optional<store::PendingReredaction>& before, const redact::Redactor& redactor,
                    Io& io) {
    Examples examples(redactor);
    std::optional<ProgressLine> line(std::in_place, io, "preview");
    const auto tally = store.reredaction().preview(
        redactor, [&](std::string_view, std::string_view text) { examples.look(text); }, line->callback(),
        io.stop);
    line.reset();
    if (!tally) {
        return std::unexpected(tally.error());
    }
    auto pending = pendingOf(redactor, options, io);
    if (before && options.rules.empty()) { // the same ones looked at again: since when they wait stays
        pending.at = before->at;
        pending.operatorName = before->operatorName;
    }
    pending.rows = tally->rows;
    pending.fields = tally->fields;
    pending.acts = tally->acts;
    const auto replaced = store.reredaction().stage(pending);
    if (!replaced) {
        return std::unexpected(replaced.error());
    }
    if (*replaced) {
        io.err << "this takes the place of " << saidOf(**replaced) << '\n';
    }
    const auto copies = store.reredaction().oldCopies();
    if (!copies) {
        return std::unexpected(copies.error());
    }
    if (options.json) {
        auto out = tallyJson(redactor, *tally);
        out["examples"] = examples.byType();
        out["replaces"] = previewJson(*replaced);
        out["copies"] = copiesJson(*copies);
        printJson(io.out, out);
        return kExitDone;
    }
    printTally(io, redactor, *tally);
    for (const auto& [type, some] : examples.byType()) {
        io.out << '\n' << type << ", masked:\n";
        for (const auto& example : some) {
            io.out << "  " << plainText(example) << '\n';
        }
    }
    printCopies(io, *copies);
    io.out << "\nNothing is changed. --confirm redacts the store by these rules, --drop forgets them.\n";
    return kExitDone;
}

Result<int> drop(const ReredactOptions& options, store::Store& store, Io& io) {
    const auto dropped = store.reredaction().drop();
    if (!dropped) {
        return std::unexpected(dropped.error());
    }
    if (options.json) {
        printJson(io.out, {{"dropped", *dropped}});
    } else {
        io.out << (*dropped ? "The previewed rules are forgotten; nothing was changed.\n"
                            : "No rules were previewed.\n");
    }
    return kExitDone;
}

/// The rules that somebody set for the store since `moment`, where they are not these.
Result<std::optional<store::StoredRuleSet>> othersSince(store::Store& store, Timestamp moment,
                                                        const redact::RuleSet& these) {
    using Others = std::optional<store::StoredRuleSet>;
    auto current = store.ruleSets().current();
    if (!current || !*current || (*current)->setAt <= moment) {
        return current ? Result<Others>(Others{}) : std::move(current);
    }
    const auto rules = redact::RuleSet::fromJson((*current)->json);
    return rules && *rules == these ? Others{} : std::move(*current);
}

/// What was previewed does not put aside in silence what somebody set afterwards.
Result<void> checkNotOvertaken(const ReredactOptions& options, store::Store& store,
                               const store::PendingReredaction& previewed, const redact::RuleSet& these) {
    if (previewed.act || !options.rules.empty()) {
        return {};
    }
    const auto others = othersSince(store, previewed.at, these);
    if (!others || !*others) {
        return others ? Result<void>() : std::unexpected(others.error());
    }
    return fail(ErrorCode::refused,
                (*others)->operatorName + " set other rules for the store (" + shortHash((*others)->hash) +
                    ") after " + saidOf(previewed) +
                    "; name the file with --rules to confirm these all the same, or --drop "
                    "them");
}

/// From now on everybody who opens the store redacts by these. Those that somebody set after they were
/// confirmed stay.
Result<void> makeCurrent(store::Store& store, const redact::Redactor& redactor,
                         const ReredactOptions& options, Io& io) {
    const auto pending = store.reredaction().pending();
    const auto rules = pending ? store::rulesOf(store) : std::unexpected(pending.error());
    const auto confirmed =
        rules && *pending ? (*pending)->confirmedAt.value_or(io.clock.now()) : io.clock.now();
    const auto others =
        rules ? othersSince(store, confirmed, redactor.rules()) : std::unexpected(rules.error());
    if (!others) {
        return std::unexpected(others.error());
    }
    if (*others) {
        io.err << "the rules that were set meanwhile (" << shortHash((*others)->hash)
               << ") stay those of the store\n";
    }
    if (*rules == redactor.rules() || *others) {
        return {};
    }
    return store.ruleSets().set({.hash = redactor.rulesHash(),
                                 .json = redactor.rules().toJson(),
                                 .setAt = io.clock.now(),
                                 .operatorName = redactor.redacted(options.operatorName)});
}

/// The index of the old words is gone with them; the last step has begun the new one, where there was one.
Result<void> buildIndex(store::Store& store, Io& io) {
    const auto index = store.searchIndex().status();
    if (!index || index->state != store::IndexState::building) {
        return index ? Result<void>() : std::unexpected(index.error());
    }
    ProgressLine line(io, "index");
    const auto built = store.searchIndex().build({}, line.callback(), io.stop);
    return built ? Result<void>() : std::unexpected(built.error());
}

/// Without it every search is right, only slower.
void buildIndexAnew(const ReredactOptions& options, Io& io) {
    const auto store = openStore(options, io);
    const auto built = store ? buildIndex(**store, io) : std::unexpected(store.error());
    if (!built) {
        io.err << "the search index was not built again: " << plainText(built.error().message)
               << "; goldpan-cli index does it\n";
    }
}

/// As after a kill between its end and its answer.
Result<int> sayDone(const ReredactOptions& options, std::unique_ptr<store::Store> store, ActId act,
                    const redact::Redactor& redactor, Io& io) {
    const auto copies = store->reredaction().oldCopies();
    if (!copies) {
        return std::unexpected(copies.error());
    }
    store.reset();
    buildIndexAnew(options, io);
    if (options.json) {
        auto out = tallyJson(redactor, {});
        out["previewed"] = nullptr;
        out["act"] = act.value;
        out["copies"] = copiesJson(*copies);
        printJson(io.out, out);
        return kExitDone;
    }
    io.out << "Nothing to do: act " << act.value
           << " has redacted the store by these rules, and none were set since.\n"
           << "--preview looks all the same.\n";
    return kExitDone;
}

Result<int> confirm(const ReredactOptions& options, std::unique_ptr<store::Store> store,
                    const std::optional<store::PendingReredaction>& before, const redact::Redactor& redactor,
                    Io& io) {
    if (before) {
        if (auto fine = checkNotOvertaken(options, *store, *before, redactor.rules()); !fine) {
            return std::unexpected(fine.error());
        }
    } else {
        const auto done = store->reredaction().doneBy(redactor.rulesHash());
        if (!done || *done) {
            return done ? sayDone(options, std::move(store), **done, redactor, io)
                        : std::unexpected(done.error());
        }
    }
    const auto act = store->reredaction().begin(pendingOf(redactor, options, io));
    if (!act) {
        return std::unexpected(act.error());
    }
    io.err << (before ? saidOf(*before) : "the rules " + shortHash(redactor.rulesHash()) + ", not previewed")
           << '\n';
    if (auto set = makeCurrent(*store, redactor, options, io); !set) {
        return std::unexpected(set.error());
    }
    // Before paths are rewritten too: by their new names nobody finds them.
    const auto copies = store->reredaction().oldCopies();
    if (!copies) {
        return std::unexpected(copies.error());
    }
    std::optional<ProgressLine> line(std::in_place, io, "reredact");
    const auto rewritten = store->reredaction().rewrite(redactor, line->callback(), io.stop);
    line.reset();
    if (!rewritten) {
        return std::unexpected(rewritten.error());
    }
    store.reset();
    io.err << "writing the whole file anew: this needs the store alone, takes a while and cannot be stopped "
              "any more\n";
    const auto ended = composition::endReredaction(options.store, redactor);
    if (!ended) {
        return std::unexpected(ended.error());
    }
    auto tally = *rewritten;
    if (*ended) { // else another program that confirmed the same was faster
        tally.counts.add((*ended)->counts);
        for (const auto& [field, texts] : (*ended)->byField) {
            tally.byField[field] += texts;
        }
        tally.rows = (*ended)->rows;
        tally.fields = (*ended)->fields;
        tally.acts = (*ended)->acts;
        tally.queues = (*ended)->queues;
    }
    buildIndexAnew(options, io);
    if (options.json) {
        auto out = tallyJson(redactor, tally);
        out["previewed"] = previewJson(before);
        out["act"] = act->value;
        out["copies"] = copiesJson(*copies);
        printJson(io.out, out);
        return kExitDone;
    }
    printTally(io, redactor, tally);
    printCopies(io, *copies);
    io.out << "\nact " << act->value << ": nothing of the old text is left in the store.\n";
    return kExitDone;
}

} // namespace

Result<int> runReredact(const ReredactOptions& options, Io& io) {
    auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    if (options.drop) {
        return drop(options, **store, io);
    }
    const auto pending = (*store)->reredaction().pending();
    const auto rules = pending ? askedRules(options, **store, *pending) : std::unexpected(pending.error());
    if (!rules) {
        return std::unexpected(rules.error());
    }
    const redact::Redactor redactor(*rules);
    return options.preview ? preview(options, **store, *pending, redactor, io)
                           : confirm(options, std::move(*store), *pending, redactor, io);
}

void addReredact(VerbTable& verbs) {
    auto options = std::make_shared<ReredactOptions>();
    auto& verb = verbs.add("reredact", "Run newer redaction rules over all that a store holds", options->json,
                           [options](Io& io) { return runReredact(*options, io); });
    addStore(verb, *options);
    addRules(verb, options->rules,
             "The rule set; default: the one that was previewed, else the one of the store");
    auto* what = verb.add_option_group("what to do");
    what->add_flag("--preview", options->preview,
                   "Say what would change, with masked examples, and keep the rules for --confirm");
    what->add_flag("--confirm", options->confirm,
                   "Make these the rules of the store and redact it; ends the undo of what is rewritten");
    what->add_flag("--drop", options->drop, "Forget the rules that were previewed, whichever they are")
        ->excludes(verb.get_option("--rules"));
    what->require_option(1);
    addOperator(verb, *options);
}

} // namespace goldpan::cli
