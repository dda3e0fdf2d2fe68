# SPDX-License-Identifier: GPL-3.0-or-later
"""Shipping boxes in three sizes: corrugated board, taped, marked and addressed; the flaps open on shredded paper."""
import math

import numpy as np

from lib import cardboard, encode, extras, geometry, materials, motion, painting, shapes
from lib.atlas import Atlas
from lib.cardboard import hinge, rectangle
from lib.glb import Part, save
from lib.noise import normal_map, smoothstep, spectral, srgb
from lib.painting import Canvas, curve
from lib.sequence import keyed

BOARD, LINER, TAPE = 0.0040, 0.0005, 0.025
SIZES = [("parcel-small", "Small shipping box", "ছোট পার্সেল বাক্স", 0.230, 0.170, 0.105), ("parcel", "Shipping box", "পার্সেল বাক্স", 0.360, 0.260, 0.210),
         ("parcel-large", "Large shipping box", "বড় পার্সেল বাক্স", 0.480, 0.360, 0.340)]


class Box:
    def __init__(self, name, long, wide, tall):
        self.name, self.long, self.wide, self.tall = name, long, wide, tall
        g = 0.01
        width = long + wide + 3 * g
        rows = [tall, wide / 2, 0.09]
        height = max(sum(rows) + 4 * g, width * 0.5)
        x0, y1 = -width / 2 + g, height / 2 - g
        places = {"front": (x0, y1 - tall, x0 + long, y1), "side": (x0 + long + g, y1 - tall, x0 + long + g + wide, y1)}
        y1 -= tall + g
        places["flap"] = (x0, y1 - wide / 2, x0 + long, y1)
        places["minor"] = (x0 + long + g, y1 - wide / 2, x0 + long + g + wide, y1)
        y1 -= wide / 2 + g
        places["label"] = (x0, y1 - 0.09, x0 + 0.13, y1)
        self.atlas = Atlas(width, height, places)
        self.atlas.swatches(["board", "inside", "shred"], x0 + 0.14, y1 - 0.03, 0.03)

    def panel(self, outline, print_, turn=0):
        """Liner, flutes, liner: (board, edge)."""
        p = np.asarray(outline, float)
        low, high = p.min(0), p.max(0)
        across, up = [((1, 0, 0), (0, 1, 0)), ((-1, 0, 0), (0, -1, 0))][turn]
        width, height = high - low
        outer = shapes.extrude("Liner", p, LINER, 0.0002, 2, base=BOARD / 2 - LINER, bottom_bevel=0.0)
        self.atlas.printed(outer, print_, (*(low + high) / 2, 0), across, up, size=(width, height))
        inner = self.atlas.plain(shapes.extrude("Inner liner", p, LINER, 0.0, 1, base=-BOARD / 2, bottom_bevel=0.0002), "inside")
        edge = shapes.extrude("Flutes", shapes.offset(p, -0.0003), BOARD - 2 * LINER, 0.0, 1, base=-BOARD / 2 + LINER, caps=(False, False))
        return geometry.join("Board", [outer, inner]), edge

    def walls(self):
        long, wide, tall = self.long, self.wide, self.tall
        frames = [(rectangle(long, tall), "front", (0, -wide / 2, 0), (1, 0, 0), (0, -1, 0)), (rectangle(long, tall), "front", (0, wide / 2, 0), (-1, 0, 0), (0, 1, 0)),
                  (rectangle(wide, tall), "side", (long / 2, 0, 0), (0, 1, 0), (1, 0, 0)), (rectangle(wide, tall), "side", (-long / 2, 0, 0), (0, -1, 0), (-1, 0, 0)),
                  (rectangle(long - 0.004, wide - 0.004), "flap", (0, wide / 2 - 0.002, BOARD / 2), (1, 0, 0), (0, 0, -1))]
        board, edges = [], []
        for outline, name, at, along, out in frames:
            a, b = self.panel(outline, name)
            board.append(cardboard.placed(a, hinge(at, along, out)))
            edges.append(cardboard.placed(b, hinge(at, along, out)))
        return geometry.join("Walls", board), geometry.join("Wall edges", edges)

    def tape_down(self):
        """What of the tape runs down both ends, and along the bottom's seam."""
        out = []
        for s in (-1, 1):
            x = s * (self.long / 2 + BOARD / 2 + 0.00025)
            p = np.array([[(x + s * 0.0001 * math.sin(k * 1.3), y, z) for y in np.linspace(-TAPE, TAPE, 5)] for k, z in enumerate(np.linspace(self.tall - min(0.055, self.tall * 0.3), self.tall + 0.0005, 7))])
            tape = shapes.sheet("Tape", p if s > 0 else p[:, ::-1], 0.0002)
            out.append(tape)
        return geometry.join("Tape", out)

    def tape_half(self):
        """The half of the tape that lies on a long flap."""
        y1 = self.wide / 2
        outline = np.array([(-self.long / 2 - 0.002, y1 - TAPE), (self.long / 2 + 0.002, y1 - TAPE), (self.long / 2 + 0.002, y1 - 0.0006), (-self.long / 2 - 0.002, y1 - 0.0006)])
        return shapes.extrude("Tape", outline, 0.0003, 0.0001, 1, base=BOARD / 2)

    def label(self):
        w, h = 0.13 * min(1, self.tall / 0.14), 0.09 * min(1, self.tall / 0.14)
        obj = shapes.extrude("Label", shapes.rectangle(w, h, 0.004, 4), 0.0003, 0.0001, 1)
        self.atlas.printed(obj, "label", (0, 0, 0), upwards=(0, 1, 0), size=(w, h))
        return cardboard.placed(obj, hinge((-self.long * 0.5 + w / 2 + 0.022, -self.wide / 2 - BOARD / 2, self.tall - h / 2 - 0.020), (1, 0, 0), (0, -1, 0)))

    def shreds(self):
        """Crinkled strips of paper, a nest that fills the box to two thirds."""
        rng = np.random.default_rng(len(self.name) + 40)
        out = []
        for k in range(150):
            x, y = rng.uniform(-1, 1) * (self.long / 2 - 0.035), rng.uniform(-1, 1) * (self.wide / 2 - 0.035)
            z = self.tall * rng.uniform(0.40, 0.62)
            a = rng.uniform(0, 2 * math.pi)
            t = np.linspace(-1, 1, 10)
            far = 0.028 + 0.02 * rng.uniform()
            line = np.stack([x + far * t * math.cos(a) + 0.006 * np.sin(t * 4 + k), y + far * t * math.sin(a) + 0.006 * np.cos(t * 3 + k), z + 0.008 * np.sin(t * 5 + k) - 0.010 * t * t], 1)
            line[:, 0] = np.clip(line[:, 0], -self.long / 2 + 0.008, self.long / 2 - 0.008)
            line[:, 1] = np.clip(line[:, 1], -self.wide / 2 + 0.008, self.wide / 2 - 0.008)
            strip = shapes.tube("Shred", line, np.array([(-0.002, -0.0002), (0.002, -0.0002), (0.002, 0.0002), (-0.002, 0.0002)]), sharp=30)
            out.append(strip)
        bed = geometry.box("Bed", (self.long - 0.012, self.wide - 0.012, 0.01), (0, 0, self.tall * 0.40), 0.002, 1)
        return self.atlas.plain(geometry.join("Shreds", out + [bed]), "shred")

    def paint(self, look):
        c = Canvas(self.atlas.width, self.atlas.height, 1024, look["board"])
        ink = look["ink"]
        for name in ("front", "side", "flap", "minor"):
            x0, y0, x1, y1 = self.atlas.places[name]
            with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2):
                w, h = (x1 - x0) / 2, (y1 - y0) / 2
                s = min(w * 0.66, h * 0.95)
                if name == "front":
                    marks(c, w - s * 0.36, -h + s * 0.42, s * 0.50, ink)
                    c.box(-w, h - 0.006, w, h - 0.004, ink)
                    c.box(-w, -h + 0.004, w, -h + 0.006, ink)
                    with c.at(w - s * 0.62, h - s * 0.92, s * 0.80):
                        painting.lotus(c, look["board"], ink, ink, ink, ink, ink)
                elif name == "side":
                    with c.at(0, -s * 0.30, s * 1.05):
                        painting.lotus(c, look["board"], ink, ink, ink, ink, ink)
                    c.text("হাতে হাতে", s * 0.24, 0, -h + s * 0.30, ink, "bengali-bold")
                elif name == "flap":
                    for k in range(-3, 4):
                        with c.at(k * w * 0.27, -h * 0.20, min(h, w * 0.2) * 0.42):
                            painting.rosette(c, 8, look["board"], ink, ink, ink)
        x0, y0, x1, y1 = self.atlas.places["label"]
        with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2):
            c.box(-0.065, -0.045, 0.065, 0.045, "#F8F6F0")
            c.box(-0.062, 0.0135, 0.062, 0.0145, "#1B1A17")
            c.box(-0.0005, 0.0145, 0.0005, 0.042, "#1B1A17")
            for x, a, rows in ((-0.060, "FROM", ("12 Lalbagh Road", "Dhaka 1211")), (0.005, "TO", ("7 Zindabazar", "Sylhet 3100"))):
                c.text(a, 0.0056, x, 0.038, "#1B1A17", "bold", "LEFT")
                for k, row in enumerate(rows):
                    c.text(row, 0.0062, x, 0.0290 - 0.0090 * k, "#1B1A17", "regular", "LEFT")
            rng = np.random.default_rng(17)
            at = -0.060
            while at < 0.020:
                wide = 0.0006 * rng.integers(1, 4)
                c.box(at, -0.030, at + wide, 0.008, "#15181B")
                at += wide + 0.0006 * rng.integers(1, 4)
            c.text("VT 0417 2208 91", 0.0062, -0.020, -0.0375, "#1B1A17", "regular")
            c.box(0.028, -0.040, 0.062, 0.009, "#1B1A17")
            c.text("ঢ", 0.046, 0.045, -0.013, "#F8F6F0", "bengali-bold")
        self.atlas.fill(c, {"board": look["board"], "inside": look["inside"], "shred": look["shred"]})
        fibre = spectral((c.rows, c.columns), 3, 0.6, 20, 500, stretch=(1, 3)) * 0.022 + spectral((c.rows, c.columns), 4, 1.4, 2, 60) * 0.018
        flute = 0.010 * np.sin(np.arange(c.columns)[None] * c.pixel / 0.0075 * 2 * math.pi)
        specks = smoothstep(2.6, 3.4, spectral((c.rows, c.columns), 5, 0.2, 60, 500)) * 0.22
        c.colour = np.clip(c.colour * (1 + fibre + flute)[..., None] * (1 - specks)[..., None], 0, 1)
        return c.jpeg(f"{look['name']} {self.name}", 84)


def marks(c, x, y, size, ink):
    """Up, glass, umbrella: what every carrier reads."""
    for k in range(3):
        with c.at(x - k * size * 1.25, y, size):
            c.line([(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)], 0.05, ink, closed=True)
            if k == 0:
                for s in (-0.2, 0.2):
                    c.shape([(s - 0.15, 0.10), (s, 0.36), (s + 0.15, 0.10)], ink)
                    c.line([(s, -0.26), (s, 0.14)], 0.09, ink)
                c.line([(-0.36, -0.36), (0.36, -0.36)], 0.06, ink)
            elif k == 1:
                c.shape([(-0.22, 0.38), (0.22, 0.38), (0.17, 0.06), (0.06, -0.04), (0.06, -0.28), (0.18, -0.36), (-0.18, -0.36), (-0.06, -0.28), (-0.06, -0.04), (-0.17, 0.06)], ink)
            else:
                a = np.linspace(0, math.pi, 24)
                c.shape(np.stack([0.36 * np.cos(a), 0.04 + 0.30 * np.sin(a)], 1), ink)
                c.line(np.concatenate([[(0, 0.1), (0, -0.22)], curve([(0, -0.22), (0.05, -0.32), (0.13, -0.29), (0.14, -0.20)], 10)]), 0.055, ink)
                for d in ((-0.3, 0.42), (0.0, 0.47), (0.3, 0.42)):
                    c.line([d, (d[0] - 0.04, d[1] - 0.06)], 0.04, ink)


LOOKS = [{"name": "Kraft", "bn": "ক্রাফট", "board": "#B48A58", "inside": "#B9935F", "ink": "#3A2414", "tape": "#C9A063", "shred": "#D9BE8C"},
         {"name": "White", "bn": "সাদা", "board": "#ECE9E2", "inside": "#C2A070", "ink": "#0F6E66", "tape": "#0F6E66", "shred": "#E8C870"},
         {"name": "Ink", "bn": "কালি", "board": "#20252E", "inside": "#B08A5A", "ink": "#D9B05C", "tape": "#D0A54E", "shred": "#B8324A"}]


def flutes():
    """The corrugation seen on an edge: u along it, v across."""
    rows, columns = 64, 128
    y, x = (np.arange(rows) + 0.5) / rows * 2 - 1, (np.arange(columns) + 0.5) / columns
    wave = 0.80 * np.sin(2 * math.pi * x)[None]
    d = np.abs(y[:, None] - wave)
    paper = np.clip(1.6 - d * 5.5, 0, 1)
    return paper


def wardrobe(box, paper, relief):
    out = []
    for look in LOOKS:
        base = box.paint(look)
        tone = srgb(look["inside"]) * (0.28 + 0.72 * paper[..., None])
        out.append({"name": look["name"], "bn": look["bn"], "materials": {
            "board": materials.pbr(f"{look['name']} board", roughness=0.82, base=base, normal=relief, normal_scale=0.25),
            "edge": materials.pbr(f"{look['name']} edge", roughness=0.95, base=encode.jpeg(f"{look['name']} edge", tone, 82), repeat=(1 / 0.0075, 1 / (BOARD - 2 * LINER))),
            "tape": materials.pbr(f"{look['name']} tape", look["tape"], 0.32, extensions=materials.clearcoat(0.7, 0.08))}})
        out[-1]["materials"]["board"].body["normalTexture"]["extensions"] = {"KHR_texture_transform": {"scale": [box.atlas.width / 0.06, box.atlas.height / 0.06]}}
    return out


def build(folder):
    for name, en, bn, long, wide, tall in SIZES:
        geometry.reset()
        paper = flutes()
        relief = encode.jpeg("Board relief", normal_map(np.repeat(np.sin(np.arange(256) / 256 * 2 * math.pi * 8)[None], 256, 0) * 0.8 + 0.35 * spectral((256, 256), 6, 0.7, 8, 100), 0.5), 80)
        box = Box(name, long, wide, tall)
        variants = wardrobe(box, paper, relief)
        words = ("Corrugated board, three plies", "ঢেউখেলানো বোর্ড, তিন স্তর")
        board, edges = box.walls()
        flaps = []
        for key, fen, fbn, at, along, major in (("front", "Front", "সামনের", (0, -wide / 2, tall + BOARD / 2 + 0.0006), (1, 0, 0), True), ("back", "Back", "পেছনের", (0, wide / 2, tall + BOARD / 2 + 0.0006), (-1, 0, 0), True),
                                                ("left", "Left", "বাঁ", (-long / 2, 0, tall - BOARD / 2), (0, -1, 0), False), ("right", "Right", "ডান", (long / 2, 0, tall - BOARD / 2), (0, 1, 0), False)):
            outline = rectangle(long if major else wide, wide / 2 - 0.0008, 0.0015 if major else 0.004, 0.0, 0.0012 if major else 0.003)
            top, rim = box.panel(outline, "flap" if major else "minor", 1 if key == "back" else 0)
            layers = [(top, "board"), (rim, "edge")] + ([(box.tape_half(), "tape")] if major else [])
            flaps.append(Part(f"flap-{key}", f"{fen} flap", f"{fbn} পাত", layers=layers, place=hinge(at, along, (0, 0, 1)), made_of=words, explode=(0, 1, 0, tall * (0.55 if major else 0.35), 1)))
        total = 2.6
        turns = [keyed(total, (0.0, 1.3, 148)), keyed(total, (0.2, 1.5, 142)), keyed(total, (1.4, 2.4, 128)), keyed(total, (1.6, 2.6, 134))]
        opening = motion.Animation("open", "The flaps open", "পাত খোলে", [motion.turn(f, (1, 0, 0), k) for f, k in zip(flaps, turns)])
        label = Part("label", "Address label", "ঠিকানার লেবেল", box.label(), "board", made_of=("Paper", "কাগজ"), explode=(0, 0, 1, 0.05, 2))
        body = Part("walls", "Box", "বাক্স", made_of=words, explode=(0, 0, 0, 0.0, 0), layers=[(board, "board"), (edges, "edge"), (box.tape_down(), "tape")], children=flaps + [label])
        fill = Part("filling", "Shredded paper", "কুচানো কাগজ", box.shreds(), "board", made_of=("Recycled paper", "পুনর্ব্যবহৃত কাগজ"), explode=(0, 1, 0, tall * 0.8, 2))
        root = Part(name, en, bn, children=[body, fill], hotspots=[
            extras.hotspot((long * 0.34, -wide / 2 - 0.003, tall * 0.16), (0, -1, 0), ("This way up", "Marks that every carrier reads"), ("এই দিক ওপরে", "সব বাহক এই চিহ্ন বোঝে"), body),
            extras.hotspot((0, 0, tall + 0.004), (0, -0.2, 1), ("Paper tape", "Goes into the same bin"), ("কাগজের টেপ", "একই ঝুড়িতে যায়"), flaps[0])], animations=[opening])
        save(folder, root, variants)
