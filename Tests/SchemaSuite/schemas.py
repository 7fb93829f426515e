"""Which schemas of the suite an OpenAPI document can hold, and how they are written there."""

# Identifiers make a schema a resource of its own; a document is one resource, and its references start at its root.
of_resources = {"$id", "id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor", "$vocabulary"}
not_in_3_0 = {"dependencies", "patternProperties", "additionalItems", "definitions", "$schema"}


def reason_to_leave_out(schema, draft, place=()):
    """Why a document cannot hold a schema; None when it can."""
    if not isinstance(schema, dict):
        return "booleans are no schemas in OpenAPI 3.0" if draft == "draft4" and place and place[-1] != "additionalProperties" else None
    for key, value in schema.items():
        if key in of_resources:
            return f"'{key}' makes a resource, which an OpenAPI document does not hold"
        if key == "$ref" and isinstance(value, str) and not value.startswith("#"):
            return "the reference leads to another resource"
        if draft == "draft4":
            if key in not_in_3_0:
                return f"OpenAPI 3.0 has no '{key}'"
            if key == "type" and (isinstance(value, list) or value == "null"):
                return "OpenAPI 3.0 has one type, and no null"
            if key == "items" and isinstance(value, list):
                return "OpenAPI 3.0 has one schema for items"
        for name, inner in schemas_in(key, value):
            reason = reason_to_leave_out(inner, draft, place + (name,))
            if reason:
                return reason
    if draft == "draft4" and "$ref" in schema and len(schema) > 1:
        return "OpenAPI 3.0 ignores what stands beside '$ref'"
    return None


def schemas_in(key, value):
    if key in ("enum", "const", "default", "required", "dependentRequired"):
        return
    if key in ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies") and isinstance(value, dict):
        for inner in value.values():
            yield key, inner
    elif isinstance(value, list):
        for inner in value:
            if isinstance(inner, (dict, bool)):
                yield key, inner
    elif isinstance(value, dict) or key in ("not", "items", "additionalProperties", "if", "then", "else", "contains"):
        yield key, value


def placed(schema, name, inside=None):
    """The schema with its references led to where it stands in the document."""
    if isinstance(schema, list):
        return [placed(inner, name) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    result = {}
    for key, value in schema.items():
        if key in ("enum", "const"):
            result[key] = value
        elif key == "$ref" and isinstance(value, str) and inside not in ("properties", "$defs", "definitions"):
            result[key] = f"#/components/schemas/{name}" + value[1:]
        elif key != "$schema":
            result[key] = placed(value, name, key)
    return result
