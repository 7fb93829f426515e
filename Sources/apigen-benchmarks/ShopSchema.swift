extension Shop {
    /// What a document would say of the orders, in the form that validation takes.
    static let schema = ##"""
        {"$ref": "#/$defs/Shop", "$defs": {
          "Shop": {"type": "object", "required": ["name", "orders"], "properties": {
            "name": {"type": "string", "minLength": 1}, "orders": {"type": "array", "items": {"$ref": "#/$defs/Order"}}}},
          "Order": {"type": "object", "required": ["id", "createdAt", "status", "customer", "lines", "total", "isGift"], "properties": {
            "id": {"type": "integer", "format": "int64", "minimum": 1}, "createdAt": {"type": "string", "format": "date-time"},
            "status": {"enum": ["open", "paid", "shipped"]}, "customer": {"$ref": "#/$defs/Customer"},
            "lines": {"type": "array", "minItems": 1, "maxItems": 100, "items": {"$ref": "#/$defs/Line"}},
            "note": {"type": "string", "maxLength": 500}, "total": {"type": "number", "minimum": 0, "multipleOf": 0.01},
            "discount": {"type": "number", "exclusiveMaximum": 1}, "isGift": {"type": "boolean"},
            "tags": {"type": "array", "uniqueItems": true, "items": {"type": "string", "pattern": "^\\S+$"}}}},
          "Customer": {"type": "object", "required": ["uuid", "firstName", "lastName"], "properties": {
            "uuid": {"type": "string", "format": "uuid"}, "firstName": {"type": "string"}, "lastName": {"type": "string"},
            "email": {"type": "string", "format": "email"}, "address": {"$ref": "#/$defs/Address"}, "newsletter": {"type": "boolean"}}},
          "Address": {"type": "object", "required": ["street", "city", "postalCode", "country"], "properties": {
            "street": {"type": "string"}, "city": {"type": "string"}, "postalCode": {"type": "string", "pattern": "^[0-9]{5}$"},
            "country": {"type": "string", "pattern": "^[A-Z]{2}$"},
            "latitude": {"type": "number", "minimum": -90, "maximum": 90}, "longitude": {"type": "number"}}},
          "Line": {"type": "object", "required": ["sku", "title", "quantity", "price"], "additionalProperties": false, "properties": {
            "sku": {"type": "string", "pattern": "^SKU-"}, "title": {"type": "string", "maxLength": 200},
            "quantity": {"type": "integer", "minimum": 1}, "price": {"type": "number", "minimum": 0}, "weight": {"type": "number"},
            "options": {"type": "object", "additionalProperties": {"type": "string"}}}}}}
        """##
}
