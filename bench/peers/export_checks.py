# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""export_checks.py BATCH GOLD: what a batch of chat messages is checked for before a training, in Python without packages, by two
processes: questions asked twice with one answer or with two, near ones (MinHash over words, one permutation of 64 bins, 16 bands),
overlap with an evaluation set (13 words in a row), stop tokens, length. Prints the counts."""
import collections
import json
import multiprocessing
import re
import sys
import unicodedata
import zlib

WORDS, SHINGLE, GOLD_SHINGLE = re.compile(r"\w+"), 5, 13
BINS, BANDS = 64, 16
STOP = re.compile(r"<\|(?:im_start|im_end|endoftext|eot_id)\|>|</s>")
MOST_TOKENS, BYTES_A_TOKEN = 4096, 4
EMPTY = 1 << 32

gold_shingles = frozenset()


def normal(text):
    return " ".join(WORDS.findall(unicodedata.normalize("NFKC", text).casefold()))


def shingles(words, width):
    return [zlib.crc32(" ".join(words[at:at + width]).encode()) for at in range(max(1, len(words) - width + 1))]


def bands(words):
    bins = [EMPTY] * BINS
    for value in shingles(words, SHINGLE):
        place = value % BINS
        bins[place] = min(bins[place], value)
    width = BINS // BANDS
    return [hash((band, *bins[band * width:(band + 1) * width])) for band in range(BANDS)
            if any(value != EMPTY for value in bins[band * width:(band + 1) * width])]


def look(line):
    messages = json.loads(line)["messages"]
    question, answer = normal(messages[0]["content"]), messages[-1]["content"]
    words = question.split(" ")
    touched = not gold_shingles.isdisjoint(shingles(words, GOLD_SHINGLE)) if len(words) >= GOLD_SHINGLE else False
    return (hash(question), hash(normal(answer)), bands(words), touched, STOP.search(answer) is not None,
            sum(len(message["content"].encode()) for message in messages) > MOST_TOKENS * BYTES_A_TOKEN)


def main():
    global gold_shingles
    with open(sys.argv[2], encoding="utf-8") as cases:
        gold_shingles = frozenset(value for case in cases
                                  for value in shingles(normal(json.loads(case)["prompt"]).split(" "), GOLD_SHINGLE))
    counts = collections.Counter()
    answers, seen = {}, set()
    with open(sys.argv[1], encoding="utf-8") as lines, multiprocessing.get_context("fork").Pool(2) as workers:
        for question, answer, keys, touched, stops, long in workers.imap(look, lines, chunksize=500):
            counts["rows"] += 1
            if question in answers:
                counts["duplicate" if answers[question] == answer else "conflict"] += 1
            elif not seen.isdisjoint(keys):
                counts["near"] += 1
            answers.setdefault(question, answer)
            seen.update(keys)
            counts["contaminated"] += touched
            counts["stop_token"] += stops
            counts["too_long"] += long
    print(json.dumps(counts))


if __name__ == "__main__":
    main()
