// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/text_columns.h"

namespace goldpan::sql {
namespace {

using enum TextKind;
using enum Names;

constexpr TextColumn kModel[] = {{"name", machine, "model"}};
constexpr TextColumn kTag[] = {{"name", tagged, "tag", tag}};
constexpr TextColumn kEntry[] = {{"request_id", id, "request_id"}, {"user_id_hash", id, "user_id_hash"}};
constexpr TextColumn kEntryText[] = {
    {"prompt", words, "prompt"}, {"response", words, "response"}, {"messages", json, "messages"},
    {"output", json, "output"},  {"tools", json, "tools"},        {"feedback", people, "feedback"},
    {"meta", people, "meta"},
};
constexpr TextColumn kCorrection[] = {{"text", words, "correction"}, {"operator", words, "operator"}};
constexpr TextColumn kDraft[] = {{"text", words, "draft"}, {"operator", words, "operator", numbered}};
constexpr TextColumn kAct[] = {{"operator", words, "operator"}, {"detail", detail, "history"}};
constexpr TextColumn kActChange[] = {
    {"name", tagged, "history"}, {"before", change, "history"}, {"after", change, "history"}};
constexpr TextColumn kDriftEvent[] = {{"model", machine, "model"}};
constexpr TextColumn kFeedbackEvent[] = {{"request_id", id, "request_id"}};
constexpr TextColumn kExportBatch[] = {{"format", ours, "format"},
                                       {"path", words, "path"},
                                       {"sha256", ours, "sha256"},
                                       {"spec", spec, "export"},
                                       {"manifest_sha256", ours, "sha256"}};
constexpr TextColumn kImportProfile[] = {{"name", words, "profile"}, {"sha256", ours, "sha256"}};
constexpr TextColumn kBadLine[] = {{"source", words, "path", source}, {"reason", words, "quarantine"}};
constexpr TextColumn kPolicy[] = {{"key", ours, "policy"}, {"value", ours, "policy"}};
// The filter first: a queue that goes needs no new name.
constexpr TextColumn kSavedQueue[] = {{"filter", filter, "saved_queue"},
                                      {"name", words, "saved_queue", numbered},
                                      {"sorting", ours, "saved_queue"}};
constexpr TextColumn kSuggestion[] = {{"text", words, "suggestion"}};
constexpr TextColumn kSamplingSource[] = {{"source", words, "path", source}, {"keep", ours, "sampling"}};
constexpr TextColumn kRetrain[] = {{"model", machine, "model"},
                                   {"marked_by", words, "operator"},
                                   {"deployed_by", words, "operator"},
                                   {"reason", words, "ledger"}};
constexpr TextColumn kGateVerdict[] = {{"model", machine, "model"},
                                       {"verdict", ours, "ledger"},
                                       {"report", json, "ledger"},
                                       {"operator", words, "operator"}};
constexpr TextColumn kHeldRow[] = {
    {"request_id", id, "request_id"}, {"model", machine, "model"},   {"user_id_hash", id, "user_id_hash"},
    {"tags", json, "held_row"},       {"prompt", words, "held_row"}, {"response", words, "held_row"},
    {"messages", json, "held_row"},   {"output", json, "held_row"},  {"tools", json, "held_row"},
    {"feedback", people, "held_row"}, {"meta", people, "held_row"},
};
constexpr TextColumn kFollowedLog[] = {{"log", logKey, "path", log}};
constexpr TextColumn kFollowedFile[] = {
    {"log", logKey, "path", log}, {"head", ours, "sha256"}, {"source", words, "path", source}};
constexpr TextColumn kRuleSet[] = {
    {"hash", ours, "rules"}, {"json", rules, "rules"}, {"operator", words, "operator"}};
constexpr TextColumn kUserKey[] = {{"mark", ours, "user_key"}, {"operator", words, "operator"}};
constexpr TextColumn kReredaction[] = {
    {"hash", ours, "rules"}, {"rules", rules, "rules"}, {"operator", words, "operator"}};
constexpr TextColumn kReredactionName[] = {{"before", ours, "path"}, {"after", ours, "path"}};
constexpr TextColumn kBackup[] = {{"path", words, "path"}, {"kind", ours, "path"}};
constexpr TextColumn kValueRun[] = {{"data", ours, "order"}}; // numbers alone
constexpr TextColumn kSearchPage[] = {{"data", index, "index"}};

constexpr TextTable kTables[] = {
    {"model", kModel},
    {"tag", kTag},
    {"entry", kEntry},
    {"entry_text", kEntryText, TextOwner::row, "id"},
    {"correction", kCorrection, TextOwner::row, "entry"},
    {"draft", kDraft, TextOwner::row, "entry", "entry"},
    {"suggestion", kSuggestion, TextOwner::row, "entry"},
    {"act", kAct},
    {"act_change", kActChange, TextOwner::act, "act"},
    {"held_row", kHeldRow},
    {"drift_event", kDriftEvent},
    {"feedback_event", kFeedbackEvent},
    {"export_batch", kExportBatch},
    {"import_profile", kImportProfile},
    {"bad_line", kBadLine, TextOwner::nobody, {}, {}, "source, line"},
    {"policy", kPolicy, TextOwner::nobody, {}, {}, "key"},
    {"saved_queue", kSavedQueue, TextOwner::nobody, {}, {}, "name"},
    {"sampling_source", kSamplingSource, TextOwner::nobody, {}, {}, "source"},
    {"retrain", kRetrain},
    {"gate_verdict", kGateVerdict},
    {"followed_log", kFollowedLog, TextOwner::nobody, {}, {}, "log"},
    {"followed_file", kFollowedFile, TextOwner::nobody, {}, {}, "log, device, inode"},
    {"rule_set", kRuleSet},
    {"user_key", kUserKey},
    {"reredaction", kReredaction},
    {"reredaction_name", kReredactionName, TextOwner::nobody, {}, {}, "before"},
    {"backup", kBackup},
    {"value_run", kValueRun},
    {"search_page", kSearchPage},
};

} // namespace

std::span<const TextTable> textTables() {
    return kTables;
}

} // namespace goldpan::sql
