# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays pairs of pictures out in one labelled sheet, the ray tracer's on the left, the shop's on the right, and says in
figures how far apart they are on the product. Run in Blender by `build.py --sheet`, for its numpy, its pictures and its letters."""
import json
import os
import sys

import bpy
import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import decals, pixels  # noqa: E402

PAPER, INK, SECOND = "#191D25", "#F5F2EA", "#BDB7A9"
GAP, LABEL = 16, 30


def neutral(light):
    """Khronos PBR Neutral, as shaders/stage/composite.frag has it; linear light to sRGB."""
    start, desaturation = 0.8 - 0.04, 0.15
    low = light.min(-1, keepdims=True)
    colour = light - np.where(low < 0.08, low - 6.25 * low * low, 0.04)
    peak = colour.max(-1, keepdims=True)
    room = 1 - start
    top = 1 - room * room / (np.maximum(peak, start) + room - start)
    g = 1 - 1 / (desaturation * (peak - top) + 1)
    bent = colour * (top / np.maximum(peak, 1e-6)) * (1 - g) + top * g
    c = np.clip(np.where(peak < start, colour, bent), 0, 1)
    return np.where(c <= 0.0031308, c * 12.92, 1.055 * np.power(np.maximum(c, 1e-9), 1 / 2.4) - 0.055)


def shown(path, exposure, ground):
    """The reference as the stage's last pass would show it, and where the product is."""
    picture = np.load(path).astype(np.float64)
    cover = np.clip(picture[..., 3:4], 0, 1)
    light = np.maximum(picture[..., :3], 0) / np.maximum(cover, 1e-4) * exposure
    return neutral(light) * cover + ground * (1 - cover), picture[..., 4] > 0.5


def read(path):
    return pixels.read(path)[..., :3].astype(np.float64)


def write(path, picture):
    rgba = np.ones((*picture.shape[:2], 4), np.float32)
    rgba[..., :3] = np.clip(picture[::-1], 0, 1)
    image = bpy.data.images.new("Sheet", picture.shape[1], picture.shape[0], alpha=False)
    image.colorspace_settings.name = "Non-Color"
    image.pixels.foreach_set(rgba.reshape(-1))
    image.file_format = "PNG"
    image.save(filepath=path)


def blurred(values, reach=3):
    """The mean of a square around each pixel."""
    for axis in (0, 1):
        padded = np.pad(values, [(reach + 1, reach) if a == axis else (0, 0) for a in range(2)], mode="edge")
        sums = np.cumsum(padded, axis)
        n = 2 * reach + 1
        values = (np.take(sums, range(n, sums.shape[axis]), axis) - np.take(sums, range(sums.shape[axis] - n), axis)) / n
    return values


def similarity(a, b, where):
    """Mean SSIM (Wang et al. 2004, squares of 7 pixels) of two grey pictures over the product."""
    ma, mb = blurred(a), blurred(b)
    va, vb, both = blurred(a * a) - ma * ma, blurred(b * b) - mb * mb, blurred(a * b) - ma * mb
    c1, c2 = 0.01 ** 2, 0.03 ** 2
    ssim = (2 * ma * mb + c1) * (2 * both + c2) / ((ma * ma + mb * mb + c1) * (va + vb + c2))
    return ssim[where].mean()


def halved(picture):
    """Four pixels in one: what is left of the tracer's grain then counts little."""
    rows, columns = picture.shape[0] // 2, picture.shape[1] // 2
    return picture[:rows * 2, :columns * 2].reshape(rows, 2, columns, 2, -1).mean((1, 3))


def compared(name, reference, live, where):
    if not where.any():
        sys.exit(f"contact.py: {name} is not to be seen in its reference")
    reference, live, where = halved(reference), halved(live), halved(where[..., None] * 1.0)[..., 0] > 0.5
    difference = (live - reference)[where] * 255
    weights = np.array([0.2126, 0.7152, 0.0722])
    rms = float(np.sqrt((difference ** 2).mean()))
    return {"name": name, "ssim": round(float(similarity(reference @ weights, live @ weights, where)), 3),
            "rms": round(rms, 1), "psnr": round(20 * np.log10(255 / max(rms, 1e-6)), 1),
            "lighter": round(float((difference @ weights).mean()), 1)}


def label(words, right, width):
    strip = decals.Sheet(width, LABEL, width, PAPER)
    strip.paint(strip.text(words, 17, (-width / 2 + 4, 0), "bold", "LEFT"), INK)
    return strip.paint(strip.text(right, 14, (width / 2 - 4, 0), "regular", "RIGHT"), SECOND).colour


def main(path):
    with open(path) as f:
        work = json.load(f)
    ground = np.array([int(work["ground"][i:i + 2], 16) / 255 for i in (1, 3, 5)])
    cells = []
    for pair in work["pairs"]:
        reference, where = shown(pair["reference"], work["exposure"], ground)
        live = read(pair["live"])
        figures = compared(pair["name"], reference, live, where)
        print("sheet " + json.dumps(figures), flush=True)
        picture = np.concatenate([reference, live], 1)
        words = f"SSIM {figures['ssim']:.3f}   RMS {figures['rms']:.1f}   {figures['lighter']:+.1f}"
        cells.append(np.concatenate([picture, label(pair["name"], words, picture.shape[1])], 0))
    columns = min(work["columns"], len(cells))
    rows = -(-len(cells) // columns)
    tall, wide = cells[0].shape[:2]
    sheet = np.empty((GAP + rows * (tall + GAP), GAP + columns * (wide + GAP), 3))
    sheet[:] = [int(PAPER[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    for k, cell in enumerate(cells):
        y, x = GAP + k // columns * (tall + GAP), GAP + k % columns * (wide + GAP)
        sheet[y:y + tall, x:x + wide] = cell
    write(work["out"], sheet)


if __name__ == "__main__":
    main(sys.argv[sys.argv.index("--") + 1])
