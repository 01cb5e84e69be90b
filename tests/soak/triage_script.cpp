// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/triage_script.h"

#include "app/composition/store_factory.h"
#include "bench/figures.h"
#include "core/base/clock.h"
#include "core/redact/redactor.h"
#include "core/review/review_service.h"
#include "core/store/entry_reader.h"
#include "core/store/queue_reader.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <initializer_list>
#include <span>
#include <string_view>
#include <thread>
#include <utility>

namespace goldpan::test {
namespace {

constexpr std::string_view kOperator = "soak";
constexpr std::string_view kTag = "cluster:soak";

enum class Course {
    accepted,
    corrected,
    tagged,
    discarded,
    correctedAndUndone,
    taggedUndoneAccepted
};

struct Expected {
    ReviewState state = ReviewState::unreviewed;
    std::size_t acts = 1;
    bool isTagged = false;
};

constexpr std::array kExpected{Expected{ReviewState::accepted},
                               Expected{ReviewState::corrected},
                               Expected{ReviewState::unreviewed, 1, true},
                               Expected{ReviewState::discarded},
                               Expected{ReviewState::unreviewed, 2},
                               Expected{ReviewState::accepted, 3}};

Course courseOf(std::int64_t id) {
    return static_cast<Course>(static_cast<std::size_t>(id) % kExpected.size());
}

std::string correctionOf(std::int64_t id) {
    return "Row " + std::to_string(id) + ", as a person answers it.";
}

Result<void> inOrder(std::initializer_list<std::function<Result<void>()>> steps) {
    for (const auto& step : steps) {
        if (auto done = step(); !done) {
            return done;
        }
    }
    return {};
}

} // namespace

TriageScript::TriageScript(std::string path)
    : m_path(std::move(path)) {}

void TriageScript::work(const std::stop_token& stop) {
    auto store = composition::openStore(m_path);
    const auto complain = [this](const Error& error) {
        std::fprintf(stderr, "triage: %s (%s)\n", error.message.c_str(), error.where.c_str());
        m_isGood = false;
    };
    if (!store) {
        complain(store.error());
        return;
    }
    const redact::Redactor redactor;
    const SystemClock clock;
    review::ReviewService service(**store, redactor, clock, kOperator);
    std::int64_t there = 0;
    while (!stop.stop_requested()) {
        if (m_done == there) {
            const auto newest = (*store)->queue().newestRow();
            if (!newest) {
                complain(newest.error());
                return;
            }
            there = newest->value;
            if (m_done == there) {
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
                continue;
            }
        }
        if (auto done = decide(service, m_done + 1); !done) {
            complain(done.error());
            return;
        }
        ++m_done;
    }
}

template <typename Call>
Result<void> TriageScript::act(const Call& call) {
    const bench::Stopwatch watch;
    const auto done = call();
    if (!done) {
        return std::unexpected(done.error());
    }
    m_longest = std::max(m_longest, watch.seconds() * 1e3);
    ++m_acts;
    return {};
}

Result<void> TriageScript::decide(review::ReviewService& service, std::int64_t id) {
    const RowId row{id};
    const auto decided = [&](review::Decision decision) {
        return act([&] { return service.decide(std::span(&row, 1), decision); });
    };
    const auto correct = [&] {
        return act([&] { return service.correct(row, correctionOf(id), CorrectionSource::operatorWritten); });
    };
    const auto tag = [&] { return act([&] { return service.tag(std::span(&row, 1), kTag, true); }); };
    const auto undo = [&] { return act([&] { return service.undo(); }); };
    switch (courseOf(id)) {
    case Course::accepted:
        return decided(review::Decision::accept);
    case Course::corrected:
        return correct();
    case Course::tagged:
        return tag();
    case Course::discarded:
        return decided(review::Decision::discard);
    case Course::correctedAndUndone:
        return inOrder({correct, undo});
    case Course::taggedUndoneAccepted:
        return inOrder({tag, undo, [&] { return decided(review::Decision::accept); }});
    }
    return {};
}

Result<std::int64_t> TriageScript::lostIn(store::Store& store) const {
    std::int64_t lost = 0;
    for (std::int64_t id = 1; id <= m_done; ++id) {
        const auto record = store.entries().read(RowId{id});
        if (!record) {
            return std::unexpected(record.error());
        }
        const auto history = store.entries().history(RowId{id}, 0);
        if (!history) {
            return std::unexpected(history.error());
        }
        const Expected& expected = kExpected.at(static_cast<std::size_t>(courseOf(id)));
        const bool isTagged = std::ranges::find(record->entry.tags, kTag) != record->entry.tags.end();
        const bool isCorrected = expected.state == ReviewState::corrected;
        const bool isThere = record->state == expected.state && isTagged == expected.isTagged &&
                             record->correction.has_value() == isCorrected &&
                             (!isCorrected || record->correction->text == correctionOf(id)) &&
                             history->size() == expected.acts;
        lost += isThere ? 0 : 1;
    }
    return lost;
}

} // namespace goldpan::test
