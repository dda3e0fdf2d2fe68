# SPDX-License-Identifier: GPL-3.0-or-later
"""A horse after the potters of Bankura: hollow pillars for legs, a column of a neck, ears like leaves.

It stands in profile, head to the left, so that the shop's first view comes at it from the chest. Ears and tail
are fired apart and slipped into their sockets, as the potters do.
"""
import math

import bpy
import numpy as np
from mathutils import Matrix, Vector
from mathutils.bvhtree import BVHTree

from lib import extras, geometry, materials, surfaces
from lib.glb import Part, save
from lib.shade import TINT

NECK = geometry.spline([(-0.040, 0.138), (-0.066, 0.180), (-0.083, 0.230), (-0.088, 0.280), (-0.083, 0.312)], 40)
POLL = 0.020  # how much higher the head sits than on the first sketch


def solid(path, radii, around=24, up=(0, 1, 0.0), dome=0.7):
    """A closed lump of clay: (half width across the path, half width along Y) at each point of a spline."""
    points = geometry.spline(path, 36)
    at = np.linspace(0, 1, len(radii))
    r = np.stack([np.interp(np.linspace(0, 1, 36), at, [x[k] for x in radii]) for k in (0, 1)], 1)
    sections = np.array([geometry.superellipse(2 * a, 2 * b, around, 2.1) for a, b in r])
    points, sections = geometry.domed(points, sections, float(r[[0, -1]].min()) * dome, 5)
    return geometry.sweep("Lump", points, sections, up=up)


def figure():
    """Body, legs, neck and head pressed into one skin, its joints smoothed as by a wet thumb."""
    lumps = [solid([(-0.078, 0, 0.142), (-0.030, 0, 0.137), (0.030, 0, 0.134), (0.098, 0, 0.142)],
                   [(0.040, 0.038), (0.041, 0.040), (0.037, 0.036), (0.040, 0.039), (0.037, 0.037)])]
    for x in (-0.052, 0.070):
        for y in (-0.0255, 0.0255):
            lumps.append(solid([(x * 1.03, y * 1.12, 0.0), (x * 1.01, y * 1.04, 0.05), (x, y * 0.95, 0.130)],
                               [(0.0212, 0.0212), (0.0178, 0.0178), (0.0160, 0.0160), (0.0176, 0.0176), (0.0220, 0.0205)],
                               up=(1, 0, 0), dome=0.12))
    lumps.append(solid([(x, 0, z) for x, z in NECK[::6]],
                       [(0.043, 0.036), (0.036, 0.0315), (0.0305, 0.0270), (0.0270, 0.0240), (0.0260, 0.0232)]))
    head = [(-0.070, 0.290), (-0.100, 0.277), (-0.134, 0.256), (-0.164, 0.236)]
    lumps.append(solid([(x, 0, z + POLL) for x, z in head],
                       [(0.0225, 0.0220), (0.0265, 0.0238), (0.0205, 0.0180), (0.0158, 0.0146), (0.0182, 0.0170)], dome=0.35))
    for y in (-1, 1):  # brow and cheek
        lumps.append(solid([(-0.098, y * 0.013, 0.286 + POLL), (-0.113, y * 0.0145, 0.279 + POLL)], [(0.010, 0.010), (0.0085, 0.0085)]))
    obj = geometry.join("Figure", lumps)
    remesh = obj.modifiers.new("Skin", "REMESH")
    remesh.mode, remesh.voxel_size = "VOXEL", 0.0021
    smooth = obj.modifiers.new("Thumb", "SMOOTH")
    smooth.factor, smooth.iterations = 0.5, 16
    thin = obj.modifiers.new("Thin", "DECIMATE")
    thin.ratio = 0.075
    geometry.apply(obj)
    low = min(v.co.z for v in obj.data.vertices)
    for v in obj.data.vertices:
        v.co.z = max(v.co.z - low - 0.0008, 0.0)
    if not obj.data.uv_layers:
        obj.data.uv_layers.new(name="UVMap")
    geometry.box_uv(obj)
    return geometry.finish(obj, 50, weighted=False)


def tinted(obj, colours):
    """Gives a mesh its vertices' own colours (linear), by which its material is multiplied."""
    layer = obj.data.color_attributes.new(TINT, "FLOAT_COLOR", "POINT")
    layer.data.foreach_set("color", np.concatenate([np.clip(colours, 0, 1), np.ones((len(colours), 1))], 1).astype(np.float32).reshape(-1))
    return obj


def vertices(obj):
    geometry.apply(obj)
    co = np.empty(len(obj.data.vertices) * 3)
    obj.data.vertices.foreach_get("co", co)
    return co.reshape(-1, 3)


# Where the flame licked (pale) and where smoke lay (dark): a place, how far it reaches, a colour that multiplies.
FIRING = [((-0.055, -0.050, 0.235), 0.050, (0.50, 0.42, 0.40)), ((0.095, -0.030, 0.150), 0.055, (0.42, 0.36, 0.35)), ((-0.150, -0.010, 0.262), 0.026, (0.55, 0.46, 0.42)), ((0.070, 0.045, 0.050), 0.060, (0.50, 0.42, 0.40)),
          ((-0.052, 0.040, 0.120), 0.050, (0.58, 0.50, 0.46)), ((0.020, 0.045, 0.110), 0.045, (0.62, 0.54, 0.50)), ((-0.052, -0.030, 0.000), 0.040, (0.46, 0.40, 0.38)), ((0.072, -0.030, 0.000), 0.050, (0.40, 0.35, 0.34)), ((0.128, 0, 0.120), 0.030, (0.45, 0.38, 0.36))]


def fired(obj, near=None, slip=None):
    """Paints the kiln's shade on a mesh; `near` (a tree of the ornaments): slip runs together in the corners beside them and
    dries darker there."""
    p = vertices(obj)
    wave = 0.5 + 0.5 * np.sin(p @ np.array([61.0, 43, 37]) + 2 * np.sin(p @ np.array([-29.0, 71, 53])))
    tone = np.repeat((0.80 + 0.20 * np.clip(0.25 + p[:, 2:] / 0.30, 0, 1)) * (0.90 + 0.10 * wave[:, None]), 3, 1)
    for at, reach, colour in FIRING:
        d = np.linalg.norm(p - at, axis=1) / reach * (0.8 + 0.4 * wave)
        tone = tone * (1 - np.exp(-d ** 2)[:, None] * (1 - np.array(colour)))
    if near is not None:
        d = np.array([near.find_nearest(Vector(q))[3] for q in p])
        tone = tone * (1 - 0.42 * np.exp(-(d / 0.0035) ** 2)[:, None] * np.array([0.7, 1.0, 1.1]))
    return tinted(obj, tone * (1.0 if slip is None else np.array(slip)))


class Skin:
    """The figure's surface, for laying clay ornaments on it."""

    def __init__(self, obj):
        self.tree = BVHTree.FromObject(obj, bpy.context.evaluated_depsgraph_get())
        self.pieces, self.lines = [], []

    def at(self, point):
        location, normal, _, _ = self.tree.find_nearest(Vector(point))
        return np.array(location), np.array(normal)

    def cast(self, origin, direction):
        location, normal, _, _ = self.tree.ray_cast(Vector(origin), Vector(direction))
        return None if location is None else (np.array(location), np.array(normal))

    def cord(self, points, radius, closed=False, around=5, lift=0.25):
        """A rolled string of clay pressed onto the skin along the points."""
        seats = [self.at(p) for p in points]
        path = np.array([p + n * radius * lift for p, n in seats])
        for _ in range(3):  # the nearest point jumps where the skin folds; a string of clay does not
            even = 0.25 * np.roll(path, 1, 0) + 0.5 * path + 0.25 * np.roll(path, -1, 0)
            path = even if closed else np.concatenate([path[:1], even[1:-1], path[-1:]])
        if closed:
            tangent = np.roll(path, -1, 0) - np.roll(path, 1, 0)
        else:
            tangent = np.gradient(path, axis=0)
        tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
        normal = np.array([n for _, n in seats])
        side = np.cross(tangent, normal)
        side /= np.linalg.norm(side, axis=1, keepdims=True)
        normal = np.cross(side, tangent)
        angle = np.arange(around) * 2 * math.pi / around
        rings = (path[:, None] + radius * np.cos(angle)[None, :, None] * normal[:, None]
                 + radius * np.sin(angle)[None, :, None] * side[:, None])
        if closed:
            length = geometry.arc_length(np.concatenate([path, path[:1]]))
        else:
            length = geometry.arc_length(path)
        obj = geometry.grid("Cord", rings, wrap_v=closed, u=np.arange(around + 1) * radius, v=length,
                            caps=() if closed else (0, -1))
        self.pieces.append(geometry.finish(obj, 180, weighted=False))

    def carve(self, points, wide=0.0011, lift=0.00022):
        """A line cut with a bamboo knife while the clay was soft. A ribbon close over the skin whose shading dips as a groove's
        walls would: the skin itself is too coarse to be cut."""
        seats = []
        for p in points:
            seat = self.at(p)
            if not seats or np.linalg.norm(seat[0] - seats[-1][0]) > 2e-4:
                seats.append(seat)
        steps = [np.linalg.norm(b[0] - a[0]) for a, b in zip(seats, seats[1:])]
        if len(seats) < 3 or max(steps) > 0.009:  # too short, or it leapt over a fold of the skin
            return
        path = np.array([p + n * lift for p, n in seats])
        normal = np.array([n for _, n in seats])
        tangent = np.gradient(path, axis=0)
        tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-9)
        side = np.cross(tangent, normal)
        side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9)
        thin = np.clip(np.minimum(np.arange(len(path)), np.arange(len(path))[::-1]) / 2 + 0.12, 0, 1)[:, None]
        across = (-1, -0.35, 0.35, 1)
        rows = np.stack([path + side * a * wide * thin for a in across], 1)
        walls = np.stack([normal, normal + 0.9 * side, normal - 0.9 * side, normal], 1)
        obj = geometry.grid("Line", rows, wrap_u=False, u=np.array(across) * wide, v=geometry.arc_length(path))
        if sum((p.normal @ Vector(normal[len(normal) // 2])) for p in obj.data.polygons) < 0:
            obj.data.flip_normals()
        near = {tuple(np.round(q, 7)): w for q, w in zip(rows.reshape(-1, 3), walls.reshape(-1, 3))}
        dark = {tuple(np.round(q, 7)): d for q, d in zip(rows.reshape(-1, 3), np.tile([0.75, 0.30, 0.30, 0.75], len(path)))}
        co = [tuple(np.round(np.array(v.co, float), 7)) for v in obj.data.vertices]
        tree = np.array(list(near))
        match = [tuple(tree[np.argmin(np.abs(tree - c).sum(1))]) for c in co]
        obj.data.shade_smooth()
        walls = np.array([near[m] for m in match])
        obj.data.normals_split_custom_set_from_vertices((walls / np.linalg.norm(walls, axis=1, keepdims=True)).tolist())
        tinted(obj, np.array([[dark[m] * c for c in (1.0, 0.92, 0.88)] for m in match]))
        self.lines.append(obj)

    def turned(self, point, normal, profile, segments):
        obj = geometry.lathe("Bead", profile, segments)
        rotation = Vector(normal).to_track_quat("Z", "Y").to_matrix().to_4x4()
        obj.data.transform(Matrix.Translation(Vector(point)) @ rotation)
        self.pieces.append(geometry.finish(obj, 40, weighted=False))

    def bead(self, point, radius):
        p, n = self.at(point)
        r = radius
        self.turned(p, n, [(r, -r * 0.3), (r * 0.94, r * 0.22), (r * 0.6, r * 0.62), (0, r * 0.78)], 6)

    def medallion(self, point, radius):
        """A pressed disc: rim, hollow, boss."""
        p, n = self.at(point)
        r, t = radius, radius * 0.22
        self.turned(p, n, geometry.rounded([(r, -t, 0), (r, t * 0.9, t * 0.5), (r * 0.80, t * 0.9, t * 0.4),
                                            (r * 0.70, t * 0.3, t * 0.4), (r * 0.46, t * 0.35, t * 0.4),
                                            (r * 0.34, t * 1.3, t * 0.6), (0, t * 1.5, 0)], 1), 15)


def ring_points(centre, across, along, count):
    a = np.arange(count) * 2 * math.pi / count
    return [np.asarray(centre) + np.cos(t) * np.asarray(across) + np.sin(t) * np.asarray(along) for t in a]


def neck_ring(t, tilt=0.0, reach=0.045):
    """Points round the neck at t (0 foot … 1 poll), outside of the clay."""
    index = int(t * (len(NECK) - 1))
    x, z = NECK[index]
    d = NECK[min(index + 1, 39)] - NECK[max(index - 1, 0)]
    d = d / np.linalg.norm(d)
    across = np.array([d[1], 0, -d[0]]) * reach + np.array([0, 0, -tilt])
    return ring_points((x, 0, z), -across, (0, reach, 0), 44)


def ornaments(skin):
    for t in (0.50, 0.60, 0.80):
        skin.cord(neck_ring(t), 0.0022, closed=True)
    for p in neck_ring(0.55)[::2]:
        skin.bead(p, 0.0029)
    # A garland over the chest, a medallion at each hang.
    garland = neck_ring(0.22, tilt=0.012, reach=0.055)
    skin.cord(garland, 0.0026, closed=True)
    for k in (-10, -5, 0, 5, 10):
        p, _ = skin.at(garland[k])
        skin.medallion(p + np.array([-0.004, 0, -0.0125]), 0.0088 if k == 0 else 0.0068)
    # The saddle cloth: two borders with a row of beads between, and a diamond of medallions.
    for inset, radius in ((0.0, 0.0023), (0.0105, 0.0016)):
        x0, x1, angle = -0.024 + inset, 0.066 - inset, math.radians(104) - inset * 18
        edge = []
        for f in np.linspace(x0, x1, 12)[:-1]:
            edge.append((f, -angle))
        for f in np.linspace(-angle, angle, 30)[:-1]:
            edge.append((x1, f))
        for f in np.linspace(x1, x0, 12)[:-1]:
            edge.append((f, angle))
        for f in np.linspace(angle, -angle, 30)[:-1]:
            edge.append((x0, f))
        skin.cord([(x, 0.06 * math.sin(a), 0.137 + 0.06 * math.cos(a)) for x, a in edge], radius, closed=True)
    x0, x1, angle = -0.0187, 0.0607, math.radians(98.5)
    between = [(x, s * angle) for s in (-1, 1) for x in np.linspace(x0, x1, 12)] + [
        (x, a) for x in (x0, x1) for a in np.linspace(-angle, angle, 20)[1:-1]]
    for x, a in between:
        skin.bead((x, 0.06 * math.sin(a), 0.137 + 0.06 * math.cos(a)), 0.0019)
    for side in (-1, 1):
        skin.medallion((0.021, side * 0.06, 0.150), 0.0125)
        for x, z in ((-0.002, 0.150), (0.044, 0.150), (0.021, 0.172), (0.021, 0.128)):
            skin.medallion((x, side * 0.06, z), 0.0052)
        # The eye: a rim, a ball; the bridle from brow to mouth; a nostril.
        eye = np.array([-0.113, side * 0.03, 0.279 + POLL])
        seat, normal = skin.at(eye)
        skin.turned(seat, normal, geometry.rounded([(0.0076, -0.002, 0), (0.0076, 0.0012, 0.001), (0.0058, 0.0014, 0.0006),
                                                    (0.0054, 0.0002, 0.0004), (0.0046, 0.0002, 0.0004), (0.0036, 0.0024, 0.0014),
                                                    (0, 0.0034, 0)], 2), 18)
        skin.bead((-0.166, side * 0.014, 0.245 + POLL), 0.0028)
        skin.cord([(-0.094 - 0.055 * f, side * 0.03, 0.266 + POLL - 0.028 * f) for f in np.linspace(0, 1, 14)], 0.0016)
    way = np.array([-0.83, 0, -0.56])
    square = np.array([0.56, 0, -0.83])
    for centre, reach in (((-0.151, 0, 0.2455 + POLL), 0.021), ((-0.096, 0, 0.279 + POLL), 0.031)):
        skin.cord(ring_points(centre, square * reach, (0, reach, 0), 34), 0.0018, closed=True)
    brow = np.array([-0.104, 0, 0.312 + POLL])
    skin.medallion(brow, 0.0074)
    for k in range(1, 6):
        skin.bead(brow + way * 0.0095 * k + np.array([0, 0, 0.01]), 0.0027 - 0.0002 * k)
    for x in (-0.052, 0.070):
        for y in (-0.0255, 0.0255):
            for z in (0.014, 0.022, 0.078):
                f = 1 + 0.03 * (1 - z / 0.12)
                skin.cord(ring_points((x * f, y * (0.97 + 0.15 * (1 - z / 0.13)), z), (0.0225, 0, 0), (0, 0.0225, 0), 22), 0.0017, closed=True, around=5)
    carvings(skin)
    return geometry.join("Ornaments", skin.pieces), geometry.join("Carving", skin.lines)


def on_barrel(x, angle, reach=0.06):
    """A point beside the trunk, by how far it is round from the back."""
    return (x, reach * math.sin(angle), 0.137 + reach * math.cos(angle))


def carvings(skin):
    """What the potter draws with a sliver of bamboo: leaves between the neck's rings, waves round the legs, a fringe under the
    saddle, leaves over the croup, lashes."""
    for k in range(0, 44, 2):  # leaning strokes between two cords
        upper, lower = neck_ring(0.745, reach=0.031), neck_ring(0.655, reach=0.032)
        skin.carve(np.linspace(lower[k], upper[(k + 2) % 44], 5), 0.0009)
    for t0, t1 in ((0.30, 0.385), (0.385, 0.46)):  # a row of chevrons over another, above the garland
        low, high = neck_ring(t0), neck_ring(t1)
        for k in range(0, 44, 4):
            skin.carve(np.concatenate([np.linspace(low[k], high[(k + 2) % 44], 4), np.linspace(high[(k + 2) % 44], low[(k + 4) % 44], 4)[1:]]), 0.0009)
    for x in (-0.052, 0.070):
        for y in (-0.0255, 0.0255):
            f, a = 1 + 0.03 * (1 - 0.055 / 0.12), np.linspace(0, 2 * math.pi, 41)
            skin.carve([(x * f + 0.0215 * math.cos(t), y * 1.03 + 0.0215 * math.sin(t), 0.056 + 0.0055 * math.sin(4 * t)) for t in a], 0.0010)
    for side in (-1, 1):
        for x in np.linspace(-0.020, 0.062, 11):  # the fringe
            skin.carve([on_barrel(x, side * math.radians(d)) for d in (107, 112, 118)], 0.0010)
        for d in range(14, 86, 12):  # leaves over the croup
            for lean in (-5, 5):
                skin.carve([on_barrel(x, side * math.radians(d + lean * f), 0.05) for x, f in ((0.0725, 0), (0.0765, 0.75), (0.0805, 1), (0.0855, 0.9))], 0.0012)
        for d in (-26, 0, 26):  # lashes
            eye, way = np.array([-0.113, side * 0.03, 0.279 + POLL]), math.radians(62 + d)
            skin.carve([eye + np.array([math.cos(way), 0, math.sin(way)]) * r for r in (0.0090, 0.0115, 0.0145)], 0.0009)


def mane():
    """A comb of clay along the back of the neck, nicked with a knife."""
    path = np.array([(x, 0, z) for x, z in geometry.resample(NECK[6:], 64)])
    d = np.gradient(path, axis=0)
    d /= np.linalg.norm(d, axis=1, keepdims=True)
    back = np.stack([d[:, 2], np.zeros(64), -d[:, 0]], 1)
    t = np.linspace(0, 1, 64)
    depth = 0.036 - 0.0120 * t - 0.003
    tall = (0.0085 + 0.0022 * np.abs(np.sin(t * math.pi * 11))) * np.clip(np.minimum(t, 1 - t) * 14, 0.1, 1)
    around = 14
    rings = []
    for i in range(64):
        section = geometry.superellipse(tall[i] * 2, 0.0088 - 0.0022 * t[i], around, 2.4)
        rings.append(path[i] + back[i] * (depth[i] + section[:, :1]) + np.array([0, 1.0, 0]) * section[:, 1:])
    obj = geometry.grid("Mane", np.array(rings), u=np.arange(around + 1) * 0.002, v=geometry.arc_length(path), caps=(0, -1))
    return geometry.finish(obj, 60, weighted=False)


def ear(side):
    """A leaf with a furrow, its root a peg in the poll."""
    steps, around = 22, 20
    t = np.linspace(0, 1, steps)
    lean = np.stack([-0.086 + 0.004 * t - 0.012 * np.sin(t * math.pi) * 0.5, side * (0.0105 + 0.0085 * t ** 1.3),
                     0.300 + POLL + 0.070 * t], 1)
    wide = 0.0072 + 0.0112 * np.sin(np.clip(t * 1.02, 0, 1) ** 0.8 * math.pi) ** 0.9 - 0.0062 * t
    thick = 0.0062 - 0.0035 * t
    rings = []
    for i in range(steps):
        section = geometry.superellipse(2 * max(wide[i], 0.0009), 2 * max(thick[i] * 0.62, 0.0008), around, 2.1)
        hollow = np.exp(-(section[:, 0] / max(wide[i] * 0.5, 1e-4)) ** 2) * (section[:, 1] > 0) * 0.0042 * math.sin(math.pi * min(t[i] * 1.05, 1))
        y = section[:, 1] - hollow
        forward, across = np.array([-0.90, side * 0.43, 0.0]), np.array([0.43 * side, 0.90, 0.0])
        rings.append(lean[i] + section[:, :1] * across + y[:, None] * forward)
    rings = np.array(rings)
    if np.cross(rings[0, 1] - rings[0, 0], rings[0, 2] - rings[0, 1])[2] < 0:
        rings = rings[:, ::-1]
    length = geometry.arc_length(lean)
    obj = geometry.grid("Ear", rings, u=np.arange(around + 1) * 0.0025, v=length, caps=(0, -1))
    return geometry.finish(obj, 70, weighted=False)


def tail():
    path = geometry.spline([(0.088, 0, 0.158), (0.110, 0, 0.175), (0.127, 0, 0.169), (0.132, 0, 0.143), (0.124, 0, 0.112)], 30)
    t = np.linspace(0, 1, 30)
    r = 0.0092 + 0.0022 * np.sin(t * math.pi * 0.9) - 0.0042 * t
    twist = [geometry.superellipse(2 * a, 2 * a, 14, 2.0) * (1 + 0.05 * np.cos(np.arange(14) * 2 * math.pi / 14 * 3 + i * 0.9))[:, None]
             for i, a in enumerate(r)]
    path, sections = geometry.domed(path, np.array(twist), 0.004, 4)
    return geometry.finish(geometry.sweep("Tail", path, sections, up=(0, 1, 0)), 60, weighted=False)


def build(folder):
    geometry.reset()
    body = figure()
    skin = Skin(body)
    adorned, carved = ornaments(skin)
    clays = {}
    for key, name, light, dark, seed in (("red", "Terracotta", "#D48C66", "#8C4A32", 21),
                                         ("black", "Smoked clay", "#5C544E", "#302A27", 22),
                                         ("white", "Lime wash", "#E9E1D0", "#CDBFA6", 23)):
        base, orm, normal, repeat = surfaces.clay(name, light, dark, 21, burnish=0.34)
        if key == "red":
            first = (orm, normal)
        clays[key] = (name, base, repeat)
    orm, normal = first

    def clay(key, tint="#FFFFFF", roughness=1.0, name=None):
        label, base, repeat = clays[key]
        # Slip is the finest clay, rubbed with a pebble until it has a skin.
        return materials.pbr(name or label, tint, roughness, base=base, orm=orm, normal=None if name else normal, repeat=repeat,
                             extensions=materials.clearcoat(0.30 if name else 0.12, 0.42))

    variants = [
        {"name": "Terracotta", "bn": "পোড়ামাটি", "materials": {
            "body": clay("red"), "ornament": clay("red", "#E3A88A", 0.85, "Terracotta slip")}},
        {"name": "Blackened", "bn": "ধোঁয়ায় কালো", "materials": {
            "body": clay("black", roughness=0.66), "ornament": clay("black", "#E8DCCB", 0.8, "Smoked slip")}},
        {"name": "Whitewashed", "bn": "চুনকাম করা", "materials": {
            "body": clay("white"), "ornament": clay("white", "#B4503A", 0.95, "Madder on lime")}}]

    def asking(step):
        """The variants where smoke costs a step more than bare clay, and lime two."""
        return [{**variant, "price": step * k} for k, variant in enumerate(variants)]

    objects = {"figure": body, "ornaments": adorned, "mane": mane(), "ear-right": ear(1), "ear-left": ear(-1), "tail": tail()}
    relief = BVHTree.FromObject(adorned, bpy.context.evaluated_depsgraph_get())
    for name, obj in objects.items():
        fired(obj, relief if name == "figure" else None)
    carved["open"] = True
    objects["ornaments"] = geometry.join("Ornaments", [adorned, carved])
    objects["ornaments"]["open"] = True
    save(folder, single("horse", "Bankura horse", "বাঁকুড়ার ঘোড়া", objects, 320000), asking(20000))
    left, right = (
        Part("left", "Left horse", "বাঁ দিকের ঘোড়া", children=parts(objects), place=(0.175, 0.0, 0, -14),
             made_of=WORDS, explode=(1, 0, 0, 0.08, 1), price=320000),
        Part("right", "Right horse", "ডান দিকের ঘোড়া", children=parts(objects), place=(-0.175, 0.03, 0, 194),
             made_of=WORDS, explode=(-1, 0, 0, 0.08, 1), price=320000))
    save(folder, Part("horse-pair", "Pair of Bankura horses", "বাঁকুড়ার এক জোড়া ঘোড়া", price=590000,
                      children=[left, right], hotspots=[
                          spot("ear", objects, left, pose=left.pose()), spot("saddle", objects, left, pose=left.pose()),
                          spot("flank", objects, right, 1, pose=right.pose()),
                          spot("leg", objects, right, 1, pose=right.pose())]), asking(40000))
    for obj in objects.values():
        geometry.apply(obj)
        obj.data.transform(Matrix.Scale(0.5, 4))
    save(folder, single("horse-small", "Little Bankura horse", "ছোট বাঁকুড়ার ঘোড়া", objects, 125000, 0.5), asking(10000))


WORDS = ("Fired clay", "পোড়ামাটি")
PRESSED = ("Strings and beads of clay, pressed on; lines cut with bamboo", "চেপে বসানো মাটির সুতলি ও পুঁতি; বাঁশের ফলায় কাটা রেখা")
# What a hotspot points at: the object, a point near it (y away from the middle) and what is said there.
SPOTS = {
    "ear": ("ear", (-0.105, 0.030, 0.360), ("Ears like leaves", "Fired apart, like the tail, and slipped into their sockets"),
            ("পাতার মতো কান", "লেজের মতোই আলাদা পোড়ানো, খাঁজে বসিয়ে দিতে হয়")),
    "saddle": ("ornaments", (0.021, 0.070, 0.150), ("A saddle cloth of clay", "Rolled strings, pressed discs and a row of beads between"),
               ("মাটির জিন", "পাকানো সুতলি আর চাপা চাকতি, মাঝে পুঁতির সারি")),
    "garland": ("ornaments", (-0.096, 0.018, 0.152), ("The garland", "A disc at each hang, as a horse wears it to the shrine"),
                ("গলার মালা", "প্রতিটি দোলনে একটি চাকতি, মানতের ঘোড়ার সাজ")),
    "leg": ("figure", (-0.055, 0.060, 0.050), ("Legs like pillars", "Hollow, so that the fire bakes them through"),
            ("থামের মতো পা", "ভেতরে ফাঁপা, আগুনের আঁচ তাই সবখানে পৌঁছায়")),
    "flank": ("figure", (-0.020, 0.060, 0.140), ("One kiln, one firing", "Matched by hand for height and tone"),
              ("একই ভাটির জোড়া", "উচ্চতা আর রং মিলিয়ে হাতে বাছা")),
}


def spot(what, objects, part, side=-1, size=1.0, pose=Matrix.Identity(4)):
    """The hotspot of that name on the left (-1) or right side, which moves with `part`; `pose` says where the horse stands."""
    name, (x, y, z), en, bn = SPOTS[what]
    obj = objects[name if name != "ear" else "ear-left" if side < 0 else "ear-right"]
    at, way = extras.touching(obj, Vector((x, side * y, z)) * size)
    return extras.hotspot(pose @ at, pose.to_3x3() @ way, en, bn, part)


def single(name, en, bn, objects, price, size=1.0):
    children = parts(objects, size)
    named = {part.name: part for part in children}
    return Part(name, en, bn, children=children, price=price, hotspots=[
        spot(what, objects, named[node], size=size) for what, node in (("ear", "ear-left"), ("saddle", "ornaments"),
                                                                       ("garland", "ornaments"), ("leg", "figure"))])


def parts(objects, size=1.0):
    def one(name, en, bn, slot, origin=(0, 0, 0), explode=(0, 1, 0, 0.0, 0), made_of=WORDS):
        return Part(name, en, bn, objects[name], slot, [x * size for x in origin], made_of,
                    (*explode[:3], explode[3] * size, explode[4]))

    return [one("figure", "Figure", "গড়ন", "body"),
            one("ornaments", "Ornaments", "অলংকার", "ornament", made_of=PRESSED),  # what is pressed on stays
            one("mane", "Mane", "কেশর", "ornament", (-0.06, 0, 0.24), (1, 0.35, 0, 0.05, 3)),
            one("ear-right", "Right ear", "ডান কান", "body", (-0.086, 0.0105, 0.300 + POLL), (0, 1, -0.3, 0.06, 1)),
            one("ear-left", "Left ear", "বাঁ কান", "body", (-0.086, -0.0105, 0.300 + POLL), (0, 1, 0.3, 0.06, 1)),
            one("tail", "Tail", "লেজ", "body", (0.098, 0, 0.166), (1, 0.3, 0, 0.06, 2))]
