# SPDX-License-Identifier: GPL-3.0-or-later
"""Shapes: profiles turned on a lathe, sections swept along a path, bevelled boxes, and their finish.

Metres, Z up, the front is −Y. Every shape gets texture coordinates as it is made: u and v in metres
(so that a tiled material has its true scale) unless a range is given.
"""
import math

import bmesh
import bpy
import numpy as np
from mathutils import Matrix


def reset():
    bpy.ops.wm.read_factory_settings(use_empty=True)


def mesh_object(name, vertices, faces, corner_uv=None):
    """Corner coordinates are one (u, v) per corner, in the order of the faces' corners."""
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata([tuple(map(float, v)) for v in vertices], [], [tuple(map(int, f)) for f in faces])
    layer = mesh.uv_layers.new(name="UVMap")
    if corner_uv is not None:
        layer.data.foreach_set("uv", np.asarray(corner_uv, np.float32).reshape(-1))
    mesh.update()
    obj = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(obj)
    return obj


def spline(points, count, closed=False):
    """`count` points evenly spaced along a centripetal Catmull–Rom curve through the given ones."""
    p = np.asarray(points, float)
    if closed:
        p = np.concatenate([p[-1:], p, p[:2]])
    else:
        p = np.concatenate([[2 * p[0] - p[1]], p, [2 * p[-1] - p[-2]]])
    fine = []
    for i in range(len(p) - 3):
        a, b, c, d = p[i:i + 4]
        t0 = 0.0
        t1 = t0 + max(np.linalg.norm(b - a), 1e-9) ** 0.5
        t2 = t1 + max(np.linalg.norm(c - b), 1e-9) ** 0.5
        t3 = t2 + max(np.linalg.norm(d - c), 1e-9) ** 0.5
        t = np.linspace(t1, t2, 40, endpoint=False)[:, None]
        a1 = (t1 - t) / (t1 - t0) * a + (t - t0) / (t1 - t0) * b
        a2 = (t2 - t) / (t2 - t1) * b + (t - t1) / (t2 - t1) * c
        a3 = (t3 - t) / (t3 - t2) * c + (t - t2) / (t3 - t2) * d
        b1 = (t2 - t) / (t2 - t0) * a1 + (t - t0) / (t2 - t0) * a2
        b2 = (t3 - t) / (t3 - t1) * a2 + (t - t1) / (t3 - t1) * a3
        fine.append((t2 - t) / (t2 - t1) * b1 + (t - t1) / (t2 - t1) * b2)
    fine.append(p[-2][None])
    return resample(np.concatenate(fine), count)


def resample(points, count):
    p = np.asarray(points, float)
    s = arc_length(p)
    return np.stack([np.interp(np.linspace(0, s[-1], count), s, p[:, k]) for k in range(p.shape[1])], 1)


def arc_length(points):
    return np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])


def rounded(corners, arc_steps=5):
    """A polyline of (x, z, fillet radius) with its corners turned into arcs."""
    out = []
    for i, (x, z, radius) in enumerate(corners):
        p = np.array([x, z], float)
        if radius <= 0 or i in (0, len(corners) - 1):
            out.append(p)
            continue
        before, after = np.array(corners[i - 1][:2], float), np.array(corners[i + 1][:2], float)
        u, w = before - p, after - p
        lu, lw = np.linalg.norm(u), np.linalg.norm(w)
        u, w = u / lu, w / lw
        half = math.acos(np.clip(u @ w, -1, 1)) / 2
        cut = min(radius / math.tan(half), lu * 0.499, lw * 0.499)
        r = cut * math.tan(half)
        middle = p + (u + w) / np.linalg.norm(u + w) * r / math.sin(half)
        start, end = p + u * cut - middle, p + w * cut - middle
        angle = math.atan2(start[0] * end[1] - start[1] * end[0], start @ end)
        for k in range(arc_steps + 1):
            a = angle * k / arc_steps
            out.append(middle + [start[0] * math.cos(a) - start[1] * math.sin(a),
                                 start[0] * math.sin(a) + start[1] * math.cos(a)])
    return np.array(out)


def grid(name, points, wrap_u=True, wrap_v=False, u=None, v=None, uv=None, caps=()):
    """A surface through points[row, column]. `u`, `v` give the coordinate of each column line and row line.

    With wrap_u the first column follows the last; `u` then has one entry more than there are columns.
    `uv` overrides both: an array (rows + wrap_v, columns + wrap_u, 2). `caps` closes row 0 and/or −1 with a fan.
    """
    rows, columns, _ = points.shape
    vertices = points.reshape(-1, 3)
    row_steps, column_steps = rows - (not wrap_v), columns - (not wrap_u)
    if uv is None:
        uu, vv = np.meshgrid(np.asarray(u, float), np.asarray(v, float))
        uv = np.stack([uu, vv], -1)
    faces, corner_uv = [], []
    for r in range(row_steps):
        r1 = (r + 1) % rows
        for c in range(column_steps):
            c1 = (c + 1) % columns
            corners = [(r * columns + c, uv[r, c]), (r * columns + c1, uv[r, c + 1]),
                       (r1 * columns + c1, uv[r + 1, c + 1]), (r1 * columns + c, uv[r + 1, c])]
            unique, seen = [], []
            for index, coordinate in corners:
                if not any(np.abs(vertices[index] - vertices[s]).max() < 1e-7 for s in seen):
                    seen.append(index)
                    unique.append((index, coordinate))
            if len(unique) > 2:
                faces.append([x[0] for x in unique])
                corner_uv += [x[1] for x in unique]
    vertices = list(vertices)
    for cap in caps:
        row = 0 if cap == 0 else rows - 1
        ring = [row * columns + c for c in range(columns)]
        middle = np.mean([vertices[i] for i in ring], 0)
        vertices.append(middle)
        spread = np.array([vertices[i] - middle for i in ring])
        _, _, axes = np.linalg.svd(spread, full_matrices=False)
        flat = spread @ axes[:2].T
        base = uv[row, 0]
        for c in range(columns):
            d = (c + 1) % columns
            triangle = [(ring[d], flat[d]), (ring[c], flat[c]), (len(vertices) - 1, np.zeros(2))]
            if row:
                triangle = triangle[::-1]
            faces.append([t[0] for t in triangle])
            corner_uv += [base + t[1] for t in triangle]
    obj = mesh_object(name, vertices, faces, corner_uv)
    weld(obj)
    return obj


def weld(obj, distance=1e-7):
    bm = bmesh.new()
    bm.from_mesh(obj.data)
    bmesh.ops.remove_doubles(bm, verts=bm.verts, dist=distance)
    bm.to_mesh(obj.data)
    bm.free()


def lathe(name, profile, segments=96, u=None, v=None, tile=None, wobble=None):
    """Turns (radius, height) points about Z, outside to the right of the way up. u runs round from the back, v along
    the profile. `tile` (metres) makes u a whole number of tiles round, so that a tiled surface has no seam.

    `wobble(angle, height)` may return a factor on the radius: nothing made by hand is quite round.
    """
    p = np.asarray(profile, float)
    angle = np.arange(segments) * 2 * math.pi / segments
    radius = np.repeat(p[:, :1], segments, 1)
    if wobble is not None:
        radius = radius * wobble(angle[None, :], p[:, 1:2])
    points = np.stack([-radius * np.sin(angle), radius * np.cos(angle),
                       np.repeat(p[:, 1:2], segments, 1)], -1)
    if u is None:
        around = 2 * math.pi * max(p[:, 0].max(), 1e-4)
        u = (0, around if tile is None else max(round(around / tile), 1) * tile)
    if v is None:
        v = arc_length(p)
    return grid(name, points, u=np.linspace(u[0], u[1], segments + 1), v=v)


def superellipse(width, height, count, power=2.6, turn=0.0):
    """A closed section between an ellipse (power 2) and a rounded rectangle (power 5)."""
    a = np.arange(count) * 2 * math.pi / count + turn
    c, s = np.cos(a), np.sin(a)
    e = 2 / power
    return np.stack([np.sign(c) * np.abs(c) ** e * width / 2, np.sign(s) * np.abs(s) ** e * height / 2], 1)


def frames(path, up=(0, 0, 1)):
    """Tangent, side and upper direction at each point of a path, `up` kept as upright as the path allows."""
    p = np.asarray(path, float)
    t = np.gradient(p, axis=0)
    t /= np.linalg.norm(t, axis=1, keepdims=True)
    up = np.broadcast_to(np.asarray(up, float), p.shape)
    side = np.cross(t, up)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    return t, side, np.cross(side, t)


def sweep(name, path, sections, up=(0, 0, 1), caps=(0, -1), uv_offset=(0, 0)):
    """Sections (one for all, or one a point) along a path; x of the section to the side, y upwards."""
    p = np.asarray(path, float)
    sections = np.asarray(sections, float)
    if sections.ndim == 2:
        sections = np.repeat(sections[None], len(p), 0)
    _, side, upper = frames(p, up)
    points = p[:, None] + sections[:, :, :1] * side[:, None] + sections[:, :, 1:] * upper[:, None]
    widest = sections[np.argmax(np.abs(sections).max((1, 2)))]
    around = arc_length(np.concatenate([widest, widest[:1]]))
    return grid(name, points[:, ::-1], u=uv_offset[0] + around, v=uv_offset[1] + arc_length(p), caps=caps)


def domed(path, section, radius, steps=4):
    """Path and sections of a bar whose ends are rounded over `radius`."""
    p = np.asarray(path, float)
    sections = np.repeat(np.asarray(section, float)[None], len(p), 0) if np.ndim(section) == 2 else section
    s = arc_length(p)
    extra = []
    for k in range(steps + 1):
        a = math.pi / 2 * k / steps
        extra.append(radius * (1 - math.cos(a)))
    at = sorted(set([0.0, s[-1]] + extra + [s[-1] - e for e in extra] + [x for x in s if radius < x < s[-1] - radius]))
    path_out = np.stack([np.interp(at, s, p[:, k]) for k in range(3)], 1)
    flat = sections.reshape(len(p), -1)
    out = np.stack([np.interp(at, s, flat[:, k]) for k in range(flat.shape[1])], 1).reshape(len(at), -1, 2)
    for i, x in enumerate(at):
        d = min(x, s[-1] - x)
        if d < radius:
            inset = radius - math.sqrt(max(radius ** 2 - (radius - d) ** 2, 0))
            half = np.abs(out[i]).max(0)
            out[i] = out[i] * np.maximum(half - inset, half * 0.05) / half
    return path_out, out


def box(name, size, centre=(0, 0, 0), bevel=0.003, segments=3):
    obj = mesh_object(name, [], [])
    bm = bmesh.new()
    bmesh.ops.create_cube(bm, size=1.0)
    bmesh.ops.scale(bm, vec=size, verts=bm.verts)
    bmesh.ops.bevel(bm, geom=bm.edges[:] + bm.verts[:], offset=bevel, segments=segments, profile=0.5, affect="EDGES")
    bmesh.ops.translate(bm, vec=centre, verts=bm.verts)
    bm.to_mesh(obj.data)
    bm.free()
    box_uv(obj)
    return obj


def box_uv(obj, scale=1.0, grain=None):
    """Texture coordinates in metres from the side that each face looks to. With `grain` (0, 1, 2: the axis
    along which wood grows) u runs across and v along it, on every side."""
    mesh = obj.data
    if not mesh.uv_layers:
        mesh.uv_layers.new(name="UVMap")
    layer = mesh.uv_layers[0].data
    for polygon in mesh.polygons:
        axis = int(np.argmax(np.abs(polygon.normal)))
        a, b = [(1, 2), (0, 2), (0, 1)][axis]
        if grain is not None and axis != grain:
            a, b = [k for k in (0, 1, 2) if k not in (axis, grain)][0], grain
        for loop in polygon.loop_indices:
            co = mesh.vertices[mesh.loops[loop].vertex_index].co
            layer[loop].uv = (co[a] * scale + 0.37 * axis, co[b] * scale)


def finish(obj, sharp_degrees=40, weighted=True):
    """Smooth faces, edges sharper than the angle kept, normals weighted by area so that bevels read as bevels."""
    obj.data.shade_smooth()
    if sharp_degrees < 180:
        obj.data.set_sharp_from_angle(angle=math.radians(sharp_degrees))
    if weighted:
        modifier = obj.modifiers.new("Weighted", "WEIGHTED_NORMAL")
        modifier.keep_sharp, modifier.weight = True, 50
    return obj


def apply(obj):
    """Turns the modifiers into the mesh."""
    depsgraph = bpy.context.evaluated_depsgraph_get()
    mesh = bpy.data.meshes.new_from_object(obj.evaluated_get(depsgraph), depsgraph=depsgraph)
    obj.modifiers.clear()
    obj.data = mesh
    return obj


def join(name, objects):
    """One mesh of several, modifiers applied; shading is kept."""
    for o in objects:
        apply(o)
    bpy.ops.object.select_all(action="DESELECT")
    for o in objects:
        o.select_set(True)
    bpy.context.view_layer.objects.active = objects[0]
    if len(objects) > 1:
        bpy.ops.object.join()
    objects[0].name = name
    return objects[0]


def stand(obj):
    """What would stick through the floor is sanded flat."""
    for vertex in obj.data.vertices:
        vertex.co.z = max(vertex.co.z, 0.0)
    return obj


def moved(obj, offset):
    obj.data.transform(Matrix.Translation(offset))
    return obj


def mirrored(obj, name, axis=0):
    """A copy on the other side of the plane through the origin."""
    copy = apply(obj).copy()
    copy.data = obj.data.copy()
    copy.name = name
    bpy.context.scene.collection.objects.link(copy)
    factors = [1, 1, 1]
    factors[axis] = -1
    copy.data.transform(Matrix.Diagonal((*factors, 1)))
    copy.data.flip_normals()
    return copy
