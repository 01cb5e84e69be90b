// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/duplicates.h"

#include "core/base/digest_hash.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace goldpan::checks {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

using Said = std::pair<Sha256Digest, Sha256Digest>; ///< a context and an answer

struct SaidHash {
    [[nodiscard]] std::size_t operator()(const Said& said) const noexcept {
        return DigestHash{}(said.first) * 3 +
               DigestHash{}(said.second); // a sum alone would be of both orders
    }
};

/// Of one context the first row, and the first whose answer differs from that one's.
struct Answers {
    std::size_t first = kNone;
    std::size_t other = kNone;
};

/// What is known of a question once its first row has come.
struct Question {
    std::size_t kin = kNone;      ///< number of the kin that it is known of; the others begin anew
    std::size_t keeper = kNone;   ///< the first row that asks it and stays
    std::optional<NearText> near; ///< an earlier question that is nearly the same
};

/// The rows of each kin in the order given; one that is alone is nobody's duplicate.
std::vector<std::vector<std::size_t>> kinsOf(std::span<const ComparedRow> rows,
                                             std::span<const std::size_t> order) {
    std::unordered_map<Sha256Digest, std::size_t, DigestHash> numbers;
    std::vector<std::vector<std::size_t>> out;
    for (const std::size_t row : order) {
        const auto [number, isNew] = numbers.try_emplace(rows[row].kin, out.size());
        if (isNew) {
            out.emplace_back();
        }
        out[number->second].push_back(row);
    }
    std::erase_if(out, [](const auto& kin) { return kin.size() < 2; });
    return out;
}

} // namespace

DuplicateFindings findDuplicates(std::span<const ComparedRow> rows, const ShingledTexts& questions,
                                 std::span<const std::size_t> order) {
    DuplicateFindings out;
    out.duplicates.resize(rows.size());

    const auto kins = kinsOf(rows, order);
    std::vector<Question> known(questions.size());
    for (std::size_t kin = 0; kin < kins.size(); ++kin) {
        NearIndex index(questions);
        std::unordered_map<Said, std::size_t, SaidHash> kept;
        kept.reserve(kins[kin].size());
        for (const std::size_t row : kins[kin]) {
            const ComparedRow& asked = rows[row];
            const auto [same, isNew] = kept.try_emplace({asked.context, asked.answer}, row);
            if (!isNew) {
                const auto& first = out.duplicates[same->second]; // the partner told is always one that stays
                out.duplicates[row] = first ? *first : Partner{same->second, 1, true};
                continue;
            }
            Question& question = known[asked.question];
            if (question.kin != kin) {
                question = {.kin = kin, .near = index.find(asked.question)};
                if (!question.near) {
                    question.keeper = row;
                    index.add(asked.question);
                }
            }
            if (question.near) {
                out.duplicates[row] =
                    Partner{known[question.near->text].keeper, question.near->jaccard, false};
            } else if (question.keeper != row && rows[question.keeper].context != asked.context) {
                out.duplicates[row] = Partner{question.keeper, 1, false}; // a date in the system prompt, say
            }
        }
        out.comparisons += index.comparisons();
    }
    return out;
}

std::vector<std::optional<std::size_t>> findConflicts(std::span<const ComparedRow> rows,
                                                      std::span<const std::size_t> order) {
    std::unordered_map<Sha256Digest, Answers, DigestHash> contexts;
    contexts.reserve(order.size());
    for (const std::size_t row : order) {
        Answers& known = contexts[rows[row].context];
        if (known.first == kNone) {
            known.first = row;
        } else if (known.other == kNone && rows[known.first].answer != rows[row].answer) {
            known.other = row;
        }
    }
    std::vector<std::optional<std::size_t>> out(rows.size());
    for (const std::size_t row : order) {
        const Answers& known = contexts[rows[row].context];
        if (known.other != kNone) {
            out[row] = rows[known.first].answer == rows[row].answer ? known.other : known.first;
        }
    }
    return out;
}

} // namespace goldpan::checks
