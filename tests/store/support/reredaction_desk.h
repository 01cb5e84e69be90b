// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ReredactionDesk: a store of three rows, the first of which holds planted values in every field, and what
// re-redacts it.
#pragma once

#include "app/composition/store_factory.h"
#include "core/store/reredaction.h"
#include "tests/store/support/review_desk.h"

#include <gtest/gtest.h>
#include <string>
#include <string_view>

namespace goldpan::test {

// Values that the rules know: rows get them as rules let them through that knew less.
inline constexpr std::string_view kPlanted = "carla.planted@";

inline std::string planted(std::string_view where) {
    return std::string(kPlanted) + std::string(where) + ".example.org";
}

inline std::string said(std::string_view where) {
    return "ask " + planted(where) + " please";
}

inline std::string literal(std::string_view text) {
    return "'" + std::string(text) + "'";
}

class ReredactionDesk : public testing::Test {
protected:
    ReredactionDesk() {
        auto first = entry("a");
        first.prompt = said("prompt");
        first.response = said("response");
        first.messages = R"([{"role":"user","content":")" + said("messages") + R"("}])";
        first.output = R"({"role":"assistant","content":")" + said("output") + R"("})";
        first.tools = R"([{"name":")" + said("tools") + R"("}])";
        first.feedback = R"({"text":")" + said("feedback") + R"("})";
        first.meta = R"({"note":")" + said("meta") + R"("})";
        first.userIdHash = "00112233445566ff";
        first.tags = {said("tag"), "plain"};
        desk.StoreBuilder::add({first, entry("b"), entry("c")}, "/logs/" + planted("source") + ".jsonl");
    }

    store::Reredaction& reredaction() { return desk.store().reredaction(); }

    static store::PendingReredaction rules(std::string hash = "f00d") {
        const std::string json = hash == "f00d" ? "{}" : R"({"off": ["phone"]})";
        return {.rulesHash = std::move(hash), .rules = json, .at = Timestamp{9}, .operatorName = "olga"};
    }

    /// Everything up to the last step, with the store open.
    store::ReredactionTally rewrite(const redact::Redactor& by) {
        EXPECT_TRUE(reredaction().begin(rules()));
        const auto tally = reredaction().rewrite(by, {}, {});
        EXPECT_TRUE(tally) << tally.error().message;
        return tally.value_or(store::ReredactionTally{});
    }
    store::ReredactionTally rewrite() { return rewrite(redactor); }

    /// The last step; the store is open again after it.
    store::ReredactionTally end(const redact::Redactor& by) {
        desk.close();
        const auto ended = composition::endReredaction(desk.path(), by);
        EXPECT_TRUE(ended) << ended.error().message;
        desk.reopen();
        return ended && *ended ? **ended : store::ReredactionTally{};
    }

    store::ReredactionTally end() { return end(redactor); }

    DeskStore desk;
    redact::Redactor redactor;
};

} // namespace goldpan::test
