// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gates/gate_report.h"

namespace goldpan::gates {

std::string_view verdictName(Verdict verdict) {
    switch (verdict) {
    case Verdict::promotable:
        return "promotable";
    case Verdict::blocked:
        return "blocked";
    case Verdict::incomplete:
        break;
    }
    return "incomplete";
}

std::string_view gateStatusName(GateStatus status) {
    switch (status) {
    case GateStatus::pass:
        return "pass";
    case GateStatus::fail:
        return "fail";
    case GateStatus::missing:
        break;
    }
    return "missing";
}

} // namespace goldpan::gates
