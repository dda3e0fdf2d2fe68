# SPDX-License-Identifier: GPL-3.0-or-later
"""Bottles, jars and tins: a wall with its inside, what fills it, a label wrapped round, a cap with ridges.

A profile is (radius, height) points of the outside, from the middle of the foot to the mouth.
"""
import math

import numpy as np

from . import geometry, materials, parts, shapes
from .atlas import Atlas
from .noise import linear
from .shade import TINT

TURN = -0.42
SHEET = Atlas(0.26, 0.26, {"label": (-0.126, 0.002, 0.126, 0.126), "lid": (-0.126, -0.126, -0.004, -0.004), "front": (0.002, -0.126, 0.126, -0.004)})


def shell(name, profile, wall, segments=64, sharp=50, wobble=None):
    """Outside, mouth and inside in one skin."""
    p = np.asarray(profile, float)
    inner = np.stack([np.maximum(p[:, 0] - wall, 0.0), np.maximum(p[:, 1], p[0, 1] + wall)], 1)[::-1]
    return geometry.finish(geometry.lathe(name, np.concatenate([p, inner]), segments, wobble=wobble), sharp, weighted=False)


def edged(obj, bands, tone="#68796F"):
    """Thick glass seen edgewise is dark: light comes to it through all of the wall, which a renderer that bends one ray once does
    not know. `bands`: [(height, how far it reaches up and down)] where a rim or a foot is, said by the vertices' own colours."""
    geometry.apply(obj)
    co = np.empty(len(obj.data.vertices) * 3, np.float32)
    obj.data.vertices.foreach_get("co", co)
    z = co.reshape(-1, 3)[:, 2]
    dark = np.max([1 - np.clip(np.abs(z - at) / reach, 0, 1) ** 2 for at, reach in bands], 0)[:, None]
    colours = np.concatenate([1 - dark + dark * np.array(linear(tone)), np.ones((len(z), 1))], 1)
    obj.data.color_attributes.new(TINT, "FLOAT_COLOR", "POINT").data.foreach_set("color", colours.astype(np.float32).reshape(-1))
    obj["unshaded"] = True
    return obj


def fill(name, profile, wall, level, segments=56, lift=0.0006, play=0.0004):
    """What is inside up to a level, a little clear of the wall, its rim crept up by `lift`."""
    p = np.asarray(profile, float)
    line = np.stack([np.maximum(p[:, 0] - wall - play, 0), np.maximum(p[:, 1], p[0, 1] + wall + play)], 1)
    keep = line[line[:, 1] < level]
    r = float(np.interp(level, line[:, 1], line[:, 0])) if len(keep) < len(line) else keep[-1, 0]
    top = [(r, level + lift), (r * 0.94, level + lift * 0.25), (r * 0.5, level), (0, level)]
    first = np.array([(0.0, keep[0, 1])]) if keep[0, 0] > 0 else np.zeros((0, 2))
    return geometry.finish(geometry.lathe(name, np.concatenate([first, keep, top]), segments), 60, weighted=False)


def radii(profile, *heights):
    up = profile[np.argmin(profile[:, 1]):]  # from the ring that it stands on
    return np.interp(heights, up[:, 1], up[:, 0])


def ends(name, profile, wall, low, high, segments=64, sharp=50):
    """Glass where it is seen as glass: the foot up to `low`, and from `high` to the mouth. The wall between is what it holds
    (`body`): clear stuff behind clear stuff is lost on a renderer, and beside a liquid no wall is seen anyway."""
    p = np.asarray(profile, float)
    r = radii(p, low, high)
    foot = np.concatenate([p[p[:, 1] < low], [(r[0], low), (r[0] * 0.86, low - 0.0006), (0, low - 0.0012)]])
    above = np.concatenate([[(r[1], high)], p[p[:, 1] > high + 1e-4]])
    neck = np.concatenate([above, np.stack([above[:, 0] - wall, above[:, 1]], 1)[::-1], above[:1]])
    return geometry.join(name, [geometry.finish(geometry.lathe(name, q, segments), sharp, weighted=False) for q in (foot, neck)])


def body(name, profile, low, high, segments=64, inset=0.0001, lift=0.0005, wobble=None):
    """What a clear bottle holds, out to the outside of its wall."""
    p = np.asarray(profile, float)
    r = radii(p, low, high) - inset
    between = p[(p[:, 1] > low + 1e-4) & (p[:, 1] < high - 1e-4)] - [inset, 0]
    line = [(0, low - 0.0011), (r[0] * 0.86, low - 0.0005), (r[0], low), *between, (r[1], high + lift), (r[1] * 0.93, high + lift * 0.3), (r[1] * 0.6, high), (0, high)]
    return geometry.finish(geometry.lathe(name, np.array(line), segments, wobble=wobble), 60, weighted=False)


def label(radius, low, high, wide=None, place="label", atlas=SHEET, steps=49, thick=0.00016, rows=4, turn=TURN):
    """Paper round a wall, `wide` metres along it, its middle turned to where the shop first looks from. Without `wide` it goes all
    round, and its end meets its start behind."""
    round_ = wide is None
    a = turn + (math.pi if round_ else wide / radius / 2) * np.linspace(-1, 1, steps)
    z = np.linspace(low, high, rows)
    points = np.array([[((radius + thick) * math.sin(x), -(radius + thick) * math.cos(x), h) for x in a] for h in z])
    uv = atlas.to_sheet(place, np.stack(np.meshgrid(np.linspace(0, 1, steps) if round_ else np.linspace(0.002, 0.998, steps), np.linspace(0.005, 0.995, rows)), -1))
    if not round_:
        return shapes.sheet("Label", points, thick, uv=uv)
    # Its rims are as thin as paper; the wall behind closes it.
    inner = np.concatenate([points[:1] * [1 - thick / radius, 1 - thick / radius, 1], points, points[-1:] * [1 - thick / radius, 1 - thick / radius, 1]])
    obj = geometry.finish(geometry.grid("Label", inner[:, :-1], uv=np.concatenate([uv[:1], uv, uv[-1:]])), 40, weighted=False)
    obj["open"] = True
    return obj


def on_label(radius, z):
    """A point on a label's middle, and the way out there."""
    way = np.array([math.sin(TURN), -math.cos(TURN), 0.0])
    return way * radius + [0, 0, z], way


def cap(name, radius, low, high, ridges=48, top=0.0016, depth=0.022, skirt=0.0022):
    """A screw cap with ridges over a plain ring."""
    profile = geometry.rounded([(radius * 0.80, low + 0.002, 0), (radius * 0.84, low, 0.0004), (radius * 1.01, low, 0.0005), (radius * 1.01, low + skirt, 0.0004), (radius * 0.97, low + skirt + 0.0004, 0.0002), (radius * 0.97, low + skirt + 0.0009, 0),
                                (radius, low + skirt + 0.0012, 0), (radius, high - top, 0), (radius - top, high, top * 0.8), (radius * 0.72, high, 0.0006), (radius * 0.68, high - 0.0005, 0.0004), (0, high - 0.0005, 0)], 3)
    return parts.knurled(name, profile, ridges, depth, low + skirt + 0.0010, high - top + 0.0001, ridges * 3)


def amber(name="Amber glass"):
    return materials.glass(name, "#B0560E", 1.5, 0.003, 0.004)


def clear_liquid(name, tint, glow, ior=1.45, across=0.012, roughness=0.05):
    """A liquid that light goes through, whose surface is its bottle's (`body`): `tint` is white light's colour after it, `glow` what is left
    of it before a dark room. Half of the colour is the surface's own, half the way's through it, so that the rims are deeper."""
    half = [round(math.sqrt(c), 5) for c in linear(tint)]
    made = materials.glass(name, "#FFFFFF", ior, across, across, roughness, materials.clearcoat(1.0, 0.0))
    made.body["pbrMetallicRoughness"]["baseColorFactor"] = [*half, 1.0]
    made.body["extensions"]["KHR_materials_volume"]["attenuationColor"] = half
    made.body["extensions"]["KHR_materials_transmission"]["transmissionFactor"] = 0.95
    made.body["emissiveFactor"] = linear(glow)
    return made


def liquid(name, tint, glow, roughness=0.10):
    """Stuff seen through glass: opaque, with the light that comes back out of it, since what is clear behind glass is lost."""
    return materials.glowing(name, glow, 1.0, tint, roughness=roughness, extensions={"KHR_materials_ior": {"ior": 1.45}, **materials.clearcoat(0.6, 0.04)})
