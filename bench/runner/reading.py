# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people wait for on a store that is there: queues, counts, searches, the window."""
import json
import subprocess

from runner import machine, timed
from runner.report import Goal

QUEUES = ("flagged", "low confidence", "user negative", "marked", "all", "all by logprob")
FIRST_PAGE, COUNT = Goal(at_most=50), Goal(at_most=1000)
PAGE = "SELECT request_id, ts, model_version, response_logprob, tags FROM log "
FLAGGED = "WHERE response_logprob < -3 OR list_contains(tags, 'user_negative')"
WHERE = {"flagged": FLAGGED, "low confidence": "WHERE response_logprob < -3",
         "user negative": "WHERE list_contains(tags, 'user_negative')",
         "marked": "WHERE list_contains(tags, 'operator_review')", "all": "", "all by logprob": ""}
TWO_HALVES = "qzxqzx"  # nobody wrote it, so that every text is read
PATTERN = "qzx[0-9]+qzx"


def _ask_duckdb(desk):
    if not desk.has(machine.DUCKDB):
        return {}
    questions = {}
    for name, where in WHERE.items():
        order = "response_logprob" if name.endswith("logprob") else "ts"
        questions["page " + name] = PAGE + where + " ORDER BY %s LIMIT 200" % order
        questions["count " + name] = "SELECT count(*) FROM log " + where
    questions["phrase"] = ("SELECT count(*) FROM log WHERE contains(prompt, '%s') OR contains(response, '%s')"
                           % (TWO_HALVES, TWO_HALVES))
    questions["pattern"] = ("SELECT count(*) FROM log WHERE regexp_matches(prompt, '%s') OR regexp_matches(response, '%s')"
                            % (PATTERN, PATTERN))
    return {name: [answer["ms"]] for name, answer in
            json.loads(desk.duckdb("ask", desk.database, json.dumps(questions)).out).items()}


def queues(desk):
    """First pages, counts and texts without the index; answers what DuckDB said, for the searches with one."""
    ours, theirs = desk.figures("bench_core", desk.store), _ask_duckdb(desk)
    for name in QUEUES:
        desk.add("first page, " + name, [ours["queue %s, first page" % name]], "ms", peer="DuckDB",
                 peer_runs=theirs.get("page " + name, []), goal=FIRST_PAGE)
    for name in QUEUES[:-1]:
        desk.add("exact count, " + name, [ours["queue %s, count" % name]], "ms", peer="DuckDB",
                 peer_runs=theirs.get("count " + name, []), goal=COUNT)
    desk.add("page of 200 rows anywhere", [ours["page of 200 rows anywhere, median"]], "ms")
    return ours, theirs


def _grep(desk, *words):
    return [timed.timed(["grep", "-c", *words, desk.log], exits=(0, 1)).seconds * 1e3] if desk.has(machine.GREP) else []


def texts(desk, ours, theirs):
    """Searches that read every text: gigabytes a second, as grep has them for the file."""
    def rate(milliseconds):
        return [desk.log_bytes / 1e6 / value for value in milliseconds]
    for name, figure, question, grep in (
            ("a phrase", "text filter, no such word", "phrase", ("-F", TWO_HALVES)),
            ("a regular expression", "text filter, regular expression", "pattern", ("-E", PATTERN))):
        desk.add("search for %s without the index" % name, rate([ours[figure]]), "GB/s", peer="DuckDB",
                 peer_runs=rate(theirs.get(question, [])), goal=Goal(at_least=1), more_is_better=True)
        desk.add("the same, beside the file", rate([ours[figure]]), "GB/s", peer="grep, bytes",
                 peer_runs=rate(_grep(desk, *grep)), more_is_better=True)
    lnav = []
    if desk.has(machine.LNAV):
        lnav = [timed.timed(["lnav", "-n", "-c", ":filter-in " + TWO_HALVES, desk.log]).seconds * 1e3]
    desk.add("search for a phrase, beside lnav's filter", [ours["text filter, no such word"]], "ms", peer="lnav",
             peer_runs=lnav)
    like = []
    if desk.has(machine.SQLITE):
        like = [timed.timed(["sqlite3", "-readonly", desk.store, "SELECT count(*) FROM log_entries WHERE prompt LIKE '%%%s%%' "
                             "OR response LIKE '%%%s%%'" % (TWO_HALVES, TWO_HALVES)]).seconds * 1e3]
    desk.add("search for a phrase, beside LIKE over the public view", [ours["text filter, no such word"]], "ms",
             peer="sqlite3", peer_runs=like)
    desk.add("search stopped on its way, until it answers", [ours["text filter, stopped"]], "ms", goal=Goal(at_most=100))


def texts_with_index(desk, theirs):
    ours = desk.figures("bench_core", desk.store)
    desk.add("search for a phrase with the index, nobody wrote it", [ours["text filter, no such word"]], "ms", peer="DuckDB",
             peer_runs=theirs.get("phrase", []), goal=Goal(at_most=100))
    desk.add("search for a word of some rows with the index, first page",
             [ours["text filter, a word of some rows, first page"]], "ms", goal=Goal(at_most=100))
    desk.add("search for a regular expression with the index", [ours["text filter, regular expression"]], "ms",
             peer="DuckDB", peer_runs=theirs.get("pattern", []))


def window(desk):
    runs = [desk.figures("bench_window", desk.store) for _ in range(desk.turns)]
    for name, unit, goal in (("start to the first row painted", "ms", 1000), ("start, resident memory", "MB", 400),
                             ("next row, key to painted text, median", "ms", None),
                             ("next row, key to painted text, p99", "ms", 16),
                             ("scroll bar drag to page painted, median", "ms", None),
                             ("scroll bar drag to page painted, p99", "ms", 50),
                             ("filter to first rows painted, preset", "ms", None),
                             ("filter to first rows painted, phrase", "ms", None),
                             ("keystroke in 50 kB, key to painted text, p99", "ms", None)):
        desk.add("window: " + name, [run[name] for run in runs], unit, goal=Goal(at_most=goal) if goal else None)


def log_writer(desk):
    """Not an item of the table's goals, but part of what one run measures."""
    done = subprocess.run([desk.bench["bench_log"], desk.path("written"), desk.log], capture_output=True, text=True, check=True)
    desk.say(done.stdout)
