// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/meanwhile.h"

namespace goldpan::review {

Result<void> Meanwhile::begin(store::WriteGate& gate, std::size_t rows) {
    if (rows < 2) {
        return {};
    }
    return gate.transact([this](store::WriteTransaction& tx) -> Result<void> {
        const auto place = tx.journalEnd();
        if (!place) {
            return std::unexpected(place.error());
        }
        m_place = *place;
        return {};
    });
}

RowChanges Meanwhile::unlessTouched(store::WriteTransaction& tx, RowId row,
                                    const std::function<RowChanges()>& write) {
    if (m_place < 0) {
        return write();
    }
    const auto touched = tx.wasChangedSince(row, m_aspects, m_name, m_place);
    if (!touched) {
        return std::unexpected(touched.error());
    }
    if (!*touched) {
        return write();
    }
    ++m_count;
    return {};
}

} // namespace goldpan::review
