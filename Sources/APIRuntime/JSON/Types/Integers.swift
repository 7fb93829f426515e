// Each integer type reads a number whose value is an integer that it can hold.

extension Int: JSONCodable {
    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.integer(Int.self)
    }

    public func write(to json: inout JSONWriter) {
        json.integer(self)
    }
}

extension Int8: JSONCodable {
    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.integer(Int8.self)
    }

    public func write(to json: inout JSONWriter) {
        json.integer(self)
    }
}

extension Int16: JSONCodable {
    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.integer(Int16.self)
    }

    public func write(to json: inout JSONWriter) {
        json.integer(self)
    }
}

extension Int32: JSONCodable {
    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.integer(Int32.self)
    }

    public func write(to json: inout JSONWriter) {
        json.integer(self)
    }
}

extension Int64: JSONCodable {
    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.integer(Int64.self)
    }

    public func write(to json: inout JSONWriter) {
        json.integer(self)
    }
}

extension UInt: JSONCodable {
    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.integer(UInt.self)
    }

    public func write(to json: inout JSONWriter) {
        json.integer(self)
    }
}

extension UInt8: JSONCodable {
    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.integer(UInt8.self)
    }

    public func write(to json: inout JSONWriter) {
        json.integer(self)
    }
}

extension UInt16: JSONCodable {
    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.integer(UInt16.self)
    }

    public func write(to json: inout JSONWriter) {
        json.integer(self)
    }
}

extension UInt32: JSONCodable {
    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.integer(UInt32.self)
    }

    public func write(to json: inout JSONWriter) {
        json.integer(self)
    }
}

extension UInt64: JSONCodable {
    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.integer(UInt64.self)
    }

    public func write(to json: inout JSONWriter) {
        json.integer(self)
    }
}
