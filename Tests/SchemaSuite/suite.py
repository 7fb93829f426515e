"""Puts the schemas of JSON Schema's test suite into OpenAPI documents, generates and compiles servers from them, and
compares which instances these accept with the suite's verdicts: .ci/schema-suite FOLDER-OF-THE-SUITE [FILE...]

Draft 2020-12 goes into a document of OpenAPI 3.1, draft 4 into one of 3.0. Prints the score of each file, every
disagreement under its reason, and why schemas are left out. The status is not 0 when less than 95 % of the required
tests agree, or one disagrees for no known reason.
Needs what `swift build --build-tests` leaves in .build.
"""
import collections, json, pathlib, re, subprocess, sys

from schemas import placed, reason_to_leave_out

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent
products = root / ".build/debug"
work = root / ".build/schema-suite"
schemas_per_document = 150

drafts = {"draft2020-12": "3.1.0", "draft4": "3.0.3"}


def reason_to_disagree(case, test, body):
    """Why apigen's verdict is another than the suite's; None when nobody knows."""
    if "cannot be read: " in body and ": expected " in body and "type" not in case.placed:
        return "a schema without 'type' is the Swift type that 'properties', 'required', 'items' or 'format' speak of, which refuses other kinds"
    if case.placed.get("enum") == []:
        return "an 'enum' without values is left out, with a warning"
    for file, words, reason in known_reasons:
        if case.file.endswith(file) and words in case.title + ": " + test["description"]:
            return reason
    return None


known_reasons = [
    ("format/duration.json", "many digits", "durations count in 64 bits"),
    ("format/duration.json", "", "durations are those of ISO 8601, of which RFC 3339 takes a part"),
    ("format/time.json", "no time offset", "times may lack their offset, as most documents mean them"),
    ("format/hostname.json", "", "labels are told by their characters, without the tables of IDNA"),
]


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, cwd=root)


def document(cases, version):
    paths = {}
    for case in cases:
        content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{case.name}"}}}
        operation = {"operationId": "check" + case.name, "requestBody": {"required": True, "content": content},
                     "responses": {"204": {"description": "valid"}}}
        paths["/" + case.name] = {"post": operation}
    return {"openapi": version, "info": {"title": "Suite", "version": "1"}, "paths": paths,
            "components": {"schemas": {case.name: case.placed for case in cases}}}


def generate(cases, version, folder):
    """Generates from as many of the cases as are taken; tells for the others what the generator says."""
    folder.mkdir(parents=True, exist_ok=True)
    refused = {}
    while cases:
        text = json.dumps(document(cases, version), indent=1)
        (folder / "suite.json").write_text(text)
        made = run(products / "apigen", folder / "suite.json", "--output", folder / "made", "--emit", "models,server")
        if made.returncode == 0:
            break
        lines = text.split("\n")
        blamed = set()
        for line, message in re.findall(r"suite\.json:(\d+):\d+: error: (.*)", made.stdout + made.stderr):
            above = [match[1] for match in (re.fullmatch(r'   "(S\d+)": .*', text) for text in lines[:int(line)]) if match]
            if above:
                blamed.add(above[-1])
                refused.setdefault(above[-1], message)
        if not blamed:
            sys.exit("apigen refuses the document:\n" + made.stdout + made.stderr)
        cases = [case for case in cases if case.name not in blamed]
    return cases, refused


def verdicts(cases, folder):
    """What a server that is compiled from the cases answers to each of their instances."""
    made = folder / "made/Suite"
    functions = re.findall(r"^        (func check\w+\(body: .+\) async throws)$", (made / "Server.swift").read_text(), re.M)
    implementations = "".join(f"    {qualified(function, made)} {{}}\n" for function in functions)
    (folder / "Service.swift").write_text(f"import APIRuntime\n\nstruct Service: Suite.Server {{\n{implementations}}}\n")
    # Objects of files that are gone stay in a folder that was built before.
    sources = (root / "Sources/APIRuntime").rglob("*.swift")
    objects = [products / "APIRuntime.build" / f"{path.name}.o" for path in sources] + [*(products / "HTTPTypes.build").glob("*.o")]
    built = run("swiftc", "-swift-version", "6", "-parse-as-library", "-Onone", "-I", products / "Modules", "-o", folder / "suite",
                here / "Main.swift", folder / "Service.swift", *made.glob("*.swift"), *objects)
    if built.returncode != 0:
        sys.exit("the generated code does not compile:\n" + built.stdout[-3000:] + built.stderr[-3000:])
    instances = [(case, test) for case in cases for test in case.tests]
    (folder / "instances").write_text("".join(f"{case.name}\t{test['text']}\n" for case, test in instances))
    answers = run(folder / "suite", folder / "instances").stdout.splitlines()
    if len(answers) != len(instances):
        sys.exit(f"{len(answers)} answers to {len(instances)} instances")
    return [(case, test, *answer.split(" ", 1)) for (case, test), answer in zip(instances, answers)]


def qualified(function, made):
    """A function of the protocol with the document's own types spelled from outside."""
    declared = set(re.findall(r"(?:struct|enum|typealias) (\w+)", "".join(path.read_text() for path in made.glob("Models*.swift"))))
    head, parameters = function.split("(body: ", 1)
    return head + "(body: " + re.sub(r"(?<!\.)\b\w+\b", lambda match: "Suite." + match[0] if match[0] in declared else match[0], parameters)


class Case:
    def __init__(self, number, file, group):
        self.name = f"S{number}"
        self.file = file
        self.title = group["description"]
        self.placed = placed(group["schema"], self.name)
        self.tests = [{**test, "text": json.dumps(test["data"])} for test in group["tests"]]


def score(suite, draft, wanted):
    tests = suite / "tests" / draft
    formats = ["byte", "date-time", "date", "time", "duration", "uuid", "email", "hostname", "ipv4", "ipv6", "uri", "uri-reference", "json-pointer"]
    files = sorted(tests.glob("*.json")) + [tests / f"optional/format/{name}.json" for name in formats]
    cases, left_out, numbers = [], collections.Counter(), collections.Counter()
    for file in files:
        name = str(file.relative_to(tests))
        if not file.exists() or wanted and name not in wanted:
            continue
        if name == "format.json":
            left_out["format.json: formats are enforced here, and only told in the suite's required tests"] += 1
            continue
        for group in json.loads(file.read_text()):
            reason = reason_to_leave_out(group["schema"], draft)
            if reason:
                left_out[f"{name}: {reason}"] += 1
            else:
                cases.append(Case(len(cases), name, group))
    agreed, count, disagreements = collections.Counter(), collections.Counter(), collections.defaultdict(list)
    for start in range(0, len(cases), schemas_per_document):
        folder = work / draft / str(start)
        taken, refused = generate(cases[start:start + schemas_per_document], drafts[draft], folder)
        for case in cases[start:start + schemas_per_document]:
            if case.name in refused:
                left_out[f"{case.file}: the generator refuses it: {refused[case.name]}"] += 1
        for case, test, status, body in verdicts(taken, folder):
            count[case.file] += 1
            if (status == "204") == test["valid"] and status in ("204", "400"):
                agreed[case.file] += 1
            else:
                reason = reason_to_disagree(case, test, body) or ""
                answer = "" if reason else f": {status} {body[:300]}"
                disagreements[reason].append(f"{case.file}: {case.title}: {test['description']}: {test['text'][:80]}{answer}")
    print(f"{draft} in OpenAPI {drafts[draft]}")
    for file in count:
        print(f"    {file}  {agreed[file]}/{count[file]}")
    for reason, texts in sorted(disagreements.items()):
        print(f"  {len(texts)} disagree: {reason or 'nobody knows why'}")
        for text in texts:
            print("   ", text)
    for text, number in sorted(left_out.items()):
        print(f"  left out: {number} in {text}")
    required = [file for file in count if not file.startswith("optional/")]
    share = sum(agreed[file] for file in required) / max(1, sum(count[file] for file in required))
    print(f"  required: {sum(agreed[file] for file in required)}/{sum(count[file] for file in required)} ({100 * share:.1f} %)")
    return share >= 0.95 and "" not in disagreements


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    results = [score(pathlib.Path(sys.argv[1]), draft, sys.argv[2:]) for draft in drafts]
    sys.exit(0 if all(results) else 1)
