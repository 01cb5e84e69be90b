# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the figures were measured on, and beside whom."""
import json
import os
import pathlib
import platform
import shutil
import subprocess

DUCKDB, LNAV, SQLITE, PYTHON, GREP = "DuckDB", "lnav", "sqlite3", "Python", "grep"
PEERS = pathlib.Path(__file__).resolve().parent.parent / "peers"


def _value(path, key):
    try:
        lines = pathlib.Path(path).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    for line in lines:
        name, _, value = line.replace("=", ":", 1).partition(":")
        if name.strip() == key:
            return value.strip().strip('"')
    return ""


def _said(command):
    """What a program says of itself, "" where it is not there."""
    if not shutil.which(command[0]):
        return ""
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def _first_number(text):
    return next((word for word in text.split() if word[:1].isdigit()), text)


def versions():
    """By name; "" of what is not installed."""
    duckdb = _said(["node", str(PEERS / "duckdb.mjs"), "version"])
    return {DUCKDB: json.loads(duckdb)["version"].lstrip("v") if duckdb else "",
            SQLITE: _first_number(_said(["sqlite3", "--version"])),
            LNAV: _first_number(_said(["lnav", "--version"])),
            GREP: _said(["grep", "--version"]).split("\n")[0].split(" ")[-1],
            PYTHON: platform.python_version()}


def facts(folder, used_cores):
    memory = int((_value("/proc/meminfo", "MemTotal") or "0 kB").split()[0]) / 2 ** 20
    return {"system": "%s, Linux %s" % (_value("/etc/os-release", "PRETTY_NAME") or platform.system(), platform.release()),
            "processor": _value("/proc/cpuinfo", "model name") or platform.machine(),
            "cores": os.cpu_count(), "used": used_cores, "memory": "%.0f GB" % memory,
            "files": _said(["stat", "--file-system", "--format=%T", str(folder)]) or "unknown file system",
            "load": os.getloadavg()[0]}


def project_version(project, program):
    commit = _said(["git", "-C", str(project), "describe", "--always", "--dirty"])
    return " ".join(filter(None, [_said([str(program), "--version"]).split("\n")[0].split(" ")[-1], commit]))
