extension ExampleSynthesis {
    /// Returns values of a kind to try, the nicest first.
    mutating func scalars(_ kind: JSONKinds, _ form: NormalForm) -> [JSONValue] {
        switch kind {
        case .string: strings(form).map { .string($0) }
        case .integer, .number: numbers(form, isInteger: kind == .integer).map { .number($0) }
        case .boolean: variation.isMultiple(of: 2) ? [.bool(true), .bool(false)] : [.bool(false), .bool(true)]
        default: []
        }
    }

    private mutating func strings(_ form: NormalForm) -> [String] {
        if let content = form.contentSchema { return value(for: content).map { [$0.literal(.json)] } ?? [] }
        let shortest = form.counts[.minLength] ?? 0
        let longest = form.counts[.maxLength] ?? Int.max
        guard shortest <= (isShort ? longestText : longestOptionalText) else { return [] }
        var texts = form.format.flatMap { formatSamples[$0] }.map { [sample($0, as: form.format ?? "")] } ?? []
        let word = form.typedKinds.isEmpty ? "value" : "string"
        var plain = variation == 0 ? word : "\(word)\(variation + 1)"
        while plain.count < shortest { plain = word + plain }
        texts.append(String(variation == 0 ? plain.prefix(longest) : plain.suffix(longest)))
        guard !form.patterns.isEmpty else { return texts }
        var longer: [String] = []
        for source in form.patterns.prefix(4) {
            guard let pattern = Pattern(source), let least = pattern.sample(extra: 0, choice: variation) else { continue }
            for extra in [1, 0, 2, 3, 5, 8, 12, 16, 24, 32, shortest, shortest - least.count] where extra >= 0 {
                guard let text = pattern.sample(extra: extra, choice: variation) else { continue }
                if !source.hasSuffix("$"), extra == 1 { texts.append(text + plain) }
                if extra < 4 { texts.append(text) } else { longer.append(text) }
            }
        }
        return texts + commonTexts + longer
    }

    /// A format's sample, changed where values have to differ.
    private func sample(_ sample: String, as format: String) -> String {
        guard variation > 0 else { return sample }
        let number = variation % 27 + 2
        let digits = number < 10 ? "0\(number)" : String(number)
        switch format {
        case "date": return "2026-01-" + digits
        case "date-time": return "2026-01-\(digits)T12:00:00Z"
        case "time": return "12:00:\(digits)Z"
        case "uuid": return sample.dropLast(2) + digits
        case "email": return "user\(number)@example.com"
        case "uri", "url", "uri-reference": return sample + "/\(number)"
        case "hostname": return "host\(number).example.com"
        case "ipv4": return "192.0.2.\(number)"
        case "ipv6": return "2001:db8::\(number)"
        case "duration": return "P\(number)D"
        default: return sample
        }
    }

    /// Returns numbers within the bounds.
    private func numbers(_ form: NormalForm, isInteger: Bool) -> [String] {
        let bounds = form.bounds
        let given = [bounds[.minimum], bounds[.maximum]].compactMap(\.self)
        guard let grid = NumberGrid(bounds, isInteger: isInteger) else {
            let beyond = [bounds[.exclusiveMinimum], bounds[.exclusiveMaximum]].compactMap {
                $0.flatMap { ExactDecimal($0).farther }
            }
            return given + beyond.map(\.text) + ["1", "0"]
        }
        return grid.values(startingAt: variation).map { value in
            // The author's own spelling, such as 1.0, where it is the same number.
            given.first { ExactDecimal($0) == value } ?? value.text
        }
    }
}

/// Texts longer than these are made only where they are required, or not at all.
let longestOptionalText = 200
private let longestText = 10_000

/// Texts that patterns with lookaheads often match.
private let commonTexts = [
    "Example1!", "example", "EXAMPLE", "1", "12345678", "aA1!aA1!aA1!", "Example-1", "example.com", "/example",
]

/// The numbers that bounds leave, as whole units of a power of ten.
private struct NumberGrid {
    let exponent: Int
    let least: Int?
    let most: Int?
    /// The distance of neighbors.
    let step: Int
    let one: Int

    init?(_ bounds: [Assertion.Bound: String], isInteger: Bool) {
        let limits = Self.reachable(bounds)
        let exponent = min(0, limits.values.map(\.exponent).min() ?? 0) - (isInteger ? 0 : 1)
        guard exponent >= -17, let one = ExactDecimal("1").units(of: exponent) else { return nil }
        func units(_ bound: Assertion.Bound) -> Int? { limits[bound].flatMap { $0.units(of: exponent) } }
        guard limits.keys.allSatisfy({ units($0) != nil }) else { return nil }
        self.exponent = exponent
        self.one = one
        var step = units(.multipleOf).map { $0 == 0 ? 1 : abs($0) } ?? (isInteger ? one : 1)
        if isInteger {
            let (common, isTooLarge) = (step / greatestCommonDivisor(step, one)).multipliedReportingOverflow(by: one)
            guard !isTooLarge, common <= largestStep else { return nil }
            step = common
        }
        self.step = step
        least = [units(.minimum), units(.exclusiveMinimum).map { $0 + 1 }].compactMap(\.self).max().map { $0.roundedUp(to: step) }
        most = [units(.maximum), units(.exclusiveMaximum).map { $0 - 1 }].compactMap(\.self).min().map { $0.roundedDown(to: step) }
    }

    /// The bounds, without those that no number of the grid reaches, such as the greatest integer of 64 bits.
    private static func reachable(_ bounds: [Assertion.Bound: String]) -> [Assertion.Bound: ExactDecimal] {
        let (lowest, highest) = (ExactDecimal("-1e16"), ExactDecimal("1e16"))
        return bounds.mapValues { ExactDecimal($0) }.filter { bound, limit in
            switch bound {
            case .minimum, .exclusiveMinimum: limit > lowest
            case .maximum, .exclusiveMaximum: limit < highest
            case .multipleOf: true
            }
        }
    }

    /// Returns values to try: the least one, else one, else the greatest.
    func values(startingAt index: Int) -> [ExactDecimal] {
        if let least, let most, least > most { return [] }
        // Neighbors that a reader sees as such are whole numbers where these are possible.
        let stride = step >= one ? step : one.roundedUp(to: step)
        let start = first(stride: stride)
        let candidates = [stride, -stride, step, -step, 0].compactMap { start.advanced(by: $0, times: index) }
        return candidates.filter { least ?? $0 <= $0 && $0 <= most ?? $0 }.map { ExactDecimal($0, exponent: exponent) }
    }

    private func first(stride: Int) -> Int {
        guard let least else {
            let preferred = step == 1 || step == one ? one : step
            return most.map { min($0, preferred) } ?? preferred
        }
        let isOpen = step == 1 && least % one == 1
        guard isOpen else { return least }
        // Above an exclusive bound comes the next whole number, else what lies in the middle.
        let next = least - 1 + one
        if next <= most ?? next { return next }
        return most.map { (least + $0) / 2 } ?? next
    }
}

/// Leaves room for sums with a few of them.
private let largestStep = 1 << 57

private func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
    var (one, other) = (one, other)
    while other != 0 { (one, other) = (other, one % other) }
    return max(one, 1)
}

extension Int {
    /// Returns the number at a distance, or `nil` if it is out of range.
    fileprivate func advanced(by distance: Int, times count: Int) -> Int? {
        let (product, isTooFar) = distance.multipliedReportingOverflow(by: count)
        let (sum, isTooLarge) = addingReportingOverflow(product)
        return isTooFar || isTooLarge ? nil : sum
    }

    fileprivate func roundedUp(to step: Int) -> Int {
        let rest = self % step
        return rest == 0 ? self : rest > 0 ? self + (step - rest) : self - rest
    }

    fileprivate func roundedDown(to step: Int) -> Int {
        let rest = self % step
        return rest == 0 ? self : rest > 0 ? self - rest : self - (step + rest)
    }
}
