# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs measured from outside: wall clock of the whole process and the most memory that it held."""
import dataclasses
import os
import statistics
import subprocess
import tempfile
import time


@dataclasses.dataclass
class Run:
    seconds: float
    megabytes: float  # the kernel's ru_maxrss
    out: str


REST = 3  # seconds before each work that is compared


class Failed(Exception):
    """A program that was to be measured did not do its work."""


def pin_to_two_cores():
    """Everything that is begun from here on has two cores, whatever the machine has."""
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, cores[:2])
    return len(cores[:2])


def _end(process, out, errors, begin, exits):
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    out.seek(0)
    if process.returncode not in exits:
        errors.seek(0)
        raise Failed("%s ended with %d: %s" % (" ".join(map(str, process.args))[:200], process.returncode,
                                               errors.read()[-500:].strip()))
    return Run(seconds, usage.ru_maxrss / 1000, out.read())


def begin(command, stdin=None):
    """Begins a program; the answer is a function that waits for its end and answers the Run."""
    out = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")
    errors = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")
    started = time.monotonic()
    process = subprocess.Popen(command, stdin=stdin or subprocess.DEVNULL, stdout=out, stderr=errors)

    def end(exits=(0,)):
        with out, errors:
            return _end(process, out, errors, started, exits)
    return end


def timed(command, exits=(0,), stdin=None):
    return begin(command, stdin)(exits)


def rest():
    """Until what others wrote is on the disk, and some seconds more: a disk that was just written to, and memory
    that was just given back, are slower for whoever comes next."""
    os.sync()
    time.sleep(REST)


def by_turns(turns, *works):
    """Each work once a turn, so that a machine that changes its pace does so for all of them; the Runs of each."""
    runs = [[] for _ in works]
    for _ in range(turns):
        for work, mine in zip(works, runs):
            rest()
            mine.append(work())
    return runs


def seconds_of(runs):
    return [run.seconds for run in runs]


def median(values):
    return statistics.median(values)
