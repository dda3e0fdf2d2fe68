# SPDX-License-Identifier: GPL-3.0-or-later
"""What a rickshaw is painted with: its hood, its body, its box."""
import math

import numpy as np

from lib import painting, shapes
from lib.painting import Canvas, curve
from rickshaw.plan import CORNER, HOOD, LONG, OUTLINE, SHEET, THETA

FLOWERS = {"white": ("#FFFFFF", "#F6C445", "#7A1238"), "rose": ("#FFE0EA", "#E0357A", "#5E0F2E"), "sun": ("#FFF0B0", "#F08A24", "#6B2208")}


def paint_hood(p):
    c = Canvas(1.18, 1.18, 1024, p["lining"])
    x0, y0, x1, y1 = HOOD.places["side"]
    with c.within(x0, y0 + 0.012, x1, y1), c.at((x0 + x1) / 2, y0):
        for k in range(4):
            a, b = THETA[k], THETA[k + 1]
            c.shape([(0, 0), (-1.2 * math.cos(a), 1.2 * math.sin(a)), (-1.2 * math.cos((a + b) / 2) * 1.1, 1.3 * math.sin((a + b) / 2)), (-1.2 * math.cos(b), 1.2 * math.sin(b))], p["hood"][k % 2],
                    p["deep"][k % 2], (0, -1))
        for k in range(4):  # scallops where the side meets the top, petals at the foot
            a, b = THETA[k], THETA[k + 1]
            m = (a + b) / 2
            rho = (LONG[k] + LONG[k + 1]) / 2 - CORNER
            for i in range(5):
                g = a + (b - a) * (i + 0.5) / 5
                with c.at(-rho * math.cos(g) * 0.985, rho * math.sin(g) * 0.985, 0.062, 90 - math.degrees(g)):
                    c.shape(painting.disc(0.52), p["edge"])
                    c.shape(painting.disc(0.40), p["accent"])
                    c.dot(0, 0, 0.16, "#FFFFFF")
            with c.at(-0.20 * math.cos(m), 0.20 * math.sin(m), 0.11, math.degrees(m) * -1 + 90):
                painting.rosette(c, 8, *FLOWERS["sun"])
            for side in (a, b):
                g = side + (m - side) * 0.16
                way = np.array([(-r * math.cos(g), r * math.sin(g)) for r in np.linspace(0.16, rho * 0.93, 20)])
                painting.vine(c, way, "#1E9A4E", "#B6F09C", "#0B4A25", FLOWERS["white" if k % 2 else "rose"], 0.035, 0.024)
        for k, (r, what, size) in enumerate(((0.46, "lotus", 0.24), (0.36, None, 0), (0.36, None, 0), (0.40, "lotus", 0.20))):
            m = (THETA[k] + THETA[k + 1]) / 2
            if what:
                with c.at(-r * math.cos(m), r * math.sin(m) - 0.04, size):
                    painting.lotus(c, *p["lotus"])
                with c.at(-(r + 0.13) * math.cos(m), (r + 0.13) * math.sin(m) + 0.04, 0.11, 0, k == 3):
                    painting.bird(c)
                with c.at(-0.30 * math.cos(m), 0.30 * math.sin(m), 0.075):
                    painting.rosette(c, 6, *FLOWERS["rose"])
        with c.at(0.02, 0.335, 0.36):
            painting.peacock(c, *p["peacock"])
    x0, y0, x1, y1 = HOOD.places["top"]
    with c.within(x0, y0, x1, y1):
        for k in range(4):
            f0, f1 = ((THETA[i] - THETA[0]) / (THETA[4] - THETA[0]) for i in (k, k + 1))
            a, b = x0 + (x1 - x0) * f0, x0 + (x1 - x0) * f1
            c.box(a, y0, b, y1, p["deep"][k % 2], p["hood"][k % 2])
            for edge in (a + 0.028, b - 0.028):
                painting.vine(c, np.array([(edge, y) for y in np.linspace(y0 + 0.03, y1, 20)]), "#1E9A4E", "#B6F09C", "#0B4A25", FLOWERS["white"], 0.036, 0.024)
            m = (a + b) / 2
            with c.at(m, y0 + 0.035, 0.9):
                painting.scallops(c, -(b - a) / 2, (b - a) / 2, 0.0, 0.026, p["accent"], p["edge"], "#FFFFFF")
            for y, s, kind in ((y0 + 0.125, 0.13, "lotus"), (y0 + 0.285, 0.105, "rosette"), (y1, 0.14, "rosette")):
                with c.at(m, y - (0.03 if kind == "lotus" else 0), s):
                    if kind == "lotus":
                        painting.lotus(c, *p["lotus"])
                    else:
                        painting.rosette(c, 10, *FLOWERS["sun"])
            c.line([(a, y0), (a, y1)], 0.008, p["edge"])
    return c.jpeg(f"{p['name']} hood", 80)


def paint_body(p):
    c = Canvas(1.64, 1.64, 1024, p["body"])
    ground, edge = p["body"], p["edge"]
    x0, y0, x1, y1 = SHEET.places["side"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2 - 0.6375, (y0 + y1) / 2 - 0.7925):
        c.box(0.1, 0.3, 1.2, 1.3, p["body_deep"], ground)
        for d, w, tint in ((-0.020, 0.010, edge), (-0.040, 0.004, "#FFFFFF"), (-0.052, 0.004, p["accent"])):
            c.line(shapes.offset(OUTLINE, d), w, tint, closed=True)
        with c.at(0.545, 0.800, 0.235):
            painting.peacock(c, *p["peacock"], fan=False)
        with c.at(0.40, 0.53, 0.20):
            painting.lotus(c, *p["lotus"])
        with c.at(0.90, 0.52, 0.16):
            painting.lotus(c, *p["lotus"])
        painting.vine(c, curve([(0.26, 0.50), (0.50, 0.485), (0.68, 0.52), (0.95, 0.485)], 40), "#1E9A4E", "#B6F09C", "#0B4A25", FLOWERS["sun"], 0.04, 0.03)
        painting.vine(c, curve([(0.98, 0.60), (1.005, 0.80), (1.01, 0.98)], 30), "#1E9A4E", "#B6F09C", "#0B4A25", FLOWERS["rose"], 0.04, 0.03)
        for x, z, s in ((0.415, 0.915, 0.075), (0.915, 0.90, 0.10), (0.80, 0.925, 0.06)):
            with c.at(x, z, s):
                painting.rosette(c, 10, *FLOWERS["sun"])
    x0, y0, x1, y1 = SHEET.places["back"]
    m = (x0 + x1) / 2, (y0 + y1) / 2
    with c.within(x0, y0, x1, y1):
        with c.at(*m):
            painting.river(c, x1 - x0, y1 - y0)
        painting.frame(c, x0, y0, x1, y1, 0.072, ground, edge)
    x0, y0, x1, y1 = SHEET.places["cushion"]
    with c.within(x0, y0, x1, y1):
        c.box(x0, y0, x1, y1, p["seat"][0], p["seat"][1])
        mx, my = (x0 + x1) / 2, (y0 + y1) / 2
        for w, tint in ((0.016, edge), (0.006, "#FFFFFF")):
            for inset in (0.05, 0.075):
                q = shapes.rectangle(x1 - x0 - 2 * inset, y1 - y0 - 2 * inset, 0.06, 6, (mx, my))
                c.line(q, w * (1 if inset < 0.06 else 0.4), tint, closed=True)
        for dx in (-0.22, 0, 0.22):
            with c.at(mx + dx, my - (0.05 if dx == 0 else 0), 0.22 if dx == 0 else 0.14):
                painting.lotus(c, *p["lotus"]) if dx == 0 else painting.rosette(c, 10, *FLOWERS["sun"])
    x0, y0, x1, y1 = SHEET.places["front"]
    with c.within(x0, y0, x1, y1):
        mx, my = (x0 + x1) / 2, (y0 + y1) / 2
        c.box(x0, y0, x1, y1, p["body_deep"], ground)
        painting.frame(c, x0, y0, x1, y1, 0.05, p["accent"], edge)
        with c.at(mx, my - 0.07, 0.24):
            painting.lotus(c, *p["lotus"])
        for s in (-1, 1):
            with c.at(mx + s * 0.21, my, 0.17, 0, s < 0):
                painting.bird(c)
    x0, y0, x1, y1 = SHEET.places["floor"]
    c.box(x0, y0, x1, y1, "#3B4048")
    with c.within(x0, y0, x1, y1):
        for k in range(26):
            for j in range(6):
                with c.at(x0 + 0.025 * (k + 0.5), y0 + 0.027 * (j + 0.5), 0.02, 45 if (k + j) % 2 else -45):
                    c.shape(painting.petal(1.0, 0.3) - [0, 0.5], "#6F7680")
    x0, y0, x1, y1 = SHEET.places["guard"]
    with c.within(x0, y0, x1, y1):
        c.box(x0, y0, x1, y1, p["guard"])
        for y, w in ((y0 + 0.014, 0.008), (y1 - 0.014, 0.008), (y0 + 0.028, 0.003), (y1 - 0.028, 0.003)):
            c.line([(x0, y), (x1, y)], w, edge)
        for k in range(27):
            with c.at(x0 + 0.06 * (k + 0.5), (y0 + y1) / 2, 0.052):
                painting.rosette(c, 8, *FLOWERS[("sun", "white", "rose")[k % 3]]) if k % 2 == 0 else c.dot(0, 0, 0.24, "#FFFFFF")
    x0, y0, x1, y1 = SHEET.places["disc"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2, 0.145):
        c.dot(0, 0, 0.9, p["accent"])
        painting.rosette(c, 12, *FLOWERS["sun"])
    SHEET.fill(c, {"frame": p["frame"], "body": ground, "bamboo": "#C79A55", "lining": p["lining"], "red": "#D81E3A", "gold": "#F2B632", "green": "#14A05A", "blue": "#1D5FD0"})
    return c.jpeg(f"{p['name']} paint", 82)


def paint_delivery(p):
    c = Canvas(1.64, 1.64, 1024, p["body"])
    for place, picture in (("side", "river"), ("back", "lotus")):
        x0, y0, x1, y1 = SHEET.places[place]
        mx, my, w, h = (x0 + x1) / 2, (y0 + y1) / 2, x1 - x0, y1 - y0
        with c.within(x0, y0, x1, y1):
            c.box(x0, y0, x1, y1, p["body_deep"], p["body"])
            if picture == "river":
                with c.at(mx, my), c.within(x0 + 0.10, y0 + 0.10, x1 - 0.10, y1 - 0.10):
                    painting.river(c, w - 0.14, h - 0.14)
                painting.frame(c, x0 + 0.075, y0 + 0.075, x1 - 0.075, y1 - 0.075, 0.05, p["accent"], p["edge"])
                painting.frame(c, x0, y0, x1, y1, 0.075, p["body"], p["edge"], FLOWERS["white"])
            else:
                for s in (-1, 1):
                    a, b = sorted((mx + s * 0.012, mx + s * (w / 2 - 0.012)))
                    painting.frame(c, a, y0 + 0.012, b, y1 - 0.012, 0.05, p["accent"], p["edge"])
                    with c.at(mx + s * w / 4, my + 0.06, 0.24, 0, s > 0):
                        painting.sun(c)
                    with c.at(mx + s * w / 4, my - 0.22, 0.25):
                        painting.lotus(c, *p["lotus"])
                    with c.at(mx + s * w / 4, my + 0.235, 0.14, 0, s < 0):
                        painting.bird(c)
    x0, y0, x1, y1 = SHEET.places["guard"]
    with c.within(x0, y0, x1, y1):
        c.box(x0, y0, x1, y1, p["guard"])
        for y, w in ((y0 + 0.014, 0.008), (y1 - 0.014, 0.008)):
            c.line([(x0, y), (x1, y)], w, p["edge"])
        for k in range(0, 27, 2):
            with c.at(x0 + 0.06 * (k + 0.5), (y0 + y1) / 2, 0.052):
                painting.rosette(c, 8, *FLOWERS[("sun", "white", "rose")[k % 3]])
    x0, y0, x1, y1 = SHEET.places["disc"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2, 0.145):
        c.dot(0, 0, 0.9, p["accent"])
        painting.rosette(c, 12, *FLOWERS["sun"])
    SHEET.fill(c, {"frame": p["frame"], "body": p["body"], "bamboo": "#B98A55", "lining": "#8A5F33", "red": "#D81E3A", "gold": "#F2B632", "green": "#14A05A", "blue": "#1D5FD0"})
    return c.jpeg(f"{p['name']} delivery paint", 82)
