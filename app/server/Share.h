// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <filesystem>

namespace vitrine::server {

/// The folder that holds `wanted` ("demo/vendors.json"): `chosen` where it is given, else share/vitrine beside an
/// installed program's bin, else the assets folder of the checkout that the program was built in. NotFound.
[[nodiscard]] core::Result<std::filesystem::path> shareFolder(const std::filesystem::path &chosen,
                                                              const std::filesystem::path &wanted);

/// Where baked packages and pictures are: `chosen`, else media/ beside the program's bin, installed or built. Empty
/// where there are none.
[[nodiscard]] std::filesystem::path mediaFolder(const std::filesystem::path &chosen);

} // namespace vitrine::server
