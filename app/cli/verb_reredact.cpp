// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_reredact.h"

#include "app/cli/output.h"
#include "app/cli/progress_line.h"
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
Result<redact::RuleSet> askedRules(const ReredactOptions& options, store::Store& store) {
    if (!options.rules.empty()) {
        return rulesFrom(options.rules);
    }
    const auto pending = store.reredaction().pending();
    if (!pending) {
        return std::unexpected(pending.error());
    }
    return *pending ? redact::RuleSet::fromJson((*pending)->rules) : store::rulesOf(store);
}

store::PendingReredaction pendingOf(const redact::Redactor& redactor, const ReredactOptions& options,
                                    const Io& io) {
    return {.rulesHash = redactor.rulesHash(),
            .rules = redactor.rules().toJson(),
            .at = io.clock.now(),
            .operatorName = redactor.redacted(options.operatorName)};
}

Json copiesJson(const std::vector<store::OldCopy>& copies) {
    auto out = Json::array();
    for (const auto& copy : copies) {
        out.push_back({{"kind", copy.batch ? "export" : "backup"},
                       {"path", copy.path},
                       {"ts", jsonTime(copy.at)},
                       {"batch", copy.batch ? Json(copy.batch->value) : Json(nullptr)}});
    }
    return out;
}

void printCopies(Io& io, const std::vector<store::OldCopy>& copies) {
    if (copies.empty()) {
        return;
    }
    io.out << "\nNot reached, may hold old text:\n";
    for (const auto& copy : copies) {
        io.out << "  " << (copy.batch ? "export " : "backup ") << formatTimestamp(copy.at) << "  "
               << plainText(copy.path) << '\n';
    }
}

void printTally(Io& io, const redact::Redactor& redactor, const store::ReredactionTally& tally) {
    printTable(io.out, {{"rules", redactor.rulesHash()},
                        {"rows", std::to_string(tally.rows)},
                        {"texts", std::to_string(tally.fields)},
                        {"in", countsText(tally.byField)},
                        {"found", countsText(countsByType(tally.counts, false))},
                        {"acts", std::to_string(tally.acts) + " that can no longer be undone"},
                        {"saved queues", std::to_string(tally.queues) +
                                             " that go, as their filters hold what the rules redact"}});
}

Json tallyJson(const redact::Redactor& redactor, const store::ReredactionTally& tally) {
    return {{"rules", redactor.rulesHash()},
            {"rows", tally.rows},
            {"texts", tally.fields},
            {"fields", tally.byField},
            {"counts", countsByType(tally.counts, false)},
            {"acts", tally.acts},
            {"queues_dropped", tally.queues}};
}

Result<int> preview(const ReredactOptions& options, store::Store& store, const redact::Redactor& redactor,
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
    pending.rows = tally->rows;
    pending.fields = tally->fields;
    pending.acts = tally->acts;
    if (auto staged = store.reredaction().stage(pending); !staged) {
        return std::unexpected(staged.error());
    }
    const auto copies = store.reredaction().oldCopies();
    if (!copies) {
        return std::unexpected(copies.error());
    }
    if (options.json) {
        auto out = tallyJson(redactor, *tally);
        out["examples"] = examples.byType();
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

/// From now on everybody who opens the store redacts by these, unless somebody set others since.
Result<void> makeCurrent(store::Store& store, const redact::Redactor& redactor,
                         const ReredactOptions& options, Io& io) {
    const auto pending = store.reredaction().pending();
    const auto current = pending ? store.ruleSets().current() : std::unexpected(pending.error());
    const auto rules = current ? store::rulesOf(store) : std::unexpected(current.error());
    if (!rules) {
        return std::unexpected(rules.error());
    }
    const bool isLater = *current && *pending && (*pending)->at < (*current)->setAt;
    if (*rules == redactor.rules() || isLater) {
        return {};
    }
    return store.ruleSets().set({.hash = redactor.rulesHash(),
                                 .json = redactor.rules().toJson(),
                                 .setAt = io.clock.now(),
                                 .operatorName = redactor.redacted(options.operatorName)});
}

/// The index of the old words is gone with them. Without the new one every search is right, only slower.
Result<void> buildIndexAnew(const ReredactOptions& options, Io& io) {
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    ProgressLine line(io, "index");
    const auto built = (*store)->searchIndex().build({}, line.callback(), io.stop);
    return built ? Result<void>() : std::unexpected(built.error());
}

Result<int> confirm(const ReredactOptions& options, std::unique_ptr<store::Store> store,
                    const redact::Redactor& redactor, Io& io) {
    const auto index = store->searchIndex().status();
    const auto act =
        index ? store->reredaction().begin(pendingOf(redactor, options, io)) : std::unexpected(index.error());
    if (!act) {
        return std::unexpected(act.error());
    }
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
    io.err << "writing the whole file anew, which needs the store alone\n";
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
    if (index->state != store::IndexState::missing) {
        if (const auto built = buildIndexAnew(options, io); !built) {
            io.err << "the search index was not built again: " << plainText(built.error().message)
                   << "; goldpan-cli index does it\n";
        }
    }
    if (options.json) {
        auto out = tallyJson(redactor, tally);
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
    const auto rules = askedRules(options, **store);
    if (!rules) {
        return std::unexpected(rules.error());
    }
    const redact::Redactor redactor(*rules);
    return options.preview ? preview(options, **store, redactor, io)
                           : confirm(options, std::move(*store), redactor, io);
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
    what->add_flag("--drop", options->drop, "Forget the rules that were previewed");
    what->require_option(1);
    addOperator(verb, *options);
}

} // namespace goldpan::cli
