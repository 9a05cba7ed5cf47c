#!/usr/bin/python3
"""numpy's opinion of a redacted copy of floating point pixels: float_fill.py ORIGINAL REDACTED, then lines 'frame left top right bottom'
(0-based, right and bottom exclusive) on standard input. Prints 'ok', the fill and the number of blanked samples, or what is wrong."""
import sys, warnings
import numpy as np, pydicom
warnings.filterwarnings('ignore')


def numbers(path):
    ds = pydicom.dcmread(path)
    a = ds.pixel_array
    a = a.astype(a.dtype.newbyteorder('='))
    return ds, a.reshape((int(ds.get('NumberOfFrames', 1) or 1), ds.Rows, ds.Columns))


before, a = numbers(sys.argv[1])
after, b = numbers(sys.argv[2])
assert a.shape == b.shape and a.dtype == b.dtype and a.dtype.kind == 'f', 'another shape'
inside = np.zeros(a.shape, bool)
for line in sys.stdin:
    f, left, top, right, bottom = map(int, line.split())
    inside[f, top:bottom, left:right] = True
word = 'u%d' % a.dtype.itemsize
assert (a.view(word) == b.view(word))[~inside].all(), 'changed outside'
padding = before.get('FloatPixelPaddingValue', before.get('DoubleFloatPixelPaddingValue'))
real = np.isfinite(a) if padding is None else np.isfinite(a) & (a != a.dtype.type(padding))
black = min(a.dtype.type(0), a[real].min())
assert (b[inside] == black).all(), 'not filled with %r' % black
print('ok', float(black), int(inside.sum()))
