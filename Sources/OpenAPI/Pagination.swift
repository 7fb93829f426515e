package import Diagnostics

/// `x-speakeasy-pagination` or `x-fern-pagination`: how the pages of a list are requested.
package struct Pagination {
    package enum Style {
        case cursor(parameter: String, next: [String])
        case offset(parameter: String)
        case page(parameter: String)
        case url(next: [String])
    }

    package var style: Style
    /// The path of the array of items in the response.
    package var items: [String]?
    /// The path of the boolean that says whether there is a next page.
    package var more: [String]?
    /// The path of the number of all pages.
    package var total: [String]?
    package var position: Position
}
