// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// AskedQuestion: what the question of a row is compared by, once its text is gone. A value, and the table of
// all that differ; the table belongs to one thread while it grows and may then be read by many.
#pragma once

#include "core/base/digest_hash.h"
#include "core/base/sha256.h"
#include "core/checks/near_duplicates.h"
#include "core/checks/text_units.h"

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace goldpan::exporting {

struct AskedQuestion {
    Sha256Digest digest{};
    checks::ShingleSet shingles; ///< a sample of a long text's
    checks::Signature signature{};
};

/// `normal` is normal text, `units` are its.
[[nodiscard]] AskedQuestion askedQuestion(std::string_view normal, const checks::TextUnits& units);

/// Each question once, numbered as they came.
class AskedQuestions {
public:
    std::size_t add(const AskedQuestion& question);

    [[nodiscard]] std::size_t size() const { return m_texts.size(); }
    [[nodiscard]] const checks::ShingledTexts& texts() const { return m_texts; }
    [[nodiscard]] const Sha256Digest& digest(std::size_t number) const { return m_digests[number]; }

private:
    checks::ShingledTexts m_texts;
    std::vector<Sha256Digest> m_digests;
    std::unordered_map<Sha256Digest, std::size_t, DigestHash> m_numbers;
};

} // namespace goldpan::exporting
