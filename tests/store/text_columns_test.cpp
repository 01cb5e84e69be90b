// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every text in a store is known by kind: a new column that nobody thought of would be one that re-redaction
// passes over.
#include "core/store/search_index.h"
#include "core/store/sql/text_columns.h"
#include "tests/store/support/store_builder.h"

#include <gtest/gtest.h>
#include <set>
#include <sstream>

namespace goldpan {
namespace {

TEST(TextColumns, AreAllThatTheSchemaHas) {
    test::StoreBuilder desk;
    desk.add({test::entry("a")});
    ASSERT_TRUE(desk.store().searchIndex().build({}, {}, {}));
    std::set<std::string> listed;
    for (const auto& table : sql::textTables()) {
        for (const auto& column : table.columns) {
            EXPECT_TRUE(listed.insert(std::string(table.name) + "." + std::string(column.name)).second)
                << column.name << " of " << table.name << " stands there twice";
        }
    }
    // Whatever may hold text: a column without a type may, too.
    std::istringstream there(
        desk.query("SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE "
                   "m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND c.type NOT IN ('INTEGER', 'REAL')"));
    std::set<std::string> found;
    for (std::string line; std::getline(there, line);) {
        found.insert(line);
    }
    EXPECT_GT(found.size(), 40U);
    EXPECT_EQ(found, listed) << "name the new column in core/store/sql/text_columns.cpp, with what it holds";
}

TEST(TextColumns, AreReadByRowIdOrByKey) {
    test::StoreBuilder desk;
    for (const auto& table : sql::textTables()) {
        const auto made =
            desk.query("SELECT sql FROM sqlite_master WHERE name = '" + std::string(table.name) + "'");
        const bool hasNoRowId = made.find("WITHOUT ROWID") != std::string::npos;
        EXPECT_EQ(hasNoRowId, !table.key.empty()) << table.name;
    }
}

} // namespace
} // namespace goldpan
