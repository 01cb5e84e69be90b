#!/usr/bin/env python3
# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""make_batches.py GOLDPAN_CLI FOLDER: a small store, and from it a batch of every format under FOLDER, which is
made anew: plain/FORMAT/, tools/FORMAT/ (with --tool-rows) and gzip/FORMAT.jsonl.gz, for the readers beside this file.
With --log LOG --corrections FILE the rows are those."""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys

FORMATS = ["sft", "prompt-completion", "dpo", "kto", "openai", "openai-dpo", "sharegpt", "alpaca", "mistral", "log"]
RAIN = {"name": "rain", "description": "Rain in a town", "parameters": {"type": "object", "properties": {
    "town": {"type": "string"}, "days": {"type": "integer", "enum": [1, 2]}}}}
CLOCK = {"name": "clock", "description": "The time of a zone", "parameters": {"type": "object", "properties": {
    "zone": {"type": "string", "default": "UTC"}}}}


def call(number, name, arguments):
    return {"id": f"call_{number}", "type": "function", "function": {"name": name, "arguments": json.dumps(arguments)}}


def told(role, content, **more):
    return {"role": role, "content": content, **more}


def row(number, prompt, response="An answer.", messages=None, **more):
    out = {"request_id": f"row-{number:02}", "ts": f"2025-06-12T09:{number:02}:00", "model_version": "m1",
           "prompt": prompt, "response": response, "latency_ms": None, "user_id_hash": None, "response_logprob": -1.0,
           "tags": ["operator_review"]}
    if messages:
        out["messages"] = messages
    return {**out, **more}


def sample():
    tool = [{"type": "function", "function": RAIN}]
    both = [*tool, {"type": "function", "function": CLOCK}]
    rows = [row(number, f"Question {number} about tides?", f"Answer {number}.") for number in range(12)]
    rows += [
        row(20, "现在几点？", "不知道。"),
        row(21, 'Quotes "and" \\ back\nslashes \u2028 \U0001f600'),
        row(22, "And then?", messages=[told("system", "Be short."), told("user", "First?"), told("assistant", "Yes."),
                                      told("user", "And then?")]),
        row(23, "Two systems?", messages=[told("system", "One."), told("system", "Two."), told("user", "Two systems?")]),
        row(24, "From a developer?", messages=[told("developer", "Be kind."), told("user", "From a developer?")]),
        row(25, "Twice?", messages=[told("user", "Once?"), told("user", "Twice?")]),
        row(26, "A picture?", messages=[told("user", [{"type": "image_url", "image_url": {"url": "x"}}])]),
        row(27, "Rain?", tools=tool, messages=[
            told("user", "Rain?"), told("assistant", None, tool_calls=[call(1, "rain", {"town": "Rome", "days": 2})]),
            told("tool", "none", tool_call_id="call_1", name="rain")]),
        row(28, "Rain and time?", tools=both, messages=[
            told("user", "Rain and time?"),
            told("assistant", None, tool_calls=[call(1, "rain", {"town": "Oslo"}), call(2, "clock", {"zone": "CET"})]),
            told("tool", "much", tool_call_id="call_1", name="rain"), told("tool", "9:00", tool_call_id="call_2")]),
        row(29, "Call without need?", "", tools=tool, output=told("assistant", None, tool_calls=[
            call(1, "rain", {"town": "Bern"})])),
        row(30, "Tools, no call?", tools=tool),
        row(31, "Torn arguments?", messages=[
            told("user", "Torn arguments?"), told("assistant", None, tool_calls=[
                {"id": "c", "type": "function", "function": {"name": "rain", "arguments": "{\"town\": "}}]),
            told("tool", "error", tool_call_id="c")]),
    ]
    return rows


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}: {done.returncode}\n{done.stderr}")


def main():
    reader = argparse.ArgumentParser()
    reader.add_argument("cli")
    reader.add_argument("folder", type=pathlib.Path)
    reader.add_argument("--log", type=pathlib.Path)
    reader.add_argument("--corrections", type=pathlib.Path)
    given = reader.parse_args()
    shutil.rmtree(given.folder, ignore_errors=True)
    given.folder.mkdir(parents=True)
    store = given.folder / "rows.goldpan"
    log, corrections = given.log, given.corrections
    if log is None:
        rows = sample()
        log, corrections = given.folder / "log.jsonl", given.folder / "corrections.json"
        log.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in rows), "utf-8")
        corrections.write_text(json.dumps({each["request_id"]: f"Gold for {each['request_id']}." for each in rows
                                           if each["request_id"] not in ("row-02", "row-03", "row-04")}), "utf-8")
    run(given.cli, "import", store, log)
    run(given.cli, "corrections", store, "import", corrections)
    if given.log is None:
        run(given.cli, "tag", store, "add", "user_negative", "row-01", "row-03", "row-29")
        run(given.cli, "review", store, "accept", "row-02")
    for name in FORMATS:
        for kind, flags in (("plain", []), ("tools", ["--tool-rows"])):
            (given.folder / kind).mkdir(exist_ok=True)
            run(given.cli, "export", store, "--format", name, "--out", f"{given.folder / kind / name}/", *flags)
            run(given.cli, "verify", given.folder / kind / name)
        (given.folder / "gzip").mkdir(exist_ok=True)
        run(given.cli, "export", store, "--format", name, "--out", given.folder / "gzip" / f"{name}.jsonl.gz")


main()
