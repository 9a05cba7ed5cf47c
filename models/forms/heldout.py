#!/usr/bin/env python3
"""Draws held-out forms and pictures as PNG with the table that 'pixelanon forms test' takes.

Usage: heldout.py FOLDER [--count N]
Layouts, fonts and words are those that no training saw (draw.py). Needs Debian's python3-numpy, python3-pil.
"""
import argparse
import multiprocessing
import os

from PIL import Image

import draw


def drawn(job):
    folder, what, number = job
    pixels, _ = getattr(draw, what)(draw.Draw('heldout', number))
    name = f'{what}{number:05d}.png'
    pixels = pixels[:, :, 0] if pixels.shape[2:] == (1,) else pixels
    Image.fromarray(pixels).save(os.path.join(folder, name), compress_level=1)
    return f'{int(what == "form")},{name}\n'


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('folder')
    parser.add_argument('--count', type=int, default=1000)
    asked = parser.parse_args()
    os.makedirs(asked.folder, exist_ok=True)
    jobs = [(asked.folder, what, k) for what in ('form', 'picture') for k in range(asked.count)]
    with multiprocessing.Pool(2) as pool, open(os.path.join(asked.folder, 'table.csv'), 'w', encoding='utf-8') as table:
        table.write('class,filename\n')
        table.writelines(pool.imap(drawn, jobs, 8))


if __name__ == '__main__':
    main()
