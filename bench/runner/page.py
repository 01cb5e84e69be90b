# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench/README.md's tables and its plot, made of the runs that are kept in bench/figures."""
import json

from runner import growth, report

BEGIN, END = "<!-- bench/run writes from here -->", "<!-- bench/run writes to here -->"


def text_of(runs):
    parts = []
    for kept in sorted(runs, key=lambda run: run["rows"]):
        parts.append("\n".join("- " + line for line in report.about(kept)))
        parts.append(report.for_page(kept["table"]))
    return "\n\n".join(parts + ["![What a row costs, by the number of rows: microseconds a row](figures/growth.svg)"])


def put_between(page, text):
    head, rest = page.split(BEGIN, 1)
    return head + BEGIN + "\n\n" + text + "\n\n" + END + rest.split(END, 1)[1]


def write(bench, kept, rows):
    figures = bench / "figures"
    figures.mkdir(exist_ok=True)
    (figures / ("run-%d.json" % rows)).write_text(kept, encoding="utf-8")
    runs = [json.loads(file.read_text(encoding="utf-8")) for file in figures.glob("run-*.json")]
    largest = max(runs, key=lambda run: run["rows"])
    (figures / "growth.svg").write_text(growth.svg(largest["growth"]), encoding="utf-8")
    readme = bench / "README.md"
    readme.write_text(put_between(readme.read_text(encoding="utf-8"), text_of(runs)), encoding="utf-8")
