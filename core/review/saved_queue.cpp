// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/saved_queue.h"

#include "core/base/utf8.h"
#include "core/queue/filter_parser.h"
#include "core/store/redacted_filter.h"

#include <algorithm>
#include <string>
#include <utility>

namespace goldpan::review {
namespace {

constexpr std::size_t kMostNameBytes = 100;

Result<void> checkName(std::string_view name) {
    const bool isBlank = name.find_first_not_of(' ') == std::string_view::npos;
    const bool hasControls =
        std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    if (isBlank || hasControls || name.size() > kMostNameBytes || !isValidUtf8(name)) {
        return fail(ErrorCode::badValue, "a queue needs a name of one line, of at most " +
                                             std::to_string(kMostNameBytes) + " bytes");
    }
    return {};
}

Result<void> checkFilter(std::string_view filterText, const redact::Redactor& redactor) {
    if (const auto filter = queue::filterFromText(filterText); !filter) {
        return std::unexpected(filter.error());
    }
    if (store::filterHoldsPii(filterText, redactor)) {
        return fail(ErrorCode::refused, "the filter holds PII, and with a token in its place it would find "
                                        "other rows; take the PII out of it");
    }
    return {};
}

Result<std::optional<store::SavedQueue>> namedQueue(store::SavedQueues& queues, std::string_view name) {
    const auto all = queues.list();
    if (!all) {
        return std::unexpected(all.error());
    }
    const auto found = std::ranges::find(*all, name, &store::SavedQueue::name);
    return found == all->end() ? std::nullopt : std::optional(*found);
}

} // namespace

Result<SavedQueueOutcome> saveQueue(store::SavedQueues& queues, const redact::Redactor& redactor,
                                    const store::SavedQueue& queue) {
    SavedQueueOutcome out{queue};
    out.queue.name = redactor.redacted(queue.name);
    out.redacted = out.queue.name != queue.name;
    if (auto fine = checkName(out.queue.name); !fine) {
        return std::unexpected(fine.error());
    }
    if (auto fine = checkFilter(queue.filter, redactor); !fine) {
        return std::unexpected(fine.error());
    }
    const auto saved = queues.inOne([&]() -> Result<void> {
        auto held = namedQueue(queues, out.queue.name);
        if (!held) {
            return std::unexpected(held.error());
        }
        if (*held && **held != out.queue) {
            out.replaced = std::move(*held);
        }
        return queues.put(out.queue);
    });
    return saved ? Result<SavedQueueOutcome>(std::move(out)) : std::unexpected(saved.error());
}

Result<void> putQueueBack(store::SavedQueues& queues, const store::SavedQueue& earlier,
                          const std::optional<store::SavedQueue>& later, std::size_t place) {
    return queues.inOne([&]() -> Result<void> {
        const auto held = namedQueue(queues, earlier.name);
        if (!held) {
            return std::unexpected(held.error());
        }
        if (*held && *held != later) {
            return fail(ErrorCode::refused,
                        "somebody has saved a newer queue of that name; it was left as it is");
        }
        auto put = queues.put(earlier);
        return put && !*held ? queues.move(earlier.name, place) : put;
    });
}

Result<std::string> renameQueue(store::SavedQueues& queues, const redact::Redactor& redactor,
                                std::string_view from, std::string_view to) {
    std::string name = redactor.redacted(to);
    if (auto fine = checkName(name); !fine) {
        return std::unexpected(fine.error());
    }
    auto renamed = queues.rename(from, name);
    return renamed ? Result<std::string>(std::move(name)) : std::unexpected(renamed.error());
}

} // namespace goldpan::review
