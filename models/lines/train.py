#!/usr/bin/env python3
"""Trains the line finder on drawn planes and writes it as ONNX (card: ../lines.md).

Usage: train.py FOLDER OUT.onnx [--steps N] [--seed N]
FOLDER holds what 'pixelanon synth --backgrounds ... --split train' wrote, with truth.json.
Needs Debian's python3-torch, python3-numpy, python3-scipy, python3-pil, python3-pydicom, python3-gdcm.
About an hour on two cores. The network takes and answers what the detectors of PP-OCR take and answer:
1 x 3 x rows x columns, blue, green, red of the negative, normalised; 1 x 1 x rows x columns, 0 to 1.
"""
import argparse
import json
import multiprocessing
import os
import time

import numpy as np
import pydicom
import torch
import torch.nn.functional as F
from PIL import Image
from scipy import ndimage
from torch import nn

MEAN = np.array([.485, .456, .406], np.float32)
DEVIATION = np.array([.229, .224, .225], np.float32)
CROP = 320
BATCH = 8


def block(inside, outside, stride=1):
    return nn.Sequential(
        nn.Conv2d(inside, outside, 3, stride, 1, bias=False), nn.BatchNorm2d(outside), nn.ReLU(inplace=True))


def level(inside, outside, depth):
    return nn.Sequential(block(inside, outside, 2), *[block(outside, outside) for _ in range(depth)])


class Lines(nn.Module):
    """Five levels down to 1/32, up again to 1/2, with the finer level added each time."""

    def __init__(self, widths=(16, 32, 64, 96, 128), depths=(1, 2, 3, 3, 3)):
        super().__init__()
        self.down = nn.ModuleList(
            level(i, o, d) for i, o, d in zip((3,) + widths[:-1], widths, depths))
        self.narrow = nn.ModuleList(
            nn.Conv2d(widths[k], widths[k - 1], 1) for k in range(len(widths) - 1, 0, -1))
        self.mend = nn.ModuleList(
            block(widths[k - 1], widths[k - 1]) for k in range(len(widths) - 1, 0, -1))
        self.head = nn.Conv2d(widths[0], 1, 1)

    def logits(self, x):
        levels = []
        for down in self.down:
            x = down(x)
            levels.append(x)
        for narrow, mend, finer in zip(self.narrow, self.mend, levels[-2::-1]):
            x = mend(F.interpolate(narrow(x), scale_factor=2., mode='nearest') + finer)
        return self.head(x)

    def forward(self, x):
        return torch.sigmoid(F.interpolate(self.logits(x), scale_factor=2., mode='bilinear', align_corners=False))


def ink_of(box):
    left, top, right, bottom = box['box']
    flat = np.zeros((bottom - top) * (right - left), bool)
    at, on = 0, False
    for run in box['ink']:
        if on:
            flat[at:at + run] = True
        at, on = at + run, not on
    return flat.reshape(bottom - top, right - left)


def core_of(ink, size):
    """The middle of a line along its slope: letters grown together, then thinned."""
    reach = max(2., .6 * size)
    room = int(reach) + 2
    wide = np.pad(ink, room)
    grown = ndimage.distance_transform_edt(~wide) <= reach
    core = ndimage.distance_transform_edt(grown) > reach + max(1., .15 * size)
    if not core.any():  # a dot or a stroke: its middle
        inside = ndimage.distance_transform_edt(grown)
        core = inside > .9 * inside.max()
    return core, room


def plane_of(path):
    dataset = pydicom.dcmread(path)
    pixels = dataset.pixel_array
    if pixels.ndim == 2:
        pixels = np.repeat(pixels[:, :, None], 3, 2)
    elif 'YBR' in dataset.PhotometricInterpretation:
        pixels = pydicom.pixel_data_handlers.util.convert_color_space(
            pixels, dataset.PhotometricInterpretation, 'RGB')
    return np.ascontiguousarray(pixels.astype(np.uint8))


def loaded(item_and_folder):
    item, folder = item_and_folder
    pixels = plane_of(os.path.join(folder, item['file']))
    height, width = pixels.shape[:2]
    core = np.zeros((height, width), np.uint8)
    places, hard, rectangles = [], [], []
    for box in item['boxes']:
        part, room = core_of(ink_of(box), box['size'])
        left, top = box['box'][0] - room, box['box'][1] - room
        x0, y0 = max(0, left), max(0, top)
        x1, y1 = min(width, left + part.shape[1]), min(height, top + part.shape[0])
        core[y0:y1, x0:x1] |= part[y0 - top:y1 - top, x0 - left:x1 - left]
        middle = ((box['box'][0] + box['box'][2]) // 2, (box['box'][1] + box['box'][3]) // 2)
        places.append(middle)
        rectangles.append((*box['box'], box['rotation'] % 180 == 0))
        if (box['letters'] in ('dots', 'segments') or box['style'] == 'faint' or box['rotation'] % 90
                or box['size'] >= 26 or box['size'] <= 8 or box['over'] == 'ruler' or len(box['text']) < 3):
            hard.append(middle)
    return pixels, core, places, hard, rectangles


def resized(picture, size):
    return np.asarray(Image.fromarray(picture).resize((size, size), Image.BILINEAR))


def stacked(picture, target, rectangles, random):
    """One line drawn again below itself, as rows of a report that stand close."""
    upright = [r for r in rectangles if r[4]]
    if not upright:
        return
    left, top, right, bottom, _ = upright[random.integers(len(upright))]
    height = bottom - top
    apart = height + max(1, int(height * random.uniform(.1, .6)))
    above = max(0, top - (apart - height) // 2)
    line, marks = picture[above:above + apart].copy(), target[above:above + apart].copy()
    reach = slice(max(0, left - height), right + height)
    for row in range(1, random.integers(2, 6)):
        low = above + row * apart
        if low + apart > len(picture):
            return
        picture[low:low + apart, reach] = line[:, reach]
        target[low:low + apart, reach] = marks[:, reach]


def blanked(picture, target, rectangles, random):
    """Rectangles as redaction leaves them, over texts and beside them: what is blank is no text."""
    height, width = target.shape
    level = 0 if random.random() < .85 else random.integers(256)
    for _ in range(random.integers(1, 9)):
        if rectangles and random.random() < .5:
            left, top, right, bottom, _ = rectangles[random.integers(len(rectangles))]
            room = random.integers(1, 7)
            left, top, right, bottom = left - room, top - room, right + room, bottom + room
        else:
            high = int(np.exp(random.uniform(np.log(6), np.log(60))))
            wide = int(high * np.exp(random.uniform(.2, 2.6)))
            if random.random() < .15:
                high, wide = high * 3, wide * 2
            left, top = random.integers(-wide // 2, width), random.integers(-high // 2, height)
            right, bottom = left + wide, top + high
        place = slice(max(0, top), max(0, bottom)), slice(max(0, left), max(0, right))
        picture[place] = level
        target[place] = 0


def distorted(picture, random):
    """A picture without text as a damaged or wrongly decoded one looks."""
    kind = random.integers(4)
    if kind == 0:  # blocks in a wrong order
        side = int(2 ** random.integers(2, 6))
        rows, columns = len(picture) // side, picture.shape[1] // side
        blocks = picture[:rows * side, :columns * side].reshape(rows, side, columns, side, 3).swapaxes(1, 2)
        blocks = blocks.reshape(rows * columns, side, side, 3)[random.permutation(rows * columns)]
        picture[:rows * side, :columns * side] = (
            blocks.reshape(rows, columns, side, side, 3).swapaxes(1, 2).reshape(rows * side, columns * side, 3))
    elif kind == 1:  # rows out of step
        step = random.integers(1, 40)
        for row in range(len(picture)):
            picture[row] = np.roll(picture[row], row * step % picture.shape[1], 0)
    elif kind == 2:  # ringing
        smooth = ndimage.gaussian_filter(picture.astype(np.float32), (2, 2, 0))
        picture[:] = np.clip(picture + random.uniform(1, 6) * (picture - smooth), 0, 255)
    else:  # the low bits of deeper samples
        picture[:] = (picture.astype(np.int32) * random.integers(2, 40)) % 256


def crop_of(plane, random):
    pixels, core, places, hard, rectangles = plane
    side = int(CROP / np.exp(random.uniform(-.45, .35)))
    height, width = pixels.shape[:2]
    chance = random.random()
    middles = hard if hard and chance < .55 else places if places and chance < .8 else None
    if middles is None:
        x, y = random.integers(0, width), random.integers(0, height)
    else:
        x, y = middles[random.integers(len(middles))]
        x += random.integers(-side // 3, side // 3 + 1)
        y += random.integers(-side // 3, side // 3 + 1)
    x0 = int(np.clip(x - side // 2, 0, max(0, width - side)))
    y0 = int(np.clip(y - side // 2, 0, max(0, height - side)))
    picture = pixels[y0:y0 + side, x0:x0 + side]
    target = core[y0:y0 + side, x0:x0 + side]
    here = [(l - x0, t - y0, r - x0, b - y0, u) for l, t, r, b, u in rectangles
            if x0 <= l and r <= x0 + side and y0 <= t and b <= y0 + side]
    picture, target = picture.copy(), target.copy()
    if random.random() < .2:
        stacked(picture, target, here, random)
    if not target.any() and random.random() < .15:
        distorted(picture, random)
    if random.random() < .35:
        blanked(picture, target, here, random)
    if picture.shape[:2] != (side, side):
        rest = (side - picture.shape[0], side - picture.shape[1])
        picture = np.pad(picture, ((0, rest[0]), (0, rest[1]), (0, 0)), 'edge')
        target = np.pad(target, ((0, rest[0]), (0, rest[1])))
    if side != CROP:
        picture = resized(picture, CROP)
        target = resized(255 * target, CROP) > 127
    quarter = random.integers(4) if random.random() < .15 else 0
    picture, target = np.rot90(picture, quarter), np.rot90(target, quarter)
    level = picture.astype(np.float32) / np.float32(255)
    if random.random() < .5:
        level = level ** np.exp(random.uniform(-.4, .4))
    if random.random() < .4:
        level = level * random.uniform(.6, 1) + random.uniform(0, .15)
    if random.random() < .3:
        level = level + random.uniform(.005, .04) * random.standard_normal(level.shape, np.float32)
    if random.random() < .15:
        level = ndimage.gaussian_filter(level, (random.uniform(.3, .9),) * 2 + (0,))
    if random.random() < .08:
        level = 1 - level
    negative = np.round(255 * (1 - np.clip(level, 0, 1))) / 255
    blue_first = (negative[:, :, ::-1] - MEAN) / DEVIATION
    return blue_first.transpose(2, 0, 1).astype(np.float32), target.astype(np.float32)


def batches(planes, seed, queue):
    random = np.random.default_rng(seed)
    while True:
        crops = [crop_of(planes[random.integers(len(planes))], random) for _ in range(BATCH)]
        queue.put((np.stack([c[0] for c in crops]), np.stack([c[1] for c in crops])))


def loss_of(logits, target):
    wanted = F.avg_pool2d(target[:, None], 2)
    each = F.binary_cross_entropy_with_logits(logits, wanted, reduction='none')
    text = wanted > .5
    some = max(1, int(text.sum()))
    ground = each[~text]
    hardest = ground.topk(min(ground.numel(), max(2000, 4 * some))).values
    likely = torch.sigmoid(logits)
    both = (likely * wanted).sum()
    dice = 1 - (2 * both + 1) / (likely.sum() + wanted.sum() + 1)
    return (each[text].sum() + hardest.sum()) / (some + hardest.numel()) + .1 * each.mean() + dice


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('folder')
    parser.add_argument('out')
    parser.add_argument('--steps', type=int, default=4500)
    parser.add_argument('--seed', type=int, default=1)
    asked = parser.parse_args()
    torch.manual_seed(asked.seed)
    torch.set_num_threads(1)
    with open(os.path.join(asked.folder, 'truth.json'), encoding='utf-8') as f:
        items = json.load(f)
    with multiprocessing.Pool(2) as pool:
        planes = pool.map(loaded, [(i, asked.folder) for i in items], 16)
    print(len(planes), 'planes', flush=True)
    queue = multiprocessing.Queue(12)
    multiprocessing.Process(target=batches, args=(planes, asked.seed, queue), daemon=True).start()
    network = Lines().to(memory_format=torch.channels_last)
    settled = Lines()
    settled.load_state_dict(network.state_dict())
    optimiser = torch.optim.AdamW(network.parameters(), 2e-3, weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, asked.steps, pct_start=.1)
    began, mean = time.time(), 0.
    for step in range(1, asked.steps + 1):
        pixels, target = queue.get()
        wide = torch.from_numpy(pixels).contiguous(memory_format=torch.channels_last)
        with torch.autocast('cpu', dtype=torch.bfloat16):
            logits = network.logits(wide)
        loss = loss_of(logits.float(), torch.from_numpy(target))
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 5)
        optimiser.step()
        schedule.step()
        with torch.no_grad():
            keep = min(.998, step / (step + 10))
            for old, new in zip(settled.state_dict().values(), network.state_dict().values()):
                if old.dtype.is_floating_point:
                    old.lerp_(new, 1 - keep)
        mean = loss.item() if step == 1 else .98 * mean + .02 * loss.item()
        if step % 50 == 0:
            print(f'{step} {mean:.4f} {time.time() - began:.0f} s', flush=True)
        if step % 500 == 0 or step == asked.steps:
            written(settled, asked.out)


def written(network, out):
    network.eval()
    torch.onnx.export(
        network, torch.zeros(1, 3, 64, 64), out, opset_version=13, input_names=['x'], output_names=['map'],
        dynamic_axes={'x': {0: 'n', 2: 'rows', 3: 'columns'}, 'map': {0: 'n', 2: 'rows', 3: 'columns'}})
    network.train()


if __name__ == '__main__':
    main()
