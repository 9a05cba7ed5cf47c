"""Reads every file of a folder with pydicom and compares its samples with FILE.raw, its overlays with FILE.GROUP.raw.

FILE.raw: four little-endian int32 (frames, rows, columns, samples), then the samples as int32.
Prints a line for each file that differs, and 'checked N' at the end.
"""
import glob, os, re, sys, warnings
import numpy as np, pydicom

warnings.filterwarnings('ignore')
checked = 0
for raw in sorted(glob.glob(sys.argv[1] + '/*.raw')):
    path = re.sub(r'(\.60..)?\.raw$', '', raw)
    group = re.search(r'\.(60..)\.raw$', raw)
    words = np.fromfile(raw, '<i4')
    shape, want = tuple(words[:4]), words[4:].reshape(words[:4])
    ds = pydicom.dcmread(path)
    if group:
        got = ds.overlay_array(int(group.group(1), 16))
    else:
        got = ds.pixel_array
        floating = got.dtype.kind == 'f'
        stored = 0 if floating else int(ds.BitsStored)
        if floating:
            got = got * 4096  # drawn in steps of 1/4096; exact
            assert (got == np.rint(got)).all()
        elif ds.PixelRepresentation == 0 and stored < 32 and ds.HighBit == stored - 1:
            got = got & ((1 << stored) - 1)  # pydicom 2 keeps what lies above
    got = np.asarray(got).astype(np.int64).reshape(shape)
    near = 24 if '.50' == ds.file_meta.TransferSyntaxUID[-3:] else 0
    if near:  # lossy, and pydicom gives Y, Cb, Cr or RGB as the plug-in likes: compare brightness
        got = got[..., :1]
        want = (want * [299, 587, 114]).sum(axis=3, keepdims=True) // 1000 if shape[3] == 3 else want
        if np.mean(np.abs(got - want)) > near:
            print('differs', os.path.basename(raw), np.mean(np.abs(got - want)))
    elif not np.array_equal(got, want):
        print('differs', os.path.basename(raw), int((got != want).sum()), 'of', want.size)
    checked += 1
print('checked', checked)
