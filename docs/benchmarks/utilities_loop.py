"""What a script of a few lines does for a utility; the peer of utilities.sh."""
import csv
import os
import re
import statistics
import sys

COLUMNS = "Modality BurnedInAnnotation Manufacturer ManufacturerModelName SoftwareVersions ImageType SeriesDescription " \
    "WindowWidth Rows Columns BitsStored BitsAllocated NumberOfFrames".split()


def tags(folder, target):
    import pydicom

    with open(target, "w", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["DicomFilePath"] + COLUMNS)
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            file = pydicom.dcmread(path, stop_before_pixels=True)
            rows.writerow([path] + [file.get(column, "") for column in COLUMNS])


def blank(folder, target):
    import numpy
    import pydicom

    for name in sorted(os.listdir(folder)):
        if name.endswith(".dcm"):
            file = pydicom.dcmread(os.path.join(folder, name))
            if "PixelData" in file:
                file.PixelData = numpy.zeros_like(file.pixel_array).tobytes()
                if file.file_meta.TransferSyntaxUID.is_compressed:
                    file.file_meta.TransferSyntaxUID = pydicom.uid.ExplicitVRLittleEndian
                    file["PixelData"].is_undefined_length = False
            file.save_as(os.path.join(target, name))


def allowlist(patterns, lines):
    """The kinder way: every pattern compiled once."""
    compiled = [re.compile(line.rstrip("\n")) for line in open(patterns, encoding="utf-8") if line.strip()]
    released = 0
    for line in open(lines, encoding="utf-8"):
        text = line.strip()
        released += any(p.fullmatch(text) for p in compiled)
    print(released)


def glossary():
    for i in range(2950):
        print("abbreviation %d." % i)


def texts(count):
    words = ["left", "pa", "erect", "portable", "Zqvexample", "12:30", "in resus", "supine", "kV 70 mAs 2"]
    for i in range(int(count)):
        print(" ".join(words[(i * k) % len(words)] for k in range(1, 2 + i % 5)), i)


def table(times):
    rounds = {}
    for line in open(times):
        name, wall, user, system, kilobytes = line.split()
        rounds.setdefault(name, []).append((float(wall), float(user) + float(system), int(kilobytes) / 1024))
    print("| what | median s | CPU s | peak MB |\n|---|---|---|---|")
    for name, runs in rounds.items():
        print("| %s | %.2f | %.2f | %.0f |" % (name, *(statistics.median(column) for column in zip(*runs))))
    for name in ("tags", "blank", "allowlist"):
        pairs = zip(rounds[name], rounds[name + "-loop"])
        print("%s to its loop, CPU: %.2f" % (name, statistics.median(a[1] / b[1] for a, b in pairs)))


command, *arguments = sys.argv[1:]
globals()[command](*arguments)
