// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/text_rewriter.h"

#include "core/domain/tag.h"
#include "core/store/log_key.h"
#include "core/store/redacted_filter.h"

#include <nlohmann/json.hpp>

namespace goldpan::sql {

TextRewriter::TextRewriter(const redact::Redactor& redactor)
    : m_redactor(redactor)
    , m_json(redactor) {}

std::optional<std::string> TextRewriter::rewritten(TextKind kind, std::string_view text, Aspect aspect,
                                                   redact::RedactionCounts& counts) {
    switch (kind) {
    case TextKind::words:
    case TextKind::detail:
        return words(text, counts);
    case TextKind::tagged:
        return flagOfTag(text) == 0 ? words(text, counts) : std::nullopt;
    case TextKind::json:
        return json(text, redact::KeyRule::keepAll, counts);
    case TextKind::people:
        return json(text, redact::KeyRule::protectPeople, counts);
    case TextKind::logKey:
        return store::redactedLogKey(text, m_redactor, counts);
    case TextKind::spec:
        return spec(text, counts);
    case TextKind::change:
        return change(text, aspect, counts);
    case TextKind::filter:
    case TextKind::id:
    case TextKind::machine:
    case TextKind::ours:
    case TextKind::rules:
    case TextKind::index:
        break;
    }
    return std::nullopt;
}

std::optional<std::string> TextRewriter::words(std::string_view text, redact::RedactionCounts& counts) const {
    auto out = m_redactor.redact(text, counts);
    return out && *out != text ? out : std::nullopt;
}

std::optional<std::string> TextRewriter::json(std::string_view text, redact::KeyRule rule,
                                              redact::RedactionCounts& counts) {
    redact::RedactionCounts found;
    auto out = m_json.redact(text, rule, found);
    if (!out) {
        return words(text, counts); // damaged, but not less private for it
    }
    if (found == redact::RedactionCounts{} || *out == text) {
        return std::nullopt;
    }
    counts.add(found);
    return std::move(*out);
}

bool TextRewriter::isFilterToDrop(std::string_view text, redact::RedactionCounts& counts) const {
    if (!store::filterHoldsPii(text, m_redactor)) {
        return false;
    }
    (void)m_redactor.redact(text, counts); // what stands in a term alone, or in a pattern, is not counted
    return true;
}

/// Keys and the names of formats are the program's. A filter with tokens in it would find other rows: it is
/// left out, and said to be.
std::optional<std::string> TextRewriter::spec(std::string_view text, redact::RedactionCounts& counts) {
    auto spec = nlohmann::ordered_json::parse(text, nullptr, false);
    if (!spec.is_object()) {
        return json(text, redact::KeyRule::keepAll, counts);
    }
    bool isChanged = false;
    const auto known = spec.find("filter");
    if (known != spec.end() && known->is_string() &&
        isFilterToDrop(known->get_ref<const std::string&>(), counts)) {
        *known = "";
        spec["filter_left_out"] = true;
        isChanged = true;
    }
    for (const char* key : {"tags", "exclude"}) {
        const auto list = spec.find(key);
        if (list == spec.end() || !list->is_array()) {
            continue;
        }
        for (auto& tag : *list) {
            auto better = tag.is_string()
                              ? rewritten(TextKind::tagged, tag.get_ref<const std::string&>(), {}, counts)
                              : std::nullopt;
            if (better) {
                tag = std::move(*better);
                isChanged = true;
            }
        }
    }
    return isChanged ? Text(spec.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace))
                     : std::nullopt;
}

std::optional<std::string> TextRewriter::change(std::string_view text, Aspect aspect,
                                                redact::RedactionCounts& counts) {
    switch (aspect) {
    case Aspect::correction:
        return correction(text, counts);
    case Aspect::draft:
        return words(text, counts);
    case Aspect::state:
    case Aspect::tag:
        break; // a name of ours, or "1"
    }
    return std::nullopt;
}

/// Only what people wrote: its times and its source are the program's, and no undo could do without them.
std::optional<std::string> TextRewriter::correction(std::string_view text, redact::RedactionCounts& counts) {
    auto object = nlohmann::ordered_json::parse(text, nullptr, false);
    if (!object.is_object()) {
        return json(text, redact::KeyRule::keepAll, counts);
    }
    bool isChanged = false;
    for (const char* key : {"text", "operator"}) {
        const auto found = object.find(key);
        if (found == object.end() || !found->is_string()) {
            continue;
        }
        if (auto better = words(found->get_ref<const std::string&>(), counts)) {
            *found = std::move(*better);
            isChanged = true;
        }
    }
    return isChanged ? Text(object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace))
                     : std::nullopt;
}

} // namespace goldpan::sql
