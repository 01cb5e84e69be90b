// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/asked_question.h"

#include <utility>

namespace goldpan::exporting {

AskedQuestion askedQuestion(std::string_view normal, const checks::TextUnits& units) {
    auto shingles = checks::shinglesOf(units);
    const auto signature = checks::signatureOf(shingles);
    return {sha256(normal), checks::sampleOf(std::move(shingles)), signature};
}

std::size_t AskedQuestions::add(const AskedQuestion& question) {
    const auto [number, isNew] = m_numbers.try_emplace(question.digest, m_texts.size());
    if (isNew) {
        m_texts.add(question.shingles, question.signature);
        m_digests.push_back(question.digest);
    }
    return number->second;
}

} // namespace goldpan::exporting
