// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RowBuilder: one record into one row, field by field, by the profile's rules. One object a record.
#pragma once

#include "core/profiles/chat_reader.h"
#include "core/profiles/companions.h"
#include "core/profiles/mapped_row.h"
#include "core/profiles/profile.h"

#include <expected>

namespace goldpan::profiles {

class RowBuilder {
public:
    /// All must outlive this; the record does not change meanwhile. `index` is the object's.
    RowBuilder(const Profile& profile, const Scope& scope, FeedbackIndex& index)
        : m_profile(profile)
        , m_scope(scope)
        , m_index(&index)
        , m_chat(m_taken) {}

    /// `companions` may be null. Without `meta`: what is left over is known only now.
    [[nodiscard]] std::expected<MappedRow, Unmapped> build(Companions* companions);

    [[nodiscard]] Taken& taken() { return m_taken; }
    /// `meta` of the row with `extra` in it.
    [[nodiscard]] JsonTree metaWith(JsonTree extra);

private:
    [[nodiscard]] std::optional<Found> field(std::string_view name);
    [[nodiscard]] std::string text(std::string_view name);
    void readConversation();
    void readInput();
    void readAnswer();
    void readAlternatives();
    void readScalars();
    void readFeedback(Companions* companions);
    void addTags(const std::vector<Feedback>& feedback);
    [[nodiscard]] std::optional<Unmapped> writeTexts();
    void doubt(std::string reason);

    const Profile& m_profile;
    const Scope& m_scope;
    FeedbackIndex* m_index;
    Taken m_taken;
    ChatReader m_chat;
    MappedRow m_row;
    std::vector<Turn> m_input;
    std::optional<Turn> m_answer;
    bool m_hasOpenEnd = false; ///< a conversation whose last word is not the assistant's
    JsonTree m_alternatives = JsonTree::array();
    std::optional<Average> m_logprob;
};

} // namespace goldpan::profiles
