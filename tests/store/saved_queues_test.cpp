// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Filters that people named: kept in their order, for everybody, and never with PII.
#include "core/store/saved_queues.h"

#include "app/composition/store_factory.h"
#include "core/review/saved_queue.h"
#include "tests/store/support/store_builder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <future>

namespace goldpan {
namespace {

class SavedQueuesTest : public testing::Test {
protected:
    test::StoreBuilder store;
    store::SavedQueues& queues = store.store().savedQueues();
    redact::Redactor redactor;

    /// "name: filter order, ..."
    [[nodiscard]] std::string shown() const {
        std::string out;
        const auto all = queues.list();
        for (const auto& queue : *all) {
            out += (out.empty() ? "" : ", ") + queue.name + ": " + queue.filter + " " +
                   queue::orderToText(queue.order);
        }
        return out;
    }
    std::string save(const std::string& name, const std::string& filter, std::string_view order = "ts") {
        const auto saved =
            review::saveQueue(queues, redactor, {name, filter, queue::orderFromText(order).value()});
        return saved ? (saved->redacted ? "redacted" : "ok") : std::string(errorName(saved.error().code));
    }
};

TEST_F(SavedQueuesTest, KeepTheirOrder) {
    EXPECT_EQ(save("a", "tag:x", "-logprob"), "ok");
    EXPECT_EQ(save("b", ""), "ok");
    EXPECT_EQ(save("c", "state:deferred", "log"), "ok");
    EXPECT_EQ(shown(), "a: tag:x -logprob, b:  ts, c: state:deferred log");
    ASSERT_TRUE(queues.move("c", 0));
    ASSERT_TRUE(queues.move("a", 99));
    EXPECT_EQ(shown(), "c: state:deferred log, b:  ts, a: tag:x -logprob");
    EXPECT_EQ(save("b", "is:pii"), "ok");
    EXPECT_EQ(shown(), "c: state:deferred log, b: is:pii ts, a: tag:x -logprob") << "replaced in its place";
    ASSERT_TRUE(queues.remove("c"));
    EXPECT_EQ(save("d", ""), "ok");
    EXPECT_EQ(shown(), "b: is:pii ts, a: tag:x -logprob, d:  ts");
}

TEST_F(SavedQueuesTest, AReplacedOneComesBackUnlessThereIsANewerOne) {
    EXPECT_EQ(save("a", "tag:x"), "ok");
    EXPECT_EQ(save("b", ""), "ok");
    const auto again = review::saveQueue(queues, redactor, {"a", "tag:y", {}});
    ASSERT_TRUE(again->replaced);
    EXPECT_EQ(again->replaced->filter, "tag:x");
    EXPECT_FALSE(review::saveQueue(queues, redactor, {"a", "tag:y", {}})->replaced) << "the same once more";
    ASSERT_TRUE(review::putQueueBack(queues, *again->replaced, again->queue, 0));
    EXPECT_EQ(shown(), "a: tag:x ts, b:  ts");
    EXPECT_EQ(save("a", "tag:newest"), "ok");
    EXPECT_EQ(review::putQueueBack(queues, *again->replaced, again->queue, 0).error().code,
              ErrorCode::refused);
    EXPECT_EQ(shown(), "a: tag:newest ts, b:  ts");
}

TEST_F(SavedQueuesTest, ADeletedOneComesBackToItsPlaceUnlessThereIsANewerOne) {
    EXPECT_EQ(save("a", "tag:x"), "ok");
    EXPECT_EQ(save("b", ""), "ok");
    const store::SavedQueue gone = queues.list()->front();
    ASSERT_TRUE(queues.remove("a"));
    ASSERT_TRUE(review::putQueueBack(queues, gone, std::nullopt, 0));
    EXPECT_EQ(shown(), "a: tag:x ts, b:  ts");
    ASSERT_TRUE(queues.remove("a"));
    EXPECT_EQ(save("a", "tag:newer"), "ok");
    EXPECT_EQ(review::putQueueBack(queues, gone, std::nullopt, 0).error().code, ErrorCode::refused);
    EXPECT_EQ(shown(), "b:  ts, a: tag:newer ts");
}

/// Queues of a store into which somebody else saves as soon as they have been looked at.
class Overtaken final : public store::SavedQueues {
public:
    Overtaken(store::SavedQueues& queues, const std::string& path, store::SavedQueue newer)
        : m_queues(queues)
        , m_path(path)
        , m_newer(std::move(newer)) {}

    Result<std::vector<store::SavedQueue>> list() override {
        auto out = m_queues.list();
        m_saved = std::async(std::launch::async, [this] {
            const auto theirs = composition::openStore(m_path);
            return theirs && (*theirs)->savedQueues().put(m_newer);
        });
        // Time to come in between, where that can be; else they come in afterwards.
        (void)m_saved.wait_for(std::chrono::milliseconds(200));
        return out;
    }
    Result<void> put(const store::SavedQueue& queue) override { return m_queues.put(queue); }
    Result<void> rename(std::string_view from, std::string_view to) override {
        return m_queues.rename(from, to);
    }
    Result<void> move(std::string_view name, std::size_t place) override {
        return m_queues.move(name, place);
    }
    Result<void> remove(std::string_view name) override { return m_queues.remove(name); }
    Result<void> inOne(const std::function<Result<void>()>& work) override { return m_queues.inOne(work); }

    [[nodiscard]] bool areTheirsSaved() { return m_saved.get(); }

private:
    store::SavedQueues& m_queues;
    std::string m_path;
    store::SavedQueue m_newer;
    std::future<bool> m_saved;
};

TEST_F(SavedQueuesTest, NobodyComesInBetweenTheLookAndTheChange) {
    const store::SavedQueue earlier{"a", "tag:x", {}};
    const store::SavedQueue newer{"a", "tag:newest", {}};
    Overtaken back(queues, store.path(), newer);
    ASSERT_TRUE(review::putQueueBack(back, earlier, std::nullopt, 0));
    ASSERT_TRUE(back.areTheirsSaved());
    EXPECT_EQ(shown(), "a: tag:newest ts") << "saved later, and not overwritten";

    ASSERT_TRUE(queues.remove("a"));
    Overtaken saving(queues, store.path(), newer);
    const auto saved = review::saveQueue(saving, redactor, earlier);
    ASSERT_TRUE(saved);
    ASSERT_TRUE(saving.areTheirsSaved());
    EXPECT_FALSE(saved->replaced);
    EXPECT_EQ(shown(), "a: tag:newest ts") << "what replaced nothing overwrote nothing";
}

TEST_F(SavedQueuesTest, AreEverybodys) {
    const auto other = store.another();
    EXPECT_EQ(save("a", "tag:x"), "ok");
    ASSERT_EQ(other->savedQueues().list()->size(), 1U);
    ASSERT_TRUE(other->savedQueues().rename("a", "z"));
    EXPECT_EQ(shown(), "z: tag:x ts");
    EXPECT_EQ(queues.rename("a", "y").error().code, ErrorCode::notFound);
    EXPECT_EQ(queues.move("a", 0).error().code, ErrorCode::notFound);
    EXPECT_EQ(queues.remove("a").error().code, ErrorCode::notFound);
}

TEST_F(SavedQueuesTest, NamesAreUnique) {
    EXPECT_EQ(save("a", ""), "ok");
    EXPECT_EQ(save("b", ""), "ok");
    EXPECT_EQ(review::renameQueue(queues, redactor, "a", "b").error().code, ErrorCode::refused);
    EXPECT_EQ(*review::renameQueue(queues, redactor, "a", "a"), "a");
    EXPECT_EQ(shown(), "a:  ts, b:  ts");
}

TEST_F(SavedQueuesTest, HoldNoPersonalData) {
    EXPECT_EQ(save("call 555-123-4567", "tag:x"), "redacted");
    EXPECT_EQ(shown(), "call [PHONE]: tag:x ts");
    EXPECT_EQ(*review::renameQueue(queues, redactor, "call [PHONE]", "of jane@example.com"), "of [EMAIL]");
    EXPECT_EQ(save("b", "\"jane@example.com\" prompt:jane@example.com"), "refused");
    EXPECT_EQ(save("of jane@example.com", "\"bob@example.com\""), "refused") << "and what was there stays";
    EXPECT_EQ(shown(), "of [EMAIL]: tag:x ts");
}

TEST_F(SavedQueuesTest, ReadEachTermAlone) {
    // "id" and "model" before a number say that it is none of a person, but not across terms.
    EXPECT_EQ(save("a", "id:1 555-234-5678 -tag:555-234-5678"), "refused");
    EXPECT_EQ(save("b", "(model:m OR \"555-234-5678\") -prompt:\"555-234-5678\" /x/"), "refused");
    EXPECT_EQ(save("c", "id:1 /555-234-5678/"), "refused");
    EXPECT_EQ(save("d", "id:555-234-5678 \"two words\" OR -/\\d \\// -(a b)"), "ok");
    EXPECT_EQ(shown(), "d: id:555-234-5678 \"two words\" OR -/\\d \\// -(a b) ts");
    // A number that is a phone's only where a word says so is none without such a word, here as in every
    // text.
    EXPECT_EQ(save("e", "\"555-123-4567\" /x/"), "ok");
    EXPECT_EQ(save("f", "\"call 555-123-4567\" /x/"), "refused");
    EXPECT_EQ(save("g", "\"call\" \"555-123-4567\" /x/"), "refused") << "a word of another term says so";
}

TEST_F(SavedQueuesTest, RefuseFiltersThatHidePiiInTheirSpelling) {
    EXPECT_EQ(save("a", "tag:x (/555-123-4567/ OR -response:/call 555-123-4567/i)"), "refused");
    EXPECT_EQ(save("b", "/jane@example\\.com/"), "refused");
    EXPECT_EQ(save("c", "-/(jane|joe)[.]roe@example[.]com/i"), "refused");
    EXPECT_EQ(save("d", "/\\Qjane.roe@example.com\\E/"), "refused");
    EXPECT_EQ(save("e", "/jane\\x40example\\x{2e}com/"), "refused");
    EXPECT_EQ(save("f", "\"jane@exam\\\\ple.com\" OR \"call \\\"555-123-4567\\\"\""), "refused");
    EXPECT_EQ(save("g", "prompt:/call 555[- ]?123[- ]?4567/"), "refused");
    EXPECT_EQ(shown(), "");
    EXPECT_EQ(save("h", "/\\d{3}-\\d{2}-\\d{4}/ /[a-z.]+@[a-z]+\\.com/i /\\[PHONE\\]/ \"[EMAIL]\""), "ok")
        << "a shape is nobody's, nor is a token";
}

TEST_F(SavedQueuesTest, RefusesWhatIsNoNameOrNoFilter) {
    EXPECT_EQ(save("", ""), "bad_value");
    EXPECT_EQ(save("  ", ""), "bad_value");
    EXPECT_EQ(save("a\nb", ""), "bad_value");
    EXPECT_EQ(save(std::string(101, 'a'), ""), "bad_value");
    EXPECT_EQ(save("a", "wrong:field"), "bad_filter");
    EXPECT_EQ(review::renameQueue(queues, redactor, "a", "").error().code, ErrorCode::badValue);
    EXPECT_EQ(shown(), "");
}

} // namespace
} // namespace goldpan
