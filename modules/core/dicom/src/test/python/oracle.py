#!/usr/bin/python3
"""What pydicom and gdcm read out of the files of a folder, for CorpusOracleIT. Prints tab separated lines:
F name        a file pydicom opens; the lines behind it are about it
E path length crc32   an element that is no known sequence: tags and item numbers, bytes of its value; blank if they are not kept
T path hex    the decoded text of an element, values joined with a backslash, as UTF-8 in hex
P frame crc32 photometric   the words of a frame, samples side by side, little endian; floating ones by their bits
X reason      the pixels cannot be decoded here"""
import os, subprocess, sys, tempfile, warnings, zlib
import numpy as np, pydicom
from pydicom.dataelem import RawDataElement
from pydicom.datadict import dictionary_VR
from pydicom.pixel_data_handlers import gdcm_handler, numpy_handler, rle_handler
warnings.filterwarnings('ignore')
pydicom.config.pixel_data_handlers = [numpy_handler, rle_handler, gdcm_handler]
TEXT = ('LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UT')


def is_sequence(raw):
    try:
        return (raw.VR or dictionary_VR(raw.tag)) == 'SQ'
    except KeyError:
        return False


def walk(ds, path):
    for tag in list(ds.keys()):
        raw = ds.get_item(tag)
        here = path + '%08X' % int(tag)
        if not isinstance(raw, RawDataElement) or is_sequence(raw):
            element = ds[tag]
            if element.VR == 'SQ':
                for i, item in enumerate(element.value):
                    walk(item, here + '/%d/' % i)
                continue
            value = element.value
            raw_bytes = value if isinstance(value, bytes) else None
        else:
            raw_bytes = raw.value or b''
        if raw_bytes is not None:
            print('E', here, len(raw_bytes), '%08x' % zlib.crc32(raw_bytes), sep='\t')
        else:
            print('E', here, '', '', sep='\t')
        element = ds[tag]
        if element.VR in TEXT and element.value:
            value = element.value
            values = list(value) if isinstance(value, (list, pydicom.multival.MultiValue)) else [value]
            print('T', here, '\\'.join(str(v) for v in values).encode('utf-8', 'replace').hex(), sep='\t')


def little(path):
    """dcmtk turns big endian files: pydicom 2.3 leaves bytes in big endian words in swapped pairs."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, 'x')
        subprocess.run(['dcmconv', '+te', path, out], check=True, stderr=subprocess.DEVNULL)
        return pydicom.dcmread(out)


# what gdcm decodes otherwise than dcmtk: JPEG-LS with odd fragments, 12-bit JPEG by another transform
OF_DCMTK = {
    'cornerstonejs__dicomParser__CT0012.fragmented_no_bot_jpeg_ls.80.dcm': 'dcmdjpls',
    'cornerstonejs__dicomParser__CT0012.fragmented_no_bot_jpeg_ls.81.dcm': 'dcmdjpls',
    'robyoung__dicom-test-files__RG3_JPLY': 'dcmdjpeg',
}


def by_dcmtk(path):
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, 'x')
        subprocess.run([OF_DCMTK[os.path.basename(path)], path, out], check=True, stderr=subprocess.DEVNULL)
        return pydicom.dcmread(out)


def pixels(ds, path):
    if os.path.basename(path) in OF_DCMTK:
        ds = by_dcmtk(path)
    if not ds.is_little_endian and ds.BitsAllocated <= 8:
        ds = little(path)
    a = ds.pixel_array
    if int(ds.get('NumberOfFrames', 1) or 1) == 1:
        a = a[None]
    for i in range(a.shape[0]):
        b = np.ascontiguousarray(a[i])
        b = b.astype(b.dtype.newbyteorder('<'))
        print('P', i, '%08x' % zlib.crc32(b.tobytes()), ds.PhotometricInterpretation, sep='\t')


def one(path):
    try:
        ds = pydicom.dcmread(path, force=True)
    except Exception:
        return
    print('F', os.path.basename(path), sep='\t')
    try:
        walk(ds, '')
    except Exception as e:
        print('X', 'elements ' + type(e).__name__, sep='\t')
        return
    if 'PixelData' in ds or 'FloatPixelData' in ds or 'DoubleFloatPixelData' in ds:
        try:
            pixels(ds, path)
        except Exception as e:
            print('X', type(e).__name__, sep='\t')


for name in sorted(os.listdir(sys.argv[1])):
    sys.stdout.flush()
    child = os.fork()       # gdcm aborts the process on some files
    if child == 0:
        os.dup2(os.open('/dev/null', os.O_WRONLY), 2)
        try:
            one(os.path.join(sys.argv[1], name))
        finally:
            sys.stdout.flush()
            os._exit(0)
    os.waitpid(child, 0)
