// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_profiles.h"

#include "app/cli/import_report.h"
#include "app/cli/output.h"
#include "app/cli/store_options.h"
#include "app/cli/verb_table.h"
#include "core/base/json_tree.h"
#include "core/ingest/profile_check.h"
#include "core/profiles/shipped_profiles.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

namespace goldpan::cli {
namespace {

constexpr std::size_t kShownCharacters = 100;

Result<int> listProfiles(const ProfilesOptions& options, Io& io) {
    std::vector<const profiles::Profile*> byName;
    for (const auto& profile : profiles::shippedProfiles()) {
        byName.push_back(&profile);
    }
    std::ranges::sort(byName, {}, &profiles::Profile::name);
    std::vector<std::vector<std::string>> table;
    for (const auto* profile : byName) {
        if (options.json) {
            printJson(io.out, {{"profile", profile->name},
                               {"title", profile->title},
                               {"extends", profile->extends.empty() ? Json(nullptr) : Json(profile->extends)},
                               {"note", profile->note.empty() ? Json(nullptr) : Json(profile->note)}});
        } else {
            table.push_back({profile->name, profile->title});
        }
    }
    if (!options.json) {
        printTable(io.out, table);
    }
    return kExitDone;
}

/// The value of a field on one line, cut.
std::string shown(const Json& value) {
    auto text = value.is_string() ? value.get<std::string>()
                                  : value.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::ranges::replace(text, '\n', ' ');
    std::string out = plainText(text);
    if (out.size() > kShownCharacters) {
        std::size_t end = kShownCharacters;
        while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        out = out.substr(0, end) + "...";
    }
    return out;
}

/// What a row holds is shown, also a number that no double can be: as the text that it is.
void spellOut(JsonTree& tree) {
    if (tree.isNumber() && !doubleOf(tree)) {
        tree = JsonTree::string(std::move(tree.text));
    }
    for (auto& item : tree.items) {
        spellOut(item);
    }
}

Json treeOf(const std::string& row) {
    auto tree = parseJsonTree(row).value_or(JsonTree::object());
    spellOut(tree);
    return Json::parse(goldpan::jsonText(tree));
}

Json takenOut(Json& object, const char* key) {
    Json value = object.contains(key) ? object[key] : Json();
    object.erase(key);
    return value;
}

Json jsonOf(const ingest::CheckedRow& checked) {
    Json out{{"line", checked.line}};
    if (!checked.fault.empty()) {
        out["fault"] = checked.fault;
        return out;
    }
    Json row = treeOf(checked.row);
    Json leftOver = Json::object();
    if (row.contains("meta") && row["meta"].contains("extra")) {
        leftOver = takenOut(row["meta"], "extra");
    }
    Json from = Json::object();
    for (const auto& [field, pointer] : checked.origins) {
        from[field] = pointer;
    }
    for (const auto& [field, source] :
         {std::pair("prompt", "messages"), std::pair("prompt", "conversation"),
          std::pair("response", "output"), std::pair("response", "conversation")}) {
        if (!from.contains(field) && from.contains(source)) {
            from[field] = from[source]; // read out of the whole
        }
    }
    out["row"] = std::move(row);
    out["from"] = std::move(from);
    out["left_over"] = std::move(leftOver);
    out["ambiguous"] = checked.ambiguous;
    return out;
}

void printRow(const Json& row, std::ostream& out) {
    out << "\nline " << row["line"] << '\n';
    if (row.contains("fault")) {
        out << "  quarantined: " << row["fault"].get<std::string>() << '\n';
        return;
    }
    std::vector<std::vector<std::string>> table;
    for (const auto& [field, value] : row["row"].items()) {
        const auto from = row["from"].value(field, "");
        table.push_back({"  " + field, shown(value), from});
    }
    printTable(out, table);
    table.clear();
    out << "left over, kept in meta.extra: " << row["left_over"].size() << '\n';
    for (const auto& [pointer, value] : row["left_over"].items()) {
        table.push_back({"  " + pointer, shown(value)});
    }
    printTable(out, table);
    for (const auto& reason : row["ambiguous"]) {
        out << "ambiguous: " << reason.get<std::string>() << '\n';
    }
}

Json countsOf(const std::map<std::string, ingest::MappedTally::Reason>& reasons) {
    Json out = Json::object();
    for (const auto& [name, reason] : reasons) {
        out[name] = reason.count;
    }
    return out;
}

Result<int> checkFile(const ProfilesOptions& options, Io& io) {
    const auto& file = options.file;
    auto files = options.with;
    files.push_back(file);
    for (const auto& one : files) {
        if (auto readable = checkReadable(one); !readable) {
            return std::unexpected(readable.error());
        }
    }
    ingest::ProfileUse use{.companions = options.with};
    if (!options.profile.empty()) {
        auto profile = ingest::openProfile(options.profile);
        if (!profile) {
            return std::unexpected(profile.error());
        }
        use.profile = std::move(*profile);
    }
    const redact::Redactor redactor;
    const auto check =
        ingest::checkProfile(file, std::move(use), static_cast<std::size_t>(options.rows), redactor, io.stop);
    if (!check) {
        return std::unexpected(check.error());
    }
    Json rows = Json::array();
    for (const auto& row : check->rows) {
        rows.push_back(jsonOf(row));
    }
    if (options.json) {
        printJson(io.out, {{"profile", check->profile},
                           {"reason", check->reason.empty() ? Json(nullptr) : Json(check->reason)},
                           {"others", check->others},
                           {"rows", rows},
                           {"skipped", countsOf(check->tally.skipped)},
                           {"companion_objects", check->companionObjects},
                           {"companion_unused", check->unusedObjects},
                           {"companion_broken", countsOf(check->tally.companions.broken)}});
        return kExitDone;
    }
    io.out << "profile " << check->profile << (check->reason.empty() ? "" : ": ") << check->reason << '\n';
    for (const auto& row : rows) {
        printRow(row, io.out);
    }
    for (const auto& [reason, where] : check->tally.skipped) {
        io.out << "passed over " << where.count << ": " << plainText(reason) << ", line";
        tellPlaces(io.out, "", where);
    }
    for (const auto& [reason, where] : check->tally.companions.broken) {
        io.out << "companion not read " << where.count << ": " << plainText(reason) << ", line";
        tellPlaces(io.out, "", where);
    }
    return kExitDone;
}

} // namespace

Result<int> runProfiles(const ProfilesOptions& options, Io& io) {
    if (options.action.empty()) {
        return listProfiles(options, io);
    }
    if (options.file.empty()) {
        return fail(ErrorCode::usage, "name the file to check");
    }
    return checkFile(options, io);
}

void addProfiles(VerbTable& verbs) {
    auto options = std::make_shared<ProfilesOptions>();
    auto& verb = verbs.add("profiles", "Import profiles; check FILE shows what its first rows would become",
                           options->json, [options](Io& io) { return runProfiles(*options, io); });
    verb.add_option("ACTION", options->action, "check; without it all profiles are listed")
        ->check(CLI::IsMember({"check"}));
    verb.add_option("FILE", options->file, "A log of another tool");
    verb.add_option("--profile", options->profile, "A profile's name, or a file that holds one")
        ->type_name("NAME|FILE");
    verb.add_option("--with", options->with, "A companion file that the profile joins; again for more")
        ->type_name("FILE")
        ->expected(1)
        ->take_all();
    verb.add_option("--rows", options->rows, "How many rows to show; 3 where not said")
        ->check(CLI::Range(1, 1000))
        ->type_name("N");
}

} // namespace goldpan::cli
