#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the folders depend on each other only as the design allows.

Reads every #include of the project's own headers, every CMake link between the project's targets, and the
libraries that core may not touch. `layers.py ROOT` prints each wrong arrow and exits 1 if there is one;
`layers.py --self-test` plants wrong arrows in a copy of its own making and proves that each is found.
"""
import pathlib
import re
import sys
import tempfile

# Folder → what it may include from. The most specific folder that a file lies in counts.
ALLOWED = {
    "core": {"core"},
    "platform": {"platform", "core"},
    # 3D without UI: values of core only, and its own.
    "render": {"render", "core/values"},
    "qml": {"qml", "core"},
    # Only the stage, and what builds on it, may see the renderer.
    "qml/stage": {"qml", "core", "render"},
    "app": {"app", "qml", "render", "core", "platform"},
    # The backend has no interface.
    "app/cli": {"app/cli"},
    "app/server": {"app/server", "app/cli", "core", "platform"},
    "app/bake": {"app/bake", "app/cli", "render", "core"},
    "tests": {"tests", "app", "qml", "render", "core", "platform"},
}
FOLDERS = ("core", "platform", "render", "qml", "app", "tests")
SOURCES = {".h", ".cpp"}
INCLUDE = re.compile(r'^\s*#\s*include\s*["<]([^">]+)[">]')
# core: the standard library, Boost headers, simdjson and magic_enum; crypto libraries in core/crypto alone.
NOT_IN_CORE = re.compile(r"^(Q[A-Z]\w*|Qt\w+/.*|sqlite3\.h|drogon/.*|trantor/.*|assimp/.*|sys/.*|unistd\.h|fcntl\.h"
                         r"|filesystem|fstream|thread|mutex|shared_mutex|condition_variable)$")
CRYPTO = re.compile(r"^(sodium.*|secp256k1.*|openssl/.*)$")
QT = re.compile(r"^(Q[A-Z]\w*|Qt\w+/.*)$")


def rule_for(path):
    """The longest folder of ALLOWED that holds the path."""
    best = None
    for folder in ALLOWED:
        if path == folder or path.startswith(folder + "/"):
            if best is None or len(folder) > len(best):
                best = folder
    return best


def is_allowed(source, target):
    rule = rule_for(source)
    return rule is None or any(target == a or target.startswith(a + "/") for a in ALLOWED[rule])


def check_includes(root):
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            if file.suffix not in SOURCES:
                continue
            name = file.relative_to(root).as_posix()
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                if not match:
                    continue
                included = match.group(1)
                place = f"{name}:{number}"
                if included.split("/")[0] in FOLDERS and "/" in included:
                    if not is_allowed(name, included):
                        yield f"{place}: {rule_for(name)} may not include {included}"
                elif folder == "core":
                    if NOT_IN_CORE.match(included):
                        yield f"{place}: core may not include <{included}>"
                    elif CRYPTO.match(included) and not name.startswith("core/crypto/"):
                        yield f"{place}: only core/crypto may include <{included}>"
                elif name.startswith(("app/server/", "app/bake/")) and QT.match(included):
                    yield f"{place}: {rule_for(name)} may not use Qt"


CALL = re.compile(r"\b(vitrine_library|vitrine_program|vitrine_test|qt_add_qml_module|qt_add_executable|add_executable|"
                  r"add_library|target_link_libraries)\s*\(([^)]*)\)", re.S)


def check_links(root):
    """A target belongs to the folder whose CMakeLists makes it; a link is an arrow from the one that asks."""
    home, links = {}, []
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("CMakeLists.txt")):
            where = file.parent.relative_to(root).as_posix()
            text = re.sub(r"#.*", "", file.read_text(encoding="utf-8"))
            for call, arguments in CALL.findall(text):
                words = arguments.split()
                if not words or "${" in words[0]:
                    continue
                target = words[0]
                if call != "target_link_libraries":
                    home[target] = where
                links += [(where, target, word) for word in words[1:]
                          if re.match(r"^(vitrine_\w+|Qt6::\w+)$", word)]
    for where, target, word in links:
        if word == "vitrine_warnings":
            continue
        if word in home:
            if not is_allowed(where + "/x", home[word] + "/x") and not (
                    rule_for(where) == "render" and home[word].startswith("core")):
                yield f"{where}/CMakeLists.txt: {target} may not link {word} of {home[word]}"
        elif word.startswith("Qt6::") and where.startswith(("core", "app/server", "app/bake")):
            yield f"{where}/CMakeLists.txt: {target} may not link {word}"


def problems(root):
    return [*check_includes(root), *check_links(root)]


PLANTED = {
    "core/values/A.h": '#include "platform/sqlite/Database.h"',
    "core/values/B.h": "#include <QString>",
    "core/values/C.h": "#include <sodium.h>",
    "core/values/D.h": "#include <fstream>",
    "render/scene/E.h": '#include "core/entities/Sales.h"',
    "qml/product/F.cpp": '#include "render/scene/Scene.h"',
    "app/server/G.cpp": '#include "qml/stage/Stage.h"',
    "app/server/H.cpp": "#include <QCoreApplication>",
    "platform/I.cpp": '#include "app/client/ShopApp.h"',
    "core/CMakeLists.txt": "vitrine_library(vitrine_core SOURCES a.cpp PUBLIC Qt6::Core)",
    "render/CMakeLists.txt": "vitrine_library(vitrine_scene SOURCES a.cpp)",
    "app/server/CMakeLists.txt": "vitrine_program(vitrine-server SOURCES a.cpp LIBS vitrine_scene)",
}
GOOD = {
    "core/entities/A.h": '#include "core/values/Id.h"\n#include <boost/pfr.hpp>\n#include <vector>',
    "core/crypto/B.cpp": "#include <sodium.h>",
    "qml/stage/C.cpp": '#include "render/scene/Scene.h"\n#include <QQuickItem>',
    "app/client/CMakeLists.txt": "vitrine_program(vitrine SOURCES a.cpp LIBS Qt6::Quick vitrine_scene)",
    "render/CMakeLists.txt": "vitrine_library(vitrine_scene SOURCES a.cpp)",
}


def self_test():
    for label, files, expected in (("planted", PLANTED, len(PLANTED) - 1), ("good", GOOD, 0)):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in files.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text + "\n", encoding="utf-8")
            found = problems(root)
            if len(found) != expected:
                print(f"{label}: {expected} wrong arrows expected, {len(found)} found:", *found, sep="\n")
                return 1
    return 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    if len(sys.argv) != 2:
        print("usage: layers.py ROOT | --self-test", file=sys.stderr)
        return 2
    found = problems(pathlib.Path(sys.argv[1]))
    for problem in found:
        print(problem)
    print(f"{len(found)} wrong arrows")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
