#!/usr/bin/env python3
"""Prints what decoding, encoding, validation and the generator cost, beside an earlier commit:
Tests/Benchmarks/side_by_side.py FOLDER-OF-THE-COMMIT

Needs release builds of apigen and apigen-benchmarks in both folders. The generator's times are multiples of libyaml's bare loop over
the same document as YAML. All figures are medians of five rounds in which everything takes its turn.
"""
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import time

root = pathlib.Path(__file__).resolve().parents[2]
places = [root, pathlib.Path(sys.argv[1]).resolve()]
work = root / ".build/side-by-side"


def run(*command):
    start = time.monotonic()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    usage = os.wait4(process.pid, 0)[2]
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss * 1024


def things(kind, count):
    def members(index):
        target = {"wide": None, "deep": index + 1 if index + 1 < count else None, "recursive": index}[kind]
        return {"name": {"type": "string"}} | ({} if target is None else {"next": {"$ref": f"#/components/schemas/Thing{target}"}})
    schemas = {f"Thing{index}": {"type": "object", "properties": members(index)} for index in range(count)}
    return {"openapi": "3.1.0", "info": {"title": "Things", "version": "1"}, "paths": {}, "components": {"schemas": schemas}}


def generator(document, loops, *options):
    """The tool's processor time and time as multiples of the loop, and its peak memory as one of the document, here and earlier."""
    tools = [[place / ".build/release/apigen", document, "--lenient", "--output", work / f"out{number}", "--emit", *options]
             for number, place in enumerate(places)]
    for tool in tools:
        run(*tool)
    rounds = [[run(*command) for command in [loops, *tools]] for _ in range(5)]
    loop, *runs = [[statistics.median(turn[column][part] for turn in rounds) for part in range(3)] for column in range(3)]
    return [(cpu / loop[0], wall / loop[1], memory / document.stat().st_size) for cpu, wall, memory in runs]


work.mkdir(parents=True, exist_ok=True)
subprocess.run(["cc", "-O2", root / "Tests/Benchmarks/loop.c", "-o", work / "loop", "-lyaml"], check=True)
rows = [[], []]
for _ in range(5):
    for number, place in enumerate(places):
        text = subprocess.run([place / ".build/release/apigen-benchmarks", "json"], cwd=place, capture_output=True, text=True).stdout
        found = re.findall(r"^(.{34}) +(\d+) +(?:\d+|-)(?: +(\d+))?", text, re.M)
        rows[number].append({name.strip() + verb: float(speed) for name, *speeds in found
                             for verb, speed in zip((", decode", ", encode"), speeds) if speed})
print("MB/s                                       now  before    ratio")
for name in rows[0][0]:
    now, before = (statistics.median(turn.get(name, 0) for turn in side) for side in rows)
    print(f"{name:40} {now:5.0f}  {before:6.0f}  {now / (before or 1):7.2f}")
python = subprocess.run([root / ".ci/python-packages", "yaml", "pyyaml"], capture_output=True, text=True).stdout.strip() + "/python"
print("\nthe generator, x libyaml's loop   now: cpu    time  memory   before: cpu    time  memory")
for name in ("plaid.yaml", "openai.yaml", "github-rest.json"):
    document = root.parent / "shared/corpus" / name
    if not document.exists():
        continue
    convert = ("import json, sys, yaml; "
               "yaml.dump(json.load(open(sys.argv[1])), open(sys.argv[2], 'w'), yaml.CSafeDumper, width=10**9, sort_keys=False)")
    text = work / "document.yaml" if name.endswith(".json") else document
    if text != document:
        subprocess.run([python, "-c", convert, document, text], check=True)
    for label, options in (("", "models,client,server"), (", with docs", "models,client,server,docs")):
        figures = generator(document, [work / "loop", text], options)
        print(f"{name + label:36}" + "    ".join("{:6.1f}  {:6.1f}  {:6.1f}".format(*figure) for figure in figures))
print("\nprocessor ms for each 1,000 schemas     now  before")
for kind in ("wide", "deep", "recursive"):
    for count in (1000, 10000, 100000):
        (work / "things.json").write_text(json.dumps(things(kind, count)))
        runs = [run(place / ".build/release/apigen", work / "things.json", "--output", work / "out", "--emit", "models")[0] for place in places]
        print(f"{kind:10} {count:8}              " + "".join(f"{seconds * 1e6 / count:8.0f}" for seconds in runs))
