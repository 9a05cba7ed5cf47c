"""Turns figures and remarks of run.sh into a table of medians and says which limits hold; ends with 1 if one does not."""
import re
import statistics
import sys

rounds: dict[str, list[tuple[float, ...]]] = {}
for line in open(sys.argv[1], encoding="ascii"):
    name, *numbers = line.split()
    rounds.setdefault(name, []).append(tuple(map(float, numbers)))


def wall(name):
    return [run[0] for run in rounds[name]]


def median(numbers):
    return statistics.median(numbers)


def ratio(name, peer):
    """Median of the ratios of each round, so that a machine that slows down slows both."""
    return median([a / b for a, b in zip(wall(name), wall(peer))])


cp = median(wall("cp-again")) if "cp-again" in rounds else 0
PEERS = {"writing": "cp", "cine": "cp-again"}
ROWS = [
    ("cp", "`cp` of the 472 MB file (peer of the next)", None),
    ("writing", "(a) three rectangles on 200 RGB frames of 1024x768: writing alone", lambda s, mb: ("1.5 x cp", ratio("writing", "cp") <= 1.5)),
    ("cp-again", "`cp` again (peer of the next)", None),
    ("cine", "(a) whole process with verification, heap 128 MB", lambda s, mb: (f"2.5 x cp + 0.7 s = {2.5 * cp + 0.7:.2f} s", s <= 2.5 * cp + 0.7)),
    ("cine-flushed", "(a) whole process, flushed to the disk", None),
    ("cine-hashed", "(a) the same with a report: SHA-256 of input and output", lambda s, mb: (f"2.5 x cp + 1.5 s = {2.5 * cp + 1.5:.2f} s", s <= 2.5 * cp + 1.5)),
    ("peer-cine", "pydicom loop, no verification", None),
    ("rle", "(b) the same as RLE, every frame touched", lambda s, mb: ("5 s", s <= 5)),
    ("peer-rle", "pydicom loop, writes uncompressed", None),
    ("grey", "(c) 512x512x16 bit, three rectangles, whole process", lambda s, mb: ("0.8 s, 150 MB", s <= 0.8 and mb <= 150)),
    ("grey-flushed", "(c) whole process, flushed to the disk", None),
    ("peer-grey", "pydicom loop", None),
    ("version", "`./pixelanon --version`", lambda s, mb: ("0.7 s", s < 0.7)),
    ("cine-everything", "(d) OCR of a 200-frame cine, twice, without tile comparison", None),
    ("cine-tiles", "(d) the same with tile comparison", None),
    ("allow-list", "(e) allow-list, against matching every expression", None),
    ("corpus-ocr", "OCR of the corpus", None),
]

missed = 0
print("| what | median s | min to max | CPU s | peak MB | to cp | limit | |")
print("|---|---|---|---|---|---|---|---|")
for name, title, limit in ROWS:
    if name not in rounds:
        continue
    seconds = median(wall(name))
    cpu = median([run[1] + run[2] for run in rounds[name]])
    memory = median([run[3] for run in rounds[name]]) / 1000
    process = memory > 0
    once = len(rounds[name]) < len(rounds["cp"])
    text, met = limit(seconds, memory) if limit else ("", None)
    missed += met is False
    cells = [
        title,
        "" if once else f"{seconds:.2f}",
        "once" if once else f"{min(wall(name)):.2f} to {max(wall(name)):.2f}",
        f"{cpu:.2f}" if process else "",
        f"{memory:.0f}" if process else "",
        f"{ratio(name, PEERS[name]):.2f}" if name in PEERS else "",
        text,
        {True: "met", False: "MISSED", None: ""}[met],
    ]
    print("| " + " | ".join(cells) + " |")
said = open(sys.argv[2], encoding="utf-8").read()
ways = {way: numbers for way, *numbers in (line.split() for line in said.splitlines()) if way in ("everything", "tiles")}
if len(ways) == 2:
    # what starting and compiling cost once does not grow with the cine: the limit is for the second time
    for time, column, limited in [("in a process of its own", 0, False), ("again in the same process", 1, True)]:
        without, tiles = (float(ways[way][column]) for way in ("everything", "tiles"))
        same = ways["everything"][2:] == ways["tiles"][2:]
        met = same and (not limited or without >= 10 * tiles)
        missed += not met
        verdict = ("met" if met else "MISSED") if limited or not same else "no limit"
        print(
            f"\n(d) {time}: tile comparison {tiles:.2f} s CPU, without {without:.2f} s CPU, {without / tiles:.1f} times less, "
            f"{ways['tiles'][2]} texts {'equal' if same else 'DIFFER'}: {verdict}"
        )
for letter, figure, least in [("e", r".*?([0-9]+) lines a CPU second.*", 50_000)]:
    for line in re.finditer(figure, said):
        met = float(line[1]) >= least
        missed += not met
        print(f"\n({letter}) {' '.join(line[0].split())}: {'met' if met else 'MISSED'}")
sys.exit(1 if missed else 0)
