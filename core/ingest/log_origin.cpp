// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_origin.h"

#include "core/base/files.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace goldpan::ingest {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t kMostBytes = 1 << 20;

/// The last line of the file, discarded where it is no object of ours.
Json lastOf(std::string_view text) {
    if (text.ends_with('\n')) {
        text.remove_suffix(1);
    }
    const std::size_t before = text.rfind('\n');
    Json last =
        Json::parse(before == std::string_view::npos ? text : text.substr(before + 1), nullptr, false);
    const bool isOurs = last.is_object() && last.contains("rules_hash") && last.contains("user_key") &&
                        last["rules_hash"].is_string() &&
                        (last["user_key"].is_string() || last["user_key"].is_null());
    return isOurs ? last : Json(Json::value_t::discarded);
}

Json keyOf(const std::string& mark) {
    return mark.empty() ? Json(nullptr) : Json(mark);
}

} // namespace

Result<LogOrigin> LogOrigin::open(const std::string& folder, const std::string& rulesHash,
                                  const redact::UserKey& users, redact::KeyChange change) {
    LogOrigin self;
    self.m_path = folder + '/' + std::string(kName);
    self.m_rulesHash = rulesHash;
    self.m_mark = users.mark();
    auto text = readFile(self.m_path, kMostBytes);
    if (!text) {
        return text.error().code == ErrorCode::notFound ? Result<LogOrigin>(std::move(self))
                                                        : std::unexpected(text.error());
    }
    const Json last = lastOf(*text);
    if (last.is_discarded()) {
        return fail(ErrorCode::corrupt,
                    "what the lines of this log went through cannot be read; delete the file to begin anew",
                    self.m_path);
    }
    const bool isSameKey = last["user_key"] == keyOf(self.m_mark);
    if (!isSameKey && change == redact::KeyChange::refused) {
        return fail(ErrorCode::refused, redact::changedKeyMessage(), folder);
    }
    self.m_isNoted = isSameKey && last["rules_hash"] == rulesHash;
    self.m_before = std::move(*text);
    return self;
}

Result<void> LogOrigin::note(const Clock& clock) {
    if (m_isNoted) {
        return {};
    }
    const Json line{
        {"since", formatTimestamp(clock.now())}, {"rules_hash", m_rulesHash}, {"user_key", keyOf(m_mark)}};
    auto written = writeFileAtomically(m_path, m_before + line.dump() + '\n');
    m_isNoted = written.has_value();
    return written;
}

} // namespace goldpan::ingest
