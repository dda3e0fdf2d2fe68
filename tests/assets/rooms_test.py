#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rooms against the set pieces of which they are composed.

rooms_test.py ASSETS               Every fault in a line of its own; 1 if there are any.
rooms_test.py ASSETS --self-test   Plants faults and looks whether each is found.
"""
import copy
import json
import pathlib
import struct
import sys


def gltf_of(file):
    data = file.read_bytes()
    return json.loads(data[20:20 + struct.unpack_from("<I", data, 12)[0]])


def variants(gltf):
    return {v["name"] for v in gltf.get("extensions", {}).get("KHR_materials_variants", {}).get("variants", [])}


def read(assets):
    """Each piece's variants by its name; each room's description, and the cameras and places of its GLB (nothing where
    there is none), by its file's name."""
    pieces = {file.stem: variants(gltf_of(file)) for file in (assets / "sets").glob("*/*.glb") if file.parent.name != "rooms"}
    rooms = {}
    for file in (assets / "sets" / "rooms").glob("*.json"):
        model = file.with_suffix(".glb")
        gltf = gltf_of(model) if model.exists() else None
        made = gltf and {"cameras": [camera["name"] for camera in gltf.get("cameras", [])],
                         "places": gltf["nodes"][gltf["scenes"][0]["nodes"][0]].get("extras", {}).get("places", [])}
        rooms[file.stem] = json.loads(file.read_text()), made
    return pieces, rooms


def count(room, row_of):
    return sum(row_of(row) * row.get("repeat", {}).get("count", 1) for row in room["pieces"])


def faults_of_room(name, room, made, pieces):
    if room["name"] != name:
        yield f"is called '{room['name']}'"
    for row in room["pieces"]:
        if row["piece"] not in pieces:
            yield f"there is no piece '{row['piece']}'"
        elif row.get("variant", "") not in pieces[row["piece"]] | {""}:
            yield f"{row['piece']} has no variant '{row['variant']}'"
    if made is None:
        yield "has not been composed"
        return
    if made["cameras"] != [camera["name"] for camera in room["cameras"]]:
        yield "its GLB has other cameras"
    if not made["cameras"]:
        yield "has no camera"
    if len(made["places"]) != count(room, lambda row: len(row.get("places", []))):
        yield "its GLB has other places"
    if not made["places"]:
        yield "has no place for a product"


def faults(pieces, rooms):
    for name, (room, made) in sorted(rooms.items()):
        yield from (f"{name}: {fault}" for fault in faults_of_room(name, room, made, pieces))
    standing = {row["piece"] for room, _ in rooms.values() for row in room["pieces"]}
    yield from (f"{piece}: stands in no room" for piece in sorted(pieces.keys() - standing))


def self_test(pieces, rooms):
    def planted(change):
        known, there = copy.deepcopy((pieces, rooms))
        change(known, there)
        return list(faults(known, there))

    def first(there):
        return there[min(there)]

    def unmade(known, there):
        there[min(there)] = first(there)[0], None

    cases = [
        ("a piece that stands nowhere", lambda known, there: known.update({"sofa": {"Red"}}), "sofa: stands in no room"),
        ("an unknown piece", lambda known, there: first(there)[0]["pieces"].append({"piece": "sofa"}), "there is no piece 'sofa'"),
        ("an unknown variant", lambda known, there: first(there)[0]["pieces"].append({"piece": min(known), "variant": "Pink"}),
         f"{min(pieces)} has no variant 'Pink'"),
        ("another name", lambda known, there: first(there)[0].update(name="room-x"), "is called 'room-x'"),
        ("a room without a GLB", unmade, "has not been composed"),
        ("a camera more", lambda known, there: first(there)[0]["cameras"].append({"name": "x"}), "other cameras"),
        ("a place more", lambda known, there: first(there)[1]["places"].append({}), "other places"),
        ("no place", lambda known, there: first(there)[1].update(places=[]), "no place for a product"),
    ]
    missed = [what for what, change, expected in cases if not any(expected in fault for fault in planted(change))]
    for what in missed:
        print(f"planted {what}: not found")
    return not missed


def main():
    pieces, rooms = read(pathlib.Path(sys.argv[1]))
    if sys.argv[2:] == ["--self-test"]:
        return self_test(pieces, rooms)
    found = list(faults(pieces, rooms))
    print("\n".join([*found, f"{len(rooms)} rooms of {len(pieces)} pieces; {len(found)} faults"]))
    return not found


sys.exit(0 if main() else 1)
