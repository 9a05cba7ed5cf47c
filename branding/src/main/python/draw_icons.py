"""Draws the icons and the splash of PixelAnon. Usage: python3 draw_icons.py (needs Pillow; writes below nbm-branding)."""
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

TARGET = Path(__file__).parents[1] / "nbm-branding/core/core.jar/org/netbeans/core/startup"
DARK, LIGHT, ORANGE, BLUE = (24, 30, 36), (230, 236, 240), (230, 159, 0), (86, 180, 233)
SCALE = 8


def icon(size):
    """A plane on black with a beam of grey pixels and a hatched rectangle where a name was."""
    s = size * SCALE
    image = Image.new("RGBA", (s, s), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((s * 0.04, s * 0.04, s * 0.96, s * 0.96), s * 0.2, fill=DARK, outline=BLUE, width=int(s * 0.05))
    cells = 4
    step = s * 0.62 / cells
    for row in range(cells):
        for column in range(cells):
            grey = 70 + 36 * ((row * 3 + column * 2) % 5)
            x, y = s * 0.19 + column * step, s * 0.19 + row * step
            draw.rectangle((x, y, x + step * 0.86, y + step * 0.86), fill=(grey, grey, grey))
    box = (s * 0.19, s * 0.5, s * 0.81, s * 0.66)
    draw.rectangle(box, fill=(10, 12, 14), outline=ORANGE, width=max(1, int(s * 0.035)))
    return image.resize((size, size), Image.LANCZOS)


def splash(width, height):
    image = Image.new("RGB", (width, height), DARK)
    draw = ImageDraw.Draw(image)
    image.paste(icon(96), (40, 70), icon(96))
    bold = ImageFont.truetype("DejaVuSans-Bold.ttf", 40)
    plain = ImageFont.truetype("DejaVuSans.ttf", 14)
    draw.text((160, 78), "PixelAnon", font=bold, fill=LIGHT)
    draw.text((162, 132), "finds text in DICOM pixels,\nblanks it, proves it", font=plain, fill=(170, 182, 190))
    return image


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    for size, name in ((16, "frame"), (32, "frame32"), (48, "frame48")):
        for variant in ("", "_dark"):
            icon(size).convert("RGB").quantize(64).save(TARGET / f"{name}{variant}.gif")
    for size in (256, 512, 1024):
        icon(size).quantize(32).save(TARGET / f"frame{size}.png", optimize=True)
    for variant in ("", "_dark"):
        splash(480, 280).quantize(48).save(TARGET / f"splash{variant}.gif")


if __name__ == "__main__":
    main()
