// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"

namespace vitrine::render {

/// Gives every triangle vertices of its own and the normal of its plane, as glTF asks for where a file has none.
/// Tangents are dropped: they belonged to other normals.
void makeFlatNormals(ScenePrimitive &primitive);

/// After makeFlatNormals(): how its morph targets turn the normals.
void makeFlatMoves(ScenePrimitive &primitive);

/// Gives every vertex the mean normal of the triangles that meet in its position, each counted by its angle there and
/// only where it turns away by less than `creaseDegrees`: round shapes come out smooth, and edges stay edges. For
/// formats that leave normals to the reader; corners must be split wherever an edge may come out.
void makeSmoothNormals(ScenePrimitive &primitive, float creaseDegrees);

/// Makes tangents for normal maps along the texture coordinates of `uvSet`, after the rules of MikkTSpace: corners are
/// one vertex if position, normal and texture coordinate agree and their triangles have the same orientation in
/// texture space; each triangle counts by its angle at the corner. Vertices where both orientations meet are split.
/// Needs normals and texture coordinates.
void makeTangents(ScenePrimitive &primitive, std::uint32_t uvSet);

/// Keeps only the vertices for which `source` names an index, in that order: vertex i becomes old vertex source[i].
void gatherVertices(ScenePrimitive &primitive, const std::vector<std::uint32_t> &source);

/// For what has been mirrored: its fronts are where the corners go round the other way.
void reverseTriangles(std::vector<std::uint32_t> &indices);

/// Puts triangles that lie near each other one after the other, and their vertices too. A shape of millions of
/// triangles in a wild order is read from all over the memory in every later step, which then takes many times as long.
void sortSpatially(ScenePrimitive &primitive);

} // namespace vitrine::render
