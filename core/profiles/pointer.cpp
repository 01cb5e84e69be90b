// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/pointer.h"

#include <algorithm>
#include <charconv>

namespace goldpan::profiles {
namespace {

constexpr std::string_view kWildcard = "*";
constexpr std::string_view kLast = "-";

std::optional<std::string> unescaped(std::string_view token) {
    std::string out;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] != '~') {
            out.push_back(token[i]);
            continue;
        }
        ++i;
        if (i == token.size() || (token[i] != '0' && token[i] != '1')) {
            return std::nullopt;
        }
        out.push_back(token[i] == '0' ? '~' : '/');
    }
    return out;
}

std::optional<std::size_t> indexOf(std::string_view token) {
    std::size_t index = 0;
    const char* end = token.data() + token.size();
    const auto parsed = std::from_chars(token.data(), end, index);
    return parsed.ec == std::errc{} && parsed.ptr == end ? std::optional(index) : std::nullopt;
}

template <typename Tree>
Tree* childOf(Tree& tree, const std::string& token) {
    if (tree.isObject()) {
        return tree.find(token);
    }
    if (token == kLast && tree.isArray() && !tree.items.empty()) {
        return &tree.items.back();
    }
    const auto index = tree.isArray() ? indexOf(token) : std::nullopt;
    return index && *index < tree.items.size() ? &tree.items[*index] : nullptr;
}

template <typename Tree>
void collect(Tree& tree, std::span<const std::string> tokens, std::vector<Tree*>& out) {
    if (tokens.empty()) {
        out.push_back(&tree);
        return;
    }
    const auto rest = tokens.subspan(1);
    if (tokens[0] == kWildcard) {
        for (auto& item : tree.items) {
            collect<Tree>(item, rest, out);
        }
    } else if (auto* child = childOf<Tree>(tree, tokens[0])) {
        collect<Tree>(*child, rest, out);
    }
}

} // namespace

Result<Pointer> Pointer::parse(std::string_view text) {
    Pointer pointer;
    pointer.m_text = text;
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits > 0) {
        const auto levels = indexOf(text.substr(0, digits));
        if (!levels || *levels > 8) {
            return fail(ErrorCode::badValue, "a pointer climbs at most 8 levels");
        }
        pointer.m_levelsUp = *levels;
    }
    text.remove_prefix(digits);
    if (!text.empty() && !text.starts_with('/')) {
        return fail(ErrorCode::badValue, "a pointer begins with /");
    }
    while (!text.empty()) {
        text.remove_prefix(1);
        const auto end = std::min(text.find('/'), text.size());
        auto token = unescaped(text.substr(0, end));
        if (!token) {
            return fail(ErrorCode::badValue, "in a pointer ~ is written ~0 and / inside a key ~1");
        }
        pointer.m_hasWildcard = pointer.m_hasWildcard || *token == kWildcard;
        pointer.m_tokens.push_back(std::move(*token));
        text.remove_prefix(end);
    }
    return pointer;
}

std::vector<const JsonTree*> Pointer::all(const Scope& scope) const {
    std::vector<const JsonTree*> out;
    if (m_levelsUp < scope.size()) {
        collect<const JsonTree>(*scope[m_levelsUp], m_tokens, out);
    }
    return out;
}

const JsonTree* Pointer::first(const Scope& scope) const {
    if (m_levelsUp >= scope.size()) {
        return nullptr;
    }
    if (m_hasWildcard) {
        const auto found = all(scope);
        const auto value = std::ranges::find_if(found, [](const JsonTree* tree) { return !tree->isNull(); });
        return value == found.end() ? nullptr : *value;
    }
    const JsonTree* tree = scope[m_levelsUp];
    for (const auto& token : m_tokens) {
        tree = childOf<const JsonTree>(*tree, token);
        if (tree == nullptr) {
            return nullptr;
        }
    }
    return tree->isNull() ? nullptr : tree;
}

std::vector<JsonTree*> Pointer::allIn(JsonTree& root) const {
    std::vector<JsonTree*> out;
    collect<JsonTree>(root, m_tokens, out);
    return out;
}

void appendToken(std::string& pointer, std::string_view key) {
    pointer.push_back('/');
    for (const char c : key) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer.push_back(c);
        }
    }
}

} // namespace goldpan::profiles
