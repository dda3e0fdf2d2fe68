# SPDX-License-Identifier: GPL-3.0-or-later
"""A jar of honey: pressed glass with a comb round its shoulder, a brass lid, a paper label, a wooden dipper beside it."""
import math

import numpy as np

from lib import bottles, extras, geometry, materials, motion, painting, parts, shapes, surfaces
from lib.atlas import Atlas
from lib.glb import Part, save
from lib.noise import smoothstep, spectral
from lib.painting import Canvas, petal

WALL, LOW, FILL = 0.0028, 0.0080, 0.0865
SKIN = np.concatenate([
    geometry.rounded([(0.0, 0.0036, 0), (0.0270, 0.0034, 0.004), (0.0325, 0.0, 0.002), (0.0385, 0.0, 0.004), (0.0432, 0.0085, 0.006), (0.0435, 0.0160, 0)], 5)[:-1],
    geometry.resample([(0.0435, 0.0160), (0.0435, 0.0640)], 7)[:-1],
    geometry.spline([(0.0435, 0.0640), (0.0436, 0.0720), (0.0430, 0.0800), (0.0405, 0.0880), (0.0360, 0.0940), (0.0342, 0.0975)], 40)])
PAPER = Atlas(0.13, 0.13, {"label": (-0.060, 0.012, 0.060, 0.060), "lid": (-0.062, -0.062, 0.0, 0.0), "tag": (0.006, -0.050, 0.034, 0.004)})
PAPER.swatches(["twine", "paper"], 0.040, -0.06, 0.02)
LABEL_Z, LABEL_TALL, LABEL_R = 0.0385, 0.046, 0.04362


def comb(angle, z):
    """Hexagons pressed into the shoulder."""
    pitch = 2 * math.pi / 30
    u, v = angle / pitch, (z - 0.0655) / (0.0435 * pitch * 0.866)
    best = np.full(np.broadcast(u, v).shape, 9.0)
    for dr in (-1, 0, 1):
        row = np.round(v) + dr
        shift = 0.5 * (np.mod(row, 2))
        column = np.round(u - shift) + shift
        for dc in (-1, 0, 1):
            d = np.maximum(np.maximum(np.abs(u - column - dc), np.abs(0.5 * (u - column - dc) + 0.866 * (v - row) * 0.866)), np.abs(0.5 * (u - column - dc) - 0.866 * (v - row) * 0.866))
            best = np.minimum(best, d)
    held = smoothstep(0.0645, 0.0665, z) * (1 - smoothstep(0.0850, 0.0880, z))
    return 1 + held * 0.020 * (1 - smoothstep(0.22, 0.46, best)) - 0.004 * held


def jar():
    """The glass that is seen as glass: foot and neck (`bottles.ends`)."""
    mouth = geometry.rounded([(0.0342, 0.0975, 0), (0.0342, 0.1000, 0.0006), (0.0356, 0.1006, 0.0006), (0.0342, 0.1016, 0.0006), (0.0342, 0.1040, 0.0006), (0.0356, 0.1046, 0.0006), (0.0342, 0.1056, 0.0006), (0.0342, 0.1100, 0)], 2)
    return bottles.edged(bottles.ends("Jar", np.concatenate([SKIN, mouth[1:]]), WALL, LOW, FILL + 0.0005, 84), [(0.0, 0.0075), (0.1100, 0.004)])


def honey():
    return bottles.body("Honey", SKIN, LOW, FILL, 120, wobble=comb)


def label():
    half = 0.060 / LABEL_R
    a = np.linspace(-half, half, 49)
    rows = np.linspace(LABEL_Z - LABEL_TALL / 2, LABEL_Z + LABEL_TALL / 2, 5)
    points = np.array([[(LABEL_R * math.sin(x), -LABEL_R * math.cos(x), z) for x in a] for z in rows])
    uv = np.stack(np.meshgrid(np.linspace(0, 1, 49), np.linspace(0.01, 0.99, 5)), -1)
    return shapes.sheet("Label", points, 0.00018, uv=PAPER.to_sheet("label", uv))


def lid():
    profile = geometry.rounded([(0.0, 0.1108, 0), (0.0340, 0.1108, 0.0006), (0.0356, 0.1090, 0.0004), (0.0360, 0.0985, 0.0003), (0.0378, 0.0980, 0.0007), (0.0378, 0.0994, 0.0005), (0.0372, 0.1000, 0.0002),
                                (0.0372, 0.1002, 0), (0.0372, 0.1130, 0), (0.0372, 0.1134, 0), (0.0362, 0.1152, 0.0016), (0.0335, 0.1156, 0.0008), (0.0318, 0.1148, 0.0008), (0.0, 0.1150, 0)], 3)
    cap = parts.knurled("Lid", profile, 60, 0.016, 0.1001, 0.1131, 180)
    return cap


def lid_print():
    disc = geometry.finish(geometry.lathe("Seal", [(0.0300, 0.11485), (0.0300, 0.11515), (0.0298, 0.1152), (0.0, 0.1152)], 48), 30)
    return PAPER.printed(disc, "lid", (0, 0, 0), upwards=(0, 1, 0), size=(0.062, 0.062))


def twine():
    """Three turns of jute below the lid, a bow's ends in front, and the tag they hold."""
    t = np.linspace(0, 1, 150)
    a = t * 3 * 2 * math.pi - math.pi / 2 + 0.25
    z = 0.0905 + 0.0052 * t
    r = np.interp(z, SKIN[:, 1], SKIN[:, 0]) + 0.0013
    pieces = [strand(np.stack([r * np.cos(a), r * np.sin(a), z], 1))]
    knot = np.array([0.009, -0.0388, 0.0930])
    for line in ([(0, 0, 0), (-0.010, -0.005, 0.006), (-0.020, -0.004, 0.003), (-0.017, -0.006, -0.005), (-0.006, -0.004, -0.003), (0, 0, 0)],
                 [(0, 0, 0), (0.010, -0.003, 0.007), (0.019, 0.002, 0.004), (0.016, -0.002, -0.005), (0.006, -0.003, -0.003), (0, 0, 0)],
                 [(0, -0.001, 0), (-0.005, -0.0065, -0.010), (-0.010, -0.0075, -0.021), (-0.009, -0.0070, -0.031)],
                 [(0, -0.001, 0), (0.006, -0.0055, -0.010), (0.015, -0.0045, -0.018)]):
        pieces.append(strand(geometry.spline(np.array(line) + knot, 46)))
    pieces.append(strand(geometry.spline(np.array([(-0.002, -0.001, 0.0), (0.0, -0.0032, 0.002), (0.002, -0.001, 0.0), (0.0, -0.0022, -0.002)]) + knot, 24, True)))
    cord = PAPER.plain(geometry.join("Twine", pieces), "twine")
    outline = shapes.smooth([(-0.0085, -0.022, 0.001), (0.0085, -0.022, 0.001), (0.0085, -0.004, 0.0012), (0.004, 0.0, 0.001), (-0.004, 0.0, 0.001), (-0.0085, -0.004, 0.0012)], 3)
    tag = shapes.extrude("Tag", outline, 0.0005, 0.0001, 1, [shapes.circle(0.0013, 12, (0, -0.0030))])
    PAPER.printed(tag, "tag", (0, -0.011, 0), upwards=(0, 1, 0), size=(0.0185, 0.0345))
    tag = shapes.placed(tag, knot + [0.0152, -0.0072, -0.0155], [("Z", -14), ("X", 76), ("Z", 16)])
    return cord, tag


def strand(path):
    n = len(path)
    twist = np.arange(n) * 0.9
    a = np.arange(6) * math.pi / 3
    sections = np.array([np.stack([np.cos(a), np.sin(a)], 1) * (0.00085 * (1 + 0.16 * np.cos(2 * (a - w))))[:, None] for w in twist])
    return shapes.tube("Strand", path, sections, sharp=180)


def dipper():
    """Turned from one piece; drawn standing on its head."""
    head = [(0.0, 0.0)]
    for k in range(8):
        z = 0.002 + 0.0052 * k
        r = 0.0148 * math.sqrt(max(1 - ((k - 3.4) / 5.3) ** 2, 0))
        head += [(r * 0.90, z), (r, z + 0.0010), (r, z + 0.0022), (r * 0.90, z + 0.0031), (0.0058, z + 0.0034), (0.0058, z + 0.0048)]
    handle = geometry.spline([(0.0058, 0.0430), (0.0046, 0.0480), (0.0042, 0.0700), (0.0040, 0.1100), (0.0046, 0.1350), (0.0060, 0.1440), (0.0050, 0.1500), (0.0030, 0.1515), (0.0062, 0.1545), (0.0070, 0.1590), (0.0048, 0.1630),
                              (0.0, 0.1640)], 40)
    obj = geometry.finish(geometry.lathe("Dipper", np.concatenate([head, handle]), 32), 40)
    return obj



def resting(obj):
    """The dipper laid down, head to the front."""
    return shapes.placed(obj, (0.030, -0.088, 0.0152), [("Y", 87.2), ("Z", 24)])


def pool():
    """What ran off the dipper."""
    profile = [(0.0262, 0.0), (0.0262, 0.0005), (0.0252, 0.0014), (0.0225, 0.0021), (0.0160, 0.0026), (0.0, 0.0030)]

    def wander(angle, z):
        return 1 + 0.10 * np.sin(2 * angle + 0.4) + 0.06 * np.sin(3 * angle + 1.0) + 0.03 * np.sin(5 * angle)

    puddle = shapes.placed(geometry.finish(geometry.lathe("Pool", profile, 56, wobble=wander), 180, weighted=False), (0.048, -0.082, 0), scale=(1.15, 0.86, 1))
    coat = [(0.0, -0.0006)]
    for k in range(8):
        z = 0.002 + 0.0052 * k
        r = 0.0148 * math.sqrt(max(1 - ((k - 3.4) / 5.3) ** 2, 0)) * (1.0 if k < 6 else 0.86)
        coat += [(r * 0.97, z + 0.0004), (r + 0.0004, z + 0.0016), (r * 0.95, z + 0.0030), (r * 0.84, z + 0.0041)]
    coat += [(0.0060, 0.0440), (0.0050, 0.0450), (0.0, 0.0450)]
    skin = resting(geometry.finish(geometry.lathe("Coat", coat, 36), 180, weighted=False))
    return geometry.join("Spilt honey", [puddle, skin])


# The last number is what the jar with its dipper adds for this honey; 0 also where it is not sold so.
LOOKS = [("Mustard blossom", "সরিষা ফুল", "#F0AC2A", "#241000", {"ground": "#FBF3DC", "band": "#D99A12", "ink": "#4A2A08", "flower": ("#FFF3A8", "#F2B818", "#7A4A08")}, "MUSTARD BLOSSOM", 0),
         ("Litchi", "লিচু", "#DE8A24", "#1E0B00", {"ground": "#FCEFE8", "band": "#C23A5A", "ink": "#5A1428", "flower": ("#FFFFFF", "#F4A8B8", "#8A2440")}, "LITCHI ORCHARD", 10000),
         ("Mangrove", "বাদাবন", "#B8601C", "#180600", {"ground": "#EFEBD8", "band": "#1F5A3C", "ink": "#14301F", "flower": ("#F4F0C8", "#C8A23A", "#3A3A10")}, "MANGROVE FOREST", 53000),
         ("Nigella", "কালিজিরা ফুল", "#8E4214", "#120400", {"ground": "#ECECF2", "band": "#4A5A9A", "ink": "#1E2448", "flower": ("#E8ECFF", "#7A8ED8", "#2A2E5A")}, "NIGELLA FIELD", 0),
         ("Coriander", "ধনিয়া ফুল", "#ECBC62", "#281602", {"ground": "#F4F2E4", "band": "#6E9A4A", "ink": "#2C4418", "flower": ("#FFFFFF", "#E8C6D8", "#7A9A4A")}, "CORIANDER BLOSSOM", 0)]


def paper(p, words, name):
    c = Canvas(0.13, 0.13, 768, p["ground"])
    x0, y0, x1, y1 = PAPER.places["label"]
    mx, my = (x0 + x1) / 2, (y0 + y1) / 2
    with c.within(x0, y0, x1, y1):
        c.box(x0, y0, x1, y1, p["ground"])
        for k in range(30):  # comb to the left and right, thinning towards the middle
            for j in range(9):
                x, y = x0 + 0.0026 + 0.0052 * k + 0.0026 * (j % 2), y0 + 0.0026 + 0.0045 * j * 1.2
                f = abs(x - mx) / 0.060
                if f > 0.50:
                    c.line(painting.disc(0.0028 * 1.05, (x, y), count=6) @ np.array([[0, 1], [-1, 0]]) * 0 + np.stack([x + 0.0029 * np.sin(np.arange(6) * math.pi / 3), y + 0.0029 * np.cos(np.arange(6) * math.pi / 3)], 1), 0.0005, p["band"], closed=True,
                           amount=min((f - 0.5) * 1.8, 0.75))
        for y, w in ((y0 + 0.0022, 0.0020), (y1 - 0.0022, 0.0020), (y0 + 0.0046, 0.0005), (y1 - 0.0046, 0.0005)):
            c.box(x0, y - w / 2, x1, y + w / 2, p["band"])
        c.dot(mx, my, 0.0228, p["ground"])
        c.ring(mx, my, 0.0205, 0.0007, p["band"])
        c.ring(mx, my, 0.0194, 0.0003, p["band"])
        with c.at(mx, my + 0.0108, 0.0118):
            painting.bee(c, p["flower"][1], p["ink"])
        c.text("মধু", 0.0122, mx, my - 0.0010, p["ink"], "bengali-bold")
        c.text("HONEY", 0.0042, mx, my - 0.0095, p["band"], "bold", spacing=1.35)
        c.text("500 g", 0.0030, mx, my - 0.0146, p["ink"], "regular")
        for s in (-1, 1):
            with c.at(mx + s * 0.0290, my + 0.0055, 0.0150):
                painting.rosette(c, 8, *p["flower"])
            for a in (60, 110):
                with c.at(mx + s * 0.0290, my + 0.0020, 0.011, -s * a + 180):
                    c.shape(petal(1.0, 0.42, 0.2), "#4E7A34")
        c.box(mx - 0.0400, my - 0.0108, mx - 0.0195, my - 0.0070, p["ground"])
        c.box(mx + 0.0195, my - 0.0108, mx + 0.0400, my - 0.0070, p["ground"])
        c.text(words.split()[0], 0.0030, mx - 0.0300, my - 0.0089, p["ink"], "bold", spacing=1.12)
        c.text(words.split()[1], 0.0030, mx + 0.0300, my - 0.0089, p["ink"], "bold", spacing=1.12)
    x0, y0, x1, y1 = PAPER.places["lid"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2):
        c.box(-0.04, -0.04, 0.04, 0.04, p["band"])
        c.ring(0, 0, 0.0272, 0.0008, p["ground"])
        with c.at(0, 0, 0.034):
            painting.rosette(c, 12, p["ground"], p["band"], p["ground"], p["flower"][1], rings=2)
        for k in range(24):
            with c.at(0, 0, 1, 15 * k), c.at(0, 0.0228, 0.003):
                c.shape(petal(1.0, 0.5, 0.3), p["ground"])
    x0, y0, x1, y1 = PAPER.places["tag"]
    with c.within(x0, y0, x1, y1), c.at((x0 + x1) / 2, (y0 + y1) / 2):
        c.box(-0.02, -0.03, 0.02, 0.03, "#E6D3AE")
        with c.at(0, -0.004, 0.016):
            painting.bee(c, p["flower"][1], p["ink"], "#FFF6E2")
    PAPER.fill(c, {"twine": "#A98550", "paper": p["ground"]})
    c.colour *= (1 + 0.012 * spectral((c.rows, c.columns), 3, 0.6, 20, 400))[..., None]
    return c.jpeg(name, 86)


def wardrobe():
    base, orm, normal, repeat = surfaces.wood("Olive wood", "#B98A55", "#7E5530", "#4A2E18", seed=18, size=256, metres=(0.05, 0.12), rings=8)
    wood = materials.pbr("Olive wood", base=base, orm=orm, normal=normal, repeat=repeat, normal_scale=0.4, roughness=0.9)
    brass = materials.pbr("Spun brass", "#D9B56C", 0.28, 1.0, extensions=materials.anisotropy(0.45))
    glass = materials.glass("Clear glass", "#F2F7F2", 1.5, 0.0028, 0.05)
    out = []
    for name, bn, tint, glow, p, words, price in LOOKS:
        out.append({"name": name, "bn": bn, "price": price, "materials": {
            "glass": glass, "honey": bottles.clear_liquid(f"{name} honey", tint, glow, 1.49), "wood": wood, "brass": brass,
            "paper": materials.pbr(f"{name} paper", roughness=0.78, base=paper(p, words, f"{name} label"))}})
    return out


def build(folder):
    geometry.reset()
    variants = wardrobe()
    cord, tag = twine()
    glassy, press = ("Pressed glass", "ছাঁচে ঢালা কাচ"), ("Laid paper", "হাতে তৈরি কাগজ")
    raw = ("Raw honey, unheated", "কাঁচা মধু, তাপ ছাড়া")
    cap = Part("lid", "Lid", "ঢাকনা", origin=(0, 0, 0.1065), made_of=("Spun brass", "কুঁদানো পিতল"), explode=(0, 1, 0, 0.055, 1), layers=[(lid(), "brass"), (lid_print(), "paper")])
    content = Part("honey", "Honey", "মধু", honey(), "honey", (0, 0, 0.04), raw, (0, 1, 0, 0.0, 0))
    stick = Part("dipper", "Dipper", "মধুর কাঠি", resting(dipper()), "wood", (0.07, -0.07, 0.015), ("Olive wood, turned", "কুঁদানো জলপাই কাঠ"), (0.7, 0.35, 0.7, 0.045, 2), price=19000)
    jar_part = Part("jar", "Jar", "বয়াম", jar(), "glass", made_of=glassy, explode=(0, 0, 0, 0.0, 0), children=[
        Part("label", "Label", "লেবেল", label(), "paper", (0, -0.04, LABEL_Z), press, (0, 0, 1, 0.035, 2)),
        Part("twine", "Twine and tag", "পাটের সুতা ও ট্যাগ", origin=(0, 0, 0.093), layers=[(cord, "paper"), (tag, "paper")], made_of=("Jute twine", "পাটের সুতা"), explode=(0, 1, 0, 0.028, 1))])
    root = Part("honey", "Jar of honey", "মধুর বয়াম", price=72000, children=[
        jar_part, content, cap, stick, Part("spilt", "A little honey", "গড়ানো মধু", pool(), "honey", (0.048, -0.08, 0), raw, explode=(0, 0, 0, 0.0, 0))], hotspots=[
            extras.hotspot((0, -0.0437, 0.044), (0, -1, 0), ("The blossom", "One flower, one season"), ("ফুলের নাম", "এক ফুল, এক ঋতু"), jar_part),
            extras.hotspot((-0.025, -0.034, 0.078), (-0.5, -0.8, 0.3), ("Comb glass", "Pressed in the mould, felt in the hand"), ("মৌচাক কাচ", "ছাঁচে তোলা, হাতে টের পাওয়া যায়"), jar_part),
            extras.hotspot((0, -0.010, 0.116), (0, -0.3, 1), ("Brass lid", "A quarter turn opens it"), ("পিতলের ঢাকনা", "এক পাক ঘোরালেই খোলে"), cap)],
        animations=[motion.Animation("open", "The lid comes off", "ঢাকনা খোলা", [
            motion.turn(cap, (0, 0, 1), motion.there(1.5, 300)),
            motion.slide(cap, (0, 0, 1), [(t, v * (0.010 + 0.035 * v)) for t, v in motion.there(1.5, 1.0)])])])
    content.name = "honey-inside"
    save(folder, root, variants)
