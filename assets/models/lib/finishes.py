# SPDX-License-Identifier: GPL-3.0-or-later
"""The few finishes that all set pieces share, so that a room holds each texture once however many pieces stand in it.

One grey-balanced texture a stuff; a tint (linear factor) makes oak, walnut and ebony of the same board.
"""
import functools
import math

import numpy as np

from . import encode, materials, surfaces
from .noise import blur, mix, normal_map, smoothstep, spectral, srgb

TIMBER = {"Oak": "#FFFFFF", "Walnut": "#8C7466", "Ebony": "#4A403C", "Ash": "#FFFFFF"}
STONE = {"Travertine": "#FFFFFF", "Basalt": "#5A5A5E", "Jade stone": "#8FAE9C", "Limestone": "#F4F1EA"}
PAINT = {"Bone": "#EDE6D8", "Ink": "#34383F", "Bottle": "#33483F", "Clay": "#B98F78", "Sage": "#A9B39B", "Paper": "#F4F0E7",
         "Oxblood": "#6B2A28"}
WALL = {**PAINT, "Ink": "#5B636F", "Bottle": "#4F675C"}  # a wall is matt and large: the same name reads darker there


@functools.cache
def _timber():
    return surfaces.wood("Timber", "#CDAE82", "#A27C50", "#604327", seed=17, metres=(0.22, 0.88), rings=7)


def timber(name):
    base, orm, normal, repeat = _timber()
    return materials.pbr(name, TIMBER[name], base=base, orm=orm, normal=normal, normal_scale=0.5, repeat=repeat, roughness=0.95)


@functools.cache
def _stone():
    """Travertine cut across its bed: drifting bands, and pits that lie along them."""
    shape = (512, 512)
    y = np.arange(512)[:, None] / 512
    drift = spectral(shape, 301, 2.1, 1, 10, stretch=(1, 3))
    band = 0.5 + 0.5 * np.sin(2 * math.pi * (y * 7 + 0.42 * drift))
    fine = spectral(shape, 302, 1.1, 4, 200, stretch=(1, 7))
    cloud = spectral(shape, 303, 1.7, 1, 20)
    pits = smoothstep(1.7, 2.3, spectral(shape, 304, 0.9, 10, 120, stretch=(1, 3.2)) + 0.5 * (band - 0.5))
    tone = np.clip(0.42 + 0.3 * (band - 0.5) + 0.12 * fine + 0.13 * cloud, 0, 1)
    colour = mix(srgb("#E3D8C5"), srgb("#C6B296"), tone)
    colour = mix(colour, srgb("#8A755B"), pits * 0.7)
    base = encode.jpeg("Stone", colour, 78)
    return base, encode.jpeg("Stone relief", normal_map(blur(-1.4 * pits + 0.06 * fine, 0.7), 0.6)[::2, ::2], 80)


def stone(name):
    base, normal = _stone()
    return materials.pbr(name, STONE[name], 0.42, base=base, normal=normal, repeat=(1.25, 1.25))


@functools.cache
def _plaster():
    """A trowelled coat: broad sweeps and a fine tooth, nearly flat in colour."""
    shape = (256, 256)
    sweep = spectral(shape, 311, 1.9, 1, 24, stretch=(1, 1.8))
    tooth = spectral(shape, 312, 0.6, 20, 120)
    base = encode.jpeg("Plaster", np.clip(0.965 + 0.007 * sweep + 0.005 * tooth, 0, 1), 82)
    return base, encode.jpeg("Plaster relief", normal_map(0.45 * sweep + 0.16 * tooth, 0.3), 82)


def plaster(name):
    base, normal = _plaster()
    return materials.pbr(f"{name} plaster", WALL[name], 0.9, base=base, normal=normal, normal_scale=0.5, repeat=(0.9, 0.9))


@functools.cache
def _concrete():
    shape = (512, 512)
    cloud = spectral(shape, 321, 1.7, 1, 40)
    grain = spectral(shape, 322, 0.4, 40, 250)
    swirl = spectral(shape, 323, 1.2, 3, 80, stretch=(1, 2))
    specks = smoothstep(2.2, 3.0, spectral(shape, 324, 0.3, 40, 250))
    value = np.clip(0.60 + 0.035 * cloud + 0.012 * grain + 0.018 * swirl - 0.10 * specks, 0, 1)
    base = encode.jpeg("Concrete", np.stack([value, value * 0.985, value * 0.955], -1), 78)
    rough = np.clip(0.60 + 0.06 * cloud + 0.04 * swirl, 0, 1)[::2, ::2]
    return base, encode.orm("Concrete finish", 1.0, rough, 0.0, 78)


def concrete(name="Concrete", tint="#FFFFFF"):
    base, orm = _concrete()
    return materials.pbr(name, tint, 1.0, base=base, orm=orm, repeat=(0.4, 0.4))


@functools.cache
def _board():
    shape = (256, 256)
    fibre = spectral(shape, 331, 0.7, 6, 120, stretch=(5, 1))
    flute = np.sin(np.arange(256)[:, None] / 256 * 2 * math.pi * 24)
    fleck = smoothstep(2.0, 2.9, spectral(shape, 332, 0.4, 12, 120))
    colour = mix(srgb("#BE9566"), srgb("#8F6A42"), np.clip(0.4 + 0.1 * fibre + 0.05 * flute + 0.3 * fleck, 0, 1))
    return encode.jpeg("Board", colour, 78)


def board(name="Kraft board", tint="#FFFFFF"):
    """Corrugated board: the flutes read through the liner."""
    return materials.pbr(name, tint, 0.85, base=_board(), repeat=(5.0, 5.0))


@functools.cache
def _linen():
    (base,), normal, repeat = surfaces.cloth(["Linen"], [("#F1EDE4", "#E2DCCF", "#9A9384")], seed=341, size=256, yarns=24,
                                             metres=0.06)
    return base, normal, repeat


def linen(name, tint="#FFFFFF"):
    base, normal, repeat = _linen()
    return materials.pbr(name, tint, 0.95, base=base, normal=normal, repeat=repeat, extensions=materials.sheen("#2E2B26", 0.6))


@functools.cache
def _setts():
    """Street stone in offset courses, the joints swept clean; a metre square."""
    size, rows, columns = 512, 8, 5
    y, x = np.meshgrid((np.arange(size) + 0.5) / size, (np.arange(size) + 0.5) / size, indexing="ij")
    wander = 0.006 * spectral((size, size), 351, 1.8, 1, 20)
    row = np.floor((y + wander) * rows).astype(int)
    u = (x + wander) * columns + 0.5 * (row % 2)
    column = np.floor(u).astype(int)
    fx, fy = u - column, (y + wander) * rows - row
    edge = np.minimum(np.minimum(fx, 1 - fx) / columns, np.minimum(fy, 1 - fy) / rows)
    stone_mask = smoothstep(0.003, 0.012, edge)
    rng = np.random.default_rng(352)
    tone = rng.uniform(-1, 1, (rows, columns))[row % rows, column % columns]
    grain = spectral((size, size), 353, 0.6, 20, 250)
    crown = smoothstep(0.0, 0.05, edge)
    value = 0.50 + 0.045 * tone + 0.02 * grain
    colour = np.stack([value * 1.01, value * 0.985, value * 0.95], -1)
    colour = mix(srgb("#3B3833"), colour, stone_mask)
    normal = encode.jpeg("Setts relief", normal_map(blur(crown * 5 + 0.12 * grain, 1.0), 0.9), 80)
    return encode.jpeg("Setts", np.clip(colour, 0, 1), 78), normal


def setts(name="Street setts", tint="#FFFFFF"):
    base, normal = _setts()
    return materials.pbr(name, tint, 0.72, base=base, normal=normal, repeat=(1, 1))


@functools.cache
def _brick():
    """Stock brick in stretcher bond: 4 × 12 bricks in 0.96 × 0.9 m."""
    size, rows, columns = 512, 12, 4
    y, x = np.meshgrid((np.arange(size) + 0.5) / size, (np.arange(size) + 0.5) / size, indexing="ij")
    wander = 0.0025 * spectral((size, size), 361, 1.6, 2, 40)
    row = np.floor((y + wander) * rows).astype(int)
    u = (x + wander) * columns + 0.5 * (row % 2)
    column = np.floor(u).astype(int)
    fx, fy = u - column, (y + wander) * rows - row
    edge = np.minimum(np.minimum(fx, 1 - fx) / columns * 0.96, np.minimum(fy, 1 - fy) / rows * 0.9)
    face = smoothstep(0.0035, 0.0075, edge)
    tone = np.random.default_rng(362).uniform(0, 1, (rows, columns))[row % rows, column % columns]
    grain = spectral((size, size), 363, 0.7, 12, 250)
    colour = mix(srgb("#A8785A"), srgb("#7C5340"), np.clip(tone + 0.12 * grain, 0, 1))
    colour = mix(srgb("#B3A794"), colour, face)
    normal = encode.jpeg("Brick relief", normal_map(blur(face * 2.4 + 0.16 * grain, 0.8), 0.8)[::2, ::2], 80)
    return encode.jpeg("Brick", np.clip(colour, 0, 1), 78), normal


def brick(name="Stock brick", tint="#FFFFFF"):
    base, normal = _brick()
    return materials.pbr(name, tint, 0.9, base=base, normal=normal, repeat=(1 / 0.96, 1 / 0.9))


def paint(name, roughness=0.42):
    """Eggshell on joinery."""
    return materials.pbr(f"{name} paint", PAINT[name], roughness)


def trim(name):
    """Eggshell in a wall's own colour."""
    return materials.pbr(f"{name} trim", WALL[name], 0.5)


def lacquer(name):
    return materials.pbr(f"{name} lacquer", PAINT[name], 0.34, extensions=materials.clearcoat(1.0, 0.06))


def metal(name="Brass", colour="#D8AE62", roughness=0.28):
    return materials.pbr(name, colour, roughness, 1.0)


def enamel(name, colour, roughness=0.38):
    """Paint on steel."""
    return materials.pbr(name, colour, roughness)


def dark(name="Shadow"):
    return materials.pbr(name, "#16181B", 0.8)


def pane(name="Clear glass"):
    """A thin pane, laid over what is behind it: a mirror of 7 %, which is what its two faces reflect. Transmission would make
    a renderer draw everything in the room twice: once for what is seen through the pane."""
    out = materials.pbr(name, "#FFFFFF", 0.0, 1.0)
    out.body["pbrMetallicRoughness"]["baseColorFactor"][3] = 0.07
    out.body["alphaMode"] = "BLEND"
    return out


def glow(name="Warm light", colour="#FFD9A6", strength=4.0):
    return materials.glowing(name, colour, strength, "#2A2622")
