// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/table_leaves.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace goldpan::sql {
namespace {

// The file format of SQLite: https://www.sqlite.org/fileformat2.html, "B-tree Pages".
constexpr char kInteriorOfTable = 5;
constexpr std::size_t kCountAt = 3;
constexpr std::size_t kLastChildAt = 8;
constexpr std::size_t kCellsAt = 12;
constexpr std::int64_t kPageSizeAt = 16;
constexpr int kMostLevels = 20;
constexpr std::int64_t kMostPages = 1'000'000; // above the leaves: of more rows than a store can hold

std::uint32_t big(std::string_view data, std::size_t at, std::size_t bytes) {
    std::uint32_t out = 0;
    for (const char byte : data.substr(at, bytes)) {
        out = out << 8U | static_cast<unsigned char>(byte);
    }
    return out;
}

class LeafWalk {
public:
    LeafWalk(int fd, std::int64_t pageSize, const std::function<bool(std::int64_t, std::int64_t)>& visit)
        : m_fd(fd)
        , m_pageSize(pageSize)
        , m_visit(visit) {}

    /// False where it is to stop, as also where pages are damaged, so that each is met again and again.
    bool below(std::int64_t page, int level) {
        if (level > kMostLevels || ++m_met > kMostPages) {
            return false;
        }
        const auto children = childrenOf(page);
        if (!children || children->empty()) {
            return true;
        }
        const bool areLeaves = !childrenOf(children->front()); // as all of them then
        for (const std::int64_t child : *children) {
            if (areLeaves ? !m_visit((child - 1) * m_pageSize, m_pageSize) : !below(child, level + 1)) {
                return false;
            }
        }
        return true;
    }

private:
    /// None of a leaf.
    [[nodiscard]] std::optional<std::vector<std::int64_t>> childrenOf(std::int64_t page) const {
        std::string data(static_cast<std::size_t>(m_pageSize), '\0');
        if (page < 2 || ::pread(m_fd, data.data(), data.size(), (page - 1) * m_pageSize) != m_pageSize ||
            data[0] != kInteriorOfTable) {
            return std::nullopt;
        }
        std::vector<std::int64_t> children;
        const std::size_t count = big(data, kCountAt, 2);
        for (std::size_t i = 0; i < count && kCellsAt + 2 * i + 2 <= data.size(); ++i) {
            const std::size_t cell = big(data, kCellsAt + 2 * i, 2);
            if (cell + 4 <= data.size()) {
                children.push_back(big(data, cell, 4));
            }
        }
        children.push_back(big(data, kLastChildAt, 4));
        return children;
    }

    int m_fd;
    std::int64_t m_pageSize;
    std::int64_t m_met = 0; ///< pages above the leaves
    const std::function<bool(std::int64_t, std::int64_t)>& m_visit;
};

} // namespace

void eachLeafOf(int fd, std::int64_t root, const std::function<bool(std::int64_t, std::int64_t)>& visit) {
    std::string size(2, '\0');
    if (::pread(fd, size.data(), size.size(), kPageSizeAt) == 2 && big(size, 0, 2) >= 512) {
        (void)LeafWalk(fd, big(size, 0, 2), visit).below(root, 0);
    }
}

} // namespace goldpan::sql
