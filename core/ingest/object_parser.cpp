// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/object_parser.h"

#include "core/base/python_json.h"
#include "core/base/utf8.h"

namespace goldpan::ingest {

ParsedObject parseObject(std::string_view text) {
    ParsedObject out;
    auto tree = parseJsonTree(text);
    if (!tree) {
        tree = parseJsonTree(strictJson(text));
        out.repaired = tree.has_value();
    }
    if (!tree) {
        const bool isText = isValidUtf8(text);
        out.failure = isText ? DecodeFailure{LineFault::notJson, "not one JSON object", false}
                             : DecodeFailure{LineFault::badUtf8, "not valid UTF-8", false};
    } else if (!tree->isObject()) {
        out.failure = DecodeFailure{LineFault::wrongType, "not a JSON object", false};
    } else {
        out.tree = std::move(*tree);
    }
    return out;
}

} // namespace goldpan::ingest
