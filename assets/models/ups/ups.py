# SPDX-License-Identifier: GPL-3.0-or-later
"""A small UPS for a router: a shell the size of a paperback standing on its edge, cells and board within, a cable with three plugs."""

import numpy as np

from lib import extras, geometry, materials, motion, parts, shapes
from lib.atlas import Atlas
from lib.glb import Part, save
from lib.painting import Canvas

WIDE, TALL, DEEP, LIFT = 0.150, 0.090, 0.030, 0.0045
SHEET = Atlas(0.20, 0.20, {"face": (-0.075, 0.005, 0.075, 0.095), "board": (-0.068, -0.085, 0.068, -0.010)})
SHEET.swatches(["cell", "gold", "black", "grey"], -0.09, -0.098, 0.012)
ABS, COPPER = ("ABS, textured", "খসখসে এবিএস"), ("Copper, insulated", "মোড়ানো তামা")


def upright(obj, y=0.0):
    """What was drawn lying, face up, stood on its edge, face to the front."""
    return shapes.placed(obj, (0, y, LIFT + TALL / 2), [("X", 90)])


def shells():
    outline = shapes.rectangle(WIDE, TALL, 0.013, 9)
    lip = shapes.rectangle(WIDE - 0.0012, TALL - 0.0012, 0.0125, 9)
    inner = shapes.rectangle(WIDE - 0.0044, TALL - 0.0044, 0.011, 9)
    slots = [shapes.rectangle(0.0026, 0.020, 0.0012, 4, (-0.060 + 0.0062 * k, 0.0245)) for k in range(7)]
    button = shapes.circle(0.0072, 32, (0.0530, 0.0180))
    leds = [shapes.circle(0.0019, 16, (0.0280 + 0.0070 * k, -0.0255)) for k in range(5)]
    front = [shapes.extrude("Front wall", outline, DEEP / 2 - 0.0030, 0.0002, 1, [inner], base=0.0004), shapes.extrude("Front", outline, 0.0032, 0.0030, 5, slots + [button] + leds, base=DEEP / 2 - 0.0032, bottom_bevel=0.0, hole_bevel=0.0005)]
    back = [shapes.extrude("Back wall", outline, DEEP / 2 - 0.0030, 0.0002, 1, [inner], base=-DEEP / 2 + 0.0026), shapes.extrude("Back", outline, 0.0032, 0.0, 5, (), base=-DEEP / 2, bottom_bevel=0.0030)]
    seam = shapes.extrude("Seam", lip, 0.0012, 0.0, 1, [inner], base=-0.0006)
    return front, back, seam, button, leds


def build_layers():
    front, back, seam, button, leds = shells()
    face = upright(geometry.join("Front", front))
    rear = upright(geometry.join("Back", back + [seam]))
    key = upright(shapes.extrude("Button", shapes.circle(0.0066, 32, (0.0530, 0.0180)), 0.0040, 0.0012, 3, base=DEEP / 2 - 0.0036))
    ring = upright(shapes.extrude("Ring", shapes.circle(0.0090, 40, (0.0530, 0.0180)), 0.0006, 0.0002, 1, [shapes.circle(0.0078, 40, (0.0530, 0.0180))], base=DEEP / 2 - 0.0002))
    lamps = [upright(shapes.extrude("Lamp", shapes.circle(0.0017, 14, (0.0280 + 0.0070 * k, -0.0255)), 0.0038, 0.0014, 4, base=DEEP / 2 - 0.0032)) for k in range(5)]
    return face, rear, key, ring, lamps


def cells():
    """Three round cells in a sleeve, strapped with nickel."""
    out = []
    for k in range(3):
        x = -0.036 + 0.0225 * k
        body = geometry.finish(geometry.lathe("Cell", geometry.rounded([(0, 0.0, 0), (0.0088, 0, 0.0008), (0.0092, 0.001, 0.0004), (0.0092, 0.063, 0.0008), (0.0080, 0.0645, 0.0008), (0, 0.0645, 0)], 3), 36), 40, weighted=False)
        out.append((SHEET.plain(shapes.placed(body, (x, 0.0020, LIFT + 0.0125)), "cell"), "print"))
        cap = geometry.finish(geometry.lathe("Cap", geometry.rounded([(0, 0.0640, 0), (0.0048, 0.0640, 0), (0.0048, 0.0662, 0.0006), (0, 0.0664, 0)], 3), 24), 40, weighted=False)
        out.append((shapes.placed(cap, (x, 0.0020, LIFT + 0.0125)), "metal"))
    strap = geometry.box("Strap", (0.052, 0.006, 0.0004), (-0.0135, 0.002, LIFT + 0.0792), 0.0001, 1)
    out.append((strap, "metal"))
    grouped = {}
    for obj, slot in out:
        grouped.setdefault(slot, []).append(obj)
    return [(geometry.join(f"Cells {slot}", objects), slot) for slot, objects in grouped.items()]


def board():
    plate = SHEET.printed(upright(shapes.extrude("Board", shapes.rectangle(0.052, 0.074, 0.002, 3, (0.044, 0)), 0.0016, 0.0001, 1), 0.0040), "board", (0.044, 0, LIFT + TALL / 2), size=(0.136, 0.075))
    bits = []
    for x, z, w, h, d in ((0.030, 0.060, 0.012, 0.012, 0.0022), (0.052, 0.068, 0.008, 0.008, 0.0016), (0.034, 0.036, 0.010, 0.014, 0.0060), (0.058, 0.040, 0.012, 0.006, 0.0030)):
        bits.append(SHEET.plain(geometry.box("Chip", (w, d, h), (x, 0.0024 - d / 2, z), 0.0005, 2), "black"))
    for x, z in ((0.046, 0.030), (0.046, 0.046), (0.062, 0.058)):
        can = geometry.finish(geometry.lathe("Can", geometry.rounded([(0, 0, 0), (0.0040, 0, 0.0005), (0.0040, 0.0100, 0.0008), (0, 0.0100, 0)], 2), 24), 40, weighted=False)
        bits.append(SHEET.plain(shapes.placed(can, (x, 0.0024, z), [("X", 90)]), "grey"))
    return geometry.join("Board", [plate, *bits])


def ports():
    """On the right end: power in, two ways out, USB."""
    dark, bright = [], []
    for z, kind in ((0.022, "dc"), (0.040, "dc"), (0.058, "dc"), (0.076, "usb")):
        if kind == "dc":
            ring = geometry.finish(geometry.lathe("Jack", geometry.rounded([(0.0030, 0.0, 0), (0.0030, -0.006, 0), (0.0046, -0.006, 0), (0.0046, 0.0004, 0.0004), (0.0042, 0.0008, 0.0003), (0.0030, 0.0006, 0.0002), (0.0030, 0.0, 0)], 2), 28), 40, weighted=False)
            pin = geometry.finish(geometry.lathe("Pin", geometry.rounded([(0, -0.006, 0), (0.0009, -0.006, 0), (0.0009, -0.0008, 0.0006), (0, -0.0004, 0)], 2), 12), 40, weighted=False)
            dark.append(shapes.placed(ring, (WIDE / 2, 0, LIFT + z - 0.006), [("Y", 90)]))
            bright.append(shapes.placed(pin, (WIDE / 2, 0, LIFT + z - 0.006), [("Y", 90)]))
        else:
            dark.append(shapes.placed(shapes.extrude("USB", shapes.rectangle(0.0068, 0.0142, 0.0008, 3), 0.0010, 0.0003, 1, [shapes.rectangle(0.0050, 0.0124, 0.0004, 2)], base=-0.0002), (WIDE / 2, 0, LIFT + z - 0.006), [("X", 90), ("Z", 90)]))
            bright.append(geometry.box("Tongue", (0.006, 0.0016, 0.011), (WIDE / 2 - 0.0036, 0.0008, LIFT + z - 0.006), 0.0002, 1))
    return geometry.join("Jacks", dark), geometry.join("Pins", bright)


def cable():
    """Out of the middle jack, once round on the table, a plug at its end; two more plugs lie by."""
    start = np.array([WIDE / 2 + 0.012, 0, LIFT + 0.034])
    path = geometry.spline(np.array([start, start + [0.014, -0.004, -0.010], start + [0.018, -0.020, -0.030], [0.080, -0.052, 0.0024], [0.046, -0.074, 0.0022], [0.006, -0.066, 0.0022], [-0.006, -0.048, 0.0026], [0.020, -0.038, 0.0046], [0.044, -0.052, 0.0066], [0.030, -0.082, 0.0030], [-0.006, -0.092, 0.0022], [-0.030, -0.086, 0.0024]]), 150)
    wire = [shapes.tube("Wire", path, 0.0017, sharp=180)]
    metal = []

    def plug(at, way, turn=0.0):
        profile = geometry.rounded([(0, 0, 0), (0.0020, 0, 0.0004), (0.0030, 0.006, 0.001), (0.0048, 0.010, 0.001), (0.0052, 0.024, 0.0012), (0.0046, 0.0255, 0.0006), (0, 0.0255, 0)], 3)
        grip = parts.knurled("Grip", profile, 14, 0.05, 0.012, 0.023, 56)
        barrel = geometry.finish(geometry.lathe("Barrel", geometry.rounded([(0, 0.0250, 0), (0.00275, 0.0250, 0), (0.00275, 0.0345, 0.0004), (0.0016, 0.0350, 0.0002), (0.0012, 0.0340, 0), (0, 0.0340, 0)], 2), 24), 40, weighted=False)
        for obj, keep in ((grip, wire), (barrel, metal)):
            keep.append(shapes.facing(obj, at, way))
    plug((-0.030, -0.0860, 0.0052), (-1, 0.22, 0.02))
    plug((-0.096, -0.052, 0.0052), (0.72, -0.69, 0))
    plug((-0.112, -0.074, 0.0052), (0.96, -0.28, 0))
    grip = geometry.finish(geometry.lathe("Strain", geometry.rounded([(0, 0, 0), (0.0050, 0, 0.0005), (0.0052, 0.010, 0.001), (0.0030, 0.0135, 0.001), (0.0019, 0.016, 0.0004), (0, 0.016, 0)], 3), 28), 40, weighted=False)
    wire.append(shapes.placed(grip, (WIDE / 2 - 0.0005, 0, LIFT + 0.034), [("Y", 90)]))
    return geometry.join("Cable", wire), geometry.join("Barrels", metal)


def art(name, ground, ink, accent):
    c = Canvas(0.20, 0.20, 768, ground)
    x0, y0, x1, y1 = SHEET.places["face"]
    with c.within(x0, y0, x1, y1):
        c.box(x0, y0, x1, y1, ground)
        with c.at(0, (y0 + y1) / 2):
            bolt = [(-0.045, 0.0105), (-0.052, -0.003), (-0.0475, -0.003), (-0.0515, -0.0135), (-0.0405, 0.0015), (-0.0455, 0.0015), (-0.0405, 0.0105)]
            c.shape(np.array(bolt)[::-1], accent)
            c.text("UPS", 0.0150, -0.034, 0.0020, ink, "bold", "LEFT")
            c.text("রাউটারের বিদ্যুৎ", 0.0064, -0.034, -0.0105, ink, "bengali-bold", "LEFT")
            c.text("9 V   12 V   USB", 0.0040, -0.034, -0.0190, accent, "bold", "LEFT")
            c.text("18 W", 0.0040, 0.0190, -0.0255, ink, "bold", "RIGHT")
    x0, y0, x1, y1 = SHEET.places["board"]
    with c.within(x0, y0, x1, y1):
        c.box(x0, y0, x1, y1, "#17502E")
        rng = np.random.default_rng(4)
        for _ in range(90):
            x, y = rng.uniform(x0, x1), rng.uniform(y0, y1)
            p = [(x, y)]
            for _ in range(3):
                d = (rng.choice([-1, 0, 1]), rng.choice([-1, 0, 1]))
                p.append((p[-1][0] + 0.008 * d[0], p[-1][1] + 0.008 * d[1]))
            c.line(p, 0.0005, "#2E7A4A")
            c.dot(x, y, 0.0009, "#D8B45A")
    SHEET.fill(c, {"cell": "#2A62B8", "gold": "#D8B45A", "black": "#1A1B1D", "grey": "#8E949A"})
    return c.jpeg(f"{name} print", 82)


def build(folder):
    geometry.reset()
    face, rear, key, ring, lamps = build_layers()
    SHEET.printed(face, "face", (0, 0, LIFT + TALL / 2), size=(WIDE + 0.003, TALL + 0.003))
    SHEET.plain(rear, "face")
    layer = rear.data.uv_layers[0].data
    for entry in layer:  # a plain corner of the face's print
        entry.uv = SHEET.to_sheet("face", np.array([0.02, 0.04]))
    jacks, pins = ports()
    wire, barrels = cable()
    feet = geometry.join("Feet", [geometry.box("Foot", (0.016, 0.020, LIFT + 0.001), (x, 0, (LIFT + 0.001) / 2), 0.0014, 2) for x in (-0.050, 0.050)])
    lights = [Part(f"lamp-{k + 1}", f"Charge lamp {k + 1}", f"চার্জের বাতি {'১২৩৪৫'[k]}", obj, "lamp", (0.0280 + 0.0070 * k, -DEEP / 2, LIFT + TALL / 2 - 0.0255), ("Clear polycarbonate", "স্বচ্ছ পলিকার্বনেট")) for k, obj in enumerate(lamps)]
    button = Part("button", "Button", "বোতাম", origin=(0.053, -DEEP / 2, LIFT + TALL / 2 + 0.018), layers=[(key, "dark"), (ring, "metal")], made_of=ABS)
    front = Part("front", "Front shell", "সামনের খোল", face, "print", (0, -DEEP / 2, LIFT + TALL / 2), ABS, (0, 0, 1, 0.060, 1), children=[button, *lights])
    root = Part("ups", "UPS for the router", "রাউটারের ইউপিএস", price=245000, children=[
        Part("back", "Back shell", "পেছনের খোল", origin=(0, 0, 0.05), layers=[(rear, "print"), (feet, "dark"), (jacks, "dark"), (pins, "metal")], made_of=ABS, explode=(0, 0, 0, 0.0, 0)), front,
        Part("cells", "Lithium cells", "লিথিয়াম সেল", layers=cells(), origin=(-0.0135, 0.002, 0.05), made_of=("Three cells, replaceable", "তিনটি সেল, বদলানো যায়"), explode=(-0.15, 1, 0.2, 0.092, 2), price=85000),
        Part("board", "Circuit board", "সার্কিট বোর্ড", board(), "print", (0.044, 0.004, 0.05), ("Glass-fibre board", "ফাইবার বোর্ড"), (0.25, 1, 0.1, 0.092, 2)),
        Part("cable", "Cable and plugs", "তার ও প্লাগ", origin=(0.03, -0.06, 0), layers=[(wire, "dark"), (barrels, "metal")], made_of=COPPER, explode=(0.3, 0, 0.9, 0.03, 1), price=15000)], hotspots=[
            extras.hotspot((0.042, -DEEP / 2 - 0.0006, LIFT + TALL / 2 - 0.0255), (0, -1, 0), ("Charge", "Five lamps, an hour each"), ("চার্জ", "পাঁচ বাতি, বাতিপ্রতি এক ঘণ্টা"), front),
            extras.hotspot((WIDE / 2, -0.002, 0.060), (1, -0.3, 0), ("Ways out", "Nine and twelve volts at once"), ("আউটপুট", "৯ আর ১২ ভোল্ট একসঙ্গে")),
            extras.hotspot((-0.098, -0.062, 0.012), (-0.2, -0.6, 1), ("Three plugs", "They fit nearly every router"), ("তিন প্লাগ", "প্রায় সব রাউটারেই লাগে"))],
        animations=[motion.Animation("charge", "The lamps come on one by one", "একে একে বাতি জ্বলে", [motion.grow(lamp, [(0.0, 0.001), (0.5 + 0.55 * k, 1.0), (3.6, 1.0), (4.0, 1.0)], step=True) for k, lamp in enumerate(lights)])])
    looks = []
    for name, bn, ground, ink, accent, dark, lamp in (("Graphite", "গ্রাফাইট", "#2A2D31", "#E9E6DE", "#E0B055", "#17181A", "#46E08A"), ("Paper white", "কাগজি সাদা", "#ECE9E1", "#2A2D31", "#0F6E66", "#3A3D41", "#46C8E0"), ("Teal", "ফিরোজা", "#14605A", "#F2EFE6", "#F0C868", "#101A1A", "#F2C24A")):
        looks.append({"name": name, "bn": bn, "materials": {"print": materials.pbr(f"{name} shell", roughness=0.46, base=art(name, ground, ink, accent)), "dark": materials.pbr(f"{name} trim", dark, 0.55), "metal": materials.pbr("Nickel", "#C8C9C6", 0.28, 1.0),
                                                            "lamp": materials.glowing(f"{name} lamp", lamp, 3.0, lamp)}})
    for v in looks[1:]:
        v["materials"]["metal"] = looks[0]["materials"]["metal"]
    save(folder, root, looks)
