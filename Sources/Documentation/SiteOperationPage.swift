import APIModel
import Diagnostics
import Printing

/// An operation's page on a site: the house layout with samples in tabs, then the details and a form to try the operation.
func siteOperationTemplate(_ endpoint: Endpoint, _ page: Page, _ api: API, _ pages: Pages) -> SiteOperationTemplate {
    let prose = Prose(pages: pages, folder: page.folder)
    return SiteOperationTemplate(
        page: operationPageTemplate(endpoint, api, pages),
        details: detailsTemplate(of: endpoint, hiding: endpoint.shownExamples, link: "", api, prose),
        tryIt: pages.hasTryIt ? tryItTemplate(of: endpoint, in: api) : nil)
}

extension Endpoint {
    /// The positions of the examples that the page in the house layout shows.
    fileprivate var shownExamples: Set<Position> {
        let success = successes.first?.content?.representation.valueExamples ?? []
        let shown = success + failures.flatMap(\.examplesOfFailure)
        return Set(shown.compactMap { $0.value?.position })
    }
}
