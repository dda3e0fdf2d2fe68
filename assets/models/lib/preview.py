# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture of a finished GLB by Cycles, in the shop's light and from its first view, for the artist's eye.

Run by `build.py --preview`. It reads the file as a stranger would, so what it shows is what was exported.
"""
import json
import math
import os
import struct
import sys
import tempfile

import bpy
from mathutils import Matrix, Vector


sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import packing  # noqa: E402


def opened(path):
    """The JSON and the binary chunk (with its header) of a GLB, its geometry unpacked."""
    with open(path, "rb") as f:
        data = f.read()
    length = struct.unpack_from("<I", data, 12)[0]
    gltf, binary = packing.unpacked(json.loads(data[20:20 + length]), data[28 + length:])
    return gltf, struct.pack("<II", len(binary), 0x004E4942) + bytes(binary)


def rewritten(gltf, rest):
    """A temporary GLB of changed JSON."""
    text = json.dumps(gltf).encode()
    text += b" " * (-len(text) % 4)
    out = struct.pack("<4sII", b"glTF", 2, 20 + len(text) + len(rest)) + struct.pack("<II", len(text), 0x4E4F534A)
    file = tempfile.NamedTemporaryFile(suffix=".glb", delete=False)
    file.write(out + text + rest)
    file.close()
    return file.name


def wear(gltf, name):
    """Makes the variant's materials the default ones; False where there is no such one."""
    names = [v["name"] for v in gltf.get("extensions", {}).get("KHR_materials_variants", {}).get("variants", [])]
    if name not in names:
        return False
    index = names.index(name)
    for mesh in gltf["meshes"]:
        for primitive in mesh["primitives"]:
            for mapping in primitive.get("extensions", {}).get("KHR_materials_variants", {}).get("mappings", []):
                if index in mapping["variants"]:
                    primitive["material"] = mapping["material"]
    return True


def pose(gltf, rest, name, seconds):
    """Puts the nodes where an animation has them at a time; False where there is no such one."""
    animation = next((a for a in gltf.get("animations", []) if a["name"] == name), None)
    if animation is None:
        return False

    def read(index):
        accessor = gltf["accessors"][index]
        width = {"SCALAR": 1, "VEC3": 3, "VEC4": 4}[accessor["type"]]
        start = 8 + gltf["bufferViews"][accessor["bufferView"]].get("byteOffset", 0)
        flat = struct.unpack_from(f"<{accessor['count'] * width}f", rest, start)
        return [flat[i:i + width] for i in range(0, len(flat), width)]

    for channel in animation["channels"]:
        sampler = animation["samplers"][channel["sampler"]]
        times, values = [t[0] for t in read(sampler["input"])], read(sampler["output"])
        after = next((i for i, t in enumerate(times) if t >= seconds), len(times) - 1)
        before = max(after - 1, 0)
        span = times[after] - times[before]
        f = min(max((seconds - times[before]) / span, 0), 1) if span > 0 else 0.0
        if sampler["interpolation"] == "STEP":
            f = float(f >= 1)
        value = [a + (b - a) * f for a, b in zip(values[before], values[after])]
        if channel["target"]["path"] == "rotation":
            length = math.sqrt(sum(v * v for v in value))
            value = [v / length for v in value]
        gltf["nodes"][channel["target"]["node"]][channel["target"]["path"]] = value
    return True


def area(name, size, location, target, power, colour, size_y=None):
    light = bpy.data.lights.new(name, "AREA")
    light.size, light.energy, light.color = size, power, colour
    if size_y:
        light.shape, light.size_y = "RECTANGLE", size_y
    obj = bpy.data.objects.new(name, light)
    obj.location = location
    obj.rotation_euler = (Vector(target) - Vector(location)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.scene.collection.objects.link(obj)


def studio(centre, reach, backdrop):
    scene = bpy.context.scene
    world = bpy.data.worlds.new("World")
    scene.world = world
    world.use_nodes = True
    # The camera sees the backdrop; surfaces see a dim room, so that metal has something to mirror.
    nodes, links = world.node_tree.nodes, world.node_tree.links
    seen, room = nodes["Background"], nodes.new("ShaderNodeBackground")
    seen.inputs[0].default_value = (*backdrop, 1)
    coordinate, split, ramp = (nodes.new(f"ShaderNode{n}") for n in ("TexCoord", "SeparateXYZ", "ValToRGB"))
    links.new(coordinate.outputs["Generated"], split.inputs[0])
    remap = nodes.new("ShaderNodeMapRange")
    remap.inputs[1].default_value = -1
    links.new(split.outputs[2], remap.inputs[0])
    links.new(remap.outputs[0], ramp.inputs[0])
    for position, grey in ((0.0, 0.03), (0.48, 0.07), (0.52, 0.22), (1.0, 0.45)):
        element = ramp.color_ramp.elements[0] if position == 0 else ramp.color_ramp.elements.new(position)
        element.position, element.color = position, (grey * 0.98, grey, grey * 1.04, 1)
    ramp.color_ramp.elements.remove(ramp.color_ramp.elements[-1])
    links.new(ramp.outputs[0], room.inputs[0])
    path, mixer = nodes.new("ShaderNodeLightPath"), nodes.new("ShaderNodeMixShader")
    links.new(path.outputs["Is Camera Ray"], mixer.inputs[0])
    links.new(room.outputs[0], mixer.inputs[1])
    links.new(seen.outputs[0], mixer.inputs[2])
    links.new(mixer.outputs[0], nodes["World Output"].inputs[0])
    s = reach
    # Power grows with the square of the distance, so that a mug and a chair are lit alike.
    area("Key", 2.2 * s, centre + Vector((-2.2, -1.6, 2.6)) * s, centre, 150 * s * s, (1.0, 0.93, 0.84))
    area("Fill", 3.0 * s, centre + Vector((2.8, -2.2, 0.8)) * s, centre, 45 * s * s, (0.86, 0.93, 1.0))
    area("Rim", 0.5 * s, centre + Vector((1.7, 2.2, 1.6)) * s, centre, 60 * s * s, (0.95, 0.97, 1.0), 2.4 * s)
    area("Top", 1.2 * s, centre + Vector((0.2, 0.4, 3.0)) * s, centre, 28 * s * s, (1, 1, 1))
    floor = bpy.data.meshes.new("Floor")
    w = 60 * s
    floor.from_pydata([(-w, -w, 0), (w, -w, 0), (w, w, 0), (-w, w, 0)], [], [(0, 1, 2, 3)])
    obj = bpy.data.objects.new("Floor", floor)
    scene.collection.objects.link(obj)
    material = bpy.data.materials.new("Floor")
    material.use_nodes = True
    shader = material.node_tree.nodes["Principled BSDF"]
    shader.inputs["Base Color"].default_value = (*[c * 1.3 for c in backdrop], 1)
    shader.inputs["Roughness"].default_value = 0.75
    shader.inputs["Specular IOR Level"].default_value = 0.25
    floor.materials.append(material)


def bounds():
    low, high = Vector((1e9,) * 3), Vector((-1e9,) * 3)
    for obj in bpy.context.scene.objects:
        if obj.type == "MESH" and obj.name != "Floor":
            for corner in obj.bound_box:
                p = obj.matrix_world @ Vector(corner)
                low = Vector(map(min, low, p))
                high = Vector(map(max, high, p))
    return low, high


def explode(metres_factor):
    """Moves each imported part out along its own way."""
    for obj in bpy.context.scene.objects:
        way = obj.get("explode")
        if way:
            x, y, z = way["direction"]
            obj.location += Vector((x, -z, y)) * way["distance"] * metres_factor


def render(path, out, size, samples, yaw, pitch, fov, zoom, exploded, light):
    bpy.ops.wm.read_factory_settings(use_empty=True)
    bpy.ops.import_scene.gltf(filepath=path)
    if exploded:
        explode(exploded)
    bpy.context.view_layer.update()
    low, high = bounds()
    centre, reach = (low + high) / 2, (high - low).length / 2
    print("size in metres (x, y up, z):", [round(x, 4) for x in (high.x - low.x, high.z - low.z, high.y - low.y)],
          "floor at", round(low.z, 5))
    studio(centre, reach, (0.62, 0.6, 0.56) if light else (0.022, 0.027, 0.036))
    scene = bpy.context.scene
    camera = bpy.data.cameras.new("Camera")
    camera.sensor_fit, camera.angle = "VERTICAL", math.radians(fov)
    obj = bpy.data.objects.new("Camera", camera)
    scene.collection.objects.link(obj)
    scene.camera = obj
    a, e = math.radians(yaw), math.radians(pitch)
    way = Vector((-math.sin(a) * math.cos(e), -math.cos(a) * math.cos(e), math.sin(e)))
    distance = reach / math.sin(math.radians(fov) / 2) * 0.92 / zoom
    aim = centre + Vector((0, 0, reach * 0.04))
    obj.matrix_world = Matrix.Translation(aim + way * distance) @ way.to_track_quat("Z", "Y").to_matrix().to_4x4()
    camera.clip_start, camera.clip_end = distance / 100, distance * 100
    scene.render.engine = "CYCLES"
    scene.cycles.device, scene.cycles.samples, scene.cycles.seed = "CPU", samples, 1
    scene.cycles.use_denoising = True
    scene.cycles.max_bounces = 6
    scene.render.threads_mode, scene.render.threads = "FIXED", 2
    scene.view_settings.view_transform = "Khronos PBR Neutral"
    scene.render.resolution_x, scene.render.resolution_y = size
    scene.render.filepath = out
    try:
        bpy.ops.render.render(write_still=True)
    except RuntimeError:  # a Blender built without the denoiser
        scene.cycles.use_denoising = False
        bpy.ops.render.render(write_still=True)


def main(arguments):
    import argparse
    parser = argparse.ArgumentParser()
    parser.add_argument("glb")
    parser.add_argument("out")
    parser.add_argument("--variant")
    parser.add_argument("--size", default="640x480")
    parser.add_argument("--samples", type=int, default=32)
    parser.add_argument("--yaw", type=float, default=28)
    parser.add_argument("--pitch", type=float, default=12)
    parser.add_argument("--fov", type=float, default=30)
    parser.add_argument("--zoom", type=float, default=1)
    parser.add_argument("--explode", type=float, default=0)
    parser.add_argument("--light", action="store_true")
    parser.add_argument("--animation")
    parser.add_argument("--at", type=float, default=0, help="seconds into the animation")
    o = parser.parse_args(arguments)
    gltf, rest = opened(o.glb)
    if o.variant and not wear(gltf, o.variant):
        sys.exit(f"{o.glb} has no variant '{o.variant}'")
    if o.animation and not pose(gltf, rest, o.animation, o.at):
        sys.exit(f"{o.glb} has no animation '{o.animation}'")
    gltf.pop("animations", None)  # Blender would stand the nodes at its own first frame
    path = rewritten(gltf, rest)
    try:
        render(path, os.path.abspath(o.out), tuple(map(int, o.size.split("x"))), o.samples, o.yaw, o.pitch, o.fov,
               o.zoom, o.explode, o.light)
    finally:
        os.unlink(path)


if __name__ == "__main__":
    main(sys.argv[sys.argv.index("--") + 1:])
