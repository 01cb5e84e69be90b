// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Phrasebook: what people ask a shop and what a model answers, in one language; the sample log is put
// together from these. Constant data; safe on any thread.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace goldpan::bench {

inline constexpr std::array kTopics =
    std::to_array<std::string_view>({"refunds", "delivery", "login", "billing", "cancel", "warranty"});

/// {item}, {order}, {days} and {amount} are filled in.
struct Topic {
    std::vector<std::string_view> questions;
    std::string_view answer; ///< what the shop would say
    std::string_view slip;   ///< what a drifting model says: wrong policy, evasion, made-up facts
};

struct Phrasebook {
    std::string_view language; ///< ISO 639-1
    std::string_view system;
    std::vector<std::string_view> items;
    std::vector<std::string_view> greetings; ///< before a question; with their white space
    std::vector<std::string_view> thanks;    ///< after a question; with their white space
    std::vector<std::string_view> openings;  ///< before an answer; with their white space
    std::vector<std::string_view> closings;  ///< after an answer; with their white space
    std::string_view followUp;               ///< a second question, and
    std::string_view followUpAnswer;         ///< its answer
    std::string_view contact;                ///< {contact} is filled in
    std::array<Topic, kTopics.size()> topics;
};

/// English first; it has the largest share.
[[nodiscard]] std::span<const Phrasebook> phrasebooks();

[[nodiscard]] std::vector<Phrasebook> latinPhrasebooks();
[[nodiscard]] std::vector<Phrasebook> easternPhrasebooks();

} // namespace goldpan::bench
