# SPDX-License-Identifier: GPL-3.0-or-later
"""What labels and cartons are printed with: palettes, plain pictures, bars, and lines that fit their room."""
import math

import numpy as np

from . import decals
from .painting import curve, petal

PAPER = "#F8F8F5"
PALETTES = {"sea": ("#0B3F6B", "#1B83B4", "#8ACFE6", "#F2A33A"), "coral": ("#8A2418", "#E0583A", "#F8BE9A", "#1E5A78"), "leaf": ("#0F4A36", "#2C9468", "#AEDDB8", "#E08A2A"),
            "plum": ("#43195A", "#8A4AA6", "#D9B8E6", "#E0A030"), "sun": ("#7A4A06", "#E5A01E", "#F9DC8E", "#22607A"), "rose": ("#7A1640", "#D2497E", "#F4B6CC", "#2C6A6A"),
            "slate": ("#22303C", "#56708A", "#BCCBD8", "#D8583A"), "teal": ("#06484A", "#149490", "#9ADAD2", "#E8A23C"), "clay": ("#5C2E16", "#B36A3A", "#E6C09A", "#2A6A74"),
            "night": ("#141C4A", "#3A4AA6", "#B0B8EA", "#F0B040"), "moss": ("#3A4A10", "#86A02A", "#DCE6A0", "#B8442A"), "sky": ("#114A7A", "#4AA6DC", "#BFE4F6", "#E0603A")}


def bars(c, x0, y0, x1, y1, rng, unit=0.00025):
    """A code of bars of no number."""
    at = x0
    while at < x1:
        wide = unit * rng.integers(1, 4)
        c.box(at, y0, at + wide, y1, "#15181B")
        at += wide + unit * rng.integers(1, 4)


def fitting(words, font, room, most, spacing=1.0):
    """The size at which a line fits the room."""
    t = decals.glyphs(words, font, spacing).reshape(-1, 2)
    return min(most, room / float(t[:, 0].max() - t[:, 0].min()))


def motif(c, kind, w, h, deep, colour, light, accent):
    """The picture on the right of a front, about its middle, `w` × `h` metres each way."""
    c.box(-w, -h, w, h, deep, colour, (0.4, 1))
    if kind == "rings":
        for k in range(7):
            c.ring(w * 0.35, -h * 0.2, h * (0.22 + 0.20 * k), h * 0.055, light if k % 2 else colour)
        c.dot(w * 0.35, -h * 0.2, h * 0.14, accent)
    elif kind == "hills":
        for k, tint in enumerate((light, colour, deep)):
            y = h * (0.25 - 0.42 * k)
            c.shape(np.concatenate([curve([(-w * 1.3, y - h * 0.2), (-w * 0.5, y + h * 0.18), (w * 0.2, y - h * 0.08), (w * 1.3, y + h * 0.3)], 40), [(w * 1.3, -h * 1.3), (-w * 1.3, -h * 1.3)]]), tint)
        c.dot(w * 0.25, h * 0.55, h * 0.20, accent)
    elif kind == "sun":
        for k in range(24):
            a = 2 * math.pi * k / 24
            c.line([(0.32 * h * math.cos(a), 0.32 * h * math.sin(a)), (h * 1.7 * math.cos(a), h * 1.7 * math.sin(a))], [0.0006, 0.0032], light, amount=0.75)
        c.dot(0, 0, h * 0.34, accent)
        c.ring(0, 0, h * 0.46, 0.0008, light)
    elif kind == "waves":
        for k in range(9):
            y = h * (-0.9 + 0.225 * k)
            x = np.linspace(-w * 1.1, w * 1.1, 60)
            c.line(np.stack([x, y + h * 0.085 * np.sin(x / w * 5 + k * 0.55)], 1), h * 0.075, light if k % 3 else accent, amount=0.9 - 0.05 * k)
    elif kind == "drops":
        for k, (x, y, s) in enumerate(((-0.45, 0.35, 0.5), (0.25, 0.1, 0.9), (-0.3, -0.55, 0.6), (0.62, -0.62, 0.42), (0.7, 0.66, 0.36))):
            with c.at(x * w, y * h, s * h * 0.55):
                drop = np.concatenate([[(0, 1.15)], np.stack([0.6 * np.cos(np.linspace(0.5, -math.pi - 0.5, 30)), -0.1 + 0.6 * np.sin(np.linspace(0.5, -math.pi - 0.5, 30))], 1)])
                c.shape(drop, accent if k == 1 else light)
                c.line(curve([(-0.34, -0.1), (-0.28, -0.36), (-0.05, -0.50)], 12), 0.07, "#FFFFFF", amount=0.7)
    elif kind == "leaf":
        for k in range(9):
            with c.at(-w * 0.15, -h * 1.02, 1, -64 + 16 * k):
                c.shape(petal(h * 1.85, h * 0.34, 0.2), light if k % 2 else accent, colour, (0, -1))
                c.line([(0, h * 0.1), (0, h * 1.6)], 0.0004, deep, amount=0.6)
    elif kind == "dots":
        for i in range(11):
            for j in range(9):
                x, y = -w + w * 0.2 * i, -h + h * 0.25 * j + (i % 2) * h * 0.125
                c.dot(x, y, h * 0.012 + h * 0.085 * (i / 10), accent if (i, j) == (7, 5) else light)
    elif kind == "hex":
        for i in range(-3, 5):
            for j in range(-3, 4):
                x, y = w * 0.34 * (i + 0.5 * (j % 2)), h * 0.40 * j
                a = np.arange(6) * math.pi / 3 + math.pi / 6
                cell = np.stack([x + h * 0.20 * np.cos(a), y + h * 0.20 * np.sin(a)], 1)
                c.shape(cell, accent if (i, j) in ((1, 0), (2, -2)) else light, amount=0.25 + 0.6 * ((i * 3 + j * 5) % 4) / 3)
    else:  # steps
        for k in range(7):
            x0 = -w * 0.85 + w * 0.25 * k
            c.box(x0, -h * 1.1, x0 + w * 0.17, -h * 0.75 + h * 0.235 * k, accent if k == 5 else light)


def frieze(c, kind, length, height, deep, colour, light, accent):
    """A band of the same picture about the middle, `length` × `height` metres, whose end meets its start: nothing in it knows where it
    is cut, so that it may run round a bottle or over a folded edge."""
    count = max(int(round(length / height / 1.3)), 1)
    pitch, h = length / count, height / 2
    s, turn = min(h, pitch / 2), 2 * math.pi / length
    c.box(-length, -h, length, h, deep, colour, (0, 1))
    at = [(k - (count - 1) / 2) * pitch for k in range(-1, count + 1)]
    x = np.linspace(-length * 0.75, length * 0.75, 40 * count + 1)
    if kind == "rings":  # scales, each over the one before it
        for row, (y, shift) in enumerate(((h * 0.62, 0.5), (-h * 0.15, 0.0), (-h * 0.92, 0.5))):
            for x0 in [a + shift * pitch for a in (at[0] - pitch, *at)]:
                for k, tint in enumerate((light, colour, light, deep, accent)):
                    c.dot(x0, y, pitch * 0.52 * (1 - 0.19 * k), tint)
    elif kind == "hills":
        for k, tint in enumerate((light, colour, deep)):
            y = h * (0.30 - 0.42 * k) + h * (0.20 * np.sin(count * turn * x + 2.1 * k) + 0.09 * np.sin((2 * count + 1) * turn * x + k))
            c.shape(np.concatenate([np.stack([x, y], 1), [(x[-1], -h * 1.3), (x[0], -h * 1.3)]]), tint)
        for x0 in at:
            c.dot(x0 + pitch * 0.32, h * 0.66, h * 0.17, accent)
    elif kind == "waves":
        for k in range(9):
            y = h * (-0.9 + 0.225 * k) + h * 0.085 * np.sin(2 * count * turn * x + k * 0.55)
            c.line(np.stack([x, y], 1), h * 0.075, light if k % 3 else accent, amount=0.9 - 0.05 * k)
    elif kind == "sun":
        for x0 in at:
            for k in range(24):
                a = 2 * math.pi * k / 24
                way = np.array([math.cos(a), math.sin(a)])
                reach = min(pitch / 2 / max(abs(way[0]), 1e-6), h * 1.1 / max(abs(way[1]), 1e-6)) * 0.97
                c.line([way * s * 0.46 + [x0, 0], way * reach + [x0, 0]], [s * 0.03, s * 0.12], light, amount=0.75)
            c.dot(x0, 0, s * 0.34, accent)
            c.ring(x0, 0, s * 0.46, s * 0.05, light)
    elif kind == "drops":
        for x0 in at:
            for k, (px, y, size) in enumerate(((-0.33, 0.42, 0.42), (0.02, -0.02, 0.78), (-0.36, -0.55, 0.50), (0.36, -0.62, 0.40), (0.36, 0.50, 0.36))):
                with c.at(x0 + px * pitch, y * h, size * s * 0.72):
                    around = np.linspace(0.5, -math.pi - 0.5, 30)
                    c.shape(np.concatenate([[(0, 1.15)], np.stack([0.6 * np.cos(around), -0.1 + 0.6 * np.sin(around)], 1)]), accent if k == 1 else light)
                    c.line(curve([(-0.34, -0.1), (-0.28, -0.36), (-0.05, -0.50)], 12), 0.07, "#FFFFFF", amount=0.7)
    elif kind == "leaf":
        for x0 in at:
            for k in range(9):
                with c.at(x0, -h * 1.02, 1, -64 + 16 * k):
                    c.shape(petal(s * 1.75, s * 0.34, 0.2), light if k % 2 else accent, colour, (0, -1))
                    c.line([(0, s * 0.1), (0, s * 1.5)], s * 0.03, deep, amount=0.6)
    elif kind == "dots":
        columns = 10 * count
        for i in range(-columns // 4, columns + columns // 4):
            for j in range(9):
                size = 0.05 - 0.038 * math.cos(2 * math.pi * i / 10)
                c.dot((i + 0.5 - columns / 2) * length / columns, -h + h * 0.25 * j + (i % 2) * h * 0.125, h * size, accent if (i % 10, j) == (5, 5) else light)
    elif kind == "hex":
        columns = 6 * count
        step = length / columns
        for i in range(-columns // 4, columns + columns // 4):
            for j in range(-2, 3):
                a = np.arange(6) * math.pi / 3 + math.pi / 6
                px, y = (i + 0.5 * (j % 2) + 0.5 - columns / 2) * step, step * 0.866 * j
                cell = np.stack([px + step * 0.52 * np.cos(a), y + step * 0.52 * np.sin(a)], 1)
                c.shape(cell, accent if (i % 6, j) in ((3, 0), (2, -1)) else light, amount=0.25 + 0.6 * (((i % 6) * 3 + j * 5) % 4) / 3)
    else:  # steps, up and down again
        columns = 8 * count
        for i in range(-columns // 4, columns + columns // 4):
            x0 = (i + 0.5 - columns / 2) * length / columns
            high = 1 - abs(i % 8 - 4) / 4
            c.box(x0 - length / columns * 0.34, -h * 1.1, x0 + length / columns * 0.34, -h * 0.75 + h * 1.4 * high, accent if i % 8 == 4 else light)
