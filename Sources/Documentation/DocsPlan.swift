import APIModel
import Printing
import Templating

/// The pages of a whole document in Markdown.
func planDocs(_ api: API, _ layout: Layout) -> [FilePlan<NoValues>] {
    let pages = Pages(api)
    let list = FilePlan(layout.docs + "llms.txt", linkList(api, pages))
    return plan(pages, api, in: layout.docs) { $0.path } + [list]
}

/// A file for each page.
///
/// - Parameter name: the file's path below the folder.
func plan(_ pages: Pages, _ api: API, in folder: String, name: (Page) -> String) -> [FilePlan<NoValues>] {
    func file<Template: FileTemplate>(_ page: Page, _ template: @autoclosure @escaping () -> Template) -> FilePlan<NoValues> {
        FilePlan(folder + name(page), template())
    }
    var files = [
        file(.index, indexPageTemplate(api, pages)), file(.authentication, authenticationPageTemplate(api, pages)),
        file(.errors, errorsPageTemplate(api, pages)),
    ]
    if pages.hasSchemaList { files.append(file(.schemas, schemaListTemplate(api, pages))) }
    for (index, endpoint) in api.endpoints.enumerated() {
        if let page = pages.operations[index] {
            switch pages.dialect {
            case .plain: files.append(file(page, operationPageTemplate(endpoint, api, pages)))
            case .site: files.append(file(page, siteOperationTemplate(endpoint, page, api, pages)))
            case .docC: break
            }
        }
        if let page = pages.references[index] { files.append(file(page, referencePageTemplate(index, page, api, pages))) }
    }
    for (webhook, page) in zip(api.documentedWebhooks, pages.webhooks) {
        files.append(file(page, webhookPageTemplate(webhook, page, api, pages)))
    }
    for component in api.schemas.components {
        guard let page = pages.schemas[component] else { continue }
        files.append(file(page, schemaPageTemplate(component, page, api, pages)))
    }
    return files
}
