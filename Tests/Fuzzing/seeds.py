"""Writes what a fuzzing target starts from, and the words it tries: seeds.py TARGET FOLDER WORDS."""
import itertools
import json
import pathlib
import re
import sys
import zlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
# Numbers at the edges of what integers and floats hold.
NUMBERS = ["9223372036854775807", "-9223372036854775808", "18446744073709551616", "1e-9223372036854775808", "1e400", "-0.0"]
TYPES = ["integer", "number", "string", "array", "object"]
KEYWORDS = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "default", "const", "example", "minItems",
            "maxItems", "minLength", "maxLength", "minProperties", "maxProperties", "minContains", "maxContains"]


def files(folder):
    return (path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.stat().st_size < 64 * 1024)


def numbers():
    """Documents with one of the numbers wherever a schema may have one."""
    for number in NUMBERS:
        schemas = "".join(f"    {type}_{key}: {{type: {type}, {key}: {number}, items: {{}}, contains: {{}}}}\n"
                          for type, key in itertools.product(TYPES, KEYWORDS))
        yield f'openapi: 3.1.1\ninfo: {{title: T, version: "1"}}\npaths: {{}}\ncomponents:\n  schemas:\n{schemas}'.encode()


def elements():
    """The elements of XML that tests have."""
    for test in ("APIRuntimeTests/HTTP/XMLTests.swift", "FeaturesTests/Operations/MarkupTests.swift"):
        yield from (text.encode() for text in re.findall(r"<[a-zä].*>", (ROOT / "Tests" / test).read_text()))


def suite(target):
    """JSON Schema's test suite: a schema, or a pattern, and below it a value."""
    for file in sorted((SHARED / "jsonschema-suite/tests/draft2020-12").rglob("*.json")):
        for group in json.loads(file.read_text()):
            schema = group["schema"]
            pattern = schema.get("pattern") if isinstance(schema, dict) else None
            for test in group["tests"][:3]:
                value = json.dumps(test["data"])
                if target == "patterns":
                    if isinstance(pattern, str) and isinstance(test["data"], str):
                        yield f"{pattern}\n{test['data']}".encode("utf-8", "surrogatepass")
                else:
                    yield (value if target == "json" else json.dumps(schema) + "\n" + value).encode()


def seeds(target):
    if target == "generate":
        return itertools.chain(files(ROOT / "Specs"), files(SHARED / "bad"), numbers())
    if target == "xml":
        return elements()
    return itertools.chain(files(SHARED / "jsontestsuite"), suite(target))


def words():
    text = "\n".join(path.read_text() for path in (ROOT / "Specs").rglob("*.yaml"))
    names = r"[$A-Za-z-]+:|string|integer|array|object|number|boolean|header|query|path|cookie"
    return sorted(set(re.findall(names, text))) + NUMBERS


target, folder, dictionary = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
for seed in seeds(target):
    (folder / f"seed-{zlib.crc32(seed):08x}-{len(seed)}").write_bytes(seed)
dictionary.write_text("".join(f'"{word}"\n' for word in words()))
