// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/row_acts.h"

#include "core/domain/tag.h"
#include "core/redact/redactor.h"
#include "core/review/correction_json.h"

#include <utility>

namespace goldpan::review {
namespace {

bool isSame(const std::optional<Correction>& held, const Correction& given, CorrectionOrigin origin) {
    if (!held || held->text != given.text) {
        return false;
    }
    return origin == CorrectionOrigin::file || (held->source == given.source && held->pii == given.pii);
}

} // namespace

std::string stateValue(ReviewState state) {
    return std::string(reviewStateName(state));
}

std::optional<std::string> correctionValue(const std::optional<Correction>& correction) {
    return correction ? std::optional(correctionToJson(*correction)) : std::nullopt;
}

std::optional<std::string> tagValue(bool hasTag) {
    return hasTag ? std::optional<std::string>("1") : std::nullopt;
}

RowChanges writeCorrection(store::WriteTransaction& tx, RowId row, Correction correction,
                           CorrectionOrigin origin, const redact::Redactor& redactor) {
    const auto status = tx.status(row, correction.operatorName);
    if (!status) {
        return std::unexpected(status.error());
    }
    std::vector<Change> changes;
    if (!isSame(status->correction, correction, origin)) {
        if (status->correction) {
            correction.createdAt = status->correction->createdAt;
        }
        if (status->state != ReviewState::corrected) {
            changes.push_back(
                {row, Aspect::state, {}, stateValue(status->state), stateValue(ReviewState::corrected)});
        }
        changes.push_back(
            {row, Aspect::correction, {}, correctionValue(status->correction), correctionToJson(correction)});
        if (auto set = tx.setDecision(row, ReviewState::corrected, correction); !set) {
            return std::unexpected(set.error());
        }
    }
    if (origin == CorrectionOrigin::file) {
        return changes;
    }
    auto marked = writeTag(tx, row, kTagOperatorReview, true);
    if (!marked) {
        return marked;
    }
    changes.insert(changes.end(), marked->begin(), marked->end());
    if (status->draft) {
        if (auto set = tx.setDraft(row, correction.operatorName, std::nullopt, correction.updatedAt); !set) {
            return std::unexpected(set.error());
        }
        changes.push_back(
            {row, Aspect::draft, correction.operatorName, redactor.redacted(*status->draft), std::nullopt});
    }
    return changes;
}

RowChanges writeDecision(store::WriteTransaction& tx, RowId row, ReviewState state,
                         std::string_view operatorName, Timestamp at, const redact::Redactor& redactor) {
    const auto status = tx.status(row, operatorName);
    if (!status) {
        return std::unexpected(status.error());
    }
    std::vector<Change> changes;
    if (status->state == state) {
        return changes;
    }
    if (auto set = tx.setDecision(row, state, std::nullopt); !set) {
        return std::unexpected(set.error());
    }
    changes.push_back({row, Aspect::state, {}, stateValue(status->state), stateValue(state)});
    if (!status->correction) {
        return changes;
    }
    changes.push_back({row, Aspect::correction, {}, correctionValue(status->correction), std::nullopt});
    if (!status->draft) {
        std::string draft = redactor.redacted(status->correction->text);
        if (auto set = tx.setDraft(row, operatorName, draft, at); !set) {
            return std::unexpected(set.error());
        }
        changes.push_back({row, Aspect::draft, std::string(operatorName), std::nullopt, std::move(draft)});
    }
    return changes;
}

RowChanges writeOtherDraft(store::WriteTransaction& tx, RowId row, const std::optional<std::string>& draft,
                           std::string_view operatorName, Timestamp at, const redact::Redactor& redactor) {
    const auto status = tx.status(row, operatorName);
    if (!status) {
        return std::unexpected(status.error());
    }
    std::vector<Change> changes;
    if (status->draft == draft) {
        return changes;
    }
    if (auto set = tx.setDraft(row, operatorName, draft, at); !set) {
        return std::unexpected(set.error());
    }
    if (status->draft) {
        changes.push_back(
            {row, Aspect::draft, std::string(operatorName), redactor.redacted(*status->draft), draft});
    }
    return changes;
}

RowChanges writeTag(store::WriteTransaction& tx, RowId row, std::string_view tag, bool add) {
    const auto done = add ? tx.addTag(row, tag) : tx.removeTag(row, tag);
    if (!done) {
        return std::unexpected(done.error());
    }
    std::vector<Change> changes;
    if (*done) {
        changes.push_back({row, Aspect::tag, std::string(tag), tagValue(!add), tagValue(add)});
    }
    return changes;
}

} // namespace goldpan::review
