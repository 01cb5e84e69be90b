#!/usr/bin/env python3
# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""mistral_checks.py FOLDER: what mistral-finetune and the validator behind it ask of a training row."""
import collections
import json
import pathlib
import re
import sys

ID = re.compile(r"[a-zA-Z0-9]{9}")
NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}")
AFTER = {None: {"system", "user"}, "system": {"user"}, "user": {"assistant"}, "assistant": {"user"},
         "call": {"tool"}, "tool": {"tool", "assistant"}}


def message_faults(message):
    role, content, calls = message.get("role"), message.get("content"), message.get("tool_calls")
    if role not in ("system", "user", "assistant", "tool"):
        yield "role"
    if message.get("weight", 1) not in (0, 1):
        yield "weight"
    if calls is None and not isinstance(content, str):
        yield "content"
    if role == "assistant" and bool(content) == bool(calls):
        yield "either text or calls"
    for call in calls or []:
        if not ID.fullmatch(call.get("id", "")):
            yield "id of a call"
        if not isinstance(call["function"]["arguments"], str):
            yield "arguments are no text"
        if not NAME.fullmatch(call["function"]["name"]):
            yield "name of a function"
    if role == "tool" and not ID.fullmatch(message.get("tool_call_id", "")):
        yield "id of a tool turn"


def row_faults(row):
    if set(row) - {"messages", "tools"}:
        yield "keys"
    previous, systems = None, 0
    for message in row["messages"]:
        yield from message_faults(message)
        if message["role"] not in AFTER[previous]:
            yield f"{message['role']} after {previous}"
        systems += message["role"] == "system"
        previous = "call" if message.get("tool_calls") else message["role"]
    if systems > 1:
        yield "two system messages"
    if previous != "assistant":
        yield "the last turn is no answer"
    for tool in row.get("tools", []):
        function = tool["function"]
        if not (isinstance(function.get("name"), str) and isinstance(function.get("description"), str) and
                isinstance(function.get("parameters"), dict)):
            yield "tool"


def main(folder):
    faults = collections.Counter()
    for kind in ("plain", "tools"):
        path = folder / kind / "mistral" / "data" / "train.jsonl"
        lines = path.read_text("utf-8").split("\n")[:-1]
        for line in lines:
            faults.update(f"{kind}: {fault}" for fault in row_faults(json.loads(line)))
        if len(lines) < 10 or path.stat().st_size < 1000:
            faults["too small a file"] += 1
        print(f"{kind}/mistral: {len(lines)} rows")
    if faults:
        sys.exit(f"faults: {dict(faults)}")


main(pathlib.Path(sys.argv[1]))
