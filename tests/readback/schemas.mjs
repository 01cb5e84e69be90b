// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// schemas.mjs FOLDER: every row of every batch by the JSON Schema of its format (tests/data/schemas), with ajv.
import { expectSame, finish, FORMATS, packageNamed, rowsOf } from "./support.mjs";
import { readFileSync } from "node:fs";

const { default: module } = await packageNamed("ajv");
const Ajv = module.default ?? module;
for (const format of FORMATS) {
  const schema = JSON.parse(readFileSync(new URL(`../data/schemas/${format}.json`, import.meta.url), "utf8"));
  const isValid = new Ajv({ allowUnionTypes: true }).compile(schema);
  for (const kind of ["plain", "tools"]) {
    const rows = rowsOf(kind, format);
    const bad = rows.filter((row) => !isValid(row));
    if (bad.length) {
      isValid(bad[0]);
    }
    expectSame(bad.length, 0, `${kind}/${format} ${JSON.stringify(isValid.errors)}`);
    expectSame(rows.length > 0, true, `${kind}/${format} has rows`);
    console.log(`${kind}/${format}: ${rows.length} rows`);
  }
}
finish();
