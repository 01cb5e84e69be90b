# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Logs into a store: new ones, the same again, more while people work; how the cost grows; the search index."""
import json

from runner import machine, timed
from runner.desk import SAMPLE
from runner.report import Goal, number

GROWTH = (10_000, 100_000, 1_000_000, 10_000_000)
MORE = 1_000_000
MOST_EXPORTED = 2_000_000  # would need much room
FTS_SAMPLE = 20_000  # FTS5 takes a minute for a million rows


def _in_memory(log):
    """The log, of which an import or the lack of room may have had the system let go."""
    with open(log, "rb", buffering=0) as text:
        while text.read(1 << 24):
            pass


def _import(desk, log, store):
    desk.remove(store)
    _in_memory(log)
    return desk.goldpan("import", store, log)


def _load(desk, log, database):
    desk.remove(database)
    _in_memory(log)
    return desk.duckdb("load", log, database)


def _copy_of(desk, log):
    """The same bytes written and fsynced, by a program that does nothing else."""
    copy = desk.path("copy")
    _in_memory(log)
    run = timed.timed(["dd", "if=" + log, "of=" + copy, "bs=1M", "conv=fdatasync"])
    desk.remove(copy)
    return run


def first(desk):
    works = [lambda: _import(desk, desk.log, desk.store), lambda: _copy_of(desk, desk.log)]
    if desk.has(machine.DUCKDB):
        works.append(lambda: _load(desk, desk.log, desk.database))
    ours, copies, *duckdb = timed.by_turns(desk.turns, *works)
    work = "first import of %s rows" % number(desk.rows)
    seconds = timed.seconds_of(ours)
    row = desk.add(work, seconds, "s", peer="DuckDB, load and three rules",
                   peer_runs=timed.seconds_of(duckdb[0]) if duckdb else [],
                   goal=Goal(ratio=2) if desk.rows <= MORE else None)  # of a longer one what a row costs counts, by grow()
    desk.add(work + ", beside a bare copy", seconds, "s", peer="dd conv=fdatasync", peer_runs=timed.seconds_of(copies))
    desk.add(work + ", peak memory", [run.megabytes for run in ours], "MB", peer="DuckDB",
             peer_runs=[run.megabytes for run in duckdb[0]] if duckdb else [], goal=Goal(at_most=400))
    sample = min(desk.rows, SAMPLE)
    loop = desk.python("lesson_redaction.py", desk.log, sample, desk.path("loop.jsonl"))
    desk.remove(desk.path("loop.jsonl"))
    desk.add("a row of it", [value * 1e6 / desk.rows for value in seconds], "µs",
             peer="Python, three rules in a loop", peer_runs=[loop.seconds * 1e6 / sample])
    desk.first_import, desk.duckdb_load = row.value, row.peer_value


def _import_again(desk, log, store):
    timed.rest()
    _in_memory(log)
    return desk.goldpan("import", store, log)


def again(desk):
    runs = [_import_again(desk, desk.log, desk.store) for _ in range(desk.turns)]
    desk.add("second import, all duplicates", timed.seconds_of(runs), "s", peer="the first import",
             peer_runs=[desk.first_import], goal=Goal(ratio=1))
    desk.add("second import, peak memory", [run.megabytes for run in runs], "MB", goal=Goal(at_most=400))
    desk.second_import = timed.median(timed.seconds_of(runs))


def sizes(desk):
    """Before the index; answers the megabytes of the redacted log. Of a very long one its first day says how long its rows are."""
    redacted = desk.path("redacted.jsonl")
    part = [] if desk.rows <= MOST_EXPORTED else ["--filter", "before:2025-06-02"]
    done = json.loads(desk.goldpan("export", desk.store, "--format", "log", "--out", redacted, "--json", *part).out)
    text = desk.size(redacted) * desk.rows / done["rows"]
    desk.remove(redacted)
    desk.add("size of the store, beside its text", [desk.size(desk.store) / text], "x", goal=Goal(at_most=1.3),
             peer="DuckDB, compressed", peer_runs=[desk.size(desk.database) / text] if desk.has(machine.DUCKDB) else [])
    return text


def index(desk, text):
    before = desk.size(desk.store)
    run = desk.goldpan("index", desk.store)
    desk.index_build = run.seconds
    fts = []
    if desk.has(machine.SQLITE):
        sample = min(desk.rows, FTS_SAMPLE)
        made = desk.path("fts.sqlite3")
        done = timed.timed(["sqlite3", made, "PRAGMA journal_mode=WAL; ATTACH '%s' AS s;" % desk.store
                            + "CREATE VIRTUAL TABLE t USING fts5(prompt, response, content='', tokenize='trigram');"
                            + "INSERT INTO t(prompt, response) SELECT prompt, response FROM s.log_entries LIMIT %d;" % sample])
        fts = [text * sample / desk.rows / done.seconds]
        desk.remove(made)
    desk.add("search index, of text", [text / run.seconds], "MB/s", peer="sqlite3, FTS5 of three characters", peer_runs=fts,
             goal=Goal(at_least=20), more_is_better=True)
    desk.add("search index, peak memory", [run.megabytes], "MB")
    desk.add("what it adds to the store, beside the text", [(desk.size(desk.store) - before) / text], "x")


def _import_beside(desk, log, store):
    """Into the store; what the import and the window were measured at."""
    _in_memory(log)
    window = timed.begin([desk.bench["bench_window"], store, "--steps", "--json", desk.path("steps.json")])
    figures = desk.figures("bench_beside", store, log)
    window()
    return figures | desk.read_figures(desk.path("steps.json"))


def _append(desk, log, database):
    _in_memory(log)
    return desk.duckdb("append", log, database).seconds


def beside(desk):
    """More rows while somebody steps through the window and somebody else decides, each in a program of their own."""
    more = min(desk.rows, MORE)
    log = desk.make_log(more, desk.seed + 1)
    works = [lambda: desk.with_copy(desk.store, lambda store: _import_beside(desk, log, store))]
    if desk.has(machine.DUCKDB):
        works.append(lambda: desk.with_copy(desk.database, lambda database: _append(desk, log, database)))
    ours, *theirs = timed.by_turns(desk.turns, *works)
    desk.remove(log)

    def of_all(figure):
        return [figures[figure] for figures in ours]
    desk.add("import of %s more, people at work" % number(more), of_all("import beside people"), "s",
             peer="DuckDB, insert of what is new, alone", peer_runs=theirs[0] if theirs else [], goal=Goal(ratio=1))
    desk.add("longest wait of a decision meanwhile", [max(of_all("decision beside the import, longest"))], "ms",
             goal=Goal(at_most=50))
    desk.add("next row meanwhile, key to paint, 99th percentile", of_all("next row, key to painted text, p99"), "ms",
             goal=Goal(at_most=16))


def grow(desk):
    """Smaller logs, each with a store of its own; the whole one was measured by then."""
    for rows in [size for size in GROWTH if size < desk.rows]:
        log, store, database = desk.make_log(rows, desk.seed), desk.path("grow.goldpan"), desk.path("grow.duckdb")
        works = [lambda: _import(desk, log, store)] + ([lambda: _load(desk, log, database)] if desk.has(machine.DUCKDB) else [])
        ours, *duckdb = timed.by_turns(desk.turns, *works)
        point = {"first import": timed.median(timed.seconds_of(ours)),
                 "the same again": _import_again(desk, log, store).seconds,
                 "search index": desk.goldpan("index", store).seconds}
        if duckdb:
            point["DuckDB, three rules"] = timed.median(timed.seconds_of(duckdb[0]))
        _add_point(desk, rows, point)
        for path in (log, store, database):
            desk.remove(path)
    point = {"first import": desk.first_import, "the same again": desk.second_import, "search index": desk.index_build}
    if desk.duckdb_load is not None:
        point["DuckDB, three rules"] = desk.duckdb_load
    _add_point(desk, desk.rows, point)
    at = {point["rows"]: point["microseconds"]["first import"] for point in desk.growth}
    if 10_000_000 in at and 1_000_000 in at:
        desk.add("a row at 10 M, beside one at 1 M", [at[10_000_000] / at[1_000_000]], "x", goal=Goal(at_most=1.3))


def _add_point(desk, rows, seconds):
    desk.growth.append({"rows": rows, "microseconds": {name: value * 1e6 / rows for name, value in seconds.items()}})
