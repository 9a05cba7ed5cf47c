#!/usr/bin/python3
"""Prints how much text was erased and kept, by size and background, as score.py counts it.

Usage: score_by.py SCORE.py TRUTH.json RECTS.csv FILES_ROOT
SCORE.py is the workshop's judge; TRUTH.json comes from `pixelanon synth`, whose texts have a size
in pixels and a background; RECTS.csv from `pixelanon anonymise --write-csv`. Needs what SCORE.py needs.
"""
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

LARGE = 10  # pixels; from here on more is asked
MISS = re.compile(r"^MISS \S+ (\S+) f(\S+) o(\S+) (\[.*\])$", re.M)
KEPT = re.compile(r"kept ([\d.]+)% of (\d+)")


def run(score, truth, rects, root, *options):
    """What SCORE.py prints; an error of it is ours."""
    command = [sys.executable, score, truth, rects, root, *options]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def share(part, whole):
    return "%5.1f%% of %5d" % (100 * part / whole, whole) if whole else "           none"


def kept(score, items, rects, root, wanted):
    """The share of harmless texts of a sort that SCORE.py takes for kept."""
    some = []
    for item in items:
        boxes = [b for b in item["boxes"] if b["sensitive"] is False and wanted(b)]
        if boxes:
            some.append(dict(item, boxes=boxes))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "truth.json")
        with open(path, "w") as out:
            json.dump(some, out)
        found = KEPT.search(run(score, path, rects, root))
    return "%5s%% of %5s" % found.groups() if found else "           none"


def main():
    score, truth, rects, root = sys.argv[1:5]
    items = json.load(open(truth))
    printed = run(score, truth, rects, root, "--list")
    missed = {(f, frame, overlay, box) for f, frame, overlay, box in MISS.findall(printed)}
    erased = collections.defaultdict(lambda: [0, 0])
    for item in items:
        for box in item["boxes"]:
            if box["sensitive"] is False:
                continue
            key = (item["file"], str(item["frame"]), str(item["overlay"]), str(box["box"]))
            large = box["size"] >= LARGE and box["background"] != "speckle"
            groups = [("size", box["size"]), ("background", box["background"])]
            groups += [("asked more of", "%d px and above off speckle" % LARGE)] if large else []
            for group in groups:
                erased[group][0] += key not in missed
                erased[group][1] += 1
    wanted = {"size": lambda b, v: b["size"] == v, "background": lambda b, v: b["background"] == v}
    print(printed.splitlines()[-1])
    print("%-45s %-16s  %s" % ("", "erased", "kept"))
    for kind, value in sorted(erased, key=str):
        test = wanted.get(kind, lambda b, v: b["size"] >= LARGE and b["background"] != "speckle")
        harmless = kept(score, items, rects, root, lambda b: test(b, value))
        print("%-45s %s  %s" % ("%s %s" % (kind, value), share(*erased[kind, value]), harmless))


if __name__ == "__main__":
    main()
