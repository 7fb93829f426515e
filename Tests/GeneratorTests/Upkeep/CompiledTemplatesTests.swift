import Testing
import update_generated

/// The Swift file that templates are compiled in with.
struct CompiledTemplatesTests {
    @Test func textsStandInTheOrderOfTheirPathsWhateverTheyContain() {
        let file = compiledTemplatesFile([
            ("b.mustache", "last\n"),
            ("a.mustache", "\"\"\"# and ## \\#(x)\n\n  {{name}}"),
        ])
        #expect(
            file.hasSuffix(
                """
                    (
                        "a.mustache",
                        ###\"""
                        \"""# and ## \\#(x)

                          {{name}}
                        \"""###
                    ),
                    (
                        "b.mustache",
                        #\"""
                        last

                        \"""#
                    ),
                ]

                """))
    }
}
