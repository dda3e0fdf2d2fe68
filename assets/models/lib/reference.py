# SPDX-License-Identifier: GPL-3.0-or-later
"""What a ray tracer makes of finished GLBs in the shop's studio, from where `vitrine render` stood: the left pictures of
`build.py --sheet`.

Run in Blender with a JSON list of {model, camera, out}. Each picture is written before tone mapping, as an array of
(rows, columns, 5): linear light times cover, cover, and what part of the pixel is the product's.
"""
import json
import math
import os
import sys

import bpy
import numpy as np
from mathutils import Matrix, Quaternion, Vector

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import pixels, preview  # noqa: E402

UPRIGHT = Matrix.Rotation(math.radians(90), 4, "X")  # glTF's axes to Blender's


def imported(glb):
    bpy.ops.wm.read_factory_settings(use_empty=True)
    gltf, rest = preview.opened(glb)
    gltf.pop("animations", None)  # Blender would stand the nodes at its own first frame
    path = preview.rewritten(gltf, rest)
    try:
        bpy.ops.import_scene.gltf(filepath=path)
    finally:
        os.unlink(path)
    bpy.context.view_layer.update()
    for obj in bpy.context.scene.objects:
        obj.pass_index = 1


def surround(path):
    """The studio as the world; returns how bright a white floor lies in it, and what is painted where the floor is."""
    image = bpy.data.images.load(path)
    world = bpy.data.worlds.new("World")
    bpy.context.scene.world = world
    world.use_nodes = True
    world.cycles.sampling_method, world.cycles.sample_map_resolution = "MANUAL", 512
    nodes, links = world.node_tree.nodes, world.node_tree.links
    texture = nodes.new("ShaderNodeTexEnvironment")
    texture.image = image
    links.new(texture.outputs[0], nodes["Background"].inputs[0])
    columns, rows = image.size
    texels = np.empty(columns * rows * 4, np.float32)
    image.pixels.foreach_get(texels)
    luminance = texels.reshape(rows, columns, 4)[..., :3].mean((1, 2))  # from the nadir up
    pitch = (np.arange(rows) + 0.5) / rows * math.pi - math.pi / 2
    weight = np.cos(pitch) * np.abs(np.sin(pitch))
    above, below = (np.average(luminance[side], weights=weight[side]) for side in (pitch > 0, pitch < 0))
    return above, below


def floor(height, reach, albedo):
    """Shows the shadow alone. It is as bright as what the studio paints below the horizon, so that it takes light from
    the product only where the product shades it."""
    mesh, w = bpy.data.meshes.new("Floor"), 4 * reach
    mesh.from_pydata([(-w, -w, 0), (w, -w, 0), (w, w, 0), (-w, w, 0)], [], [(0, 1, 2, 3)])
    obj = bpy.data.objects.new("Floor", mesh)
    obj.location.z = height - reach * 0.0005
    obj.is_shadow_catcher = True
    bpy.context.scene.collection.objects.link(obj)
    material = bpy.data.materials.new("Floor")
    material.use_nodes = True
    shader = material.node_tree.nodes["Principled BSDF"]
    shader.inputs["Base Color"].default_value = (albedo, albedo, albedo, 1)
    shader.inputs["Roughness"].default_value = 1
    shader.inputs["Specular IOR Level"].default_value = 0
    mesh.materials.append(material)


def stand(camera, reach):
    scene, data = bpy.context.scene, bpy.data.cameras.new("Camera")
    data.sensor_fit, data.angle = "VERTICAL", math.radians(camera["yfov"])
    obj = bpy.data.objects.new("Camera", data)
    x, y, z, w = camera["rotation"]
    obj.matrix_world = UPRIGHT @ Matrix.Translation(camera["position"]) @ Quaternion((w, x, y, z)).to_matrix().to_4x4()
    scene.collection.objects.link(obj)
    scene.camera = obj
    data.clip_start, data.clip_end = reach / 100, reach * 100


def settings(size, samples, threads):
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    cycles = scene.cycles
    # Debian's Blender is built without a denoiser; where a pixel has settled no more is spent on it.
    cycles.device, cycles.samples, cycles.seed, cycles.use_denoising = "CPU", samples, 1, False
    cycles.use_adaptive_sampling, cycles.adaptive_threshold, cycles.adaptive_min_samples = True, 0.05, 16
    cycles.max_bounces, cycles.transmission_bounces, cycles.transparent_max_bounces = 8, 8, 16
    cycles.film_transparent_glass, cycles.film_transparent_roughness = True, 0.3
    cycles.sample_clamp_indirect = 6
    scene.render.film_transparent = True
    scene.render.threads_mode, scene.render.threads = "FIXED", threads
    scene.render.resolution_x = scene.render.resolution_y = size
    scene.render.resolution_percentage = 100
    bpy.context.view_layer.use_pass_object_index = True
    # A Combined picture knows no passes, so both go through one file of layers.
    scene.use_nodes = True
    nodes, links = scene.node_tree.nodes, scene.node_tree.links
    nodes.clear()
    layers, mask = nodes.new("CompositorNodeRLayers"), nodes.new("CompositorNodeOutputFile")
    mask.format.file_format, mask.format.color_depth = "OPEN_EXR", "32"
    links.new(layers.outputs["IndexOB"], mask.inputs[0])
    composite = nodes.new("CompositorNodeComposite")
    links.new(layers.outputs["Image"], composite.inputs[0])
    scene.render.image_settings.file_format = "OPEN_EXR"
    scene.render.image_settings.color_mode, scene.render.image_settings.color_depth = "RGBA", "32"
    return mask


def read(path):
    texels = pixels.read(path)
    os.unlink(path)
    return texels


def draw(job, studio, size, samples, threads):
    imported(job["model"])
    low, high = preview.bounds()
    reach = (high - low).length / 2
    above, below = surround(studio)
    floor(low.z, reach, min(below / above, 0.9))
    stand(job["camera"], reach)
    mask = settings(size, samples, threads)
    folder, stem = os.path.split(job["out"])
    mask.base_path, mask.file_slots[0].path = folder, stem + ".mask."
    scene = bpy.context.scene
    scene.render.filepath = job["out"] + ".exr"
    bpy.ops.render.render(write_still=True)
    light = read(job["out"] + ".exr")
    covered = read(os.path.join(folder, f"{stem}.mask.{scene.frame_current:04d}.exr"))[..., :1]
    np.save(job["out"] + ".partial.npy", np.concatenate([light, np.clip(covered, 0, 1)], 2).astype(np.float16))
    os.replace(job["out"] + ".partial.npy", job["out"])
    print("reference", job["name"], flush=True)


def main(path):
    with open(path) as f:
        work = json.load(f)
    for job in work["jobs"]:
        draw(job, work["studio"], work["size"], work["samples"], work["threads"])


if __name__ == "__main__":
    main(sys.argv[sys.argv.index("--") + 1])
