#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that whatever render/import can say has its words in Bengali.

Reads what render/import hands to calls that make an error or a warning, and what its functions return that look for
faults. Puts "{}" for each value and looks it up as words::message() does: by the first pattern of MediaWords.cpp and
MessageWords.cpp that fits, then what stands in its holes. `messages.py ROOT` prints what stays English, and exits 1 if
anything does; `messages.py --self-test` plants such messages in a folder and proves that each is found.
"""
import itertools
import pathlib
import re
import sys
import tempfile

TEXT = r'"(?:[^"\\]|\\.)*"'
COMMENT = re.compile(rf"({TEXT}|'(?:[^'\\]|\\.)')|//.*")
TOKEN = re.compile(TEXT + r"|'(?:[^'\\]|\\.)'|::|->|[(){}\[\],?:+]")
# Who is given a message, and as which argument.
CALLS = {"fail": 1, "Error": 1, "limit": 2, "part": 3} | dict.fromkeys(
    ("warn", "note", "flaw", "malformed", "invalid", "refuse", "broken", "nothingToDraw", "misaligned", "systemError",
     "FileFault", "runtime_error"), 0)
CALL = re.compile(r"\b(" + "|".join(CALLS) + r")[({]|return \{(?=(?:core::)?ErrorCode::)")
FAULT = re.compile(r"\bstd::string (?:\w*[fF]ault|why\w+)\([^;{]*\{")
RETURNED = re.compile(rf"\breturn ((?:{TEXT}|[^;\"])*);")
# What a name may stand for: a function that is nothing but a text, a constant, a list of texts.
FUNCTION = re.compile(r"std::string (\w+)\(([^)]*)\)(?: const)?\s*\{\s*return ([^;]*);\s*\}")
PARAMETER = re.compile(r"(\w+)(?:,|$)")
CONSTANT = re.compile(rf"\b(k[A-Z]\w*)\s*=\s*\{{?((?:\s*{TEXT}\s*,?)+)\}}?;")


def pieces(text, marks=""):
    """Splits at marks that stand in no bracket and no text, up to a bracket that closes what began before."""
    parts, found, depth, last = [], "", 0, 0
    for token in TOKEN.finditer(text):
        depth += (token.group() in "({[") - (token.group() in ")}]")
        if depth < 0:
            return [*parts, text[last:token.start()].strip()], found
        if depth == 0 and token.group() in marks:
            parts.append(text[last:token.start()].strip())
            found += token.group()
            last = token.end()
    return [*parts, text[last:].strip()], found


def said(expression, known, depth=0):
    """All that an expression can say."""
    parts, marks = pieces(expression, "?:")
    if marks.startswith("?"):
        return [text for part in parts[1:] for text in said(part, known, depth)]
    if len(parts := pieces(expression, "+")[0]) > 1:
        return ["".join(row) for row in itertools.product(*(said(part, known, depth) for part in parts))]
    if re.fullmatch(rf"(?:{TEXT}\s*)+", parts[0]):
        return ["".join(text[1:-1] for text in re.findall(TEXT, parts[0]))]
    head = re.match(r"(?:std::|faults::|render::)?(\w*)([({])?", parts[0])
    arguments = pieces(parts[0][head.end():], ",")[0] if head.group(2) else []
    if arguments and head.group(1) in ("", "string", "format"):
        return [re.sub(r"\{[^{}]*\}", "{}", text) for text in said(arguments[0], known, depth)]
    if head.group(1) in known and depth < 4:
        names, values = known[head.group(1)]
        inner = known | {name: ((), [value]) for name, value in zip(names, arguments)}
        return [text for value in values for text in said(value, inner, depth + 1)]
    return ["{}"]


def untold(text, patterns):
    """What of a message stays English; names, paths and numbers may."""
    for known in patterns:
        if match := known.fullmatch(text + "\0"):
            return next((left for hole in match.groups() if (left := untold(hole, patterns))), None)
    return text if re.search(r"[a-z]{2}", text) and not re.fullmatch(r"/\S*|'[^']*'", text) else None


def messages(source, known):
    for call in CALL.finditer(source):
        arguments = pieces(source[call.end():], ",")[0]
        if len(arguments) > (index := CALLS.get(call.group(1), 1)):
            yield from ((call.start(), text) for text in said(arguments[index], known))
    for function in FAULT.finditer(source):
        for found in RETURNED.finditer(pieces(source[function.end():])[0][0]):
            yield from ((function.end() + found.start(), text) for text in said(found.group(1), known))


def problems(root):
    sources = {file: COMMENT.sub(lambda found: found.group(1) or "", file.read_text(encoding="utf-8"))
               for file in sorted((root / "render/import").rglob("*")) if file.suffix in (".h", ".cpp")}
    words = "".join(text for file, text in sources.items() if file.name in ("MediaWords.cpp", "MessageWords.cpp"))
    # As words::message() matches: a hole ends where what follows it is first found.
    patterns = [re.compile(first + "".join(f"(?>(.*?){part})" for part in rest), re.S) for first, *rest in
                (map(re.escape, f"{text[1:-1]}\0".split("{}")) for text in re.findall(rf'\{{({TEXT}),\s*"', words))]
    headers = "".join(text for file, text in sources.items() if file.suffix == ".h")
    for file, source in sources.items():
        known = {name: ((), re.findall(TEXT, values)) for name, values in CONSTANT.findall(headers + source)}
        known |= {name: (PARAMETER.findall(taken), [text]) for name, taken, text in FUNCTION.findall(headers + source)}
        for at, text in messages(source, known):
            if left := untold(text, patterns):
                yield f"{file.relative_to(root)}:{source.count(chr(10), 0, at) + 1}: no Bengali for '{left}'"


TABLE = """{"a node '{}' is missing", "'{}' নেই"}, {"one is left out", "একটি বাদ"}, {"{}: {}", "{}: {}"},"""
PLANTED = """warn(std::format("a node '{:x}' is missing", id), "no words"); flaw("one is " "left out"); // fail(1, "no")
fail(ErrorCode::NotFound, "nobody knows these words", "one is left out");
scene().warn(std::to_string(count) + " are left out", where);
return broken(isOne ? "one is left out" : "one is left out: " + std::string("by nobody"));
return {ErrorCode::Timeout, "longer than " + secondsText()};
std::string lineFault(int i) { if (i > 0) return "too many"; return {}; }"""


def main():
    if sys.argv[1:] != ["--self-test"]:
        found = list(problems(pathlib.Path(sys.argv[1])))
        print(*found, f"{len(found)} messages without words in Bengali", sep="\n")
        return 1 if found else 0
    with tempfile.TemporaryDirectory() as folder:
        (sources := pathlib.Path(folder, "render/import")).mkdir(parents=True)
        for name, text in (("MessageWords.cpp", TABLE), ("Planted.cpp", PLANTED)):
            (sources / name).write_text(text, encoding="utf-8")
        found = list(problems(pathlib.Path(folder)))
    print(*found, sep="\n")
    return 0 if [problem.split(":")[1] for problem in found] == ["2", "3", "4", "5", "6"] else 1


if __name__ == "__main__":
    sys.exit(main())
