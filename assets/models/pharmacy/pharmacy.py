# SPDX-License-Identifier: GPL-3.0-or-later
"""Generic medicines in cartons with strips: round tablets, a week's calendar, a short course, capsules. The boxes name
the substance, never a maker; those without a name are for anything else."""
import numpy as np

from lib import blister, geometry, materials, shapes
from lib.blister import ART
from lib.labels import PALETTES, PAPER, bars, fitting, motif
from lib.painting import Canvas

# name, Bengali, strength, Bengali strength, count, palette, motif, mark, pill, cap's body
TABLETS = [("Paracetamol 500", "প্যারাসিটামল", "500 mg", "৫০০ মিগ্রা", "200 tablets", "sea", "rings", "", "#F6F5F0"),
           ("Paracetamol 665", "প্যারাসিটামল ৬৬৫", "665 mg", "৬৬৫ মিগ্রা", "100 tablets, slow release", "night", "hills", "", "#F2F1EC"),
           ("Paracetamol + caffeine", "প্যারাসিটামল + ক্যাফেইন", "500 + 65 mg", "৫০০ + ৬৫", "100 tablets", "coral", "sun", "", "#F6EFE2"),
           ("Ibuprofen 400", "আইবুপ্রোফেন", "400 mg", "৪০০ মিগ্রা", "100 coated tablets", "rose", "waves", "", "#E68AA8"),
           ("Zinc 20", "জিংক", "20 mg", "২০ মিগ্রা", "100 dispersible tablets", "sky", "drops", "", "#F6F4EA"),
           ("Domperidone 10", "ডমপেরিডন", "10 mg", "১০ মিগ্রা", "100 coated tablets", "leaf", "leaf", "Rx", "#F7F6F1"),
           ("Fexofenadine 120", "ফেক্সোফেনাডিন", "120 mg", "১২০ মিগ্রা", "50 coated tablets", "sun", "leaf", "", "#EFA98A"),
           ("Chlorpheniramine 4", "ক্লোরফেনিরামিন", "4 mg", "৪ মিগ্রা", "500 tablets", "moss", "dots", "", "#F2D24E"),
           ("Montelukast 10", "মন্টেলুকাস্ট", "10 mg", "১০ মিগ্রা", "30 coated tablets", "teal", "waves", "Rx", "#EAC58E"),
           ("Metronidazole 400", "মেট্রোনিডাজল", "400 mg", "৪০০ মিগ্রা", "200 coated tablets", "clay", "hex", "Rx", "#F5EFC8"),
           ("Metformin 500", "মেটফরমিন", "500 mg", "৫০০ মিগ্রা", "100 coated tablets", "slate", "steps", "Rx", "#F6F6F2"),
           ("Losartan 50", "লোসারটান", "50 mg", "৫০ মিগ্রা", "30 coated tablets", "plum", "rings", "Rx", "#BFD8C0"),
           ("Atorvastatin 10", "অ্যাটরভাস্ট্যাটিন", "10 mg", "১০ মিগ্রা", "30 coated tablets", "sea", "hills", "Rx", "#F6F5F0"),
           ("Levothyroxine 50", "লেভোথাইরক্সিন", "50 µg", "৫০ মাইক্রোগ্রাম", "90 tablets", "sun", "sun", "Rx", "#F7F1DC")]
WEEK = [("Amlodipine 5", "অ্যামলোডিপিন", "5 mg", "৫ মিগ্রা", "56 tablets", "teal", "steps", "Rx", "#F6F5EE"), ("Esomeprazole 20", "ইসোমিপ্রাজল", "20 mg", "২০ মিগ্রা", "56 coated tablets", "rose", "drops", "Rx", "#E7A0A6"),
        ("Plain", "নামহীন", "", "", "56 tablets", "slate", "dots", "", "#F6F5F0")]
COURSE = [("Azithromycin 500", "অ্যাজিথ্রোমাইসিন", "500 mg", "৫০০ মিগ্রা", "6 coated tablets", "sky", "hex", "ANTIBIOTIC", "#F2F2EE"), ("Albendazole 400", "অ্যালবেনডাজল", "400 mg", "৪০০ মিগ্রা", "6 chewable tablets", "moss", "leaf", "", "#F3E3B0"),
          ("Plain", "নামহীন", "", "", "6 tablets", "leaf", "rings", "", "#F6F5F0")]
CAPSULES = [("Omeprazole 20", "ওমিপ্রাজল", "20 mg", "২০ মিগ্রা", "100 capsules", "plum", "waves", "", "#8A3A8E", "#EBC9DD"), ("Amoxicillin 500", "অ্যামক্সিসিলিন", "500 mg", "৫০০ মিগ্রা", "100 capsules", "coral", "hex", "ANTIBIOTIC", "#B8322A", "#F0C23A"),
            ("Doxycycline 100", "ডক্সিসাইক্লিন", "100 mg", "১০০ মিগ্রা", "100 capsules", "teal", "sun", "ANTIBIOTIC", "#1E7A5A", "#2E8ACA")]
PAIRS = [("Cefixime 200", "সেফিক্সিম", "200 mg", "২০০ মিগ্রা", "14 capsules", "night", "rings", "ANTIBIOTIC", "#2A3E9A", "#E6E2F0"), ("Fluconazole 150", "ফ্লুকোনাজল", "150 mg", "১৫০ মিগ্রা", "4 capsules", "sea", "drops", "Rx", "#2C8ABC", "#F2F4F4"),
         ("Plain", "নামহীন", "", "", "capsules", "clay", "hills", "", "#C8783E", "#F6EEE2")]


def front(c, place, look):
    name, bn, dose, dose_bn, count, p, kind, mark = look[:8]
    deep, colour, light, accent = PALETTES[p]
    x0, y0, x1, y1 = ART.places[place]
    split = x1 - (x1 - x0) * 0.36
    with c.within(x0, y0, x1, y1):
        c.box(x0, y0, x1, y1, PAPER)
        with c.within(split, y0, x1, y1), c.at((split + x1) / 2, (y0 + y1) / 2):
            motif(c, kind, (x1 - split) / 2, (y1 - y0) / 2, deep, colour, light, accent)
        c.box(split - 0.0012, y0, split, y1, accent)
        left, room, top = x0 + 0.0055, split - x0 - 0.0115, y1
        if name == "Plain":
            c.dot(left + 0.010, top - 0.018, 0.009, colour)
            c.dot(left + 0.024, top - 0.018, 0.009, light)
            c.dot(left + 0.038, top - 0.018, 0.009, accent)
            c.text(count, 0.0052, left, y0 + 0.0160, deep, "bold", "LEFT")
        else:
            words = name if "+" in name else name.rsplit(" ", 1)[0]
            c.text(words, fitting(words, "bold", room, 0.0135), left, top - 0.0125, deep, "bold", "LEFT")
            bengali = bn.rsplit(" ", 1)[0] if name.endswith("665") else bn
            c.text(bengali, fitting(bengali, "bengali-bold", room, 0.0098), left, top - 0.0255, colour, "bengali-bold", "LEFT")
            wide = 0.0037 * len(dose) + 0.006
            c.shape(shapes.rectangle(wide, 0.0080, 0.0039, 6, (left + wide / 2, top - 0.0370)), accent)
            c.text(dose, 0.0060, left + wide / 2, top - 0.0371, "#FFFFFF", "bold")
            c.text(dose_bn, 0.0058, left + wide + 0.0030, top - 0.0372, accent, "bengali-bold", "LEFT")
            c.text(count, 0.0041, left, y0 + 0.0115, "#3A4046", "regular", "LEFT")
        c.text("By mouth. Keep dry, below 30 °C.", 0.0029, left, y0 + 0.0058, "#6A7076", "regular", "LEFT")
        if mark:
            red = "#C8201C"
            if mark == "Rx":
                c.text("Rx", 0.0088, split - 0.0085, y0 + 0.0090, red, "bold")
            else:
                c.box(x0, y0, x1, y0 + 0.0022, red)
                c.text("অ্যান্টিবায়োটিক", 0.0046, split - 0.0028, y0 + 0.0090, red, "bengali-bold", "RIGHT")


def carton(look):
    name, bn, dose, dose_bn, count, p, kind, mark = look[:8]
    deep, colour, light, accent = PALETTES[p]
    c = Canvas(ART.width, ART.height, 512, "#E6E1D6")
    front(c, "front", look)
    title = name if name != "Plain" else ""
    x0, y0, x1, y1 = ART.places["top"]
    with c.within(x0, y0, x1, y1):
        c.box(x0, y0, x1, y1, deep, colour, (1, 0))
        if title:
            c.text(title, fitting(title, "bold", 0.094, 0.0105), x0 + 0.008, (y0 + y1) / 2, "#FFFFFF", "bold", "LEFT")
    rng = np.random.default_rng(9)
    x0, y0, x1, y1 = ART.places["end"]
    mx = (x0 + x1) / 2
    with c.within(x0, y0, x1, y1):
        c.box(x0, y0, x1, y1, PAPER)
        c.box(x0, y1 - 0.016, x1, y1, deep)
        c.box(x0, y1 - 0.018, x1, y1 - 0.016, accent)
        if title:
            c.text(title, fitting(title, "bold", 0.023, 0.0046), mx, y1 - 0.0082, "#FFFFFF", "bold")
        for k, words in enumerate(("LOT 0417", "EXP 08 2028", dose or count)):
            c.text(words, 0.0036, mx, y1 - 0.0245 - 0.0062 * k, "#2A2E33", "regular")
        bars(c, x0 + 0.0045, y0 + 0.0035, x1 - 0.0050, y0 + 0.0125, rng)
    x0, y0, x1, y1 = ART.places["leaflet"]
    c.box(x0, y0, x1, y1, "#F4F3EF")
    for line in range(23):
        for column in range(3):
            a = x0 + 0.006 + 0.0365 * column
            c.box(a, y1 - 0.0060 - 0.0026 * line, a + 0.033 * (1 if rng.random() > 0.25 else rng.uniform(0.3, 0.9)), y1 - 0.0050 - 0.0026 * line, "#9AA0A4")
    ART.fill(c, {"board": "#CFC8B8", "white": PAPER, "colour": colour, "deep": deep})
    return c.jpeg(f"{name} carton", 78)


def foil_print():
    """Rows of a small mark that belongs to nobody."""
    f = Canvas(0.12, 0.12, 384, "#EEEFF1")
    with f.within(-0.0545, -0.025, 0.0545, 0.025):
        for k in range(-5, 6):
            for j in range(-7, 8):
                f.ring(0.0078 * j + 0.0039 * (k % 2), 0.0052 * k, 0.0014, 0.0005, "#3E5A70")
    return f.jpeg("Foil", 80)


def family(folder, name, en, bn, price, each, cells, outline, pill, looks, pockets, film, printed):
    glass, relief = film
    metal = blister.foil("Foil", printed, relief)
    strip = blister.strip(cells, outline, pill, 0.0066 if pill is blister.capsule else 0.0051)
    variants = []
    for look in looks:
        shell = materials.clearcoat(0.7, 0.12) if pill is blister.capsule else materials.clearcoat(0.35, 0.2)
        wears = {"card": materials.pbr(f"{look[0]} carton", roughness=0.42, base=carton(look), extensions=materials.clearcoat(0.5, 0.15)), "film": glass, "foil": metal,
                 "pill": materials.pbr(f"{look[0]} pill", look[8], 0.40, extensions=shell)}
        if pill is blister.capsule:
            wears["body"] = materials.pbr(f"{look[0]} body", look[9], 0.30, extensions=shell)
        variants.append({"name": look[0], "bn": look[1], "materials": wears})
    blister.pack(folder, name, en, bn, price, each, strip, variants, [
        (("What it is", "The substance first, in both languages"), ("কী ওষুধ", "আগে মূল উপাদান, দুই ভাষায়")), (("Sealed strip", pockets[0]), ("সিল করা পাতা", pockets[1])),
        (("Lot and date", "Look here before you take it"), ("লট ও মেয়াদ", "খাওয়ার আগে এখানে দেখুন"))])


def grid(columns, rows, pitch, gap):
    return [((i - (columns - 1) / 2) * pitch, (j - (rows - 1) / 2) * gap) for j in range(rows) for i in range(columns)]


def build(folder):
    geometry.reset()
    film, printed = blister.stuffs(), foil_print()
    rounds, long = blister.ellipse(0.0132, 0.0132, 2.0), blister.ellipse(0.0100, 0.0205, 2.3)
    family(folder, "tablets", "Box of tablets", "ট্যাবলেটের বাক্স", 1200, 1200, grid(5, 2, 0.0200, 0.0215), rounds, blister.tablet, TABLETS, ("Ten tablets, each in its own pocket", "দশটি ট্যাবলেট, যার যার ঘরে"), film, printed)
    family(folder, "tablets-fortnight", "Box of tablets, fourteen to a strip", "চৌদ্দটির পাতার বাক্স", 7700, 7700, grid(7, 2, 0.0147, 0.0215), rounds, blister.tablet, WEEK, ("Fourteen tablets make a fortnight", "চৌদ্দটিতে দুই সপ্তাহ"), film, printed)
    family(folder, "tablets-course", "Short course of tablets", "ছোট কোর্সের বাক্স", 11400, 22800, grid(3, 2, 0.0300, 0.0215), blister.ellipse(0.0165, 0.0165, 2.0), lambda x, y: blister.tablet(x, y, 0.0067), COURSE,
           ("Six tablets, one a day", "ছয়টি ট্যাবলেট, দিনে একটি"), film, printed)
    family(folder, "capsules", "Box of capsules", "ক্যাপসুলের বাক্স", 6000, 6000, grid(5, 2, 0.0200, 0.0235), long, blister.capsule, CAPSULES, ("Ten capsules, each in its own pocket", "দশটি ক্যাপসুল, যার যার ঘরে"), film, printed)
    family(folder, "capsules-pairs", "Capsules, two by two", "জোড়ায় জোড়ায় ক্যাপসুল", 49000, 14000, grid(2, 2, 0.0420, 0.0235), long, blister.capsule, PAIRS, ("Sealed two by two against the damp", "স্যাঁতসেঁতে ঠেকাতে দুটি দুটি করে সিল"), film, printed)
