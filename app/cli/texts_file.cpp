// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/texts_file.h"

#include "app/cli/output.h"
#include "core/base/files.h"
#include "core/review/corrections_file.h"

#include <istream>
#include <iterator>
#include <ostream>

namespace goldpan::cli {

Result<std::vector<review::RowText>> readTexts(const std::string& file, Io& io) {
    const auto text =
        file == "-" ? Result<std::string>(std::string(std::istreambuf_iterator(io.in), {})) : readFile(file);
    if (!text) {
        return std::unexpected(text.error());
    }
    auto texts = review::parseCorrections(*text);
    if (!texts) {
        auto error = texts.error();
        error.where = file + (error.where.empty() ? "" : ", " + error.where);
        return std::unexpected(error);
    }
    return texts;
}

void printTexts(Io& io, bool json, const review::TextsTally& tally, bool complete) {
    const std::pair<const char*, std::int64_t> counts[] = {{"read", tally.read},
                                                           {"applied", tally.applied},
                                                           {"unchanged", tally.unchanged},
                                                           {"empty", tally.empty},
                                                           {"unknown", tally.unknown}};
    if (json) {
        Json object;
        for (const auto& [name, count] : counts) {
            object[name] = count;
        }
        if (!complete) {
            object["complete"] = false;
        }
        printJson(io.out, object);
    } else {
        std::vector<std::vector<std::string>> rows;
        for (const auto& [name, count] : counts) {
            rows.push_back({name, std::to_string(count)});
        }
        if (!complete) {
            rows.push_back({"complete", "no"});
        }
        printTable(io.out, rows);
    }
    for (const auto& id : tally.unknownIds) {
        io.err << "unknown request id: " << plainText(id) << '\n';
    }
}

} // namespace goldpan::cli
