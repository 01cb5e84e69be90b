// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ProfileValue: one value of a profile's JSON with the pointer to it, for whoever reads the profile. Throws
// ProfileFault on what does not fit; readProfile() catches it. A view; one thread.
#pragma once

#include "core/base/json_tree.h"
#include "core/profiles/pointer.h"

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::profiles {

struct ProfileFault {
    std::string reason;
    std::string where; ///< a JSON Pointer into the profile
};

class ProfileValue {
public:
    ProfileValue(const JsonTree& tree, std::string where)
        : m_tree(tree)
        , m_where(std::move(where)) {}

    [[nodiscard]] const JsonTree& tree() const { return m_tree; }
    [[noreturn]] void fault(std::string reason) const;

    /// An object whose keys are all among `keys`.
    void expectObject(std::initializer_list<std::string_view> keys) const;
    [[nodiscard]] bool has(std::string_view key) const { return m_tree.find(key) != nullptr; }
    [[nodiscard]] ProfileValue at(std::string_view key) const;
    /// Of an array; a single value counts as a list of one.
    [[nodiscard]] std::vector<ProfileValue> list() const;
    [[nodiscard]] std::vector<std::pair<std::string, ProfileValue>> members() const;

    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool flag() const;
    [[nodiscard]] double number() const;
    /// Between the two, both included.
    [[nodiscard]] int integer(int least, int most) const;
    [[nodiscard]] Pointer pointer() const;
    [[nodiscard]] std::vector<Pointer> pointers() const;
    /// Scalars as text, as conditions compare them.
    [[nodiscard]] std::vector<std::string> texts() const;

private:
    const JsonTree& m_tree;
    std::string m_where;
};

} // namespace goldpan::profiles
