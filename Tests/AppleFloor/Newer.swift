// Uses of what is newer than macOS 13, each of which .ci/apple-floor has to find.

func first(of numbers: AsyncStream<Int>) async -> Int? {
    var iterator = numbers.makeAsyncIterator()
    return await iterator.next(isolation: nil)
}

func discard() async {
    await withDiscardingTaskGroup { _ in }
}

func bytes(_ array: [UInt8]) -> Int {
    array.span.count
}
