import APIModel
import Templating

/// The pages of a whole document in Markdown.
func planDocs(_ api: API, _ layout: Layout) -> [FilePlan] {
    let pages = Pages(api)
    let list = FilePlan(path: layout.docs + "llms.txt", template: "docs/llms", context: listContext(api, pages))
    return plan(pages, api, in: layout.docs) { $0.path } + [list]
}

/// A file for each page.
///
/// - Parameter name: the file's path below the folder.
func plan(_ pages: Pages, _ api: API, in folder: String, name: (Page) -> String) -> [FilePlan] {
    func file(_ page: Page, _ template: String, _ context: Context) -> FilePlan {
        FilePlan(path: folder + name(page), template: "docs/" + template, context: context)
    }
    var files = [
        file(.index, "index", indexPageContext(api, pages)),
        file(.authentication, "authentication", authenticationPageContext(api, pages)),
        file(.errors, "errors", errorsPageContext(api, pages)),
    ]
    if pages.hasSchemaList { files.append(file(.schemas, "schemas", schemaListContext(api, pages))) }
    for (index, endpoint) in api.endpoints.enumerated() {
        if let page = pages.operations[index] {
            switch pages.dialect {
            case .plain: files.append(file(page, "operation", operationPageContext(endpoint, api, pages)))
            case .site: files.append(siteOperationPlan(index, page, api, pages, in: folder))
            case .docC: break
            }
        }
        if let page = pages.references[index] {
            files.append(file(page, "reference", referencePageContext(index, page, api, pages)))
        }
    }
    for (webhook, page) in zip(api.documentedWebhooks, pages.webhooks) {
        files.append(file(page, "reference", webhookPageContext(webhook, page, api, pages)))
    }
    for component in api.schemas.components {
        guard let page = pages.schemas[component] else { continue }
        files.append(file(page, "schema", schemaPageContext(component, page, api, pages)))
    }
    return files
}
