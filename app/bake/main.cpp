// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bake/Commands.h"

#include "app/cli/Help.h"
#include "app/cli/Subcommands.h"

#include <cstdio>
#include <map>
#include <string>

namespace {

const std::map<std::string, float> kUnits = {{"mm", 0.001F}, {"cm", 0.01F}, {"m", 1.0F}, {"inch", 0.0254F}};

} // namespace

int main(int argc, char **argv)
{
    using namespace vitrine::bake;

    CLI::App app("Bakes 3D models into packages that Vitrine maps and shows.", "vitrine-bake");
    vitrine::useOwnHelp(app);

    ImportArguments import;
    CLI::App *importCommand =
        app.add_subcommand("import", "Bake a model (glTF, GLB, OBJ, FBX, STL, PLY, DAE, 3DS), in a sandbox");
    importCommand->add_option("MODEL", import.model, "The model's file")->required();
    auto *output = importCommand->add_option("-o,--output", import.package, "Where the package goes (.vpk)");
    // For programs that start this one: a file without a name leaves nothing behind when they end.
    importCommand->add_option("--output-descriptor", import.descriptor)
        ->check(CLI::NonNegativeNumber)
        ->excludes(output)
        ->group("");
    importCommand->add_option("--max-texture", import.maxTextureSide, "Longest side of a texture, in texels")
        ->check(CLI::Range(1U, 8192U))
        ->capture_default_str();
    importCommand->add_flag("--plain-pixels", import.arePixelsPlain, "Leave textures uncompressed");
    importCommand->add_option("--studios", import.studios, "Folder of the light studios whose shadows are traced")
        ->type_name("FOLDER");
    // For programs that show one picture, and know its light.
    importCommand->add_option("--ground-light", import.groundLights)->group("");
    std::string unit;
    auto *unitOption = importCommand->add_option("--unit", unit, "What the model counts in, whatever its file says")
                           ->check(CLI::IsMember({"mm", "cm", "m", "inch"}))
                           ->type_name("");
    // For programs: any unit.
    importCommand->add_option("--unit-metres", import.unitMetres)
        ->check(CLI::PositiveNumber)
        ->excludes(unitOption)
        ->group("");
    std::string up;
    importCommand->add_option("--up", up, "Which axis of the model points upwards, whatever its file says")
        ->check(CLI::IsMember({"y", "z"}))
        ->type_name("");
    importCommand->add_flag("--json", import.isJson, "The report or the error as one line of JSON on stdout");

    InfoArguments info;
    CLI::App *infoCommand = app.add_subcommand("info", "Say what is in a package, and check all of its bytes");
    infoCommand->add_option("PACKAGE", info.package, "The package's file")->required();
    infoCommand->add_flag("--json", info.isJson, "As one line of JSON");
    std::string language = "en";
    for (CLI::App *command : {importCommand, infoCommand})
        command->add_option("--language", language, "Of the report's words")
            ->check(CLI::IsMember({"en", "bn"}))
            ->type_name("")
            ->capture_default_str();

    // For the tests: proves from inside of the sandbox that its walls stand.
    CLI::App *selfTestCommand = app.add_subcommand("self-test", "Try to break out of the sandbox")->group("");
    std::string attempt;
    selfTestCommand->add_option("ATTEMPT", attempt)->required();

    try {
        vitrine::parseSubcommand(app, argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error);
    }

    if (*importCommand && import.package.empty() && import.descriptor < 0)
        return app.exit(CLI::RequiredError("--output"));
    if (!unit.empty())
        import.unitMetres = kUnits.at(unit);
    if (!up.empty())
        import.up = up == "z" ? vitrine::render::UpAxis::Z : vitrine::render::UpAxis::Y;
    import.language = info.language = language == "bn" ? vitrine::core::Language::Bn : vitrine::core::Language::En;
    if (*importCommand)
        return runImport(import);
    if (*infoCommand)
        return runInfo(info);
    return runSelfTest(attempt);
}
