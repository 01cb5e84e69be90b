// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/batch_layout.h"

#include "core/base/files.h"
#include "core/base/utf8.h"
#include "core/exporting/export_service.h"

#include <cerrno>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <sys/stat.h>
#include <utility>

namespace goldpan::exporting {
namespace {

constexpr std::string_view kManifestEnd = ".manifest.json";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Splits a number that nextFreeName gave off `stem`; 1 where there is none. The end of a date is none.
std::int64_t takeNumber(std::string& stem) {
    const auto dash = stem.rfind('-');
    if (dash == std::string::npos || dash == 0 || isDigit(stem[dash - 1])) {
        return 1;
    }
    std::int64_t number = 0;
    const char* end = stem.data() + stem.size();
    const auto [stopped, problem] = std::from_chars(stem.data() + dash + 1, end, number);
    if (problem != std::errc{} || stopped != end || number < 2 || number > 999'999 || stem[dash + 1] == '0') {
        return 1;
    }
    stem.resize(dash);
    return number;
}

bool exists(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(path, ignored));
}

} // namespace

std::pair<std::string, std::string> stemAndEnd(std::string name) {
    std::string end;
    for (const std::string_view part : {"/", ".gz", ".jsonl"}) {
        if (name.ends_with(part)) {
            end.insert(0, part);
            name.resize(name.size() - part.size());
        }
    }
    return {std::move(name), std::move(end)};
}

BatchLayout BatchLayout::fromName(const std::string& out) {
    BatchLayout layout;
    const auto slash = out.rfind('/');
    layout.folder = slash == std::string::npos ? "" : out.substr(0, slash + 1);
    layout.dataName = out.substr(layout.folder.size());
    if (layout.dataName.empty()) {
        layout.dataName = "data/train.jsonl";
        layout.manifestName = "manifest.json";
        layout.cardName = kCardName;
        return layout;
    }
    layout.gzip = layout.dataName.ends_with(".gz");
    layout.manifestName =
        layout.dataName.substr(0, layout.dataName.size() - (layout.gzip ? 3 : 0)).append(kManifestEnd);
    return layout;
}

std::string BatchLayout::validationName() const {
    if (!cardName.empty()) {
        return "data/validation.jsonl";
    }
    const auto [stem, suffix] = stemAndEnd(dataName);
    return stem + ".validation" + suffix;
}

Result<BatchLayout> BatchLayout::forWriting(const std::string& out) {
    namespace fs = std::filesystem;
    if (out.empty()) {
        return fail(ErrorCode::usage, "the export needs a file name, or a folder name that ends in /");
    }
    if (!isValidUtf8(out)) {
        return fail(ErrorCode::usage, "the name of the batch is not UTF-8, so no manifest could say it", out);
    }
    if (out.ends_with(kManifestEnd)) {
        return fail(ErrorCode::usage,
                    "this is the name of a manifest; name the batch that it is to be beside", out);
    }
    auto layout = fromName(out);
    std::error_code ignored;
    if (layout.cardName.empty() && fs::is_directory(out, ignored)) {
        return fail(ErrorCode::unwritable, "this is a folder; add / to its name to write a batch into it",
                    out);
    }
    fs::path parent(layout.folder);
    if (!layout.cardName.empty()) { // the folder itself may be new
        parent = parent.parent_path().parent_path();
    }
    if (!parent.empty() && !fs::is_directory(parent, ignored)) {
        return fail(ErrorCode::notFound, "the folder to write into is not there; make it first",
                    parent.string());
    }
    return layout;
}

Result<BatchFolders> BatchFolders::make(const BatchLayout& layout) {
    BatchFolders folders;
    if (layout.cardName.empty()) {
        return folders;
    }
    for (const auto& folder : {layout.folder, layout.folder + "data"}) {
        if (::mkdir(folder.c_str(), 0777) == 0) {
            folders.m_made.push_back(folder);
        } else if (const int problem = errno; problem != EEXIST) {
            return std::unexpected(fileError(problem, "creating the folder", folder));
        }
    }
    return folders;
}

BatchFolders::~BatchFolders() {
    for (auto folder = m_made.rbegin(); folder != m_made.rend(); ++folder) {
        std::error_code ignored; // not empty: somebody else's file is in it
        std::filesystem::remove(*folder, ignored);
    }
}

std::string nextFreeName(const std::string& path) {
    auto [stem, suffix] = stemAndEnd(path);
    for (std::int64_t number = takeNumber(stem) + 1;; ++number) {
        std::string name = stem;
        name.append("-").append(std::to_string(number)).append(suffix);
        const auto layout = BatchLayout::fromName(name);
        const bool isFolder = !layout.cardName.empty();
        if (!exists(isFolder ? layout.folder : layout.dataPath()) &&
            (isFolder ||
             (!exists(layout.manifestPath()) && !exists(layout.folder + layout.validationName())))) {
            return name;
        }
    }
}

} // namespace goldpan::exporting
