// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/failing_store.h"

#include "app/composition/store_factory.h"
#include "core/store/timeline_reader.h"
#include "core/store/write_gate.h"
#include "tests/ui/support/stuck_queue.h"

#include <QThread>
#include <utility>

namespace goldpan::test {
namespace {

class HeldTimeline final : public store::TimelineReader {
public:
    HeldTimeline(store::TimelineReader& inner, Switches& switches)
        : m_inner(inner)
        , m_switches(switches) {}

    Result<std::vector<store::DayTally>> days(std::stop_token stop) override {
        ++m_switches.daysStuckNow;
        while (m_switches.daysStuck && !stop.stop_requested()) {
            QThread::yieldCurrentThread();
        }
        --m_switches.daysStuckNow;
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        return m_switches.daysFail ? fail(ErrorCode::unreadable, "The disk is gone.")
                                   : m_inner.days(std::move(stop));
    }
    Result<store::LogprobHistogram> logprobs(double width, std::stop_token stop) override {
        return m_inner.logprobs(width, std::move(stop));
    }

private:
    store::TimelineReader& m_inner;
    Switches& m_switches;
};

class FailingStore final : public store::Store, private store::WriteGate {
public:
    FailingStore(std::unique_ptr<store::Store> inner, Switches& switches)
        : m_inner(std::move(inner))
        , m_queue(m_inner->queue(), switches.stuck, switches.stuckNow, switches.rowsWait)
        , m_timeline(m_inner->timeline(), switches)
        , m_switches(switches) {}

    store::EntryReader& entries() override { return m_inner->entries(); }
    store::QueueReader& queue() override { return m_queue; }
    store::WriteGate& writes() override { return *this; }
    store::EventReader& events() override { return m_inner->events(); }
    store::ExportReader& exports() override { return m_inner->exports(); }
    store::SavedQueues& savedQueues() override { return m_inner->savedQueues(); }
    store::RuleSets& ruleSets() override { return m_inner->ruleSets(); }
    store::UserKeys& userKeys() override { return m_inner->userKeys(); }
    store::Ledger& ledger() override { return m_inner->ledger(); }
    store::Importer& importer() override { return m_inner->importer(); }
    store::Upkeep& upkeep() override { return m_inner->upkeep(); }
    store::Reredaction& reredaction() override { return m_inner->reredaction(); }
    store::SearchIndex& searchIndex() override { return m_inner->searchIndex(); }
    store::TimelineReader& timeline() override { return m_timeline; }
    const std::string& path() const override { return m_inner->path(); }
    void interrupt() override { m_inner->interrupt(); }

private:
    Result<void> transact(const std::function<Result<void>(store::WriteTransaction&)>& work) override {
        if (QThread::currentThread()->objectName() != QLatin1String("jobs")) {
            return write(work);
        }
        while (m_switches.jobWrites == 0) {
            QThread::yieldCurrentThread();
        }
        auto written = write(work);
        if (m_switches.jobWrites > 0) {
            --m_switches.jobWrites;
        }
        return written;
    }

    Result<void> write(const std::function<Result<void>(store::WriteTransaction&)>& work) {
        const bool fails = m_switches.failing || (m_switches.failNext > 0 && m_switches.failNext-- > 0);
        return fails ? fail(ErrorCode::diskFull, "The disk is full.") : m_inner->writes().transact(work);
    }

    std::unique_ptr<store::Store> m_inner;
    StuckQueue m_queue;
    HeldTimeline m_timeline;
    Switches& m_switches;
};

} // namespace

store::OpenStoreTelling openFailing(Switches& switches) {
    return [&switches](const std::string& path,
                       const store::UpgradeNotice& before) -> Result<std::unique_ptr<store::Store>> {
        auto inner = composition::openStoreTelling(path, before);
        if (!inner) {
            return std::unexpected(inner.error());
        }
        return std::make_unique<FailingStore>(std::move(*inner), switches);
    };
}

} // namespace goldpan::test
