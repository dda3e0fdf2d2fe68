# SPDX-License-Identifier: GPL-3.0-or-later
"""A small electric delivery van, in profile with its nose to the left: a pressed body, tinted windows, painted sides, rear doors on a load of parcels.

Body and everything that lies on it are drawn square and then bent together: the sides lean in above the waist, nose and tail bow.
"""
import math

import bmesh
import bpy
import numpy as np

from lib import extras, geometry, materials, motion, painting, parts, shapes
from lib.atlas import Atlas
from lib.glb import Part, save
from lib.painting import Canvas, curve

HALF, RADIUS, ARCH = 0.735, 0.288, 0.350
TREAD = 0.003  # stands out of the tyre's round
AXLES = (-1.06, 1.06)
# No corner is tighter than the bevel of the sides, or the bevel would cross itself.
NOSE = shapes.smooth([(-1.690, 0.235, 0.13), (-1.720, 0.66, 0.60), (-1.660, 0.87, 0.30), (-1.50, 0.965, 0.30), (-1.005, 1.700, 0.30), (-0.62, 1.815, 0.60), (1.45, 1.860, 0.60), (1.715, 1.838, 0.14), (1.705, 0.235, 0.13)][::-1], 9)
SHEET = Atlas(3.6, 3.6, {"side": (-1.78, 0.10, 1.78, 1.78), "doors": (-1.78, -1.46, -0.30, 0.04), "plate": (-0.2, -0.2, 0.34, 0.0)})
SHEET.swatches(["body", "lower", "red", "amber", "white", "box", "tape", "inside", "well"], -0.2, -0.7, 0.21)
CARGO = (0.02, 1.80, 0.655, 0.42, 1.745)  # front, beyond the back, half width, floor, ceiling
CAB, CAB_HALF = np.array([(-1.55, 0.68), (-0.05, 0.68), (-0.05, 1.765), (-0.60, 1.745), (-0.965, 1.635), (-1.44, 0.955)]), 0.668  # (x, z), anticlockwise
DOOR_PANE = [(-1.37, 1.03, 0.03), (-0.56, 1.03, 0.05), (-0.56, 1.60, 0.10), (-0.86, 1.60, 0.16)]
QUARTER = [(-0.47, 1.03, 0.05), (-0.09, 1.03, 0.05), (-0.09, 1.60, 0.06), (-0.47, 1.60, 0.06)]


def bend(co):
    """Lean of the sides, bow of nose and tail."""
    out = np.array(co, float)
    x, y, z = co[:, 0], co[:, 1], co[:, 2]
    up = np.clip((z - 0.95) / 0.9, 0, 1)
    low = np.clip((0.55 - z) / 0.35, 0, 1)
    out[:, 1] = y * (1 - 0.075 * up ** 1.3 - 0.025 * low ** 2) * (1 - 0.085 * np.clip((-0.9 - x) / 0.8, 0, 1) ** 1.6)
    out[:, 0] = x + 0.135 * (y / HALF) ** 2 * np.clip((-0.75 - x) / 0.9, 0, 1) - 0.022 * (y / HALF) ** 2 * np.clip((x - 1.3) / 0.4, 0, 1)
    out[:, 2] = z - 0.030 * (y / HALF) ** 2 * np.clip((z - 1.5) / 0.3, 0, 1)
    return out


def bent(obj, sharp=35):
    geometry.apply(obj)
    co = np.empty(len(obj.data.vertices) * 3)
    obj.data.vertices.foreach_get("co", co)
    obj.data.vertices.foreach_set("co", bend(co.reshape(-1, 3)).reshape(-1))
    obj.data.update()
    return geometry.finish(obj, sharp)


def cut(obj, tools, operation="DIFFERENCE"):
    for tool in tools:
        modifier = obj.modifiers.new("Cut", "BOOLEAN")
        modifier.operation, modifier.solver, modifier.object = operation, "EXACT", tool
        geometry.apply(obj)
        bpy.data.objects.remove(tool)
    return obj


def upright(obj, y):
    """A shape drawn in X and Y with its thickness up, stood in profile, its upper face at the side −y."""
    return shapes.placed(obj, (0, y, 0), [("X", 90)])


def body():
    shell = upright(shapes.extrude("Body", NOSE, 2 * HALF, 0.085, 6), HALF)
    front, back, half, low, high = CARGO
    cut(shell, [geometry.box("Cargo", (back - front, 2 * half, high - low), ((front + back) / 2, 0, (low + high) / 2), 0.03, 2)])
    # The hold keeps its rear wheels out.
    a = np.linspace(0, math.pi, 17)
    housing = np.stack([AXLES[1] + (ARCH + 0.014) * np.cos(a), RADIUS + (ARCH + 0.014) * np.sin(a)], 1)
    cut(shell, [upright(shapes.extrude("Housing", housing, 0.16, 0.0, 1), s * 0.61 + 0.08) for s in (-1, 1)], "UNION")
    tools = []
    for x in AXLES:
        for s in (-1, 1):
            tools.append(upright(shapes.extrude("Arch", shapes.circle(ARCH, 40, (x, RADIUS)), 0.30, 0.0, 1), s * 0.70 + 0.15))
    tools.append(upright(shapes.extrude("Cab", CAB, 2 * CAB_HALF, 0.0, 1), CAB_HALF))
    line = nose_line(1.02, 1.635, 14)
    way = outward_of(line)
    tools.append(upright(shapes.extrude("Screen opening", np.concatenate([line + way * 0.10, (line - way * 0.16)[::-1]])[::-1], 1.20, 0.0, 1), 0.60))
    for pane in (DOOR_PANE, QUARTER):
        for s in (-1, 1):
            tools.append(upright(shapes.extrude("Opening", shapes.offset(shapes.smooth(pane, 6), -0.014), 0.20, 0.0, 1), s * 0.72 + 0.10))
    cut(shell, tools)
    refine(shell)
    room = shapes.offset(CAB, 0.004)
    cab = {p.index for p in shell.data.polygons if abs(p.center.y) < CAB_HALF + 0.001 and within(room, p.center.x, p.center.z)}
    inside = {p.index for p in shell.data.polygons if abs(p.center.y) < half + 0.001 and front - 0.001 < p.center.x < 1.70 and low - 0.001 < p.center.z < high + 0.001}
    shell_uv(shell, inside, cab)
    return bent(shell)


def within(outline, x, z):
    """Whether a point lies inside a convex outline that runs anticlockwise."""
    a, b = outline, np.roll(outline, -1, 0)
    return bool((((b - a)[:, 0] * (z - a[:, 1]) - (b - a)[:, 1] * (x - a[:, 0])) >= 0).all())


def outward_of(line):
    """Unit normals of the nose's line, which runs upwards, away from the van."""
    d = np.gradient(line, axis=0)
    d /= np.linalg.norm(d, axis=1, keepdims=True)
    return np.stack([-d[:, 1], d[:, 0]], 1)


def refine(obj):
    """Long faces bend only where they have points; all that lies on the body is sliced by the same planes."""
    for x in (-1.55, -1.4, -1.25, -1.1, -0.95, -0.8, -0.4, 0.6, 1.35, 1.55):
        bisect(obj, (x, 0, 0), (1, 0, 0))
    for z in (0.35, 0.6, 0.95, 1.05, 1.15, 1.25, 1.35, 1.45, 1.55, 1.65, 1.75):
        bisect(obj, (0, 0, z), (0, 0, 1))
    for y in (-0.60, -0.40, -0.20, 0.0, 0.20, 0.40, 0.60):
        bisect(obj, (0, y, 0), (0, 1, 0))
    return obj


def bisect(obj, point, normal):
    bm = bmesh.new()
    bm.from_mesh(obj.data)
    bmesh.ops.bisect_plane(bm, geom=bm.verts[:] + bm.edges[:] + bm.faces[:], plane_co=point, plane_no=normal, dist=1e-5)
    bm.to_mesh(obj.data)
    bm.free()


def shell_uv(obj, inside, cab):
    """Sides get the picture, all else plain colour: darker below the sill, grey in the hold, dark in the cab."""
    mesh = obj.data
    layer = mesh.uv_layers[0].data
    x0, y0, _, _ = SHEET.places["side"]
    for polygon in mesh.polygons:
        picture = abs(polygon.normal.y) > 0.55 and abs(polygon.center.y) > 0.60 and polygon.index not in inside and polygon.index not in cab
        away = min(math.hypot(polygon.center.x - x, polygon.center.z - RADIUS) for x in AXLES)
        well = away < ARCH + 0.003 and 0.54 < abs(polygon.center.y) < 0.72
        plain = "well" if well or polygon.index in cab else "inside" if polygon.index in inside else "lower" if polygon.center.z < 0.34 else "body"
        flat = SHEET.to_sheet(plain, np.array([0.5, 0.5]))
        picture = picture and not well
        for loop in polygon.loop_indices:
            co = mesh.vertices[mesh.loops[loop].vertex_index].co
            layer[loop].uv = ((x0 + (co.x + 1.78)) / 3.6 + 0.5, (y0 + (co.z - 0.20)) / 3.6 + 0.5) if picture else flat


def on_side(points, s, proud, name="Plate", bevel=0.004, steps=2):
    """A plate of an outline (x, z) laid on a side."""
    obj = shapes.extrude(name, points, 0.02 + proud, bevel, steps)
    upright(obj, -HALF + 0.02)
    geometry.apply(obj)
    if s > 0:
        obj = shapes.copy(obj)
        co = np.empty(len(obj.data.vertices) * 3)
        obj.data.vertices.foreach_get("co", co)
        co = co.reshape(-1, 3) * [1, -1, 1]
        obj.data.vertices.foreach_set("co", co.reshape(-1))
        obj.data.flip_normals()
    return bent(refine(obj), 40)


def strip(path, half_width, proud, columns=13):
    """A skin over nose or roof: along (x, z) points lifted off the body, across ± half_width (one, or one a point)."""
    p = np.asarray(path, float)
    d = np.gradient(p, axis=0)
    d /= np.linalg.norm(d, axis=1, keepdims=True)
    n = np.stack([-d[:, 1], d[:, 0]], 1)
    w = np.broadcast_to(half_width, (len(p),))
    return np.array([[(q[0] + m[0] * proud, y * h, q[1] + m[1] * proud) for y in np.linspace(-1, 1, columns)] for q, m, h in zip(p, n, w)])


def nose_line(z0, z1, count):
    """Points of the silhouette's front from one height to another, upwards."""
    front = NOSE[NOSE[:, 0] < -0.55]
    front = front[np.argsort(front[:, 1])]
    z = np.linspace(z0, z1, count)
    return np.stack([np.interp(z, front[:, 1], front[:, 0]), z], 1)


def skin(name, rows, out):
    n = np.cross(rows[1:, :-1] - rows[:-1, :-1], rows[:-1, 1:] - rows[:-1, :-1]).sum((0, 1))
    rows = rows if n @ np.asarray(out, float) < 0 else rows[:, ::-1]
    obj = shapes.sheet(name, rows, 0.010)
    return bent(obj, 40)


def windows():
    out = []
    screen = strip(nose_line(1.00, 1.655, 14), np.linspace(0.64, 0.615, 14), 0.006)
    out.append(skin("Windscreen", screen, (-1, 0, 0.5)))
    cab, quarter = shapes.smooth(DOOR_PANE, 6), shapes.smooth(QUARTER, 6)
    for s in (-1, 1):
        out += [on_side(cab, s, 0.004), on_side(quarter, s, 0.004)]
    return geometry.join("Windows", out)


def interior():
    """Two seats, a dashboard and a wheel: what is seen through the windows."""
    cloth, dark = [], []
    for s in (-1, 1):
        y = s * 0.32
        for size, at, lean in (((0.46, 0.46, 0.13), (-0.62, y, 0.86), -6), ((0.13, 0.44, 0.56), (-0.36, y, 1.16), 12), ((0.09, 0.26, 0.17), (-0.275, y, 1.53), 12)):
            cloth.append(SHEET.plain(shapes.placed(geometry.finish(geometry.box("Seat", size, (0, 0, 0), 0.045, 2), 60), at, [("Y", lean)]), "tape"))
        dark.append(geometry.box("Plinth", (0.40, 0.40, 0.11), (-0.60, y, 0.735), 0.01, 1))
    board = shapes.smooth([(-1.42, 0.69, 0.01), (-1.13, 0.69, 0.02), (-1.08, 0.93, 0.05), (-1.16, 1.00, 0.04), (-1.40, 0.98, 0.02)], 3)
    dark.append(upright(shapes.extrude("Dashboard", board, 1.26, 0.01, 1), 0.63))
    a = np.linspace(0, 2 * math.pi, 25)[:-1]
    wheel = shapes.tube("Steering wheel", np.stack([0.17 * np.cos(a), 0.17 * np.sin(a), 0 * a], 1), 0.014, closed=True)
    spoke = geometry.box("Spoke", (0.32, 0.05, 0.02), (0, 0, -0.01), 0.006, 1)
    column = shapes.tube("Column", [(0, 0, 0), (0, 0, -0.20)], 0.025)
    dark += [shapes.placed(o, (-0.985, -0.32, 1.06), [("Y", -62)]) for o in (wheel, spoke, column)]
    return geometry.join("Seats", cloth), geometry.join("Dashboard", dark)


def lamp(radius):
    ring = geometry.finish(geometry.lathe("Ring", geometry.rounded([(radius * 0.80, -0.03, 0), (radius, -0.03, 0), (radius * 1.02, 0.010, 0.006), (radius * 0.86, 0.016, 0.006), (radius * 0.80, 0.004, 0)], 4), 40), 40)
    lens = geometry.finish(geometry.lathe("Lens", [(radius * 0.82, 0.0), (radius * 0.80, 0.008), (radius * 0.5, 0.018), (0.0, 0.022)], 36), 180, weighted=False)
    return ring, lens


def fittings():
    """(paint, dark, chrome) that lie on the body."""
    paint, dark, chrome = [], [], []
    for s in (-1, 1):
        ring, lens = lamp(0.098)
        p, way = bend(np.array([(-1.700, s * 0.50, 0.735)]))[0], (-1, s * 0.10, 0.12)
        chrome.append(shapes.facing(ring, p, way))
        paint.append(SHEET.plain(shapes.facing(lens, p, way), "white"))
        ring, lens = lamp(0.036)
        p = bend(np.array([(-1.716, s * 0.57, 0.565)]))[0]
        chrome.append(shapes.facing(ring, p, (-1, s * 0.15, 0)))
        paint.append(SHEET.plain(shapes.facing(lens, p, (-1, s * 0.15, 0)), "amber"))
        for z, tint, tall in ((0.80, "red", 0.20), (0.66, "amber", 0.07)):
            block = SHEET.plain(shapes.extrude("Tail lamp", shapes.rectangle(0.075, tall, 0.02, 4), 0.022, 0.008, 3), tint)
            paint.append(shapes.facing(block, bend(np.array([(1.715, s * 0.685, z)]))[0], (1, 0, 0)))
        sill = shapes.smooth([(-0.70, 0.225, 0.01), (0.70, 0.225, 0.01), (0.70, 0.315, 0.02), (-0.70, 0.315, 0.02)], 4)
        dark.append(on_side(sill, s, 0.016, "Sill", 0.012, 2))
        for x in AXLES:  # lips round the arches
            a = np.radians(np.linspace(-8, 188, 21))
            outer, inner = [(x + 0.392 * math.cos(t), RADIUS + 0.392 * math.sin(t)) for t in a], [(x + 0.344 * math.cos(t), RADIUS + 0.344 * math.sin(t)) for t in a[::-1]]
            dark.append(on_side(np.array(outer + inner), s, 0.018, "Lip", 0.010, 2))
        for x in (-0.62, 0.0):
            handle = shapes.smooth([(x - 0.055, 0.905, 0.012), (x + 0.055, 0.905, 0.012), (x + 0.055, 0.930, 0.012), (x - 0.055, 0.930, 0.012)], 4)
            chrome.append(on_side(handle, s, 0.020, "Handle", 0.008, 2))
        at = bend(np.array([(-1.16, s * 0.735, 1.06)]))[0]
        arm = shapes.tube("Mirror arm", geometry.spline([at, at + [-0.03, s * 0.06, 0.03], at + [-0.03, s * 0.12, 0.06]], 8), 0.014)
        glass = geometry.box("Mirror", (0.05, 0.12, 0.19), (0, 0, 0), 0.024, 4)
        dark += [arm, shapes.placed(glass, tuple(at + [-0.02, s * 0.16, 0.10]), [("Z", s * 12)])]
    front = strip(nose_line(0.30, 0.475, 8), 0.70, 0.018)
    dark.append(skin("Bumper", front, (-1, 0, 0)))
    rear = np.array([[(1.742, y, z) for y in np.linspace(-0.70, 0.70, 13)] for z in (0.27, 0.30, 0.38, 0.405)])
    rear[[0, 3], :, 0] -= 0.012
    dark.append(skin("Rear bumper", rear, (1, 0, 0)))
    for k in range(4):
        z = 0.595 + 0.030 * k
        bar = strip(nose_line(z, z + 0.014, 3), 0.30, 0.010, 9)
        dark.append(skin("Grille", bar, (-1, 0, 0)))
    emblem = shapes.extrude("Emblem", shapes.circle(0.060, 36), 0.012, 0.004, 3)
    chrome.append(shapes.facing(emblem, (-1.682, 0, 0.83), (-1, 0, 0.32)))
    for k in range(7):
        leaf = shapes.extrude("Petal", painting.petal(0.062 if abs(k - 3) < 3 else 0.052, 0.026, 0.3)[::-1], 0.008, 0.003, 2)
        leaf = shapes.placed(leaf, (0, -0.022, 0.010), [("Z", (k - 3) * 24)])
        paint.append(SHEET.plain(shapes.facing(leaf, (-1.682, 0, 0.83), (-1, 0, 0.32)), "red"))
    for s in (-1, 1):  # wipers
        line = nose_line(1.015, 1.20, 12)
        path = np.array([(x - 0.014, s * 0.34 - 0.30 * f, z + 0.010) for (x, z), f in zip(line, np.linspace(0, 1, 12))])
        wiper = shapes.tube("Wiper", bend(path), np.linspace(0.010, 0.005, 12))
        dark.append(wiper)
    plate = shapes.extrude("Plate", shapes.rectangle(0.38, 0.14, 0.01, 3), 0.006, 0.002, 1)
    SHEET.printed(plate, "plate", (0, 0, 0), upwards=(0, 1, 0), size=(0.38, 0.14))
    paint.append(shapes.facing(plate, (-1.741, 0, 0.385), (-1, 0, 0)))
    return geometry.join("Painted fittings", paint), geometry.join("Dark fittings", dark), geometry.join("Bright fittings", chrome)


def rack():
    pieces = []
    for s in (-1, 1):
        pieces.append(shapes.bar("Rail", geometry.spline([(-0.15, s * 0.52, 1.90), (-0.05, s * 0.53, 1.955), (0.7, s * 0.53, 1.965), (1.40, s * 0.53, 1.955), (1.48, s * 0.52, 1.90)], 30), shapes.circle(0.018, 10), None, 0.01, 2))
        for x in (0.0, 0.7, 1.38):
            pieces.append(shapes.tube("Foot", [(x, s * 0.53, 1.82), (x, s * 0.53, 1.955)], 0.014))
    for x in (0.10, 0.50, 0.90, 1.30):
        pieces.append(shapes.tube("Bar", [(x, -0.53, 1.962), (x, 0.53, 1.962)], 0.013))
    return geometry.join("Roof rack", pieces)


def wheel():
    """Axis along Y, its face towards −Y."""
    tyre = geometry.lathe("Tyre", np.concatenate([geometry.rounded([(0.200, -0.072, 0), (0.215, -0.084, 0.006), (0.262, -0.086, 0.020), (0.288, -0.066, 0.018), (0.288, 0.066, 0.018), (0.262, 0.086, 0.020), (0.215, 0.084, 0.006), (0.200, 0.072, 0)], 2)]), 42)
    groove = [shapes.placed(geometry.finish(geometry.lathe("Tread", [(0.2870, z - 0.010), (RADIUS + TREAD, z - 0.008), (RADIUS + TREAD, z + 0.008), (0.2870, z + 0.010)], 42), 30), (0, 0, 0)) for z in (-0.042, 0.0, 0.042)]
    dark = geometry.join("Tyre", [geometry.finish(tyre, 40)] + groove)
    rim = geometry.lathe("Rim", geometry.rounded([(0.0, 0.044, 0), (0.060, 0.048, 0.004), (0.075, 0.036, 0.006), (0.105, 0.020, 0.01), (0.165, 0.030, 0.01), (0.182, 0.062, 0.006), (0.206, 0.080, 0.004), (0.210, 0.072, 0.002), (0.205, 0.0, 0)], 2)[::-1], 32)
    metal = [geometry.finish(rim, 35)]
    for k in range(5):
        a = 2 * math.pi * k / 5
        metal.append(shapes.placed(parts.screw("Nut", 0.012, 0.014, "hex", count=6), (0.086 * math.cos(a), 0.086 * math.sin(a), 0.034)))
    holes = []
    for k in range(10):
        a = 2 * math.pi * (k + 0.5) / 10
        slot = shapes.extrude("Slot", shapes.rectangle(0.030, 0.040, 0.012, 1), 0.003, 0.0, 1)
        holes.append(shapes.placed(slot, (0.140, 0, 0.0265), [("Y", -7)]))
        shapes.placed(holes[-1], (0, 0, 0), [("Z", math.degrees(a))])
    dark = geometry.join("Tyre", [dark] + holes)
    bright = geometry.join("Rim", metal)
    return [(shapes.placed(dark, (0, 0, 0), [("X", 90)]), "dark"), (shapes.placed(bright, (0, 0, 0), [("X", 90)]), "chrome")]


def door(s):
    """A rear door about its hinge at the side s."""
    low, high, wide = 0.425, 1.735, 0.652
    outline = shapes.smooth([(0.0, low, 0.03), (wide, low, 0.01), (wide, high, 0.01), (0.03, high, 0.07)], 5)
    light = shapes.smooth([(0.12, 1.12, 0.05), (wide - 0.08, 1.12, 0.04), (wide - 0.08, 1.60, 0.05), (0.15, 1.60, 0.08)], 5)
    leaf = shapes.extrude("Door", outline, 0.030, 0.006, 3, [shapes.offset(light, -0.014)])  # x from the hinge inwards, y up
    SHEET.printed(leaf, "doors", (wide, (low + high) / 2, 0), (-1 if s > 0 else 1, 0, 0), (0, 1, 0), size=(2 * wide + 0.1, high - low + 0.1))
    pane = shapes.extrude("Pane", light, 0.008, 0.003, 2, base=0.028)
    knob = shapes.extrude("Knob", shapes.rectangle(0.026, 0.13, 0.012, 4, (wide - 0.05, 0.92)), 0.022, 0.007, 3, base=0.028)
    out = []
    for o in (leaf, pane, knob):
        # Drawn looking along +Z; stood up to look along +X, the hinge on the Z axis.
        shapes.placed(o, (0, 0, 0), [("X", 90), ("Z", 90)])
        if s > 0:
            co = np.empty(len(o.data.vertices) * 3)
            o.data.vertices.foreach_get("co", co)
            o.data.vertices.foreach_set("co", (co.reshape(-1, 3) * [1, -1, 1]).reshape(-1))
            o.data.flip_normals()
            o.data.update()
        out.append(geometry.finish(o, 35))
    return [(out[0], "paint"), (out[1], "glass"), (out[2], "chrome")]


def load():
    out = []
    for x, y, z, sx, sy, sz, t in ((1.35, -0.275, 0.43, 0.48, 0.50, 0.40, 2), (1.38, 0.270, 0.43, 0.44, 0.50, 0.52, -3), (1.36, -0.31, 0.83, 0.40, 0.42, 0.32, 5), (1.40, 0.28, 0.95, 0.36, 0.40, 0.30, -6), (0.70, 0.0, 0.43, 0.70, 1.04, 0.60, 0),
                                   (0.80, 0.2, 1.03, 0.5, 0.6, 0.36, 4)):
        for tint, o in (("box", geometry.box("Parcel", (sx, sy, sz), (0, 0, sz / 2), 0.010, 2)), ("tape", geometry.box("Tape", (sx + 0.004, 0.06, sz + 0.004), (0, 0, sz / 2), 0.010, 2))):
            out.append(shapes.placed(SHEET.plain(o, tint), (x, y, z), [("Z", t)]))
    return geometry.join("Parcels", out)


LOOKS = [{"name": "River", "bn": "নদী", "body": "#F2EDE2", "lower": "#0E5A66", "accent": "#D8452A", "gold": "#E8B04A", "line": "#0B3A44", "price": 0},
         {"name": "Ink", "bn": "কালি", "body": "#1B2A3C", "lower": "#0D151F", "accent": "#E0B055", "gold": "#E0B055", "line": "#0A0F16", "price": 0},
         {"name": "Mustard", "bn": "সরিষা", "body": "#E3A41E", "lower": "#5A2410", "accent": "#A3162C", "gold": "#FFF0C0", "line": "#5A2410", "price": 1500000}]


def artwork(p):
    c = Canvas(3.6, 3.6, 1024, p["body"])
    x0, y0, x1, y1 = SHEET.places["side"]
    with c.within(x0, y0, x1, y1), c.at(x0 + 1.78, y0 - 0.20):
        c.box(-1.8, 0.1, 1.8, 1.95, p["body"])
        wave = curve([(-1.8, 0.40), (-1.1, 0.47), (-0.3, 0.40), (0.3, 0.46), (0.85, 0.62), (1.3, 0.86), (1.8, 1.02)], 90)
        for d, tint in ((0.085, p["gold"]), (0.060, p["accent"]), (0.0, p["lower"])):
            c.shape(np.concatenate([wave + [0, d], [(1.9, 0.0), (-1.9, 0.0)]]), tint)
        with c.at(0.70, 1.38):
            c.shape(painting.disc(0.335), p["gold"])
            c.shape(painting.disc(0.318), "#FFFFFF")
        with c.at(0.70, 1.38):
            river_disc(c, 0.300)
        for x, z, s, f in ((0.16, 1.50, 0.16, False), (0.26, 1.26, 0.12, False), (1.28, 1.52, 0.14, True)):
            with c.at(x, z, s, 6, f):
                painting.bird(c, "#FFFFFF" if p["name"] != "River" else "#DCEFF2", "#B9D6EA", p["line"])
        for x, z, s in ((1.30, 0.98, 0.40), (0.90, 0.74, 0.26)):
            with c.at(x, z, s):
                painting.lotus(c)
        for x in (-0.515, -0.045):  # shut lines
            c.line([(x, 0.34), (x, 1.70)], 0.010, p["line"])
        c.line(curve([(-1.42, 0.66), (-1.42, 0.98), (-0.93, 1.68)], 30), 0.010, p["line"])
        c.line([(0.0, 0.345), (1.0, 0.345)], 0.008, p["line"])
    x0, y0, x1, y1 = SHEET.places["doors"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2):
        c.box(-1, -1, 1, 1, p["body"])
        c.box(-1, -1, 1, -0.45, p["lower"])
        c.box(-1, -0.45, 1, -0.42, p["accent"])
        c.box(-1, -0.42, 1, -0.405, p["gold"])
        for s in (-1, 1):
            with c.at(s * 0.36, -0.30, 0.34):
                painting.lotus(c)
    x0, y0, x1, y1 = SHEET.places["plate"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2):
        c.box(-0.3, -0.12, 0.3, 0.12, "#F4F4EE")
        c.line([(-0.262, -0.092), (0.262, -0.092), (0.262, 0.092), (-0.262, 0.092)], 0.008, "#1B1A17", closed=True)
        c.text("ঢাকা ১২", 0.075, 0, 0.045, "#1B1A17", "bengali-bold")
        c.text("৩৪৫৬", 0.095, 0, -0.045, "#1B1A17", "bengali-bold")
    SHEET.fill(c, {"body": p["body"], "lower": p["lower"], "red": "#C8102E", "amber": "#F28A1E", "white": "#F4F6F2", "box": "#B58A56", "tape": "#8A6236", "inside": "#6E7278", "well": "#121315"})
    return c.jpeg(f"{p['name']} van", 88)


def river_disc(c, radius):
    """The evening river in a roundel."""
    inner = Canvas(2 * radius, 2 * radius, int(2 * radius / c.pixel), "#FFFFFF")
    painting.river(inner, 2 * radius, 2 * radius)
    mask, where = c.cover([painting.disc(radius)])
    rows, columns = mask.shape
    fit = np.zeros((rows, columns, 3))
    y = np.clip(np.arange(rows) - (rows - inner.rows) // 2, 0, inner.rows - 1)
    x = np.clip(np.arange(columns) - (columns - inner.columns) // 2, 0, inner.columns - 1)
    fit[:] = inner.colour[np.ix_(y, x)]
    c.blend(mask, where, fit)


def build(folder):
    geometry.reset()
    dark = materials.pbr("Rubber and mouldings", "#17181A", 0.58)
    chrome = materials.pbr("Bright metal", "#D6D8DA", 0.24, 1.0)
    glass = materials.glass("Tinted glass", "#A9BDBE", 1.52, 0.004, 0.005, 0.02)
    variants = [{"name": p["name"], "bn": p["bn"], "price": p["price"], "materials": {
        "paint": materials.pbr(f"{p['name']} paint", roughness=0.36, base=artwork(p), extensions=materials.clearcoat(1.0, 0.05)), "dark": dark, "chrome": chrome, "glass": glass}} for p in LOOKS]
    steel, safe = ("Pressed steel, lacquered", "ছাঁচের ইস্পাত, ল্যাকার"), ("Laminated glass", "স্তরিত কাচ")
    rolling = wheel()
    wheels = [Part(f"wheel-{n}", en, bn, layers=rolling, place=(x, s * 0.652, RADIUS + TREAD, 0 if s < 0 else 180), made_of=("Steel rim, radial tyre", "ইস্পাতের রিম, রেডিয়াল টায়ার"), explode=(0, 0, -s, 0.45, 2), price=850000)
              for n, en, bn, x, s in (("front-near", "Front left wheel", "সামনের বাঁ চাকা", AXLES[0], -1), ("front-far", "Front right wheel", "সামনের ডান চাকা", AXLES[0], 1),
                                      ("rear-near", "Rear left wheel", "পেছনের বাঁ চাকা", AXLES[1], -1), ("rear-far", "Rear right wheel", "পেছনের ডান চাকা", AXLES[1], 1))]
    paint, black, bright = fittings()
    seats, board = interior()
    doors = [Part(f"door-{n}", en, bn, layers=door(s), place=(1.700, s * 0.652, 0, 0), made_of=steel, explode=(1, 0, -s * 0.6, 0.45, 1)) for n, en, bn, s in (("near", "Left rear door", "পেছনের বাঁ দরজা", -1), ("far", "Right rear door", "পেছনের ডান দরজা", 1))]
    swing = [motion.turn(d, (0, 0, 1), motion.there(1.5, s * 112)) for d, s in zip(doors, (-1, 1))]
    roll = [motion.spin(w, (0, 1, 0), -1.0 if "near" in w.name else 1.0, 0.9) for w in wheels]
    shell = Part("body", "Body", "গাড়ির গা", body(), "paint", made_of=steel, explode=(0, 0, 0, 0.0, 0), children=[
        Part("fittings", "Lamps, bumpers and mirrors", "বাতি, বাম্পার ও আয়না", layers=[(paint, "paint"), (black, "dark"), (bright, "chrome")], made_of=("Chromed steel, polycarbonate, mirror glass", "ক্রোম করা ইস্পাত, পলিকার্বনেট, আয়নার কাচ"), explode=(-0.5, 0, 0, 0.18, 3)),
        Part("cab", "Seats and dashboard", "আসন ও ড্যাশবোর্ড", layers=[(seats, "paint"), (board, "dark")], made_of=("Leathercloth and moulded plastic", "রেক্সিন ও ছাঁচের প্লাস্টিক"), explode=(0, 0, 0, 0.0, 0)),
        Part("windows", "Windows", "জানালা", windows(), "glass", made_of=safe, explode=(0, 1, 0, 0.30, 2)), Part("rack", "Roof rack", "ছাদের তাক", rack(), "dark", made_of=("Steel tube", "ইস্পাতের নল"), explode=(0, 1, 0, 0.45, 1), price=1800000)])
    parcels = Part("parcels", "Parcels", "পার্সেল", load(), "paint", made_of=("Cardboard", "কার্ডবোর্ড"), explode=(1, 0, 0, 1.9, 3))
    root = Part("van", "Delivery van", "ডেলিভারি ভ্যান", price=185000000, children=[shell] + doors + wheels + [parcels], hotspots=[
        extras.hotspot((0.70, -0.72, 1.38), (0, -1, 0.1), ("Painted side", "The rickshaw painters' river"), ("আঁকা গা", "রিকশা শিল্পীর নদী"), shell),
        extras.hotspot((1.73, 0, 1.0), (1, 0, 0), ("Rear doors", "Open to a hundred and twelve degrees"), ("পেছনের দরজা", "একশ বারো ডিগ্রি খোলে"), doors[0]),
        extras.hotspot((-1.68, 0, 0.83), (-1, 0, 0.3), ("Quiet nose", "Electric: 140 kilometres to a charge"), ("শান্ত নাক", "বৈদ্যুতিক: এক চার্জে ১৪০ কিমি"), shell)],
        animations=[motion.Animation("drive", "Driving", "চলা", roll, loop=True), motion.Animation("open", "The rear doors open", "পেছনের দরজা খোলা", swing)])
    save(folder, root, variants)
