// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/include_graph.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>

namespace goldpan::arch {
namespace {

namespace fs = std::filesystem;

enum class Kind {
    base,
    domain,
    pure,
    store,
    sql,
    service,
    ui,
    composition,
    cli,
    desktop,
    mainProgram,
};

struct Room {
    Kind kind;
    std::string name;
};

std::optional<Room> roomOf(std::string_view path) {
    static const std::vector<std::pair<std::string_view, Kind>> kRooms{
        {"core/base/", Kind::base},
        {"core/domain/", Kind::domain},
        {"core/redact/", Kind::pure},
        {"core/sampling/", Kind::pure},
        {"core/tagging/", Kind::pure},
        {"core/queue/", Kind::pure},
        {"core/search/", Kind::pure},
        {"core/checks/", Kind::pure},
        {"core/cadence/", Kind::pure},
        {"core/gates/", Kind::pure},
        {"core/diff/", Kind::pure},
        {"core/profiles/", Kind::pure},
        {"core/store/sql/", Kind::sql},
        {"core/store/", Kind::store},
        {"core/ingest/", Kind::service},
        {"core/review/", Kind::service},
        {"core/exporting/", Kind::service},
        {"core/feedback/", Kind::service},
        {"core/readiness/", Kind::service},
        {"ui/", Kind::ui},
        {"app/cli/", Kind::cli},
        {"app/composition/", Kind::composition},
        {"app/desktop/", Kind::desktop},
        {"app/", Kind::mainProgram},
    };
    for (const auto& [prefix, kind] : kRooms) {
        if (path.starts_with(prefix)) {
            return Room{kind, std::string(prefix)};
        }
    }
    return std::nullopt;
}

/// Inside of a room that has floors: a file includes its own and lower ones.
int floorOf(std::string_view path) {
    static const std::vector<std::pair<std::string_view, int>> kFloors{
        {"core/redact/scan/", 0}, {"core/redact/rules/", 1}, {"core/redact/own/", 2}, {"core/redact/", 3}};
    for (const auto& [prefix, floor] : kFloors) {
        if (path.starts_with(prefix)) {
            return floor;
        }
    }
    return 0;
}

} // namespace

bool mayInclude(std::string_view from, std::string_view to) {
    const auto source = roomOf(from);
    const auto target = roomOf(to);
    if (!source || !target) {
        return false;
    }
    if (source->name == target->name) {
        return floorOf(from) >= floorOf(to);
    }
    const auto any = [&](std::initializer_list<Kind> kinds) {
        return std::ranges::find(kinds, target->kind) != kinds.end();
    };
    const bool core = any({Kind::base, Kind::domain, Kind::pure, Kind::store, Kind::service});
    switch (source->kind) {
    case Kind::base:
        return false;
    case Kind::domain:
        return any({Kind::base});
    case Kind::pure:
        return any({Kind::base, Kind::domain});
    case Kind::store:
        return any({Kind::base, Kind::domain, Kind::pure});
    case Kind::sql:
    case Kind::service:
        return any({Kind::base, Kind::domain, Kind::pure, Kind::store});
    case Kind::ui:
        return core;
    case Kind::composition:
        return core || any({Kind::sql});
    case Kind::cli:
        return core || any({Kind::composition});
    case Kind::desktop:
        return core || any({Kind::composition, Kind::ui});
    case Kind::mainProgram:
        return core || any({Kind::composition, Kind::cli, Kind::desktop, Kind::ui});
    }
    return false;
}

IncludeGraph IncludeGraph::read(const std::string& root) {
    IncludeGraph graph;
    for (const char* top : {"core", "ui", "app"}) {
        for (const auto& item : fs::recursive_directory_iterator(fs::path(root) / top)) {
            const auto extension = item.path().extension();
            if (extension != ".h" && extension != ".cpp") {
                continue;
            }
            const std::string file = fs::relative(item.path(), root).generic_string();
            graph.m_files.insert(file);
            std::ifstream in(item.path());
            for (std::string line; std::getline(in, line);) {
                if (line.starts_with("#include \"")) {
                    const auto end = line.find('"', 10);
                    const std::string target = line.substr(10, end - 10);
                    if (!target.ends_with(".moc")) {
                        graph.add(file, target);
                    }
                } else if (line.starts_with("#include <Q") && file.starts_with("core/") &&
                           !file.starts_with("core/store/sql/")) {
                    graph.m_qtInCore.push_back(file);
                }
            }
        }
    }
    return graph;
}

void IncludeGraph::add(const std::string& from, const std::string& to) {
    m_edges[from].insert(to);
}

std::vector<std::string> IncludeGraph::wallBreaks() const {
    std::vector<std::string> out;
    for (const auto& [from, targets] : m_edges) {
        for (const auto& to : targets) {
            if (!mayInclude(from, to)) {
                out.emplace_back(from).append(" -> ").append(to);
            }
        }
    }
    return out;
}

std::vector<std::string> IncludeGraph::circles() const {
    enum class Mark {
        fresh,
        open,
        closed,
    };
    std::map<std::string, Mark> marks;
    std::vector<std::string> trail;
    std::vector<std::string> out;
    const std::function<void(const std::string&)> visit = [&](const std::string& file) {
        marks[file] = Mark::open;
        trail.push_back(file);
        if (const auto found = m_edges.find(file); found != m_edges.end()) {
            for (const auto& next : found->second) {
                if (marks[next] == Mark::fresh) {
                    visit(next);
                } else if (marks[next] == Mark::open) {
                    std::string circle;
                    for (auto at = std::ranges::find(trail, next); at != trail.end(); ++at) {
                        circle += *at + " -> ";
                    }
                    out.push_back(circle + next);
                }
            }
        }
        trail.pop_back();
        marks[file] = Mark::closed;
    };
    for (const auto& [file, targets] : m_edges) {
        if (marks[file] == Mark::fresh) {
            visit(file);
        }
    }
    return out;
}

} // namespace goldpan::arch
