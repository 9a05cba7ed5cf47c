#!/usr/bin/python3
"""Colours of frame 1 as others see them, for CorpusColoursIT. Usage: colours.py FILES OUT
Writes OUT/name.rgb (columns, rows as 4 bytes little endian, then red, green, blue of each pixel): JPEG baseline by libjpeg through PIL,
palettes and YBR without loss by pydicom."""
import io, os, struct, sys, warnings
import numpy as np, pydicom
from PIL import Image
from pydicom.encaps import defragment_data, generate_pixel_data_frame
from pydicom.pixel_data_handlers import gdcm_handler, numpy_handler, rle_handler
from pydicom.pixel_data_handlers.util import apply_color_lut, convert_color_space
warnings.filterwarnings('ignore')
pydicom.config.pixel_data_handlers = [numpy_handler, rle_handler]


def colours(ds):
    ts, pi = str(ds.file_meta.TransferSyntaxUID), ds.PhotometricInterpretation
    frames = int(ds.get('NumberOfFrames', 1) or 1)
    if ts == '1.2.840.10008.1.2.4.50' and ds.SamplesPerPixel == 3:
        data = defragment_data(ds.PixelData) if frames == 1 else next(generate_pixel_data_frame(ds.PixelData, frames))
        return np.asarray(Image.open(io.BytesIO(data)).convert('RGB'))
    if ts not in ('1.2.840.10008.1.2', '1.2.840.10008.1.2.1', '1.2.840.10008.1.2.1.99', '1.2.840.10008.1.2.2', '1.2.840.10008.1.2.5'):
        return None
    if pi not in ('PALETTE COLOR', 'YBR_FULL', 'YBR_FULL_422', 'RGB') or ds.BitsAllocated > 16:
        return None
    if ts == '1.2.840.10008.1.2.2' and ds.BitsAllocated == 8:
        return None     # pydicom 2.3 leaves bytes in big endian words in swapped pairs
    a = ds.pixel_array if frames == 1 else ds.pixel_array[0]
    if pi == 'PALETTE COLOR':
        a = apply_color_lut(a, ds)[..., :3]
        if a.dtype != np.uint8:
            a = (a >> 8 if a.max() > 255 else a).astype(np.uint8)
        return a
    if ds.BitsAllocated != 8:
        return None
    return a if pi == 'RGB' else convert_color_space(a, pi, 'RGB')


for name in sorted(os.listdir(sys.argv[1])):
    try:
        ds = pydicom.dcmread(os.path.join(sys.argv[1], name))
        a = colours(ds)
    except Exception:
        continue
    if a is not None:
        with open(os.path.join(sys.argv[2], name + '.rgb'), 'wb') as f:
            f.write(struct.pack('<II', a.shape[1], a.shape[0]) + np.ascontiguousarray(a).tobytes())
