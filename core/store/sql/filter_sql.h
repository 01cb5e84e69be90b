// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FilterSql: a Filter as a WHERE clause over `entry e` (and `entry_text t` where text is asked for), with its
// values. A value; holds the compiled matchers its statement points to, so it must outlive the statement's
// run.
#pragma once

#include "core/base/result.h"
#include "core/queue/filter.h"
#include "core/store/sql/candidate_rows.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/similar_rows.h"
#include "core/store/sql/text_match.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace goldpan::sql {

struct TimeRange { ///< microseconds, both ends included
    std::int64_t from = std::numeric_limits<std::int64_t>::min();
    std::int64_t until = std::numeric_limits<std::int64_t>::max();

    void narrow(const TimeRange& other) {
        from = std::max(from, other.from);
        until = std::min(until, other.until);
    }
    bool operator==(const TimeRange&) const = default;
};

class FilterSql {
public:
    /// How the rows are come by, which decides by what they are best found; the answer is the same.
    enum class Of {
        allRows,   ///< all that the filter admits; a text search is narrowed by the index
        firstRows, ///< the same, on the way through an index in the order of the screen
        foundRows, ///< the same, out of what the search index finds: it need not narrow them again
        givenRows, ///< asked one by one: narrowing would only cost
    };
    /// Looks up tags, models, drift windows and batches as they are now. badValue where `drift:N` names no
    /// window.
    [[nodiscard]] static Result<FilterSql> build(Connection& connection, const queue::Filter& filter,
                                                 Of rows = Of::allRows);

    [[nodiscard]] const std::string& where() const { return m_where; }
    [[nodiscard]] bool needsText() const { return m_needsText; }
    /// What the clause reads: the rows, with their texts where it needs them.
    [[nodiscard]] std::string from() const {
        return m_needsText ? " FROM entry e JOIN entry_text t ON t.id = e.id" : " FROM entry e";
    }
    /// How its rows are come by when nothing but the clause says so.
    enum class By {
        all,     ///< all rows are read
        flagged, ///< those of the index of flagged rows, which may be many
        few,     ///< sought one by one, or those of an index that holds few others
    };
    /// Not of `givenRows`.
    [[nodiscard]] By foundBy() const { return m_foundBy; }
    /// Its rows lie in it. They have a time where it has an end.
    [[nodiscard]] const TimeRange& times() const { return m_times; }
    /// A plain `?` after the clause stands at this position.
    [[nodiscard]] int nextPosition() const { return static_cast<int>(m_values.size()) + 1; }
    void bindTo(NativeStatement& statement, int firstPosition = 1) const;

private:
    struct Pointer { ///< to one of what is held below, for an SQL function
        const void* to = nullptr;
        const char* type = nullptr;
    };
    using Value = std::variant<std::int64_t, double, std::string, Pointer>;

    [[nodiscard]] Result<std::string> clause(const queue::Filter& filter, bool negated);
    [[nodiscard]] Result<std::string> joined(const queue::Filter& filter, const char* word, bool negated);
    [[nodiscard]] Result<std::string> term(const queue::Term& term, bool negated);
    [[nodiscard]] Result<std::string> tagClause(const std::string& name, bool negated);
    [[nodiscard]] std::string idClause(const std::string& requestId, bool negated);
    [[nodiscard]] Result<std::string> modelClause(const std::string& glob);
    [[nodiscard]] Result<std::string> driftClause(std::int64_t number, bool negated);
    [[nodiscard]] Result<std::string> textClause(const queue::TextTerm& term);
    [[nodiscard]] Result<std::string> similarClause(const std::string& requestId);
    /// A comparison that may meet NULL: false then, also under a negation.
    [[nodiscard]] static std::string compared(const std::string& text, bool negated);
    /// Narrows the search where the index can, without a change of its answer.
    [[nodiscard]] Result<void> narrow(const queue::Filter& filter);
    std::string value(Value value);

    Connection* m_connection = nullptr;
    std::string m_where;
    std::vector<Value> m_values;
    std::vector<std::unique_ptr<TextMatcher>> m_matchers;
    std::vector<std::unique_ptr<SimilarRows>> m_similar;
    std::unique_ptr<CandidateRows> m_candidates; ///< at one address, as the matchers
    Of m_of = Of::allRows;
    bool m_hasFlags = false; ///< a partial index holds the rows, and their flags
    By m_foundBy = By::all;
    TimeRange m_times;
    bool m_needsText = false;
};

} // namespace goldpan::sql
