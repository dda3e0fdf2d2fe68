# SPDX-License-Identifier: GPL-3.0-or-later
"""Shapes above geometry.py: outlines given thickness, tubes along any path, closed belts, cushions, and their placing.

Outlines are (n, 2), anticlockwise. Metres; texture coordinates in metres unless said otherwise.
"""
import math

import bpy
import numpy as np
from mathutils import Matrix, Vector
from mathutils.geometry import tessellate_polygon

from . import geometry


def circle(radius, count=48, centre=(0, 0), turn=0.0):
    a = np.arange(count) * 2 * math.pi / count + turn
    return np.stack([centre[0] + radius * np.cos(a), centre[1] + radius * np.sin(a)], 1)


def rectangle(width, height, corner, steps=6, centre=(0, 0)):
    """A rounded rectangle; the corners are arcs of `steps`."""
    x, y = width / 2, height / 2
    points = geometry.rounded([(x, 0, 0), (x, y, corner), (-x, y, corner), (-x, -y, corner), (x, -y, corner), (x, 0, 0)], steps)
    return points[:-1] + np.asarray(centre, float)


def smooth(corners, steps=6):
    """A closed polygon of (x, y, fillet radius); begins in the middle of its last side."""
    c = [tuple(p) for p in corners]
    middle = ((c[-1][0] + c[0][0]) / 2, (c[-1][1] + c[0][1]) / 2, 0)
    return geometry.rounded([middle] + c + [middle], steps)[:-1]


def closed_spline(points, count):
    """`count` points on a closed smooth curve through the given ones."""
    return geometry.spline(points, count + 1, closed=True)[:-1]


def outward(outline):
    """Unit normals to the right of the way round, and how far a mitred corner must go for one unit of offset."""
    p = np.asarray(outline, float)
    before, after = p - np.roll(p, 1, 0), np.roll(p, -1, 0) - p
    n1, n2 = (np.stack([d[:, 1], -d[:, 0]], 1) / np.maximum(np.linalg.norm(d, axis=1, keepdims=True), 1e-12)
              for d in (before, after))
    n = n1 + n2
    n /= np.maximum(np.linalg.norm(n, axis=1, keepdims=True), 1e-9)
    return n, 1 / np.clip((n * n1).sum(1, keepdims=True), 0.5, 1)


def offset(outline, distance):
    """The outline moved outwards (inwards below zero)."""
    n, mitre = outward(outline)
    return np.asarray(outline, float) + n * mitre * distance


def extrude(name, outline, depth, bevel=0.001, steps=3, holes=(), base=0.0, bottom_bevel=None, caps=(True, True),
            hole_bevel=None):
    """A plate from z = base up, its rims rounded over `bevel`; `holes` are outlines too, of either sense, which open outwards
    as far as the rims go in, or by `hole_bevel`: less where they lie close together."""
    bottom = bevel if bottom_bevel is None else bottom_bevel
    profile = []
    for b, low in ((bottom, True), (bevel, False)):
        arc = [(b * (1 - math.sin(a)), b * (1 - math.cos(a)))
               for a in np.linspace(0, math.pi / 2, steps + 1)] if b > 0 else [(0, 0)]
        profile += [(i, base + z) for i, z in arc] if low else [(i, base + depth - z) for i, z in arc[::-1]]
    if depth - bottom - bevel < 1e-7:
        profile = [p for k, p in enumerate(profile) if k == 0 or abs(p[1] - profile[k - 1][1]) > 1e-9]
    rings_of = [np.asarray(outline, float)] + [np.asarray(h, float) for h in holes]
    for k, ring in enumerate(rings_of):  # holes run clockwise, so that their outward side is inside the hole
        area = (ring[:, 0] * np.roll(ring[:, 1], -1) - np.roll(ring[:, 0], -1) * ring[:, 1]).sum()
        if (area < 0) == (k == 0):
            rings_of[k] = ring[::-1]
    vertices, faces, uv, ends = [], [], [], ([], [])
    levels = geometry.arc_length(np.array(profile))
    for which, ring in enumerate(rings_of):
        share = hole_bevel / max(bevel, bottom, 1e-9) if which and hole_bevel is not None else 1.0
        start, n = len(vertices), len(ring)
        around = geometry.arc_length(np.concatenate([ring, ring[:1]]))
        for inset, z in profile:
            vertices += [(x, y, z) for x, y in offset(ring, -inset * share)]
        for r in range(len(profile) - 1):
            for c in range(n):
                d = (c + 1) % n
                a, b = start + r * n, start + (r + 1) * n
                faces.append((a + c, a + d, b + d, b + c))
                uv += [(around[c], levels[r]), (around[c + 1], levels[r]), (around[c + 1], levels[r + 1]),
                       (around[c], levels[r + 1])]
        ends[0].append(list(range(start, start + n)))
        ends[1].append(list(range(start + (len(profile) - 1) * n, start + len(profile) * n)))
    for up, loops in enumerate(ends):
        if not caps[up]:
            continue
        flat = [i for loop in loops for i in loop]
        for t in tessellate_polygon([[Vector(vertices[i]) for i in loop] for loop in loops]):
            a, b, c = (np.array(vertices[flat[i]]) for i in t)
            area = np.cross(b - a, c - a)[2]
            if abs(area) < 1e-14:
                continue
            t = t if (area > 0) == bool(up) else t[::-1]
            faces.append(tuple(flat[i] for i in t))
            uv += [vertices[flat[i]][:2] for i in t]
    obj = geometry.mesh_object(name, vertices, faces, uv)
    geometry.weld(obj, 1e-8)
    return geometry.finish(obj, 35)


def along(path, up=None, closed=False):
    """Tangent, side and upper direction at each point. Without `up` the frame turns as little as the path allows."""
    p = np.asarray(path, float)
    if closed:
        t = np.roll(p, -1, 0) - np.roll(p, 1, 0)
    else:
        t = np.gradient(p, axis=0)
    t /= np.maximum(np.linalg.norm(t, axis=1, keepdims=True), 1e-12)
    if up is not None:
        up = np.broadcast_to(np.asarray(up, float), p.shape)
        side = np.cross(t, up)
        side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-12)
        return t, side, np.cross(side, t)
    upper = np.zeros_like(p)
    first = np.array([0, 0, 1.0]) if abs(t[0, 2]) < 0.9 else np.array([1.0, 0, 0])
    upper[0] = first - t[0] * (first @ t[0])
    upper[0] /= np.linalg.norm(upper[0])
    for i in range(1, len(p)):
        upper[i] = upper[i - 1] - t[i] * (upper[i - 1] @ t[i])
        upper[i] /= np.linalg.norm(upper[i])
    if closed:  # the twist left over is spread along the way
        last = upper[-1] - t[0] * (upper[-1] @ t[0])
        last /= np.linalg.norm(last)
        left = math.atan2(np.cross(last, upper[0]) @ t[0], last @ upper[0])
        a = (np.arange(len(p)) / len(p) * left)[:, None]
        upper = upper * np.cos(a) + np.cross(t, upper) * np.sin(a)
    return t, np.cross(t, upper), upper


def tube(name, path, section, up=None, closed=False, caps=True, sharp=60, uv_offset=(0, 0)):
    """A section (a radius, radii along the way, one outline, or one a point) along a path, open with domed caps off
    or on, or closed. The section's x lies to the side, y upwards."""
    p = np.asarray(path, float)
    if np.ndim(section) <= 1:
        radii = np.broadcast_to(np.asarray(section, float), (len(p),))
        section = circle(1.0, 10 if radii.max() < 0.002 else 16)[None] * radii[:, None, None]
    section = np.asarray(section, float)
    if section.ndim == 2:
        section = np.repeat(section[None], len(p), 0)
    _, side, upper = along(p, up, closed)
    points = p[:, None] + section[:, :, :1] * side[:, None] + section[:, :, 1:] * upper[:, None]
    widest = section[np.argmax(np.abs(section).max((1, 2)))]
    around = geometry.arc_length(np.concatenate([widest, widest[:1]]))
    length = geometry.arc_length(np.concatenate([p, p[:1]]) if closed else p)
    obj = geometry.grid(name, points[:, ::-1], wrap_v=closed, u=uv_offset[0] + around, v=uv_offset[1] + length,
                        caps=() if closed or not caps else (0, -1))
    return geometry.finish(obj, sharp, weighted=False)


def bar(name, path, section, up=None, dome=0.001, steps=3, sharp=60):
    """A tube with one section whose ends are rounded over `dome`."""
    p, sections = geometry.domed(path, section, dome, steps)
    if up is not None and np.ndim(up) == 2:
        s, at = geometry.arc_length(path), geometry.arc_length(p)
        up = np.stack([np.interp(at, s, np.asarray(up)[:, k]) for k in range(3)], 1)
    return tube(name, p, sections, up, sharp=sharp)


def pillow(name, outline, profile, sharp=60, uv=None):
    """A soft thing over an outline: `profile` [(inset 0…1 towards the middle, z)] from its lower middle, round the rim,
    to its upper middle; inset 1 is the middle itself. `uv` "plan" maps it from above, its walls folded out."""
    edge = np.asarray(outline, float)
    if (edge[:, 0] * np.roll(edge[:, 1], -1) - np.roll(edge[:, 0], -1) * edge[:, 1]).sum() < 0:
        edge = edge[::-1]
    middle = edge.mean(0)
    rows = np.stack([np.concatenate([middle + (edge - middle) * (1 - f), np.full((len(edge), 1), z)], 1) for f, z in profile])
    around = geometry.arc_length(np.concatenate([edge, edge[:1]]))
    reach = np.linalg.norm(edge - middle, axis=1).mean()
    v = geometry.arc_length(np.array([(f * reach, z) for f, z in profile]))
    if uv == "plan":
        # The walls are folded out: seen from above, a weave would run down them in streaks.
        out = (v[-1] - v)[:, None, None] / reach * (edge - middle)[None] + middle
        flat = np.concatenate([out, out[:, :1]], 1)
        return geometry.finish(geometry.grid(name, rows, uv=flat), sharp, weighted=False)
    return geometry.finish(geometry.grid(name, rows, u=around, v=v), sharp, weighted=False)


def loft(name, rings, caps=(0, -1), sharp=60, weighted=False, closed=False):
    """A skin over rings (stations, points, 3), each closed, anticlockwise seen from the end to which the stations go."""
    rings = np.asarray(rings, float)
    widest = rings[len(rings) // 2]
    around = geometry.arc_length(np.concatenate([widest, widest[:1]]))
    centres = rings.mean(1)
    length = geometry.arc_length(np.concatenate([centres, centres[:1]]) if closed else centres)
    rings = rings if signed(rings) > 0 else rings[:, ::-1]
    obj = geometry.grid(name, rings, wrap_v=closed, u=around, v=length, caps=() if closed else caps)
    return geometry.finish(obj, sharp, weighted)


def signed(rings):
    """Above zero where the rings run so that the skin looks outwards."""
    total = 0.0
    for a, b in zip(rings[:-1], rings[1:]):
        n = np.cross(np.roll(a, -1, 0) - a, b - a)
        total += (n * (a - a.mean(0))).sum()
    return total


def sheet(name, points, thickness, sharp=50, uv=None):
    """An open grid of points (rows, columns, 3) given thickness towards its back, its rim closed."""
    p = np.asarray(points, float)
    if uv is None:
        u = geometry.arc_length(p[len(p) // 2])
        v = geometry.arc_length(p[:, p.shape[1] // 2])
        uv = np.stack(np.meshgrid(u, v), -1)
    obj = geometry.grid(name, p, wrap_u=False, uv=uv)
    solid = obj.modifiers.new("Thickness", "SOLIDIFY")
    solid.thickness, solid.offset, solid.use_even_offset = thickness, -1, True
    geometry.apply(obj)
    return geometry.finish(obj, sharp, weighted=True)


def warp(obj, function):
    """Moves every vertex: `function` takes and gives (n, 3)."""
    geometry.apply(obj)
    co = np.empty(len(obj.data.vertices) * 3)
    obj.data.vertices.foreach_get("co", co)
    out = np.asarray(function(co.reshape(-1, 3)), float)
    obj.data.vertices.foreach_set("co", out.reshape(-1))
    obj.data.update()
    return geometry.finish(obj, 180, False) if not obj.data.attributes.get("sharp_edge") else obj


def placed(obj, move=(0, 0, 0), turns=(), scale=None):
    """Turned about the axes in order [("X", degrees), …], then moved."""
    matrix = Matrix.Translation(move)
    for axis, degrees in reversed(list(turns)):
        matrix = matrix @ Matrix.Rotation(math.radians(degrees), 4, axis)
    if scale is not None:
        matrix = matrix @ Matrix.Diagonal((*((scale,) * 3 if np.isscalar(scale) else scale), 1))
    geometry.apply(obj)
    obj.data.transform(matrix)
    return obj


def facing(obj, point, normal, up=(0, 0, 1)):
    """What was drawn about the origin, looking along +Z, set on a surface, its +Y as near `up` as that allows."""
    z = Vector(normal).normalized()
    y = Vector(up) - z * z.dot(Vector(up))
    if y.length < 1e-4:
        y = Vector((0, 1, 0)) - z * z.y if abs(z.y) < 0.9 else Vector((1, 0, 0)) - z * z.x
    y.normalize()
    x = y.cross(z)
    geometry.apply(obj)
    obj.data.transform(Matrix.Translation(point) @ Matrix((x, y, z)).transposed().to_4x4())
    return obj


def copy(obj, name=None):
    """A second object with its own mesh."""
    geometry.apply(obj)
    out = obj.copy()
    out.data = obj.data.copy()
    out.name = name or obj.name
    bpy.context.scene.collection.objects.link(out)
    return out


def subdivided(obj, levels=2):
    """Catmull–Clark, turned into the mesh."""
    modifier = obj.modifiers.new("Smooth", "SUBSURF")
    modifier.levels = modifier.render_levels = levels
    return geometry.finish(geometry.apply(obj), 180, weighted=False)


def plan_uv(obj, width, height, centre=(0, 0, 0), across=(1, 0, 0), upwards=(0, 0, 1)):
    """Texture coordinates 0…1 by projection: `width` × `height` metres about `centre`, for printed faces."""
    geometry.apply(obj)
    mesh = obj.data
    co = np.empty(len(mesh.vertices) * 3)
    mesh.vertices.foreach_get("co", co)
    co = co.reshape(-1, 3) - np.asarray(centre, float)
    flat = np.stack([co @ np.asarray(across, float) / width + 0.5, co @ np.asarray(upwards, float) / height + 0.5], 1)
    corner = np.empty(len(mesh.loops), np.int32)
    mesh.loops.foreach_get("vertex_index", corner)
    mesh.uv_layers[0].data.foreach_set("uv", flat[corner].astype(np.float32).reshape(-1))
    return obj


def lowest(objects):
    """The lowest z of several shapes, so that a product can be set on its floor."""
    low = 1e9
    for obj in objects:
        geometry.apply(obj)
        co = np.empty(len(obj.data.vertices) * 3)
        obj.data.vertices.foreach_get("co", co)
        low = min(low, co.reshape(-1, 3)[:, 2].min())
    return float(low)


def transformed(obj, matrix):
    geometry.apply(obj)
    obj.data.transform(matrix)
    return obj
