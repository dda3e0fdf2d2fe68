# SPDX-License-Identifier: GPL-3.0-or-later
"""The paintings on the books' front boards. Each is drawn about the board's middle, in metres; the foil, with frame and
titles, goes over it in book.py."""
import math

import numpy as np

from lib import geometry, painting, shapes
from lib.painting import Canvas, curve, disc, petal

ARCH = np.concatenate([[(-0.052, -0.080), (0.052, -0.080)], [(0.052 * math.cos(a), 0.052 * math.sin(a) * 1.15) for a in np.linspace(0, math.pi, 40)]])


def river(c):
    """Evening on a river, seen through an arch."""
    inner = Canvas(0.104, 0.142, int(0.104 / c.pixel), "#FFFFFF")
    painting.river(inner, 0.104, 0.142)
    mask, where = c.cover([ARCH])
    rows, columns = mask.shape
    fit = inner.colour[np.ix_(np.clip(np.arange(rows), 0, inner.rows - 1), np.clip(np.arange(columns), 0, inner.columns - 1))]
    c.blend(mask, where, fit)


def chilli(c, colour="#3C8A2E", light="#A6D65A"):
    """About one unit long, its stalk up."""
    way = curve([(0.0, 0.36), (0.10, 0.10), (0.06, -0.22), (-0.16, -0.50)], 30)
    c.line(way, np.linspace(0.17, 0.01, 30), "#173A12")
    c.line(way, np.linspace(0.125, 0.006, 30), colour)
    c.line(way[3:20] + [-0.025, 0], np.linspace(0.035, 0.004, 17), light, amount=0.8)
    c.line(curve([(0.0, 0.36), (-0.03, 0.44), (0.02, 0.52)], 8), 0.035, "#2B5A1C")


def bowl(c, heap, light, speck):
    """A clay bowl of one unit across with a heap in it, standing on y = 0."""
    mound = np.concatenate([curve([(-0.42, 0.30), (-0.26, 0.50), (0.0, 0.60), (0.25, 0.52), (0.42, 0.30)], 40), [(0.42, 0.26), (-0.42, 0.26)]])
    c.shape(mound, heap, light, (-0.3, 1))
    rng = np.random.default_rng(int(heap[1:], 16))
    for _ in range(46):
        x = rng.uniform(-0.36, 0.36)
        y = rng.uniform(0.32, 0.32 + 0.26 * max(1 - (x / 0.42) ** 2, 0))
        with c.at(x, y, 1, rng.uniform(0, 180)):
            c.shape(petal(0.050, 0.026, 0.6), speck, amount=0.9)
    side = np.concatenate([curve([(-0.50, 0.32), (-0.42, 0.12), (-0.20, 0.0)], 20), curve([(0.20, 0.0), (0.42, 0.12), (0.50, 0.32)], 20)])
    c.shape(side, "#6E2F16", "#C4703C", (-1, 0.4))
    c.shape(disc(0.50, (0, 0.32), 0.075), "#8E4522")
    c.shape(disc(0.455, (0, 0.322), 0.055), heap, light, (-1, 0))
    for y, wide in ((0.20, 0.435), (0.15, 0.405)):
        c.line(curve([(-wide, y), (0, y - 0.055), (wide, y)], 20), 0.012, "#F0C79A", amount=0.7)


def bhortas(c):
    """Three bowls, green chillies, a sprig of mustard in flower."""
    with c.at(0, 0.012, 0.118):
        painting.sun(c, "#F7DE7A", "#D99A22", "#A98A1E", 28)
    for x, y, size, heap, light, speck in ((-0.027, -0.026, 0.058, "#A8381C", "#E8804A", "#2F6B2A"), (0.029, -0.030, 0.054, "#5F6B1E", "#B9C055", "#2A1A10"), (0.0, -0.074, 0.076, "#D9A93C", "#F7E09A", "#A3261A")):
        with c.at(x, y, size):
            bowl(c, heap, light, speck)
    for x, y, turn in ((-0.046, -0.062, 30), (0.047, -0.062, -24), (0.034, -0.078, 70)):
        with c.at(x, y, 0.030, turn):
            chilli(c)
    for sign in (-1, 1):
        painting.vine(c, curve([(sign * 0.052, -0.020), (sign * 0.050, 0.014), (sign * 0.034, 0.044)], 30), "#5E8A34", "#B7D66A", "#33521C", ("#FFF3A8", "#F2C22E", "#8A6A10"), 0.011, 0.012)


def stitched(c, points, width, colour, step=0.0026, closed=False):
    """Running stitch along a line: a stitch over, the same under."""
    p = np.asarray(points, float)
    if closed:
        p = np.concatenate([p, p[:1]])
    count = max(int(geometry.arc_length(p)[-1] / step / 2), 3)
    line = geometry.resample(p, count * 8 + 1)
    for k in range(count):
        c.line(line[8 * k:8 * k + 5], width, colour)


def stitches(c):
    """A kantha: the lotus in the middle, a tree in each corner, fish between, all of it in running stitch."""
    white, red, green, gold = "#F5EFDF", "#D8503A", "#6FB08A", "#E4B64C"
    c.shape(shapes.rectangle(0.112, 0.132, 0.003, 4, (0, -0.012)), "#14304F", "#1D4468", (0, 1))
    for k in range(44):
        y = -0.076 + 0.003 * k
        stitched(c, [(-0.054, y), (0.054, y)], 0.00022, "#6F8FAE", 0.0016)
    for size, tint in ((0.108, white), (0.102, red), (0.096, white)):
        stitched(c, shapes.rectangle(size, size + 0.020, 0.003, 4, (0, -0.012)), 0.0007, tint, closed=True)
    with c.at(0, -0.012):
        for ring, (count, long, tint) in enumerate(((16, 0.034, red), (12, 0.026, white), (8, 0.018, gold))):
            for k in range(count):
                with c.at(0, 0, 1, 360 * (k + 0.5 * (ring % 2)) / count):
                    leaf = petal(long, 2 * math.pi * long * 0.62 / count, 0.25)
                    c.shape(leaf, tint, amount=0.30)
                    stitched(c, leaf, 0.0006, tint, 0.0018, closed=True)
        c.dot(0, 0, 0.0055, gold)
        for r in (0.0075, 0.0095):
            stitched(c, disc(r), 0.0006, white, 0.0014, closed=True)
        for sx in (-1, 1):
            for sy in (-1, 1):
                with c.at(sx * 0.041, sy * 0.050, 1, 135 if sx * sy > 0 else -135):
                    with c.at(0, 0, 1, 0 if sy < 0 else 180):
                        stitched(c, [(0, -0.006), (0, 0.016)], 0.0007, gold, 0.0016)
                        for k in range(4):
                            for side in (-1, 1):
                                with c.at(0, 0.0035 * k, 1, -side * 52):
                                    stitched(c, petal(0.0085, 0.0040, 0.3), 0.0005, green, 0.0013, closed=True)
        for x, y, turn in ((0, 0.047, 0), (0, -0.047, 180)):
            with c.at(x, y, 1, turn):
                body = np.concatenate([curve([(-0.012, 0.0), (-0.004, 0.0052), (0.006, 0.0034), (0.011, 0.0)], 20), curve([(0.011, 0.0), (0.006, -0.0034), (-0.004, -0.0052), (-0.012, 0.0)], 20)])
                c.shape(body, white, amount=0.25)
                stitched(c, body, 0.0006, white, 0.0015, closed=True)
                stitched(c, [(0.011, 0.0), (0.017, 0.0046), (0.0155, 0.0), (0.017, -0.0046)], 0.0006, white, 0.0015, closed=True)
                c.dot(-0.0075, 0.0010, 0.0009, red)


def accounts(c):
    """The red ledger's label, a shop's scales and coins."""
    with c.at(0, -0.012):
        for size, tint in ((0.0, "#F6EBD0"), (0.0035, "#A8141C"), (0.0045, "#F6EBD0")):
            c.shape(shapes.rectangle(0.104 - 2 * size, 0.126 - 2 * size, 0.010, 6), tint)
        for k in range(9):
            c.line([(-0.044, -0.050 + 0.0065 * k), (0.044, -0.050 + 0.0065 * k)], 0.0003, "#C9B98C")
        for x in (-0.030, 0.018):
            c.line([(x, -0.054), (x, 0.004)], 0.0004, "#C2483C")
    dark, brass = "#5A3410", "#D9A13A"
    c.shape(np.concatenate([curve([(-0.020, -0.046), (-0.010, -0.040), (-0.0024, -0.034)], 12), curve([(0.0024, -0.034), (0.010, -0.040), (0.020, -0.046)], 12)]), dark, brass, (-1, 0.5))
    c.line([(0, -0.036), (0, 0.036)], 0.0030, dark)
    c.line([(-0.0005, -0.036), (-0.0005, 0.036)], 0.0016, brass)
    beam = curve([(-0.036, 0.026), (-0.016, 0.034), (0, 0.032), (0.016, 0.027), (0.036, 0.014)], 40)
    c.line(beam, 0.0028, dark)
    c.line(beam, 0.0014, brass)
    c.dot(0, 0.038, 0.0040, dark)
    c.dot(0, 0.038, 0.0030, brass)
    for x, top, low in ((-0.036, 0.026, -0.010), (0.036, 0.014, -0.022)):
        for s in (-1, 0, 1):
            c.line([(x, top), (x + 0.013 * s, low)], 0.0005, dark)
        pan = np.concatenate([[(x - 0.0155, low)], curve([(x - 0.0155, low), (x, low - 0.0085), (x + 0.0155, low)], 20)])
        c.shape(pan, dark, brass, (-1, 0.6))
    for k, (x, y) in enumerate(((0.030, -0.019), (0.040, -0.019), (0.035, -0.013), (0.032, -0.007))):
        c.dot(x, y, 0.0052, "#7A2A12")
        c.dot(x, y, 0.0045, "#B9803C", "#EFD08A", (-0.4, 1), 0.95 - 0.03 * k)
    for k in range(4):
        for tint, grow in (("#6A4408", 1.0), ("#F0C860", 0.86)):
            c.shape(disc(0.0088 * grow, (-0.036, -0.0085 + 0.0036 * k), 0.36), tint)
    c.text("৳", 0.022, 0, -0.062, "#A8141C", "bengali-bold")


def rickshaw(c):
    """A cycle rickshaw about one unit long, its front to the left, standing on y = 0."""
    line = "#1A1430"
    for x, r in ((-0.36, 0.155), (0.24, 0.17)):
        c.ring(x, r, r - 0.014, 0.030, line)
        c.ring(x, r, r - 0.036, 0.010, "#F2C84B")
        for k in range(14):
            a = 2 * math.pi * k / 14
            c.line([(x, r), (x + (r - 0.034) * math.cos(a), r + (r - 0.034) * math.sin(a))], 0.006, "#E9E4F2")
            c.dot(x + (r - 0.075) * math.cos(a), r + (r - 0.075) * math.sin(a), 0.012, ("#E8402F", "#F2C84B", "#2FA36B")[k % 3])
        c.dot(x, r, 0.026, line)
    for way in ([(-0.36, 0.155), (-0.29, 0.46)], [(-0.31, 0.38), (-0.12, 0.15), (0.24, 0.17)], [(-0.31, 0.40), (-0.06, 0.38), (-0.12, 0.15)]):
        c.line(way, 0.026, line)
        c.line(way, 0.014, "#D23A2E")
    c.line(curve([(-0.29, 0.46), (-0.30, 0.50), (-0.24, 0.525), (-0.20, 0.51)], 14), 0.020, line)
    c.shape(curve([(-0.13, 0.40), (-0.05, 0.425), (0.02, 0.40), (-0.05, 0.375)], 20, True), line)
    body = curve([(0.02, 0.24), (0.04, 0.36), (0.10, 0.40), (0.40, 0.40), (0.46, 0.52), (0.50, 0.50), (0.47, 0.26), (0.40, 0.20), (0.10, 0.20)], 70, True)
    c.shape(body.mean(0) + (body - body.mean(0)) * 1.05, line)
    c.shape(body, "#2462B8", "#5BC0E8", (0, 1))
    for k in range(4):
        with c.at(0.12 + 0.095 * k, 0.295, 0.075):
            painting.rosette(c, 6)
    c.line([(0.08, 0.245), (0.44, 0.245)], 0.012, "#F2C84B")
    hood = np.concatenate([curve([(0.06, 0.56), (0.10, 0.78), (0.28, 0.88), (0.46, 0.78), (0.50, 0.50)], 40), [(0.42, 0.42)]])
    c.shape(hood.mean(0) + (hood - hood.mean(0)) * 1.05, line)
    c.shape(hood, "#C7263A", "#F26A4B", (-0.6, 1))
    for f in (0.2, 0.42, 0.64, 0.84):
        top = hood[int(f * 39)]
        c.line(curve([(0.42, 0.42), (np.array([0.42, 0.42]) + top) / 2 + [-0.015, 0.015], top], 12), 0.014, "#F7D66A")
    for k in range(8):
        c.dot(*(hood[5 * k] + [0, -0.012]), 0.014, "#FFF3C0")
    with c.at(0.28, 0.72, 0.14):
        painting.rosette(c, 8, "#FFF3C0", "#2FA36B", "#0E4A2A")


def rhymes(c):
    """A rickshaw on a hill of paddy, a laughing sun, kites and birds."""
    panel = shapes.rectangle(0.112, 0.132, 0.012, 8, (0, -0.012))
    c.shape(panel, "#FFE07A", "#7FD6E8", (0, 1))
    with c.at(0.030, 0.030, 0.046):
        painting.sun(c, "#FFF6C8", "#FF9A3C", "#FFB84A", 18)
    for x in (0.0262, 0.0338):
        c.dot(x, 0.0315, 0.0010, "#7A3208")
    c.line(curve([(0.0255, 0.0275), (0.030, 0.0248), (0.0345, 0.0275)], 12), 0.0008, "#7A3208")
    for x, y, turn, one, two in ((-0.036, 0.040, 18, "#D6336C", "#FFFFFF"), (-0.012, 0.028, -12, "#2F8F5B", "#FFE07A"), (0.006, 0.044, 30, "#5A3FA8", "#FFD0E0")):
        with c.at(x, y, 0.013, turn):
            c.shape([(0, 0.6), (0.5, 0), (0, -0.6), (-0.5, 0)], one)
            c.shape([(0, 0.6), (0.5, 0), (0, 0)], two)
            c.shape([(0, -0.6), (-0.5, 0), (0, 0)], two)
        c.line(curve([(x, y - 0.007), (x + 0.006, y - 0.018), (x - 0.002, y - 0.034), (x + 0.004, y - 0.050)], 24), 0.0004, "#3A3050")
    for k, (tint, light) in enumerate((("#2C8C4A", "#8FD27A"), ("#1F7A3E", "#6CC25A"))):
        y = -0.040 - 0.012 * k
        hill = curve([(-0.056, y), (-0.020, y + 0.010 - 0.014 * k), (0.020, y - 0.004 + 0.010 * k), (0.056, y + 0.006)], 40)
        low = panel[panel[:, 1] < -0.060]
        c.shape(np.concatenate([hill, low[np.argsort(-low[:, 0])]]), tint, light, (0, 1))
    c.line(curve([(-0.056, -0.066), (-0.018, -0.061), (0.020, -0.064), (0.056, -0.060)], 40), 0.0075, "#D9A066")
    with c.at(-0.004, -0.064, 0.084):
        rickshaw(c)
    for x, y, s in ((-0.046, 0.016, 0.013), (-0.040, 0.006, 0.010), (0.048, 0.008, 0.011)):
        with c.at(x, y, s, 8):
            painting.bird(c)


def shopfront(c):
    """A little shop in a telephone: awning, shelves, a parcel that leaves it."""
    c.shape(shapes.rectangle(0.086, 0.130, 0.012, 8, (0, -0.012)), "#120C24")
    c.shape(shapes.rectangle(0.078, 0.122, 0.009, 8, (0, -0.012)), "#F7E7C4", "#FFC98A", (0, -1))
    c.shape(shapes.rectangle(0.020, 0.0032, 0.0015, 5, (0, 0.0455)), "#120C24")
    for k in range(3):
        y = -0.022 - 0.017 * k
        c.box(-0.034, y - 0.0022, 0.034, y, "#7A4420", "#B9743A")
        for j in range(5):
            x, tint = -0.027 + 0.0135 * j, ("#D0403A", "#2E8C86", "#E2A32C", "#5A4A9A", "#6FA04A")[(j + 2 * k) % 5]
            kind = (j + k) % 3
            if kind == 0:
                c.shape(shapes.rectangle(0.0075, 0.0100, 0.0012, 3, (x, y + 0.0050)), tint)
                c.box(x - 0.0037, y + 0.0040, x + 0.0037, y + 0.0060, "#FFF6DC")
            elif kind == 1:
                c.dot(x, y + 0.0042, 0.0042, tint)
                c.box(x - 0.0016, y + 0.0075, x + 0.0016, y + 0.0105, tint)
            else:
                c.shape([(x - 0.0044, y), (x + 0.0044, y), (x + 0.0030, y + 0.0095), (x - 0.0030, y + 0.0095)], tint)
    stripes = 8
    for k in range(stripes):
        x0, x1 = -0.046 + 0.092 * k / stripes, -0.046 + 0.092 * (k + 1) / stripes
        tint = "#D8342C" if k % 2 else "#FFF6E4"
        c.shape([(x0 * 0.86, 0.034), (x1 * 0.86, 0.034), (x1, 0.012), (x0, 0.012)], tint)
        a = np.linspace(0, -math.pi, 18)
        c.shape(np.stack([(x0 + x1) / 2 + (x1 - x0) / 2 * np.cos(a), 0.0122 + 0.0062 * np.sin(a)], 1), tint)
    c.line([(-0.046, 0.0122), (0.046, 0.0122)], 0.0005, "#8A1E1A")
    with c.at(0.030, -0.072, 0.034):
        c.shape([(-0.5, 0.0), (0.5, 0.0), (0.5, 0.62), (-0.5, 0.62)], "#8A5A2C", "#D9A566", (0, 1))
        c.box(-0.09, 0.0, 0.09, 0.62, "#F3DFB4")
        with c.at(-0.27, 0.18, 0.28):
            painting.outline_lotus(c, 0.05, "#5A3410")


PAINTED = {"river": river, "bhortas": bhortas, "stitches": stitches, "accounts": accounts, "rhymes": rhymes, "shopfront": shopfront}
