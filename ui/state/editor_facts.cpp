// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/editor_facts.h"

#include "ui/common/text_bridge.h"
#include "ui/state/row_detail.h"

namespace goldpan::ui {

EditorStatus storedStatus(const RowDetail& detail) {
    EditorStatus status;
    if (detail.draft) {
        status.kind = EditorStatus::Kind::draftDurable;
        status.at = detail.draft->updatedAt;
    } else if (detail.record.correction) {
        status.kind = EditorStatus::Kind::saved;
        status.at = detail.record.correction->updatedAt;
    } else {
        status.kind = EditorStatus::Kind::untouched;
    }
    return status;
}

bool standsElsewhere(const std::string& words, const RowDetail& detail) {
    return words.empty() || words == detail.record.entry.response || words == detail.baseText();
}

void addFacts(EditorStatus& status, const RowDetail& detail, const std::string& text, Timestamp begun,
              const std::string& operatorName) {
    status.empty = text.empty();
    status.identical = text == detail.record.entry.response;
    status.heldBack =
        status.kind == EditorStatus::Kind::saved && detail.record.correction && detail.record.correction->pii;
    if (const auto* other = detail.newerByAnother(begun, operatorName)) {
        status.other = toQString(other->operatorName);
        status.otherAt = other->updatedAt;
    }
}

} // namespace goldpan::ui
