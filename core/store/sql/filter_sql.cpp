// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/filter_sql.h"

#include "core/base/sha256.h"
#include "core/domain/drift_event.h"
#include "core/domain/tag.h"
#include "core/store/sql/drift_rows.h"
#include "core/store/sql/glob_match.h"
#include "core/store/sql/gram_query.h"
#include "core/store/sql/partial_index_hint.h"
#include "core/store/sql/read_snapshot.h"
#include "core/store/sql/row_keys.h"
#include "core/store/sql/statement.h"

#include <span>

namespace goldpan::sql {
namespace {

using namespace queue;

template <typename... F>
struct Overloaded : F... {
    using F::operator()...;
};

const char* compareText(Compare compare) {
    switch (compare) {
    case Compare::less:
        return " < ";
    case Compare::lessEqual:
        return " <= ";
    case Compare::greater:
        return " > ";
    case Compare::greaterEqual:
        return " >= ";
    case Compare::equal:
        return " = ";
    }
    return " = ";
}

const char* column(NumberField field) {
    return field == NumberField::logprob ? "e.logprob" : "e.latency_ms";
}

std::string flagClause(std::uint32_t mask) {
    return "(e.flags & " + std::to_string(mask) + ") <> 0";
}

/// The parts with `word` between them, as a tree of little depth: SQLite refuses one of 1000, which a list of
/// so many terms would be. Empty where there are none.
std::string balanced(std::span<const std::string> parts, const char* word) {
    if (parts.size() < 2) {
        return parts.empty() ? std::string() : "(" + parts.front() + ")";
    }
    const auto half = parts.size() / 2;
    return "(" + balanced(parts.first(half), word) + word + balanced(parts.subspan(half), word) + ")";
}

} // namespace

Result<FilterSql> FilterSql::build(Connection& connection, const Filter& filter, Of rows) {
    FilterSql self;
    self.m_connection = &connection;
    self.m_of = rows;
    const std::string hint = partialIndexHint(filter);
    self.m_hasFlags = hint == kFlaggedHint;
    self.m_foundBy = hint.empty() ? By::all : self.m_hasFlags ? By::flagged : By::few;
    auto where = self.clause(filter, false);
    if (!where) {
        return std::unexpected(where.error());
    }
    self.m_where = std::move(*where);
    self.m_where = "(" + self.m_where + ")" + hint;
    if (rows != Of::givenRows && rows != Of::foundRows) {
        if (auto narrowed = self.narrow(filter); !narrowed) {
            return std::unexpected(narrowed.error());
        }
    }
    return self;
}

Result<void> FilterSql::narrow(const Filter& filter) {
    constexpr std::int64_t kFew = 4096; // read row by row, then sorted; more are met on the way through all
    if (!m_needsText) {
        return {};
    }
    const auto snapshot = ReadSnapshot::beginUnlessInside(*m_connection);
    if (!snapshot) {
        return std::unexpected(snapshot.error());
    }
    auto candidates = CandidateRows::find(*m_connection, GramQuery::of(filter));
    if (!candidates) {
        return std::unexpected(candidates.error());
    }
    if (!*candidates) {
        return {};
    }
    if ((*candidates)->count() <= kFew) {
        m_foundBy = By::few;
        m_where =
            "e.id IN (SELECT value FROM json_each(" + value((*candidates)->idsAsJson()) + ")) AND " + m_where;
        return {};
    }
    m_candidates = std::make_unique<CandidateRows>(std::move(**candidates));
    m_where =
        "search_may(" + value(Pointer{m_candidates.get(), kCandidatesPointerType}) + ", e.id) AND " + m_where;
    return {};
}

void FilterSql::bindTo(NativeStatement& statement, int firstPosition) const {
    int position = firstPosition;
    for (const Value& bound : m_values) {
        std::visit(
            Overloaded{
                [&](std::int64_t number) { statement.bind(position, number); },
                [&](double number) { statement.bind(position, number); },
                [&](const std::string& text) { statement.bind(position, std::string_view(text)); },
                [&](const Pointer& pointer) { statement.bindPointer(position, pointer.to, pointer.type); },
            },
            bound);
        ++position;
    }
}

std::string FilterSql::value(Value bound) {
    m_values.push_back(std::move(bound));
    return "?" + std::to_string(m_values.size());
}

std::string FilterSql::compared(const std::string& text, bool negated) {
    return negated ? "ifnull(" + text + ", 0)" : text;
}

Result<std::string> FilterSql::clause(const Filter& filter, bool negated) {
    switch (filter.kind) {
    case Filter::Kind::all:
        return "1";
    case Filter::Kind::conjunction:
        return joined(filter, " AND ", negated);
    case Filter::Kind::disjunction: {
        const By foundBy = m_foundBy; // one side alone finds no rows for the other
        const TimeRange times = m_times;
        auto either = joined(filter, " OR ", negated);
        m_foundBy = foundBy;
        m_times = times;
        return either;
    }
    case Filter::Kind::negation: {
        auto inner = clause(filter.children.front(), true);
        return inner ? Result<std::string>("NOT (" + *inner + ")") : inner;
    }
    case Filter::Kind::term:
        return term(filter.term, negated);
    }
    return "1";
}

Result<std::string> FilterSql::joined(const Filter& filter, const char* word, bool negated) {
    // Text is the dear part: it is asked last, so that cheap terms have decided most rows before.
    std::vector<std::string> cheap;
    std::vector<std::string> dear;
    for (const Filter& child : filter.children) {
        const bool textBefore = m_needsText;
        m_needsText = false;
        auto part = clause(child, negated);
        if (!part) {
            return part;
        }
        (m_needsText ? dear : cheap).push_back(std::move(*part));
        m_needsText = m_needsText || textBefore;
    }
    return balanced(cheap, word) + (cheap.empty() || dear.empty() ? "" : word) + balanced(dear, word);
}

Result<std::string> FilterSql::term(const Term& asked, bool negated) {
    return std::visit(
        Overloaded{
            [&](const TagTerm& tag) { return tagClause(tag.name, negated); },
            [&](const NoTagTerm&) -> Result<std::string> { return "(e.flags & 16) = 0"; },
            [&](const IsTerm& is) -> Result<std::string> {
                switch (is.rule) {
                case IsRule::lowConfidence:
                    return flagClause(FlagLowConfidence);
                case IsRule::flagged:
                    return flagClause(kFlaggedMask);
                case IsRule::pii:
                    return flagClause(FlagPii);
                case IsRule::draft:
                    return "EXISTS(SELECT 1 FROM draft d WHERE d.entry = e.id)";
                }
                return "1";
            },
            [&](const StateTerm& state) -> Result<std::string> {
                return "e.state = " + std::to_string(static_cast<int>(state.state));
            },
            [&](const ModelTerm& model) { return modelClause(model.glob); },
            [&](const UserTerm& user) -> Result<std::string> {
                return compared("e.user_id_hash = " + value(user.hash), negated);
            },
            [&](const IdTerm& id) -> Result<std::string> { return idClause(id.requestId, negated); },
            [&](const NumberTerm& number) -> Result<std::string> {
                return compared(column(number.field) + (compareText(number.compare) + value(number.value)),
                                negated);
            },
            [&](const NoNumberTerm& number) -> Result<std::string> {
                return std::string(column(number.field)) + " IS NULL";
            },
            [&](const TimeTerm& time) -> Result<std::string> {
                if (!negated) {
                    m_times.narrow(time.after ? TimeRange{.from = time.at.micros}
                                              : TimeRange{.until = time.at.micros});
                }
                return compared((time.after ? "e.ts >= " : "e.ts < ") + value(time.at.micros), negated);
            },
            [&](const DriftTerm& drift) { return driftClause(drift.number, negated); },
            [&](const BatchTerm& batch) -> Result<std::string> {
                return "EXISTS(SELECT 1 FROM export_row r WHERE r.batch = " + value(batch.number) +
                       " AND r.entry = e.id)";
            },
            [&](const OperatorTerm& who) -> Result<std::string> {
                return "EXISTS(SELECT 1 FROM correction c WHERE c.entry = e.id AND c.operator = " +
                       value(who.name) + ")";
            },
            [&](const SimilarTerm& similar) { return similarClause(similar.requestId); },
            [&](const TextTerm& text) { return textClause(text); },
        },
        asked);
}

std::string FilterSql::idClause(const std::string& requestId, bool negated) {
    const auto bound = value(static_cast<std::int64_t>(stableHash64(requestId)));
    std::string where = " AND e.request_id = " + value(requestId) + ")";
    if (negated || m_of == Of::givenRows) {
        return "(e.key_hash = " + bound + where; // nearly every row is another: nothing to look up for it
    }
    m_foundBy = By::few;
    return "(e.id IN " + rowsOfKey(bound, bound) + where;
}

Result<std::string> FilterSql::tagClause(const std::string& name, bool negated) {
    const auto flag = flagOfTag(name);
    if (flag != 0 && m_of == Of::givenRows) {
        return flagClause(flag);
    }
    // So many are read and sorted sooner than met on the way through all rows of the filter: in the order of
    // an index, in that of the index of flagged rows, and where all of them are to be sorted.
    const std::int64_t few = m_hasFlags && flag != 0 ? 2'000 : m_of == Of::allRows ? 150'000 : 10'000;
    const auto id = Statement(*m_connection, "SELECT id FROM tag WHERE name = ?t").bind(name).number();
    if (!id) {
        return std::unexpected(id.error());
    }
    const std::string tag = std::to_string(id->value_or(0));
    bool isSought = false;
    if (m_of != Of::givenRows) {
        const auto more = Statement(*m_connection, "SELECT 1 FROM entry_tag WHERE tag = ? LIMIT 1 OFFSET ?")
                              .bind(id->value_or(0))
                              .bind(few)
                              .number();
        if (!more) {
            return std::unexpected(more.error());
        }
        isSought = !*more;
    }
    if (!negated && (isSought || m_hasFlags)) {
        m_foundBy = By::few;
    }
    if (isSought || (m_of == Of::allRows && flag == 0)) {
        return "e.id IN (SELECT x.entry FROM entry_tag x WHERE x.tag = " + tag + ")";
    }
    return flag != 0 ? flagClause(flag)
                     : "EXISTS(SELECT 1 FROM entry_tag x WHERE x.entry = e.id AND x.tag = " + tag + ")";
}

Result<std::string> FilterSql::modelClause(const std::string& glob) {
    Statement models(*m_connection, "SELECT id, name FROM model ORDER BY id");
    std::string ids;
    if (auto done = models.each([&] {
            if (globMatches(glob, models.text(1))) {
                ids += (ids.empty() ? "" : ",") + std::to_string(models.integer(0));
            }
        });
        !done) {
        return std::unexpected(done.error());
    }
    return ids.empty() ? "0" : "e.model IN (" + ids + ")";
}

Result<std::string> FilterSql::driftClause(std::int64_t number, bool negated) {
    auto windows = readDriftWindows(*m_connection);
    if (!windows) {
        return std::unexpected(windows.error());
    }
    const auto count = static_cast<std::int64_t>(windows->size());
    const std::int64_t wanted = number == 0 ? count : number;
    if (count == 0 || wanted > count) {
        return fail(ErrorCode::badFilter, "the store has " + std::to_string(count) + " drift windows",
                    "drift:" + (number == 0 ? "last" : std::to_string(number)));
    }
    const DriftEvent& event = (*windows)[static_cast<std::size_t>(wanted - 1)].event;
    if (!negated) {
        m_times.narrow({event.from().micros, event.ts.micros});
    }
    std::string text =
        compared("e.ts >= " + value(event.from().micros) + " AND e.ts <= " + value(event.ts.micros), negated);
    if (event.onlyThatModel) {
        text = "(" + text +
               ") AND e.model IN (SELECT id FROM model WHERE name = " + value(event.modelVersion) + ")";
    }
    return text;
}

Result<std::string> FilterSql::similarClause(const std::string& requestId) {
    auto rows = SimilarRows::find(*m_connection, requestId);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    m_similar.push_back(std::move(*rows));
    m_needsText = true;
    return "(e.id = " + std::to_string(m_similar.back()->row()) + " OR similar_to(" +
           value(Pointer{m_similar.back().get(), kSimilarPointerType}) + ", t.prompt, t.response))";
}

Result<std::string> FilterSql::textClause(const TextTerm& asked) {
    auto matcher = TextMatcher::compile(asked);
    if (!matcher) {
        return std::unexpected(matcher.error());
    }
    m_matchers.push_back(std::move(*matcher));
    const std::string bound = value(Pointer{m_matchers.back().get(), kMatcherPointerType});
    m_needsText = true;
    switch (asked.field) {
    case TextField::prompt:
        return "text_match(" + bound + ", t.prompt)";
    case TextField::response:
        return "text_match(" + bound + ", t.response)";
    case TextField::correction:
        return "EXISTS(SELECT 1 FROM correction c WHERE c.entry = e.id AND text_match(" + bound +
               ", c.text))";
    case TextField::any:
        return "text_match(" + bound + ", t.prompt) OR text_match(" + bound +
               ", t.response) OR messages_match(" + bound + ", t.messages)";
    }
    return "0";
}

} // namespace goldpan::sql
