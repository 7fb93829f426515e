extension NormalForm {
    /// Whether values are numbers, booleans, or strings with more in the document than the type `string`.
    package var isTypedScalar: Bool {
        guard alternatives == nil else { return false }
        if let values, typedKinds.count <= 1 { return values.allSatisfy { $0.value.isScalar && !$0.value.isNull } }
        return scalarType(formats: FormatTypes()).map { $0 != .string } ?? false
    }

    /// The Swift type of a schema for strings, numbers or booleans; `nil` for schemas of other kinds, or of several.
    func scalarType(formats: FormatTypes) -> TypeReference? {
        guard typedKinds.count == 1, let kind = typedKinds.first else { return nil }
        if !kind.isDisjoint(with: [.string, .integer, .number]), let chosen = formats[format] { return chosen }
        return scalarType(of: kind).map { formats.preferred(to: $0, format: format) }
    }

    private func scalarType(of kind: JSONKinds) -> TypeReference? {
        switch kind {
        case .string: stringType
        case .integer: integerType
        case .number: numberType
        case .boolean: .standard(.bool)
        default: nil
        }
    }

    private var stringType: TypeReference {
        switch format {
        case "date-time": .runtime(.timestamp)
        case "date": .runtime(.fullDate)
        case "time": .runtime(.fullTime)
        case "duration": .runtime(.duration)
        case "uuid": .runtime(.uniqueID)
        case "byte": .runtime(.base64)
        case "base64url": .runtime(.base64URL)
        case "decimal": .runtime(.decimalText)
        default: encodedType
        }
    }

    private var encodedType: TypeReference {
        switch contentEncoding {
        case "base64": .runtime(.base64)
        case "base64url": .runtime(.base64URL)
        default: .string
        }
    }

    /// `int32` and its kin define the width of an integer; without one, the bounds do.
    private var integerType: TypeReference {
        switch format {
        case "int8": .standard(.int8)
        case "int16": .standard(.int16)
        case "int32": .standard(.int32)
        case "int64": .standard(.int64)
        case "uint8": .standard(.uint8)
        case "uint16": .standard(.uint16)
        case "uint32": .standard(.uint32)
        case "uint64": .standard(.uint64)
        default: integerTypeForBounds
        }
    }

    private var integerTypeForBounds: TypeReference {
        if boundsLie(from: Int64.min, to: Int64.max) { return .standard(.int) }
        if boundsLie(from: UInt64.min, to: UInt64.max) { return .standard(.uint64) }
        return .runtime(.decimal)
    }

    /// Whether both ends of the range of values are among the values of an integer type, as far as there are ends.
    private func boundsLie<Value: FixedWidthInteger>(from least: Value, to most: Value) -> Bool {
        let (least, most) = (ExactDecimal(String(least)), ExactDecimal(String(most)))
        return bounds.allSatisfy { bound, text in
            let number = ExactDecimal(text)
            return switch bound {
            case .minimum, .maximum: least <= number && number <= most
            case .exclusiveMinimum: least <= number && number < most
            case .exclusiveMaximum: least < number && number <= most
            case .multipleOf: true
            }
        }
    }

    private var numberType: TypeReference {
        switch format {
        case "float": .standard(.float)
        case "decimal": .runtime(.decimal)
        case "int32", "int64": integerType
        default: .standard(.double)
        }
    }
}

extension TypeReference {
    /// The type that holds the values of both, where one of the two does.
    func widened(with other: TypeReference) -> TypeReference? {
        let integers: [TypeReference] = [.standard(.int32), .standard(.int), .standard(.int64)]
        let numbers = integers + [.standard(.float), .standard(.double)]
        if let one = numbers.firstIndex(of: self), let two = numbers.firstIndex(of: other) {
            return numbers[max(one, two)]
        }
        return self == .string || other == .string ? textWidened(with: other) : nil
    }

    /// A string beside a format of strings is a string.
    private func textWidened(with other: TypeReference) -> TypeReference? {
        let texts: [TypeReference] = [
            .string, .runtime(.timestamp), .runtime(.fullDate), .runtime(.fullTime), .runtime(.duration), .runtime(.uniqueID),
            .runtime(.base64), .runtime(.base64URL), .runtime(.decimalText), .foundation(.date), .foundation(.uuid),
            .foundation(.data), .foundation(.url),
        ]
        return texts.contains(self) && texts.contains(other) ? .string : nil
    }
}
