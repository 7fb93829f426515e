extension Bool: JSONCodable {
    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.boolean()
    }

    public func write(to json: inout JSONWriter) {
        json.token(self ? "true" : "false")
    }
}

extension String: JSONCodable {
    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.string()
    }

    public func write(to json: inout JSONWriter) {
        json.string(self)
    }
}

extension Double: JSONCodable {
    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.double()
    }

    /// Writes the shortest text that reads as the same value; a value that is not finite is an error of the document.
    public func write(to json: inout JSONWriter) {
        json.double(self)
    }
}

extension Float: JSONCodable {
    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.float()
    }

    /// Writes the shortest text that reads as the same value; a value that is not finite is an error of the document.
    public func write(to json: inout JSONWriter) {
        json.float(self)
    }
}
