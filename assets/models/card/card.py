# SPDX-License-Identifier: GPL-3.0-or-later
"""A member's card in three tiers (wharf, river, sea) and a gift card with its envelope: foil, embossing, a walnut block to stand in."""
import math

import numpy as np
from mathutils import Matrix

from lib import cardboard, encode, extras, geometry, materials, motion, painting, shapes, surfaces
from lib.atlas import Atlas
from lib.glb import Part, save
from lib.noise import blur, mix, normal_map, spectral, srgb
from lib.painting import Canvas, curve, petal

LONG, TALL, THICK = 0.0856, 0.0540, 0.00090
SHEET = Atlas(0.0876, 0.112, {"front": (-0.0428, 0.001, 0.0428, 0.055), "back": (-0.0428, -0.055, 0.0428, -0.001)})
COVER = Atlas(0.30, 0.30, {"envelope": (-0.14, 0.03, -0.014, 0.120), "flap": (-0.14, -0.06, -0.014, 0.00), "liner": (0.01, 0.0, 0.136, 0.09), "pocket": (0.01, -0.12, 0.136, -0.03)})
COVER.swatches(["paper", "inside"], -0.14, -0.12, 0.03)
LEAN, BLOCK, SLOT, PIXELS = 11, 0.0125, 0.0062, 800
INK, GOLD, BRIGHT = "#000000", "#FF0000", "#FFFFFF"


def card():
    outline = shapes.rectangle(LONG, TALL, 0.0032, 7)
    front = SHEET.printed(shapes.extrude("Front", outline, THICK / 2, 0.00012, 2, bottom_bevel=0.0), "front", (0, 0, 0), (1, 0, 0), (0, 1, 0), size=(LONG, TALL))
    back = SHEET.printed(shapes.extrude("Back", outline, THICK / 2, 0.0, 2, base=-THICK / 2, bottom_bevel=0.00012), "back", (0, 0, 0), (-1, 0, 0), (0, 1, 0), size=(LONG, TALL))
    return geometry.join("Card", [front, back])


def block(slots, deep):
    """Walnut with slots sawn at a lean; `slots` are their y at the top."""
    height, wide = BLOCK, 0.0016
    run = math.tan(math.radians(LEAN)) * SLOT
    points = [(-deep / 2, 0.0, 0.0012), (deep / 2, 0.0, 0.0012), (deep / 2 - 0.004, height, 0.0022)]
    for y in sorted(slots, reverse=True):
        points += [(y + wide / 2, height, 0.0003), (y + wide / 2 - run, height - SLOT, 0.0), (y - wide / 2 - run, height - SLOT, 0.0), (y - wide / 2, height, 0.0003)]
    points.append((-deep / 2 + 0.004, height, 0.0022))
    outline = shapes.smooth(points, 4)
    obj = shapes.extrude("Block", outline, 0.104, 0.0014, 3)
    obj = shapes.placed(obj, (-0.052, 0, 0), [("X", 90), ("Z", 90)])
    geometry.box_uv(obj, grain=0)
    return obj


def in_slot(y):
    """The frame of what stands in a slot: X along it, Y up its lean, Z to the front; the origin in the middle of a card."""
    run = math.tan(math.radians(LEAN)) * SLOT
    foot = np.array([0.0, y - run, BLOCK - SLOT + 0.0003])
    return cardboard.hinge(foot, (1, 0, 0), (0, -math.cos(math.radians(LEAN)), math.sin(math.radians(LEAN))))


def member(tier, number):
    """Masks of foil and of emboss, and the colour print, of one tier."""
    name, bengali, ground, deep, foil_tint, ink = tier
    c = Canvas(0.0876, 0.112, PIXELS, ground)
    foil = Canvas(0.0876, 0.112, PIXELS, INK)
    raised = Canvas(0.0876, 0.112, PIXELS, INK)
    for place in ("front", "back"):
        x0, y0, x1, y1 = SHEET.places[place]
        m = (x0 + x1) / 2, (y0 + y1) / 2
        with c.within(x0 - 0.001, y0 - 0.001, x1 + 0.001, y1 + 0.001), c.at(*m):
            c.box(-0.05, -0.03, 0.05, 0.03, deep, ground, (0.7, 1))
            painting.guilloche(c, 0.024, -0.003, 0.041, 9, 16, 0.00010, foil_tint, 0.72)
        with foil.within(x0, y0, x1, y1), foil.at(*m):
            if place == "front":
                painting.guilloche(foil, 0.0200, 0.0005, 0.0205, 12, 4, 0.00013, GOLD, 0.35)
                with foil.at(0.0200, -0.0062, 0.021):
                    painting.outline_lotus(foil, 0.020, GOLD)
                foil.text("Vitrine", 0.0078, -0.0375, 0.0185, GOLD, "bold", "LEFT")
                foil.text(bengali, 0.0098, -0.0375, 0.0040, GOLD, "bengali-bold", "LEFT")
                foil.text(name, 0.0031, -0.0375, -0.0035, GOLD, "bold", "LEFT", spacing=1.5)
                foil.text(number, 0.0046, -0.0375, -0.0150, GOLD, "regular", "LEFT", spacing=1.12)
                foil.text("SINCE 2026", 0.0022, -0.0375, -0.0212, GOLD, "regular", "LEFT", spacing=1.2)
                foil.line(shapes.rectangle(LONG - 0.0042, TALL - 0.0042, 0.0022, 6), 0.00022, GOLD, closed=True)
            else:
                foil.text("vitrine.example/member", 0.0026, 0.0375, -0.0205, GOLD, "regular", "RIGHT")
                with foil.at(-0.0325, -0.0215, 0.0095):
                    painting.outline_lotus(foil, 0.022, GOLD)
        with raised.within(x0, y0, x1, y1), raised.at(*m):
            if place == "front":
                with raised.at(0.0200, -0.0062, 0.021):
                    for angle, long, wide in ((-76, 0.48, 0.20), (76, 0.48, 0.20), (-52, 0.53, 0.23), (52, 0.53, 0.23), (-26, 0.56, 0.25), (26, 0.56, 0.25), (0, 0.58, 0.27)):
                        with raised.at(0, 0.03, 1, angle):
                            raised.shape(petal(long, wide, 0.15, 0.25), "#404040", "#FFFFFF")
                raised.text(number, 0.0046, -0.0375, -0.0150, BRIGHT, "regular", "LEFT", spacing=1.12)
                raised.text(bengali, 0.0098, -0.0375, 0.0040, BRIGHT, "bengali-bold", "LEFT")
        if place == "back":
            with c.within(x0 - 0.001, y0, x1 + 0.001, y1), c.at(*m):
                c.box(-0.05, 0.0105, 0.05, 0.0205, "#14120F")
                c.shape(shapes.rectangle(0.052, 0.0085, 0.0006, 3, (-0.0115, 0.0005)), "#EDE7DA")
                for k in range(9):
                    c.line([(-0.0365, -0.003 + 0.001 * k), (0.0135, -0.003 + 0.001 * k)], 0.00012, ink, amount=0.4)
                rng = np.random.default_rng(5)
                at = -0.0375
                while at < 0.006:
                    wide = 0.00028 * rng.integers(1, 4)
                    c.box(at + 0.018, -0.0150, at + 0.018 + wide, -0.0065, foil_tint)
                    at += wide + 0.00028 * rng.integers(1, 4)
    return c, foil.colour[..., 0], raised.colour[..., 0]


def gift(look):
    _, ground, deep, foil_tint, kind = look
    c = Canvas(0.0876, 0.112, PIXELS, ground)
    foil = Canvas(0.0876, 0.112, PIXELS, INK)
    raised = Canvas(0.0876, 0.112, PIXELS, INK)
    x0, y0, x1, y1 = SHEET.places["front"]
    m = (x0 + x1) / 2, (y0 + y1) / 2
    with c.within(x0 - 0.001, y0 - 0.001, x1 + 0.001, y1 + 0.001), c.at(*m):
        c.box(-0.05, -0.03, 0.05, 0.03, deep, ground, (0.2, 1))
        if kind == "sun":
            with c.at(0.018, -0.004, 0.060):
                painting.sun(c, "#FFF0A8", "#F06A1E", "#F8B53A", 28)
            for s, x, y, f in ((0.022, -0.028, -0.013, False), (0.017, 0.000, 0.016, False)):
                with c.at(x, y, s, 0, f):
                    painting.bird(c)
            painting.scallops(c, -0.044, 0.044, -0.0275, 0.0042, "#C4162F", "#F8B53A", "#FFFFFF", down=False)
        elif kind == "moon":
            c.dot(0.020, 0.003, 0.0205, "#F3DE9A", "#D9A93A", (1, 0.3))
            c.dot(0.0268, 0.0065, 0.0172, deep, ground, (0.2, 1))
            for k in range(26):
                rng = np.random.default_rng(k)
                x, y, s = rng.uniform(-0.040, 0.040), rng.uniform(-0.012, 0.025), rng.uniform(0.0006, 0.0020)
                if math.hypot(x - 0.020, y - 0.003) > 0.021:
                    with c.at(x, y, s):
                        for q in range(4):
                            with c.at(0, 0, 1, 90 * q):
                                c.shape(petal(1.0, 0.34, 0.0), "#F8E7B0")
            for x, long, s in ((-0.030, 0.012, 0.0095), (-0.016, 0.019, 0.0075), (0.036, 0.010, 0.0080)):
                c.line([(x, 0.027), (x, 0.027 - long)], 0.0003, "#E9C46A")
                with c.at(x, 0.027 - long - s, s):
                    lamp = curve([(0.0, 0.95), (0.28, 0.62), (0.62, 0.30), (0.55, -0.45), (0.26, -0.80), (0.0, -0.88), (-0.26, -0.80), (-0.55, -0.45), (-0.62, 0.30), (-0.28, 0.62)], 60, True)
                    c.shape(lamp, "#E9C46A")
                    c.shape(lamp * 0.86, "#C8452A", "#F8B53A", (0, 1))
                    for v in (-0.3, 0.0, 0.3):
                        c.line([(v, -0.78), (v * 1.2, 0.1), (v * 0.6, 0.68)], 0.07, "#E9C46A")
        else:
            c.shape(np.concatenate([curve([(-0.06, -0.014), (-0.02, -0.011), (0.02, -0.0145), (0.06, -0.011)], 40), [(0.06, -0.04), (-0.06, -0.04)]]), "#0F6E80", "#7AD0CC", (0, 1))
            for x, y, s in ((0.019, -0.016, 0.036), (-0.012, -0.0190, 0.020), (0.0405, -0.0210, 0.016)):
                with c.at(x, y, s):
                    painting.lotus(c)
            for k in range(10):
                x, y = -0.042 + 0.0093 * k, -0.018 - 0.0045 * (k % 2)
                c.line(curve([(x - 0.003, y), (x, y + 0.0004), (x + 0.003, y)], 8), 0.0003, "#EFFFFC", amount=0.7)
    with foil.within(x0, y0, x1, y1), foil.at(*m):
        foil.text("উপহার", 0.0135, -0.0375, 0.0135 if kind != "moon" else -0.0075, GOLD, "bengali-bold", "LEFT")
        foil.text("GIFT CARD", 0.0031, -0.0375, 0.0030 if kind != "moon" else -0.0175, GOLD, "bold", "LEFT", spacing=1.4)
        foil.line(shapes.rectangle(LONG - 0.0042, TALL - 0.0042, 0.0022, 6), 0.00026, GOLD, closed=True)
    with raised.within(x0, y0, x1, y1), raised.at(*m):
        raised.text("উপহার", 0.0135, -0.0375, 0.0135 if kind != "moon" else -0.0075, BRIGHT, "bengali-bold", "LEFT")
        if kind == "sun":
            with raised.at(0.018, -0.004, 0.060):
                painting.sun(raised, BRIGHT, "#C0C0C0", "#909090", 28)
        elif kind == "moon":
            raised.dot(0.020, 0.003, 0.0205, BRIGHT)
            raised.dot(0.0268, 0.0065, 0.0172, INK)
        else:
            with raised.at(0.019, -0.016, 0.036):
                painting.lotus(raised, BRIGHT, "#808080", "#202020", "#606060", BRIGHT, "#808080")
    x0, y0, x1, y1 = SHEET.places["back"]
    m = (x0 + x1) / 2, (y0 + y1) / 2
    with c.within(x0 - 0.001, y0 - 0.001, x1 + 0.001, y1 + 0.001), c.at(*m):
        c.box(-0.05, -0.03, 0.05, 0.03, deep)
        c.shape(shapes.rectangle(0.046, 0.0075, 0.0008, 3, (-0.0120, -0.004)), "#A8ABAE")
        for k in range(60):
            c.line([(-0.0350 + 0.00078 * k, -0.0075), (-0.0344 + 0.00078 * k, -0.0005)], 0.00016, "#8A8D90")
        c.text("Scratch gently.  No end date.", 0.0027, -0.035, -0.0135, "#F5F2EA", "regular", "LEFT")
        c.text("Vitrine", 0.0070, -0.035, 0.0165, foil_tint, "bold", "LEFT")
    return c, foil.colour[..., 0], raised.colour[..., 0]


def laminate(name, c, foil, raised, tint, matt, relief_strength=1.0):
    colour = mix(c.colour, srgb(tint), foil)
    grain = spectral((256, 256), 5, 0.4, 20, 120)
    tooth = np.tile(grain, (4, 4))[:c.rows, :c.columns]
    base = encode.jpeg(name, np.clip(colour, 0, 1), 70)
    orm = encode.orm(f"{name} finish", 1.0, np.clip(matt - (matt - 0.22) * foil + 0.02 * tooth * (1 - foil), 0.05, 1), foil, 70)
    height = blur(raised, 2.2) * 9 * relief_strength + blur(foil, 0.8) * 0.8 + 0.02 * tooth
    relief = encode.jpeg(f"{name} relief", normal_map(height, 0.5), 84)
    return materials.pbr(name, roughness=1.0, metallic=1.0, base=base, orm=orm, normal=relief, extensions=materials.clearcoat(0.35, 0.25))


TIERS = [("WHARF", "ঘাট", "#2E6F6A", "#0C3532", "#E3C27C", "#0C3532"), ("RIVER", "নদী", "#23365F", "#0B1530", "#D9DEE6", "#0B1530"), ("SEA", "সাগর", "#1A1A1C", "#070708", "#E0B055", "#121212")]
GIFTS = [("Boishakh", "#C4162F", "#7A0A1E", "#F6CE6A", "sun", "বৈশাখ"), ("Moonlight", "#23386E", "#0A1230", "#F0D48A", "moon", "চাঁদনি"), ("Lotus pond", "#F2C9C0", "#E79AA0", "#8A5A12", "lotus", "পদ্মপুকুর")]


def envelope():
    """Its back to the viewer, the flap up: the liner shows its pattern."""
    wide, tall = 0.126, 0.090
    body = cardboard.panel(COVER, cardboard.rectangle(wide, tall), "liner", 0.0004, inside="paper")
    pocket = np.array([(-wide / 2, 0), (wide / 2, 0), (wide / 2, tall - 0.004), (0.006, tall * 0.44), (-0.006, tall * 0.44), (-wide / 2, tall - 0.004)])
    front = cardboard.placed(cardboard.panel(COVER, pocket, "pocket", 0.0004, inside="inside"), Matrix.Translation((0, 0, 0.0007)))
    flap = cardboard.panel(COVER, shapes.smooth([(-wide / 2, 0.0, 0), (wide / 2, 0.0, 0), (0.010, 0.058, 0.008), (-0.010, 0.058, 0.008)], 6), "flap", 0.0004, inside="paper")
    return geometry.join("Envelope", [body, front]), flap


def seal():
    profile = [(0.0112, 0.0), (0.0116, 0.0008), (0.0104, 0.0017), (0.0088, 0.0016), (0.0080, 0.0010), (0.0, 0.0010)]

    def run(angle, z):
        return 1 + 0.035 * np.sin(3 * angle + 0.4) + 0.025 * np.sin(5 * angle + 2)

    wax = [geometry.finish(geometry.lathe("Wax", profile, 48, wobble=run), 50, weighted=False)]
    for k in range(7):
        leaf = shapes.extrude("Petal", shapes.smooth([(-0.0008, 0.0006, 0.0003), (0.0008, 0.0006, 0.0003), (0.0015, 0.0034, 0.001), (0.0, 0.0062, 0.0004), (-0.0015, 0.0034, 0.001)], 3), 0.0009, 0.0003, 1)
        wax.append(shapes.placed(leaf, (0, 0, 0.0008), [("Z", 360 * k / 7)]))
    return geometry.join("Seal", wax)


def cover_paint(look):
    name, ground, deep, foil_tint, _, _ = look
    c = Canvas(0.30, 0.30, 768, "#EFE6D4")
    for place in ("liner", "flap"):
        x0, y0, x1, y1 = COVER.places[place]
        with c.within(x0, y0, x1, y1):
            c.box(x0, y0, x1, y1, ground)
            for k in range(14):
                for j in range(9):
                    with c.at(x0 + 0.0105 * k + 0.005 * (j % 2), y0 + 0.012 * j, 0.0075):
                        painting.rosette(c, 8, foil_tint, deep, deep, foil_tint, 1)
    x0, y0, x1, y1 = COVER.places["pocket"]
    c.box(x0, y0, x1, y1, "#EFE6D4")
    COVER.fill(c, {"paper": "#EFE6D4", "inside": "#E2D8C4"})
    c.colour *= (1 + 0.012 * spectral((c.rows, c.columns), 3, 0.7, 10, 300))[..., None]
    return c.jpeg(f"{name} envelope", 84)


def flip(part, up):
    """Lifts out of the slot and turns to show its back."""
    return motion.Animation("flip", "Lifts and turns", "ওঠে ও ঘোরে", [
        motion.slide(part, up, motion.eased(2.1, 0, 1.0, 0, 0.030)), motion.turn(part, (0, 1, 0), motion.eased(2.1, 0.8, 2.1, 0, 180))])


def walnut():
    base, orm, normal, repeat = surfaces.wood("Walnut", "#6A4C36", "#3A281C", "#1B120C", seed=8, size=256, metres=(0.05, 0.14), rings=6)
    return materials.pbr("Walnut", base=base, orm=orm, normal=normal, repeat=repeat, normal_scale=0.5, roughness=0.85)


def build(folder):
    geometry.reset()
    wood = walnut()
    words, nut = ("Laminate, foil, embossed", "ল্যামিনেট, ফয়েল, উঁচু ছাপ"), ("Oiled walnut", "তেল-মাজা আখরোট কাঠ")
    up = (0, math.sin(math.radians(LEAN)), math.cos(math.radians(LEAN)))
    variants = []
    for tier, bn, price in zip(TIERS, ("ঘাট", "নদী", "সাগর"), (0, 150000, 500000)):
        c, foil, raised = member(tier, "0417 2208 9134")
        variants.append({"name": tier[0].title(), "bn": bn, "price": price, "materials": {"card": laminate(f"{tier[0].title()} card", c, foil, raised, tier[4], 0.46), "wood": wood}})
    held = Part("card", "Card", "কার্ড", card(), "card", place=in_slot(0.002) @ Matrix.Translation((0, TALL / 2, 0)), made_of=words, explode=(0, 1, -0.2, 0.030, 1))
    root = Part("membercard", "Member's card", "সদস্য কার্ড", price=50000, children=[Part("block", "Block", "কাঠের খণ্ড", block([0.002], 0.030), "wood", made_of=nut, explode=(0, 0, 0, 0.0, 0), price=25000), held], hotspots=[
        extras.hotspot((0.020, 0.004, 0.032), (0, -1, 0.2), ("Embossed lotus", "Felt with the thumb"), ("উঁচু পদ্ম", "আঙুলে টের পাওয়া যায়"), held),
        extras.hotspot((-0.030, 0.004, 0.036), (0, -1, 0.2), ("Three tiers", "Wharf, river, sea"), ("তিন ধাপ", "ঘাট, নদী, সাগর"), held)], animations=[flip(held, up)])
    save(folder, root, variants)

    geometry.reset()
    variants = []
    wax_tints = {"sun": "#7A0A1E", "moon": "#C8962A", "lotus": "#B0305A"}
    for look in GIFTS:
        c, foil, raised = gift(look[:5])
        variants.append({"name": look[0], "bn": look[5], "materials": {
            "card": laminate(f"{look[0]} card", c, foil, raised, look[3], 0.40), "wood": wood, "paper": materials.pbr(f"{look[0]} envelope", roughness=0.85, base=cover_paint(look)),
            "wax": materials.pbr(f"{look[0]} wax", wax_tints[look[4]], 0.32, extensions=materials.clearcoat(0.4, 0.2))}})
    sleeve, flap = envelope()
    held = Part("card", "Gift card", "উপহার কার্ড", card(), "card", place=in_slot(-0.009) @ Matrix.Translation((-0.006, TALL / 2, 0)), made_of=words, explode=(-0.3, 0.4, 1, 0.040, 1))
    top = Part("flap", "Flap", "ঢাকনা", flap, "paper", place=cardboard.fold(0.090, -14), made_of=("Cotton paper", "সুতি কাগজ"))
    cover = Part("envelope", "Envelope", "খাম", sleeve, "paper", place=in_slot(0.010) @ Matrix.Translation((0.008, 0, 0)), made_of=("Cotton paper", "সুতি কাগজ"), explode=(0.2, 1, -0.3, 0.045, 2), children=[top])
    stamp = Part("seal", "Wax seal", "মোমের সিল", shapes.placed(seal(), (0.030, -0.030, 0.0), [("Z", 20)]), "wax", (0.03, -0.03, 0), ("Sealing wax", "সিল-মোম"), (0.4, 0.5, 1, 0.02, 3))
    root = Part("giftcard", "Gift card", "উপহার কার্ড", price=50000, children=[Part("block", "Block", "কাঠের খণ্ড", block([-0.009, 0.010], 0.042), "wood", made_of=nut, explode=(0, 0, 0, 0.0, 0), price=25000), held, cover, stamp], hotspots=[
        extras.hotspot((-0.025, -0.006, 0.044), (0, -1, 0.2), ("Foil and relief", "Pressed warm into the card"), ("ফয়েল ও উঁচু ছাপ", "গরম চাপে বসানো"), held),
        extras.hotspot((0.055, 0.020, 0.078), (0, -1, 0.2), ("Lined envelope", "Cotton paper, printed within"), ("নকশা করা খাম", "সুতি কাগজ, ভেতরে ছাপা"), cover)],
        animations=[flip(held, up), motion.Animation("close", "The flap closes", "খাম বন্ধ", [motion.turn(top, (1, 0, 0), motion.there(1.1, 190))])])
    save(folder, root, variants)
