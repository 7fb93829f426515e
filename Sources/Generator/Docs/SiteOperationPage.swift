import APIModel
import Diagnostics
import Templating

/// An operation's page on a site: the house layout, then the details, samples in tabs and a form to try the operation.
func siteOperationPlan(_ index: Int, _ page: Page, _ api: API, _ pages: Pages, in folder: String) -> FilePlan {
    let endpoint = api.endpoints[index]
    var details = detailsContext(of: endpoint, hiding: endpoint.shownExamples, api, Prose(pages: pages, folder: page.folder))
    details.set(.samples, samples(of: endpoint, api).map(tabContext))
    details.set(.tryIt, pages.hasTryIt ? [tryItContext(of: endpoint, in: api)] : [])
    var context = operationPageContext(endpoint, api, pages)
    context.set(.details, [details])
    return FilePlan(path: folder + page.path, template: "site/operation", context: context)
}

extension Endpoint {
    /// The positions of the examples that the page in the house layout shows.
    fileprivate var shownExamples: Set<Position> {
        let success = successes.first?.content?.representation.valueExamples ?? []
        let shown = success + failures.flatMap(\.examplesOfFailure)
        return Set(shown.compactMap { $0.value?.position })
    }
}

private func tabContext(_ sample: Sample) -> Context {
    var context = Context(.title, MarkdownText.tabTitle(sample.title))
    let block = MarkdownText.fenced(sample.source.trimmed, language: sample.language)
    context.set(.sample, MarkdownText.indented(block))
    return context
}
