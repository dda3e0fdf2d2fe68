# SPDX-License-Identifier: GPL-3.0-or-later
"""Medicine that is not a tablet in a strip: syrup with its measuring cup, nasal drops, a jar of large tablets."""
import math

import numpy as np
from mathutils import Matrix

from lib import blister, bottles, extras, geometry, materials, motion, shapes
from lib.bottles import SHEET
from lib.glb import Part, save
from lib.labels import PALETTES, PAPER, bars, fitting, frieze
from lib.painting import Canvas

GLASS, PAPERY, PLASTIC = ("Amber glass", "বাদামি কাচ"), ("Paper label", "কাগজের লেবেল"), ("Moulded plastic", "ছাঁচের প্লাস্টিক")
SPOONED = ("Syrup or suspension", "সিরাপ বা সাসপেনশন")
WHITE = "#F2F1EC"


def print_label(look, lines, radius, tall, pixels=768, art=0.30):
    """A label `tall` metres high that goes all round, stretched over its place on the sheet: what it is to the front, small print to the sides,
    and what runs round the foot meets itself behind."""
    name, words, bengali, dose, p, kind, mark = look[:7]
    deep, colour, light, accent = PALETTES[p]
    c = Canvas(SHEET.width, SHEET.height, pixels, PAPER)
    x0, y0, x1, y1 = SHEET.places["label"]
    wide = 2 * math.pi * radius
    kx, ky, bleed = (x1 - x0) / wide, (y1 - y0) / tall, SHEET.width / 2
    with c.within(-bleed, y0, bleed, y1):
        before, c.matrix = c.matrix, np.array([[kx, 0, (x0 + x1) / 2], [0, ky, (y0 + y1) / 2]])
        w, h = wide * 0.6, tall / 2
        c.box(-w, -h, w, h, PAPER)
        half = radius * 0.80  # further round it turns out of sight
        strip = tall * art
        with c.within(-bleed, y0, bleed, y0 + strip * ky), c.at(0, -h + strip / 2):
            frieze(c, kind, wide, strip, deep, colour, light, accent)
        c.box(-w, -h + strip, w, -h + strip + tall * 0.018, accent)
        c.box(-w, h - tall * 0.055, w, h, deep)
        if words:
            c.text(words, fitting(words, "bold", half * 2, tall * 0.150), 0, h - tall * 0.185, deep, "bold")
            c.text(bengali, fitting(bengali, "bengali-bold", half * 2, tall * 0.118), 0, h - tall * 0.345, colour, "bengali-bold")
        else:
            for k, tint in enumerate((colour, light, accent)):
                c.dot((k - 1) * tall * 0.17, h - tall * 0.25, tall * 0.065, tint)
        size = fitting(dose, "bold", half * 1.5, tall * 0.066)
        c.shape(shapes.rectangle(half * 1.7 if size < tall * 0.06 else size * len(dose) * 0.62 + tall * 0.10, tall * 0.098, tall * 0.046, 6, (0, h - tall * 0.475)), accent)
        c.text(dose, size, 0, h - tall * 0.476, "#FFFFFF", "bold")
        c.text(lines[0], fitting(lines[0], "regular", half * 1.9, tall * 0.050), 0, h - tall * 0.585, "#3A4046", "regular")
        if mark:
            c.text(mark, tall * 0.085, half * 0.98, -h + strip + tall * 0.075, "#C8201C", "bold", "RIGHT")
        for side in (-1, 1):
            for k in range(9):
                long = wide * 0.17 * (0.95 if k % 4 != 3 else 0.6)
                x = side * wide * 0.32 - wide * 0.085
                c.box(x, h - tall * (0.13 + 0.045 * k), x + long, h - tall * (0.117 + 0.045 * k), "#9AA0A4")
        bars(c, wide * 0.245, -h + strip + tall * 0.045, wide * 0.39, -h + strip + tall * 0.15, np.random.default_rng(4), wide / 420)
        c.matrix = before
    return c.jpeg(f"{name} label", 80)


SYRUP = geometry.rounded([(0, 0.0022, 0), (0.0165, 0.0016, 0.002), (0.0200, 0, 0.002), (0.0240, 0.0024, 0.003), (0.0240, 0.0700, 0.004), (0.0226, 0.0790, 0.008), (0.0130, 0.0925, 0.006), (0.0122, 0.0965, 0.001), (0.0140, 0.0975, 0.0006),
                          (0.0140, 0.0995, 0.0006), (0.0122, 0.1005, 0.0005), (0.0122, 0.1120, 0.0005)], 5)
SYRUPS = [("Paracetamol syrup", "Paracetamol", "প্যারাসিটামল সিরাপ", "120 mg / 5 ml", "coral", "sun", "", "প্যারাসিটামল সিরাপ", ("#7A2C06", "#5A1A02"), None, "#F2F1EC"),
          ("Ambroxol syrup", "Ambroxol", "অ্যামব্রোক্সল সিরাপ", "15 mg / 5 ml", "rose", "drops", "", "অ্যামব্রোক্সল সিরাপ", ("#8A2438", "#5A0A1C"), None, "#F4E4EA"),
          ("Dry-cough syrup", "Dextromethorphan", "ডেক্সট্রোমেথরফ্যান", "10 mg / 5 ml", "plum", "waves", "", "শুকনো কাশির সিরাপ", ("#5A2408", "#3A1402"), None, "#F2F1EC"),
          ("Antacid suspension", "Antacid", "অ্যান্টাসিড সাসপেনশন", "250 + 400 mg / 5 ml", "leaf", "leaf", "", "অ্যান্টাসিড সাসপেনশন", ("#F4F4F0", "#202020"), "#F1F0EA", "#2C9468")]


def measure():
    """A small clear cup with its marks, standing beside."""
    cup = shapes.placed(bottles.shell("Cup", geometry.rounded([(0, 0.0012, 0), (0.0118, 0.0008, 0.001), (0.0130, 0, 0.001), (0.0142, 0.0012, 0.001), (0.0172, 0.0270, 0.001), (0.0184, 0.0278, 0.0005), (0.0184, 0.0288, 0.0005), (0.0172, 0.0290, 0.0004)], 3), 0.0009, 40), (0.047, -0.020, 0))
    rings = []
    for z, wide in ((0.0095, 0.6), (0.0145, 0.9), (0.0195, 0.6), (0.0240, 0.9)):
        r = 0.0142 + (z - 0.0012) * 0.003 / 0.0258 + 0.00012
        a = np.linspace(-wide / 2, wide / 2, 12) - 0.35
        rings.append(shapes.tube("Mark", np.stack([r * np.sin(a), -r * np.cos(a), np.full(12, z)], 1), shapes.circle(0.00022, 5), sharp=180))
    marks = shapes.placed(geometry.join("Marks", rings), (0.047, -0.020, 0))
    dose = shapes.placed(geometry.finish(geometry.lathe("Dose", [(0, 0.0018), (0.0126, 0.0018), (0.0137, 0.0090), (0.0144, 0.0150), (0.0141, 0.0147), (0.006, 0.0145), (0, 0.0145)], 40), 60, False), (0.047, -0.020, 0))
    return cup, marks, dose


def syrup(folder):
    cup, marks, dose = measure()
    lid = bottles.cap("Cap", 0.0158, 0.0985, 0.1180, 56)
    cap = Part("cap", "Cap", "ছিপি", lid, "cap", (0, 0, 0.108), PLASTIC, (0, 1, 0, 0.035, 1))
    glass = Part("bottle", "Bottle", "বোতল", bottles.shell("Bottle", SYRUP, 0.0016, 64), "glass", made_of=GLASS, explode=(0, 0, 0, 0.0, 0), children=[
        Part("label", "Label", "লেবেল", bottles.label(0.0240, 0.0085, 0.0665), "paper", (0, -0.024, 0.038), PAPERY, (0, 0, 1, 0.03, 2))])
    root = Part("syrup", "Bottle of syrup", "সিরাপের বোতল", price=5500, children=[
        glass, Part("medicine", "Syrup", "সিরাপ", bottles.fill("Syrup", SYRUP, 0.0016, 0.0835), "liquid", (0, 0, 0.04), SPOONED, explode=(0, 0, 0, 0.0, 0)), cap,
        Part("cup", "Measuring cup", "মাপার কাপ", origin=(0.047, -0.02, 0), layers=[(cup, "clear"), (marks, "cap")], made_of=PLASTIC, explode=(1, 0.2, 0, 0.03, 2), children=[
            Part("dose", "A dose", "এক মাত্রা", dose, "liquid", (0.047, -0.02, 0), SPOONED, explode=(0, 0, 0, 0.0, 0))])], hotspots=[
            extras.hotspot(*bottles.on_label(0.0243, 0.050), ("Strength", "How much in five millilitres"), ("মাত্রা", "প্রতি পাঁচ মিলিলিটারে কতটুকু"), glass),
            extras.hotspot((0.047, -0.037, 0.020), (0.2, -1, 0.3), ("Measure it", "Marked at two and a half, five, seven and a half, ten"), ("মেপে দিন", "আড়াই, পাঁচ, সাড়ে সাত, দশের দাগ")),
            extras.hotspot((0, -0.015, 0.112), (0, -1, 0.2), ("Cap", "Close it tight; keep it from children"), ("ছিপি", "এঁটে বন্ধ করুন, শিশুর নাগালের বাইরে রাখুন"), cap)],
        animations=[motion.Animation("open", "The cap comes off", "ছিপি খোলে", [motion.turn(cap, (0, 0, 1), motion.there(1.4, 500)),
                                                                               motion.slide(cap, (0, 0, 1), [(t, v * (0.006 + 0.030 * v)) for t, v in motion.there(1.4, 1.0)])])])
    clear, amber = materials.glass("Clear plastic", "#EAF2F4", 1.49, 0.0009, 0.012, 0.05), bottles.amber()
    looks = []
    for look in SYRUPS:
        inside = bottles.liquid(look[0], *look[8])
        looks.append({"name": look[0], "bn": look[7], "materials": {
            "glass": amber if look[9] is None else materials.pbr("White bottle", look[9], 0.35, extensions=materials.clearcoat(0.3, 0.2)), "liquid": inside, "clear": clear,
            "cap": materials.pbr(f"{look[0]} cap", look[10], 0.40), "paper": materials.pbr(f"{look[0]} label", base=print_label(look, ["Shake well. For use by mouth."], 0.0240, 0.058), roughness=0.62)}})
    save(folder, root, looks)


DROPS = geometry.rounded([(0, 0.0016, 0), (0.0090, 0.0012, 0.001), (0.0108, 0, 0.001), (0.0128, 0.0016, 0.0015), (0.0128, 0.0330, 0.003), (0.0120, 0.0370, 0.003), (0.0076, 0.0410, 0.002), (0.0070, 0.0430, 0.0006), (0.0070, 0.0520, 0.0004)], 4)


def drops(folder):
    collar = bottles.cap("Collar", 0.0100, 0.0435, 0.0560, 40, 0.0012, 0.026, 0.0014)
    bulb = geometry.finish(geometry.lathe("Bulb", geometry.spline([(0.0060, 0.0550), (0.0072, 0.0566), (0.0068, 0.0590), (0.0062, 0.0620), (0.0061, 0.0700), (0.0064, 0.0760), (0.0058, 0.0815), (0.0036, 0.0845), (0.0, 0.0852)], 26), 40), 180, weighted=False)
    pipe = bottles.shell("Pipette", [(0, 0.0070), (0.0008, 0.0070), (0.0011, 0.0078), (0.0026, 0.0150), (0.0026, 0.0500)], 0.0006, 20)
    cap = Part("cap", "Dropper", "ড্রপার", origin=(0, 0, 0.055), layers=[(collar, "cap"), (bulb, "rubber"), (pipe, "glass")], made_of=PLASTIC, explode=(0, 1, 0, 0.045, 1))
    glass = Part("bottle", "Bottle", "বোতল", bottles.shell("Bottle", DROPS, 0.0012, 56), "glass", made_of=GLASS, explode=(0, 0, 0, 0.0, 0), children=[
        Part("label", "Label", "লেবেল", bottles.label(0.0128, 0.0050, 0.0310), "paper", (0, -0.0128, 0.018), PAPERY, (0, 0, 1, 0.02, 2))])
    root = Part("drops", "Dropper bottle, 10 ml", "ড্রপারের শিশি, ১০ মিলি", price=4500, children=[
        glass, cap, Part("medicine", "Drops", "ড্রপ", bottles.fill("Drops", DROPS, 0.0012, 0.0350), "liquid", (0, 0, 0.02), ("Clear solution in water", "পানিতে স্বচ্ছ দ্রবণ"), explode=(0, 0, 0, 0.0, 0))], hotspots=[
            extras.hotspot(*bottles.on_label(0.0131, 0.022), ("Strength", "A tenth of one per cent"), ("মাত্রা", "শতকরা এক ভাগের দশ ভাগের এক"), glass),
            extras.hotspot((0, -0.0065, 0.072), (0, -1, 0), ("Rubber bulb", "Two or three drops, no more"), ("রাবারের মাথা", "দুই-তিন ফোঁটা, তার বেশি নয়"), cap),
            extras.hotspot((-0.010, -0.009, 0.008), (-0.7, -0.7, 0), ("One bottle, one person", "Write the day on it when you open it"), ("এক শিশি, একজন", "খোলার দিনটি লিখে রাখুন"), glass)],
        animations=[motion.Animation("draw", "The dropper lifts out", "ড্রপার ওঠে", [motion.slide(cap, (0, 0, 1), motion.there(1.1, 0.050))])])
    rubber = materials.pbr("Rubber", "#2A2C2E", 0.75)
    amber, looks = bottles.amber(), []
    for look in (("Xylometazoline drops", "Xylometazoline", "জাইলোমেটাজোলিন", "0.1 %  10 ml", "sky", "waves", "5 days", "জাইলোমেটাজোলিন ড্রপ", ("#5A2A08", "#3A1402"), WHITE), ("Plain, green", "", "", "10 ml", "leaf", "drops", "", "নামহীন, সবুজ", ("#5A2A08", "#3A1402"), "#2C9468"),
                 ("Plain, rose", "", "", "10 ml", "rose", "rings", "", "নামহীন, গোলাপি", ("#5A2A08", "#3A1402"), "#D2497E")):
        looks.append({"name": look[0], "bn": look[7], "materials": {"glass": amber, "liquid": bottles.liquid(look[0], *look[8]), "rubber": rubber, "cap": materials.pbr(f"{look[0]} collar", look[9], 0.4),
                                                                    "paper": materials.pbr(f"{look[0]} label", base=print_label(look, ["Drops for the nose"], 0.0128, 0.026, 640), roughness=0.62)}})
    save(folder, root, looks)


JAR = geometry.rounded([(0, 0.0024, 0), (0.0225, 0.0020, 0.002), (0.0260, 0, 0.002), (0.0310, 0.0028, 0.004), (0.0310, 0.0560, 0.006), (0.0255, 0.0640, 0.003), (0.0245, 0.0655, 0.001), (0.0245, 0.0750, 0.0006)], 5)


def pilljar(folder):
    lid = bottles.cap("Lid", 0.0282, 0.0662, 0.0830, 72, 0.0022, 0.016)
    cap = Part("lid", "Lid", "ঢাকনা", lid, "cap", (0, 0, 0.074), PLASTIC, (0, 1, 0, 0.04, 1))
    jar = Part("jar", "Jar", "কৌটা", bottles.shell("Jar", JAR, 0.0014, 72), "jar", made_of=PLASTIC, explode=(0, 0, 0, 0.0, 0), children=[
        Part("label", "Label", "লেবেল", bottles.label(0.0310, 0.0085, 0.0500, steps=65), "paper", (0, -0.031, 0.03), PAPERY, (0, 0, 1, 0.03, 2))])
    pills = []
    for x, y, turn, lean in ((0.044, -0.026, 30, 0), (0.056, -0.016, -40, 0), (0.041, -0.043, 70, 0), (0.0575, -0.034, 10, 24)):
        for obj, _ in blister.caplet(0, 0):
            obj.data.transform(Matrix.Translation((x, y, 0.0004 if not lean else 0.0035)) @ Matrix.Rotation(math.radians(turn), 4, "Z") @ Matrix.Rotation(math.radians(lean), 4, "X") @ Matrix.Scale(1.18, 4) @ Matrix.Translation((0, 0, -0.0004)))
            pills.append(obj)
    root = Part("pilljar", "Jar of tablets", "ট্যাবলেটের কৌটা", price=20500, children=[
        jar, cap, Part("tablets", "Tablets", "ট্যাবলেট", geometry.join("Tablets", pills), "pill", (0.05, -0.03, 0), ("Film-coated", "ফিল্ম-কোটেড"), (1, 0, 0.4, 0.03, 2))], hotspots=[
            extras.hotspot(*bottles.on_label(0.0313, 0.036), ("What it is", "The substance first, in both languages"), ("কী ওষুধ", "আগে মূল উপাদান, দুই ভাষায়"), jar),
            extras.hotspot((0.048, -0.034, 0.008), (0.3, -1, 0.6), ("A large tablet", "Nobody pretends otherwise"), ("বড়িটা বড়ই", "লুকানোর কিছু নেই")),
            extras.hotspot((0, -0.020, 0.083), (0, -0.5, 1), ("Wide mouth", "A hand goes in"), ("চওড়া মুখ", "হাত ঢোকে"), cap)],
        animations=[motion.Animation("open", "The lid comes off", "ঢাকনা খোলে", [motion.turn(cap, (0, 0, 1), motion.there(1.4, 400)),
                                                                                motion.slide(cap, (0, 0, 1), [(t, v * (0.006 + 0.034 * v)) for t, v in motion.there(1.4, 1.0)])])])
    looks = []
    for look in (("Calcium + D3", "Calcium + D3", "ক্যালসিয়াম + ডি৩", "500 mg + 200 IU", "teal", "hills", "", "ক্যালসিয়াম + ডি৩", "#F3F2EC", "#149490", "#F2EFE6"), ("Plain, amber", "", "", "30 tablets", "sun", "hex", "", "নামহীন, হলুদ", "#F3F2EC", "#E5A01E", "#F0D9A0"),
                 ("Plain, slate", "", "", "30 tablets", "slate", "dots", "", "নামহীন, ধূসর", "#DDE2E6", "#22303C", "#F2EFE6")):
        looks.append({"name": look[0], "bn": look[7], "materials": {"jar": materials.pbr(f"{look[0]} jar", look[8], 0.38, extensions=materials.clearcoat(0.25, 0.2)), "cap": materials.pbr(f"{look[0]} lid", look[9], 0.42),
                                                                    "pill": materials.pbr(f"{look[0]} tablet", look[10], 0.42, extensions=materials.clearcoat(0.3, 0.2)), "paper": materials.pbr(f"{look[0]} label", base=print_label(look, ["Film-coated tablets"], 0.0310, 0.0415), roughness=0.55)}})
    save(folder, root, looks)


def build(folder):
    geometry.reset()
    for make in (syrup, drops, pilljar):
        make(folder)
