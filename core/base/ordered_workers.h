// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OrderedWorkers: threads that each make something of what is put in; it comes out in the order it went in,
// whichever thread was first. Owns the threads, which end with it; put() and take() belong to one thread.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

namespace goldpan {

template <typename In, typename Out>
class OrderedWorkers {
public:
    using Work = std::function<Out(In)>;

    /// `makeWork` is asked once on each of the threads, so that what it makes need not be shared.
    OrderedWorkers(std::size_t threads, const std::function<Work()>& makeWork)
        : m_makeWork(makeWork) {
        for (std::size_t i = 0; i < threads; ++i) {
            m_threads.emplace_back([this](const std::stop_token& stop) { workAll(stop); });
        }
    }
    OrderedWorkers(const OrderedWorkers&) = delete;
    OrderedWorkers& operator=(const OrderedWorkers&) = delete;
    ~OrderedWorkers() = default;

    void put(In item) {
        const std::lock_guard lock(m_mutex);
        m_waiting.emplace_back(m_put++, std::move(item));
        m_mayWork.notify_one();
    }

    /// How many were put in and not taken out yet.
    [[nodiscard]] std::size_t outstanding() const { return m_put - m_taken; }

    /// The next one, where it is made already.
    [[nodiscard]] std::optional<Out> takeIfMade() {
        std::unique_lock lock(m_mutex);
        return m_made.contains(m_taken) ? std::optional(takeFirst(lock)) : std::nullopt;
    }

    /// Waits for the next one; there must be one outstanding. Throws what its work threw.
    [[nodiscard]] Out take() {
        std::unique_lock lock(m_mutex);
        m_isMade.wait(lock, [this] { return m_made.contains(m_taken); });
        return takeFirst(lock);
    }

private:
    using Made = std::variant<Out, std::exception_ptr>;

    [[nodiscard]] Out takeFirst(std::unique_lock<std::mutex>& lock) {
        auto node = m_made.extract(m_taken++);
        lock.unlock();
        if (auto* const problem = std::get_if<std::exception_ptr>(&node.mapped())) {
            std::rethrow_exception(*problem);
        }
        return std::move(std::get<Out>(node.mapped()));
    }

    void workAll(const std::stop_token& stop) {
        std::optional<Work> work;
        std::unique_lock lock(m_mutex);
        while (m_mayWork.wait(lock, stop, [this] { return !m_waiting.empty(); }) && !stop.stop_requested()) {
            auto [number, item] = std::move(m_waiting.front());
            m_waiting.pop_front();
            lock.unlock();
            auto made = [&]() -> Made {
                try {
                    if (!work) {
                        work.emplace(m_makeWork());
                    }
                    return (*work)(std::move(item));
                } catch (...) {
                    return std::current_exception();
                }
            }();
            lock.lock();
            m_made.emplace(number, std::move(made));
            m_isMade.notify_one();
        }
    }

    const std::function<Work()> m_makeWork;
    std::mutex m_mutex; ///< guards m_waiting and m_made
    std::condition_variable_any m_mayWork;
    std::condition_variable_any m_isMade;
    std::deque<std::pair<std::size_t, In>> m_waiting;
    std::map<std::size_t, Made> m_made;
    std::size_t m_put = 0;               ///< of the one thread
    std::size_t m_taken = 0;             ///< of the one thread
    std::vector<std::jthread> m_threads; ///< last: joined before what they use goes
};

} // namespace goldpan
