// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_memory.h"

#include "core/ingest/file_identity.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace goldpan::ingest {
namespace {

using store::FollowedFileRecord;

bool haveOneNumber(const FollowedFileRecord& a, const FollowedFileRecord& b) {
    return a.device == b.device && a.inode == b.inode;
}

/// ` (gone, 3fa8c1d2)`: what the store has of the file stays apart from what comes to have its name.
std::string goneMark(const FollowedFileRecord& record) {
    return " (gone, " + record.head.substr(0, 8) + ")";
}

bool isGone(const FollowedFileRecord& record) {
    return record.source.ends_with(goneMark(record));
}

/// It can never be recognised, or its number is that of another file now.
bool isToBeForgotten(const FollowedFileRecord& record, const std::vector<FollowedFileRecord>& all) {
    return isGone(record) && (record.headBytes == 0 || std::ranges::any_of(all, [&](const auto& other) {
                                  return !isGone(other) && haveOneNumber(record, other);
                              }));
}

} // namespace

LogMemory::LogMemory(store::Importer& importer, std::string log, SourceOf sourceOf)
    : m_importer(importer)
    , m_log(std::move(log))
    , m_sourceOf(std::move(sourceOf)) {}

Result<std::vector<FollowedFileRecord>> LogMemory::recordsOf(const std::vector<RotatedLog>& files) const {
    std::vector<FollowedFileRecord> known;
    for (const auto& file : files) {
        const auto records = m_importer.followedFiles().recordsOf(
            static_cast<std::int64_t>(file.state.device), static_cast<std::int64_t>(file.state.inode));
        if (!records) {
            return records;
        }
        const auto isIt = [&](const auto& record) { return record.headBytes > 0 && isFileOf(record, file); };
        const auto found = std::ranges::find_if(*records, isIt);
        const bool isNew = found != records->end() && std::ranges::none_of(known, [&](const auto& other) {
                               return haveOneNumber(other, *found);
                           });
        if (isNew) {
            known.push_back(*found);
        }
    }
    return known;
}

Result<int> LogMemory::open(const std::vector<RotatedLog>& there, const std::vector<RotatedLog>& all,
                            const std::function<Result<bool>()>& knows) {
    auto files = m_importer.followedFiles().filesOf(m_log);
    if (!files) {
        return std::unexpected(files.error());
    }
    if (*files) {
        m_files = std::move(**files);
        return 0;
    }
    auto known = recordsOf(all);
    if (!known) {
        return std::unexpected(known.error());
    }
    if (!known->empty()) {
        m_files = std::move(*known);
        auto followed = m_importer.followedFiles().follow(m_log, m_files);
        return followed ? Result<int>(0) : std::unexpected(followed.error());
    }
    const auto isKnown = knows();
    if (!isKnown) {
        return std::unexpected(isKnown.error());
    }
    if (!*isKnown) {
        for (const auto& log : there) {
            m_files.push_back(recordOf(log.state, headOf(log), m_sourceOf(log.path), log.state.bytes));
        }
    }
    if (auto followed = m_importer.followedFiles().follow(m_log, m_files); !followed) {
        return std::unexpected(followed.error());
    }
    return static_cast<int>(m_files.size());
}

std::vector<FollowedFileRecord> LogMemory::asTheyAre(const std::vector<RotatedLog>& now) const {
    const auto places = filesOf(m_files, now);
    auto files = m_files;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (places[i] != nullptr) {
            files[i].device = static_cast<std::int64_t>(places[i]->state.device);
            files[i].inode = static_cast<std::int64_t>(places[i]->state.inode);
            files[i].source = m_sourceOf(places[i]->path);
        } else if (!isGone(files[i])) {
            files[i].source += goneMark(files[i]);
        }
    }
    return files;
}

Result<void> LogMemory::followNames(const std::vector<RotatedLog>& now,
                                    const std::function<Result<bool>()>& before) {
    if (now.empty()) {
        return {};
    }
    auto files = asTheyAre(now);
    if (!std::ranges::equal(files, m_files, {}, &FollowedFileRecord::source, &FollowedFileRecord::source)) {
        if (const auto ready = before(); !ready || !*ready) {
            return ready ? Result<void>() : std::unexpected(ready.error());
        }
        files = asTheyAre(now); // more of them is read now
    }
    std::vector<Renaming> renamings;
    std::vector<FollowedFileRecord> kept;
    std::vector<FollowedFileRecord> changed;
    std::vector<FollowedFileRecord> was; // of those, and of what is forgotten
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (files[i].source != m_files[i].source) {
            renamings.push_back({m_files[i].source, files[i].source});
        }
        const bool isForgotten = isToBeForgotten(files[i], files);
        const bool isSame = haveOneNumber(files[i], m_files[i]);
        if (isForgotten || !isSame) {
            was.push_back(m_files[i]);
        }
        if (!isForgotten) {
            kept.push_back(files[i]);
        }
        if (!isForgotten && !isSame) {
            changed.push_back(files[i]);
        }
    }
    if (auto renamed = rename(std::move(renamings)); !renamed) {
        return renamed;
    }
    if (!was.empty()) {
        if (auto replaced = m_importer.followedFiles().replace(m_log, was, changed); !replaced) {
            return replaced;
        }
    }
    m_files = std::move(kept);
    return {};
}

/// Into a free name first: `.2` becomes `.3` before `.1` becomes `.2`.
Result<void> LogMemory::rename(std::vector<Renaming> renamings) {
    while (!renamings.empty()) {
        const auto isFree = [&](const Renaming& one) {
            return std::ranges::find(renamings, one.to, &Renaming::from) == renamings.end();
        };
        auto next = std::ranges::find_if(renamings, isFree);
        const bool isCircle = next == renamings.end(); // names that were exchanged
        if (isCircle) {
            next = renamings.begin();
        }
        const auto to = isCircle ? next->from + " (renamed)" : next->to;
        if (auto renamed = m_importer.renameSource(next->from, to); !renamed) {
            return renamed;
        }
        if (isCircle) {
            next->from = to;
        } else {
            renamings.erase(next);
        }
    }
    return {};
}

bool LogMemory::isRead(const RotatedLog& file) const {
    return std::ranges::any_of(m_files, [&](const auto& record) {
        return record.readBytes == file.state.bytes && isFileOf(record, file);
    });
}

Result<void> LogMemory::note(const std::string& path, const FileState& state, std::string_view head,
                             std::int64_t readBytes) {
    auto record = recordOf(state, head, m_sourceOf(path), readBytes);
    const auto known =
        std::ranges::find_if(m_files, [&](const auto& one) { return haveOneNumber(one, record); });
    if (known != m_files.end() && *known == record) {
        return {};
    }
    if (auto put = m_importer.followedFiles().put(m_log, record); !put) {
        return put;
    }
    if (known == m_files.end()) {
        m_files.push_back(std::move(record));
    } else {
        *known = std::move(record);
    }
    return {};
}

} // namespace goldpan::ingest
