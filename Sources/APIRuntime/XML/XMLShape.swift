/// The XML representation of the values of a schema (OpenAPI 3.1.1, section 4.8.26).
///
/// Shapes may hold themselves, so that those inside are asked for when they are needed.
public struct XMLShape: Sendable {
    /// What is inside an element.
    enum Content: Sendable {
        /// Text as it is.
        case text
        /// Text in which space at the ends means nothing: numbers, booleans.
        case token
        case object([XMLMember], others: @Sendable () -> XMLShape)
        case list(XMLItem)
        /// Any content.
        case any
    }

    /// The element that a value is in where it stands by itself; `nil` where the document does not say.
    let element: XMLName?
    let content: Content

    private init(_ element: XMLName? = nil, _ content: Content) {
        self.element = element
        self.content = content
    }

    /// A string.
    public static let text = XMLShape(nil, .text)

    /// A number or a boolean.
    public static let token = XMLShape(nil, .token)

    /// A string in an element by itself.
    public static func text(_ element: XMLName) -> XMLShape { XMLShape(element, .text) }

    /// A number or a boolean in an element by itself.
    public static func token(_ element: XMLName) -> XMLShape { XMLShape(element, .token) }

    /// Any value: members are elements, and elements of one name are a list.
    public static let any = XMLShape(nil, .any)

    /// Returns the shape of an object.
    ///
    /// - Parameters:
    ///   - element: The name of the element.
    ///   - members: The members of the object.
    ///   - others: The shape of members that the schema does not list.
    public static func object(
        _ element: XMLName, _ members: [XMLMember], others: @autoclosure @escaping @Sendable () -> XMLShape = .any
    ) -> XMLShape {
        XMLShape(element, .object(members, others: others))
    }

    /// An object whose element the document does not name.
    public static func object(
        _ members: [XMLMember], others: @autoclosure @escaping @Sendable () -> XMLShape = .any
    ) -> XMLShape {
        XMLShape(nil, .object(members, others: others))
    }

    /// Returns the shape of a list.
    ///
    /// - Parameters:
    ///   - element: The name of the element around the items.
    ///   - name: The name of each item's element.
    ///   - shape: The shape of each item.
    public static func list(
        _ element: XMLName? = nil, item name: XMLName, _ shape: @autoclosure @escaping @Sendable () -> XMLShape
    ) -> XMLShape {
        XMLShape(element, .list(XMLItem(name: name, shape: shape)))
    }
}

/// An item of a list.
struct XMLItem: Sendable {
    let name: XMLName
    let shape: @Sendable () -> XMLShape
}

/// The representation of a member of an object in XML.
public struct XMLMember: Sendable {
    enum Place: Sendable {
        case element(XMLName, @Sendable () -> XMLShape)
        case attribute(XMLName, XMLShape)
        /// The text of the object's own element.
        case text(XMLShape, isCDATA: Bool, isRequired: Bool)
        /// Elements beside those of other members.
        case items(XMLItem, isRequired: Bool)
    }

    let property: String
    let place: Place

    /// Returns a member in an element of its own.
    ///
    /// - Parameters:
    ///   - property: The name of the property.
    ///   - name: The name of the element; `nil` for the property's name.
    ///   - shape: The shape of the value.
    public static func element(
        _ property: String, as name: XMLName? = nil, _ shape: @autoclosure @escaping @Sendable () -> XMLShape
    ) -> XMLMember {
        XMLMember(property: property, place: .element(name ?? XMLName(property), shape))
    }

    /// Returns a member in an attribute.
    ///
    /// - Parameters:
    ///   - property: The name of the property.
    ///   - name: The name of the attribute; `nil` for the property's name.
    ///   - shape: The shape of the value.
    public static func attribute(_ property: String, as name: XMLName? = nil, _ shape: XMLShape = .text) -> XMLMember {
        XMLMember(property: property, place: .attribute(name ?? XMLName(property), shape))
    }

    /// Returns a member that is the text of the object's element (OpenAPI 3.2, section 4.26).
    ///
    /// - Parameters:
    ///   - property: The name of the property.
    ///   - isCDATA: Whether the text is written as a CDATA section.
    ///   - required: Whether missing text is read as an empty string, and not as an absent property.
    ///   - shape: The shape of the value.
    public static func text(
        _ property: String, isCDATA: Bool = false, required: Bool = false, _ shape: XMLShape = .text
    ) -> XMLMember {
        XMLMember(property: property, place: .text(shape, isCDATA: isCDATA, isRequired: required))
    }

    /// Returns a list whose items are children of the object's element, without an element around them.
    ///
    /// - Parameters:
    ///   - property: The name of the property.
    ///   - name: The name of each item's element; `nil` for the property's name.
    ///   - required: Whether missing items are read as an empty list, and not as an absent property.
    ///   - shape: The shape of each item.
    public static func items(
        _ property: String, as name: XMLName? = nil, required: Bool = false,
        _ shape: @autoclosure @escaping @Sendable () -> XMLShape
    ) -> XMLMember {
        XMLMember(property: property, place: .items(XMLItem(name: name ?? XMLName(property), shape: shape), isRequired: required))
    }
}
