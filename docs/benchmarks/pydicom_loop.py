"""Blanks rectangles with pydicom and numpy, the way a script of a few lines does it; the peer of run.sh.

usage: pydicom_loop.py IN OUT X,Y,WIDTH,HEIGHT ...
It holds all frames in memory, writes compressed input uncompressed, and proves nothing.
"""
import sys

import pydicom

source, target, *rectangles = sys.argv[1:]
file = pydicom.dcmread(source)
if file.file_meta.TransferSyntaxUID.is_compressed:
    file.decompress()
frames = file.pixel_array.copy()
if file.get("NumberOfFrames", 1) == 1:
    frames = frames[None]
for rectangle in rectangles:
    x, y, width, height = map(int, rectangle.split(","))
    frames[:, y : y + height, x : x + width] = 0
file.PixelData = frames.tobytes()
file.save_as(target)
