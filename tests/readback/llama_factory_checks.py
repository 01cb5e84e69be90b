#!/usr/bin/env python3
# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""llama_factory_checks.py FOLDER: the columns that dataset_info.json names, and the order of turns that
LLaMA-Factory's converters ask for."""
import json
import pathlib
import sys


def turn_faults(turns, tags):
    asks = {tags["user_tag"], tags["observation_tag"]}
    answers = {tags["assistant_tag"], tags["function_tag"]}
    if not turns or len(turns) % 2:
        yield "an odd number of turns"
    for place, turn in enumerate(turns):
        if turn[tags["role_tag"]] not in (answers if place % 2 else asks):
            yield f"{turn[tags['role_tag']]} on place {place + 1}"
        if turn[tags["role_tag"]] == tags["function_tag"]:
            calls = json.loads(turn[tags["content_tag"]])
            for call in calls if isinstance(calls, list) else [calls]:
                if not isinstance(call["name"], str) or not isinstance(call["arguments"], dict):
                    yield "a call without name or arguments"


def check(folder):
    info = json.loads((folder / "dataset_info.json").read_text("utf-8"))
    for name, entry in info.items():
        rows = [json.loads(line) for line in (folder / entry["file_name"]).open(encoding="utf-8")]
        faults = [] if rows else ["no rows"]
        keys = set(entry["columns"].values())
        for row in rows:
            if set(row) != keys:
                faults.append(f"columns {sorted(set(row) ^ keys)}")
            if entry["formatting"] == "sharegpt":
                faults += turn_faults(row["conversations"], entry["tags"])
                if row["tools"] and not isinstance(json.loads(row["tools"]), list):
                    faults.append("tools")
            elif not all(isinstance(pair, list) and len(pair) == 2 for pair in row["history"]):
                faults.append("history")
        print(f"{folder.parent.name}/{folder.name} {name}: {len(rows)} rows")
        if faults:
            sys.exit(f"faults: {sorted(set(faults))}")


for kind in ("plain", "tools"):
    for shape in ("sharegpt", "alpaca"):
        check(pathlib.Path(sys.argv[1]) / kind / shape)
