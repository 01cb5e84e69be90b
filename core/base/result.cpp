// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

namespace goldpan {

std::string_view errorName(ErrorCode code) {
    switch (code) {
    case ErrorCode::usage:
        return "usage";
    case ErrorCode::notFound:
        return "not_found";
    case ErrorCode::notAStore:
        return "not_a_store";
    case ErrorCode::newerStore:
        return "newer_store";
    case ErrorCode::notJsonl:
        return "not_jsonl";
    case ErrorCode::unreadable:
        return "unreadable";
    case ErrorCode::unwritable:
        return "unwritable";
    case ErrorCode::diskFull:
        return "disk_full";
    case ErrorCode::busy:
        return "busy";
    case ErrorCode::corrupt:
        return "corrupt";
    case ErrorCode::badFilter:
        return "bad_filter";
    case ErrorCode::badValue:
        return "bad_value";
    case ErrorCode::conflict:
        return "conflict";
    case ErrorCode::refused:
        return "refused";
    case ErrorCode::cancelled:
        return "cancelled";
    case ErrorCode::internal:
        return "internal";
    }
    return "internal";
}

} // namespace goldpan
