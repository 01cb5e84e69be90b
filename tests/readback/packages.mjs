// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Packages from outside, for whatever is written for Node: in GOLDPAN_NODE_MODULES or NODE_PATH, never downloaded.
import { createRequire } from "node:module";
import { readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/// The module and its version, or null where the package is not installed.
export async function findPackage(name) {
  for (const place of [process.env.GOLDPAN_NODE_MODULES, ...(process.env.NODE_PATH ?? "").split(":")]) {
    if (place && existsSync(join(place, name))) {
      const entry = createRequire(join(place, "here.js")).resolve(join(place, name));
      const { version } = JSON.parse(readFileSync(join(place, name, "package.json"), "utf8"));
      return { module: await import(pathToFileURL(entry)), version };
    }
  }
  return null;
}
