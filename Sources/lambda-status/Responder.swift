import Hummingbird
import LambdaStatusStore
import Logging

/// Everything that the service answers.
func makeResponder(store: LambdaStatusStore, logger: Logger) throws -> some HTTPResponder<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self)
    addOwnRoutes(to: router, store: store, documentation: try Documentation())
    return router.buildResponder()
}
