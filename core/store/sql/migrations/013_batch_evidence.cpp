// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations/migration.h"

namespace goldpan::sql {
namespace {

constexpr const char* kStatements[] = {
    // Of the whole manifest file, hex; null of a batch that was written before.
    "ALTER TABLE export_batch ADD COLUMN manifest_sha256 TEXT",
    // The profiles that logs were read by, each with every version of it: SHA-256 of its text, hex.
    "CREATE TABLE import_profile(id INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL)",
};

} // namespace

Migration migration013() {
    return {13, kStatements, {}};
}

} // namespace goldpan::sql
