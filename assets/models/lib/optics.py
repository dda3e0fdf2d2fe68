# SPDX-License-Identifier: GPL-3.0-or-later
"""What a lens shows from the front: a dark well, and coats that let little back."""
import math

import numpy as np

from . import encode, geometry
from .noise import smoothstep, srgb

DARK, SPAN = (1.70, 3.30), 4.0  # metres of texture coordinates


def deep(obj, dark, within=None):
    """Moves texture coordinates a few metres along, to where the paint's occlusion (`depths`) is `dark`: what lies down the
    lens sees little of the room, and a mirror of black paint would show all of it. `within`: faces nearer to the axis only."""
    geometry.apply(obj)
    mesh, far = obj.data, round((DARK[0] + dark * (DARK[1] - DARK[0])) / 0.02) * 0.02  # whole tiles of the paint's grain
    for polygon in mesh.polygons:
        x, y, _ = polygon.center
        if within is None or (math.hypot(x, y) < within and polygon.normal.x * x + polygon.normal.y * y < 1e-6):
            for loop in polygon.loop_indices:
                mesh.uv_layers[0].data[loop].uv.x += far
    return obj


def depths():
    """An occlusion texture along SPAN metres of coordinates: open where things are mapped as they are, less and less where
    `deep` puts them."""
    u = np.arange(64) / 64 * SPAN + SPAN / 128
    fall = np.clip((u - DARK[0]) / (DARK[1] - DARK[0]), 0, 1)
    fall = encode.jpeg("Depth", np.tile(np.where(u < DARK[1] + 0.2, 1 - 0.98 * fall, 1.0), (8, 1)), 80)
    return {"index": fall, "extensions": {"KHR_texture_transform": {"scale": [1 / SPAN, 1]}}}


def coating():
    """What the coats leave of a reflection, seen from the front: hardly any but rings of violet, green and amber, and the
    crescents that the elements behind throw back."""
    size = 256
    y, x = np.meshgrid((np.arange(size) + 0.5) / size * 2.1 - 1.05, (np.arange(size) + 0.5) / size * 2.1 - 1.05, indexing="ij")
    r = np.hypot(x, y)
    light = np.broadcast_to(srgb("#2A2440"), (size, size, 3)).copy()
    for middle, wide, tint, amount in ((0.97, 0.035, "#7FA0FF", 0.7), (0.80, 0.05, "#5A3CC8", 0.75), (0.60, 0.03, "#2E9C78", 0.45), (0.42, 0.05, "#A04AB8", 0.45)):
        light += srgb(tint) * (amount * np.exp(-((r - middle) / wide) ** 2))[..., None]
    for cx, cy, radius, wide, tint, amount in ((-0.16, -0.20, 0.52, 0.10, "#B46AF0", 0.9), (0.16, 0.22, 0.48, 0.08, "#4CD89A", 0.8), (-0.06, -0.06, 0.26, 0.06, "#F0B060", 0.7), (0.10, 0.14, 0.70, 0.07, "#4A78F0", 0.8)):
        away = np.hypot(x - cx, y - cy)
        side = smoothstep(0.1, 1.0, ((x - cx) * cx + (y - cy) * cy) / (np.maximum(away, 1e-6) * math.hypot(cx, cy)))
        light += srgb(tint) * (1.5 * amount * side * np.exp(-((away - radius) / wide) ** 2))[..., None]
    return encode.jpeg("Coating", np.clip(light, 0, 1), 80)
