// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/async/store_worker.h"

#include <QThread>

namespace goldpan::ui {

StoreWorker::StoreWorker(const QString& name, store::OpenStore open, std::string path, AtEnd atEnd,
                         ThreadRank rank)
    : m_open(std::move(open))
    , m_path(std::move(path))
    , m_atEnd(atEnd)
    , m_rank(rank)
    , m_thread(QThread::create([this] { loop(); })) {
    m_thread->setObjectName(name);
    m_thread->start();
}

StoreWorker::~StoreWorker() {
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
        if (m_atEnd == AtEnd::drop) {
            m_waiting.clear();
            if (m_busy) {
                m_runningStop.request_stop();
                if (m_store != nullptr) {
                    m_store->interrupt();
                }
            }
        }
        m_wake.notify_one();
    }
    m_thread->wait();
}

std::stop_source
StoreWorker::enqueue(Lane lane, QObject* context,
                     std::function<void(Result<store::Store*>, const Task&, const Post&)> body) {
    drop(lane);
    Task task{lane, {}, std::make_shared<bool>(false), context, std::move(body)};
    std::stop_source stop = task.stop;
    if (lane != Lane::ordered) {
        m_newest[lane] = task.replaced;
    }
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back(std::move(task));
    }
    m_wake.notify_one(); // without the lock, which it would wait for at once
    return stop;
}

void StoreWorker::drop(Lane lane) {
    if (lane == Lane::ordered) {
        return;
    }
    // Also a job that is over: its result may still be on its way through the event queue.
    if (const auto newest = m_newest.find(lane); newest != m_newest.end()) {
        *newest->second = true;
        m_newest.erase(newest);
    }
    // Under the lock, so that the interrupt cannot hit the job after the one that is meant.
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_waiting, [lane](const Task& task) { return task.lane == lane; });
    if (m_busy && m_runningLane == lane) {
        m_runningStop.request_stop();
        if (m_store != nullptr) {
            m_store->interrupt();
        }
    }
}

void StoreWorker::cancel(const std::stop_source& stop) {
    const std::scoped_lock lock(m_mutex);
    stop.request_stop();
    if (m_busy && m_runningStop == stop && m_store != nullptr) {
        m_store->interrupt();
    }
}

bool StoreWorker::waitForTask(Task& task) {
    std::unique_lock lock(m_mutex);
    m_busy = false;
    m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
    if (m_waiting.empty()) {
        return false;
    }
    task = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_runningLane = task.lane;
    m_runningStop = task.stop;
    m_busy = true;
    return true;
}

void StoreWorker::loop() {
    setThreadRank(m_rank);
    auto opened = m_open(m_path);
    Result<store::Store*> answer = opened ? Result<store::Store*>(opened->get())
                                          : Result<store::Store*>(std::unexpected(opened.error()));
    if (opened) {
        const std::scoped_lock lock(m_mutex);
        m_store = opened->get();
    }
    for (Task task; waitForTask(task); task = {}) {
        runTask(task, answer);
    }
    const std::scoped_lock lock(m_mutex);
    m_store = nullptr; // the store goes with this frame, in the thread that opened it
}

void StoreWorker::runTask(const Task& task, Result<store::Store*> opened) {
    const Post post = [this, replaced = task.replaced, context = task.context](std::function<void()> call) {
        QMetaObject::invokeMethod(
            &m_relay,
            [replaced, context, call = std::move(call)] {
                if (!*replaced && context) {
                    call();
                }
            },
            Qt::QueuedConnection);
    };
    task.body(opened, task, post);
}

} // namespace goldpan::ui
