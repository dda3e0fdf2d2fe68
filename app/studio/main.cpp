// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/studio/StudioBake.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <string>

namespace {

using namespace vitrine;

core::Status bake(const std::string &input, const std::string &output, const std::string &cache,
                  const render::BakeOptions &options)
{
    if (cache.empty()) {
        VITRINE_TRY(const auto bytes, render::bakeStudio(input, options));
        return render::replaceFile(output, bytes);
    }
    VITRINE_TRY(const auto baked, render::cachedStudio(input, cache, options));
    std::error_code error;
    std::filesystem::copy_file(baked, output, std::filesystem::copy_options::overwrite_existing, error);
    if (error)
        return core::fail(core::ErrorCode::Unavailable, error.message(), output);
    return {};
}

core::Status paint(const std::string &input, const std::string &output)
{
    VITRINE_TRY(const auto picture, render::paintBackdrop(input));
    if (picture)
        return render::replaceFile(output, *picture);
    // What a description of an earlier build left there.
    std::error_code ignored;
    std::filesystem::remove(output, ignored);
    return {};
}

core::Status expose(const std::string &input, const std::string &output, const render::BakeOptions &options)
{
    VITRINE_TRY(const auto picture, render::paintSurround(input, options));
    return render::replaceFile(output, picture);
}

} // namespace

int main(int argc, char **argv)
{
    CLI::App app("Bakes a light studio (.json or .hdr) into the cube map that the stage loads.", "vitrine-studio");
    std::string input;
    std::string output;
    std::string cache;
    std::string backdrop;
    std::string surround;
    render::BakeOptions options;
    app.add_option("input", input, "A studio's .json, or an equirectangular .hdr")->required();
    app.add_option("-o,--output", output, "The .ktx to write");
    app.add_option("--backdrop", backdrop, "The .png to write of the place behind the product, where there is one");
    app.add_option("--surround", surround, "The .hdr to write of the same light, for a ray tracer");
    app.add_option("--cache", cache, "A folder of finished bakes to look in first");
    app.add_option("--size", options.size, "Pixels of a face")->check(CLI::IsMember({64, 128, 256, 512, 1024}));
    app.add_option("--samples", options.samples, "Samples per texel")->check(CLI::Range(16, 65536));
    app.add_option("--threads", options.threads)->check(CLI::Range(1, 256));
    CLI11_PARSE(app, argc, argv);

    if (output.empty() && backdrop.empty() && surround.empty()) {
        std::fprintf(stderr, "vitrine-studio: expects an --output, a --backdrop or a --surround to write\n");
        return 1;
    }

    auto status = output.empty() ? core::Status{} : bake(input, output, cache, options);
    if (status && !surround.empty())
        status = expose(input, surround, options);
    if (status && !backdrop.empty())
        status = paint(input, backdrop);
    if (!status) {
        std::fprintf(stderr, "vitrine-studio: %s\n", core::describe(status.error()).c_str());
        return 1;
    }
    return 0;
}
