# SPDX-License-Identifier: GPL-3.0-or-later
"""A delivery drone: four folding arms with carbon propellers, a parcel held below, feet that fold, a lamp at each arm's end."""
import math

import numpy as np

from lib import encode, extras, geometry, materials, motion, painting, shapes, surfaces
from lib.atlas import Atlas
from lib.geometry import superellipse
from lib.glb import Part, save
from lib.noise import normal_map
from lib.painting import Canvas

LIFT = 0.235  # height of the body's middle
SPAN, ROTOR = 0.330, 0.165
SHEET = Atlas(0.5, 0.5, {"top": (-0.24, -0.05, 0.10, 0.24), "parcel": (-0.24, -0.24, 0.0, -0.06)})
SHEET.swatches(["shell", "accent", "dark", "red", "green", "board", "tape"], 0.02, -0.24, 0.06)
ANGLES = (45, 135, 225, 315)


def loft(stations, count=40):
    """A hull over stations (x, z, width, height, roundness), nose to the front (−Y)."""
    p = geometry.spline(np.array(stations, float), 44)
    rings = []
    a = np.arange(count) * 2 * math.pi / count
    for y, z, w, h, power in p:
        e = 2 / max(power, 1.6)
        c, s = np.cos(a), np.sin(a)
        rings.append(np.stack([np.sign(c) * np.abs(c) ** e * w / 2, np.full(count, y), z + np.sign(s) * np.abs(s) ** e * h / 2], 1))
    return shapes.loft("Hull", np.array(rings), sharp=60)


def hull():
    stations = [(-0.172, LIFT - 0.004, 0.012, 0.008, 2.0), (-0.168, LIFT - 0.003, 0.050, 0.026, 2.2), (-0.145, LIFT, 0.096, 0.050, 2.4), (-0.090, LIFT + 0.006, 0.140, 0.074, 2.6), (0.0, LIFT + 0.010, 0.160, 0.084, 2.7), (0.085, LIFT + 0.008, 0.140, 0.076, 2.6),
                (0.145, LIFT + 0.004, 0.100, 0.054, 2.4), (0.172, LIFT + 0.002, 0.052, 0.030, 2.2), (0.178, LIFT + 0.002, 0.012, 0.008, 2.0)]
    body = loft(stations)
    SHEET.printed(body, "top", (0, 0, LIFT), (1, 0, 0), (0, 1, 0), size=(0.34, 0.36))
    mesh = body.data
    layer, flat = mesh.uv_layers[0].data, SHEET.to_sheet("dark", np.array([0.5, 0.5]))
    for polygon in mesh.polygons:
        if polygon.normal.z < -0.12:
            for loop in polygon.loop_indices:
                layer[loop].uv = flat
    return body


def details():
    """Camera, vents, the seam, a lens and sensors."""
    dark, metal, glass = [], [], []
    gimbal = geometry.finish(geometry.lathe("Gimbal", geometry.rounded([(0.0, -0.018, 0), (0.024, -0.018, 0.004), (0.026, 0.0, 0.004), (0.024, 0.018, 0.004), (0.0, 0.018, 0)], 4), 32), 35)
    dark.append(shapes.facing(gimbal, (0, -0.158, LIFT - 0.032), (1, 0, 0)))
    barrel = geometry.finish(geometry.lathe("Barrel", geometry.rounded([(0.0, 0.0, 0), (0.017, 0.0, 0.001), (0.017, 0.016, 0.002), (0.0140, 0.018, 0.001), (0.0120, 0.012, 0.001), (0.0, 0.012, 0)], 3), 32), 35)
    metal.append(shapes.facing(barrel, (0, -0.172, LIFT - 0.034), (0, -1, -0.15)))
    lens = geometry.finish(geometry.lathe("Lens", [(0.0125, 0.012), (0.009, 0.0155), (0.0, 0.0170)], 28), 180, weighted=False)
    glass.append(shapes.facing(lens, (0, -0.172, LIFT - 0.034), (0, -1, -0.15)))
    for s in (-1, 1):
        dark.append(shapes.tube("Fork", geometry.spline([(s * 0.020, -0.128, LIFT - 0.012), (s * 0.033, -0.140, LIFT - 0.018), (s * 0.034, -0.157, LIFT - 0.030)], 12), 0.006))
        eye = geometry.finish(geometry.lathe("Eye", [(0.0085, -0.004), (0.0085, 0.0015), (0.006, 0.0030), (0.0, 0.0036)], 22), 40)
        glass.append(shapes.facing(eye, (s * 0.031, -0.161, LIFT + 0.008), (s * 0.35, -1, 0.25)))
        for k in range(5):
            slot = shapes.bar("Vent", [(s * 0.074, 0.030 + 0.016 * k, LIFT + 0.026), (s * 0.0795 - s * 0.002 * k, 0.030 + 0.016 * k, LIFT + 0.002)], shapes.circle(0.0030, 8), None, 0.0015, 2)
            dark.append(slot)
    mast = geometry.finish(geometry.lathe("Mast", geometry.rounded([(0.0, 0.0, 0), (0.030, 0.0, 0.002), (0.030, 0.010, 0.004), (0.024, 0.018, 0.006), (0.0, 0.020, 0)], 4), 40), 35)
    metal.append(shapes.placed(mast, (0, 0.045, LIFT + 0.047)))
    return geometry.join("Mouldings", dark), geometry.join("Fittings", metal), geometry.join("Lenses", glass)


def arm():
    """Along +X from its hinge: a carbon tube, a motor's seat and a bell with slots."""
    reach = SPAN - 0.078
    tube = shapes.tube("Tube", geometry.spline([(0, 0, 0), (reach * 0.4, 0, 0.006), (reach - 0.01, 0, 0.014)], 20), np.array([superellipse(w, h, 20, 2.6) for w, h in zip(np.linspace(0.030, 0.021, 20), np.linspace(0.022, 0.016, 20))]), (0, 0, 1))
    knuckle = geometry.finish(geometry.lathe("Knuckle", geometry.rounded([(0, -0.016, 0), (0.020, -0.016, 0.004), (0.021, 0.0, 0.002), (0.020, 0.016, 0.004), (0, 0.016, 0)], 4), 28), 35)
    seat = geometry.finish(geometry.lathe("Seat", geometry.rounded([(0, -0.012, 0), (0.018, -0.014, 0.004), (0.024, 0.0, 0.006), (0.0235, 0.012, 0.002), (0, 0.012, 0)], 4), 32), 35)
    bell = geometry.finish(geometry.lathe("Bell", geometry.rounded([(0, 0.013, 0), (0.0215, 0.013, 0.001), (0.0220, 0.032, 0.004), (0.014, 0.038, 0.003), (0.0, 0.038, 0)], 4), 36), 35)
    end = (reach, 0, 0.016)
    lamp = SHEET.plain(geometry.finish(geometry.lathe("Lamp", [(0.0, -0.008), (0.007, -0.006), (0.009, 0.0), (0.007, 0.006), (0.0, 0.008)], 16), 180, weighted=False), "accent")
    slots = [shapes.placed(geometry.box("Slot", (0.003, 0.0016, 0.012), (0.0216, 0, 0.021), 0.0006, 1), end, [("Z", 30 * k)]) for k in range(12)]
    band = SHEET.plain(shapes.tube("Band", [(reach * 0.72, 0, 0.0118), (reach * 0.80, 0, 0.0130)], np.array([superellipse(0.0256, 0.0198, 20, 2.6)] * 2), (0, 0, 1)), "accent")
    return [(tube, "carbon"), (geometry.join("Arm mouldings", [knuckle, shapes.placed(seat, end)] + slots), "dark"), (shapes.placed(bell, end), "metal"),
            (geometry.join("Arm paint", [shapes.placed(lamp, (reach + 0.021, 0, 0.008)), band]), "paint")]


def propeller(hand):
    """Two twisted blades about a hub, turning about Z."""
    out = []
    for k in range(2):
        rows = []
        for f in np.linspace(0, 1, 16):
            r = 0.010 + (ROTOR - 0.010) * f
            chord = 0.012 + 0.022 * math.sin(math.pi * min(f * 0.80 + 0.12, 1)) ** 0.9 * (1 - 0.45 * f)
            if f > 0.96:
                chord *= 0.55
            pitch = math.radians(24 - 17 * f) * hand
            sweep = -0.010 * f ** 2 * hand
            rows.append([(r, sweep + g * chord * math.cos(pitch), 0.0050 * f ** 2 + g * chord * math.sin(pitch) + 0.0016 * (1 - (2 * g) ** 2) * (1 - f)) for g in np.linspace(-0.5, 0.5, 7)])
        blade = shapes.sheet("Blade", np.array(rows), 0.0015)
        out.append(shapes.placed(blade, (0, 0, 0), [("Z", 180 * k)]))
    hub = geometry.finish(geometry.lathe("Hub", geometry.rounded([(0, -0.004, 0), (0.0125, -0.004, 0.001), (0.0125, 0.005, 0.002), (0.006, 0.012, 0.004), (0.0, 0.013, 0)], 4), 28), 35)
    return [(geometry.join("Blades", out), "carbon"), (hub, "metal")]


def foot(s):
    """One skid with its two legs."""
    out = []
    for y in (-0.075, 0.075):
        out.append(shapes.bar("Leg", geometry.spline([(s * 0.055, y, LIFT - 0.020), (s * 0.105, y * 1.05, LIFT - 0.075), (s * 0.150, y * 1.15, 0.060), (s * 0.160, y * 1.2, 0.0085)], 24), superellipse(0.014, 0.010, 14, 2.6), (0, 1, 0), 0.003, 2))
    skid = geometry.spline([(s * 0.160, -0.185, 0.030), (s * 0.160, -0.165, 0.012), (s * 0.160, -0.130, 0.0085), (s * 0.160, 0.130, 0.0085), (s * 0.160, 0.165, 0.012), (s * 0.160, 0.185, 0.030)], 30)
    out.append(shapes.bar("Skid", skid, shapes.circle(0.0080, 12), None, 0.004, 3))
    return geometry.join(f"Skid {s}", out)


def parcel():
    box = geometry.box("Parcel", (0.190, 0.210, 0.110), (0, 0, 0.096), 0.004, 2)
    SHEET.plain(box, "board")
    mesh = box.data
    x0, y0, x1, y1 = SHEET.places["parcel"]
    for polygon in mesh.polygons:
        if abs(polygon.normal.z) < 0.3:
            across = 0 if abs(polygon.normal.y) > 0.5 else 1
            for loop in polygon.loop_indices:
                co = mesh.vertices[mesh.loops[loop].vertex_index].co
                f = co[across] / 0.24 * (1 if (polygon.normal.y < 0 if across == 0 else polygon.normal.x > 0) else -1) + 0.5
                mesh.uv_layers[0].data[loop].uv = ((x0 + f * (x1 - x0)) / 0.5 + 0.5, (y0 + (co.z - 0.036) / 0.12 * (y1 - y0)) / 0.5 + 0.5)
    tape = SHEET.plain(geometry.box("Tape", (0.0350, 0.2106, 0.1106), (0, 0, 0.096), 0.004, 2), "tape")
    claws = []
    for s in (-1, 1):
        for y in (-0.05, 0.05):
            claws.append(shapes.bar("Claw", geometry.spline([(s * 0.060, y, LIFT - 0.024), (s * 0.094, y, LIFT - 0.045), (s * 0.1010, y, LIFT - 0.075), (s * 0.1000, y, 0.105), (s * 0.092, y, 0.098)], 24), superellipse(0.010, 0.007, 12, 2.6), (0, 1, 0), 0.002, 2))
    return geometry.join("Parcel", [box, tape]), geometry.join("Claws", claws)


LOOKS = [{"name": "Chalk", "bn": "চক", "shell": "#ECE8DF", "accent": "#D8452A", "ink": "#1E3A5C", "price": 0}, {"name": "Graphite", "bn": "গ্রাফাইট", "shell": "#2A2E34", "accent": "#E0B055", "ink": "#E0B055", "price": 0},
         {"name": "Kingfisher", "bn": "মাছরাঙা", "shell": "#0F6E86", "accent": "#F2862A", "ink": "#F6E7C8", "price": 250000}]


def artwork(p):
    c = Canvas(0.5, 0.5, 1024, p["shell"])
    x0, y0, x1, y1 = SHEET.places["top"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2):
        c.box(-0.2, -0.2, 0.2, 0.2, p["shell"])
        for s in (-1, 1):
            c.shape(painting.curve([(s * 0.034, -0.125), (s * 0.047, -0.05), (s * 0.049, 0.05), (s * 0.034, 0.125), (s * 0.036, 0.127), (s * 0.057, 0.05), (s * 0.055, -0.05)], 60, True), p["accent"])
        with c.at(0, -0.085, 0.062):
            painting.lotus(c, p["shell"], p["ink"], p["shell"], p["ink"], p["ink"], p["ink"])
        c.line([(-0.05, -0.102), (0.05, -0.102)], 0.0012, p["ink"])
        c.line(shapes.circle(0.040, 48, (0, 0.036)), 0.0015, p["ink"], closed=True)
        c.text("VT-04", 0.012, 0, 0.105, p["ink"], "bold")
    x0, y0, x1, y1 = SHEET.places["parcel"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2):
        c.box(-0.2, -0.2, 0.2, 0.2, "#B98D58")
        with c.at(-0.058, -0.016, 0.056):
            painting.lotus(c, "#B98D58", "#4A2C14", "#4A2C14", "#4A2C14", "#4A2C14", "#4A2C14")
        c.shape(shapes.rectangle(0.060, 0.050, 0.003, 3, (0.058, 0.0)), "#F6F3EA")
        for k in range(4):
            c.line([(0.036, 0.012 - 0.008 * k), (0.078 - 0.010 * (k % 2), 0.012 - 0.008 * k)], 0.0018, "#2A2622")
    SHEET.fill(c, {"shell": p["shell"], "accent": p["accent"], "dark": "#202327", "red": "#D8202A", "green": "#1EA85A", "board": "#B98D58", "tape": "#8F6A3C"})
    return c.jpeg(f"{p['name']} drone", 88)


def carbon():
    """Twill: two over, two under."""
    size, n = 256, 16
    y, x = np.meshgrid((np.arange(size) + 0.5) / size * n, (np.arange(size) + 0.5) / size * n, indexing="ij")
    over = (np.floor(x) + np.floor(y)) % 4 < 2
    u, v = x - np.floor(x), y - np.floor(y)
    h = np.where(over, np.sin(math.pi * u) ** 0.6, np.sin(math.pi * v) ** 0.6)
    tone = np.where(over, 0.105, 0.055)[..., None] * np.array([1, 1, 1.06]) * (0.75 + 0.25 * h[..., None])
    return materials.pbr("Carbon twill", roughness=0.42, base=encode.jpeg("Carbon twill", tone, 84), normal=encode.jpeg("Carbon relief", normal_map(h, 0.5), 82), repeat=(1 / 0.032, 1 / 0.032), normal_scale=0.4, extensions=materials.clearcoat(1.0, 0.06))


def build(folder):
    geometry.reset()
    weave = carbon()
    moulded = surfaces.grain("Moulded", rough=0.55, depth=0.3)
    dark = materials.pbr("Mouldings", "#1D2023", 1.0, orm=moulded[0], normal=moulded[1], repeat=moulded[2])
    metal = materials.pbr("Anodised metal", "#B9BCC0", 0.30, 1.0)
    glass = materials.pbr("Lens", "#0A1220", 0.04, extensions={**materials.clearcoat(1.0, 0.02), "KHR_materials_ior": {"ior": 1.7}})
    variants = [{"name": p["name"], "bn": p["bn"], "price": p["price"], "materials": {
        "paint": materials.pbr(f"{p['name']} shell", roughness=0.38, base=artwork(p), extensions=materials.clearcoat(0.8, 0.10)), "carbon": weave, "dark": dark, "metal": metal, "glass": glass}} for p in LOOKS]
    fibre, plastic = ("Carbon fibre, twill", "কার্বন তন্তু"), ("Moulded nylon", "ছাঁচের নাইলন")
    limb, blades = arm(), {h: propeller(h) for h in (-1, 1)}
    arms, spins, folds = [], [], []
    names = {45: ("rear-right", "Rear right", "পেছনের ডান"), 135: ("rear-left", "Rear left", "পেছনের বাঁ"), 225: ("front-left", "Front left", "সামনের বাঁ"), 315: ("front-right", "Front right", "সামনের ডান")}
    for k, angle in enumerate(ANGLES):
        n, en, bn = names[angle]
        a = math.radians(angle)
        hand = 1 if k % 2 else -1
        prop = Part(f"propeller-{n}", f"{en} propeller", f"{bn} পাখা", layers=blades[hand], place=(SPAN - 0.078, 0, 0.058, 20 + 37 * k), made_of=fibre, explode=(0, 1, 0, 0.05, 2), price=120000)
        limb_part = Part(f"arm-{n}", f"{en} arm", f"{bn} বাহু", layers=limb, place=(0.078 * math.cos(a) * 0.86, 0.078 * math.sin(a) * 1.15, LIFT + 0.012, angle), made_of=fibre, explode=(math.cos(a), 0, -math.sin(a), 0.10, 1), children=[prop])
        arms.append(limb_part)
        spins.append(motion.spin(prop, (0, 0, 1), 6 * hand, 1.0))
        to = {45: 62, 135: -62, 225: 62, 315: -62}[angle]
        folds.append(motion.turn(limb_part, (0, 0, 1), motion.there(1.4, -to if angle in (225, 315) else to * 0.62)))
    mouldings, fittings, lenses = details()
    box, claws = parcel()
    cargo = Part("parcel", "Parcel", "পার্সেল", box, "paint", (0, 0, 0.096), ("Cardboard", "কার্ডবোর্ড"), (0, -1, 0, 0.06, 2))
    skids = [Part(f"skid-{n}", f"{en} skid", f"{bn} পা", foot(s), "dark", made_of=plastic, explode=(s, -0.3, 0, 0.08, 3)) for n, en, bn, s in (("left", "Left", "বাঁ", -1), ("right", "Right", "ডান", 1))]
    body = Part("hull", "Hull", "খোল", made_of=plastic, explode=(0, 1, 0, 0.04, 1), layers=[(hull(), "paint"), (mouldings, "dark"), (fittings, "metal"), (lenses, "glass")])
    hold = Part("claws", "Claws", "আংটা", claws, "dark", made_of=plastic, explode=(0, -1, 0, 0.02, 2))
    root = Part("drone", "Delivery drone", "ডেলিভারি ড্রোন", price=18500000, children=[body] + arms + skids + [hold, cargo], hotspots=[
        extras.hotspot((0, -0.188, LIFT - 0.036), (0, -1, -0.1), ("Eye on a gimbal", "Sees the doorstep, keeps no picture"), ("ঘূর্ণি চোখ", "দরজা চেনে, ছবি রাখে না"), body),
        extras.hotspot((-0.09, -0.105, 0.10), (-0.6, -0.8, 0), ("Two kilograms", "The claws let go at knee height"), ("দুই কেজি", "হাঁটু উচ্চতায় আংটা ছাড়ে"), cargo),
        extras.hotspot((-0.235, -0.235, LIFT + 0.075), (-0.3, -0.3, 1), ("Carbon propeller", "Lifts off with a quarter turn"), ("কার্বন পাখা", "এক পাকে খোলে"), arms[2])],
        animations=[motion.Animation("fly", "The propellers turn", "পাখা ঘোরে", spins, loop=True), motion.Animation("fold", "The arms fold", "বাহু ভাঁজ", folds),
                    motion.Animation("drop", "The parcel is set down", "পার্সেল নামানো", [motion.slide(cargo, (0, 0, -1), motion.there(1.1, 0.040))])])
    save(folder, root, variants)
