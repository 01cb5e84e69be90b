# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What bench/run makes of its measurements: ratios, goals, tables, pictures; and that a peer that is not there is named."""
import json
import pathlib
import sys
import tempfile
import unittest
import unittest.mock
import xml.etree.ElementTree

sys.dont_write_bytecode = True
BENCH = pathlib.Path(__file__).resolve().parent.parent.parent / "bench"
sys.path.insert(0, str(BENCH))
from runner import growth, machine, page, report, timed  # noqa: E402
from runner.report import Goal, Row  # noqa: E402


def kept(rows, table=(), **peers):
    return {"project": "0.1.0", "date": "2025-06-01", "rows": rows, "seed": 1, "turns": 3, "log_bytes": rows * 1200,
            "machine": {"system": "Debian", "processor": "a processor", "cores": 8, "used": 2, "memory": "16 GB",
                        "files": "ext4", "load": 0.1},
            "peers": peers, "table": [row.as_json() for row in table],
            "growth": [{"rows": 10_000, "microseconds": {"first import": 9.0, "DuckDB, three rules": 20.0}},
                       {"rows": rows, "microseconds": {"first import": 5.0, "DuckDB, three rules": 10.0}}]}


class Rows(unittest.TestCase):
    def test_the_median_counts_and_the_ratio_is_how_much_better_ours_is(self):
        row = Row("import", [5.0, 4.0, 90.0], "s", peer="DuckDB", peer_runs=[10.0, 11.0, 9.0], goal=Goal(ratio=2))
        self.assertEqual((row.value, row.peer_value, row.ratio, row.is_met), (5.0, 10.0, 2.0, True))
        slower = Row("import", [5.1], "s", peer="DuckDB", peer_runs=[10.0], goal=Goal(ratio=2))
        self.assertFalse(slower.is_met)

    def test_of_a_rate_the_larger_is_the_better_one(self):
        row = Row("search", [3.0], "GB/s", peer="grep", peer_runs=[1.5], goal=Goal(at_least=1), more_is_better=True)
        self.assertEqual((row.ratio, row.is_met), (2.0, True))
        self.assertFalse(Row("search", [0.9], "GB/s", goal=Goal(at_least=1), more_is_better=True).is_met)

    def test_all_of_a_goal_must_hold(self):
        goal = Goal(at_most=3, ratio=1)
        self.assertTrue(Row("export", [2.0], "s", peer="DuckDB", peer_runs=[2.5], goal=goal).is_met)
        self.assertFalse(Row("export", [3.1], "s", peer="DuckDB", peer_runs=[9.0], goal=goal).is_met)
        self.assertFalse(Row("export", [2.0], "s", peer="DuckDB", peer_runs=[1.9], goal=goal).is_met)

    def test_without_its_peer_a_goal_is_neither_met_nor_missed(self):
        cells = report.cells(Row("import", [5.0], "s", peer="DuckDB", goal=Goal(ratio=2)).as_json())
        self.assertEqual(cells, ["import", "5 s", "DuckDB", report.NOT_INSTALLED, "", "at least 2x", ""])

    def test_a_missed_goal_stands_out(self):
        cells = report.cells(Row("first page", [51.26], "ms", goal=Goal(at_most=50)).as_json())
        self.assertEqual(cells, ["first page", "51.3 ms", "", "", "", "at most 50 ms", "NO"])

    def test_numbers_have_three_digits(self):
        self.assertEqual([report.number(value) for value in (1_234_567, 123.4, 12.34, 1.3, 0.0842, 0)],
                         ["1,234,567", "123", "12.3", "1.3", "0.0842", "0"])


class Pages(unittest.TestCase):
    def test_missing_peers_are_named_above_the_table(self):
        lines = report.about(kept(1_000_000, DuckDB="", lnav="", sqlite3="3.40.1"))
        self.assertIn("beside sqlite3 3.40.1", lines)
        self.assertIn("MISSING, so not measured beside: DuckDB, lnav", lines)
        self.assertFalse([line for line in report.about(kept(1_000_000, grep="3.8")) if "MISSING" in line])

    def test_columns_of_the_terminal_stand_below_each_other(self):
        table = [Row("a", [1.0], "s").as_json(), Row("a longer name", [2.0], "s", goal=Goal(at_most=3)).as_json()]
        head, _, below = report.for_terminal(table).split("\n")
        self.assertEqual(head.index("goal"), below.index("at most 3 s"))

    def test_kept_runs_become_the_page_the_smaller_first(self):
        with tempfile.TemporaryDirectory() as folder:
            bench = pathlib.Path(folder)
            (bench / "README.md").write_text("before\n%s\nan earlier table\n%s\nafter\n" % (page.BEGIN, page.END), encoding="utf-8")
            for rows in (1_000_000, 100_000):
                table = [Row("first import of %d rows" % rows, [4.0], "s")]
                page.write(bench, json.dumps(kept(rows, table, grep="3.8")), rows)
            text = (bench / "README.md").read_text(encoding="utf-8")
            self.assertTrue(text.startswith("before\n") and text.endswith("\nafter\n"))
            self.assertNotIn("an earlier table", text)
            self.assertLess(text.index("first import of 100000 rows"), text.index("first import of 1000000 rows"))
            picture = (bench / "figures" / "growth.svg").read_text(encoding="utf-8")
            self.assertIn(">1 M</text>", picture)  # of the largest run

    def test_the_page_has_its_place(self):
        text = (BENCH / "README.md").read_text(encoding="utf-8")
        self.assertLess(text.index(page.BEGIN), text.index(page.END))


class Growth(unittest.TestCase):
    def test_the_picture_has_axes_with_names_and_a_line_each(self):
        root = xml.etree.ElementTree.fromstring(growth.svg(kept(1_000_000)["growth"]))
        words = ["".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")]
        for word in ("rows in the log", "microseconds a row", "10 k", "1 M", "first import", "DuckDB, three rules"):
            self.assertIn(word, words)
        lines = [path for path in root.iter("{http://www.w3.org/2000/svg}path") if path.get("class") in ("s0", "s1")]
        self.assertEqual(len(lines), 2)

    def test_more_cost_stands_higher_and_more_rows_further_right(self):
        axes = growth._Axes(kept(1_000_000)["growth"])
        self.assertLess(axes.y(20.0), axes.y(5.0))
        self.assertLess(axes.x(10_000), axes.x(1_000_000))

    def test_one_size_alone_is_a_picture_too(self):
        xml.etree.ElementTree.fromstring(growth.svg([{"rows": 1000, "microseconds": {"first import": 1.0}}]))


class Programs(unittest.TestCase):
    def test_a_program_is_measured_as_a_whole(self):
        run = timed.timed([sys.executable, "-c", "held = bytearray(80_000_000); print('done')"])
        self.assertEqual(run.out, "done\n")
        self.assertGreater(run.megabytes, 80)
        self.assertGreater(run.seconds, 0)

    def test_a_program_that_fails_says_why(self):
        with self.assertRaisesRegex(timed.Failed, "ended with 3: no room"):
            timed.timed([sys.executable, "-c", "import sys; print('no room', file=sys.stderr); sys.exit(3)"])

    def test_works_take_turns(self):
        order = []
        with unittest.mock.patch.object(timed, "rest", lambda: order.append("rest")):
            runs = timed.by_turns(2, lambda: order.append("ours"), lambda: order.append("theirs"))
        self.assertEqual(order, ["rest", "ours", "rest", "theirs"] * 2)
        self.assertEqual(len(runs), 2)

    def test_what_is_not_installed_has_no_version(self):
        self.assertEqual(machine._said(["no-such-program-anywhere", "--version"]), "")


if __name__ == "__main__":
    unittest.main()
