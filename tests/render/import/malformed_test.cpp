// SPDX-License-Identifier: GPL-3.0-or-later
#include "ModelMaker.h"

#include <algorithm>
#include <fstream>

using namespace vitrine;

/// malformed.txt has a line for each file of the Khronos validator's corpus: its name, then its error as
/// core::describe() tells it, which is the fault that its name tells, or "valid" and why nothing is drawn of it (the
/// corpus has hardly any triangles). Files that the corpus names beside the models are not there: what is broken in
/// them cannot be seen, and that they are missing is the fault. A valid animation's keys may be zeros that wait to be
/// filled (base__animation__valid): it is left out, and no fault.
namespace {

const std::filesystem::path kFolder = std::filesystem::path(SHARED_FOLDER) / "gltf-malformed";
constexpr std::string_view kValid = "valid: ";

struct Expected {
    std::string name;
    std::string fault;
};

std::vector<Expected> table()
{
    std::vector<Expected> rows;
    std::ifstream file(MALFORMED_TABLE);
    for (std::string line; std::getline(file, line);) {
        const std::size_t end = line.find(' ');
        std::string fault = line.substr(end + 1);
        if (fault.starts_with(kValid))
            fault = "unsupported: the file is valid, but there is nothing to draw: " + fault.substr(kValid.size());
        rows.push_back({line.substr(0, end), std::move(fault)});
    }
    return rows;
}

std::string faultOf(const std::string &name)
{
    render::DirectoryFiles folder(kFolder);
    return test::bake(folder, name).fault; // Throws if the importer's package is broken.
}

void needCorpus()
{
    if (!std::filesystem::exists(kFolder))
        SKIP("there is no ../shared/gltf-malformed beside this checkout");
}

} // namespace

TEST_CASE("Each broken file of the corpus names its fault and its place, and no valid one is called broken")
{
    needCorpus();
    const auto expected = table();
    CHECK(expected.size() == 186);
    for (const auto &[name, fault] : expected) {
        INFO(name);
        CHECK(faultOf(name) == fault);
    }
}

TEST_CASE("The table of the corpus has all of its files")
{
    needCorpus();
    const auto expected = table();
    for (const auto &entry : std::filesystem::directory_iterator(kFolder)) {
        INFO(entry.path());
        CHECK(std::ranges::contains(expected, entry.path().filename().string(), &Expected::name));
    }
}
