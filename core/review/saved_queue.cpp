// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/saved_queue.h"

#include "core/base/utf8.h"
#include "core/queue/filter_parser.h"

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

} // namespace

Result<SavedQueueOutcome> saveQueue(store::SavedQueues& queues, const redact::Redactor& redactor,
                                    const store::SavedQueue& queue) {
    SavedQueueOutcome out{queue};
    out.queue.name = redactor.redacted(queue.name);
    out.queue.filter = redactor.redacted(queue.filter);
    out.redacted = out.queue != queue;
    if (auto fine = checkName(out.queue.name); !fine) {
        return std::unexpected(fine.error());
    }
    if (auto parsed = queue::filterFromText(out.queue.filter); !parsed) {
        return std::unexpected(parsed.error());
    }
    if (auto put = queues.put(out.queue); !put) {
        return std::unexpected(put.error());
    }
    return out;
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
