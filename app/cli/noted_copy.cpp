// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/noted_copy.h"

#include "app/cli/output.h"
#include "core/store/store_redactor.h"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <utility>

namespace goldpan::cli {

NotedCopy::NotedCopy(store::Store& store, store::CopyKind kind, const std::string& target, Io& io)
    : m_store(store)
    , m_io(io) {
    const auto redactor = store::redactorOf(store);
    std::error_code ignored;
    const auto number =
        redactor ? store.reredaction().beginCopy(
                       kind, (*redactor)->redacted(std::filesystem::absolute(target, ignored).string()),
                       io.clock.now())
                 : std::unexpected(redactor.error());
    if (number) {
        m_number = *number;
    } else {
        saySo(number.error());
    }
}

NotedCopy::~NotedCopy() {
    if (m_number) {
        (void)m_store.reredaction().forgetCopy(*m_number); // else it is listed as one that is not complete
    }
}

void NotedCopy::isMade(std::int64_t bytes) {
    const auto number = std::exchange(m_number, std::nullopt);
    const auto ended =
        number ? m_store.reredaction().endCopy(*number, std::max<std::int64_t>(bytes, 1)) : Result<void>();
    if (!ended) {
        saySo(ended.error());
    }
}

void NotedCopy::saySo(const Error& error) {
    m_io.err << "the store could not take a note of this copy: " << plainText(error.message) << '\n';
}

} // namespace goldpan::cli
