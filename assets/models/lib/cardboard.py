# SPDX-License-Identifier: GPL-3.0-or-later
"""Folded board: panels drawn flat about their hinges, and where a hinge stands.

A panel lies in its own XY plane, its hinge along X at y = 0, the board at y > 0, its outside up (+Z). Turned about X by a
positive angle it opens outwards, by a negative one it folds in. A Part's `place` is the hinge's frame in its parent's.
"""
import math

import numpy as np
from mathutils import Matrix, Vector

from . import geometry, shapes


def panel(atlas, outline, print_, thickness, inside="board", size=None, centre=None, turn=0, holes=(), mirror=False):
    """Two plies: the printed one outside (a place of the atlas laid over the outline's bounds or `size` about `centre`,
    turned by quarter turns), a plain one within."""
    p = np.asarray(outline, float)
    low, high = p.min(0), p.max(0)
    middle = (low + high) / 2 if centre is None else np.asarray(centre, float)
    width, height = high - low if size is None else size
    across, up = [((1, 0, 0), (0, 1, 0)), ((0, 1, 0), (-1, 0, 0)), ((-1, 0, 0), (0, -1, 0)), ((0, -1, 0), (1, 0, 0))][turn % 4]
    if mirror:
        across = tuple(-a for a in across)
    outer = shapes.extrude("Outside", p, thickness / 2, thickness * 0.12, 1, holes, 0.0, bottom_bevel=0.0)
    if print_ in atlas.places:
        atlas.printed(outer, print_, (*middle, 0), across, up, size=(height, width) if turn % 2 else (width, height))
    inner = atlas.plain(shapes.extrude("Inside", p, thickness / 2, 0.0, 1, holes, -thickness / 2, bottom_bevel=thickness * 0.12), inside)
    return geometry.join("Panel", [outer, inner])


def rectangle(width, height, taper=0.0, corner=0.0, inset=0.0):
    """A flap's outline over its hinge: `taper` draws its free corners in, `corner` rounds them."""
    x = width / 2 - inset
    points = [(-x, 0.0, 0), (x, 0.0, 0), (x - taper, height, corner), (-x + taper, height, corner)]
    return shapes.smooth(points, 5) if corner else np.array([(a, b) for a, b, _ in points])


def hinge(at, along, outside, degrees=0.0):
    """The frame at a point: X along the hinge, Z the panel's outside; folded by degrees."""
    x, z = Vector(along).normalized(), Vector(outside).normalized()
    y = z.cross(x)
    turn = Matrix((x, y, z)).transposed().to_4x4()
    return Matrix.Translation(at) @ turn @ Matrix.Rotation(math.radians(degrees), 4, "X")


def fold(y, degrees):
    """A panel's continuation at its height y, folded by degrees."""
    return Matrix.Translation((0, y, 0)) @ Matrix.Rotation(math.radians(degrees), 4, "X")


def placed(obj, matrix):
    geometry.apply(obj)
    obj.data.transform(matrix)
    return obj
