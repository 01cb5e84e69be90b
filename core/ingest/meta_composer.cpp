// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/meta_composer.h"

#include "core/base/json_text.h"

#include <algorithm>

namespace goldpan::ingest {
namespace {

constexpr std::string_view kEmptyExtra = R"("extra":{}})";

std::string pointerTo(std::string_view key) {
    std::string out = "/";
    for (const char c : key) {
        if (c == '~') {
            out += "~0";
        } else if (c == '/') {
            out += "~1";
        } else {
            out.push_back(c);
        }
    }
    return out;
}

void appendMember(std::string& out, std::string_view key, const JsonValue& value) {
    if (!out.ends_with('{')) {
        out.push_back(',');
    }
    appendJsonString(out, key);
    out.push_back(':');
    if (value.kind == JsonKind::string) {
        appendJsonString(out, value.text);
    } else {
        out += value.text;
    }
}

/// `{` and the members of `extra`, open for more.
std::string openExtra(const JsonValue& extra) {
    if (extra.kind != JsonKind::object) {
        std::string out = "{";
        appendMember(out, "/meta/extra", extra); // there is no place for members in it
        return out;
    }
    auto text = extra.text.substr(0, extra.text.size() - 1);
    const auto last = text.find_last_not_of(" \t\r\n");
    return std::string(text.substr(0, last + 1));
}

} // namespace

std::string composeMeta(const std::vector<JsonMember>& meta, const std::vector<JsonMember>& unknown) {
    std::string out = "{";
    const auto found = std::find_if(meta.rbegin(), meta.rend(),
                                    [](const JsonMember& member) { return member.key == "extra"; });
    const JsonValue* extra = found == meta.rend() ? nullptr : &found->value;
    for (const auto& member : meta) {
        if (&member.value != extra) {
            appendMember(out, member.key, member.value);
        }
    }
    if (unknown.empty()) {
        if (extra != nullptr) {
            appendMember(out, "extra", *extra);
        }
    } else {
        std::string text = extra == nullptr ? "{" : openExtra(*extra);
        for (const auto& member : unknown) {
            appendMember(text, pointerTo(member.key), member.value);
        }
        text.push_back('}');
        appendMember(out, "extra", {JsonKind::object, text});
    }
    out.push_back('}');
    return out;
}

void dropEmptyExtra(std::string& meta) {
    if (!meta.ends_with(kEmptyExtra)) {
        return;
    }
    const auto begin = meta.size() - kEmptyExtra.size();
    const char before = meta[begin - 1];
    if (before != ',' && before != '{') {
        return; // the end of a longer key
    }
    meta.erase(before == ',' ? begin - 1 : begin);
    meta.push_back('}');
}

} // namespace goldpan::ingest
