# SPDX-License-Identifier: GPL-3.0-or-later
"""What is on a plate: grains, meat, eggs, herbs, sweets. No pictures: each vertex has its colour, darker where it lies
deep, so that a dish of two thousand grains costs no texture.

A shape is (vertices, faces, colours) about its origin; a Batch gathers many into one mesh. Metres, Z up, colours
'#RRGGBB' or linear (n, 3).
"""
import math

import bpy
import numpy as np

from . import geometry
from .shade import TINT
from .noise import linear


def tint(colour):
    return np.array(linear(colour)) if isinstance(colour, str) else np.asarray(colour, float)


def blend(a, b, t):
    """Between two colours by (n,) weights; linear (n, 3)."""
    t = np.clip(np.asarray(t, float), 0, 1)[..., None]
    return tint(a) * (1 - t) + tint(b) * t


class Wave:
    """Smooth noise in space, mean 0, about −1…1: waves of random directions about `size` metres long."""

    def __init__(self, seed, size, count=14):
        rng = np.random.default_rng(seed)
        way = rng.standard_normal((count, 3))
        self.k = way / np.linalg.norm(way, axis=1, keepdims=True) * 2 * math.pi / (size * rng.uniform(0.6, 1.6, (count, 1)))
        self.phase = rng.uniform(0, 2 * math.pi, count)

    def __call__(self, p):
        return np.sin(np.asarray(p) @ self.k.T + self.phase).sum(-1) / math.sqrt(len(self.phase))


def turned(*turns):
    """A rotation matrix of turns ("X", degrees), the first one first."""
    out = np.eye(3)
    for axis, degrees in turns:
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        out = {"X": np.array([[1, 0, 0], [0, c, -s], [0, s, c]]), "Y": np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]]),
               "Z": np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])}[axis] @ out
    return out


def put(shape, at=(0, 0, 0), turn=None, scale=1.0):
    v, f, c = shape
    v = v * np.asarray(scale, float)
    return (v if turn is None else v @ turn.T) + np.asarray(at, float), f, c


def skin(rings, colour="#FFFFFF"):
    """A closed skin over rings (k, n, 3) with a point at either end. `colour` one, (k, 3) a ring, or (k · n + 2, 3)."""
    rings = np.asarray(rings, float)
    k, n, _ = rings.shape
    v = np.concatenate([rings.reshape(-1, 3), rings[:1].mean(1), rings[-1:].mean(1)])
    i = np.arange(k - 1)[:, None] * n
    j, l = np.arange(n)[None], (np.arange(n)[None] + 1) % n
    quads = np.stack([i + j, i + l, i + n + l, i + n + j], -1).reshape(-1, 4)
    fans = np.concatenate([np.stack([l[0], j[0], np.full(n, k * n)], 1), np.stack([j[0] + (k - 1) * n, l[0] + (k - 1) * n, np.full(n, k * n + 1)], 1)])
    faces = [quads, fans]
    t = np.concatenate([quads[:, :3], quads[:, [0, 2, 3]], fans])
    p = v - v.mean(0)
    if (p[t[:, 0]] * np.cross(p[t[:, 1]], p[t[:, 2]])).sum() < 0:
        faces = [f[:, ::-1] for f in faces]
    c = tint(colour)
    if c.ndim == 2 and len(c) == k:
        c = np.concatenate([np.repeat(c, n, 0), c[:1], c[-1:]])
    return v, faces, np.broadcast_to(c, (len(v), 3))


def coloured(shape, function):
    """The shape in colours that `function` makes of its vertices."""
    v, f, _ = shape
    return v, f, function(v)


def bumped(shape, wave, amount):
    """Moved out from its middle by noise, in metres."""
    v, f, c = shape
    way = v - v.mean(0)
    way = way / np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-9)
    return v + way * (wave(v) * amount)[:, None], f, c


def ball(radius, colour, rows=9, around=14, squash=(1, 1, 1), power=2.0):
    """An ellipsoid, or with a `power` above 2 something with shoulders."""
    a = np.linspace(0, math.pi, rows + 2)[1:-1]
    b = np.arange(around) * 2 * math.pi / around
    e = 2 / power
    ring = np.stack([np.sign(np.cos(b)) * np.abs(np.cos(b)) ** e, np.sign(np.sin(b)) * np.abs(np.sin(b)) ** e], 1)
    rings = np.stack([np.concatenate([ring * np.sin(x) ** e, np.full((around, 1), -np.sign(math.cos(x)) * abs(math.cos(x)) ** e)], 1) for x in a])
    v, f, c = skin(rings * radius, colour)
    v[-2:] = [[0, 0, -radius], [0, 0, radius]]
    return v * np.asarray(squash, float), f, c


def turned_shape(profile, colours, around=20, wave=None, amount=0.0):
    """A closed lathe over (radius, height) points, one colour a point."""
    b = np.arange(around) * 2 * math.pi / around
    p = np.asarray(profile, float)
    rings = np.stack([np.stack([r * np.cos(b), r * np.sin(b), np.full(around, z)], 1) for r, z in p])
    shape = skin(rings, np.stack([tint(c) for c in colours]) if isinstance(colours, (list, tuple)) else colours)
    return shape if wave is None else bumped(shape, wave, amount)


def strand(path, radii, colour, around=5, flat=1.0):
    """A tapering rod along a path; `flat` squashes it across."""
    p = np.asarray(path, float)
    r = np.broadcast_to(np.asarray(radii, float), (len(p),))
    t = np.gradient(p, axis=0)
    t /= np.linalg.norm(t, axis=1, keepdims=True)
    first = np.array([0, 0, 1.0]) if abs(t[0, 2]) < 0.9 else np.array([1.0, 0, 0])
    up = first - t * (t @ first)[:, None]
    up /= np.maximum(np.linalg.norm(up, axis=1, keepdims=True), 1e-9)
    side = np.cross(t, up)
    b = np.arange(around) * 2 * math.pi / around
    rings = p[:, None] + r[:, None, None] * (np.cos(b)[None, :, None] * side[:, None] + np.sin(b)[None, :, None] * up[:, None] * flat)
    return skin(rings, colour)


class Batch:
    """Many shapes, one mesh."""

    def __init__(self, name):
        self.name, self.vertices, self.faces, self.colours, self.plans, self.count = name, [], [], [], [], 0

    def add(self, shape, at=(0, 0, 0), turn=None, scale=1.0, shade=1.0, crown=False):
        """`crown`: its texture is unrolled from its top down, as fits a ball, instead of laid aslant."""
        v, faces, c = put(shape, at, turn, scale)
        self.vertices.append(v)
        own = shape[0] * np.asarray(scale, float) + len(self.plans) * 0.0137
        if crown:
            flat, far = np.hypot(shape[0][:, 0], shape[0][:, 1]), np.linalg.norm(shape[0], axis=1)
            down = far * np.arctan2(flat, shape[0][:, 2])
            self.plans.append(shape[0][:, :2] / np.maximum(flat, 1e-9)[:, None] * down[:, None] + len(self.plans) * 0.0137)
        else:
            self.plans.append(np.stack([own[:, 0] + 0.55 * own[:, 2], own[:, 1] - 0.55 * own[:, 2]], 1))
        self.colours.append(np.broadcast_to(c, (len(v), 3)) * np.asarray(shade)[..., None] if np.ndim(shade) else np.broadcast_to(c, (len(v), 3)) * shade)
        self.faces += [f + self.count for f in (faces if isinstance(faces, list) else [faces])]
        self.count += len(v)
        return self

    def object(self, sharp=180):
        """Texture coordinates in metres, from each shape's own axes: aslant, so that no side is drawn out."""
        v = np.concatenate(self.vertices)
        sizes = np.concatenate([np.full(len(f), f.shape[1]) for f in self.faces])
        corners = np.concatenate([f.reshape(-1) for f in self.faces])
        mesh = bpy.data.meshes.new(self.name)
        mesh.vertices.add(len(v))
        mesh.vertices.foreach_set("co", v.astype(np.float32).reshape(-1))
        mesh.loops.add(len(corners))
        mesh.loops.foreach_set("vertex_index", corners.astype(np.int32))
        mesh.polygons.add(len(sizes))
        mesh.polygons.foreach_set("loop_start", np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int32))
        mesh.update(calc_edges=True)
        mesh.uv_layers.new(name="UVMap").data.foreach_set("uv", np.concatenate(self.plans)[corners].astype(np.float32).reshape(-1))
        colours = np.concatenate([np.clip(np.concatenate(self.colours), 0, 1), np.ones((len(v), 1))], 1)
        mesh.color_attributes.new(TINT, "FLOAT_COLOR", "POINT").data.foreach_set("color", colours.astype(np.float32).reshape(-1))
        obj = bpy.data.objects.new(self.name, mesh)
        bpy.context.scene.collection.objects.link(obj)
        return geometry.finish(obj, sharp, weighted=False)


class Heap:
    """A mound over a round (or oval) plan: `height(x, y)` above `base`, and things strewn over it."""

    def __init__(self, radius, height, base=0.0, seed=1, lumps=0.10, squash=(1, 1), power=2.2, rim=0.0):
        self.radius, self.tall, self.base, self.seed, self.squash, self.power, self.rim = radius, height, base, seed, squash, power, rim
        self.wave, self.lumps = Wave(seed, radius * 0.7), lumps

    def height(self, xy):
        xy = np.asarray(xy, float)
        f = np.clip(np.hypot(xy[..., 0] / self.squash[0], xy[..., 1] / self.squash[1]) / self.radius, 0, 1)
        bump = self.wave(np.concatenate([xy, np.zeros((*xy.shape[:-1], 1))], -1))
        return self.base + self.rim + (self.tall - self.rim) * (1 - f ** self.power) * (1 + self.lumps * bump) + self.lumps * 0.25 * self.tall * bump * f * (1 - f)

    def normal(self, xy):
        e = 1e-3
        dx = (self.height(xy + [e, 0]) - self.height(xy - [e, 0])) / (2 * e)
        dy = (self.height(xy + [0, e]) - self.height(xy - [0, e])) / (2 * e)
        n = np.stack([-dx, -dy, np.ones_like(dx)], -1)
        return n / np.linalg.norm(n, axis=-1, keepdims=True)

    def body(self, colour, rows=14, around=44):
        """The mound itself, under what is strewn on it; `colour` one, or a function of the vertices."""
        b = np.arange(around) * 2 * math.pi / around
        rings = [np.stack([self.radius * f * self.squash[0] * np.cos(b), self.radius * f * self.squash[1] * np.sin(b), np.full(around, self.base)], 1) for f in (0.3, 0.98)]
        for f in np.linspace(1, 0.04, rows):
            xy = np.stack([self.radius * f * self.squash[0] * np.cos(b), self.radius * f * self.squash[1] * np.sin(b)], 1)
            rings.append(np.concatenate([xy, self.height(xy)[:, None]], 1))
        shape = skin(np.array(rings), colour if isinstance(colour, str) else "#FFFFFF")
        return coloured(shape, colour) if callable(colour) else shape

    def spots(self, count, reach=1.0, jitter=0.5, seed=0):
        """Evenly spread places: (xy, normal, fraction of the radius)."""
        rng = np.random.default_rng(self.seed * 7919 + seed)
        k = np.arange(count) + 0.5
        f, a = (k / count) ** 0.44 * reach, k * 2.399963  # a little denser down the slope
        step = self.radius / math.sqrt(count) * jitter
        xy = np.stack([self.radius * f * np.cos(a), self.radius * f * np.sin(a)], 1) + rng.uniform(-step, step, (count, 2))
        xy = xy * self.squash
        return xy, self.normal(xy), np.minimum(np.hypot(xy[:, 0] / self.squash[0], xy[:, 1] / self.squash[1]) / self.radius, 1.1)


def grain(long, thick, colour="#FFFFFF"):
    """One grain along x, of sixteen triangles, blunt as boiled rice is; the smooth shading does the rest."""
    b = np.arange(4) * math.pi / 2 + 0.4
    rings = [np.stack([np.full(4, x * long), np.cos(b) * thick / 2 * w, np.sin(b) * thick / 2 * w], 1) for x, w in ((-0.34, 1.0), (0.36, 0.92))]
    v, f, c = skin(np.array(rings), colour)
    v[-2:] = [[-long / 2, 0, 0], [long / 2, 0, 0]]
    v[:, 2] -= 0.28 * long * (v[:, 0] / long) ** 2
    return v, f, c


def strewn(batch, heap, count, shape, colours, seed=3, tilt=22, sink=0.3, thick=0.002, reach=1.0, weights=None, patch=None, upright=False):
    """Lays `count` copies of a shape over a heap, each in a colour of `colours`; `patch(xy)` (0…1) draws the last of them
    to where it is high. What lies deep or near the rim is darker."""
    rng = np.random.default_rng(seed)
    xy, n, f = heap.spots(count, reach, 0.9, seed)
    z = heap.height(xy)
    tones = np.stack([tint(c) for c in colours])
    plain = len(tones) - (patch is not None)
    for k in range(count):
        if patch is not None and rng.random() < patch(xy[k]):
            colour = tones[-1]
        else:
            colour = tones[rng.choice(plain, p=weights)]
        x = rng.standard_normal(3)
        x -= n[k] * (x @ n[k])
        x /= np.linalg.norm(x)
        lift = math.radians(rng.uniform(-tilt, tilt))
        along = x * math.cos(lift) + n[k] * math.sin(lift)
        side = np.cross(n[k], along)
        side /= np.linalg.norm(side)
        frame = np.stack([along, side, np.cross(along, side)], 1)
        if not upright:
            frame = frame @ turned(("X", rng.uniform(0, 360)))
        deep = rng.uniform(-1, 1)
        centre = np.array([*xy[k], z[k]]) + n[k] * thick * (0.5 - sink + 0.55 * deep)
        v, faces, _ = shape
        local = v @ frame.T * rng.uniform(0.85, 1.12)
        shade = (0.90 + 0.10 * deep) * rng.uniform(0.95, 1.04) * (1 - 0.12 * max(f[k] - 0.75, 0) / 0.25)
        up = np.clip(0.5 + local @ n[k] / thick * 0.35, 0.35, 1)  # its own lower side is in the shade
        batch.add((local + centre, faces, np.broadcast_to(colour, v.shape) * (shade * (0.84 + 0.16 * up))[:, None]))
    return batch


def fried_onion(rng, colour=("#3A1606", "#8A4310")):
    """A curl of beresta."""
    long, curl = rng.uniform(0.010, 0.020), rng.uniform(1.2, 3.4)
    t = np.linspace(0, 1, 8)
    a = t * curl + rng.uniform(0, 6)
    path = np.stack([long * (t - 0.5) + 0.004 * np.cos(a), 0.004 * np.sin(a), 0.0024 * np.sin(a * 1.3 + 1)], 1)
    return strand(path, 0.0011 * (0.5 + np.sin(math.pi * t) * 0.8), blend(*colour, rng.uniform(0, 1, 8)), 4, 0.45)


def chilli(long=0.055, colour="#2E6B16", bend=0.35):
    """A green (or dried) chilli along x with its stalk."""
    t = np.linspace(0, 1, 12)
    a = bend * (t - 0.3)
    path = np.stack([long * (t - 0.5), long * 0.5 * np.sin(a) * t, np.zeros(12)], 1)
    body = strand(path, 0.0046 * np.clip(np.sin(math.pi * np.clip(t * 0.93 + 0.02, 0, 1)) ** 0.55 * (1.15 - 0.75 * t), 0.06, 1), blend(colour, tint(colour) * 1.6, t), 9)
    stalk = strand(np.array([[-0.5 * long - 0.010, -0.003, 0.003], [-0.5 * long - 0.005, -0.001, 0.001], [-0.5 * long + 0.002, 0, 0]]), [0.0010, 0.0011, 0.0022], "#5C7A2A", 6)
    return [body, stalk]


def leaf(long, wide, colour, fold=0.25, curl=0.2, rows=5):
    """A small leaf along x, with a thickness, folded along its rib."""
    t = np.linspace(0.02, 0.98, rows)
    half = wide / 2 * np.sin(math.pi * t ** 0.8) ** 0.9
    z = curl * long * (t - 0.5) ** 2
    rings = [np.array([[x * long, -h, zz + fold * h], [x * long, 0, zz], [x * long, h, zz + fold * h], [x * long, 0, zz + 0.0004]]) for x, h, zz in zip(t, half, z)]
    return skin(np.array(rings), colour)


def coriander(rng, colour=("#1F5A14", "#4C9A2A")):
    """A sprig's end: three lobed leaflets."""
    out = []
    for a in (-48, 0, 48):
        out.append(put(leaf(rng.uniform(0.008, 0.012), 0.008, blend(*colour, np.array([rng.random()]))[0], 0.3, 0.5), turn=turned(("X", rng.uniform(-15, 15)), ("Z", a + rng.uniform(-8, 8)))))
    return out


def disc_slice(radius, thick, rings_of, colours, around=32, lobes=0):
    """A round slice lying on z = 0: colours by fractions of the radius; `lobes` draws segments as a lemon has them."""
    b = np.arange(around) * 2 * math.pi / around
    rows, tones = [], []
    profile = [(f, 0.0) for f in rings_of] + [(1.02, thick * 0.5)] + [(f, thick) for f in rings_of[::-1]]
    inner = [tint(c) for c in colours]
    for f, z in profile:
        rows.append(np.stack([radius * f * np.cos(b), radius * f * np.sin(b), np.full(around, z)], 1))
        k = min(int(np.searchsorted(rings_of, f)), len(inner) - 1)
        tone = np.broadcast_to(inner[k], (around, 3)).copy()
        if lobes and 0 < k < len(inner) - 2:
            gap = np.abs(np.sin(b * lobes / 2)) < 0.30
            tone[gap] = inner[-2]
        tones.append(tone)
    tones = np.concatenate(tones + [tones[0][:1], tones[-1][:1]])
    return skin(np.array(rows), tones)


def cucumber_slice(radius=0.019):
    return disc_slice(radius, 0.003, [0.12, 0.3, 0.52, 0.60, 0.86, 0.95, 1.0], ["#DCE6B0", "#C8D890", "#E2EBC4", "#C4D68C", "#D8E5B0", "#A8C470", "#2C5A1C"], 36, 14)


def egg_half(size=0.024):
    """Half a boiled egg, cut side up on z = 0."""
    profile, tones = [], []
    for a in np.linspace(-math.pi / 2 + 0.1, 0, 8):
        profile.append((size * math.cos(a), size * 0.92 * math.sin(a)))
        tones.append("#F7F3E8")
    for r, z, c in ((0.96, 0.012, "#FBF8F0"), (0.60, 0.012, "#FAF6EA"), (0.585, 0.016, "#C8A43A"), (0.55, 0.05, "#F0A91E"), (0.35, 0.10, "#F5B528"), (0.06, 0.12, "#F7BC36")):
        profile.append((size * r, size * z))
        tones.append(c)
    v, f, c = turned_shape(profile, tones, 28)
    return v * [1.28, 1, 1], f, c


def fried_egg(seed=5):
    """Brown-edged, its yolk whole."""
    wave = Wave(seed, 0.05)
    b = np.arange(44) * 2 * math.pi / 44
    edge = 0.044 * (1 + 0.10 * wave(np.stack([np.cos(b), np.sin(b), 0 * b], 1) * 0.04))
    rings, tones = [], []
    for f, z, c in ((0.5, 0.0, "#E9DFC6"), (0.97, 0.0, "#8A5A24"), (1.0, 0.0018, "#7A4A1A"), (0.95, 0.0034, "#C99A56"), (0.88, 0.0030, "#F2E7CF"), (0.70, 0.0034, "#FBF6EA"), (0.52, 0.0040, "#FDFAF2"),
                    (0.40, 0.0052, "#FDF8E8"), (0.36, 0.0066, "#F2B02A"), (0.33, 0.0100, "#F09A10"), (0.24, 0.0132, "#F4A418"), (0.10, 0.0146, "#F6AC22")):
        r = edge * f if f > 0.5 else 0.044 * f
        zz = z + (0.0016 * wave(np.stack([r * np.cos(b) * 3, r * np.sin(b) * 3, 0 * b], 1)) if 0.5 < f else 0)
        rings.append(np.stack([r * np.cos(b), r * np.sin(b), zz * np.ones(44)], 1))
        tones.append(c)
    return skin(np.array(rings), np.stack([tint(c) for c in tones]))


def meat(size, seed, colours=("#2A0F06", "#7A4020"), around=26, rows=18):
    """A braised piece: fibres along x that part at the ends, browned where it stands out."""
    fibre, fine, cloud, fleck = (Wave(seed + k, size * s) for k, s in ((2, 0.42), (4, 0.17), (3, 1.1), (5, 0.22)))
    shape = ball(size, "#FFFFFF", rows, around, (1.25, 0.9, 0.72), 3.0)
    shape = bumped(bumped(shape, Wave(seed, size * 1.5), size * 0.14), Wave(seed + 1, size * 0.6), size * 0.05)
    v, f, c = shape
    along = v * [0.22, 1, 1]
    depth = fibre(along) + 0.6 * fine(along)
    way = v / np.maximum(np.linalg.norm(v, axis=1, keepdims=True), 1e-9)
    ends = np.clip(np.abs(v[:, 0]) / size - 0.6, 0, 1)
    v = v + way * (depth * size * (0.030 + 0.06 * ends))[:, None]
    tone = blend(*colours, 0.42 + 0.26 * depth + 0.22 * cloud(v))
    spice = np.clip(fleck(v) * 2 - 1.9, 0, 1)[:, None]
    return v, f, tone * (1 - spice) + tint("#1C0A04") * spice


def drumstick(seed=2, colours=("#6A2606", "#D08A30")):
    """A leg of chicken along x, roasted and glazed: the calf to one side, the skin drawn up in folds off the shank, the bone's
    two knuckles."""
    around, ends = 36, 0.0425  # where the meat ends
    a = np.arange(around) * 2 * math.pi / around
    x = np.concatenate([np.linspace(-0.0555, -0.047, 6), np.linspace(-0.044, ends, 44), [0.0432, 0.0425, 0.043], np.linspace(0.046, 0.0775, 14)])
    r = np.interp(x, [-0.0555, -0.0545, -0.051, -0.044, -0.030, -0.014, 0.004, 0.018, 0.030, 0.037, ends], [0.003, 0.0085, 0.0150, 0.0208, 0.0258, 0.0268, 0.0228, 0.0172, 0.0124, 0.0104, 0.0100])
    bare = np.arange(len(x)) >= 51
    r[50:] = [0.0086, 0.0056, 0.0050, *np.interp(x[53:], [0.046, 0.064, 0.068, 0.0725, 0.0755, 0.0775], [0.0047, 0.0045, 0.0060, 0.0078, 0.0070, 0.0020])]
    calf = np.exp(-((x + 0.020) / 0.022) ** 2)[:, None] * (0.13 * np.cos(a - 0.9) + 0.06 * np.cos(2 * a + 0.4))
    folds = np.clip((x - 0.012) / 0.014, 0, 1)[:, None] * np.sin(x[:, None] * 2 * math.pi / 0.0058 + 1.4 * np.sin(a + 0.6)) * ~bare[:, None]
    knuckle = np.exp(-((x - 0.0725) / 0.005) ** 2)[:, None] * 0.34 * np.cos(2 * a)
    rr = r[:, None] * (1 + np.where(bare[:, None], knuckle, calf)) + 0.00050 * folds
    mid = np.stack([x, 0.010 * np.sin((x + 0.05) * 16) - 0.006, 0.004 * np.cos(x * 22)], 1)
    rings = mid[:, None] + rr[..., None] * np.stack([0 * a, np.cos(a), np.sin(a)], 1)
    meaty = np.concatenate([np.repeat(~bare, around), [True, False]])
    lumps, fine, cloud, fleck, drip = Wave(seed, 0.026), Wave(seed + 1, 0.0075), Wave(seed + 2, 0.030), Wave(seed + 6, 0.0050), Wave(seed + 8, 0.013)
    shape = bumped(skin(rings), lambda p: meaty * (lumps(p) + 0.30 * fine(p)), 0.0012)

    def colour(p):
        crest = lumps(p) + 0.5 * fine(p)
        roast = blend(*colours, 0.50 + 0.22 * cloud(p) - 0.16 * crest)
        burnt = np.clip(0.9 * drip(p) + 0.5 * crest - 0.75, 0, 0.85)[:, None]
        roast = roast * (1 - burnt) + tint("#3A1204") * burnt
        crisp = np.clip((p[:, 0] - 0.026) / 0.016, 0, 0.75)[:, None]
        roast = roast * (1 - crisp) + tint("#54200A") * crisp
        spice = np.clip(fleck(p) * 1.6 - 1.9, 0, 1)[:, None]
        roast = roast * (1 - spice) + tint("#1E0A03") * spice
        bone = blend("#8A4E2A", "#EFE2C8", (p[:, 0] - 0.042) / 0.012 - 0.10 * fine(p))
        return np.where(meaty[:, None], roast, bone)
    return coloured(shape, colour)


def pea(radius, colour, seed, wrinkle=0.06, rows=5, around=8):
    return bumped(ball(radius, colour, rows, around), Wave(seed, radius * 1.6), radius * wrinkle)


def sliver(long, wide, colour):
    """An almond's or a pistachio's flake, lying."""
    return ball(1.0, colour, 4, 8, (long / 2, wide / 2, 0.0006))
