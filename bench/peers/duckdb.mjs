// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// duckdb.mjs version
// duckdb.mjs load|append LOG DATABASE        a log with the three rules over prompt and response, then a checkpoint
// duckdb.mjs ask DATABASE QUESTIONS          QUESTIONS: {"name": "SELECT ..."}; milliseconds of each, median of TURNS
// duckdb.mjs copy DATABASE CORRECTIONS OUT   the corrected rows as chat messages, JSON lines
// What people who know DuckDB would do with a log. Two threads, as all programs here have. Prints one JSON object; 77 where
// the npm package @duckdb/node-api is not installed.
import { findPackage } from "../../tests/readback/packages.mjs";
import { closeSync, fsyncSync, openSync } from "node:fs";

const TURNS = 5;
const MISSING = 77;
const [verb, ...args] = process.argv.slice(2);
const found = await findPackage("@duckdb/node-api");
if (!found) {
  process.exit(MISSING);
}

async function open(path) {
  const instance = await found.module.DuckDBInstance.create(path, { threads: "2" });
  return instance.connect();
}

// Only these two texts: `messages` is left as it is, which spares this side some work.
function redacted(column) {
  const rules = [
    ["[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}", "[EMAIL]"],
    ["\\b\\d{3}-\\d{2}-\\d{4}\\b", "[SSN]"],
    ["\\b(\\+?1[-. ]?)?\\(?\\d{3}\\)?[-. ]?\\d{3}[-. ]?\\d{4}\\b", "[PHONE]"],
  ];
  return rules.reduce((text, [rule, token]) => `regexp_replace(${text}, '${rule}', '${token}', 'g')`, column);
}

function rowsOf(log) {
  return `SELECT request_id, ts, model_version, ${redacted("prompt")} AS prompt, ${redacted("response")} AS response,
    latency_ms, user_id_hash, response_logprob, tags, messages
    FROM read_json('${log}', format='newline_delimited', columns={request_id: 'VARCHAR', ts: 'TIMESTAMP',
      model_version: 'VARCHAR', prompt: 'VARCHAR', response: 'VARCHAR', latency_ms: 'BIGINT', user_id_hash: 'VARCHAR',
      response_logprob: 'DOUBLE', tags: 'VARCHAR[]', messages: 'JSON'})`;
}

// Ids that are there already are left out, as an import must; the database keeps no index for it, a join is faster.
const NEW_ONLY = "WHERE request_id NOT IN (SELECT request_id FROM log)";

async function measure(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

if (verb === "version") {
  const [[engine]] = (await (await open(":memory:")).runAndReadAll("SELECT version()")).getRowsJson();
  console.log(JSON.stringify({ version: `${engine} (@duckdb/node-api ${found.version})` }));
} else if (verb === "load" || verb === "append") {
  const [log, database] = args;
  const connection = await open(database);
  await connection.run(verb === "load" ? `CREATE TABLE log AS ${rowsOf(log)}`
                                       : `INSERT INTO log SELECT * FROM (${rowsOf(log)}) ${NEW_ONLY}`);
  await connection.run("CHECKPOINT");
  const [[rows]] = (await connection.runAndReadAll("SELECT count(*) FROM log")).getRowsJson();
  connection.closeSync();
  console.log(JSON.stringify({ rows: Number(rows) }));
} else if (verb === "ask") {
  const connection = await open(args[0]);
  const answers = {};
  for (const [name, text] of Object.entries(JSON.parse(args[1]))) {
    const times = [];
    let rows = 0;
    for (let turn = 0; turn < TURNS; ++turn) {
      times.push(await measure(async () => {
        rows = (await connection.runAndReadAll(text)).currentRowCount;
      }));
    }
    answers[name] = { ms: times.sort((a, b) => a - b)[(TURNS - 1) / 2], rows };
  }
  console.log(JSON.stringify(answers));
} else if (verb === "copy") {
  const [database, corrections, out] = args;
  const connection = await open(database);
  await connection.run(`COPY (SELECT [{'role': 'user', 'content': prompt}, {'role': 'assistant', 'content': corrected}] AS messages
    FROM log JOIN read_json('${corrections}', format='newline_delimited',
      columns={request_id: 'VARCHAR', corrected: 'VARCHAR'}) USING (request_id)) TO '${out}' (FORMAT json)`);
  const file = openSync(out, "r");
  fsyncSync(file);
  closeSync(file);
  console.log("{}");
} else {
  console.error("usage: duckdb.mjs version | load LOG DATABASE | append LOG DATABASE | ask DATABASE QUESTIONS | " +
                "copy DATABASE CORRECTIONS OUT");
  process.exit(2);
}
