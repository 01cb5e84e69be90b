// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/async/compute_worker.h"

#include "ui/async/thread_rank.h"

#include <QThread>

namespace goldpan::ui {

ComputeWorker::ComputeWorker(const QString& name)
    : m_thread(QThread::create([this] { loop(); })) {
    m_thread->setObjectName(name);
    m_thread->start();
}

ComputeWorker::~ComputeWorker() {
    drop();
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
        m_wake.notify_one();
    }
    m_thread->wait();
}

void ComputeWorker::drop() {
    if (m_newest != nullptr) {
        *m_newest = true; // also where it is over and its result is on its way through the event queue
        m_newest = nullptr;
    }
    const std::scoped_lock lock(m_mutex);
    m_waiting.reset();
    m_runningStop.request_stop();
}

void ComputeWorker::enqueue(QObject* context,
                            std::function<std::function<void()>(const std::stop_token&)> work) {
    drop();
    m_newest = std::make_shared<bool>(false);
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting = Task{{}, m_newest, context, std::move(work)};
    }
    m_wake.notify_one(); // without the lock, which it would wait for at once
}

std::optional<ComputeWorker::Task> ComputeWorker::waitForTask() {
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_stopping || m_waiting; });
    if (m_stopping) {
        return std::nullopt;
    }
    std::optional<Task> task = std::exchange(m_waiting, std::nullopt);
    m_runningStop = task->stop;
    return task;
}

void ComputeWorker::loop() {
    setThreadRank(ThreadRank::background);
    while (const std::optional<Task> task = waitForTask()) {
        QMetaObject::invokeMethod(
            &m_relay,
            [replaced = task->replaced, context = task->context,
             answer = task->work(task->stop.get_token())] {
                if (!*replaced && context) {
                    answer();
                }
            },
            Qt::QueuedConnection);
    }
}

} // namespace goldpan::ui
