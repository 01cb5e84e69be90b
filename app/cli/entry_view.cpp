// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/entry_view.h"

#include "app/cli/history_lines.h"
#include "app/cli/output.h"
#include "core/domain/message.h"

#include <ostream>

namespace goldpan::cli {
namespace {

/// The fields of a row with the optional keys as raw JSON text: parsing them would bend numbers and drop
/// doubled keys.
std::string entryText(const LogEntry& entry) {
    auto text = jsonText({{"request_id", entry.requestId},
                          {"ts", jsonTime(entry.ts)},
                          {"model_version", entry.modelVersion},
                          {"prompt", entry.prompt},
                          {"response", entry.response},
                          {"latency_ms", jsonOrNull(entry.latencyMs)},
                          {"user_id_hash", jsonOrNull(entry.userIdHash)},
                          {"response_logprob", jsonOrNull(entry.responseLogprob)},
                          {"tags", entry.tags}});
    text.pop_back();
    const std::vector<std::pair<std::string_view, const std::string&>> optionalKeys{
        {"messages", entry.messages},
        {"output", entry.output},
        {"tools", entry.tools},
        {"feedback", entry.feedback},
        {"meta", entry.meta}};
    for (const auto& [key, json] : optionalKeys) {
        if (!json.empty()) {
            text.append(",\"").append(key).append("\":").append(json);
        }
    }
    return text + '}';
}

Json correctionJson(const Correction& correction) {
    return {{"text", correction.text},
            {"operator", correction.operatorName},
            {"source", correctionSourceName(correction.source)},
            {"created_at", jsonTime(correction.createdAt)},
            {"updated_at", jsonTime(correction.updatedAt)},
            {"pii", correction.pii}};
}

void printText(std::ostream& out, std::string_view title, std::string_view text) {
    out << '\n' << plainText(title) << '\n' << indented(text, "  ");
}

void printContext(std::ostream& out, const LogEntry& entry) {
    const auto turns =
        entry.messages.empty() ? Result<std::vector<Message>>() : parseMessages(entry.messages);
    if (!turns || turns->empty()) {
        printText(out, "prompt", entry.prompt);
        return;
    }
    for (const auto& turn : *turns) {
        printText(out, turn.role, turn.text.empty() ? turn.toolCalls : turn.text);
    }
}

} // namespace

void printEntryJson(std::ostream& out, const EntryView& view) {
    Json rest{
        {"state", reviewStateName(view.record.state)},
        {"correction", view.record.correction ? correctionJson(*view.record.correction) : Json(nullptr)},
        {"drafts", Json::array()},
        {"history", Json::array()}};
    for (const auto& draft : view.drafts) {
        rest["drafts"].push_back({{"operator", draft.operatorName},
                                  {"text", draft.text},
                                  {"updated_at", jsonTime(draft.updatedAt)}});
    }
    for (const auto& item : view.history) {
        rest["history"].push_back(historyJson(item));
    }
    if (view.suggestion) {
        rest["suggestion"] = *view.suggestion;
    }
    out << "{\"entry\":" << entryText(view.record.entry) << ',' << jsonText(rest).substr(1) << '\n';
}

void printEntry(std::ostream& out, const EntryView& view) {
    const auto& entry = view.record.entry;
    printTable(out, {{"request_id", entry.requestId},
                     {"ts", entry.ts ? formatTimestamp(*entry.ts) : "-"},
                     {"model_version", entry.modelVersion},
                     {"latency_ms", jsonText(jsonOrNull(entry.latencyMs))},
                     {"response_logprob", jsonText(jsonOrNull(entry.responseLogprob))},
                     {"user_id_hash", entry.userIdHash.value_or("-")},
                     {"tags", entry.tags.empty() ? "-" : joined(entry.tags, ", ")},
                     {"state", std::string(reviewStateName(view.record.state))}});
    printContext(out, entry);
    printText(out, "response", entry.response.empty() ? entry.output : entry.response);
    if (const auto& correction = view.record.correction) {
        printText(out,
                  "correction by " + correction->operatorName + " (" +
                      std::string(correctionSourceName(correction->source)) + "), " +
                      formatTimestamp(correction->updatedAt) + (correction->pii ? ", held back: pii" : ""),
                  correction->text);
    }
    for (const auto& draft : view.drafts) {
        printText(out, "draft of " + draft.operatorName + ", " + formatTimestamp(draft.updatedAt),
                  draft.text);
    }
    if (view.suggestion) {
        printText(out, "suggestion", *view.suggestion);
    }
    if (!view.history.empty()) {
        out << "\nhistory\n";
        printHistory(out, view.history);
    }
}

} // namespace goldpan::cli
