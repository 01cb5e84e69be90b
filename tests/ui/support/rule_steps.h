// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words typed into the editor, what the rules of redaction make of them, and those rules changed by hand or
// by another program. Test support; GUI thread.
#pragma once

#include "core/redact/own/rule_set.h"
#include "tests/ui/support/window_desk.h"

class QDialog;

namespace goldpan::test {

/// The line under the editor.
[[nodiscard]] QString stateLine(WindowDesk& desk);
/// The words of the editor that are marked as PII, joined by "|".
[[nodiscard]] QString marked(WindowDesk& desk);
/// Puts these words in the place of all that the editor of the first row holds.
void write(WindowDesk& desk, const char* text);
/// Selects the last characters of the editor, by keys.
void selectLast(WindowDesk& desk, int characters);
/// Runs a command that opens a dialog, as soon as it can be run; null where it never opens.
[[nodiscard]] QDialog* ask(WindowDesk& desk, const char* command, const char* dialog);

[[nodiscard]] redact::RuleSet rules(WindowDesk& desk);
/// As another program does.
void setRules(WindowDesk& desk, const redact::RuleSet& rules);
/// `AB-12345` becomes `[ORDER_NO]`.
[[nodiscard]] redact::RuleSet orderNumbers();

} // namespace goldpan::test
