#!/usr/bin/env python3
"""Makes tiny DICOM files with known fates, or checks what a manifest says of them.

scale.py make FOLDER COUNT [links]  COUNT files, 1,000 a folder: of every hundred two hold pictures that nobody
                                    processes, one is cut, one is no DICOM, all others are blank images. With
                                    'links' only one file is made, and the others are hard links to it.
scale.py check IN OUT MANIFEST      every file ended exactly once, in the way it was made for, and the copies there
                                    are just those that the manifest names, with the bytes that it names
"""
import hashlib
import json
import os
import struct
import sys

SHORT = {b"OB", b"OW", b"SQ", b"UN"}


def element(group, number, vr, value):
    if len(value) % 2:
        value += b"\0" if vr in (b"UI", b"OB") else b" "
    head = struct.pack("<HH", group, number) + vr
    head += struct.pack("<HI", 0, len(value)) if vr in SHORT else struct.pack("<H", len(value))
    return head + value


def us(*values):
    return struct.pack("<%dH" % len(values), *values)


def image(rows, columns):
    return (
        element(0x0028, 2, b"US", us(1)) + element(0x0028, 4, b"CS", b"MONOCHROME2")
        + element(0x0028, 0x10, b"US", us(rows)) + element(0x0028, 0x11, b"US", us(columns))
        + element(0x0028, 0x100, b"US", us(8)) + element(0x0028, 0x101, b"US", us(8))
        + element(0x0028, 0x102, b"US", us(7)) + element(0x0028, 0x103, b"US", us(0)))


def dicom(number, kind):
    uid = b"2.25.%020d" % (10**19 + number)
    meta = (
        element(2, 1, b"OB", b"\0\1") + element(2, 2, b"UI", b"1.2.840.10008.5.1.4.1.1.7")
        + element(2, 3, b"UI", uid) + element(2, 0x10, b"UI", b"1.2.840.10008.1.2.1")
        + element(2, 0x12, b"UI", b"2.25.1"))
    meta = element(2, 0, b"UL", struct.pack("<I", len(meta))) + meta
    icon = b""
    if kind == "review":
        item = image(8, 8) + element(0x7FE0, 0x10, b"OB", bytes(range(64)))
        icon = element(0x0088, 0x200, b"SQ", struct.pack("<HHI", 0xFFFE, 0xE000, len(item)) + item)
    body = (
        element(8, 0x16, b"UI", b"1.2.840.10008.5.1.4.1.1.7") + element(8, 0x18, b"UI", uid)
        + element(8, 0x60, b"CS", (b"US", b"CT", b"MR", b"CR")[number % 4])
        + element(8, 0x70, b"LO", b"Drawn") + element(8, 0x1090, b"LO", b"Model %d" % (number % 7))
        + element(0x20, 0xD, b"UI", b"2.25.%d" % (number // 1000 + 1))
        + element(0x20, 0xE, b"UI", b"2.25.%d" % (number // 100 + 1))
        + image(16, 16) + icon + element(0x7FE0, 0x10, b"OB", b"\x40" * 256))
    whole = b"\0" * 128 + b"DICM" + meta + body
    return whole[:-100] if kind == "cut" else whole


def kind_of(number):
    return {10: "review", 60: "review", 30: "cut", 80: "other"}.get(number % 100, "plain")


def path_of(folder, number):
    name = "%07d" % number + (".txt" if kind_of(number) == "other" else ".dcm")
    return os.path.join(folder, "%04d" % (number // 1000), name)


def make(folder, count, links):
    first = None
    for number in range(count):
        path = path_of(folder, number)
        if number % 1000 == 0:
            os.makedirs(os.path.dirname(path), exist_ok=True)
        if links:
            if number % 50000 == 0:  # a file has no more than 65,000 names
                first = path
                with open(path, "wb") as out:
                    out.write(dicom(number, "plain"))
            else:
                os.link(first, path)
            continue
        with open(path, "wb") as out:
            kind = kind_of(number)
            out.write(b"no DICOM\n" if kind == "other" else dicom(number, kind))


def check(inputs, outputs, manifest):
    wanted = {"plain": "Clean", "review": "NeedsReview", "cut": "Failed", "other": "PassedOver"}
    ends, copies, lines = {}, {}, 0
    with open(manifest, encoding="ascii") as journal:
        next(journal)
        for line in journal:
            entry = json.loads(line[9:])
            lines += 1
            ends[entry["key"]] = entry["outcome"]
            if "copy" in entry:
                copies[entry["copy"]] = entry["copySha256"]
    seen = 0
    for root, _, names in os.walk(inputs):
        for name in names:
            seen += 1
            path = os.path.join(root, name)
            outcome = ends.pop(path, None)
            if outcome != wanted[kind_of(int(name[:7]))]:
                sys.exit("%s: %s" % (path, outcome))
    if ends:
        sys.exit("%d files ended that are not there" % len(ends))
    there = {os.path.join(r, n) for r, _, ns in os.walk(outputs) for n in ns}
    if there != set(copies):
        sys.exit("copies differ: %d there, %d written down" % (len(there), len(copies)))
    for path, digest in copies.items():
        with open(path, "rb") as copy:
            if hashlib.sha256(copy.read()).hexdigest() != digest:
                sys.exit("%s: other bytes than written down" % path)
    print("every file exactly once: %d files, %d copies, %d lines" % (seen, len(copies), lines))


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2], int(sys.argv[3]), sys.argv[4:] == ["links"])
    else:
        check(*sys.argv[2:5])
