// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TemporaryFolder.h"

#include <QString>

#include <cstddef>
#include <span>
#include <string>

namespace vitrine::test {

/// A model as the client gets it: imported, in a package of its own.
class Imported
{
public:
    /// `name` tells its format.
    Imported(const std::string &name, const std::string &text);
    Imported(const std::string &name, std::span<const std::byte> file);
    QString path() const { return QString::fromStdString((m_folder.path() / "model.vpk").string()); }

private:
    TemporaryFolder m_folder;
};

/// An OBJ of a ball, 0.4 m high, of 2 · columns · rows triangles.
[[nodiscard]] std::string ballObj(int columns, int rows);

enum class Parts { None, Each, One };
/// A glTF of ten triangles like stairs, each turned and scaled, of one mesh: no parts, each a part, or all together
/// one.
[[nodiscard]] std::string stairsGltf(Parts parts);

} // namespace vitrine::test
