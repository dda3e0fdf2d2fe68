# SPDX-License-Identifier: GPL-3.0-or-later
"""What a product's GLB says beyond glTF: names in both languages, the way apart, prices, hotspots (../../README.md)."""
import bpy
import numpy as np
from mathutils import Vector
from mathutils.bvhtree import BVHTree


def price(minor_units):
    return {"minorUnits": int(minor_units), "currency": "BDT"}


def touching(obj, point):
    """(position, normal) of the place on the object that is nearest to a point: where a hotspot sits."""
    tree = BVHTree.FromObject(obj, bpy.context.evaluated_depsgraph_get())
    return tuple(tree.find_nearest(Vector(point))[:2])


def hotspot(position, normal, en, bn, part=None):
    """A place to point at. `position` and `normal` in Blender's axes, as the shapes are drawn, the product whole;
    `en` and `bn` are (title, text); `part` is the Part that it goes with when the product comes apart."""
    x, y, z = position
    n = np.asarray(normal, float) / np.linalg.norm(normal)
    out = {"position": [round(float(v), 5) + 0.0 for v in (x, z, -y)],
           "normal": [round(float(v), 4) + 0.0 for v in (n[0], n[2], -n[1])],
           "title": {"en": en[0], "bn": bn[0]}, "text": {"en": en[1], "bn": bn[1]}}
    if part is not None:
        out["node"] = part.name
    return out


def of_part(part):
    out = {"part": {"en": part.en, "bn": part.bn}}
    if part.made_of:
        out["material"] = {"en": part.made_of[0], "bn": part.made_of[1]}
    if part.explode:
        x, y, z, metres, order = part.explode
        out["explode"] = {"direction": [x, y, z], "distance": metres, "order": order}
    if part.price is not None:
        out["price"] = price(part.price)
    if part.hotspots:
        out["hotspots"] = part.hotspots
    return out


def of_variant(variant):
    out, more = {"name": variant["name"]}, {}
    if "bn" in variant:
        more["name"] = {"en": variant["name"], "bn": variant["bn"]}
    if "price" in variant:
        more["price"] = price(variant["price"])
    if more:
        out["extras"] = more
    return out
