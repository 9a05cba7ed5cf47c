#!/usr/bin/python3
"""Counts the boxes of composites, and what rectangles cover of them, by everything the truth tells.

Usage: composites.py TRUTH.json [RECTS.csv FILES_ROOT]
TRUTH.json comes from `pixelanon synth --backgrounds`; RECTS.csv from `pixelanon ocr --rects --write-csv` or
`anonymise --write-csv`, whose names lie below FILES_ROOT. A box is covered if 95 % of its ink is; the ink is that of
the truth, so no picture is decoded. With rectangles it also prints the share of each plane that they
cover beyond the boxes grown by 4 pixels, median and worst.
"""
import collections
import csv
import json
import os
import statistics
import sys

SIZES = ((6, 7), (8, 9), (10, 12), (13, 17), (18, 25), (26, 40), (41, 60))
UPRIGHT = (0, 90, 180, 270)


def size(box):
    for low, high in SIZES:
        if low <= box["size"] <= high:
            return "%02d to %02d" % (low, high)
    return "other"


GROUPS = {
    "style": lambda b: b["style"],
    "size": size,
    "rotation": lambda b: str(b["rotation"]) if b["rotation"] in UPRIGHT else "slanted",
    "letters": lambda b: b["letters"],
    "over": lambda b: b["over"],
    "class": lambda b: b["class"],
    "sensitive": lambda b: str(b["sensitive"]).lower(),
}


def ink(box):
    """The pixels of the ink of a box: its runs go row by row, ground first."""
    left, top, right, _ = box["box"]
    at = 0
    for i, run in enumerate(box["ink"]):
        if i % 2:
            for p in range(at, at + run):
                yield left + p % (right - left), top + p // (right - left)
        at += run


def rectangles(path, root):
    found = collections.defaultdict(list)
    for row in csv.DictReader(open(path, newline="")):
        left, top, right, bottom = (
            int(float(row[k])) for k in ("left", "top", "right", "bottom")
        )
        if left >= 0:
            name = os.path.relpath(os.path.realpath(row["filename"]), os.path.realpath(root))
            found[name].append((left, top, right + 1, bottom + 1))
    return found


def share(box, rects):
    """How much of the ink of a box the rectangles cover."""
    left, top, right, bottom = box["box"]
    near = [r for r in rects if r[0] < right and left < r[2] and r[1] < bottom and top < r[3]]
    if not near:
        return 0
    inside = [any(l <= x < r and t <= y < b for l, t, r, b in near) for x, y in ink(box)]
    return sum(inside) / len(inside)


def beyond(item, rects):
    """The share of a plane that rectangles cover beyond the boxes."""
    covered = bytearray(item["rows"] * item["cols"])
    grown = [(b["box"][0] - 4, b["box"][1] - 4, b["box"][2] + 4, b["box"][3] + 4) for b in item["boxes"]]
    for value, some in ((1, rects), (0, grown)):
        for left, top, right, bottom in some:
            left, right = max(0, left), min(item["cols"], right)
            for y in range(max(0, top), min(item["rows"], bottom)):
                covered[y * item["cols"] + left:y * item["cols"] + right] = bytes([value]) * max(0, right - left)
    return sum(covered) / len(covered)


def main():
    items = json.load(open(sys.argv[1]))
    rects = rectangles(*sys.argv[2:4]) if len(sys.argv) > 3 else None
    counts = collections.defaultdict(lambda: [0, 0])
    boxes = 0
    for item in items:
        for box in item["boxes"]:
            boxes += 1
            hit = rects is not None and share(box, rects[item["file"]]) >= 0.95
            for group, of in GROUPS.items():
                count = counts[group, of(box)]
                count[0] += 1
                count[1] += hit
    print("%d planes of %d pictures, %d boxes" % (len(items), len({i["picture"] for i in items}), boxes))
    if rects is not None:
        over = [beyond(item, rects[item["file"]]) for item in items]
        print("beyond the boxes: median %.2f %%, worst %.2f %%" % (100 * statistics.median(over), 100 * max(over)))
    for (group, value), (count, hits) in sorted(counts.items()):
        line = "%-10s %-12s %6d %5.1f %%" % (group, value, count, 100 * count / boxes)
        print(line if rects is None else "%s  covered %5.1f %%" % (line, 100 * hits / count))


if __name__ == "__main__":
    main()
