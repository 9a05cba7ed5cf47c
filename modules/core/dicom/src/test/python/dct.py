#!/usr/bin/python3
"""Frames of JPEG files as dcmtk and gdcm decode them, for CorpusJpegIT. Usage: dct.py FILE...; prints tab separated lines:
P file oracle frame path    the words of a frame as coded, samples side by side, little endian, in a file below the folder of the first argument
X file oracle reason        it cannot decode the file"""
import os, subprocess, sys, tempfile, warnings
import numpy as np, pydicom
from pydicom.pixel_data_handlers import gdcm_handler, numpy_handler
warnings.filterwarnings('ignore')
pydicom.config.pixel_data_handlers = [numpy_handler, gdcm_handler]
out = sys.argv[1]


def frames(ds):
    shape = (int(ds.get('NumberOfFrames', 1) or 1), int(ds.Rows), int(ds.Columns), int(ds.SamplesPerPixel))
    if ds.PhotometricInterpretation == 'YBR_FULL_422':
        ds.PhotometricInterpretation = 'YBR_FULL'     # chrominance was repeated
    return ds.pixel_array.reshape(shape)


def dcmtk(path):
    with tempfile.TemporaryDirectory() as folder:
        target = os.path.join(folder, 'x')
        subprocess.run(['dcmdjpeg', '+cn', path, target], check=True, stderr=subprocess.DEVNULL)
        return frames(pydicom.dcmread(target, force=True))


for number, path in enumerate(sys.argv[2:]):
    for name, decode in (('dcmtk', dcmtk), ('gdcm', lambda p: frames(pydicom.dcmread(p, force=True)))):
        sys.stdout.flush()
        child = os.fork()       # gdcm aborts the process on some files
        if child:
            os.waitpid(child, 0)
            continue
        os.dup2(os.open('/dev/null', os.O_WRONLY), 2)
        try:
            for i, frame in enumerate(decode(path)):
                words = os.path.join(out, '%d.%s.%d' % (number, name, i))
                frame.astype(frame.dtype.newbyteorder('<')).tofile(words)
                print('P', path, name, i, words, sep='\t')
        except Exception as e:
            print('X', path, name, type(e).__name__, sep='\t')
        finally:
            sys.stdout.flush()
            os._exit(0)
