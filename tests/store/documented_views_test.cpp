// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// resources/docs/store.md is what users build on: its columns are those of the views, its queries run.
#include "tests/store/support/store_builder.h"
#include "tests/support/places.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

namespace goldpan::test {
namespace {

std::string page() {
    return readMaybeGzip(test::sourceFile("resources/docs/store.md"));
}

/// `| `view` | `a`, `b` (a note), `c` |` as "a,b,c": column names are the words in back quotes outside
/// brackets.
std::string documentedColumns(std::string cells) {
    RE2::GlobalReplace(&cells, R"(\([^)]*\))", "");
    std::string out;
    std::string name;
    re2::StringPiece rest(cells);
    while (RE2::FindAndConsume(&rest, "`([a-z0-9_]+)`", &name)) {
        out += (out.empty() ? "" : ",") + name;
    }
    return out;
}

TEST(DocumentedViews, HaveTheColumnsOfTheTable) {
    StoreBuilder store;
    const std::string text = page();
    re2::StringPiece rest(text);
    std::string view;
    std::string cells;
    std::string views;
    while (RE2::FindAndConsume(&rest, R"((?m)^\| `([a-z_]+)` \| (.*) \|$)", &view, &cells)) {
        EXPECT_EQ(store.query("SELECT group_concat(name) FROM pragma_table_info('" + view + "')"),
                  documentedColumns(cells))
            << view;
        views += (views.empty() ? "" : "\n") + view;
    }
    EXPECT_EQ(store.query("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY rowid"), views);
}

TEST(DocumentedViews, QueriesRunInAPlainSqlite) {
    StoreBuilder store;
    LogEntry low = entry("low");
    low.responseLogprob = -4;
    low.tags = {"user_negative"};
    store.add({low, entry("plain")});
    const std::string text = page();
    re2::StringPiece rest(text);
    std::string sql;
    std::string answers;
    while (RE2::FindAndConsume(&rest, "(?s)```sql\n(.*?)```", &sql)) {
        answers += "[" + store.query(sql) + "]";
    }
    EXPECT_EQ(answers, "[][2025-06-12][user_negative][]");
}

} // namespace
} // namespace goldpan::test
