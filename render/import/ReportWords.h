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
extern const Text kPrecision;
extern const Text kCache;
extern const Text kOverdraw;
extern const Text kLevel;
/// With "{}" where a number stands.
extern const Text kSizeLine;
extern const Text kPrecisionLine;
extern const Text kCacheLine;
extern const Text kBeforeAndAfter;
extern const Text kLevelLine;
extern const Text kCompressedLine; ///< How many, bytes, bytes in RGBA8.
extern const Text kBareLine;
extern const Text kAtLeast;
extern const Text kRecommended;
extern const Text kAtMost;

/// What is counted; Bengali has one form.
struct Counted {
    const char *one;
    const char *many;
    const char *bn;
};
extern const Counted kTriangles;
extern const Counted kVertices;
extern const Counted kMeshes;
extern const Counted kNodes;
extern const Counted kDraws;

/// "1 mesh", "46,940 triangles", "৪৬,৯৪০টি ত্রিভুজ".
[[nodiscard]] std::string counted(const Counted &what, std::uint64_t number, Language language);
/// Without exponent, in so many digits that count: "0.0015", "1.43", "12".
[[nodiscard]] std::string plain(double number, Language language, int digits = 2);
/// "89 bytes", "93 KB", "1.2 MB".
[[nodiscard]] std::string bytes(double number, Language language);

[[nodiscard]] const Text &nameOf(BudgetKind kind);
/// "pass", "warn", "fail".
[[nodiscard]] const Text &nameOf(Verdict verdict);
/// A budget's number with its unit: "46,940", "2,048 texels", "1.2 MB". In the language's digits.
[[nodiscard]] std::string number(BudgetKind kind, double value, Language language);

/// A message of an import in the language. Those that quote a file, or that an older build made, stay in English.
[[nodiscard]] std::string message(std::string_view english, Language language);

/// The place at fault: what says line, byte or material, in the language; names and pointers as they stand.
[[nodiscard]] std::string place(std::string_view english, Language language);

/// Puts the parts where the text has "{}".
[[nodiscard]] std::string filled(const Text &text, Language language, std::initializer_list<std::string> parts);

} // namespace vitrine::render::words
