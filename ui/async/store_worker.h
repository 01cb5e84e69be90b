// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// StoreWorker: a thread with its own open store that runs jobs in order and hands their results back to the
// thread that owns the worker. Owned by whoever made it; every method belongs to that one thread.
#pragma once

#include "core/base/result.h"
#include "core/store/store.h"
#include "ui/async/redactor_cache.h"
#include "ui/async/thread_rank.h"

#include <QObject>
#include <QPointer>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <utility>

class QThread;

namespace goldpan::ui {

/// Jobs of one lane replace each other: a newer one stops the one that runs, drops those that wait, and their
/// results never arrive. Jobs in `ordered` all run.
enum class Lane {
    ordered,
    select,
    page,
    detail,
    prefetch,
    search,
    counts,
    poll,
    preview,
    promptHits,
    responseHits,
};

class StoreWorker {
public:
    /// What the destructor does with jobs that wait: reads are dropped, writes are finished.
    enum class AtEnd {
        drop,
        finish,
    };

    /// What a job may use; valid while it runs.
    struct Job {
        store::Store& store;
        std::stop_token stop;
        /// Runs a function in the owner's thread, unless the context is gone or the job was replaced.
        std::function<void(std::function<void()>)> post;
        RedactorCache& redactors;

        /// By the rules that the store has now.
        [[nodiscard]] Result<std::shared_ptr<const redact::Redactor>> redactor() const {
            return redactors.of(store);
        }
    };

    /// Starts the thread, which opens `path` first. Where that fails every job answers the error.
    StoreWorker(const QString& name, store::OpenStore open, std::string path, AtEnd atEnd = AtEnd::drop,
                ThreadRank rank = ThreadRank::normal);
    ~StoreWorker();
    StoreWorker(const StoreWorker&) = delete;
    StoreWorker& operator=(const StoreWorker&) = delete;

    /// `done` runs in the owner's thread while `context` lives. The answer cancels the job, which then still
    /// tells `done`.
    template <typename T>
    std::stop_source run(Lane lane, QObject* context, std::function<Result<T>(Job&)> work,
                         std::function<void(Result<T>)> done) {
        return enqueue(lane, context,
                       [this, work = std::move(work), done = std::move(done)](
                           Result<store::Store*> opened, const Task& task, const Post& post) {
                           Result<T> result = std::unexpected(Error{});
                           if (opened) {
                               Job job{**opened, task.stop.get_token(), post, m_redactors};
                               result = work(job);
                           } else {
                               result = std::unexpected(opened.error());
                           }
                           post([done, result = std::move(result)]() mutable { done(std::move(result)); });
                       });
    }

    /// Stops what runs or waits in `lane`; nothing of it arrives any more.
    void drop(Lane lane);
    /// Breaks off the job that `stop` belongs to, also in the middle of a statement.
    void cancel(const std::stop_source& stop);

private:
    using Post = std::function<void(std::function<void()>)>;
    struct Task {
        Lane lane = Lane::ordered;
        std::stop_source stop;
        std::shared_ptr<bool> replaced; ///< read and written in the owner's thread only
        QPointer<QObject> context;
        std::function<void(Result<store::Store*>, const Task&, const Post&)> body;
    };

    std::stop_source enqueue(Lane lane, QObject* context,
                             std::function<void(Result<store::Store*>, const Task&, const Post&)> body);
    void loop();
    void runTask(const Task& task, Result<store::Store*> opened);
    bool waitForTask(Task& task);

    store::OpenStore m_open;
    std::string m_path;
    AtEnd m_atEnd;
    ThreadRank m_rank;
    RedactorCache m_redactors;                      ///< the thread's
    QObject m_relay;                                ///< receives what the thread posts; goes after the thread
    std::map<Lane, std::shared_ptr<bool>> m_newest; ///< `replaced` of the last job of each lane

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_waiting; // guarded by m_mutex, as all below
    Lane m_runningLane = Lane::ordered;
    std::stop_source m_runningStop;
    bool m_busy = false;
    bool m_stopping = false;
    store::Store* m_store = nullptr;

    std::unique_ptr<QThread> m_thread;
};

} // namespace goldpan::ui
