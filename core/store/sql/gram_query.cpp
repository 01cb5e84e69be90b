// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/gram_query.h"

#include "core/search/regex_literals.h"

#include <algorithm>
#include <utility>

namespace goldpan::sql {
namespace {

using namespace queue;

/// Of one word: so many places of it tell it from nearly all others.
constexpr std::size_t kMostOfAWord = 12;
/// Of a whole filter: past this, reading their lists costs more than reading the rows.
constexpr std::size_t kMostOfAFilter = 600;

class Reader {
public:
    GramQuery of(const Filter& filter) {
        switch (filter.kind) {
        case Filter::Kind::all:
        case Filter::Kind::negation:
            return {};
        case Filter::Kind::conjunction:
            return joined(GramQuery::Kind::conjunction, filter.children,
                          [this](const Filter& child) { return of(child); });
        case Filter::Kind::disjunction:
            return joined(GramQuery::Kind::disjunction, filter.children,
                          [this](const Filter& child) { return of(child); });
        case Filter::Kind::term:
            if (const auto* text = std::get_if<TextTerm>(&filter.term)) {
                return ofTerm(*text);
            }
            return {};
        }
        return {};
    }
    [[nodiscard]] std::size_t taken() const { return m_taken; }

private:
    template <typename Items, typename Read>
    GramQuery joined(GramQuery::Kind kind, const Items& items, Read&& read) {
        GramQuery out{.kind = kind};
        for (const auto& item : items) {
            GramQuery child = read(item);
            if (child.kind != GramQuery::Kind::everything) {
                out.children.push_back(std::move(child));
            } else if (kind == GramQuery::Kind::disjunction) {
                return {};
            }
        }
        return out.children.empty() ? GramQuery{} : out;
    }

    GramQuery ofTerm(const TextTerm& term) {
        if (term.field == TextField::correction) {
            return {};
        }
        if (!term.regex) {
            return ofWord(term.text);
        }
        return joined(GramQuery::Kind::conjunction, search::neededLiterals(term.text, term.ignoreCase),
                      [this](const std::vector<std::string>& group) {
                          return joined(GramQuery::Kind::disjunction, group,
                                        [this](const std::string& literal) { return ofWord(literal); });
                      });
    }

    GramQuery ofWord(const std::string& word) {
        m_set.clear();
        m_set.add(word);
        const auto& all = m_set.grams();
        if (all.empty()) {
            return {};
        }
        GramQuery out{.kind = GramQuery::Kind::grams};
        const std::size_t count = std::min(all.size(), kMostOfAWord);
        for (std::size_t i = 0; i < count; ++i) { // spread over the word
            out.grams.push_back(all[count == 1 ? 0 : i * (all.size() - 1) / (count - 1)]);
        }
        m_taken += count;
        return out;
    }

    search::GramSet m_set;
    std::size_t m_taken = 0;
};

} // namespace

GramQuery GramQuery::of(const Filter& filter) {
    Reader reader;
    GramQuery out = reader.of(filter);
    return reader.taken() > kMostOfAFilter ? GramQuery{} : out;
}

} // namespace goldpan::sql
