# SPDX-License-Identifier: GPL-3.0-or-later
"""A carton of caplets: the art over lib/blister.py."""
import math

import numpy as np

from lib import blister, geometry, materials, shapes
from lib.blister import ART
from lib.painting import Canvas, curve, petal

CELLS = [(x, y) for y in (-0.0118, 0.0118) for x in np.linspace(-0.0425, 0.0425, 5)]
LOOKS = [("Famotidine", "ফ্যামোটিডিন", "20 mg", "২০ মিগ্রা", "30 caplets", {"deep": "#0B3F6B", "colour": "#1687B8", "light": "#7FD0E8", "accent": "#F2A33A"}, "#F4F2EC"),
         ("Naproxen", "ন্যাপ্রোক্সেন", "250 mg", "২৫০ মিগ্রা", "30 caplets", {"deep": "#8E2A12", "colour": "#E8642A", "light": "#F9C07A", "accent": "#2A6E8E"}, "#F4C24A"),
         ("Cetirizine", "সেটিরিজিন", "10 mg", "১০ মিগ্রা", "30 caplets", {"deep": "#0E4A34", "colour": "#2A9A66", "light": "#A8DDB0", "accent": "#D8483A"}, "#9CCFC0")]


def lattice(c, x, y, size, tint, seed):
    """A chain of rings such as chemists draw; of no real substance."""
    rng = np.random.default_rng(seed)
    px, py = x, y
    for k in range(4):
        h = np.stack([px + size * np.sin(np.arange(6) * math.pi / 3), py + size * np.cos(np.arange(6) * math.pi / 3)], 1)
        c.line(h, size * 0.13, tint, closed=True, amount=0.8)
        if k % 2:
            c.ring(px, py, size * 0.55, size * 0.10, tint)
        a = h[rng.integers(0, 6)]
        c.line([a, a + (a - [px, py]) * 0.8], size * 0.12, tint, amount=0.8)
        c.dot(*(a + (a - [px, py]) * 0.9), size * 0.22, tint)
        px, py = px + size * 1.732 * (1 if k % 2 else 0.5), py + (0 if k % 2 else size * 1.5 * (-1 if k else 1))


def face(c, place, p, name, bn, dose, dose_bn, count):
    x0, y0, x1, y1 = ART.places[place]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2):
        w, h = (x1 - x0) / 2, (y1 - y0) / 2
        c.box(-w, -h, w, h, "#F7F8F6")
        wave = curve([(w * 0.18, -h * 1.2), (w * 0.40, -h * 0.4), (w * 0.36, h * 0.3), (w * 0.62, h * 1.2)], 40)
        for d, tint, to in ((0.0, p["light"], p["light"]), (0.0065, p["colour"], p["light"]), (0.016, p["deep"], p["colour"])):
            c.shape(np.concatenate([wave + [d, 0], [(w * 1.3, h * 1.3), (w * 1.3, -h * 1.3)]]), tint, to, (0, 1))
        lattice(c, w * 0.66, h * 0.10, h * 0.20, "#FFFFFF", 4)
        for k in range(7):
            with c.at(w * 0.80, -h * 0.52, 1, 360 * k / 7):
                c.shape(petal(h * 0.26, h * 0.13, 0.4), "#FFFFFF", amount=0.85)
        c.text(name, 0.0145, -w * 0.92, h * 0.44, p["deep"], "bold", "LEFT")
        c.text(bn, 0.0096, -w * 0.92, h * 0.06, p["colour"], "bengali-bold", "LEFT")
        pill = np.concatenate([shapes.rectangle(0.024, 0.0076, 0.0037, 6, (-w * 0.92 + 0.012, -h * 0.36))])
        c.shape(pill, p["accent"])
        c.text(dose, 0.0060, -w * 0.92 + 0.012, -h * 0.36, "#FFFFFF", "bold")
        c.text(dose_bn, 0.0062, -w * 0.92 + 0.0270, -h * 0.37, p["accent"], "bengali-bold", "LEFT")
        c.text(count, 0.0046, -w * 0.92, -h * 0.68, "#3A4046", "regular", "LEFT")
        c.text("By mouth. Keep dry, below 30 °C.", 0.0029, -w * 0.92, -h * 0.86, "#6A7076", "regular", "LEFT")


def wardrobe():
    film, relief = blister.stuffs()
    out = []
    for name, bn, dose, dose_bn, count, p, tint in LOOKS:
        c = Canvas(ART.width, ART.height, 640, "#E6E1D6")
        face(c, "front", p, name, bn, dose, dose_bn, count)
        x0, y0, x1, y1 = ART.places["top"]
        with c.within(x0, y0, x1, y1):
            c.box(x0, y0, x1, y1, p["colour"], p["deep"], (1, 0))
            c.text(name, 0.0105, x0 + 0.008, (y0 + y1) / 2, "#FFFFFF", "bold", "LEFT")
            c.text(dose, 0.0075, x1 - 0.010, (y0 + y1) / 2, p["light"], "bold", "RIGHT")
        x0, y0, x1, y1 = ART.places["end"]
        mx = (x0 + x1) / 2
        with c.within(x0, y0, x1, y1):
            c.box(x0, y0, x1, y1, "#F7F8F6")
            c.box(x0, y1 - 0.016, x1, y1, p["deep"])
            c.box(x0, y1 - 0.018, x1, y1 - 0.016, p["accent"])
            c.text(name, 0.0046, mx, y1 - 0.0082, "#FFFFFF", "bold")
            for k, words in enumerate(("LOT 0417", "EXP 08 2028", dose)):
                c.text(words, 0.0036, mx, y1 - 0.0245 - 0.0062 * k, "#2A2E33", "regular")
            rng = np.random.default_rng(9)
            at = x0 + 0.0045
            while at < x1 - 0.0050:  # bars
                wide = 0.00025 * rng.integers(1, 4)
                c.box(at, y0 + 0.0035, at + wide, y0 + 0.0125, "#15181B")
                at += wide + 0.00025 * rng.integers(1, 4)
        x0, y0, x1, y1 = ART.places["leaflet"]
        with c.within(x0, y0, x1, y1):
            c.box(x0, y0, x1, y1, "#F4F3EF")
            c.text(name, 0.006, x0 + 0.006, y1 - 0.006, p["deep"], "bold", "LEFT")
            rng = np.random.default_rng(2)
            for column in range(3):
                for line in range(22):
                    a = x0 + 0.006 + 0.0365 * column
                    c.box(a, y1 - 0.0135 - 0.0025 * line, a + 0.033 * (1 if rng.random() > 0.25 else rng.uniform(0.3, 0.9)), y1 - 0.0125 - 0.0025 * line, "#9AA0A4")
        ART.fill(c, {"board": "#CFC8B8", "white": "#F7F8F6", "colour": p["colour"], "deep": p["deep"]})
        f = Canvas(0.12, 0.12, 512, "#EEEFF1")
        with f.within(-0.0545, -0.025, 0.0545, 0.025):
            for k in range(-4, 5):
                for j in range(-3, 4):
                    f.text(f"{name} {dose}", 0.0036, 0.034 * j + 0.012 * k, 0.0062 * k, p["deep"], "bold")
        out.append({"name": name, "bn": bn, "materials": {
            "card": materials.pbr(f"{name} carton", roughness=0.42, base=c.jpeg(f"{name} carton", 86), extensions=materials.clearcoat(0.5, 0.15)), "film": film,
            "foil": blister.foil(f"{name} foil", f.jpeg(f"{name} foil", 84), relief), "pill": materials.pbr(f"{name} caplets", tint, 0.42, extensions=materials.clearcoat(0.35, 0.2))}})
    return out


def build(folder):
    geometry.reset()
    strip = blister.strip(CELLS, blister.ellipse(0.0180, 0.0098), blister.caplet)
    blister.pack(folder, "medicine", "Carton of caplets", "ওষুধের বাক্স", 9000, 3000, strip, wardrobe(), [
        (("Dose", "Take as your doctor says"), ("মাত্রা", "ডাক্তার যেমন বলেন")), (("Sealed strip", "Ten caplets, each in its own pocket"), ("সিল করা পাতা", "দশটি বড়ি, যার যার ঘরে")),
        (("Tuck end", "Lot and date are printed here"), ("মুখের ভাঁজ", "লট ও মেয়াদ এখানে ছাপা"))])
