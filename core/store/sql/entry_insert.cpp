// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/entry_insert.h"
#include "core/store/sql/entry_texts.h"

#include <sqlite3.h>

namespace goldpan::sql {
EntryInsert::EntryInsert(Connection& connection, std::shared_ptr<KeyTable> keys)
    : m_connection(connection)
    , m_keys(std::move(keys))
    , m_rowKeys(connection)
    , m_stretches(connection)
    , m_runs(connection)
    , m_models(connection, "model")
    , m_tags(connection, "tag")
    , m_byId(connection) {}

Result<void> EntryInsert::prepare() {
    const std::pair<std::optional<NativeStatement>*, std::string_view> statements[] = {
        {&m_requestId, "SELECT request_id FROM entry WHERE id = ?1"},
        {&m_insertEntry, "INSERT INTO entry(key_hash, request_id, ts, model, latency_ms, logprob, "
                         "user_id_hash, state, flags, weight)"
                         " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?9)"},
        {&m_insertText,
         "INSERT INTO entry_text(id, prompt, response, messages, output, tools, feedback, meta)"
         " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"},
        {&m_insertTag, "INSERT OR IGNORE INTO entry_tag(tag, entry) VALUES(?1, ?2)"},
    };
    for (const auto& [slot, sql] : statements) {
        auto statement = NativeStatement::prepare(m_connection, sql);
        if (!statement) {
            return std::unexpected(statement.error());
        }
        slot->emplace(std::move(*statement));
    }
    return m_keys ? Result<void>() : m_rowKeys.prepare();
}

Result<bool> EntryInsert::hasRequestId(RowId row, std::string_view requestId) {
    m_requestId->bind(1, row.value);
    auto more = m_requestId->step();
    if (!more) {
        return more;
    }
    const bool same = *more && m_requestId->text(0) == requestId;
    m_requestId->reset();
    return same;
}

Result<std::optional<RowId>> EntryInsert::find(const store::ImportRow& row) {
    if (m_keys) {
        std::optional<RowId> found;
        Result<bool> asked = false;
        (void)m_keys->find(row.keyHash, [&](RowId candidate) {
            asked = hasRequestId(candidate, row.entry.requestId);
            if (asked && *asked) {
                found = candidate;
            }
            return !asked || *asked;
        });
        if (!asked) {
            return std::unexpected(asked.error());
        }
        return found;
    }
    return m_rowKeys.find(row.keyHash, row.entry.requestId);
}

Result<RowId> EntryInsert::insert(const store::ImportRow& row, const std::vector<std::string>& tags,
                                  std::uint32_t flags, double weight) {
    const LogEntry& entry = row.entry;
    auto model = modelOf(entry);
    if (!model) {
        return std::unexpected(model.error());
    }
    NativeStatement& narrow = *m_insertEntry;
    narrow.bind(1, static_cast<std::int64_t>(row.keyHash));
    narrow.bind(2, std::string_view(entry.requestId));
    narrow.bindOptional(3, entry.ts ? std::optional(entry.ts->micros) : std::nullopt);
    narrow.bind(4, *model);
    narrow.bindOptional(5, entry.latencyMs);
    narrow.bindOptional(6, entry.responseLogprob);
    narrow.bindOptional(7,
                        entry.userIdHash ? std::optional<std::string_view>(*entry.userIdHash) : std::nullopt);
    narrow.bind(8, std::int64_t{flags});
    narrow.bind(9, weight);
    if (auto done = narrow.run(); !done) {
        return std::unexpected(done.error());
    }
    const RowId id{sqlite3_last_insert_rowid(m_connection.handle())};
    NativeStatement& text = *m_insertText;
    text.bind(1, id.value);
    bindTexts(text, 2, entry);
    if (auto done = text.run(); !done) {
        return std::unexpected(done.error());
    }
    for (const auto& tag : tags) {
        if (auto done = addTag(id, tag); !done) {
            return std::unexpected(done.error());
        }
    }
    if (auto done = m_stretches.added(id); !done) {
        return std::unexpected(done.error());
    }
    if (auto done = m_runs.added(id); !done) {
        return std::unexpected(done.error());
    }
    if (m_keys) {
        m_keys->insert(row.keyHash, id);
        return id;
    }
    const auto keyed = m_rowKeys.add(row.keyHash, id);
    return keyed ? Result<RowId>(id) : std::unexpected(keyed.error());
}

Result<void> EntryInsert::addTag(RowId row, std::string_view tag) {
    auto id = m_tags.idOf(tag);
    if (!id) {
        return std::unexpected(id.error());
    }
    m_insertTag->bind(1, *id);
    m_insertTag->bind(2, row.value);
    return m_insertTag->run();
}

Result<store::EntryRecord> EntryInsert::read(RowId row) {
    auto record = m_byId.read(row);
    if (!record) {
        return std::unexpected(record.error());
    }
    if (!*record) {
        return fail(ErrorCode::corrupt, "a row of the store has no text; see goldpan-cli check",
                    m_connection.path());
    }
    return std::move(**record);
}

void EntryInsert::forget() {
    m_models.forget();
    m_tags.forget();
}

} // namespace goldpan::sql
