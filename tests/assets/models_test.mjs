// SPDX-License-Identifier: GPL-3.0-or-later
// Holds every committed GLB to the glTF validator and to the limits that assets/README.md gives.
// node models_test.mjs ASSETS MODULES [--self-test]: MODULES is the folder in which npm put gltf-validator.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [assets, modules, mode] = process.argv.slice(2);
const validator = createRequire(path.join(modules, 'index.js'))('gltf-validator');

const MB = 1e6;
/// Each kind of file by its folder; the first that fits.
const KINDS = [
  { name: 'room', folder: 'sets/rooms', triangles: 250_000, draws: 100, parts: false },
  { name: 'set piece', folder: 'sets', bytes: 0.6 * MB, triangles: 15_000, materials: 4, parts: false },
  { name: 'model', folder: 'models', bytes: 3 * MB, triangles: 60_000, materials: 5, variants: 3, parts: true },
];
const MODELS_MEAN = 1.5 * MB;
const MODELS_TOTAL = 45 * MB;

function glbFiles(folder) {
  return fs.readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.glb'))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function jsonOf(bytes) {
  const length = bytes.readUInt32LE(12);
  return JSON.parse(bytes.subarray(20, 20 + length).toString('utf8'));
}

function triangles(gltf) {
  const ofMesh = (gltf.meshes ?? []).map((mesh) => mesh.primitives.reduce((sum, primitive) =>
    sum + gltf.accessors[primitive.indices ?? primitive.attributes.POSITION].count / 3, 0));
  return (gltf.nodes ?? []).reduce((sum, node) => sum + (node.mesh === undefined ? 0 : ofMesh[node.mesh]), 0);
}

function draws(gltf) {
  return (gltf.nodes ?? []).reduce((sum, node) =>
    sum + (node.mesh === undefined ? 0 : gltf.meshes[node.mesh].primitives.length), 0);
}

/// A text for people is in both languages.
function hasBoth(text) {
  return typeof text?.en === 'string' && text.en !== '' && /[\u0980-\u09ff]/.test(text?.bn ?? '');
}

function nodeFaults(gltf) {
  const faults = [];
  const roots = new Set((gltf.scenes ?? []).flatMap((scene) => scene.nodes ?? []));
  for (const [index, node] of (gltf.nodes ?? []).entries()) {
    const at = `nodes[${index}] "${node.name}"`;
    const extras = node.extras ?? {};
    if (extras.part && !hasBoth(extras.part)) faults.push(`${at}: its part has no name in both languages`);
    if (extras.part && !extras.material && !roots.has(index))
      faults.push(`${at}: does not say what it is made of`);
    if (extras.material && !hasBoth(extras.material)) faults.push(`${at}: what it is made of is not in both languages`);
    for (const spot of extras.hotspots ?? [])
      if (!hasBoth(spot.title) || !hasBoth(spot.text)) faults.push(`${at}: a hotspot is not in both languages`);
  }
  return faults;
}

/// Families that are not for sale.
const NOT_SOLD = ['parcel'];

/// What a shopper is told of the product itself.
function productFaults(gltf, family) {
  const faults = [];
  const root = gltf.nodes?.[gltf.scenes?.[gltf.scene ?? 0]?.nodes?.[0]]?.extras ?? {};
  if (!root.hotspots?.length) faults.push('has no hotspot');
  if (!NOT_SOLD.includes(family) && !(root.price?.minorUnits > 0 && root.price.currency)) faults.push('has no price');
  for (const variant of gltf.extensions?.KHR_materials_variants?.variants ?? [])
    if (!hasBoth(variant.extras?.name)) faults.push(`variant "${variant.name}" has no name in both languages`);
  return faults;
}

async function faultsOf(bytes, kind, family) {
  const report = await validator.validateBytes(new Uint8Array(bytes), { maxIssues: 20 });
  const faults = report.issues.messages.filter((issue) => issue.severity < 2)
    .map((issue) => `${issue.code} ${issue.pointer ?? ''}: ${issue.message}`);
  if (report.issues.numErrors > 0 && faults.length === 0) faults.push('the validator found errors');
  if (report.issues.numErrors > 0) return faults;
  const gltf = jsonOf(bytes);
  const most = (what, value, limit) => {
    if (limit !== undefined && value > limit) faults.push(`${value} ${what}, at most ${limit}`);
  };
  most('bytes', bytes.length, kind.bytes);
  most('triangles', triangles(gltf), kind.triangles);
  most('draws', draws(gltf), kind.draws);
  most('materials in one look', looks(gltf), kind.materials);
  const variants = gltf.extensions?.KHR_materials_variants?.variants?.length ?? 0;
  if (variants < (kind.variants ?? 0)) faults.push(`${variants} variants, at least ${kind.variants}`);
  if (kind.parts && !(gltf.nodes ?? []).some((node) => node.extras?.part)) faults.push('has no named part');
  if (kind.parts && !(gltf.nodes ?? []).some((node) => node.extras?.material)) faults.push('no part says what it is made of');
  return faults.concat(nodeFaults(gltf), kind.parts ? productFaults(gltf, family) : []);
}

/// The most materials that are seen at once: a variant's own take the places of others.
function looks(gltf) {
  const count = gltf.extensions?.KHR_materials_variants?.variants?.length ?? 0;
  let most = 0;
  for (let variant = 0; variant < Math.max(1, count); ++variant) {
    const seen = new Set();
    for (const mesh of gltf.meshes ?? [])
      for (const primitive of mesh.primitives) {
        const mapped = primitive.extensions?.KHR_materials_variants?.mappings
          ?.find((mapping) => mapping.variants.includes(variant));
        seen.add(mapped?.material ?? primitive.material);
      }
    most = Math.max(most, seen.size);
  }
  return most;
}

async function check() {
  let bad = 0;
  const sizes = [];
  const files = ['models', 'sets'].flatMap((folder) => glbFiles(path.join(assets, folder)));
  for (const file of files) {
    const name = path.relative(assets, file).split(path.sep).join('/');
    const kind = KINDS.find((candidate) => name.startsWith(candidate.folder + '/'));
    const bytes = fs.readFileSync(file);
    if (kind.name === 'model') sizes.push(bytes.length);
    for (const fault of await faultsOf(bytes, kind, name.split('/')[1])) {
      console.error(`${name}: ${fault}`);
      ++bad;
    }
  }
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const mean = total / sizes.length;
  if (!(sizes.length >= 24)) { console.error(`${sizes.length} models, at least 24`); ++bad; }
  if (total > MODELS_TOTAL) { console.error(`the models are ${total} bytes, at most ${MODELS_TOTAL}`); ++bad; }
  if (mean > MODELS_MEAN) { console.error(`a model is ${mean} bytes on average, at most ${MODELS_MEAN}`); ++bad; }
  console.log(`${files.length} files, ${sizes.length} models of ${(mean / MB).toFixed(2)} MB on average, `
    + `${(total / MB).toFixed(1)} MB in all; ${bad} faults`);
  return bad === 0;
}

/// What is planted must be found.
async function selfTest() {
  const model = KINDS.find((kind) => kind.name === 'model');
  const glb = (gltf, rest = Buffer.alloc(0)) => {
    let json = Buffer.from(JSON.stringify({ asset: { version: '2.0' }, ...gltf }));
    json = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, ' ')]);
    const head = Buffer.alloc(20);
    head.write('glTF');
    head.writeUInt32LE(2, 4);
    head.writeUInt32LE(20 + json.length + rest.length, 8);
    head.writeUInt32LE(json.length, 12);
    head.write('JSON', 16);
    return Buffer.concat([head, json, rest]);
  };
  const spot = { title: { en: 'Rim', bn: 'কানা' }, text: { en: 'Thin', bn: 'পাতলা' } };
  const part = { part: { en: 'Lid', bn: 'ঢাকনা' }, material: { en: 'Clay', bn: 'মাটি' },
    price: { minorUnits: 5000, currency: 'BDT' }, hotspots: [spot] };
  const named = ['A', 'B', 'C'].map((name) => ({ name, extras: { name: { en: name, bn: 'রং' } } }));
  const variants = { KHR_materials_variants: { variants: named } };
  const whole = { scene: 0, scenes: [{ nodes: [0] }], nodes: [{ name: 'Lid', extras: part }],
    extensionsUsed: ['KHR_materials_variants'], extensions: variants };
  const planted = [
    ['nothing', whole, null],
    ['an unknown field', { ...whole, colour: 1 }, /UNEXPECTED_PROPERTY/],
    ['too few variants', { ...whole, extensions: { KHR_materials_variants: { variants: [{ name: 'A' }] } } }, /1 variants/],
    ['no part', { ...whole, nodes: [{ name: 'Lid' }] }, /no named part/],
    ['one language', { ...whole, nodes: [{ name: 'Lid', extras: { ...part, part: { en: 'Lid', bn: 'Lid' } } }] }, /both languages/],
    ['no stuff', { ...whole, nodes: [{ name: 'Lid', extras: { part: part.part } }] }, /no part says/],
    ['a part of no stuff', { ...whole, nodes: [{ ...whole.nodes[0], children: [1] }, { name: 'Knob', extras: { part: part.part } }] },
      /"Knob": does not say/],
    ['stuff in one language', { ...whole, nodes: [{ name: 'Lid', extras: { ...part, material: { en: 'Clay' } } }] }, /made of is not in both/],
    ['no hotspot', { ...whole, nodes: [{ name: 'Lid', extras: { ...part, hotspots: [] } }] }, /no hotspot/],
    ['no price', { ...whole, nodes: [{ name: 'Lid', extras: { ...part, price: undefined } }] }, /no price/],
    ['a nameless variant', { ...whole, extensions: { KHR_materials_variants: { variants: [...named.slice(1), { name: 'A' }] } } },
      /variant "A" has no name/],
    ['a variant in one language', { ...whole, extensions: { KHR_materials_variants: {
      variants: [...named.slice(1), { name: 'A', extras: { name: { en: 'A', bn: 'A' } } }] } } }, /variant "A" has no name/],
  ];
  let ok = true;
  for (const [what, gltf, expected] of planted) {
    const faults = await faultsOf(glb(gltf), model);
    const found = expected ? faults.some((fault) => expected.test(fault)) : faults.length === 0;
    if (!found) { console.error(`planted ${what}, found: ${faults.join('; ') || 'nothing'}`); ok = false; }
  }
  const heavy = await faultsOf(glb(whole), { ...model, bytes: 10 });
  if (!heavy.some((fault) => /bytes, at most 10/.test(fault))) { console.error('a large file was not found'); ok = false; }
  return ok;
}

process.exit(await (mode === '--self-test' ? selfTest() : check()) ? 0 : 1);
