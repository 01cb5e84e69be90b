// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers written for Node share: packages from outside, the batches, and how they answer.
import { findPackage } from "./packages.mjs";
import { readFileSync, existsSync } from "node:fs";
import { join } from "node:path";

const SKIPPED = 77; // ctest's SKIP_RETURN_CODE
export const FORMATS = ["sft", "prompt-completion", "dpo", "kto", "openai", "openai-dpo", "sharegpt", "alpaca", "mistral", "log"];
export const folder = process.argv[2];
if (!existsSync(join(folder, "plain"))) {
  console.log("skipped: the batches were not made, which takes python3");
  process.exit(SKIPPED);
}

/// A package as findPackage() has it. Where it is not installed the test is skipped by name.
export async function packageNamed(name) {
  const found = await findPackage(name);
  if (!found) {
    console.log(`skipped: the npm package ${name} is in neither GOLDPAN_NODE_MODULES nor NODE_PATH`);
    process.exit(SKIPPED);
  }
  return found.module;
}

export function dataFile(kind, format) {
  return join(folder, kind, format, "data", "train.jsonl");
}

export function rowsOf(kind, format) {
  return readFileSync(dataFile(kind, format), "utf8").split("\n").slice(0, -1).map((line) => JSON.parse(line));
}

export function manifestOf(kind, format) {
  return JSON.parse(readFileSync(join(folder, kind, format, "manifest.json"), "utf8"));
}

const faults = [];
export function expectSame(actual, expected, what) {
  if (actual !== expected) {
    faults.push(`${what}: ${actual}, not ${expected}`);
  }
}

export function finish() {
  if (faults.length) {
    console.error(faults.join("\n"));
    process.exit(1);
  }
}
