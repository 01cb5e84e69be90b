// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// EntryDecoder: one line of the lesson's JSONL into a redacted LogEntry. Owns parsers and buffers: one
// object, one thread.
#pragma once

#include "core/redact/redactor.h"
#include "core/redact/user_hash.h"
#include "core/store/importer.h"

#include <cstddef>
#include <expected>
#include <memory>
#include <string>
#include <string_view>

namespace goldpan::ingest {

inline constexpr std::size_t kMaxLineBytes = std::size_t{256} << 20;

/// Why a line is quarantined; the names are the classes of the quarantine's reasons.
enum class LineFault {
    notJson,
    wrongType,    ///< valid JSON, but no object, or a field of another type
    missingField, ///< request_id, ts, model_version, prompt or response is absent (tags may be: none)
    badTimestamp,
    badUtf8,
    tooLong,
};

[[nodiscard]] std::string_view lineFaultName(LineFault fault);

struct DecodeFailure {
    LineFault fault = LineFault::notJson;
    std::string detail;    ///< the field or what was expected; never the text
    bool isObject = false; ///< the line is a JSON object all the same (the file is JSONL)
};

[[nodiscard]] DecodeFailure lineTooLong();
/// `class: detail`, as the quarantine shows it.
[[nodiscard]] std::string quarantineReason(const DecodeFailure& failure);

struct DecodedLine {
    store::ImportRow row;
    bool repaired = false;
};

class EntryDecoder {
public:
    /// `redactor` must outlive this.
    explicit EntryDecoder(const redact::Redactor& redactor, const redact::UserKey& users = {});
    ~EntryDecoder();

    /// `line` without its line feed. Both dialects (compact and json.dumps), any white space; a key given
    /// twice: the last counts. Redacts as it decodes, adding to `counts` only where the line is good.
    [[nodiscard]] std::expected<DecodedLine, DecodeFailure> decode(std::string_view line,
                                                                   redact::RedactionCounts& counts);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace goldpan::ingest
