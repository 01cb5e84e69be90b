// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/row_detail.h"

#include "core/store/export_reader.h"
#include "core/store/queue_reader.h"
#include "core/store/store.h"

#include <algorithm>
#include <array>

namespace goldpan::ui {
namespace {

Result<void> readParts(RowDetail& out, store::Store& store, RowId row, std::string_view operatorName) {
    auto record = store.entries().read(row);
    if (!record) {
        return std::unexpected(record.error());
    }
    out.record = std::move(*record);
    auto rows = store.queue().rows(std::array{row});
    if (!rows) {
        return std::unexpected(rows.error());
    }
    if (!rows->empty()) {
        out.row = std::move(rows->front());
    }
    auto drafts = store.entries().drafts(row);
    if (!drafts) {
        return std::unexpected(drafts.error());
    }
    for (Draft& draft : *drafts) {
        if (draft.operatorName == operatorName) {
            out.draft = std::move(draft);
        }
    }
    auto suggestion = store.entries().suggestion(row);
    if (!suggestion) {
        return std::unexpected(suggestion.error());
    }
    out.suggestion = std::move(*suggestion);
    return {};
}

} // namespace

const std::string& RowDetail::baseText() const {
    return record.correction ? record.correction->text : record.entry.response;
}

const std::string& RowDetail::editorText() const {
    return draft ? draft->text : baseText();
}

Timestamp RowDetail::wordsFrom() const {
    return draft ? draft->updatedAt : record.correction ? record.correction->updatedAt : Timestamp{};
}

const Correction* RowDetail::newerByAnother(Timestamp than, std::string_view operatorName) const {
    const std::optional<Correction>& found = record.correction;
    return found && found->updatedAt > than && found->operatorName != operatorName ? &*found : nullptr;
}

bool RowDetail::hasTag(std::string_view tag) const {
    return std::ranges::find(record.entry.tags, tag) != record.entry.tags.end();
}

Result<RowDetailPtr> readRowDetail(store::Store& store, RowId row, std::string_view operatorName) {
    auto out = std::make_shared<RowDetail>();
    // What is shown of a row fits together; and a moment for each part of it would cost a lock each, and
    // beside an import, which commits all the time, the page cache too.
    if (auto done = store.exports().atOneMoment([&] { return readParts(*out, store, row, operatorName); });
        !done) {
        return std::unexpected(done.error());
    }
    // Messages that cannot be read leave the prompt, which always can.
    out->conversation = conversationOf(out->record.entry)
                            .value_or(std::vector{Message{.role = "user", .text = out->record.entry.prompt}});
    return out;
}

} // namespace goldpan::ui
