// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search_index.h"

namespace goldpan::store {

std::string_view indexStateName(IndexState state) {
    switch (state) {
    case IndexState::missing:
        return "missing";
    case IndexState::building:
        return "building";
    case IndexState::ready:
        return "ready";
    }
    return "missing";
}

} // namespace goldpan::store
