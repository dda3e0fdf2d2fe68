# SPDX-License-Identifier: GPL-3.0-or-later
"""A square khadi cushion with a kantha lotus: running stitches, one by one, drawn through the cloth."""
import math

import numpy as np
from mathutils import Matrix, Vector

from lib import extras, geometry, materials, surfaces
from lib.glb import Part, save
from lib.noise import smoothstep
from lib.shade import shaded

HALF, FULL = 0.225, 0.104
LEAN = Matrix.Translation((0, 0, 0.2165)) @ Matrix.Rotation(math.radians(90 - 13), 4, "X")


def shape(x, y):
    """Where the point (x, y in −1 … 1) of the upper panel lies: sides drawn in, corners pulled out to points."""
    px = HALF * x * (1 - 0.085 * (1 - y ** 2) * np.abs(x) ** 3)
    py = HALF * y * (1 - 0.085 * (1 - x ** 2) * np.abs(y) ** 3)
    height = FULL * (np.clip((1 - x ** 2), 0, 1) ** 0.62 * np.clip((1 - y ** 2), 0, 1) ** 0.62)
    fold = np.zeros_like(np.asarray(x, float) + y)
    for sx in (-1, 1):
        for sy in (-1, 1):
            d, a = np.hypot(x - sx, y - sy), np.arctan2(y - sy, x - sx)
            fold = fold + 0.0062 * np.cos(a * 9 + sx) * np.exp(-((d - 0.40) / 0.22) ** 2)
    for k, (along, across) in enumerate(((x, y), (y, x))):  # puckers where the cord draws the seam in
        fold = fold + 0.0026 * np.sin(along * 19 + 3.1 * np.sin(along * 4 + k) + 2 * np.sign(across)) * np.exp(-((np.abs(across) - 0.90) / 0.10) ** 2) * (1 - along ** 4)
    return px, py, height + fold * np.clip(height / 0.03, 0, 1) - 0.004 * np.exp(-(x ** 2 + (y - 0.05) ** 2) / 0.10)


def drawn_in(x, y, reach=0.030):
    """How deep the thread has drawn the cloth in: the lines of the drawing lie in furrows, and what is between them swells."""
    x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
    p = np.concatenate([geometry.resample(line, 60) for line in lines()])
    flat = np.stack([x.reshape(-1), y.reshape(-1)], 1)
    near = np.array([np.hypot(*(p - q).T).min() for q in flat]).reshape(x.shape)
    return 0.0019 * np.exp(-(near / reach) ** 2) - 0.0012 * smoothstep(reach, reach * 3, near) * smoothstep(0.10, 0.02, np.maximum(np.abs(x), np.abs(y)) - 0.72)


def front(x, y):
    px, py, height = shape(x, y)
    return px, py, height - drawn_in(x, y)


def panel(side):
    n = 76 if side > 0 else 36
    t = np.sin(np.linspace(-1, 1, n) * math.pi / 2) * 0.35 + np.linspace(-1, 1, n) * 0.65
    x, y = np.meshgrid(t, t)
    px, py, h = front(x, y) if side > 0 else shape(x, y)
    points = np.stack([px, py, side * h], -1)
    uv = np.stack([px, py], -1)
    if side < 0:
        points, uv = points[::-1], uv[::-1]
    return geometry.finish(geometry.grid("Panel", points, wrap_u=False, uv=uv), 180, weighted=False)


def piping():
    n = 40
    t = np.linspace(-1, 1, n + 1)[:-1]
    one = np.ones(n)
    x, y = np.concatenate([t, one, -t, -one]), np.concatenate([-one, t, one, -t])
    px, py, _ = shape(x, y)
    path = np.stack([px, py], 1)
    for _ in range(2):
        path = 0.25 * np.roll(path, 1, 0) + 0.5 * path + 0.25 * np.roll(path, -1, 0)
    tangent = np.roll(path, -1, 0) - np.roll(path, 1, 0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    normal = np.stack([tangent[:, 1], -tangent[:, 0]], 1)
    around, radius = 8, 0.0042
    a = np.arange(around) * 2 * math.pi / around
    out = (0.001 + radius * np.cos(a))[:, None]
    points = np.stack([path[None, :, 0] + out * normal[None, :, 0], path[None, :, 1] + out * normal[None, :, 1],
                       np.repeat(radius * np.sin(a)[:, None], len(path), 1)], -1)
    obj = geometry.grid("Piping", points, wrap_v=True, u=geometry.arc_length(np.concatenate([path, path[:1]])),
                        v=np.arange(around + 1) * 0.003)
    return geometry.finish(obj, 180, weighted=False)


def lines():
    """The drawing, as closed and open lines in −1 … 1: a lotus of two rings, a chain of leaves, a double border."""
    out = []
    for petals, inner, outer, turn in ((8, 0.10, 0.30, 0), (8, 0.17, 0.46, math.pi / 8)):
        for k in range(petals):
            a = 2 * math.pi * k / petals + turn
            t = np.linspace(0, math.pi, 30)
            r = inner + (outer - inner) * np.sin(t) ** 0.8
            spread = 0.30 * np.cos(t) * np.sin(t) ** 0.35 * 1.15
            spread = np.where(r > 0, spread, 0) * (1 - 0.55 * ((r - inner) / (outer - inner)) ** 3)
            out.append(np.stack([r * np.cos(a + spread), r * np.sin(a + spread)], 1))
    for radius in (0.055, 0.088):
        t = np.linspace(0, 2 * math.pi, 40)
        out.append(np.stack([radius * np.cos(t), radius * np.sin(t)], 1))
    for edge in (0.66, 0.72):
        c = [(-edge, -edge), (edge, -edge), (edge, edge), (-edge, edge), (-edge, -edge)]
        for a, b in zip(c[:-1], c[1:]):
            out.append(np.linspace(a, b, 30))
    for sx in (-1, 1):
        for sy in (-1, 1):  # a leaf in each corner
            for bend in (-1, 1):
                t = np.linspace(0, 1, 20)[:, None]
                straight = np.array([sx, sy]) * (0.40 + 0.20 * t)
                across = np.array([-sy, sx]) * bend * 0.055 * np.sin(t * math.pi)
                out.append(straight + across)
    return out


def stitches():
    length, gap, thick = 0.0050, 0.0030, 0.00075
    vertices, faces = [], []
    for line in lines():
        dense = geometry.resample(line, max(int(geometry.arc_length(line)[-1] * HALF / 0.0006), 4))
        px, py, h = front(dense[:, 0], dense[:, 1])
        p = np.stack([px, py, h], 1)
        s = geometry.arc_length(p)
        count = max(int(round(s[-1] / (length + gap))), 1)
        step = s[-1] / count
        for k in range(count):
            at = np.linspace(k * step + gap / 2, (k + 1) * step - gap / 2, 4)
            path = np.stack([np.interp(at, s, p[:, c]) for c in range(3)], 1)
            along = path[-1] - path[0]
            along = along / np.linalg.norm(along)
            e = 0.002
            mid = dense[min(int((k + 0.5) / count * len(dense)), len(dense) - 1)]
            here = np.array(shape(*mid))  # the furrow's own floor looks where the cloth does
            normal = np.cross(np.array(shape(mid[0] + e, mid[1])) - here, np.array(shape(mid[0], mid[1] + e)) - here)
            normal = normal / np.linalg.norm(normal)
            side = np.cross(normal, along)
            base = len(vertices)
            for i, (width, lift) in enumerate(((0.35, -0.3), (1.0, 0.75), (1.0, 0.75), (0.35, -0.3))):
                for a in (0, 0.5, 1.0):  # a half round, flat side in the cloth
                    vertices.append(path[i] + side * thick * width * math.cos(a * math.pi) * -1
                                    + normal * (thick * lift + thick * width * (math.sin(a * math.pi) - 0.35)))
            for i in range(3):
                for j in range(2):
                    q = base + i * 3 + j
                    faces.append([q, q + 3, q + 4, q + 1])
    obj = geometry.mesh_object("Stitches", vertices, faces, np.zeros((len(faces) * 4, 2)))
    return geometry.finish(obj, 180, weighted=False)


def build(folder):
    geometry.reset()
    names, bengali = ["Indigo khadi", "Oat khadi", "Madder khadi"], ["নীল", "যবের রং", "মঞ্জিষ্ঠা লাল"]
    pairs = [("#343F54", "#4A5770", "#161B27"), ("#DDD2BC", "#CFC2A8", "#8E8068"), ("#823C2F", "#95503F", "#3A1811")]
    bases, weave, repeat = surfaces.cloth(names, pairs)
    variants = []
    for name, bn, base, cord, thread, sheen in zip(names, bengali, bases, ("#262F42", "#BFAF92", "#6A2A1E"),
                                                   ("#EFE4CC", "#8F3526", "#F0DDB4"), ("#2C3852", "#4A4438", "#5A2A1E")):
        variants.append({"name": name.split()[0], "bn": bn, "materials": {
            "fabric": materials.pbr(name, base=base, normal=weave, repeat=repeat, roughness=0.92, normal_scale=0.8,
                                    extensions=materials.sheen(sheen, 0.55)),
            "piping": materials.pbr(f"{name} piping", cord, roughness=0.85, extensions=materials.sheen(sheen, 0.6)),
            "thread": materials.pbr(f"Thread on {name.lower()}", thread, roughness=0.7)}})
    cover = geometry.join("Cover", [panel(1), panel(-1)])
    shaded(cover)
    cord, thread = piping(), stitches()
    for obj in (cover, cord, thread):
        obj.data.transform(LEAN)
    low = min(v.co.z for v in cord.data.vertices)
    for obj in (cover, cord, thread):
        geometry.moved(obj, (0, 0, -low))
    khadi, silk = ("Hand-woven khadi cotton", "হাতে বোনা খাদি সুতি"), ("Cotton thread, stitched by hand", "হাতে তোলা সুতার ফোঁড়")
    parts = cover_part, piping_part, stitch_part = (
        Part("cover", "Cover", "ওয়াড়", cover, "fabric", (0, 0, 0.22), khadi, (0, 0, 1, 0.0, 0)),
        Part("piping", "Piping", "মগজি", cord, "piping", (0, 0, 0.22), khadi, (0, 0, -1, 0.12, 2)),
        Part("stitches", "Kantha stitches", "কাঁথার ফোঁড়", thread, "thread", (0, 0, 0.22), silk, (0, 0.2, 1, 0.12, 1)))

    def before(x, y):
        """A point in the air before the drawing's (x, y)."""
        px, py, height = shape(x, y)
        return LEAN @ Vector((px, py, height + 0.01)) - Vector((0, 0, low))

    facing = LEAN.to_3x3() @ Vector((0, 0, 1))  # a stitch is too small to say which way it looks
    root = Part("cushion", "Kantha cushion", "কাঁথা ফোঁড়ের কুশন", price=98000, children=parts, hotspots=[
        extras.hotspot(extras.touching(thread, before(0, 0.46))[0], facing,
                       ("A lotus in running stitch", "Twice eight petals, drawn with nothing but in and out"),
                       ("রানফোঁড়ের পদ্ম", "আট আট ষোলো পাপড়ি; সুই শুধু ঢোকে আর ওঠে"), stitch_part),
        extras.hotspot(extras.touching(thread, before(-0.69, -0.30))[0], facing,
                       ("Double border", "Two rows of stitches hold the drawing in"),
                       ("জোড়া পাড়", "দুই সারি ফোঁড়ে নকশা ঘেরা"), stitch_part),
        extras.hotspot(*extras.touching(cover, before(0.52, -0.05)),
                       ("Hand-woven khadi", "Yarn spun a little unevenly gives the cloth its grain"),
                       ("হাতে বোনা খাদি", "সুতা একটু অসমান, কাপড়ের বুনট তাতেই"), cover_part),
        extras.hotspot(*extras.touching(cord, before(0.35, 0.98)),
                       ("Piped edge", "The same khadi, rolled over a cord and sewn into the seam"),
                       ("মগজি দেওয়া ধার", "একই খাদি দড়িতে মুড়ে জোড়ে সেলাই করা"), piping_part)])
    save(folder, root, variants)
