// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ComputeWorker: a thread that computes one thing at a time without a store and hands the result back to the
// thread that owns the worker. Newest wins; keys come first. Owned by whoever made it; every method belongs
// to that one thread.
#pragma once

#include <QObject>
#include <QPointer>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

class QThread;

namespace goldpan::ui {

class ComputeWorker {
public:
    explicit ComputeWorker(const QString& name);
    /// Stops what runs and waits for the thread.
    ~ComputeWorker();
    ComputeWorker(const ComputeWorker&) = delete;
    ComputeWorker& operator=(const ComputeWorker&) = delete;

    /// Replaces what runs or waits: that is stopped, and its result never arrives. `done` runs in the owner's
    /// thread while `context` lives.
    template <typename T>
    void run(QObject* context, std::function<std::shared_ptr<const T>(const std::stop_token&)> work,
             std::function<void(std::shared_ptr<const T>)> done) {
        enqueue(context, [work = std::move(work), done = std::move(done)](const std::stop_token& stop) {
            return [result = work(stop), done] { done(result); };
        });
    }

    /// Stops what runs or waits; nothing of it arrives any more.
    void drop();

private:
    struct Task {
        std::stop_source stop;
        std::shared_ptr<bool> replaced; ///< read and written in the owner's thread only
        QPointer<QObject> context;
        std::function<std::function<void()>(const std::stop_token&)> work; ///< answers what the owner runs
    };

    void enqueue(QObject* context, std::function<std::function<void()>(const std::stop_token&)> work);
    [[nodiscard]] std::optional<Task> waitForTask();
    void loop();

    QObject m_relay;                ///< receives what the thread posts; goes after the thread
    std::shared_ptr<bool> m_newest; ///< `replaced` of the last task

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<Task> m_waiting; // guarded by m_mutex, as all below
    std::stop_source m_runningStop{std::nostopstate};
    bool m_stopping = false;

    std::unique_ptr<QThread> m_thread;
};

} // namespace goldpan::ui
