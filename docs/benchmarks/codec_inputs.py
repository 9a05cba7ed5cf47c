"""Draws what codecs.sh needs: codec_inputs.py FOLDER; a frame of 3000x2500 and 12 bits as DICOM, PGM and raw, the same of 8 bits, and 200 frames of 512x512 and 8 bits."""
import sys

import numpy as np
import pydicom
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, generate_uid

folder = sys.argv[1]
random = np.random.default_rng(7)


def write(name, pixels, bits):
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = '1.2.840.10008.5.1.4.1.1.7'
    meta.MediaStorageSOPInstanceUID = generate_uid()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    ds = FileDataset(name, {}, file_meta=meta, preamble=b'\0' * 128)
    ds.is_little_endian, ds.is_implicit_VR = True, False
    ds.SOPClassUID, ds.SOPInstanceUID = meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID
    ds.StudyInstanceUID, ds.SeriesInstanceUID, ds.Modality = generate_uid(), generate_uid(), 'OT'
    ds.NumberOfFrames, ds.Rows, ds.Columns = pixels.shape
    ds.SamplesPerPixel, ds.PhotometricInterpretation, ds.PixelRepresentation = 1, 'MONOCHROME2', 0
    ds.BitsAllocated, ds.BitsStored, ds.HighBit = pixels.itemsize * 8, bits, bits - 1
    ds.PixelData = pixels.tobytes()
    ds.save_as(folder + '/' + name)


def anatomy(frames, rows, columns, top, noise):
    y, x = np.mgrid[0:rows, 0:columns]
    smooth = top * (0.5 + 0.3 * np.sin(x / 170) * np.cos(y / 230) + 0.15 * np.sin((x + y) / 37))
    drawn = [smooth * (1 - f / 1000) + random.normal(0, noise, (rows, columns)) for f in range(frames)]
    return np.clip(drawn, 0, top)


large = anatomy(1, 2500, 3000, 4095, 12).astype('<u2')
write('large.dcm', large, 12)
with open(folder + '/large.pgm', 'wb') as pgm:
    pgm.write(b'P5\n3000 2500\n4095\n' + large[0].astype('>u2').tobytes())
large[0].tofile(folder + '/large.raw')
write('large8.dcm', (large >> 4).astype('u1'), 8)
write('cine.dcm', anatomy(200, 512, 512, 255, 3).astype('u1'), 8)
