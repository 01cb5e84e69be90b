# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""lesson_redaction.py LOG ROWS OUT: the first ROWS rows of a log with the three rules over prompt and response, as the loop that
people write first does it: a line, its JSON, three substitutions, a line. One thread; OUT is on disk at the end."""
import json
import os
import re
import sys

RULES = [(re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}"), "[EMAIL]"),
         (re.compile(r"\b\d{3}-\d{2}-\d{4}\b"), "[SSN]"),
         (re.compile(r"\b(\+?1[-. ]?)?\(?\d{3}\)?[-. ]?\d{3}[-. ]?\d{4}\b"), "[PHONE]")]


def redacted(text):
    for rule, token in RULES:
        text = rule.sub(token, text)
    return text


def main():
    log, rows, out = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    with open(log, encoding="utf-8") as lines, open(out, "w", encoding="utf-8") as written:
        for number, line in enumerate(lines):
            if number == rows:
                break
            row = json.loads(line)
            row["prompt"] = redacted(row["prompt"])
            row["response"] = redacted(row["response"])
            written.write(json.dumps(row, ensure_ascii=False) + "\n")
        written.flush()
        os.fsync(written.fileno())


if __name__ == "__main__":
    main()
