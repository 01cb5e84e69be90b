# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk that a run works at: a folder with logs, a store and the peer's database, the programs, and the rows so far."""
import json
import os
import pathlib
import shutil
import subprocess

from runner import machine
from runner.report import Row
from runner.timed import rest, timed

SAMPLE = 50_000  # rows are enough for peers that need seconds for them


class Desk:
    def __init__(self, folder, programs, rows, seed, turns, peers, say):
        self.folder, self.rows, self.seed, self.turns, self.peers, self.say = folder, rows, seed, turns, peers, say
        self.cli = str(self._program(programs, "app", "goldpan-cli"))
        self.bench = {name: str(self._program(programs, "bench", name))
                      for name in ("make_log", "bench_core", "bench_log", "bench_window", "bench_beside")}
        self.store, self.database = str(folder / "bench.goldpan"), str(folder / "bench.duckdb")
        self.table, self.growth = [], []
        self.log, self.log_bytes = "", 0

    @staticmethod
    def _program(programs, room, name):
        inside = programs / room / name
        return inside if inside.exists() else programs / name

    def has(self, peer):
        return bool(self.peers.get(peer))

    def path(self, name):
        return str(self.folder / name)

    def add(self, work, runs, unit, **more):
        row = Row(work, list(runs), unit, **more)
        self.table.append(row)
        self.say("%s: %.4g %s" % (work, row.value, unit))
        return row

    def make_log(self, rows, seed):
        """Written, on disk and in the page cache."""
        path = self.path("log-%d-%d.jsonl" % (rows, seed))
        with open(path, "wb") as out:
            subprocess.run([self.bench["make_log"], str(rows), "--seed", str(seed)], stdout=out, check=True)
            os.fsync(out.fileno())
        return path

    def remove(self, path):
        for end in ("", ".wal", "-wal", "-shm", ".part", ".manifest.json"):
            pathlib.Path(path + end).unlink(missing_ok=True)

    def with_copy(self, path, work):
        """What the work answers of a copy of the file, where it is done more than once, so that each begins alike."""
        if self.turns == 1:
            return work(path)
        copy = path + ".turn"
        shutil.copyfile(path, copy)
        with open(copy, "rb") as written:
            os.fsync(written.fileno())
        rest()
        done = work(copy)
        self.remove(copy)
        return done

    def size(self, path):
        return os.path.getsize(path) / 1e6

    def goldpan(self, *words):
        return timed([self.cli, *words])

    def duckdb(self, *words):
        return timed(["node", str(machine.PEERS / "duckdb.mjs"), *words])

    def python(self, script, *words):
        return timed(["python3", str(machine.PEERS / script), *map(str, words)])

    def figures(self, program, *words):
        """What one of our own measuring programs prints, by name."""
        kept = self.path(program + ".json")
        timed([self.bench[program], *words, "--json", kept])
        return self.read_figures(kept)

    @staticmethod
    def read_figures(path):
        return {figure["name"]: figure["value"] for figure in json.loads(pathlib.Path(path).read_text(encoding="utf-8"))}
