// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What of a log's JSON is a conversation, and what is only JSON that somebody wrote: a model that answers in
// JSON has said just that text. Pure functions; safe on any thread.
#pragma once

#include "core/profiles/rule.h"

namespace goldpan::profiles {

/// A message, a list of messages, or an object that holds one, in any of the dialects.
[[nodiscard]] bool holdsMessages(const JsonTree& value);
/// The same of what a model answered: a message, a body with its choices or items, calls of tools.
[[nodiscard]] bool holdsAnswer(const JsonTree& value);
/// Is read as what a model answered, if it says little: what holdsAnswer(), a message without a role, what a
/// service writes around one. An object with other members is none, whatever one of them is called: the model
/// has answered in JSON.
[[nodiscard]] bool isAnswer(const JsonTree& value);
/// Of what no words were read from: nothing, a message that says nothing, or what stands around such a one.
/// Anything else is data, and its JSON is the answer.
[[nodiscard]] bool isBlankAnswer(const JsonTree& value);

/// unpackJson() for a value that is read as `shape`: where a conversation or an answer is wanted and what
/// comes out is none, the text stays byte for byte, for somebody wrote it so. Of a text that was encoded
/// twice the quotes and escapes around it go.
[[nodiscard]] JsonTree unpackJsonAs(JsonTree value, int times, Shape shape);

} // namespace goldpan::profiles
