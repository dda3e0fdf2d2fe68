// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Text.h"
#include "render/import/ImportBudgets.h"

#include <initializer_list>
#include <string>
#include <string_view>

/// All the words of a report, in both languages: the one place where they stand.
namespace vitrine::render::words {

using core::Language;
using core::Text;

extern const Text kSize;
extern const Text kGeometry;
extern const Text kMaterials;
extern const Text kTextures;
extern const Text kVariants;
extern const Text kCameras;
extern const Text kPackage;
extern const Text kFiles;
extern const Text kGenerator;
extern const Text kCopyright;
extern const Text kBudgets;
extern const Text kGuidelines;
extern const Text kWarning;
extern const Text kNote;
extern const Text kNoName;
/// With "{}" where a number stands.
extern const Text kSizeLine;
extern const Text kGeometryLine;
extern const Text kTexturesLine;
extern const Text kAtLeast;
extern const Text kRecommended;
extern const Text kAtMost;

[[nodiscard]] const Text &nameOf(BudgetKind kind);
/// "pass", "warn", "fail".
[[nodiscard]] const Text &nameOf(Verdict verdict);
/// A budget's number with its unit: "46940", "2048 texels", "1.2 MB". In the language's digits.
[[nodiscard]] std::string number(BudgetKind kind, double value, Language language);

/// A message of an import in the language. Those that quote a file, or that an older build made, stay in English.
[[nodiscard]] std::string message(std::string_view english, Language language);

/// Puts the parts where the text has "{}".
[[nodiscard]] std::string filled(const Text &text, Language language, std::initializer_list<std::string> parts);

} // namespace vitrine::render::words
