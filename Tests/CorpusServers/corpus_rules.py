"""What the documents of others leave unsaid and every server that is made from them does; each rule with its reason.

schemathesis reads them into the document before it makes its requests, so that all its checks can be run.
"""

import schemathesis

METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace", "query"}
# What fits the Swift type of a format.
BOUNDS = {
    "int32": (-(2**31), 2**31 - 1),
    "float": (-3.4028234663852886e38, 3.4028234663852886e38),
}


def document(operation, status, description):
    responses = operation.get("responses", {})
    if not responses.keys() & {status, status[0] + "XX", "default"}:
        responses[status] = {"description": description}


@schemathesis.hook
def before_load_schema(context, raw_schema):
    for path, item in raw_schema.get("paths", {}).items():
        for method, operation in item.items():
            if method not in METHODS:
                continue
            # Credentials are asked for wherever the document wants them, and refusing them has one status.
            if operation.get("security", raw_schema.get("security")):
                document(operation, "401", "No credentials.")
            # What does not fit is refused, though some documents know no such thing.
            if "422" not in operation.get("responses", {}):
                document(operation, "400", "It does not fit.")
            # The driver remembers what was deleted, so that whatever a path names may be gone.
            if "{" in path:
                document(operation, "404", "It was deleted.")
    bound(raw_schema)


def bound(node):
    """Numbers without bounds are refused where they are beyond their Swift type."""
    if isinstance(node, list):
        for element in node:
            bound(element)
    elif isinstance(node, dict):
        types = node.get("type")
        types = types if isinstance(types, list) else [types]
        if "integer" in types or "number" in types:
            usual = (-(2**63), 2**63 - 1) if "integer" in types else None
            bounds = BOUNDS.get(node.get("format"), usual)
            if bounds and not node.keys() & {"minimum", "exclusiveMinimum", "enum", "const"}:
                node["minimum"] = bounds[0]
            if bounds and not node.keys() & {"maximum", "exclusiveMaximum", "enum", "const"}:
                node["maximum"] = bounds[1]
        for value in node.values():
            bound(value)
