import APIModel
import OpenAPI

/// The pages of an operation as the model describes them.
func pages(_ pagination: Pagination) -> PagesDescription {
    let style: PagesDescription.Style =
        switch pagination.style {
        case .cursor(let parameter, let next): .cursor(parameter: parameter, next: next)
        case .offset(let parameter): .offset(parameter: parameter)
        case .page(let parameter): .page(parameter: parameter)
        case .url(let next): .url(next: next)
        }
    return PagesDescription(
        style, items: pagination.items, more: pagination.more, total: pagination.total, at: pagination.position)
}
