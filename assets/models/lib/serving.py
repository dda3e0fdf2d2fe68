# SPDX-License-Identifier: GPL-3.0-or-later
"""How food is served: what lies on a heap, and the finished dish with its plate, in its glazes."""
import math

import numpy as np

from . import food, materials, tableware
from .food import Batch, Wave, turned
from .glb import Part, save

GLAZED, BARE = ("Stoneware, glazed", "চকচকে পোড়ামাটি"), ("Stoneware, left bare", "প্রলেপ ছাড়া পোড়ামাটি")
FRIED = ("Onion, fried brown", "পেঁয়াজ বেরেস্তা")
_stuffs = {}


def stuffs():
    """The two kinds of food by how they shine, dry and wet; the same for all dishes of a script."""
    if not _stuffs:
        _stuffs.update({"dry": materials.pbr("Dry food", "#FFFFFF", 0.58), "wet": materials.pbr(
            "Wet food", "#FFFFFF", 1.0, **tableware.braised(), normal_scale=0.7, extensions=materials.clearcoat(0.22, 0.25))})
    return dict(_stuffs)


def patches(seed, size, level, soft=0.5):
    wave = Wave(seed, size)
    return lambda xy: float(np.clip((wave(np.array([*xy, 0.0])) - level) / soft, 0, 0.92))


def onions(heap, count, seed, reach=0.8, lift=0.002):
    rng, out = np.random.default_rng(seed), Batch("Onions")
    xy, n, _ = heap.spots(count, reach, 2.4, seed)
    for k in range(count):
        out.add(food.fried_onion(rng), (*xy[k], heap.height(xy[k]) + lift + rng.uniform(0, 0.002)), turned(("X", rng.uniform(-30, 30)), ("Y", rng.uniform(-25, 25)), ("Z", rng.uniform(0, 360))))
    return out


def on(heap, x, y, lift=0.0):
    return np.array([x, y, float(heap.height(np.array([x, y]))) + lift])


def herbs(batch, heap, places, seed):
    rng = np.random.default_rng(seed)
    for x, y in places:
        for part in food.coriander(rng):
            batch.add(part, on(heap, x, y, 0.004), turned(("X", rng.uniform(-25, 25)), ("Y", rng.uniform(-40, 0)), ("Z", rng.uniform(0, 360))))


class Dish:
    """A dish in the making: a heap, and what lies on it, dry and wet."""

    def __init__(self, heap):
        self.heap, self.dry, self.wet = heap, Batch("Dry"), Batch("Wet")

    def garnish(self, count, seed, reach=0.8):
        self.dry = onions(self.heap, count, seed, reach)
        return self

    def save(self, folder, name, en, bn, price, base, made, names, top_made, trim, trim_made, hotspots, vessel=None, slot="dry", more=(), looks=None, sharp=75):
        """`names`: what the base and the top are called; `vessel` a plate unless given; `looks` adds slots to all variants."""
        parts = [*(vessel or plate()), Part("base", *names[0], base, slot, (0, 0, 0.03), made, (0, 1, 0, 0.045, 1)),
                 Part("top", *names[1], self.wet.object(sharp), "wet", (0, 0, 0.06), top_made, (0, 1, 0, 0.10, 2)),
                 Part("trim", *trim, self.dry.object(), "dry", (0, 0, 0.07), trim_made, (0, 1, 0, 0.145, 3)), *more]
        served(folder, Part(name, en, bn, price=price, children=parts, hotspots=hotspots), {**stuffs(), **(looks or {})})


def plate(radius=0.130, seen=False):
    return [Part("plate", "Plate", "প্লেট", tableware.plate(radius, seen=seen), "ware", made_of=GLAZED, explode=(0, 0, 0, 0.0, 0)),
            Part("edge", "Bare rim", "কানা", tableware.rim_band(radius, 0.0226), "edge", made_of=BARE, explode=(0, 0, 0, 0.0, 0))]


def bowl(radius=0.085, height=0.056):
    return [Part("bowl", "Bowl", "বাটি", tableware.bowl(radius, height, radius * 0.46), "ware", made_of=GLAZED, explode=(0, 0, 0, 0.0, 0)),
            Part("edge", "Bare rim", "কানা", tableware.rim_band(radius, height - 0.0002), "edge", made_of=BARE, explode=(0, 0, 0, 0.0, 0))]


def served(folder, root, slots):
    """Writes a dish in the three glazes."""
    speckle = tableware.glaze_speckle()
    used = {slot for part in walk(root) for _, slot in part.layers}
    looks = [{"name": n, "bn": b, "materials": {k: m for k, m in {**slots, "ware": tableware.glazed(speckle, c, n), "edge": tableware.biscuit(e, n)}.items() if k in used}}
             for n, b, c, e in tableware.GLAZES]
    save(folder, root, looks, grid=16)


def walk(part):
    yield part
    for child in part.children:
        yield from walk(child)


def surface(radius, z, colour, wave=0.0012, seed=1, crown=0.002, rows=16, around=56):
    """A thick liquid's top, closed below; `colour` of the vertices."""
    b = np.arange(around) * 2 * math.pi / around
    noise = Wave(seed, radius * 0.5)
    rings = [np.stack([radius * 0.6 * np.cos(b), radius * 0.6 * np.sin(b), np.full(around, z - 0.012)], 1),
             np.stack([radius * 0.97 * np.cos(b), radius * 0.97 * np.sin(b), np.full(around, z - 0.004)], 1)]
    for f in np.linspace(1, 0.03, rows):
        flat = np.stack([radius * f * np.cos(b), radius * f * np.sin(b), 0 * b], 1)
        rings.append(flat + np.array([0, 0, 1.0]) * (z + crown * (1 - f * f) + wave * noise(flat) * (1 - f ** 6) + 0.0012 * np.exp(-((1 - f) / 0.04) ** 2))[:, None])
    return food.coloured(food.skin(np.array(rings)), colour)
