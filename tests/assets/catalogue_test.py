#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo shop's catalogue against itself and against the models that its products show.

catalogue_test.py ASSETS               Every fault in a line of its own; 1 if there are any.
catalogue_test.py ASSETS --self-test   Plants faults and looks whether each is found.
"""
import copy
import json
import pathlib
import re
import struct
import sys

# What a model shows beside the thing that is measured: handles, a cable, a phone on the stand, an arm that is turned; and
# pairs, whose sizes are given for one.
SHOWS_MORE = {"jutebag/jutebag", "ups/ups", "phone/phone", "lamp/lamp", "horse/horse-pair", "mug/mug-pair"}
# Trees whose things are sold by weight, volume or number.
BY_AMOUNT = {"food", "groceries", "medicine"}
NEAR = 0.09  # of a length, beside half a unit of the last place that the text gives
UNITS = {"kg": 1000, "g": 1, "litre": 1000, "litres": 1000, "ml": 1}
DIGITS = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")


def gltf_of(file):
    data = file.read_bytes()
    return json.loads(data[20:20 + struct.unpack_from("<I", data, 12)[0]])


def turned(q, v):
    def cross(a, b):
        return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
    twice = [2 * c for c in cross(q[:3], v)]
    again = cross(q[:3], twice)
    return [v[i] + q[3] * twice[i] + again[i] for i in range(3)]


def size(gltf):
    """Width, depth and height in centimetres, the product whole and at rest."""
    low, high = [1e9] * 3, [-1e9] * 3

    def visit(index, above):
        chain = [gltf["nodes"][index]] + above
        for primitive in gltf["meshes"][chain[0]["mesh"]]["primitives"] if "mesh" in chain[0] else []:
            box = gltf["accessors"][primitive["attributes"]["POSITION"]]
            for corner in range(8):
                at = [box["max" if corner >> i & 1 else "min"][i] for i in range(3)]
                for node in chain:
                    at = turned(node.get("rotation", [0, 0, 0, 1]), [a * s for a, s in zip(at, node.get("scale", [1, 1, 1]))])
                    at = [a + b for a, b in zip(at, node.get("translation", [0, 0, 0]))]
                low[:], high[:] = map(min, low, at), map(max, high, at)
        for child in chain[0].get("children", []):
            visit(child, chain)

    for root in gltf["scenes"][0]["nodes"]:
        visit(root, [])
    return [(high[i] - low[i]) * 100 for i in (0, 2, 1)]


def variants(gltf):
    """The name of each variant and what it adds to the price, in taka."""
    named = gltf.get("extensions", {}).get("KHR_materials_variants", {}).get("variants", [])
    return {v["name"]: v.get("extras", {}).get("price", {}).get("minorUnits", 0) / 100 for v in named}


def price(gltf):
    extras = gltf["nodes"][gltf["scenes"][0]["nodes"][0]].get("extras", {})
    return extras["price"]["minorUnits"] / 100 if "price" in extras else None


def parts(gltf):
    """The name of each part that is sold alone, and what it costs in taka."""
    root = gltf["scenes"][0]["nodes"][0]
    extras = [node.get("extras", {}) for i, node in enumerate(gltf["nodes"]) if i != root]
    return [(e["part"]["en"], e["price"]["minorUnits"] / 100) for e in extras if "part" in e and "price" in e]


def first_price(product):
    """What the variant in the picture costs."""
    return product["price"] + sum(option["values"][0].get("add", 0) for option in product["options"])


def number(text):
    return float(text.replace(",", ""))


def values(product):
    return [value for option in product["options"] for value in option["values"]]


def unknown_variants(product, gltf):
    return [f"its model has no variant '{v['modelVariant']}'" for v in values(product)
            if v.get("modelVariant") and v["modelVariant"] not in variants(gltf)]


def surcharges(product):
    """Of each variant of the model the least that is asked for it, whatever else is chosen."""
    asked = {}
    for value in values(product):
        if value.get("modelVariant"):
            asked[value["modelVariant"]] = min(asked.get(value["modelVariant"], 1e9), value.get("add", 0))
    return asked


def price_fault(gltf, products):
    """What the GLB asks must be what some product that shows it asks, and nothing for looks that the product is not sold in; no part of
    it may cost more than the whole."""
    own = price(gltf)
    if own is None:
        return None
    asked = variants(gltf)
    for product in products:
        sold = surcharges(product)
        if product["price"] == own and all(add == sold.get(name, 0) for name, add in asked.items()):
            dear = [f"'{name}' alone costs {cost:g} taka" for name, cost in parts(gltf) if cost > first_price(product)]
            return f"{dear[0]}, and all of {product['slug']} {first_price(product):g}" if dear else None
    return (f"its GLB asks {own:g} taka ({', '.join(f'{n} {a:+g}' for n, a in asked.items() if a) or 'no surcharge'}), as no product "
            f"does that shows it: {', '.join(p['slug'] + ' ' + format(p['price'], 'g') for p in products)}")


def amount(words):
    """Grams or millilitres in "3 jars, 1.5 kg"; pieces in "1 strip of 10"."""
    weighed = re.search(r"([\d.,]+) (kg|g|litres?|ml)\b", words)
    if weighed:
        return number(weighed[1]) * UNITS[weighed[2]] / 1000
    counted = re.findall(r"\d[\d,]*", words)
    return number(counted[-1]) if counted else None


def unit_price_faults(product):
    """"94 BDT per kg" follows from the price and from what the first variant holds."""
    faults = []
    for key in ("perKilo", "perUnit"):
        spec = product["specs"].get(key)
        if spec is None:
            continue
        holds = next((amount(value["name"]["en"]) for option in product["options"] for value in option["values"][:1]
                      if amount(value["name"]["en"])), None)
        said = number(re.match(r"[\d.,]+", spec["en"])[0])
        in_brackets = re.search(r"in the ([\d.,]+ (?:kg|g))", spec["en"])
        if in_brackets and holds != amount(in_brackets[1]):
            faults.append(f"specs.{key}: '{spec['en']}' is not of the first that is sold")
        if said != spec["number"]:
            faults.append(f"specs.{key}: says '{spec['en']}' and means {spec['number']:g}")
        if holds and key == "perKilo" and "bottle" in product["options"][0]["values"][0]["name"]["en"]:
            continue  # cartons of bottles, whose contents the description gives
        cost = first_price(product)
        if holds and abs(cost / holds - said) > (0.005 if said < 50 else 0.5):
            faults.append(f"specs.{key}: '{spec['en']}', but {cost:g} taka for {holds:g} are {cost / holds:.2f}")
    return faults


def pack_faults(product):
    """A larger pack costs more than a smaller one, and no more by the piece."""
    faults = []
    for option in product["options"]:
        packs = [(amount(v["name"]["en"]), product["price"] + v.get("add", 0), v["name"]["en"]) for v in option["values"]]
        packs = sorted(packs) if all(holds for holds, _, _ in packs) else []
        for (less, cheap, small), (more, dear, large) in zip(packs, packs[1:]):
            if more > less and not cheap < dear <= cheap * more / less + 0.005:
                faults.append(f"options.{option['key']}: '{large}' for {dear:g} taka beside '{small}' for {cheap:g}")
    return faults


def same_numbers(product):
    """A number is the same in both languages."""
    faults = []
    for key, spec in product["specs"].items():
        one, two = (sorted(re.findall(r"\d+(?:[.,]\d+)*", spec[language].translate(DIGITS))) for language in ("en", "bn"))
        if one and two and one != two and not set(one) & set(two):
            faults.append(f"specs.{key}: '{spec['en']}' and '{spec['bn']}' give other numbers")
    return faults


def size_faults(product, gltf):
    """A size of three lengths has the model's proportions, and its lengths where the product is shown in its own size."""
    words = product["specs"].get("size", {}).get("en", "")
    given = re.search(r"([\d.]+) × ([\d.]+) × ([\d.]+) cm", words)
    if product["kind"] != "physical" or not given or product["model"] in SHOWS_MORE:
        return []
    said = [float(v) for v in given.groups()]
    real = size(gltf)
    scale = product["specs"].get("scale", {}).get("number") or max(real) / max(said)
    if abs(scale - 1) < NEAR:
        scale = 1
    wrong = [s for s, r in zip(said, real) if abs(s * scale - r) > r * NEAR + scale * 0.5]
    shown = " × ".join(f"{r / scale:.1f}" for r in real)
    return [f"specs.size: '{words}', but the model is {shown} cm" + (f" at 1 : {scale:.2g}" if scale != 1 else "")] if wrong else []


def faults(trees, gltfs):
    found, shown = [], {}
    for tree, products in trees.items():
        for product in products:
            here = unit_price_faults(product) + same_numbers(product) + (pack_faults(product) if tree in BY_AMOUNT else [])
            gltf = gltfs.get(product.get("model"))
            if gltf:
                shown.setdefault(product["model"], []).append(product)
                here += unknown_variants(product, gltf) + size_faults(product, gltf)
            elif product.get("model"):
                here.append(f"there is no model '{product['model']}'")
            found += [f"{tree}.json: {product['slug']}: {fault}" for fault in here]
    for model, products in sorted(shown.items()):
        fault = price_fault(gltfs[model], products)
        if fault:
            found.append(f"{model}: {fault}")
    return found


def planted(trees, gltfs):
    """Names of the planted faults that were not found."""
    def change(what, model, expected, edit):
        t, g = copy.deepcopy(trees), copy.deepcopy(gltfs)
        product = next(p for products in t.values() for p in products if p["slug"] == what)
        edit(product, g.get(model))
        return None if any(expected in fault for fault in faults(t, g)) else f"{what}: {expected}"

    def spec(key, en, count=None):
        return lambda p, g: p["specs"][key].update({"en": en} | ({"number": count} if count else {}))

    def pack(add):
        return lambda p, g: p["options"][0]["values"][1].update(add=add)

    def ask(p, g):
        g["nodes"][g["scenes"][0]["nodes"][0]]["extras"]["price"]["minorUnits"] += 100

    return [missed for missed in (
        change("miniket-rice", "", "86.00", spec("perKilo", "80 BDT per kg", 80)),
        change("miniket-rice", "", "means 86", spec("perKilo", "85 BDT per kg")),
        change("chinigura-rice", "", "not of the first", spec("perKilo", "165 BDT per kg in the 10 kg sack")),
        change("paracetamol-500", "", "perUnit", lambda p, g: p.update(price=13)),
        change("paracetamol-500", "", "'Box of 200' for 252 taka beside", pack(240)),
        change("paracetamol-500", "", "'Box of 200' for 10 taka beside", pack(-2)),
        change("azithromycin-500", "", "'Blister strip 1' alone costs 228 taka, and all of azithromycin-500 114",
               lambda p, g: p["options"][0]["values"].reverse()),
        change("stoneware-mug", "", "give other numbers", spec("holds", "400 ml")),
        change("stoneware-mug", "", "but the model is", spec("size", "12 × 9 × 13 cm")),
        change("stoneware-mug", "", "no variant 'Pink'", lambda p, g: p["options"][0]["values"][0].update(modelVariant="Pink")),
        change("stoneware-mug", "", "there is no model", lambda p, g: p.update(model="mug/beaker")),
        change("automatic-wristwatch", "wristwatch/wristwatch", "as no product", ask),
        change("wedding-camera-set", "camera/camera", "as no product", ask)) if missed]


def main():
    assets = pathlib.Path(sys.argv[1])
    trees = {file.stem: json.loads(file.read_text(encoding="utf-8"))["products"]
             for file in sorted((assets / "demo" / "catalogue").glob("*.json"))}
    models = {p["model"] for products in trees.values() for p in products if p.get("model")}
    gltfs = {m: gltf_of(assets / "models" / f"{m}.glb") for m in models if (assets / "models" / f"{m}.glb").exists()}
    if "--self-test" in sys.argv:
        found, fine = [f"not found: {f}" for f in planted(trees, gltfs)], "every planted fault was found"
    else:
        found, fine = faults(trees, gltfs), f"{sum(map(len, trees.values()))} products, {len(gltfs)} models: no fault"
    print("\n".join(found) or fine)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
