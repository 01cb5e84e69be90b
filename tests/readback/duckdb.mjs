// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// duckdb.mjs FOLDER: every batch read by DuckDB's JSON reader, and the columns that it infers.
import { dataFile, expectSame, finish, folder, FORMATS, manifestOf, packageNamed } from "./support.mjs";
import { join } from "node:path";

const { DuckDBInstance } = await packageNamed("@duckdb/node-api");
const connection = await (await DuckDBInstance.create(":memory:")).connect();

const turns = "STRUCT(role VARCHAR, content VARCHAR)[]";
const plain = {
  sft: `messages ${turns}`,
  "prompt-completion": `prompt ${turns}, completion ${turns}`,
  dpo: `prompt ${turns}, chosen ${turns}, rejected ${turns}`,
  kto: `prompt ${turns}, completion ${turns}, label BOOLEAN`,
  sharegpt: 'conversations STRUCT(from VARCHAR, value VARCHAR)[], system VARCHAR, tools VARCHAR',
  alpaca: "instruction VARCHAR, input VARCHAR, output VARCHAR, system VARCHAR, history VARCHAR[][]",
};

async function ask(text) {
  return (await connection.runAndReadAll(text)).getRowsJson();
}

for (const kind of ["plain", "tools"]) {
  for (const format of FORMATS) {
    const from = `read_json('${dataFile(kind, format)}', format='newline_delimited', sample_size=-1)`;
    const columns = (await ask(`DESCRIBE SELECT * FROM ${from}`))
      .map(([name, type]) => `${name} ${type}`).join(", ").replaceAll('"', "");
    if (kind === "plain" && plain[format]) {
      // Where no row has a history there is nothing to infer its type from.
      expectSame(columns.replace("history JSON[]", "history VARCHAR[][]"), plain[format], `${kind}/${format}`);
    }
    if (format === "sharegpt") {
      expectSame(columns, plain[format], `${kind}/${format}, tools as text`);
    }
    const [[count]] = await ask(`SELECT count(*) FROM ${from}`);
    expectSame(Number(count), manifestOf(kind, format).rows, `${kind}/${format} rows`);
    console.log(`${kind}/${format}: ${count} rows\n  ${columns}`);
  }
}
for (const format of FORMATS) {
  const from = `read_json('${join(folder, "gzip", format + ".jsonl.gz")}', format='newline_delimited')`;
  const [[count]] = await ask(`SELECT count(*) FROM ${from}`);
  expectSame(Number(count), manifestOf("plain", format).rows, `gzip/${format} rows`);
}
finish();
