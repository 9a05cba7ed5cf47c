#!/usr/bin/python3
"""Compares copies that were tampered with and accepted with the untouched ones: tampering.py FOLDER
In the folder lies NAME-good.dcm beside NAME-1.dcm, NAME-2.dcm and so on. Every element and every sample must be equal."""
import glob, os, sys, warnings

import numpy
import pydicom

warnings.filterwarnings('ignore')


def samples(ds):
    """the pixels as pydicom decodes them; what it cannot decode is compared as the element that holds it"""
    try:
        return ds.pixel_array
    except Exception:
        return None


judged = differ = undecoded = 0
for good in sorted(glob.glob(os.path.join(sys.argv[1], '*-good.dcm'))):
    one = pydicom.dcmread(good)
    pixels = samples(one)
    for path in sorted(set(glob.glob(good[:-8] + '[0-9]*.dcm')) - {good}):
        other = pydicom.dcmread(path)
        judged += 1
        same = one == other and one.file_meta == other.file_meta and one.preamble == other.preamble
        if pixels is None:
            undecoded += 1
        else:
            decoded = samples(other)
            same = same and decoded is not None and numpy.array_equal(pixels, decoded)
        if not same:
            differ += 1
            print('differs: ' + os.path.basename(path))
print('%d accepted copies judged by pydicom %s: %d differ in a value or a sample (pixels of %d compared as bytes only)'
      % (judged, pydicom.__version__, differ, undecoded))
sys.exit(1 if differ else 0)
