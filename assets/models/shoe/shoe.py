# SPDX-License-Identifier: GPL-3.0-or-later
"""A running shoe for the left foot, toe to the left: knit upper drawn over a last, foam midsole, rubber treads, laces.

The upper is a skin between two closed curves with matching points: the last's edge on the midsole, and the line that
runs along the throat and round the collar. Everything sewn on it is a piece of the same skin, lifted.
"""
import math

import numpy as np

from lib import extras, geometry, materials, parts, shapes, surfaces
from lib.geometry import superellipse
from lib.glb import Part, save
from lib.noise import smoothstep
from lib.shade import shaded

STEPS = 10  # points between two keys
# x, y (outer side below zero) on the midsole; x, y, z on throat and collar. Toe, outer side, heel, inner side.
KEYS = [((-0.1460, -0.004), (-0.0620, 0.000, 0.0690)), ((-0.1330, -0.030), (-0.0605, -0.0060, 0.0688)),
        ((-0.1000, -0.0475), (-0.0570, -0.0110, 0.0698)),
        ((-0.0600, -0.0520), (-0.0440, -0.0165, 0.0760)), ((-0.0150, -0.0480), (-0.0120, -0.0205, 0.0915)),
        ((0.0250, -0.0415), (0.0240, -0.0240, 0.1085)),
        ((0.0600, -0.0370), (0.0520, -0.0290, 0.1140)), ((0.0900, -0.0358), (0.0820, -0.0318, 0.1040)),
        ((0.1180, -0.0330), (0.1130, -0.0260, 0.1055)),
        ((0.1360, -0.0200), (0.1320, -0.0130, 0.1180)), ((0.1420, 0.000), (0.1385, 0.0, 0.1235)),
        ((0.1360, 0.0200), (0.1320, 0.0130, 0.1180)),
        ((0.1180, 0.0320), (0.1130, 0.0260, 0.1055)), ((0.0900, 0.0335), (0.0820, 0.0318, 0.1050)),
        ((0.0600, 0.0325), (0.0520, 0.0290, 0.1150)),
        ((0.0250, 0.0335), (0.0240, 0.0240, 0.1090)), ((-0.0150, 0.0390), (-0.0120, 0.0205, 0.0920)),
        ((-0.0600, 0.0460), (-0.0440, 0.0165, 0.0765)),
        ((-0.1000, 0.0440), (-0.0570, 0.0110, 0.0700)), ((-0.1330, 0.0260), (-0.0605, 0.0060, 0.0690))]
COLUMNS = len(KEYS) * STEPS


def through(points):
    """A closed Catmull–Rom curve with STEPS points from each key to the next, so that curves with as many keys match."""
    p = np.asarray(points, float)
    t = (np.arange(STEPS) / STEPS)[None, :, None]
    a, b, c, d = (np.roll(p, k, 0)[:, None] for k in (1, 0, -1, -2))
    return (0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * b - a - 3 * c + d)
                   * t ** 3)).reshape(-1, p.shape[1])


def ground(x):
    """The sole's underside: a heel bevelled for landing, a toe that rolls."""
    return np.interp(x, [-0.160, -0.135, -0.105, -0.070, -0.03, 0.09, 0.125, 0.155],
                     [0.0245, 0.0150, 0.0058, 0.0012, 0.0, 0.0, 0.0028, 0.0125])


def bed(x):
    """The midsole's upper edge: high under the heel, low at the ball, up again over the toe."""
    return np.interp(x, [-0.155, -0.135, -0.105, -0.06, 0.0, 0.06, 0.11, 0.15],
                     [0.0440, 0.0375, 0.0305, 0.0290, 0.0330, 0.0400, 0.0450, 0.0520])


def soft(function, x):
    """The piecewise line smoothed."""
    return sum(function(x + d) * w for d, w in zip(np.linspace(-0.022, 0.022, 9), np.hanning(11)[1:-1] / np.hanning(11).sum()))


EDGE, LINE = through([k[0] for k in KEYS]), through([k[1] for k in KEYS])
OUT = shapes.outward(EDGE)[0]
OUT = OUT * np.sign((OUT * (EDGE - EDGE.mean(0))).sum())


def skin(t, lift=0.0, column=None):
    """Points of the upper at heights t (rows, columns) in 0 … 1 from midsole to throat or collar."""
    column = np.broadcast_to(np.arange(COLUMNS)[None], t.shape) if column is None else column
    low = np.concatenate([EDGE, soft(bed, EDGE[:, 0])[:, None] - 0.004], 1)
    toe = np.exp(-((EDGE[:, 0] + 0.146) / 0.075) ** 2)[:, None]
    heel = np.exp(-((EDGE[:, 0] - 0.142) / 0.030) ** 2)[:, None]
    out = np.concatenate([OUT, np.zeros((COLUMNS, 1))], 1)
    gap = np.linalg.norm(LINE - low, axis=1, keepdims=True)
    up = np.array([0, 0, 1.0])
    c1 = low + up * gap * (0.42 - 0.06 * toe) + out * (0.0070 - 0.003 * heel)
    inner = LINE + out * gap * (0.30 + 0.16 * toe - 0.30 * heel) - up * gap * (0.08 + 0.02 * toe + 0.22 * heel)
    inner = inner + heel * [0.004, 0, -0.006]
    c = [np.stack([np.interp(column, np.arange(COLUMNS + 1), np.append(p[:, k], p[0, k])) for k in range(3)], -1)
         for p in (low, c1, inner, LINE)]
    s = t[..., None]
    p = c[0] * (1 - s) ** 3 + 3 * c[1] * s * (1 - s) ** 2 + 3 * c[2] * s ** 2 * (1 - s) + c[3] * s ** 3
    if np.any(lift):
        e = 0.004
        du = skin(t, 0.0, (column + 0.4) % COLUMNS) - skin(t, 0.0, (column - 0.4) % COLUMNS)
        dv = skin(np.clip(t + e, 0, 1), 0.0, column) - skin(np.clip(t - e, 0, 1), 0.0, column)
        n = np.cross(du, dv)
        n /= np.maximum(np.linalg.norm(n, axis=-1, keepdims=True), 1e-12)
        p = p + n * np.asarray(lift)[..., None]
    return p


def closed_grid(name, p, sharp=180, uv=None):
    if uv is None:
        loop = np.concatenate([p, p[:, :1]], 1)
        u = geometry.arc_length(loop[len(p) // 2])
        v = geometry.arc_length(p[:, COLUMNS // 4]) if p.shape[1] == COLUMNS else geometry.arc_length(p[:, 0])
        uv = np.stack(np.meshgrid(u, v), -1)
    obj = geometry.grid(name, p if shapes.signed(p) > 0 else p[:, ::-1], uv=uv)
    return geometry.finish(obj, sharp, weighted=False)


def upper():
    t = np.repeat(np.linspace(0, 1, 14)[:, None], COLUMNS, 1)
    obj = closed_grid("Upper", skin(t))
    obj["over"] = 0.0020  # what is sewn on
    return obj


def collar(k):
    """How thickly a column's edge is padded: at the ankle, not along the laces."""
    x = LINE[:, 0]
    return 0.0009 + 0.0056 * np.clip((x - 0.035) / 0.03, 0, 1) * (1 - 0.35 * np.clip((x - 0.12) / 0.02, 0, 1))


def lining():
    """From the upper's edge over the padded roll and down to the insole."""
    pad = collar(None)[:, None]
    line_out = through_normals()
    up, rows = np.array([0, 0, 1.0]), []
    for a in np.linspace(0, math.pi, 8):
        rows.append(LINE - line_out * pad * (1 - np.cos(a)) + up * pad * np.sin(a) * 0.9)
    inside = LINE - line_out * pad * 2
    floor = np.concatenate([EDGE - OUT * 0.007, soft(bed, EDGE[:, 0])[:, None] + 0.001], 1)
    for f in (0.06, 0.14, 0.25, 0.4, 0.6, 0.8, 1.0):
        s = f * f * (3 - 2 * f)
        p = inside * (1 - f) + floor * f
        bulge = skin(np.full((1, COLUMNS), 1 - f), -0.0022)[0]
        p = p * (1 - 0.85 * math.sin(math.pi * f) ** 0.5) + bulge * 0.85 * math.sin(math.pi * f) ** 0.5
        p[:, 2] = np.minimum(p[:, 2], inside[:, 2] * (1 - s) + floor[:, 2] * s + 0.02)
        rows.append(p)
    rows.append(np.concatenate([EDGE * 0.05 + EDGE.mean(0) * 0.95, soft(bed, EDGE[:, 0] * 0.05)[:, None] + 0.002], 1))
    return geometry.finish(geometry.grid("Lining", np.array(rows), u=np.linspace(0, 0.7, COLUMNS + 1),
                                         v=np.arange(len(rows)) * 0.008), 180, weighted=False)


def through_normals():
    n = shapes.outward(LINE[:, :2])[0]
    n = n * np.sign((n * (LINE[:, :2] - LINE[:, :2].mean(0))).sum())
    return np.concatenate([n, np.zeros((COLUMNS, 1))], 1)


def patch(name, first, last, low, high, lift=0.0009, rows=9, seam=0.0024, both=False):
    """A piece sewn on: columns first … last (may pass the seam of the numbering), heights low(f) … high(f)."""
    count = int((last - first) * 1.0) + 1
    f = np.linspace(0, 1, count)
    column = np.repeat(((first + (last - first) * f) % COLUMNS)[None], rows + 4, 0)
    g = np.concatenate([[0.0, 0.02], np.linspace(0.05, 0.95, rows), [0.98, 1.0]])[:, None]
    t = low(f) * (1 - g) + high(f) * g
    height = np.full(t.shape, lift)
    height[0], height[-1] = -0.0006, -0.0006
    height[:, 0], height[:, -1] = -0.0006, -0.0006
    p = skin(np.clip(t, 0, 1), height, column)
    u, v = geometry.arc_length(p[len(p) // 2]), geometry.arc_length(p[:, count // 2])
    obj = geometry.finish(geometry.grid(name, p, wrap_u=False, uv=np.stack(np.meshgrid(u, v), -1)), 55, weighted=True)
    seams = []
    for edge, inset in ((high, -1), (low, 1)) if both else ((high, -1),):
        length = np.maximum(v[-1], 1e-4)
        at = np.clip(edge(f) + inset * seam / length * np.maximum(high(f) - low(f), 0.02), 0, 1)[None]
        p0 = skin(at, np.full(at.shape, lift + 0.00012), column[:1])[0]
        p1 = skin(at, np.full(at.shape, lift + 0.00112), column[:1])[0]
        cut = slice(3, -3)
        seams.append(parts.stitches("Seam", p0[cut], (p1 - p0)[cut], 0.0028, 0.0014, 0.00028))
    return obj, seams


def column_of(x, outer=True):
    """The column at which the midsole's edge passes x, on one side."""
    half = np.arange(0, COLUMNS // 2) if outer else np.arange(COLUMNS // 2, COLUMNS)
    return float(half[np.argmin(np.abs(EDGE[half, 0] - x))])


def overlays():
    half = COLUMNS / 2
    pieces, seams, leaves = [], [], []
    bell = lambda f, w: np.exp(-((f - 0.5) / w) ** 2)
    ends = lambda f: np.clip(4.5 * np.minimum(f, 1 - f), 0.06, 1)  # a piece runs out along the sole
    jobs = [("Toe guard", -38, 38, lambda f: 0 * f, lambda f: (0.08 + 0.18 * bell(f, 0.26)) * ends(f)),
            ("Heel counter", half - 34, half + 34, lambda f: 0 * f, lambda f: (0.14 + 0.56 * bell(f, 0.24)) * ends(f)),
            ("Throat", -58, 58, lambda f: 0.80 - 0.10 * np.abs(2 * f - 1) ** 2, lambda f: 0.995 + 0 * f)]
    for name, first, last, low, high in jobs:
        if name == "Throat":
            obj, more = patch(name, first, last, low, high, rows=6)
            seams += edge_seam(first, last, low, 0.012)
        else:
            obj, more = patch(name, first, last, low, high)
            seams += more
        pieces.append(obj)
    for outer in (True, False):  # a long leaf on either side, from the waist up to the laces
        a, b = (column_of(0.075), column_of(-0.055)) if outer else (column_of(-0.055, False), column_of(0.075, False))
        a, b = min(a, b), max(a, b)
        rise = (lambda f: f) if not outer else (lambda f: 1 - f)
        middle = lambda f, r=rise: 0.12 + 0.50 * r(f) ** 1.5
        wide = lambda f: 0.066 * np.sin(math.pi * np.clip(f, 0, 1)) ** 0.8 + 0.003
        for lie, share in ((0.100, 1.0), (-0.052, 0.55)):  # two leaves of one stem
            obj, _ = patch("Leaf", a, b, lambda f, m=middle: m(f) + lie - wide(f) * share,
                           lambda f, m=middle: m(f) + lie + wide(f) * share, lift=0.0007, rows=5)
            leaves.append(obj)
    return geometry.join("Overlays", pieces), geometry.join("Seams", seams), geometry.join("Leaves", leaves)


def edge_seam(first, last, low, inset):
    f = np.linspace(0, 1, int(last - first) + 1)
    column = ((first + (last - first) * f) % COLUMNS)[None]
    t = np.clip(low(f) + 0.035, 0, 1)[None]
    p0, p1 = (skin(t, np.full(t.shape, h), column)[0] for h in (0.00102, 0.0020))
    return [parts.stitches("Seam", p0[3:-3], (p1 - p0)[3:-3], 0.0028, 0.0014, 0.00028)]


def eyelet(index, side):
    f = index / 5
    x = -0.0500 + 0.0740 * f
    half = np.arange(0, COLUMNS // 2) if side < 0 else np.arange(COLUMNS // 2, COLUMNS)
    k = half[np.argmin(np.abs(LINE[half, 0] - x))]
    t = np.full((1, 1), 0.905)
    p = skin(t, np.full((1, 1), 0.0010), np.full((1, 1), float(k)))[0, 0]
    q = skin(t, np.full((1, 1), 0.0020), np.full((1, 1), float(k)))[0, 0]
    return p, (q - p) / np.linalg.norm(q - p)


TONGUE = geometry.spline([(-0.070, 0, 0.0640), (-0.052, 0, 0.0735), (-0.020, 0, 0.0900), (0.010, 0, 0.1050), (0.034, 0, 0.1190),
                          (0.0480, 0, 0.1310),
                          (0.0530, 0, 0.1400)], 40)


def tongue_thickness(f):
    return np.interp(f, [0, 0.4, 0.8, 0.95, 1], [0.0035, 0.0055, 0.0085, 0.0095, 0.008])


def over_tongue(x):
    """The height at which a lace lies on the tongue's middle."""
    return np.interp(x, TONGUE[:, 0],
                     TONGUE[:, 2]) + tongue_thickness(np.interp(x, TONGUE[:, 0], np.linspace(0, 1, 40))) * 0.62 + 0.0014


def laces():
    """Flat laces: straight bars over the tongue, a bow at the top."""
    pieces, rings = [], []
    flat = superellipse(0.0068, 0.0012, 10, 2.8)
    for index in range(6):
        (a, na), (b, nb) = eyelet(index, -1), eyelet(index, 1)
        crown = (a + b) / 2
        crown[2] = max(over_tongue(crown[0]), crown[2] + 0.0070)
        path = geometry.spline([a - na * 0.0015, a + na * 0.0016 + (b - a) * 0.04, crown - (b - a) * 0.26 - [0, 0, 0.0016],
                                crown, crown + (b - a) * 0.26 - [0, 0, 0.0016],
                                b + nb * 0.0016 - (b - a) * 0.04, b - nb * 0.0015], 26)
        pieces.append(shapes.tube("Lace", path, flat, np.linspace(na, nb, 26) + [0, 0, 0.6], sharp=180))
        for p, n in ((a, na), (b, nb)):
            ring = geometry.lathe("Eyelet", [(0.0016, -0.0004), (0.0028, -0.0004), (0.0028, 0.0003), (0.0023, 0.0006),
                                             (0.0016, 0.0001), (0.0016, -0.0004)], 18)
            rings.append(shapes.facing(geometry.finish(ring, 60, weighted=False), p, n, (1, 0, 0)))
        if index < 5:  # the crossing under the next bar
            (c, nc) = eyelet(index + 1, 1)
            mid = (a + c) / 2
            mid[2] = max(over_tongue(mid[0]) - 0.0010, mid[2] + 0.0040)
            under = lambda p, n: p - n * 0.0046 + (mid - p) * 0.10  # it comes out below the throat's edge
            pieces.append(shapes.tube("Cross", geometry.spline([under(a, na), mid - (c - a) * 0.16, mid + (c - a) * 0.16, under(c, nc)], 18),
                                      flat, (0, 0, 1), sharp=180))
    top = (eyelet(5, -1)[0] + eyelet(5, 1)[0]) / 2
    top[2] = over_tongue(top[0]) + 0.0026
    knot = superellipse(0.0085, 0.0062, 14, 2.4)
    pieces.append(shapes.bar("Knot", [top + [-0.0042, 0, -0.0006], top + [0.0042, 0, 0.0004]], knot, (0, 0, 1), 0.0028, 3))
    round_ = superellipse(0.0056, 0.0016, 10, 2.4)
    for s in (-1, 1):
        loop = [(0, s * 0.003, 0), (-0.004, s * 0.017, 0.0075), (-0.010, s * 0.0330, 0.0005), (-0.0150, s * 0.0420, -0.0125),
                (-0.0075, s * 0.0445, -0.0150), (0.001, s * 0.0360, -0.0050),
                (0.0022, s * 0.0180, 0.0060), (0.001, s * 0.002, 0.001)]
        pieces.append(shapes.tube("Bow", geometry.spline([top + p for p in loop], 40), round_, (0.25, 0, 1.0), sharp=180))
        end = [(0.001, s * 0.002, 0), (0.008, s * 0.0140, 0.0035), (0.0150, s * 0.0270, -0.0080), (0.0190, s * 0.0345, -0.0260)]
        pieces.append(shapes.tube("End", geometry.spline([top + p for p in end], 22), round_, (0.25, 0, 1.0), sharp=180))
        tip = geometry.spline([top + p for p in end], 22)[-2:]
        d = (tip[1] - tip[0]) / np.linalg.norm(tip[1] - tip[0])
        rings.append(shapes.bar("Aglet", [tip[1] - d * 0.002, tip[1] + d * 0.010], shapes.circle(0.0016, 10), (1, 0, 0), 0.0005,
                                2))
    return geometry.join("Laces", pieces), geometry.join("Eyelets", rings)


def tongue():
    s = np.linspace(0, 1, 40)
    sections = []
    for f in s:
        wide, thick = np.interp(f, [0, 0.3, 0.8, 1], [0.030, 0.046, 0.058, 0.050]), tongue_thickness(f)
        o = superellipse(wide, thick, 26, 3.0, math.pi / 26)
        o[:, 1] -= (o[:, 0] / 0.030) ** 2 * 0.0085
        for ridge in (-1, 0, 1):
            o[:, 1] += np.where(o[:, 1] > -0.004, 0.0005 * math.cos(f * 40) * np.exp(-((o[:, 0] - ridge * 0.013) / 0.005) ** 2),
                                0)
        sections.append(o)
    path, sections = geometry.domed(TONGUE, np.array(sections), 0.0040, 4)
    return shapes.tube("Tongue", path, sections, (-0.55, 0, 0.83), sharp=180)


def tabs():
    """The loop at the heel and the label on the tongue."""
    loop = geometry.spline([(0.1395, 0, 0.0860), (0.1440, 0, 0.1050), (0.1475, 0, 0.1290), (0.1425, 0, 0.1360),
                            (0.1350, 0, 0.1290), (0.1300, 0, 0.1120)], 34)
    pieces = [shapes.bar("Loop", loop, superellipse(0.0110, 0.0014, 14, 4, math.pi / 14),
                         np.stack([np.gradient(loop[:, 2]), np.zeros(34), -np.gradient(loop[:, 0])], 1), 0.0005, 2)]
    label = shapes.extrude("Label", shapes.rectangle(0.022, 0.016, 0.003, 4), 0.0010, 0.0004, 2)
    pieces.append(shapes.facing(label, (0.0402, 0, 0.1325), (-0.62, 0, 0.78), (1, 0, 0.8)))
    return pieces


def sole(rows, name, sharp=60, rise=None):
    """Rows of (outset, share of the height, metres down and, at will, how deep a groove is cut there, which runs out towards
    the toe): the midsole's wall and its two flats. `rise`: by what factor the rows lie higher at x."""
    x = EDGE[:, 0]
    low, high = soft(ground, x), soft(bed, x)
    out = []
    for outset, share, down, *deep in rows:
        groove = sum(deep) * smoothstep(-0.050, 0.045, x)
        flare = 0.0045 * (1 - share) * np.clip((np.abs(x) - 0.03) / 0.1, 0, 1)
        p = EDGE + OUT * (outset + flare - groove)[:, None] if outset > -1 else np.repeat(EDGE.mean(0)[None], COLUMNS, 0) * [1, 1]
        if outset <= -1:
            p = EDGE * 0.02 + EDGE.mean(0) * 0.98
        xx = p[:, 0]
        lo, hi = soft(ground, xx), soft(bed, xx)
        up = share * (rise(x) if rise is not None and outset > -1 else 1)
        out.append(np.concatenate([p, (lo + (hi - lo) * up - down)[:, None]], 1))
    out = np.array(out)
    return geometry.finish(geometry.grid(name, out, u=np.linspace(0, 0.72, COLUMNS + 1),
                                         v=geometry.arc_length(out[:, COLUMNS // 4])), sharp, weighted=False)


def midsole():
    wall = lambda share: float(np.interp(share, [0.10, 0.20, 0.34, 0.55, 0.75, 0.88], [0.0014, 0.0040, 0.0052, 0.0058, 0.0055, 0.0046]))
    cuts = [(share + d, 0.0017 * (abs(d) < 0.02)) for share in (0.37, 0.54, 0.71) for d in (-0.032, -0.016, 0.016, 0.032)]
    return sole([(-2, 0.0, -0.0030), (-0.006, 0.0, -0.0034), (-0.001, 0.05, -0.0030), (wall(0.10), 0.10, -0.001), (wall(0.20), 0.20, 0),
                 (wall(0.29), 0.29, 0)] + [(wall(share), share, 0, deep) for share, deep in cuts]
                + [(wall(0.80), 0.80, 0), (wall(0.88), 0.88, 0), (0.0040, 0.94, 0), (0.0030, 0.975, 0), (0.0016, 1.0, 0),
                   (0.0002, 1.0, 0.0006), (-0.004, 1.0, 0.003), (-2, 1.0, 0.004)], "Midsole", 180)


def piping():
    """The cord that hides where upper and midsole are glued."""
    line = np.concatenate([EDGE + OUT * 0.0020, (soft(bed, EDGE[:, 0]) + 0.0003)[:, None]], 1)[::2]
    return shapes.tube("Piping", line, shapes.circle(0.0012, 6), (0, 0, 1), closed=True, sharp=180)


def outsole():
    """Rubber under heel and ball, cut into slanted treads, wrapped up a little at the toe."""
    pieces = []
    for a, b, step in ((-0.132, -0.006, 0.0098), (0.040, 0.134, 0.0098)):
        for x in np.arange(a, b, step):
            for lane in range(-2, 3):
                w = 0.0150
                y = lane * 0.0182 + (-0.002)
                column = np.argsort(np.abs(EDGE[:, 0] - x))[:6]
                lo, hi = EDGE[column, 1].min() - 0.0010, EDGE[column, 1].max() + 0.0010
                y0, y1 = max(y - w / 2, lo), min(y + w / 2, hi)
                if y1 - y0 < 0.005:
                    continue
                lean = 0.0018 * (1 if lane % 2 else -1)
                lug = shapes.extrude("Lug", shapes.smooth([(x, y0, 0.001), (x + step * 0.78, y0 + 0.0001, 0.001),
                                                           (x + step * 0.78 + lean, y1, 0.001), (x + lean, y1, 0.001)], 2),
                                     0.0042,
                                     steps=1, bevel=0.0, bottom_bevel=0.0006, base=0.0, caps=(True, False))
                co = lug.data.vertices
                for v in co:
                    v.co.z += float(soft(ground, np.array(v.co.x)))
                pieces.append(lug)
    toe = lambda x: 1 + 1.5 * np.exp(-((x + 0.158) / 0.036) ** 2)  # a bumper over the toe
    rand = sole([(-2, 0.0, -0.0028), (-0.010, 0.0, -0.0026), (-0.002, 0.0, -0.0018), (0.0030, 0.01, -0.0018), (0.0054, 0.05, -0.0014),
                 (0.0066, 0.13, -0.0006), (0.0068, 0.205, 0),
                 (0.0060, 0.222, 0), (0.0036, 0.215, 0), (-0.004, 0.12, 0), (-2, 0.12, -0.002)], "Rand", 50, toe)
    return geometry.join("Treads", pieces + [rand])


def insole():
    edge = EDGE - OUT * 0.0085
    rows = []
    for f, d in ((1, -0.0005), (0.0, -0.0005), (-0.004, 0.0008), (0.0, 0.0022), (0.02, 0.0034), (0.3, 0.0030), (1, 0.0026)):
        p = edge * (1 - max(f, 0)) + edge.mean(0) * max(f, 0)
        rows.append(np.concatenate([p, (soft(bed, p[:, 0]) + 0.0025 + d)[:, None]], 1))
    rows = np.array(rows)[:, ::2]
    return geometry.finish(geometry.grid("Insole", rows, u=np.linspace(0, 0.68, COLUMNS // 2 + 1),
                                         v=geometry.arc_length(rows[:, COLUMNS // 8])), 50, weighted=False)


def wardrobe():
    names = ["Dusk", "Paper", "Ember", "Teal"]
    pairs = [("#4A5877", "#0C1019"), ("#EDE7DA", "#8E8573"), ("#C24C31", "#43120B"), ("#31898A", "#072625")]
    knits, relief, repeat = surfaces.knit(names, pairs, metres=0.0294, across=14, open_work=0.9, size=384)
    foam = surfaces.grain("Foam", seed=73, rough=0.72, depth=0.6, coarse=40)
    words = {"Dusk": ("ইন্ডিগো সন্ধ্যা", "#222833", "#EEE7DA", "#1B1C1F", "#D9A856"),
             "Paper": ("কাগজ", "#CDBFA6", "#F5F1E8", "#A97B45", "#3A3A3C"),
             "Ember": ("অঙ্গার", "#33120D", "#F2EADD", "#2A1512", "#F0E3CC"),
             "Teal": ("ময়ূরকণ্ঠী", "#0C2826", "#E9E6DC", "#15181A", "#E3B768")}
    out = []
    for name, knit in zip(names, knits):
        bn, overlay, midsole_colour, rubber, lace = words[name]
        out.append({"name": name, "bn": bn, "materials": {
            "knit": materials.pbr(f"{name} knit", base=knit, normal=relief, repeat=repeat, roughness=0.9,
                                  extensions=materials.sheen("#3A3F4A", 0.5)),
            "overlay": materials.pbr(f"{name} overlay", overlay, 0.86, orm=foam[0], normal=foam[1], repeat=foam[2], normal_scale=0.7),
            "foam": materials.pbr(f"{name} foam", midsole_colour, 1.0, orm=foam[0], normal=foam[1], repeat=foam[2]),
            "rubber": materials.pbr(f"{name} rubber", rubber, 0.62),
            "lace": materials.pbr(f"{name} lace", lace, 0.85, normal=relief, repeat=(120, 120), normal_scale=1.0,
                                  extensions=materials.sheen("#40403C", 0.5))}})
    return out


def build(folder):
    geometry.reset()
    variants = wardrobe()
    over, seams, leaves = overlays()
    loop, label = tabs()
    over, accent = shaded(geometry.join("Overlays", [over, piping()])), geometry.join("Accents", [seams, leaves, loop])
    lace, rings = laces()
    for obj in (lace, accent):
        shaded(obj)
    knit, foam, rubber = ("Engineered knit", "বুননে তৈরি জাল"), ("Nitrogen-blown foam",
                                                                 "নাইট্রোজেনে ফোলানো ফোম"), ("Carbon rubber", "কার্বন রাবার")
    treads = Part("treads", "Outsole treads", "তলার খাঁজ", outsole(), "rubber", (0, 0, 0.01), rubber, (0, 1, 0, 0.0, 0))
    strings = Part("laces", "Laces", "ফিতা", origin=(0, 0, 0.1), made_of=("Woven polyester", "বোনা পলিয়েস্টার"),
                   explode=(0, 1, 0, 0.160, 1), price=25000,
                   layers=[(lace, "lace"), (rings, "rubber")])
    body = Part("upper", "Upper", "ওপরের আবরণ", origin=(0, 0, 0.06), made_of=knit, explode=(0, 1, 0, 0.085, 2),
                layers=[(shaded(upper()), "knit"), (over, "overlay"), (accent, "lace")], children=[
                    Part("lining", "Lining and collar", "আস্তর ও কলার", shaded(lining()), "knit", (0, 0, 0.06),
                         ("Soft jersey", "নরম জার্সি"),
                         hollow=True)])
    bottom = Part("midsole", "Midsole", "মাঝের সোল", shaded(midsole()), "foam", (0, 0, 0.02), foam, (0, 1, 0, 0.035, 3))
    root = Part("shoe", "Running shoe", "দৌড়ের জুতা", price=780000, children=[
        treads, bottom, Part("insole", "Insole", "ভেতরের সোল", insole(), "rubber", (0, 0, 0.04), foam, (0, 1, 0, 0.060, 2),
                             price=60000), body,
        Part("tongue", "Tongue", "জিভ", origin=(0, 0, 0.1), made_of=knit, explode=(-0.2, 0.98, 0, 0.115, 1),
             layers=[(shaded(tongue()), "knit"), (label, "lace")]), strings],
        hotspots=[
            extras.hotspot((-0.100, -0.050, 0.055), (-0.3, -1, 0.4), ("Engineered knit",
                                                                      "One piece, open where the foot bends"),
                           ("বোনা আবরণ", "এক টুকরো, পা যেখানে ভাঁজ হয় সেখানে খোলা"), body),
            extras.hotspot((0.090, -0.043, 0.025), (0, -1, 0), ("38 mm of foam", "Gives back what it takes"),
                           ("৩৮ মিমি ফোম", "যতটা চাপ নেয়, ততটা ফেরায়"), bottom),
            extras.hotspot((0.146, 0, 0.115), (1, -0.3, 0.3), ("Heel loop", "Pulls on with one finger"),
                           ("গোড়ালির ফাঁস", "এক আঙুলেই টেনে পরা যায়"), body)])
    save(folder, root, variants)
