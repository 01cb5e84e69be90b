# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was measured, as rows of a table: our figure, the peer's, the ratio of the two, the goal, and whether it is met."""
import dataclasses
import statistics

NOT_INSTALLED = "not installed"


@dataclasses.dataclass
class Goal:
    """`at_most` and `at_least` are of the figure, `ratio` is how many times as good as the peer it must be."""
    at_most: float | None = None
    at_least: float | None = None
    ratio: float | None = None

    def text(self, unit):
        parts = []
        if self.at_most is not None:
            parts.append("at most %s %s" % (number(self.at_most), unit))
        if self.at_least is not None:
            parts.append("at least %s %s" % (number(self.at_least), unit))
        if self.ratio is not None:
            parts.append("at least %sx" % number(self.ratio))
        return ", ".join(parts)


@dataclasses.dataclass
class Row:
    work: str
    runs: list  # one figure a turn; the median counts
    unit: str
    peer: str = ""
    peer_runs: list = dataclasses.field(default_factory=list)
    goal: Goal | None = None
    more_is_better: bool = False
    note: str = ""

    @property
    def value(self):
        return statistics.median(self.runs)

    @property
    def peer_value(self):
        return statistics.median(self.peer_runs) if self.peer_runs else None

    @property
    def ratio(self):
        """Above 1 we are the better ones."""
        theirs = self.peer_value
        if theirs is None:
            return None
        above, below = (self.value, theirs) if self.more_is_better else (theirs, self.value)
        return above / below if below else None

    @property
    def is_met(self):
        """None where there is no goal, or no peer to hold it against."""
        if self.goal is None or (self.goal.ratio is not None and self.ratio is None):
            return None
        return ((self.goal.at_most is None or self.value <= self.goal.at_most)
                and (self.goal.at_least is None or self.value >= self.goal.at_least)
                and (self.goal.ratio is None or self.ratio >= self.goal.ratio))

    def as_json(self):
        return {"work": self.work, "unit": self.unit, "value": self.value, "runs": self.runs, "peer": self.peer,
                "peer_value": self.peer_value, "peer_runs": self.peer_runs, "ratio": self.ratio,
                "goal": self.goal.text(self.unit) if self.goal else "", "met": self.is_met, "note": self.note}


def number(value):
    """Three digits say all that a measurement knows."""
    return f"{value:,.0f}" if abs(value) >= 100 else "%.3g" % value


def cells(row):
    """The words of a row, from its JSON."""
    def figure(value):
        return "%s %s" % (number(value), row["unit"])
    theirs = "" if not row["peer"] else NOT_INSTALLED if row["peer_value"] is None else figure(row["peer_value"])
    met = {True: "yes", False: "NO", None: ""}[row["met"]]
    ratio = "" if row["ratio"] is None else number(row["ratio"]) + "x"
    return [row["work"], figure(row["value"]), row["peer"], theirs, ratio, row["goal"], met]


HEADER = ["work", "Goldpan", "peer", "its figure", "ratio", "goal", "met"]


def for_terminal(rows):
    lines = [HEADER] + [cells(row) for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADER))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines)


def for_page(rows):
    lines = [HEADER, ["---"] * len(HEADER)] + [cells(row) for row in rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def about(kept):
    """The lines above a table: how it was measured and beside whom, from the kept JSON."""
    machine, peers = kept["machine"], kept["peers"]
    there = ", ".join("%s %s" % (name, version) for name, version in peers.items() if version)
    missing = ", ".join(name for name, version in peers.items() if not version)
    lines = ["%s rows, %s of JSON Lines, seed %d; medians of %d, by turns; %s; Goldpan %s" % (
        f"{kept['rows']:,}", "%.2f GB" % (kept["log_bytes"] / 1e9), kept["seed"], kept["turns"], kept["date"], kept["project"]),
        "%(system)s, %(processor)s, %(used)d of %(cores)d cores used, %(memory)s of memory, %(files)s" % machine
        + ", load %.1f at the beginning" % machine["load"],
        "beside " + (there or "nobody")]
    return lines + (["MISSING, so not measured beside: " + missing] if missing else [])
