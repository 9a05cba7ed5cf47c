"""Draws scanned forms, and pictures that are none, and reduces planes to what the network is given.

A layout is the sequence of blocks on a page; layouts, fonts and words are divided by hash into 'train' and 'heldout'.
"""
import functools
import glob
import hashlib
import io
import math
import random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

SIDE = 128
FONTS = sorted(glob.glob('/usr/share/fonts/**/*.ttf', recursive=True))
SPLITS = ('train', 'heldout')


def split_of(thing):
    return SPLITS[int(hashlib.sha256(thing.encode()).hexdigest()[:8], 16) % 100 >= 70]


def reduced(pixels):
    """3 x SIDE x SIDE bytes of a plane (rows, columns, 1 or 3): mean and twice the deviation of brightness, and mean colourfulness of each cell."""
    pixels = pixels.reshape(pixels.shape[0], pixels.shape[1], -1)
    channels = [pixels[:, :, k].astype(np.uint32) for k in range(pixels.shape[2])]
    grey, colour = channels[0], None
    if len(channels) == 3:
        red, green, blue = channels
        grey = (299 * red + 587 * green + 114 * blue) // 1000
        colour = np.maximum(np.maximum(red, green), blue) - np.minimum(np.minimum(red, green), blue)
    cells = [cells_of(length) for length in grey.shape]
    area = (cells[0][1] - cells[0][0])[:, None] * (cells[1][1] - cells[1][0])[None, :]
    mean = sums(grey, cells) / area
    spread = np.sqrt(np.maximum(0, sums(grey * grey, cells) / area - mean * mean))
    tint = np.zeros_like(mean) if colour is None else sums(colour, cells) / area
    return np.stack([mean, np.minimum(255, 2 * spread), tint]).astype(np.uint8)


def cells_of(length):
    start = np.arange(SIDE) * length // SIDE
    return start, np.maximum(start + 1, -(-(np.arange(SIDE) + 1) * length // SIDE))


def sums(values, cells):
    table = np.zeros((values.shape[0] + 1, values.shape[1] + 1), np.uint32)  # wraps around; differences do not
    table[1:, 1:] = values.cumsum(0, dtype=np.uint32).cumsum(1, dtype=np.uint32)
    (top, bottom), (left, right) = cells
    rows = table[bottom] - table[top]
    return (rows[:, right] - rows[:, left]).astype(np.float64)


SYLLABLES = 'ba ke lo mi nu ra so ta ve zi dor fen gal hun jor kal lim mar nes por quin ris sel tum vor wes xan yel'.split()


@functools.lru_cache(512)
def font_of(file, size):
    return ImageFont.truetype(file, size)


class Draw:
    """Chance, fonts and words of one split."""

    def __init__(self, split, seed):
        self.split = split
        self.chance = random.Random(f'{split} {seed}')
        self.numbers = np.random.default_rng(self.chance.getrandbits(32))
        self.fonts = [f for f in FONTS if split_of(f.rsplit('/', 1)[1]) == split] or FONTS
        self.family = self.chance.sample(self.fonts, min(3, len(self.fonts)))

    def maybe(self, probability):
        return self.chance.random() < probability

    def word(self):
        while True:
            word = ''.join(self.chance.choice(SYLLABLES) for _ in range(self.chance.randint(1, 4)))
            if split_of(word) == self.split:
                break
        kind = self.chance.random()
        if kind < .1:
            return str(self.chance.randint(0, 99999))
        if kind < .2:
            return word.upper()
        return word.capitalize() if kind < .4 else word

    def words(self, count):
        return ' '.join(self.word() for _ in range(count))

    def font(self, size):
        return font_of(self.chance.choice(self.family), max(6, int(size)))

    def smooth(self, height, width, scale):
        small = self.numbers.random((max(2, height // scale), max(2, width // scale))) * 255
        return np.asarray(Image.fromarray(small.astype(np.uint8)).resize((width, height), Image.BICUBIC), np.float32) / 255


# ---- forms

BLOCKS = ('heading', 'logo', 'fields', 'boxes', 'table', 'prose', 'ruled', 'ticks', 'barcode', 'sketch', 'sign', 'label', 'written', 'bar', 'gap')


def layout(draw):
    """The blocks of a page, of the split."""
    while True:
        count = draw.chance.randint(2, 9)
        blocks = tuple(draw.chance.choice(BLOCKS) for _ in range(count))
        heavy = sum(b in ('fields', 'boxes', 'table', 'prose', 'ruled', 'ticks', 'written', 'label') for b in blocks)
        if heavy >= 1 + count // 4 and split_of(' '.join(blocks)) == draw.split:
            return blocks


class Page:
    """A sheet of paper that is drawn from the top down."""

    def __init__(self, draw, width, height):
        self.draw, self.width, self.height = draw, width, height
        c = draw.chance
        self.paper = tuple(c.randint(232, 255) for _ in range(3)) if draw.maybe(.8) else tuple(c.randint(195, 255) for _ in range(3))
        self.ink = (c.randint(0, 70),) * 3 if draw.maybe(.75) else tuple(c.randint(0, 140) for _ in range(3))
        self.pen_ink = c.choice([(20, 30, 130), (30, 30, 40), (90, 90, 95), (140, 30, 30)])
        self.image = Image.new('RGB', (width, height), self.paper)
        self.pen = ImageDraw.Draw(self.image)
        self.size = width * c.uniform(.009, .024)
        self.left = int(width * c.uniform(.03, .12))
        self.right = int(width * c.uniform(.88, .97))
        self.y = int(height * c.uniform(.02, .08))
        self.line = max(1, round(width / c.choice([400, 700, 1000])))

    def room(self):
        return self.height * .96 - self.y

    def text(self, x, y, text, size=None, fill=None):
        self.pen.text((x, y), text, fill=fill or self.ink, font=self.draw.font(size or self.size))

    def hand(self, x, y, width, size):
        """A line that looks written by hand."""
        c, at, points = self.draw.chance, x, []
        slant, loose = c.uniform(-.2, .6), c.uniform(.5, 1.3)
        while at < x + width:
            if self.draw.maybe(.14):
                self.stroke(points)
                points, at = [], at + size * c.uniform(.3, .8)
            tall = c.choice([.35, .4, .5, .9, 1., -.3])
            for k in range(4):
                a = k * math.pi / 2
                h = size * tall * (.5 + .5 * math.sin(a)) * loose
                points.append((at + slant * h + size * .18 * math.cos(a), y - h + c.uniform(-.05, .05) * size))
            at += size * c.uniform(.22, .5)
        self.stroke(points)

    def stroke(self, points):
        if len(points) > 1:
            self.pen.line(points, fill=self.pen_ink, width=max(1, int(self.size / self.draw.chance.uniform(5, 9))))

    def value(self, x, y, width):
        if self.draw.maybe(.45):
            self.hand(x, y + self.size, width * self.draw.chance.uniform(.3, .9), self.size * self.draw.chance.uniform(.9, 1.5))
        elif self.draw.maybe(.75):
            self.text(x, y, self.draw.words(self.draw.chance.randint(1, 3)))

    def heading(self):
        c = self.draw.chance
        for _ in range(c.randint(1, 3)):
            size = self.size * c.uniform(1.2, 3)
            text = self.draw.words(c.randint(1, 5))
            x = c.choice([self.left, (self.width - .5 * size * len(text)) / 2])
            self.text(max(self.left, x), self.y, text, size)
            self.y += size * 1.4

    def logo(self):
        c = self.draw.chance
        side = self.size * c.uniform(3, 7)
        x = c.choice([self.left, self.right - side, (self.left + self.right) / 2])
        fill = tuple(c.randint(0, 200) for _ in range(3))
        c.choice([self.pen.ellipse, self.pen.rectangle])([x, self.y, x + side, self.y + side], fill=fill)
        self.pen.line([x, self.y, x + side, self.y + side], fill=self.paper, width=max(1, int(side / 10)))
        if self.draw.maybe(.6):
            for k in range(3):
                self.text(min(x + side * 1.2, self.right - 20 * self.size) if x < self.width / 2 else self.left, self.y + k * self.size * 1.3, self.draw.words(3))
        self.y += side * 1.2

    def fields(self):
        c = self.draw.chance
        columns, step = c.randint(1, 3), self.size * c.uniform(1.5, 2.6)
        wide = (self.right - self.left) / columns
        rule = c.choice(['line', 'dots', 'none'])
        for _ in range(c.randint(3, 12)):
            if self.room() < step:
                return
            for k in range(columns):
                x = self.left + k * wide
                label = self.draw.words(c.randint(1, 2)) + ':'
                self.text(x, self.y, label)
                start = min(x + .6 * self.size * len(label) + self.size, x + wide * .8)
                if rule == 'line':
                    self.pen.line([start, self.y + self.size * 1.15, x + wide * .96, self.y + self.size * 1.15], fill=self.ink, width=self.line)
                elif rule == 'dots':
                    self.text(start, self.y, '.' * int((x + wide * .95 - start) / (self.size * .32)))
                self.value(start, self.y, x + wide * .95 - start)
            self.y += step

    def boxes(self):
        c = self.draw.chance
        for _ in range(c.randint(1, 4)):
            high = self.size * c.uniform(2.5, 8)
            if self.room() < high:
                return
            cuts = sorted([self.left, self.right] + [c.randint(self.left, self.right) for _ in range(c.randint(0, 3))])
            for a, b in zip(cuts, cuts[1:]):
                fill = tuple(max(0, p - c.randint(10, 50)) for p in self.paper) if self.draw.maybe(.15) else None
                self.pen.rectangle([a, self.y, b, self.y + high], outline=self.ink, width=self.line, fill=fill)
                if b - a > 8 * self.size:
                    self.text(a + 3, self.y + 2, self.draw.words(1), self.size * .8)
                    self.value(a + self.size, self.y + high * .45, b - a - 2 * self.size)
            self.y += high + (0 if self.draw.maybe(.5) else self.size)

    def table(self):
        c = self.draw.chance
        rows, columns, step = c.randint(3, 18), c.randint(2, 8), self.size * c.uniform(1.3, 2.4)
        xs = np.linspace(self.left, self.right, columns + 1)
        upright, lines, filled = self.draw.maybe(.7), self.draw.maybe(.8), c.uniform(.2, 1)
        for row in range(rows):
            if self.room() < step:
                break
            if row == 0 and self.draw.maybe(.4):
                self.pen.rectangle([self.left, self.y, self.right, self.y + step], fill=tuple(max(0, p - 40) for p in self.paper))
            for a, b in zip(xs, xs[1:]):
                if upright:
                    self.pen.line([a, self.y, a, self.y + step], fill=self.ink, width=self.line)
                if self.draw.maybe(filled):
                    self.value(a + 3, self.y + 2, b - a)
            if lines:
                self.pen.line([self.left, self.y, self.right, self.y], fill=self.ink, width=self.line)
            if upright:
                self.pen.line([self.right, self.y, self.right, self.y + step], fill=self.ink, width=self.line)
            self.y += step
        self.pen.line([self.left, self.y, self.right, self.y], fill=self.ink, width=self.line)

    def prose(self):
        c = self.draw.chance
        step = self.size * c.uniform(1.15, 1.9)
        for _ in range(c.randint(3, 16)):
            if self.room() < step:
                return
            length = (self.right - self.left) / (self.size * .58) * (1 if self.draw.maybe(.8) else c.random())
            text = ''
            while len(text) < length - 8:
                text += self.draw.word() + ' '
            self.text(self.left, self.y, text)
            self.y += step

    def ruled(self):
        c = self.draw.chance
        step = self.size * c.uniform(1.8, 3)
        for _ in range(c.randint(3, 14)):
            if self.room() < step:
                return
            self.y += step
            self.pen.line([self.left, self.y, self.right, self.y], fill=self.ink, width=self.line)
            if self.draw.maybe(.6):
                self.hand(self.left + self.size, self.y - 2, (self.right - self.left) * c.uniform(.2, .95), step * c.uniform(.4, .7))

    def written(self):
        c = self.draw.chance
        step = self.size * c.uniform(2, 4)
        for _ in range(c.randint(2, 9)):
            if self.room() < step:
                return
            self.y += step
            self.hand(self.left + c.uniform(0, 5) * self.size, self.y, (self.right - self.left) * c.uniform(.3, .95), step * c.uniform(.35, .6))

    def ticks(self):
        c = self.draw.chance
        columns, step, side = c.randint(1, 5), self.size * c.uniform(1.5, 2.5), self.size * c.uniform(.8, 1.3)
        wide = (self.right - self.left) / columns
        for _ in range(c.randint(2, 10)):
            if self.room() < step:
                return
            for k in range(columns):
                x = self.left + k * wide
                self.pen.rectangle([x, self.y, x + side, self.y + side], outline=self.ink, width=self.line)
                if self.draw.maybe(.3):
                    self.stroke([(x, self.y), (x + side * .4, self.y + side), (x + side * 1.4, self.y - side * .4)])
                self.text(x + side * 1.5, self.y, self.draw.words(1 + (columns < 4)))
            self.y += step

    def barcode(self):
        c = self.draw.chance
        x, high = c.uniform(self.left, self.right - 16 * self.size), self.size * c.uniform(2, 4)
        for k in range(60):
            if self.draw.maybe(.5):
                at = x + k * self.size / 4
                self.pen.rectangle([at, self.y, at + self.size / 4, self.y + high], fill=self.ink)
        self.text(x, self.y + high, str(c.randint(10 ** 6, 10 ** 9)))
        self.y += high + self.size * 1.5

    def sketch(self):
        """The outline of a body, to mark what hurts."""
        c = self.draw.chance
        side = self.size * c.uniform(8, 16)
        if self.room() < side:
            return
        for k in range(c.randint(1, 3)):
            x = self.left + k * side * 1.2
            self.pen.ellipse([x + side * .35, self.y, x + side * .65, self.y + side * .25], outline=self.ink, width=self.line * 2)
            self.pen.rectangle([x + side * .3, self.y + side * .25, x + side * .7, self.y + side * .65], outline=self.ink, width=self.line * 2)
            for leg in (.32, .6):
                self.pen.line([x + side * leg, self.y + side * .65, x + side * leg, self.y + side], fill=self.ink, width=self.line * 3)
        self.y += side * 1.1

    def sign(self):
        self.y += self.size * 3
        half = (self.left + self.right) / 2
        for x in (self.left, half + 2 * self.size):
            self.pen.line([x, self.y, x + (half - self.left) * .8, self.y], fill=self.ink, width=self.line)
            if self.draw.maybe(.7):
                self.hand(x + self.size, self.y, (half - self.left) * .5, self.size * 2.5)
            self.text(x, self.y + 2, self.draw.words(2), self.size * .8)
        self.y += self.size * 2

    def label(self):
        c = self.draw.chance
        wide, high = self.size * c.uniform(14, 24), self.size * c.uniform(5, 9)
        x = c.uniform(self.left, max(self.left + 1, self.right - wide))
        self.pen.rectangle([x, self.y, x + wide, self.y + high], fill=(255, 255, 255), outline=(180, 180, 180))
        for k in range(int(high / self.size / 1.3)):
            self.text(x + self.size / 2, self.y + k * self.size * 1.25, self.draw.words(2), fill=(20, 20, 20))
        self.y += high + self.size

    def bar(self):
        high = self.size * 1.8
        self.pen.rectangle([self.left, self.y, self.right, self.y + high], fill=self.ink)
        self.text(self.left + 5, self.y + self.size * .3, self.draw.words(3), fill=self.paper)
        self.y += high * 1.2

    def gap(self):
        self.y += self.size * self.draw.chance.uniform(1, 8)

    def stamp(self):
        c = self.draw.chance
        side = int(self.size * c.uniform(8, 16))
        mark = Image.new('RGBA', (side, side), (0, 0, 0, 0))
        pen = ImageDraw.Draw(mark)
        ink = c.choice([(150, 30, 40), (30, 40, 140), (60, 20, 110), (40, 40, 40)]) + (c.randint(120, 230),)
        c.choice([pen.ellipse, pen.rectangle])([2, 2, side - 3, side - 3], outline=ink, width=max(1, side // 30))
        for k in range(3):
            pen.text((side * .15, side * (.25 + .18 * k)), self.draw.words(1), fill=ink, font=self.draw.font(self.size))
        mark = mark.rotate(c.uniform(-40, 40), expand=True)
        self.image.paste(mark, (c.randint(0, self.width - 10), c.randint(0, self.height - 10)), mark)


def form(draw):
    """A plane of a scanned form and the layout that it has."""
    c = draw.chance
    width = c.randint(480, 900)
    ratio = c.choice([1.414, 1.294, 1.5, .707, .773, 1., .5, c.uniform(.45, 2)])
    page = Page(draw, width, int(width * ratio))
    blocks = layout(draw)
    for turn in range(6):
        for block in blocks:
            if page.room() > page.size * 4:
                getattr(page, block)()
        if draw.maybe(.45):
            break
    for _ in range(c.choice([0, 0, 1, 1, 2])):
        page.stamp()
    if draw.maybe(.1):
        page.pen.rectangle([8, 8, page.width - 8, page.height - 8], outline=page.ink, width=page.line * 2)
    return scanned(draw, page.image), blocks


def scanned(draw, image):
    c = draw.chance
    way = c.choice(['scan', 'scan', 'scan', 'fax', 'photo', 'copy'])
    ground = c.choice([page_white(image), (0, 0, 0), (c.randint(0, 90),) * 3, (c.randint(200, 255),) * 3])
    if way == 'photo':
        image = photographed(draw, image)
    else:
        if draw.maybe(.6):
            image = image.rotate(c.gauss(0, 2.5), resample=Image.BILINEAR, expand=draw.maybe(.5), fillcolor=ground)
        if draw.maybe(.25):
            image = framed(draw, image, ground)
    pixels = np.asarray(image, np.float32)
    height, width = pixels.shape[:2]
    if draw.maybe(.5) or way == 'photo':
        light = .75 + .25 * draw.smooth(height, width, max(height, width) // c.randint(1, 3))
        pixels = pixels * light[:, :, None]
    if draw.maybe(.3):
        for _ in range(c.randint(1, 3)):
            at, reach = c.randrange(width), c.randint(2, 20)
            pixels[:, max(0, at - reach):at + reach] *= c.uniform(.8, .97)
    if draw.maybe(.2):
        pen_image = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
        pen = ImageDraw.Draw(pen_image)
        for k in range(c.choice([2, 2, 4])):
            x, y, r = width * .025, height * (.3 + .4 * (k % 2) + .1 * (k // 2)), width * .012
            pen.ellipse([x - r, y - r, x + r, y + r], fill=ground)
        pixels = np.asarray(pen_image, np.float32)
    pixels = pixels + c.choice([0, 2, 5, 10, 18]) * draw.numbers.standard_normal(pixels.shape[:2] + (1,), np.float32)
    contrast, lift = c.uniform(.45, 1.05), c.uniform(0, 60)
    pixels = pixels * contrast + min(lift, 255 * (1 - contrast) + 20)
    if way == 'fax' or way == 'copy':
        grey = pixels.mean(2)
        if way == 'fax':
            grey = np.where(grey > np.percentile(grey, 60) * c.uniform(.6, .92), 255, 0).astype(np.float32)
            if draw.maybe(.6):
                speck = draw.numbers.random(grey.shape) < c.uniform(0, .02)
                grey[speck] = 255 - grey[speck]
            for _ in range(c.choice([0, 0, 1, 4])):
                at = c.randrange(height)
                grey[at:at + c.randint(1, 3), c.randrange(width):] = c.choice([0, 255])
        pixels = np.repeat(grey[:, :, None], 3, 2)
    pixels = np.clip(pixels, 0, 255).astype(np.uint8)
    if draw.maybe(.35):
        pixels = jpeg(pixels, c.randint(15, 90))
    if draw.maybe(.45):
        pixels = (pixels.astype(np.uint16) @ np.array([77, 150, 29], np.uint32) >> 8).astype(np.uint8)[:, :, None]
    turn = c.choice([0, 0, 0, 0, 0, 1, 2, 3])
    return np.ascontiguousarray(np.rot90(pixels, turn))


def page_white(image):
    return image.getpixel((1, 1))


def jpeg(pixels, quality):
    held = io.BytesIO()
    Image.fromarray(pixels).save(held, 'JPEG', quality=quality)
    return np.asarray(Image.open(held).convert('RGB'))


def framed(draw, image, ground):
    """Paper that is smaller than the glass of the scanner, or cut by its edge."""
    c = draw.chance
    width, height = int(image.width * c.uniform(.95, 1.6)), int(image.height * c.uniform(.95, 1.6))
    larger = Image.new('RGB', (width, height), ground)
    larger.paste(image, (c.randint(min(0, width - image.width), max(0, width - image.width)), c.randint(min(0, height - image.height), max(0, height - image.height))))
    return larger


def photographed(draw, image):
    c = draw.chance
    width, height = image.size
    room = c.uniform(.02, .2)
    corners = [(x * width + c.uniform(-.06, .06) * width, y * height + c.uniform(-.06, .06) * height) for x, y in ((-room, -room), (-room, 1 + room), (1 + room, 1 + room), (1 + room, -room))]
    table = np.stack([draw.smooth(height, width, c.randint(3, 60)) * c.uniform(20, 120) + c.uniform(0, 90) for _ in range(3)], 2)
    flags = dict(resample=Image.BILINEAR)
    quad = [p for corner in corners for p in corner]
    mask = Image.new('L', image.size, 255).transform(image.size, Image.QUAD, quad, **flags)
    out = Image.fromarray(np.clip(table, 0, 255).astype(np.uint8))
    out.paste(image.transform(image.size, Image.QUAD, quad, **flags), (0, 0), mask)
    return out.filter(ImageFilter.GaussianBlur(c.uniform(0, 1.2)))


# ---- pictures that are no forms

def screen_text(draw, image, count, colours, size):
    pen, c = ImageDraw.Draw(image), draw.chance
    for _ in range(count):
        x = c.choice([.01, .01, .75, .85, c.random() * .9])
        y = c.choice([c.uniform(0, .2), c.uniform(.8, .96), c.random() * .95])
        font = draw.font(size * c.uniform(.8, 1.5))
        pen.text((x * image.width, y * image.height), draw.words(c.randint(1, 3)), fill=c.choice(colours), font=font)


def tissue(draw, height, width):
    c = draw.chance
    out = np.zeros((height, width), np.float32)
    for scale, weight in ((2, .5), (5, .3), (15, .15), (60, .05)):
        out += weight * c.uniform(.5, 1.5) * draw.smooth(height, width, max(2, min(height, width) * 2 // (3 * scale)))
    out -= out.min()
    return out / max(1e-3, out.max())


def xray(draw, height, width):
    c = draw.chance
    base = tissue(draw, height, width) ** c.uniform(.5, 2)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    for _ in range(c.randint(1, 14)):
        a, cx, cy = c.uniform(0, 3.2), c.random() * width, c.random() * height
        u = ((x - cx) * math.cos(a) + (y - cy) * math.sin(a)) / (width * c.uniform(.03, .5))
        v = ((y - cy) * math.cos(a) - (x - cx) * math.sin(a)) / (height * c.uniform(.02, .2))
        edge = np.clip((1 - u * u - v * v) * c.uniform(1, 12), 0, 1)
        base += c.uniform(-.3, .5) * edge
    base = np.clip(base / max(.3, base.max()), 0, 1) * c.uniform(150, 255)
    base = base + draw.numbers.normal(0, c.choice([0, 2, 6, 14]), base.shape)
    if draw.maybe(.4):
        l, t, r, b = c.uniform(0, .25), c.uniform(0, .25), c.uniform(.75, 1), c.uniform(.75, 1)
        outside = (x < l * width) | (x > r * width) | (y < t * height) | (y > b * height)
        base[outside] = c.choice([0, 0, 255])
    return base


def slices(draw, height, width):
    c = draw.chance
    y, x = np.mgrid[-1:1:height * 1j, -1:1:width * 1j].astype(np.float32)
    body = (x / c.uniform(.5, .95)) ** 2 + (y / c.uniform(.4, .95)) ** 2 < 1
    out = np.where(body, 60 + 180 * tissue(draw, height, width), c.choice([0, 0, 5]))
    for _ in range(c.randint(0, 9)):
        cx, cy, r = c.uniform(-.5, .5), c.uniform(-.5, .5), c.uniform(.03, .25)
        out[((x - cx) ** 2 + (y - cy) ** 2 < r * r) & body] = c.uniform(0, 255)
    return out + draw.numbers.normal(0, c.choice([0, 3, 8, 20]), out.shape) * (1 if draw.maybe(.5) else body)


def fan(draw, height, width):
    c = draw.chance
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    top, middle = c.uniform(-.1, .15) * height, width * c.uniform(.35, .65)
    angle, radius = np.arctan2(x - middle, y - top), np.hypot(x - middle, y - top)
    inside = (abs(angle) < c.uniform(.4, .9)) & (radius < height * c.uniform(.6, .95)) & (radius > height * .05)
    if draw.maybe(.35):
        inside = (x > width * c.uniform(.1, .3)) & (x < width * c.uniform(.65, .95)) & (y > height * .1) & (y < height * c.uniform(.6, .95))
    speckle = draw.numbers.rayleigh(.5, (height, width))
    return np.where(inside, np.clip(tissue(draw, height, width) * speckle * 260, 0, 255), 0)


def trace(draw, image):
    """Curves on a grid, as monitors and Doppler show."""
    pen, c = ImageDraw.Draw(image), draw.chance
    w, h = image.size
    for _ in range(c.randint(1, 4)):
        base, high, period, colour = c.random() * h, c.uniform(.02, .2) * h, c.uniform(30, 200), c.choice([(0, 255, 0), (255, 255, 0), (255, 255, 255), (255, 60, 60)])
        pen.line([(t, base + high * math.sin(t / period * 6.3) * math.sin(t / period * 17)) for t in range(0, w, 3)], fill=colour, width=c.randint(1, 3))
    if draw.maybe(.4):
        for t in range(0, w, c.randint(20, 60)):
            pen.line([t, h - 8, t, h], fill=(200, 200, 200))


def report_screen(draw, width, height):
    """A dose report or a list of measurements, as a scanner's console draws it: exact, on a dark or coloured ground."""
    c = draw.chance
    dark = draw.maybe(.85)
    ground = tuple(c.randint(0, 70) for _ in range(3)) if dark else c.choice([(192, 192, 192), (170, 190, 215), (212, 208, 200)])
    if dark and draw.maybe(.5):
        ground = (0, 0, 0)
    ink = [(255, 255, 255), (230, 230, 0), (0, 230, 230), (180, 180, 180)] if dark else [(0, 0, 0), (0, 0, 120)]
    image = Image.new('RGB', (width, height), ground)
    pen = ImageDraw.Draw(image)
    size = height * c.uniform(.018, .035)
    if not dark or draw.maybe(.3):
        pen.rectangle([0, 0, width, size * 1.8], fill=(10, 36, 106) if not dark else (60, 60, 90))
        pen.text((5, 3), draw.words(3), fill=(255, 255, 255), font=draw.font(size))
    y = size * 3
    columns = c.randint(2, 7)
    font, colour = draw.font(size), c.choice(ink)
    for _ in range(c.randint(1, 26)):
        if y > height - 2 * size:
            break
        if draw.maybe(.12):
            y += size * c.uniform(1, 4)
            colour = c.choice(ink)
        for k in range(columns):
            if draw.maybe(.8):
                pen.text((width * (.03 + .95 * k / columns), y), draw.words(1) if draw.maybe(.5) else '%.2f' % c.uniform(0, 900), fill=colour, font=font)
        if draw.maybe(.2):
            pen.line([width * .03, y + size * 1.3, width * .97, y + size * 1.3], fill=colour)
        y += size * c.uniform(1.3, 1.6)
    return np.asarray(image)


def bits(draw, pixels):
    """Some bits of the words of a picture, as what nobody described or decoded rightly shows: rings, speckle, black and white."""
    c = draw.chance
    level = np.clip(pixels, 0, 255).astype(np.int64) * c.choice([1, 8, 16]) + draw.numbers.integers(0, c.choice([1, 2, 8]), pixels.shape)
    way = c.randrange(3)
    if way == 0:
        shown = (level >> c.randint(1, 7) & 1) * 255
    elif way == 1:
        shown = level * c.randint(1, 9) % 256
    else:
        shown = (level > np.percentile(level, c.uniform(20, 80))) * 255
    return shown if draw.maybe(.7) else 255 - shown


def pattern(draw, width, height):
    """A test pattern of a monitor: rulings, steps of grey, few words."""
    c = draw.chance
    ground, line = c.choice([(128, 255), (128, 0), (255, 0), (0, 255)])
    image = Image.new('L', (width, height), ground)
    pen = ImageDraw.Draw(image)
    step = max(20, width // c.randint(6, 14))
    for at in range(0, max(width, height), step):
        pen.line([at, 0, at, height], fill=line)
        pen.line([0, at, width, at], fill=line)
    for k in range(c.randint(4, 16)):
        x, y = c.randrange(width), c.randrange(height)
        pen.rectangle([x, y, x + c.randint(1, 4) * step // 2, y + c.randint(1, 3) * step // 2], fill=c.randint(0, 255))
    for _ in range(c.randint(0, 8)):
        x, y, fine = c.randrange(width), c.randrange(height), c.randint(1, 3)
        for at in range(0, step, 2 * fine):
            pen.rectangle([x + at, y, x + at + fine - 1, y + step], fill=c.choice([0, 255]))
    for _ in range(c.randint(0, 10)):
        pen.text((c.randrange(width), c.randrange(height)), '%d%%' % c.randint(0, 100), fill=line, font=draw.font(12))
    return np.asarray(image)[:, :, None]


def picture(draw):
    """A plane that is no form."""
    c = draw.chance
    width, height = c.randint(200, 900), c.randint(200, 900)
    kind = c.choice(['xray', 'xray', 'slice', 'slice', 'fan', 'fan', 'report', 'report', 'film', 'pet', 'photo', 'slide', 'mask', 'test', 'trace', 'plain', 'mammogram', 'grid', 'bits', 'bits', 'pattern'])
    if kind == 'report':
        return report_screen(draw, width, height), kind
    colours = [(255, 255, 255), (255, 255, 0), (200, 200, 200), (0, 255, 255)]
    if kind == 'film':
        image = Image.new('L', (width, height), c.randint(0, 40))
        across, down = c.randint(1, 5), c.randint(1, 6)
        for i in range(across):
            for k in range(down):
                w, h = width // across - 4, height // down - 4
                if w > 20 and h > 20:
                    part = np.clip(c.choice([slices, xray])(draw, h, w), 0, 255).astype(np.uint8)
                    image.paste(Image.fromarray(part), (i * (w + 4) + 2, k * (h + 4) + 2))
        image = image.convert('RGB')
        screen_text(draw, image, c.randint(0, 12), colours, max(9, height * .02))
        if draw.maybe(.5):
            image = image.rotate(c.gauss(0, 2), fillcolor=(c.choice([0, 255]),) * 3, expand=draw.maybe(.5))
        return np.asarray(image), kind
    if kind == 'slide':
        tint = np.array([c.randint(150, 255), c.randint(90, 230), c.randint(150, 255)], np.float32)
        pixels = 255 - (255 - tint) * (tissue(draw, height, width) ** c.uniform(1, 4))[:, :, None]
        pixels = pixels + draw.numbers.normal(0, c.choice([0, 5, 15]), pixels.shape)
    elif kind == 'photo':
        pixels = np.stack([tissue(draw, height, width)] * 3, 2) * np.array([c.uniform(120, 255), c.uniform(60, 220), c.uniform(50, 200)]) + c.uniform(0, 60)
        if draw.maybe(.5):
            y, x = np.mgrid[-1:1:height * 1j, -1:1:width * 1j]
            pixels[np.hypot(x, y) > c.uniform(.6, 1.1)] = 0
    elif kind == 'mask':
        level = tissue(draw, height, width) > c.uniform(.3, .8)
        pixels = level * 255. if draw.maybe(.5) else 255. - level * 255.
    elif kind == 'bits':
        pixels = bits(draw, c.choice([slices, xray, fan])(draw, height, width))
    elif kind == 'pattern':
        return pattern(draw, width, height), kind
    elif kind == 'plain':
        pixels = np.full((height, width), c.uniform(0, 255)) + draw.numbers.normal(0, c.choice([0, 1, 10, 60]), (height, width))
        if draw.maybe(.3):
            pixels = pixels * np.linspace(0, 1, width)[None, :]
    elif kind == 'test':
        step = c.randint(8, 120)
        y, x = np.mgrid[0:height, 0:width]
        pixels = c.choice([(x // step * 40) % 256, ((x // step + y // step) % 2) * 255, (y // step * 30) % 256, np.hypot(x - width / 2, y - height / 2) % step * 255 / step])
        if draw.maybe(.5):
            pixels = np.stack([pixels, 255 - pixels, (pixels * 2) % 256], 2)
    elif kind == 'grid':
        pixels = np.full((height, width), c.choice([0., 255., 128.]))
        step = c.randint(6, 60)
        pixels[::step] = pixels[:, ::step] = c.choice([0, 90, 200, 255])
    elif kind == 'trace':
        image = Image.new('RGB', (width, height), tuple(c.choice([0, 10, 30]) for _ in range(3)))
        trace(draw, image)
        pixels = np.asarray(image)
    else:
        pixels = {'xray': xray, 'slice': slices, 'fan': fan, 'pet': slices, 'mammogram': xray}[kind](draw, height, width)
        if kind == 'mammogram':
            x = np.linspace(0, 1, width)[None, :] + .3 * np.linspace(-1, 1, height)[:, None] ** 2
            pixels = np.where(x < c.uniform(.3, .9), pixels, 0)
        if kind == 'pet' or (kind in ('xray', 'slice') and draw.maybe(.2)):
            pixels = 255 - pixels
    pixels = np.clip(pixels, 0, 255).astype(np.uint8)
    if pixels.ndim == 2:
        if draw.maybe(.3):
            pixels = np.ascontiguousarray(pixels[:, :, None])
            return marked(draw, pixels), kind
        pixels = np.repeat(pixels[:, :, None], 3, 2)
    if draw.maybe(.7):
        image = Image.fromarray(pixels)
        mean = pixels.mean()
        screen_text(draw, image, c.choice([1, 3, 8, 20]), colours if mean < 150 else [(0, 0, 0), (120, 0, 0)], max(9, height * .025))
        if draw.maybe(.2):
            trace(draw, image)
        pixels = np.asarray(image)
    return (jpeg(pixels, c.randint(25, 90)) if draw.maybe(.3) else pixels), kind


def marked(draw, pixels):
    image = Image.fromarray(pixels[:, :, 0])
    pen = ImageDraw.Draw(image)
    size = max(10, image.height * draw.chance.uniform(.03, .12))
    pen.text((draw.chance.uniform(.02, .85) * image.width, draw.chance.uniform(.02, .85) * image.height), draw.chance.choice('RL'), fill=draw.chance.choice([255, 200, 0]), font=draw.font(size))
    return np.asarray(image)[:, :, None]
