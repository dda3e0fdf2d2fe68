# SPDX-License-Identifier: GPL-3.0-or-later
"""Plates of brushed metal with letters cut in: bowed, since a flat mirror shows one spot of the room and reads as paper.

The brush runs along u: KHR_materials_anisotropy spreads the light across it, and streaks of tone, of gloss and of tilt break it up."""
import math

import numpy as np

from . import encode, geometry, materials, shapes
from .noise import blur, normal_map, spectral


def bow(x, y, width, height, rise):
    """How far a plate stands out at (x, y): a barrel about the upright, a little less above and below."""
    u, v = np.asarray(x) / (width / 2), np.asarray(y) / (height / 2)
    return rise * (1 - u * u) * (1 - 0.35 * v * v)


def plate(name, width, height, corner, rise, thick=0.0021, bead=0.0029, step=0.008):
    """Lies on z = 0 about the origin: an eased edge, a raised bead inside it, the bowed field."""
    edge, fine = shapes.rectangle(width, height, corner, 5), []
    for a, b in zip(edge, np.roll(edge, -1, 0)):
        count = max(int(np.linalg.norm(b - a) / step), 1)
        fine += [a + (b - a) * k / count for k in range(count)]
    edge = np.array(fine)
    rows = [np.column_stack([edge * 0.05, np.zeros(len(edge))]), np.column_stack([edge, np.zeros(len(edge))])]
    rise_of = [(0.0, thick - 0.0011), (0.0003, thick - 0.0004), (0.0009, thick), (0.0028, thick), (0.0034, thick + 0.0001), (0.0040, bead - 0.0002), (0.0048, bead), (0.0056, bead - 0.0002), (0.0062, thick + 0.0001), (0.0068, thick), (0.0085, thick)]
    for inset, z in rise_of:
        p = shapes.offset(edge, -inset)
        rows.append(np.column_stack([p, z + bow(p[:, 0], p[:, 1], width, height, rise)]))
    for f in np.linspace(1, 0, 11)[1:]:
        p = shapes.offset(edge, -0.0085) * f
        rows.append(np.column_stack([p, thick + bow(p[:, 0], p[:, 1], width, height, rise)]))
    rows = np.array(rows)
    return geometry.finish(geometry.grid(name, rows, uv=np.concatenate([rows, rows[:, :1]], 1)[..., :2]), 50)


class Brushed:
    """What a cut and brushed sheet has whatever its metal: streaks, gloss and relief. `mask` (rows, columns): 1 where it is cut;
    `depth` in pixels."""

    def __init__(self, name, mask, seed=3, depth=2.0, rough=0.22):
        fine = spectral(mask.shape, seed, 0.35, 10, 260, stretch=(1, 45))
        broad = spectral(mask.shape, seed + 1, 0.9, 3, 60, stretch=(1, 30))
        gloss = np.clip(rough + 0.055 * fine + 0.03 * broad + 0.30 * mask, 0.08, 1)
        wall = blur(mask, 2.0)  # a cut keeps light from its own floor
        shut = 1 - 0.75 * np.clip(mask * (0.35 + 0.65 * wall), 0, 1)
        self.orm = encode.orm(f"{name} finish", shut[::2, ::2], gloss[::2, ::2], (1 - 0.55 * mask)[::2, ::2], 80)
        self.relief = encode.jpeg(f"{name} relief", normal_map(-blur(mask, 1.0) * depth + 0.05 * fine + 0.12 * broad, 1.0), 80)
        # Grey, and one for all metals: a JPEG of coloured streaks shows green and pink.
        streak = np.clip(0.95 + 0.045 * fine + 0.03 * broad, 0, 1)
        self.base = encode.jpeg(f"{name} brush", streak * (1 - mask) + 0.17 * mask, 80)

    def material(self, name, tint):
        return materials.pbr(name, tint, 1.0, 1.0, base=self.base, orm=self.orm, normal=self.relief, occlusion=True,
                             extensions=materials.anisotropy(0.7, math.pi / 2))
