#!/usr/bin/env python3
# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""openai_checks.py FOLDER: what OpenAI's cookbook checks of a file for fine-tuning, and what its preference files
need. The cookbook's list is older than tool calls, so that rows with tools are asked by the later rules."""
import collections
import json
import pathlib
import sys

ROLES = {"system", "developer", "user", "assistant", "tool"}
KEYS = {"role", "content", "name", "tool_calls", "tool_call_id"}


def plain_faults(row):
    """The cookbook's seven."""
    if not isinstance(row, dict):
        return ["data_type"]
    messages = row.get("messages")
    if not messages:
        return ["missing_messages_list"]
    out = []
    for message in messages:
        if "role" not in message or "content" not in message:
            out.append("message_missing_key")
        if set(message) - {"role", "content", "name", "function_call", "weight"}:
            out.append("message_unrecognized_key")
        if message.get("role") not in ("system", "user", "assistant", "function", "developer"):
            out.append("unrecognized_role")
        content = message.get("content")
        if not isinstance(content, str) or not (content or message.get("function_call")):
            out.append("missing_content")
    if not any(message.get("role") == "assistant" for message in messages):
        out.append("example_missing_assistant_message")
    return out


def turn_faults(messages):
    out, open_calls = [], set()
    for message in messages:
        if message.get("role") not in ROLES:
            out.append("unrecognized_role")
        if set(message) - KEYS:
            out.append("message_unrecognized_key")
        if message.get("role") == "tool":
            if message.get("tool_call_id") not in open_calls:
                out.append("tool_answers_no_call")
            open_calls.discard(message.get("tool_call_id"))
            continue
        if open_calls:
            out.append("call_without_answer")
            open_calls = set()
        for call in message.get("tool_calls", []):
            open_calls.add(call["id"])
            if call["type"] != "function" or not isinstance(call["function"]["arguments"], str):
                out.append("arguments_are_no_text")
        if message.get("role") == "assistant" and not message.get("content") and not message.get("tool_calls"):
            out.append("missing_content")
    return out + (["call_without_answer"] if open_calls else [])


def has_tools(row):
    return "tools" in row or any("tool_calls" in message or message.get("role") == "tool" for message in row["messages"])


def preference_faults(row):
    out = [] if set(row) == {"input", "preferred_output", "non_preferred_output"} else ["keys"]
    if not {"messages", "tools", "parallel_tool_calls"} == set(row["input"]):
        out.append("input_keys")
    out += turn_faults(row["input"]["messages"])
    if row["input"]["messages"][-1]["role"] == "assistant":
        out.append("input_ends_with_assistant")
    for key in ("preferred_output", "non_preferred_output"):
        if len(row[key]) != 1 or row[key][0]["role"] != "assistant":
            out.append(key)
    if row["preferred_output"] == row["non_preferred_output"]:
        out.append("same_output")
    return out


def main(folder):
    faults = collections.Counter()
    seen = collections.Counter()
    for kind in ("plain", "tools"):
        for name in ("openai", "openai-dpo"):
            for line in (folder / kind / name / "data" / "train.jsonl").open(encoding="utf-8"):
                row = json.loads(line)
                if name == "openai-dpo":
                    found = preference_faults(row)
                elif has_tools(row):
                    found = turn_faults(row["messages"])
                else:
                    found = plain_faults(row) + turn_faults(row["messages"])
                if name == "openai" and row["messages"][-1]["role"] != "assistant":
                    found.append("last_is_no_assistant")
                seen[f"{kind}/{name}"] += 1
                faults.update(f"{kind}/{name}: {fault}" for fault in found)
    for name, count in seen.items():
        print(f"{name}: {count} rows")
    if faults or len(seen) < 4:
        sys.exit(f"faults: {dict(faults)}")


main(pathlib.Path(sys.argv[1]))
