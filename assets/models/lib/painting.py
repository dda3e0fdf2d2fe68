# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures drawn with numpy: smooth-edged shapes and strokes on a sheet in metres, and the shop's own motifs.

x to the right, y up, the origin in the middle. A motif is drawn about its own origin, about one unit high;
`canvas.at(x, y, size, turn, flip)` says where it goes. Each takes its colours as '#RRGGBB'.
"""
import math
from contextlib import contextmanager

import numpy as np

from . import decals, encode, geometry
from .noise import srgb

FINE = 4  # rows of samples in a pixel; across, coverage is exact


class Canvas:
    def __init__(self, width, height, columns, ground="#000000"):
        self.width, self.height, self.columns = width, height, columns
        self.rows = int(round(columns * height / width))
        self.pixel = width / columns
        self.colour = np.broadcast_to(srgb(ground), (self.rows, columns, 3)).copy()
        self.matrix = np.array([[1.0, 0, 0], [0, 1.0, 0]])
        self.bounds = None  # pixels (row, row, column, column) that may be painted

    @contextmanager
    def at(self, x=0.0, y=0.0, size=1.0, turn=0.0, flip=False):
        """Inside, shapes are drawn at `size`, turned by degrees, mirrored first if `flip`."""
        before = self.matrix
        c, s = math.cos(math.radians(turn)) * size, math.sin(math.radians(turn)) * size
        f = -1.0 if flip else 1.0
        here = np.array([[c * f, -s, x], [s * f, c, y]])
        self.matrix = np.concatenate([before[:, :2] @ here[:, :2], (before[:, :2] @ here[:, 2:]) + before[:, 2:]], 1)
        yield self
        self.matrix = before

    @contextmanager
    def within(self, x0, y0, x1, y1):
        """Paint stays in this rectangle of the sheet."""
        before = self.bounds
        self.bounds = (int(round((self.height / 2 - y1) / self.pixel)), int(round((self.height / 2 - y0) / self.pixel)),
                       int(round((x0 + self.width / 2) / self.pixel)), int(round((x1 + self.width / 2) / self.pixel)))
        yield self
        self.bounds = before

    def scale(self):
        return math.sqrt(abs(np.linalg.det(self.matrix[:, :2])))

    def cover(self, outlines):
        """Coverage by closed outlines, where they overlap the same way round still one; and the slices it belongs to."""
        p = [np.asarray(o, float) @ self.matrix[:, :2].T + self.matrix[:, 2] for o in outlines]
        p = [np.stack([(q[:, 0] + self.width / 2) / self.pixel, (self.height / 2 - q[:, 1]) / self.pixel], 1) for q in p]
        both = np.concatenate(p)
        top, bottom, left, right = self.bounds or (0, self.rows, 0, self.columns)
        r0, r1 = max(int(both[:, 1].min()) - 1, top), min(int(both[:, 1].max()) + 2, bottom)
        c0, c1 = max(int(both[:, 0].min()) - 1, left), min(int(both[:, 0].max()) + 2, right)
        if r1 <= r0 or c1 <= c0:
            return None, None
        ys, xs, ws = [], [], []
        for q in p:
            a, b = q, np.roll(q, -1, 0)
            for (ax, ay), (bx, by) in zip(a, b):
                if ay == by:
                    continue
                sign, (lx, ly, hx, hy) = (1, (ax, ay, bx, by)) if ay < by else (-1, (bx, by, ax, ay))
                first = max(math.ceil((ly - r0) * FINE - 0.5), 0)
                last = min(math.ceil((hy - r0) * FINE - 0.5), (r1 - r0) * FINE)
                if last <= first:
                    continue
                row = np.arange(first, last)
                y = (row + 0.5) / FINE + r0
                ys.append(row)
                xs.append(lx + (hx - lx) * (y - ly) / (hy - ly) - c0)
                ws.append(np.full(len(row), sign))
        if not ys:
            return None, None
        row, x, sign = np.concatenate(ys), np.concatenate(xs), np.concatenate(ws)
        x = np.clip(x, 0, c1 - c0)
        column = np.floor(x).astype(int)
        fraction = x - column
        buffer = np.zeros(((r1 - r0) * FINE, c1 - c0 + 2))
        np.add.at(buffer, (row, column), sign * (1 - fraction))
        np.add.at(buffer, (row, column + 1), sign * fraction)
        mask = np.clip(np.abs(np.cumsum(buffer, 1)), 0, 1)[:, :c1 - c0]
        return mask.reshape(r1 - r0, FINE, -1).mean(1), (slice(r0, r1), slice(c0, c1))

    def shape(self, points, colour, to=None, way=(0, 1), amount=1.0):
        """A filled outline; with `to` its colour runs from one to the other along `way`."""
        mask, where = self.cover([points])
        return self.blend(mask, where, colour, to, way, amount)

    def shapes(self, outlines, colour, to=None, way=(0, 1), amount=1.0):
        mask, where = self.cover(outlines)
        return self.blend(mask, where, colour, to, way, amount)

    def blend(self, mask, where, colour, to=None, way=(0, 1), amount=1.0):
        if mask is None:
            return self
        tint = srgb(colour) if isinstance(colour, str) else np.asarray(colour, float)
        if to is not None:
            turned = self.matrix[:, :2] @ np.asarray(way, float)
            r, c = np.arange(where[0].start, where[0].stop)[:, None], np.arange(where[1].start, where[1].stop)[None]
            f = c * turned[0] - r * turned[1]
            low, high = f[mask > 0.5].min(initial=1e9), f[mask > 0.5].max(initial=-1e9)
            f = np.clip((f - low) / max(high - low, 1e-9), 0, 1)[..., None]
            tint = tint * (1 - f) + srgb(to) * f
        m = mask[..., None] * amount
        self.colour[where] = self.colour[where] * (1 - m) + tint * m
        return self

    def line(self, points, width, colour, closed=False, amount=1.0):
        """A stroke with round ends; `width` one number, or one a point."""
        p = np.asarray(points, float)
        if closed:
            p = np.concatenate([p, p[:1]])
        w = np.broadcast_to(np.asarray(width, float), (len(p),)) / 2
        t = np.gradient(p, axis=0)
        t /= np.maximum(np.linalg.norm(t, axis=1, keepdims=True), 1e-12)
        n = np.stack([-t[:, 1], t[:, 0]], 1)
        pieces = [np.concatenate([p + n * w[:, None], (p - n * w[:, None])[::-1]])]
        if closed:
            outer, inner = (p + n * w[:, None])[:-1], (p - n * w[:, None])[:-1]
            return self.shapes([outer, inner[::-1]], colour, amount=amount)
        for k in (0, -1):
            if w[k] > self.pixel / max(self.scale(), 1e-9) * 0.4:
                a = np.linspace(0, 2 * math.pi, 13)[:-1]
                pieces.append(p[k] + w[k] * np.stack([np.cos(-a), np.sin(-a)], 1))
        return self.shapes(pieces, colour, amount=amount)

    def text(self, words, size, x, y, colour, font="regular", align="CENTER", spacing=1.0, amount=1.0):
        """Letters whose capitals are about 0.73 of `size` high, centred on (x, y), or from or up to it."""
        t = decals.glyphs(words, font, spacing) * size
        low, high = t.reshape(-1, 2).min(0), t.reshape(-1, 2).max(0)
        t = t - [{"CENTER": (low[0] + high[0]) / 2, "LEFT": low[0], "RIGHT": high[0]}[align], size * 0.36] + [x, y]
        area = (t[:, 1, 0] - t[:, 0, 0]) * (t[:, 2, 1] - t[:, 0, 1]) - (t[:, 2, 0] - t[:, 0, 0]) * (t[:, 1, 1] - t[:, 0, 1])
        t[area < 0] = t[area < 0][:, ::-1]
        mask, where = self.cover(list(t))
        return self.blend(mask, where, colour, amount=amount)

    def dot(self, x, y, radius, colour, to=None, way=(0, 1), squash=1.0):
        return self.shape(disc(radius, (x, y), squash), colour, to, way)

    def ring(self, x, y, radius, width, colour):
        return self.line(disc(radius, (x, y), 1.0), width, colour, closed=True)

    def box(self, x0, y0, x1, y1, colour, to=None, way=(0, 1)):
        return self.shape([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], colour, to, way)

    def jpeg(self, name, quality=84):
        return encode.jpeg(name, self.colour, quality)


def disc(radius, centre=(0, 0), squash=1.0, count=None):
    a = np.linspace(0, 2 * math.pi, count or 40, endpoint=False)
    return np.stack([centre[0] + radius * np.cos(a), centre[1] + radius * squash * np.sin(a)], 1)


def curve(points, count=40, closed=False):
    return geometry.spline(points, count, closed)


def petal(length, width, tip=0.25, root=0.0, count=16):
    """A leaf or petal along +y from the origin, its belly at about 45 %, its tip more pointed the nearer `tip` is to 0."""
    t = np.linspace(0, 1, count)
    half = width / 2 * (np.sin(math.pi * t ** 0.85) ** (0.75 + 0.5 * (1 - tip))) * (1 - 0.15 * t)
    half = np.maximum(half, width / 2 * root * (1 - t) ** 2)
    return np.concatenate([np.stack([-half, t * length], 1), np.stack([half, t * length], 1)[::-1][1:]])


def swirl(x, y, radius, turns, start=0.0, count=40, shrink=0.9):
    t = np.linspace(0, 1, count)
    a = start + t * turns * 2 * math.pi
    r = radius * (1 - shrink * t)
    return np.stack([x + r * np.cos(a), y + r * np.sin(a)], 1)


def lotus(c, light="#FFD9E2", deep="#D6336C", line="#7A1238", leaf="#2C8C4A", heart="#FFC83D", tip="#8FD27A"):
    """An open lotus seen from the side, about one unit wide, standing on y = 0."""
    for sign in (-1, 1):
        for angle, long in ((104, 0.40), (78, 0.34)):
            with c.at(sign * 0.05, 0.04, 1, -sign * angle):
                c.shape(petal(long + 0.02, 0.17, 0.1), line)
                c.shape(petal(long, 0.145, 0.1), leaf, tip)
    for angle, long, wide in ((0, 0.58, 0.27), (-26, 0.56, 0.26), (26, 0.56, 0.26), (-50, 0.55, 0.24), (50, 0.55, 0.24), (-72, 0.52, 0.22), (72, 0.52, 0.22)):
        with c.at(0, 0.05, 1, angle):
            c.shape(petal(long + 0.022, wide + 0.03, 0.15, 0.3), line)
            c.shape(petal(long, wide, 0.15, 0.3), light, deep)
    for angle, long, wide in ((-36, 0.42, 0.22), (36, 0.42, 0.22), (-13, 0.44, 0.22), (13, 0.44, 0.22), (0, 0.36, 0.2)):
        with c.at(0, 0.03, 1, angle):
            c.shape(petal(long + 0.02, wide + 0.028, 0.15, 0.3), line)
            c.shape(petal(long, wide, 0.15, 0.3), light, deep)
            c.line([(0, 0.06), (0, long * 0.7)], [0.012, 0.003], "#FFFFFF", amount=0.55)
    c.dot(0, 0.06, 0.07, heart, squash=0.6)


def rosette(c, petals=8, light="#FFE9B0", deep="#E8542F", line="#6B1310", heart="#FFD43B", rings=2):
    """A round flower of one unit across."""
    for ring in range(rings):
        size = 1 - 0.36 * ring
        for k in range(petals):
            with c.at(0, 0, 1, 360 * (k + 0.5 * ring) / petals):
                wide = 2.55 * math.pi * 0.25 * size / petals * 1.25
                c.shape(petal(0.5 * size, wide + 0.035, 0.9), line)
                c.shape(petal(0.5 * size - 0.02, wide, 0.9), deep, light)
    c.dot(0, 0, 0.125, line)
    c.dot(0, 0, 0.105, heart)
    for k in range(7):
        a = 2 * math.pi * k / 7
        c.dot(0.06 * math.cos(a), 0.06 * math.sin(a), 0.016, line)


def feather_eye(c, size=1.0):
    for s, colour in ((1.0, "#0C3B2E"), (0.88, "#1FA56B"), (0.72, "#E9B83A"), (0.55, "#14B2C4"), (0.36, "#14237A")):
        with c.at(0, 0.02 * (1 - s), size * s):
            c.shape(petal(0.22, 0.15, 0.9) - [0, 0.11], colour)


def peacock(c, body="#1246B0", glow="#22B6E8", line="#071B4D", gold="#F6C445", fan=True):
    """A peacock looking left, about one unit high, its train spread behind it (or trailing, without `fan`)."""
    if fan:
        for ring, (count, radius, size, spread) in enumerate(((15, 0.66, 0.95, 96), (12, 0.50, 0.85, 88), (9, 0.35, 0.72, 78))):
            for k in range(count):
                a = -spread + 2 * spread * k / (count - 1)
                with c.at(0.02, 0.08, 1, a):
                    c.line([(0, 0), (0, radius)], [0.016, 0.012], "#0E7A52" if ring else "#0B5F44")
                    for side in (-1, 1):
                        for j in range(5):
                            y = radius * (0.5 + 0.1 * j)
                            c.line([(0, y), (side * 0.035, y + 0.05)], 0.007, "#35B985")
            for k in range(count):
                a = -spread + 2 * spread * k / (count - 1)
                with c.at(0.02, 0.08, 1, a):
                    with c.at(0, radius, 1):
                        feather_eye(c, size)
    else:
        for k in range(9):
            f = k / 8
            way = curve([(0.08, 0.14), (0.36, 0.16 - 0.10 * f), (0.70, 0.10 - 0.26 * f), (1.0 - 0.12 * abs(f - 0.4), 0.05 - 0.55 * f)], 30)
            c.line(way, np.linspace(0.05, 0.018, 30), "#0B5F44")
            c.line(way, np.linspace(0.03, 0.008, 30), "#2BB583")
            for j, at in enumerate((29, 21, 14)):
                turn = math.degrees(math.atan2(*(way[at] - way[at - 3])[::-1])) - 90
                with c.at(*way[at], 1, turn):
                    feather_eye(c, 0.62 - 0.12 * j)
    for x in (-0.02, 0.07):
        c.line([(x, -0.06), (x - 0.01, -0.24), (x - 0.07, -0.26)], 0.018, "#B8791F")
    breast = curve([(0.16, 0.10), (0.05, 0.24), (-0.06, 0.33), (-0.075, 0.44), (-0.055, 0.53), (-0.10, 0.59), (-0.17, 0.56), (-0.19, 0.49),
                    (-0.175, 0.38), (-0.20, 0.22), (-0.17, 0.05), (-0.06, -0.08), (0.08, -0.05)], 70, True)
    middle = breast.mean(0)
    c.shape(middle + (breast - middle) * 1.06, line)
    c.shape(breast, body, glow, (-1, 0.3))
    wing = curve([(-0.11, 0.15), (0.02, 0.20), (0.16, 0.12), (0.21, 0.02), (0.08, -0.02), (-0.06, 0.03)], 40, True)
    c.shape(wing, gold)
    c.shape(wing.mean(0) + (wing - wing.mean(0)) * 0.88, "#C2571A", "#F7D26A")
    for j in range(4):
        c.line(curve([(-0.05 + 0.05 * j, 0.14), (0.0 + 0.05 * j, 0.07), (-0.01 + 0.05 * j, 0.0)], 10), 0.009, "#7A2C0C")
    for j in range(6):
        c.dot(-0.135 - 0.011 * j, 0.42 - 0.05 * j, 0.010 + 0.001 * j, "#7FE8FF")
        c.dot(-0.095 - 0.006 * j, 0.39 - 0.05 * j, 0.008 + 0.001 * j, "#7FE8FF")
    c.shape([(-0.165, 0.565), (-0.25, 0.525), (-0.175, 0.515)], gold)
    c.dot(-0.125, 0.545, 0.030, "#FFFFFF", squash=0.8)
    c.dot(-0.130, 0.545, 0.014, "#05070F")
    for k in range(5):
        a = math.radians(58 + 18 * k)
        tip = (-0.11 + 0.13 * math.cos(a), 0.585 + 0.13 * math.sin(a))
        c.line([(-0.11, 0.585), tip], 0.008, line)
        c.dot(*tip, 0.019, gold)
        c.dot(*tip, 0.010, glow)


def bird(c, body="#FFFFFF", shade="#B9D6EA", line="#20355C"):
    """A flying bird looking left, about one unit across."""
    for grow, one, two in ((1.0, line, None), (0.9, body, shade)):
        w = 0.022 if grow == 1.0 else 0.0
        shape = curve([(-0.42 - w, 0.05), (-0.30, 0.13 + w), (-0.10, 0.10 + w), (0.14, 0.06 + w), (0.46 + w, 0.16 + w), (0.40 + w, -0.02 - w),
                       (0.10, -0.10 - w), (-0.18, -0.09 - w), (-0.34, -0.02 - w)], 60, True)
        c.shape(shape, one, two, (0, -1))
        for s, turn in ((1.0, 14), (0.82, -30)):
            with c.at(-0.04, 0.05, 1, turn):
                c.shape(petal(0.56 * s + w, 0.24 * s + 2 * w, 0.3, 0.6), one, two, (0, -1))
    c.dot(-0.33, 0.06, 0.017, line)
    c.shape([(-0.41, 0.075), (-0.50, 0.045), (-0.40, 0.03)], "#F08C2E")


def bee(c, gold="#F2B632", dark="#2A1A0C", wing="#DDEBF2"):
    """A bee from above, flying up, about one unit long."""
    for s in (-1, 1):
        for turn, long, wide in ((62, 0.50, 0.22), (104, 0.36, 0.17)):
            with c.at(s * 0.05, 0.10, 1, -s * turn):
                c.shape(petal(long + 0.02, wide + 0.03, 0.9), dark)
                c.shape(petal(long, wide, 0.9), wing)
                c.line([(0, 0.05), (0, long * 0.8)], 0.010, dark, amount=0.5)
    body = np.concatenate([curve([(0.0, -0.46), (0.13, -0.30), (0.155, -0.10), (0.10, 0.04), (0.0, 0.07)], 20), curve([(0.0, 0.07), (-0.10, 0.04), (-0.155, -0.10), (-0.13, -0.30), (0.0, -0.46)], 20)])
    c.shape(body * 1.07 + [0, -0.005], dark)
    c.shape(body, gold)
    for y, w in ((-0.04, 0.132), (-0.15, 0.148), (-0.26, 0.125), (-0.36, 0.07)):
        c.line(curve([(-w, y + 0.02), (0, y - 0.02), (w, y + 0.02)], 12), 0.052, dark)
    c.dot(0, 0.13, 0.115, dark)
    c.dot(0, 0.13, 0.095, "#8A5A1E", gold)
    c.dot(0, 0.28, 0.078, dark)
    for s in (-1, 1):
        c.line(curve([(s * 0.03, 0.33), (s * 0.07, 0.42), (s * 0.15, 0.47)], 10), 0.016, dark)


def boat(c, hull="#5A2A12", sail="#E8542F", stripe="#FFD98A", line="#2A1208"):
    """A river boat with a patched sail, about one unit wide, floating on y = 0."""
    shape = curve([(-0.56, 0.20), (-0.36, 0.045), (0.0, -0.01), (0.34, 0.045), (0.60, 0.28)], 40)
    under = curve([(0.60, 0.28), (0.36, -0.03), (0.0, -0.085), (-0.36, -0.04), (-0.56, 0.20)], 40)
    c.line([(0.04, 0.0), (0.04, 0.86)], 0.022, line)
    top = curve([(-0.30, 0.78), (-0.10, 0.83), (0.10, 0.84), (0.34, 0.80)], 20)
    right = curve([(0.34, 0.80), (0.42, 0.52), (0.36, 0.20)], 20)
    low = curve([(0.36, 0.20), (0.06, 0.25), (-0.26, 0.18)], 20)
    left = curve([(-0.26, 0.18), (-0.36, 0.50), (-0.30, 0.78)], 20)
    cloth = np.concatenate([top, right, low, left])
    c.shape(cloth.mean(0) + (cloth - cloth.mean(0)) * 1.05, line)
    c.shape(cloth, sail, stripe, (0.4, 1))
    for f in (0.26, 0.5, 0.74):
        a, b = left[::-1][int(f * 19)], right[int(f * 19)]
        c.line(curve([a, (a + b) / 2 + [0.02, 0.03], b], 12), 0.02, "#FFF1CE", amount=0.8)
    c.shape(np.concatenate([shape, under]), line)
    m = np.concatenate([shape, under]).mean(0)
    c.shape(m + (np.concatenate([shape, under]) - m) * [0.95, 0.78], hull, "#B5642A")
    hood = curve([(-0.30, 0.05), (-0.26, 0.20), (-0.12, 0.245), (0.0, 0.20), (0.03, 0.03)], 24)
    c.shape(hood, line)
    c.shape(hood.mean(0) + (hood - hood.mean(0)) * 0.9, "#C99A4C", "#F0D08A")
    for k in range(4):
        x = -0.24 + 0.07 * k
        c.line([(x, 0.06), (x + 0.01, 0.20)], 0.008, line, amount=0.6)


def sun(c, core="#FFF3B8", deep="#FF9E2C", ray="#FFCB47", rays=20):
    """A sun of one unit across."""
    for k in range(rays):
        with c.at(0, 0, 1, 360 * k / rays):
            c.shape(petal(0.50 if k % 2 else 0.42, 0.075, 0.1), ray)
    c.dot(0, 0, 0.26, deep)
    c.dot(0, 0, 0.24, core, deep, (0.3, -1))


def vine(c, points, leaf="#2C8C4A", light="#9ADB7C", stem="#14532D", flower=None, gap=0.09, size=0.06):
    """A stem with leaves in turn to both sides along a line, flowers at every third leaf."""
    p = geometry.resample(points, max(int(geometry.arc_length(points)[-1] / gap * 6), 12))
    c.line(p, size * 0.14, stem)
    s = geometry.arc_length(p)
    count = max(int(s[-1] / gap), 2)
    for k in range(count):
        at = (k + 0.5) / count * s[-1]
        x, y = np.interp(at, s, p[:, 0]), np.interp(at, s, p[:, 1])
        i = min(max(int(np.searchsorted(s, at)), 1), len(p) - 1)
        turn = math.degrees(math.atan2(*(p[i] - p[i - 1])[::-1])) - 90
        side = 1 if k % 2 else -1
        with c.at(x, y, size, turn + side * 52):
            c.shape(petal(1.08, 0.56, 0.2), stem)
            c.shape(petal(1.0, 0.46, 0.2), leaf, light)
        if flower and k % 3 == 1:
            with c.at(x, y, size * 1.05, turn):
                rosette(c, 6, *flower)


def scallops(c, x0, x1, y, radius, colour, edge, dot=None, down=True):
    """A row of half rounds hanging from (or standing on) a line."""
    count = max(int(round((x1 - x0) / (2 * radius))), 1)
    r = (x1 - x0) / count / 2
    sign = -1 if down else 1
    for k in range(count):
        x = x0 + (2 * k + 1) * r
        a = np.linspace(0, math.pi, 18)
        for f, tint in ((1.0, edge), (0.80, colour)):
            c.shape(np.stack([x + r * f * np.cos(a), y + sign * r * f * np.sin(a)], 1), tint)
        if dot:
            c.dot(x, y + sign * r * 0.4, r * 0.22, dot)


def river(c, width, height, sky=("#FFB347", "#E24E5B"), water=("#0F5C8C", "#48B8D8")):
    """Evening on a river, `width` × `height` about the origin: sun, boat, huts, palms, birds."""
    x, y, h = width / 2, height / 2, -height * 0.12
    c.box(-x, h, x, y, sky[0], sky[1])
    for k in range(3):
        top = y * (0.55 - 0.3 * k)
        cloud = curve([(-x * 0.9 + k * x * 0.5, top), (-x * 0.5 + k * x * 0.5, top + y * 0.10), (-x * 0.2 + k * x * 0.5, top), (-x * 0.5 + k * x * 0.5, top - y * 0.03)], 40, True)
        c.shape(cloud, "#FFE3C0", amount=0.55)
    with c.at(x * 0.12, h + height * 0.20, height * 0.46):
        sun(c, rays=24)
    c.box(-x, -y, x, h, water[0], water[1])
    bank = curve([(-x * 1.1, h), (-x * 0.7, h + height * 0.055), (-x * 0.2, h + height * 0.02), (x * 0.3, h + height * 0.05), (x * 1.1, h + height * 0.01)], 60)
    c.shape(np.concatenate([bank, [(x * 1.1, h - 0.002), (-x * 1.1, h - 0.002)]]), "#14532D", "#3E9B4F")
    for hx, s in ((-x * 0.72, 0.13), (-x * 0.50, 0.10), (x * 0.80, 0.12)):
        with c.at(hx, h + height * 0.025, height * s * 1.25):
            c.box(-0.42, 0, 0.42, 0.42, "#8A4B1F", "#D89A55")
            c.shape([(-0.6, 0.36), (-0.36, 0.80), (0.36, 0.80), (0.6, 0.36)], "#6B3510", "#E0B25C")
            c.box(-0.10, 0, 0.12, 0.30, "#3A1A08")
    for px, tall, lean in ((-x * 0.90, 0.50, 0.06), (-x * 0.33, 0.36, -0.05), (x * 0.62, 0.46, -0.07), (x * 0.92, 0.38, 0.05)):
        trunk = curve([(px, h + height * 0.02), (px + lean * height * 0.5, h + height * tall * 0.5), (px + lean * height, h + height * tall)], 16)
        c.line(trunk, np.linspace(0.022, 0.012, 16) * height, "#4A2410")
        for k in range(8):
            with c.at(*trunk[-1], height * 0.19, -120 + 240 * k / 7):
                c.shape(petal(1.0, 0.20, 0.05) + np.stack([np.linspace(0, 0, 31), np.zeros(31)], 1), "#0E4A2A", "#45B35B")
    for k in range(9):
        wy = h - (0.05 + 0.075 * k) * height * 0.6
        wx = ((k * 0.37) % 1 - 0.5) * width * 0.8
        long = width * (0.10 + 0.03 * (k % 3))
        c.line(curve([(wx - long, wy), (wx, wy + height * 0.008), (wx + long, wy)], 20), np.concatenate([np.linspace(0, 1, 10), np.linspace(1, 0, 10)]) * height * 0.012,
               "#FFE9B8" if k % 2 else "#BFF1FF", amount=0.75)
    with c.at(x * 0.02, h - height * 0.16, height * 0.55):
        boat(c)
    for bx, by, s in ((-x * 0.55, y * 0.62, 0.14), (-x * 0.28, y * 0.78, 0.11), (x * 0.62, y * 0.66, 0.13), (x * 0.80, y * 0.44, 0.10)):
        with c.at(bx, by, height * s, 8):
            bird(c)


def frame(c, x0, y0, x1, y1, wide, ground, edge="#F6C445", flower=("#FFE9B0", "#E8542F", "#6B1310"), dots="#FFFFFF"):
    """A painted frame on the inside of a rectangle: a band between two lines, flowers in its corners and middles, beads between."""
    for a, b, c_, d in ((x0, y0, x1, y0 + wide), (x0, y1 - wide, x1, y1), (x0, y0, x0 + wide, y1), (x1 - wide, y0, x1, y1)):
        c.box(a, b, c_, d, ground)
    for inset in (wide * 0.06, wide * 0.94):
        q = [(x0 + inset, y0 + inset), (x1 - inset, y0 + inset), (x1 - inset, y1 - inset), (x0 + inset, y1 - inset), (x0 + inset, y0 + inset)]
        for a, b in zip(q[:-1], q[1:]):
            c.line([a, b], wide * 0.09, edge)
    h = wide / 2
    for (ax, ay), (bx, by) in (((x0 + h, y0 + h), (x1 - h, y0 + h)), ((x0 + h, y1 - h), (x1 - h, y1 - h)), ((x0 + h, y0 + h), (x0 + h, y1 - h)), ((x1 - h, y0 + h), (x1 - h, y1 - h))):
        n = max(int(round(math.hypot(bx - ax, by - ay) / (wide * 1.15))), 2)
        for k in range(n + 1):
            x, y = ax + (bx - ax) * k / n, ay + (by - ay) * k / n
            if k % 2 == 0:
                with c.at(x, y, wide * 0.74):
                    rosette(c, 8, *flower)
            else:
                c.dot(x, y, wide * 0.16, edge)
                c.dot(x, y, wide * 0.10, dots)


def guilloche(c, x, y, radius, waves, layers, width, tint, squeeze=0.5):
    """The engine-turned rose of bank notes: waves round a circle, laid over one another."""
    t = np.linspace(0, 2 * math.pi, 720)
    for k in range(layers):
        r = radius * (1 - squeeze * (0.5 + 0.5 * np.cos(waves * t + 2 * math.pi * k / layers)))
        c.line(np.stack([x + r * np.cos(t), y + r * np.sin(t)], 1)[:-1], width, tint, closed=True)


def outline_lotus(c, width, tint):
    """The lotus in lines, as foil takes it."""
    for angle, long, wide in ((0, 0.58, 0.27), (-26, 0.56, 0.25), (26, 0.56, 0.25), (-52, 0.53, 0.23), (52, 0.53, 0.23), (-76, 0.48, 0.20), (76, 0.48, 0.20), (-13, 0.40, 0.19), (13, 0.40, 0.19)):
        with c.at(0, 0.03, 1, angle):
            c.line(petal(long, wide, 0.15, 0.25), width, tint, closed=True)
            c.line([(0, long * 0.30), (0, long * 0.72)], width * 0.6, tint)
