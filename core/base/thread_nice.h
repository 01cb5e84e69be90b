// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How much a thread stands back where others want the processor too. Free; any thread.
#pragma once

namespace goldpan {

/// The calling thread, for good, by so many steps of nice(1); where nice is of the whole process, nothing
/// happens.
void standBack(int steps);

} // namespace goldpan
