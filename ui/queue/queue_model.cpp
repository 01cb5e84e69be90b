// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queue_model.h"

#include "core/domain/tag.h"
#include "ui/common/theme.h"
#include "ui/common/visible_text.h"
#include "ui/queue/row_text.h"

#include <algorithm>
#include <ranges>

namespace goldpan::ui {
namespace {

constexpr std::size_t kMostPages = 64; ///< 12,800 rows, some 8 MB
/// Pages passed by in a fast scroll are not worth reading any more.
constexpr std::size_t kMostWanted = 4;
constexpr std::size_t kModelLetters = 60;
constexpr std::size_t kPreviewLetters = 200;

} // namespace

QueueModel::QueueModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_cache(kMostPages) {
    m_ask.setSingleShot(true);
    m_ask.setInterval(0);
    connect(&m_ask, &QTimer::timeout, this, &QueueModel::askNext);
}

void QueueModel::setIds(std::vector<RowId> ids) {
    beginResetModel();
    m_ids = std::move(ids);
    ++m_generation;
    m_cache.clear();
    m_wanted.clear();
    m_lookedAt.clear();
    m_asked = -1;
    endResetModel();
}

void QueueModel::appendIds(const std::vector<RowId>& ids) {
    if (ids.empty()) {
        return;
    }
    const int first = rowCount();
    // The last page grows with its rows: what is held of it or on its way is too short.
    const int lastPage = first / kPageRows;
    if (first % kPageRows != 0) {
        if (m_asked == lastPage) {
            m_asked = -1;
            want(lastPage);
        }
        if (auto* page = m_cache.find(lastPage)) {
            m_cache.put(lastPage, std::move(*page));
            m_cache.markStale();
        }
    }
    beginInsertRows({}, first, first + static_cast<int>(ids.size()) - 1);
    m_ids.insert(m_ids.end(), ids.begin(), ids.end());
    endInsertRows();
}

RowId QueueModel::idAt(int row) const {
    return row >= 0 && row < rowCount() ? m_ids[static_cast<std::size_t>(row)] : RowId{};
}

int QueueModel::rowOf(RowId id) const {
    if (const int held = heldRowOf(id); held >= 0) {
        return held;
    }
    const auto found = std::ranges::find(m_ids, id);
    return found == m_ids.end() ? -1 : static_cast<int>(found - m_ids.begin());
}

int QueueModel::heldRowOf(RowId id) const {
    for (const int page : m_cache.pages()) {
        const auto first = m_ids.begin() + std::ptrdiff_t{page} * kPageRows;
        const auto end = first + std::min<std::ptrdiff_t>(kPageRows, m_ids.end() - first);
        if (const auto found = std::find(first, end, id); found != end) {
            return static_cast<int>(found - m_ids.begin());
        }
    }
    return -1;
}

const queue::QueueRow* QueueModel::rowAt(int row) {
    if (row < 0 || row >= rowCount()) {
        return nullptr;
    }
    auto* page = m_cache.find(row / kPageRows);
    const auto offset = static_cast<std::size_t>(row % kPageRows);
    return page != nullptr && offset < page->size() && (*page)[offset] ? &*(*page)[offset] : nullptr;
}

void QueueModel::takePage(quint64 generation, int page, std::vector<queue::QueueRow> rows) {
    if (generation != m_generation) {
        return;
    }
    m_asked = -1;
    const int first = page * kPageRows;
    const int count = std::min(kPageRows, rowCount() - first);
    PageCache::Page held(static_cast<std::size_t>(std::max(count, 0)));
    // Rows come in the order of their ids, without those that are gone.
    std::size_t next = 0;
    for (int offset = 0; offset < count && next < rows.size(); ++offset) {
        if (rows[next].id == idAt(first + offset)) {
            held[static_cast<std::size_t>(offset)] = std::move(rows[next++]);
        }
    }
    const auto [begin, end] = changedIn(page, held);
    m_cache.put(page, std::move(held));
    if (begin < end) {
        Q_EMIT dataChanged(index(first + begin, 0), index(first + end - 1, kColumns - 1));
    }
    m_ask.start();
}

std::pair<int, int> QueueModel::changedIn(int page, const PageCache::Page& fresh) const {
    const PageCache::Page* shown = m_cache.find(page);
    if (shown == nullptr || shown->size() != fresh.size()) {
        return {0, static_cast<int>(fresh.size())};
    }
    const auto begin = std::ranges::mismatch(*shown, fresh).in2;
    const auto end =
        std::ranges::mismatch(*shown | std::views::reverse, fresh | std::views::reverse).in2.base();
    return {static_cast<int>(begin - fresh.begin()), static_cast<int>(end - fresh.begin())};
}

void QueueModel::failPage(quint64 generation, int page) {
    if (generation == m_generation && m_asked == page) {
        m_asked = -1; // asked for again when it is painted again
    }
}

void QueueModel::updateRow(const queue::QueueRow& row) {
    const int at = heldRowOf(row.id);
    if (at < 0) {
        return;
    }
    auto& page = *m_cache.find(at / kPageRows);
    const auto offset = static_cast<std::size_t>(at % kPageRows);
    if (offset < page.size() && page[offset] != row) { // most are as they were: nothing is painted again
        page[offset] = row;
        Q_EMIT dataChanged(index(at, 0), index(at, kColumns - 1));
    }
}

void QueueModel::refreshRows() {
    m_cache.markStale();
    if (m_asked >= 0) {
        want(std::exchange(m_asked, -1)); // its answer may be older than the change
    }
    // Not by having all that is seen painted for it: most is as it was, and what is not comes with its page.
    for (const int page : m_lookedAt) {
        want(page);
    }
}

void QueueModel::setPending(RowId id, std::optional<ReviewState> state) {
    if (state) {
        m_pending[id] = *state;
    } else {
        m_pending.erase(id);
    }
    if (const int row = heldRowOf(id); row >= 0) { // of others nothing is painted
        Q_EMIT dataChanged(index(row, 0), index(row, kColumns - 1));
    }
}

std::optional<ReviewState> QueueModel::pending(RowId id) const {
    const auto found = m_pending.find(id);
    return found == m_pending.end() ? std::nullopt : std::optional(found->second);
}

std::optional<ReviewState> QueueModel::shownState(int row) {
    if (const auto decided = pending(idAt(row))) {
        return decided;
    }
    const queue::QueueRow* loaded = rowAt(row);
    return loaded == nullptr ? std::nullopt : std::optional(loaded->state);
}

int QueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int QueueModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const int pageNumber = index.row() / kPageRows;
    noteLook(pageNumber);
    const auto* page = m_cache.find(pageNumber);
    if (page == nullptr || m_cache.isStale(pageNumber)) {
        want(pageNumber);
    }
    const RowId id = idAt(index.row());
    if (role == SavingRole) {
        return m_pending.contains(id);
    }
    const auto offset = static_cast<std::size_t>(index.row() % kPageRows);
    if (page == nullptr || offset >= page->size()) {
        return role == Qt::DisplayRole && index.column() == PromptColumn ? tr("…") : QVariant();
    }
    if (!(*page)[offset]) {
        return role == Qt::DisplayRole && index.column() == PromptColumn ? tr("no longer in the store")
                                                                         : QVariant();
    }
    return loadedData(*(*page)[offset], index.column(), role);
}

QVariant QueueModel::loadedData(const queue::QueueRow& row, int column, int role) const {
    const ReviewState state = pending(row.id).value_or(row.state);
    switch (role) {
    case StateRole:
        return static_cast<int>(state);
    case DraftRole:
        return row.hasDraft;
    case SuggestionRole:
        return row.hasSuggestion;
    case LowConfidenceRole:
        return (row.flags & FlagLowConfidence) != 0;
    case Qt::TextAlignmentRole:
        return column == LogprobColumn || column == LatencyColumn
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    case Qt::AccessibleTextRole:
        if (column == StateColumn) {
            QStringList words{markWord(markOf(state))};
            if (row.hasDraft) {
                words << tr("has a draft");
            }
            if (row.hasSuggestion) {
                words << tr("has a suggestion");
            }
            return words.join(QLatin1String(", "));
        }
        [[fallthrough]];
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (static_cast<Column>(column)) {
    case StateColumn:
        return {}; // painted as a mark by the delegate
    case TimeColumn:
        return timeText(row.ts);
    case LogprobColumn:
        return logprobText(row.logprob);
    case TagsColumn:
        return tagsText(row.tags);
    case PromptColumn:
        return visibleLine(row.preview, kPreviewLetters);
    case ModelColumn:
        return visibleLine(row.modelVersion, kModelLetters);
    case LatencyColumn:
        return latencyText(row.latencyMs);
    }
    return {};
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole &&
        (section == LogprobColumn || section == LatencyColumn)) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter); // as the figures below it
    }
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const bool tip = role == Qt::ToolTipRole;
    switch (static_cast<Column>(section)) {
    case StateColumn:
        return tip ? tr("Where the row stands in the review") : QString();
    case TimeColumn:
        return tip ? tr("When the model was asked, UTC") : tr("Time (UTC)");
    case LogprobColumn:
        return tip ? tr("Mean log probability of the response's tokens; low means the model was unsure")
                   : tr("Logprob") + kRightGap;
    case TagsColumn:
        return tip ? tr("Why the row is worth a look") : tr("Tags");
    case PromptColumn:
        return tip ? tr("The last thing the user said") : tr("Prompt");
    case ModelColumn:
        return tip ? tr("Version of the model that answered") : tr("Model");
    case LatencyColumn:
        return tip ? tr("How long the answer took") : tr("Latency") + kRightGap;
    }
    return {};
}

void QueueModel::want(int page) const {
    if (page == m_asked) {
        return;
    }
    std::erase(m_wanted, page);
    m_wanted.push_back(page);
    if (m_wanted.size() > kMostWanted) {
        m_wanted.erase(m_wanted.begin());
    }
    m_ask.start();
}

void QueueModel::noteLook(int page) const {
    if (!m_lookedAt.empty() && m_lookedAt.back() == page) {
        return;
    }
    std::erase(m_lookedAt, page);
    m_lookedAt.push_back(page);
    if (m_lookedAt.size() > kMostWanted) {
        m_lookedAt.erase(m_lookedAt.begin());
    }
}

void QueueModel::askNext() {
    if (m_asked >= 0 || m_wanted.empty()) {
        return;
    }
    const int page = m_wanted.back();
    m_wanted.pop_back();
    const auto first = m_ids.begin() + std::ptrdiff_t{page} * kPageRows;
    const auto count = std::min<std::ptrdiff_t>(kPageRows, m_ids.end() - first);
    if (count <= 0) {
        return;
    }
    m_asked = page;
    Q_EMIT pageWanted(m_generation, page, std::vector<RowId>(first, first + count));
}

} // namespace goldpan::ui
