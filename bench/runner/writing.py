# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people decide and take out: a drift window, its undo, a batch with all checks."""
import json
import pathlib
import subprocess

from runner import machine, timed
from runner.report import Goal, number

END, DAYS = "2025-07-02T00:00:00Z", 30  # a day behind the last row of a made log, and as long as all of it is
WINDOW_ROWS = 1_000_000
MOST_CORRECTED = 100_000
GOLD_CASES = 1_000
CHECKS = "duplicate,contaminated,conflict,identical,stop_token,too_long"


def _window(desk):
    """As wide as it takes to hold a million rows, at the end of the log."""
    share = min(1.0, WINDOW_ROWS / desk.rows)
    return "%dm" % round((1 + DAYS * share) * 24 * 60)


def drift(desk):
    """Tagged, taken back and tagged again, each one act; it stays tagged, so that every row of it can be in a batch."""
    tagged, undone = [], []
    for turn in range(max(2, desk.turns)):
        if turn:
            undone.append(desk.goldpan("undo", desk.store, "--act", _newest_act(desk)).seconds)
        tagged.append(desk.goldpan("drift", desk.store, "--at", END, "--window", _window(desk), "--json"))
    rows = json.loads(tagged[0].out)["newly_tagged"]
    desk.add("drift window, %s rows tagged in one act" % number(rows), timed.seconds_of(tagged), "s",
             goal=Goal(at_most=3) if rows >= 900_000 else None)
    desk.add("its undo", undone, "s")


def _newest_act(desk):
    newest = json.loads(desk.goldpan("history", desk.store, "--json").out.splitlines()[0])
    return str(newest["act"])


def _make_corrections(desk, rows):
    """The last rows of the log with an answer that says a little more; as the lesson has it, and a line each for DuckDB."""
    lines = subprocess.Popen(["tail", "-n", str(rows), desk.log], stdout=subprocess.PIPE, text=True, encoding="utf-8")
    lesson, by_line, gold = desk.path("corrections.json"), desk.path("corrections.jsonl"), desk.path("gold.jsonl")
    with open(lesson, "w", encoding="utf-8") as one, open(by_line, "w", encoding="utf-8") as many, \
            open(gold, "w", encoding="utf-8") as cases:
        one.write("{")
        for number_of_row, line in enumerate(lines.stdout):
            row = json.loads(line)
            text = row["response"] + " Checked by a person."
            one.write("%s%s: %s" % ("," if number_of_row else "", json.dumps(row["request_id"]), json.dumps(text)))
            many.write(json.dumps({"request_id": row["request_id"], "corrected": text}) + "\n")
            if number_of_row % max(1, rows // GOLD_CASES) == 0:
                cases.write(json.dumps({"prompt": row["prompt"], "answer": row["response"]}) + "\n")
        one.write("}")
    lines.wait()
    return lesson, by_line, gold


def batch(desk):
    rows = min(desk.rows // 10, MOST_CORRECTED)
    lesson, by_line, gold = _make_corrections(desk, rows)
    done = desk.goldpan("corrections", desk.store, "import", lesson, "--json")
    desk.add("import of %s corrections" % number(rows), [done.seconds], "s")
    out, theirs = desk.path("batch.jsonl"), desk.path("copied.jsonl")

    def ours():
        desk.remove(out)
        return desk.goldpan("export", desk.store, "--out", out, "--gold", gold, "--max-tokens", "4096", "--split", "0.1", "--json")

    def copy_and_check():
        desk.remove(theirs)
        copied = desk.duckdb("copy", desk.database, by_line, theirs)
        return copied.seconds + desk.python("export_checks.py", theirs, gold).seconds

    works = [ours] + ([copy_and_check] if desk.has(machine.DUCKDB) else [])
    mine, *peer = timed.by_turns(desk.turns, *works)
    report = json.loads(mine[-1].out)
    desk.say("of %s corrected rows %s are in the batch; %s" % (number(rows), number(report["rows"]), report["warned"]))
    desk.add("export of %s corrected rows, all checks on" % number(rows), timed.seconds_of(mine), "s",
             peer="DuckDB, COPY and Python's checks", peer_runs=peer[0] if peer else [], goal=Goal(at_most=3, ratio=1))
    desk.add("the export's peak memory", [run.megabytes for run in mine], "MB")
    for path in (lesson, by_line, gold, theirs):
        pathlib.Path(path).unlink(missing_ok=True)
