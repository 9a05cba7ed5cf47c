#!/usr/bin/env python3
"""Trains the classifier of scanned forms on drawn planes and writes it as ONNX (card: ../forms.md).

Usage: train.py CORPUS OUT.onnx [--forms N] [--pictures N] [--heldout N] [--epochs N] [--cache FOLDER]
CORPUS holds the frames of real files that are no forms as PNG: 'pixelanon frames FILES -x CORPUS -f png --no-overlays'.
Needs Debian's python3-torch, python3-numpy, python3-pil. Minutes on two cores.
The network takes 1 x 3 x 128 x 128 numbers of 0 to 255 (draw.reduced) and answers 1 x 33: more than 0 says form, then 32 features.
"""
import argparse
import glob
import hashlib
import multiprocessing
import os
import random
import time

import numpy as np
import torch
from PIL import Image
from torch import nn

import draw

FEATURES = 32
CORPUS_VARIANTS = 24
SMALLEST = 160
PART = 600


class Forms(nn.Module):
    def __init__(self):
        super().__init__()
        widths, layers = (3, 12, 16, 24, 32, 48), []
        for inside, outside in zip(widths, widths[1:]):
            layers += [nn.Conv2d(inside, outside, 3, 2, 1, bias=False), nn.BatchNorm2d(outside), nn.ReLU(inplace=True)]
        self.down = nn.Sequential(*layers)
        self.mix = nn.Linear(96, FEATURES)
        self.head = nn.Linear(FEATURES, 1)

    def forward(self, x):
        x = self.down(x * (1 / 128.) - 1)
        features = torch.relu(self.mix(torch.cat([x.mean((2, 3)), x.amax((2, 3))], 1)))
        return torch.cat([self.head(features), features], 1)


def drawn(job):
    what, split, seed = job
    pixels, kind = getattr(draw, what)(draw.Draw(split, seed))
    return draw.reduced(pixels), str(kind)


def pictures_of(folder):
    """Groups of files that show the same, each group with its frames."""
    looks, groups = [], []
    for path in sorted(glob.glob(os.path.join(folder, '**', '*.png'), recursive=True)):
        image = Image.open(path)
        if min(image.size) < SMALLEST:
            continue
        small = np.asarray(image.convert('L').resize((16, 16), Image.BOX), np.float64).ravel()
        small = (small - small.mean()) / max(1e-6, small.std())
        for at, look in enumerate(looks):
            if abs(look @ small) / 256 >= .97:
                groups[at].append(path)
                break
        else:
            looks.append(small)
            groups.append([path])
    halves = ([], [])
    for group in groups:
        halves[int(hashlib.sha256(os.path.basename(group[0]).encode()).hexdigest()[:8], 16) % 2].append(group)
    return halves


def pixels_of(path):
    image = Image.open(path)
    return np.asarray(image if image.mode in ('L', 'RGB') else image.convert('RGB'))


def varied(job):
    path, seed = job
    hand = draw.Draw('train', f'{path} {seed}')
    chance, pixels = hand.chance, pixels_of(path)
    height, width = pixels.shape[:2]
    h, w = int(height * chance.uniform(.4, 1)), int(width * chance.uniform(.4, 1))
    top, left = chance.randint(0, height - h), chance.randint(0, width - w)
    part = pixels[top:top + h, left:left + w]
    part = (255 * (part / 255.) ** chance.uniform(.5, 2)).astype(np.uint8)
    if chance.random() < .15:
        part = 255 - part
    if chance.random() < .15:
        part = draw.bits(hand, part).astype(np.uint8)
    image = Image.fromarray(part).convert('RGB')
    if chance.random() < .5:
        draw.screen_text(hand, image, chance.randint(1, 12), [(255, 255, 255), (255, 255, 0), (180, 180, 180)], max(8, h * .025))
    size = chance.uniform(.5, 1.5)
    image = image.resize((max(8, int(w * size)), max(8, int(h * size))), Image.BILINEAR)
    return draw.reduced(np.asarray(image if chance.random() < .6 else image.convert('L')))


def all_of(pool, cache, name, function, jobs):
    """What the function draws, in parts that a later run with the same cache need not draw again."""
    planes, kinds = [], []
    for start in range(0, len(jobs), PART):
        part = jobs[start:start + PART]
        file = cache and os.path.join(cache, f'{name}-{start}-{len(part)}.npz')
        if file and os.path.exists(file):
            held = np.load(file)
            answer = held['planes'], held['kinds']
        else:
            begun = time.time()
            answers = [a if isinstance(a, tuple) else (a, name) for a in pool.imap(function, part, 8)]
            answer = np.stack([a[0] for a in answers]), np.array([a[1] for a in answers])
            print(f'{name}: {len(part)} in {time.time() - begun:.0f} s', flush=True)
            if file:
                np.savez(file, planes=answer[0], kinds=answer[1])
        planes.append(answer[0])
        kinds.extend(answer[1])
    return np.concatenate(planes), kinds


def train(forms, others, epochs):
    planes = torch.from_numpy(np.concatenate([forms, others]))
    truth = torch.cat([torch.ones(len(forms)), torch.zeros(len(others))])
    net = Forms().to(memory_format=torch.channels_last)
    best = torch.optim.AdamW(net.parameters(), 3e-3, weight_decay=1e-3)
    batch, steps = 64, epochs * (len(planes) // 64)
    plan = torch.optim.lr_scheduler.OneCycleLR(best, 6e-3, total_steps=steps + 1)
    begun, step = time.time(), 0
    for epoch in range(epochs):
        total = 0.
        for part in torch.randperm(len(planes)).split(batch):
            if len(part) < batch:
                continue
            x = planes[part].float()
            for axis in (2, 3):
                some = torch.rand(batch) < .5
                x[some] = x[some].flip(axis)
            some = torch.rand(batch) < .5
            x[some] = x[some].transpose(2, 3)
            x[:, 0] = (x[:, 0] * (.85 + .3 * torch.rand(batch, 1, 1)) + 30 * torch.rand(batch, 1, 1) - 15).clamp(0, 255)
            x[:, 1] = x[:, 1] * (.6 + .7 * torch.rand(batch, 1, 1))
            x[:, 2] *= (torch.rand(batch, 1, 1) < .75)  # without colour
            with torch.autocast('cpu', torch.bfloat16):
                answer = net(x.contiguous(memory_format=torch.channels_last))[:, 0]
            loss = nn.functional.binary_cross_entropy_with_logits(answer.float(), truth[part] * .98 + .01)
            best.zero_grad()
            loss.backward()
            best.step()
            plan.step()
            total += loss.item()
            step += 1
        print(f'epoch {epoch} loss {total / (len(planes) // batch):.4f} {time.time() - begun:.0f} s', flush=True)
    return net.eval()


def answers(net, planes):
    with torch.no_grad():
        return np.concatenate([net(torch.from_numpy(planes[k:k + 256]).float())[:, 0].numpy() for k in range(0, len(planes), 256)])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('corpus')
    parser.add_argument('out')
    parser.add_argument('--forms', type=int, default=3600)
    parser.add_argument('--pictures', type=int, default=2400)
    parser.add_argument('--heldout', type=int, default=1000)
    parser.add_argument('--epochs', type=int, default=18)
    parser.add_argument('--cache')
    given = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(2)
    ours, others = pictures_of(given.corpus)
    print('corpus: pictures', len(ours), len(others), 'frames', sum(map(len, ours)), sum(map(len, others)), flush=True)
    with multiprocessing.Pool(2) as pool:
        forms, _ = all_of(pool, given.cache, 'form', drawn, [('form', 'train', k) for k in range(given.forms)])
        pictures, _ = all_of(pool, given.cache, 'picture', drawn, [('picture', 'train', k) for k in range(given.pictures)])
        real, _ = all_of(pool, given.cache, 'corpus', varied, [(random.Random(f'{k}').choice(g), k) for g in ours for k in range(CORPUS_VARIANTS)])
    net = train(forms, np.concatenate([pictures, real]), given.epochs)
    plain = [np.stack([draw.reduced(pixels_of(p)) for g in half for p in g]) for half in (ours, others)]
    seen = [answers(net, p) for p in (forms, pictures, real, plain[0])]
    print('train: least form %.2f, 1 %% %.2f; most drawn picture %.2f, corpus varied %.2f, corpus %.2f' % (
        seen[0].min(), np.percentile(seen[0], 1), seen[1].max(), seen[2].max(), seen[3].max()))
    limit = max(.5, seen[3].max() + 1)
    with torch.no_grad():
        net.head.bias -= limit
    print('threshold %.2f, now 0' % limit)
    torch.onnx.export(net, torch.zeros(1, 3, draw.SIDE, draw.SIDE), given.out, opset_version=13, input_names=['plane'], output_names=['form'])
    with multiprocessing.Pool(2) as pool:
        held, _ = all_of(pool, given.cache, 'heldout-form', drawn, [('form', 'heldout', k) for k in range(given.heldout)])
        held_pictures, kinds = all_of(pool, given.cache, 'heldout-picture', drawn, [('picture', 'heldout', k) for k in range(given.heldout)])
    for name, planes, wrong in (('forms, train', forms, lambda a: a <= 0), ('forms, held out', held, lambda a: a <= 0),
                                ('drawn pictures, held out', held_pictures, lambda a: a > 0),
                                ('corpus, train half', plain[0], lambda a: a > 0), ('corpus, other half', plain[1], lambda a: a > 0)):
        got = answers(net, planes)
        bad = wrong(got)
        print('%s: %d of %d wrong (%.2f %%); nearest %.2f' % (name, bad.sum(), len(got), 100 * bad.mean(), got.min() if 'forms' in name else got.max()))
        if name.startswith('drawn'):
            print('   ', [kinds[k] for k in np.flatnonzero(bad)])
        if name == 'corpus, other half':
            paths = [p for g in others for p in g]
            for k in np.argsort(-got)[:6]:
                print('   %.2f %s' % (got[k], os.path.basename(paths[k])))
    data = open(given.out, 'rb').read()
    print(given.out, len(data), 'bytes', hashlib.sha256(data).hexdigest(), sum(p.numel() for p in net.parameters()), 'parameters')


if __name__ == '__main__':
    main()
