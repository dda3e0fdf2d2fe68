# SPDX-License-Identifier: GPL-3.0-or-later
"""Small things that every product needs: stitches, screws, rivets, gears, springs, knurled rings, cables, feet."""
import math

import numpy as np

from . import geometry, shapes


def stitches(name, path, normals, length=0.0035, gap=0.0018, thick=0.00045, slant=0.0, closed=False):
    """A seam of single stitches on a surface: half-round threads whose ends dip into the cloth.

    `normals` one for all, or one a point. `slant` (degrees) turns each stitch in the surface, as a saddler's lie.
    """
    p = np.asarray(path, float)
    n = np.broadcast_to(np.asarray(normals, float), p.shape)
    if closed:
        p, n = np.concatenate([p, p[:1]]), np.concatenate([n, n[:1]])
    s = geometry.arc_length(p)
    count = max(int(round(s[-1] / (length + gap))), 1)
    step = s[-1] / count
    vertices, faces = [], []
    for k in range(count):
        at = np.linspace(k * step + gap / 2 * step / (length + gap), (k + 1) * step - gap / 2 * step / (length + gap), 4)
        line = np.stack([np.interp(at, s, p[:, c]) for c in range(3)], 1)
        normal = np.array([np.interp(at[1], s, n[:, c]) for c in range(3)])
        normal /= np.linalg.norm(normal)
        way = line[-1] - line[0]
        way /= np.linalg.norm(way)
        side = np.cross(normal, way)
        if slant:
            a, middle = math.radians(slant), line.mean(0)
            d = (line - middle) @ way
            way, side = way * math.cos(a) + side * math.sin(a), side * math.cos(a) - way * math.sin(a)
            line = middle + d[:, None] * way
        base = len(vertices)
        for i, (width, lift) in enumerate(((0.45, -0.5), (1.0, 0.55), (1.0, 0.55), (0.45, -0.5))):
            for a in (0, 0.33, 0.67, 1.0):
                vertices.append(line[i] - side * thick * width * math.cos(a * math.pi)
                                + normal * thick * (lift * 0.6 + width * (math.sin(a * math.pi) - 0.4)))
        for i in range(3):
            for j in range(3):
                q = base + i * 4 + j
                faces.append([q, q + 4, q + 5, q + 1])
    obj = geometry.mesh_object(name, vertices, faces, np.zeros((len(faces) * 4, 2)))
    obj["open"] = True
    return geometry.finish(obj, 180, weighted=False)


def screw(name, radius, height=None, recess="hex", head="flat", count=24):
    """A screw's head on z = 0, looking along +Z: "hex", "cross", "slot" or "star" driven; "flat" or "dome"."""
    height = radius * 0.5 if height is None else height
    a = np.arange(count) * 2 * math.pi / count
    if recess == "hex":
        shape = 0.46 / np.cos((a + math.pi / 6) % (math.pi / 3) - math.pi / 6)
    elif recess == "cross":
        shape = 0.20 + 0.42 * np.maximum(np.abs(np.cos(a)), np.abs(np.sin(a))) ** 14
    elif recess == "star":
        shape = 0.42 + 0.09 * np.cos(6 * a)
    else:
        shape = np.minimum(0.11 / np.maximum(np.abs(np.sin(a)), 1e-6), 0.80 / np.maximum(np.abs(np.cos(a)), 1e-6))
    bevel = min(radius * 0.18, height * 0.5)
    top = height if head == "flat" else height * 1.25
    rows = [(np.full(count, radius), -height * 0.4), (np.full(count, radius), height - bevel),
            (np.full(count, radius - bevel * 0.3), height - bevel * 0.3), (np.full(count, radius - bevel), height),
            (np.maximum(np.full(count, radius * 0.80), shape * radius * 1.12), height + (top - height) * 0.6),
            (shape * radius * 1.08, top), (shape * radius, top - radius * 0.05), (shape * radius * 0.96, height * 0.25),
            (shape * radius * 0.3, height * 0.16)]
    points = np.stack([np.stack([r * np.cos(a), r * np.sin(a), np.full(count, z)], 1) for r, z in rows])
    obj = geometry.grid(name, points, u=np.linspace(0, 2 * math.pi * radius, count + 1), v=np.arange(len(rows)) * radius * 0.3,
                        caps=(-1,))
    return geometry.finish(obj, 35, weighted=False)


def rivet(name, radius, height, count=20):
    return geometry.finish(geometry.lathe(name, geometry.spline([
        (radius, -height * 0.3), (radius, height * 0.15), (radius * 0.86, height * 0.62), (radius * 0.5, height * 0.92),
        (0.0, height)], 9), count), 180, weighted=False)


def knurled(name, profile, teeth, depth, low, high, segments=None, kind="ridge"):
    """A turned ring whose wall between the heights `low` and `high` is cut into `teeth` ridges."""
    segments = segments or teeth * 4

    def cut(angle, height):
        wave = np.clip(np.cos(angle * teeth) * 1.6, -1, 1) * 0.5 - 0.5
        held = (height > low) & (height < high)
        return 1 + np.where(held, wave * depth, 0)

    return geometry.finish(geometry.lathe(name, profile, segments, wobble=cut), 35, weighted=True)


def gear_outline(teeth, module, turn=0.0):
    """Epicyclic enough for the eye: root, flank, rounded tip; `module` is the pitch diameter over the teeth."""
    pitch = teeth * module / 2
    step = 2 * math.pi / teeth
    points = []
    for k in range(teeth):
        for f, r in ((-0.30, -1.1), (-0.19, 0.1), (-0.09, 0.95), (0.09, 0.95), (0.19, 0.1), (0.30, -1.1)):
            a = turn + (k + f) * step
            points.append(((pitch + r * module) * math.cos(a), (pitch + r * module) * math.sin(a)))
    return np.array(points)


def gear(name, teeth, module, thickness, bore, spokes=0, bevel=0.0):
    """A wheel lying on z = 0 with a bored hub and, if wide enough, spokes."""
    pitch = teeth * module / 2
    holes = [shapes.circle(bore, 14)]
    if spokes:
        inner, outer, half = bore * 2.6, pitch - module * 3.2, 0.20
        for k in range(spokes):
            a0, a1 = (k + half * 0.6) * 2 * math.pi / spokes, (k + 1 - half * 0.6) * 2 * math.pi / spokes
            out = [(outer * math.cos(a), outer * math.sin(a)) for a in np.linspace(a0, a1, 10)]
            lean = 0.10
            back = [(inner * math.cos(a), inner * math.sin(a)) for a in np.linspace(a1 - lean, a0 + lean, 5)]
            holes.append(np.array(out + back))
    return shapes.extrude(name, gear_outline(teeth, module), thickness, bevel, 2, holes)


def coil(name, radius, turns, height, wire, count=18):
    """A spring standing on z = 0."""
    t = np.linspace(0, 1, int(turns * count) + 1)
    a = t * turns * 2 * math.pi
    path = np.stack([radius * np.cos(a), radius * np.sin(a), t * height], 1)
    return shapes.tube(name, path, shapes.circle(wire, 6), sharp=180)


def grille(name, outline, depth, pitch, hole, bevel=0.0004, base=0.0):
    """A plate with a field of round holes in staggered rows, none nearer its rim than one pitch."""
    inside, p = [], np.asarray(outline, float)
    low, high = p.min(0), p.max(0)
    rows = int((high[1] - low[1]) / (pitch * 0.866)) + 1
    for r in range(rows):
        y = low[1] + (r + 0.5) * pitch * 0.866
        for x in np.arange(low[0] + (r % 2) * pitch / 2, high[0], pitch):
            ax, ay = p[:, 0], p[:, 1]
            bx, by = np.roll(ax, -1), np.roll(ay, -1)
            crosses = ((ay > y) != (by > y)) & (x < (bx - ax) * (y - ay) / np.where(by == ay, 1e-12, by - ay) + ax)
            if crosses.sum() % 2 and np.hypot(ax - x, ay - y).min() > pitch * 0.9:
                inside.append(shapes.circle(hole, 8, (x, y)))
    return shapes.extrude(name, outline, depth, bevel, 2, inside, base)


def taken(whole, name, bands):
    """Those faces of a turned mesh whose v lies in one of the bands, shaded as they were: a cut is not to be seen while the
    pieces stand together."""
    mesh = whole.data
    normals, uv = np.empty(len(mesh.loops) * 3, np.float32), np.empty(len(mesh.loops) * 2, np.float32)
    mesh.corner_normals.foreach_get("vector", normals)
    mesh.uv_layers[0].data.foreach_get("uv", uv)
    normals, uv = normals.reshape(-1, 3), uv.reshape(-1, 2)
    faces = [f for f in mesh.polygons if any(low < uv[list(f.loop_indices), 1].mean() < high for low, high in bands)]
    corners = [i for f in faces for i in f.loop_indices]
    used = {v: k for k, v in enumerate(sorted({v for f in faces for v in f.vertices}))}
    out = geometry.mesh_object(name, [mesh.vertices[v].co for v in used], [[used[v] for v in f.vertices] for f in faces],
                               uv[corners])
    out.data.shade_smooth()
    out.data.normals_split_custom_set(normals[corners].tolist())
    return out
