// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ExportDesk: a store to correct rows in and to export from, at a fixed time. Test support.
#pragma once

#include "core/exporting/export_service.h"
#include "tests/store/support/store_builder.h"

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>

namespace goldpan::test {

class FixedClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override { return *parseTimestamp("2025-07-01T12:00:00Z"); }
};

inline LogEntry tagged(std::string_view id, std::vector<std::string> tags) {
    LogEntry out = entry(id);
    out.tags = std::move(tags);
    return out;
}

class ExportDesk : public testing::Test {
protected:
    void correct(std::string_view id, std::string text, bool pii = false) {
        const Correction correction{
            .text = std::move(text), .operatorName = "ann", .createdAt = {1}, .updatedAt = {1}, .pii = pii};
        ASSERT_TRUE(m_store.store().writes().transact([&](store::WriteTransaction& transaction) {
            return transaction.setDecision(m_store.row(id), ReviewState::corrected, correction);
        }));
    }

    Result<exporting::ExportReport> run(const exporting::ExportSpec& spec, const std::string& out) {
        return exporting::ExportService(m_store.store(), m_redactor, m_clock).run(spec, out);
    }

    exporting::ExportReport ran(const exporting::ExportSpec& spec, const std::string& out) {
        auto report = run(spec, out);
        EXPECT_TRUE(report) << (report ? "" : report.error().message + " " + report.error().where);
        return report.value_or(exporting::ExportReport{});
    }

    [[nodiscard]] std::string file(std::string_view name) const { return m_dir.file(name); }
    [[nodiscard]] std::string text(std::string_view name) const { return m_dir.read(name); }
    /// Names in the folder, so that nothing half-done hides there.
    [[nodiscard]] std::string listing() const {
        std::vector<std::string> names;
        for (const auto& item : std::filesystem::recursive_directory_iterator(m_dir.path())) {
            names.push_back(std::filesystem::relative(item.path(), m_dir.path()).string());
        }
        std::ranges::sort(names);
        std::string out;
        for (const auto& name : names) {
            out += (out.empty() ? "" : " ") + name;
        }
        return out;
    }
    exporting::ExportService service() { return {m_store.store(), m_redactor, m_clock}; }
    std::string batchCount() { return m_store.query("SELECT count(*) FROM export_batches"); }

    TempDir m_dir;
    StoreBuilder m_store;
    redact::Redactor m_redactor;
    FixedClock m_clock;
};

} // namespace goldpan::test
