# SPDX-License-Identifier: GPL-3.0-or-later
"""What rooms are made of: boards with eased edges, mouldings with mitred corners, panels, rods. Metres, Z up, front −Y."""
import itertools
import math
import os

import bpy
import numpy as np
from mathutils import Matrix

from . import geometry, shapes
from .decals import FONTS
from .glb import Part, save

CORNERS = list(itertools.product((-1, 1), repeat=3))


def _eased():
    """A box with eased edges: per face its corners (corner number, axis of the face that the vertex lies on)."""
    faces = []
    for axis in range(3):
        b, c = (axis + 1) % 3, (axis + 2) % 3
        for s in (-1, 1):
            ring = []
            for sb, sc in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
                sign = [0, 0, 0]
                sign[axis], sign[b], sign[c] = s, sb, sc
                ring.append((CORNERS.index(tuple(sign)), axis))
            faces.append(ring if s > 0 else ring[::-1])
        for sb, sc in itertools.product((-1, 1), repeat=2):  # the edges along `axis`
            ends = []
            for s in (-1, 1):
                sign = [0, 0, 0]
                sign[axis], sign[b], sign[c] = s, sb, sc
                ends.append(CORNERS.index(tuple(sign)))
            ring = [(ends[0], b), (ends[1], b), (ends[1], c), (ends[0], c)]
            faces.append(ring if sb * sc < 0 else ring[::-1])
    for k, sign in enumerate(CORNERS):
        ring = [(k, 0), (k, 1), (k, 2)]
        faces.append(ring if sign[0] * sign[1] * sign[2] > 0 else ring[::-1])
    return faces


EASED = _eased()
PLAIN = [f for f in EASED if len({axis for _, axis in f}) == 1]


class Kit:
    """Many boards as one mesh. The grain runs along a board's longest side unless said otherwise; no two boards show the
    same piece of the texture."""

    def __init__(self, name, seed=1, shift=True):
        self.name, self.rng, self.shift = name, np.random.default_rng(seed), shift
        self.vertices, self.faces, self.uv = [], [], []

    def box(self, size, centre, ease=0.003, grain=None, turns=(), skip=(), against=()):
        """`turns` [("Z", degrees)…] about its own centre; `skip` leaves out faces nobody can see: "-x" … "+z"; between
        two sides that are `against` other boards no edge is eased."""
        half = np.asarray(size, float) / 2
        ease = min(ease, half.min() * 0.49)
        grain = int(np.argmax(half)) if grain is None else grain
        turn = Matrix.Identity(3)
        for axis, degrees in turns:
            turn = Matrix.Rotation(math.radians(degrees), 3, axis) @ turn
        turn, start = np.array(turn), len(self.vertices)
        local = []
        for sign in CORNERS:
            for axis in range(3):
                inset = np.full(3, ease)
                inset[axis] = 0
                local.append(np.array(sign) * (half - inset))
        local = np.array(local)
        self.vertices += list(local @ turn.T + np.asarray(centre, float))
        offset = self.rng.random(2) * 3 if self.shift else np.zeros(2)
        base = np.zeros(3) if self.shift else np.asarray(centre, float)
        for ring in EASED if ease > 0 else PLAIN:
            index = [corner * 3 + axis for corner, axis in ring]
            p = local[index]
            normal = np.abs(np.cross(p[1] - p[0], p[2] - p[0]))
            axis = int(np.argmax(normal))
            if len(ring) == 4 and len({a for _, a in ring}) == 1:
                side = "+" if p[0][axis] > 0 else "-"
                if side + "xyz"[axis] in skip:
                    continue
            elif all(("+" if CORNERS[c][a] > 0 else "-") + "xyz"[a] in against for c, a in ring):
                continue
            a, b = [(1, 2), (0, 2), (0, 1)][axis]
            if axis != grain:
                a, b = [k for k in (0, 1, 2) if k not in (axis, grain)][0], grain
            self.faces.append([start + i for i in index])
            self.uv += [((q[a] + base[a]) + offset[0], (q[b] + base[b]) + offset[1]) for q in p]
        return self

    def object(self, others=()):
        """The boards, and other shapes joined to them, as one object."""
        obj = geometry.mesh_object(self.name, self.vertices, self.faces, self.uv)
        geometry.weld(obj)
        geometry.finish(obj, 60)
        return geometry.join(self.name, [obj, *others]) if others else obj


def outwards(obj):
    """Turns a closed shape the right way round."""
    geometry.apply(obj)
    obj.data.calc_loop_triangles()
    total = 0.0
    for t in obj.data.loop_triangles:
        a, b, c = (obj.data.vertices[i].co for i in t.vertices)
        total += a.dot(b.cross(c))
    if total < 0:
        obj.data.flip_normals()
    return obj


def mitred(name, path, profile, closed=False, y=0.0, sharp=32):
    """A moulding in the wall's plane: `path` (x, z) points, `profile` (out, forward): to the right of the way, and to −Y."""
    p, profile = np.asarray(path, float), np.asarray(profile, float)
    before = p - np.roll(p, 1, 0) if closed else np.diff(p, axis=0, prepend=2 * p[:1] - p[1:2])
    after = np.roll(before, -1, 0) if closed else np.diff(p, axis=0, append=2 * p[-1:] - p[-2:-1])
    n1, n2 = (np.stack([d[:, 1], -d[:, 0]], 1) / np.linalg.norm(d, axis=1, keepdims=True) for d in (before, after))
    n = n1 + n2
    n = n / (n * n1).sum(1, keepdims=True)  # out by one unit on either side of the mitre
    rows = np.stack([np.stack([p[i, 0] + profile[:, 0] * n[i, 0], y - profile[:, 1], p[i, 1] + profile[:, 0] * n[i, 1]], 1)
                     for i in range(len(p))])
    # Each straight run gets its own two rings, so that the mitre is a crisp line and the texture runs along the wood.
    parts, around = [], geometry.arc_length(np.concatenate([profile, profile[:1]]))
    last = len(p) if closed else len(p) - 1
    for i in range(last):
        j = (i + 1) % len(p)
        length = np.linalg.norm(p[j] - p[i])
        run = geometry.grid(f"{name} {i}", np.stack([rows[i], rows[j]]), u=around, v=(0.37 * i, 0.37 * i + length),
                            caps=(0, -1))
        parts.append(geometry.finish(outwards(run), sharp))
    return geometry.join(name, parts)


def run(name, x0, x1, z, profile, y=0.0, sharp=32):
    """A straight moulding along x. `profile` (up, forward), its foot at `z`."""
    flat = np.asarray(profile, float) * [-1, 1]
    return mitred(name, [(x0, z), (x1, z)], flat, False, y, sharp)


def rod(name, a, b, radius, count=12, ease=None):
    """A round bar with eased ends."""
    return shapes.bar(name, [a, b], shapes.circle(radius, count), dome=ease or radius * 0.3, steps=1)


def turned(name, profile, segments=32, sharp=35):
    return geometry.finish(geometry.lathe(name, profile, segments), sharp)


def disc(radius, low, high, ease=0.004, steps=2):
    """The profile of a solid drum, for `turned`."""
    return geometry.rounded([(0.0, low, 0), (radius, low, ease), (radius, high, ease), (0.0, high, 0)], steps)


SKIRTING = [(0, 0), (0, 0.022), (0.11, 0.022), (0.125, 0.018), (0.135, 0.019), (0.150, 0.014), (0.158, 0.007), (0.16, 0)]
RAIL = [(0, 0), (0.004, 0.016), (0.018, 0.024), (0.034, 0.026), (0.046, 0.034), (0.056, 0.034), (0.058, 0.024), (0.05, 0.016),
        (0.05, 0)]
CORNICE = [(0, 0), (0, 0.018), (0.02, 0.02), (0.035, 0.034), (0.06, 0.046), (0.09, 0.075), (0.104, 0.10), (0.12, 0.104),
           (0.15, 0.104), (0.15, 0)]
CASING = [(0, 0), (0, 0.022), (0.012, 0.028), (0.024, 0.022), (0.075, 0.026), (0.088, 0.034), (0.100, 0.034), (0.100, 0)]
BEAD = [(0, 0), (0, 0.006), (0.008, 0.012), (0.018, 0.012), (0.024, 0.005), (0.024, 0)]


def letters(words, size, at, font="bold", spacing=1.0):
    """Solid letters of the project's typefaces on a face that looks to the front, eased all round."""
    curve = bpy.data.curves.new("Letters", "FONT")
    curve.font = bpy.data.fonts.load(os.path.join("/usr/share/fonts", FONTS[font]), check_existing=True)
    curve.body, curve.size, curve.resolution_u, curve.space_character = words, size, 3, spacing
    curve.align_x, curve.align_y, curve.extrude, curve.bevel_depth, curve.bevel_resolution = "CENTER", "CENTER", 0.008, 0.002, 0
    obj = bpy.data.objects.new("Letters", curve)
    bpy.context.scene.collection.objects.link(obj)
    mesh = bpy.data.meshes.new_from_object(obj.evaluated_get(bpy.context.evaluated_depsgraph_get()))
    bpy.data.objects.remove(obj)
    solid = bpy.data.objects.new("Letters", mesh)
    bpy.context.scene.collection.objects.link(solid)
    mesh.transform(Matrix.Translation(at) @ Matrix.Rotation(math.radians(90), 4, "X"))
    if not mesh.uv_layers:
        mesh.uv_layers.new(name="UVMap")
    geometry.weld(solid, 1e-6)
    return geometry.finish(solid, 35)


def piece(folder, name, en, bn, layers, variants):
    """Writes a set piece. `layers` [(object, slot), …]; `variants` [(name, bn, {slot: Material}), …]."""
    used = {slot for _, slot in layers}
    save(folder, Part(name, en, bn, layers=layers),
         [{"name": n, "bn": b, "materials": {k: m for k, m in wears.items() if k in used}} for n, b, wears in variants],
         compact=True)
