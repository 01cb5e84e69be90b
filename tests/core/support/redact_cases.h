// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Texts and what the built-in rules make of them. Test support; any thread.
#pragma once

#include "core/redact/redactor.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace goldpan::redact {

inline std::string redacted(std::string_view text) {
    static const Redactor instance;
    return instance.redacted(text);
}

inline void expectAll(std::initializer_list<std::pair<std::string_view, std::string_view>> cases) {
    for (const auto& [text, want] : cases) {
        EXPECT_EQ(redacted(text), want);
    }
}

inline void expectUntouched(std::initializer_list<std::string_view> texts) {
    for (const auto text : texts) {
        EXPECT_EQ(redacted(text), text);
    }
}

} // namespace goldpan::redact
