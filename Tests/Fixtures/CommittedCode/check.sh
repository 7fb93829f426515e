# Code that is committed: written and checked by the command plugins.
generate() {
    swift package --scratch-path "$scratch" --allow-writing-to-package-directory generate-api "$@" >"$log" 2>&1
}
generate || fail "generate-api does not end well"
build 0
prints Committed "9 5 7"
generate --check || fail "what was just written is not up to date"
echo "// edited" >>Sources/Committed/Generated/Clock/Client.swift
! generate --check || fail "an edited file is not found"
says "different .*Client.swift"

# Two documents in one target need files of different names.
replace "filePrefix: Timer" "shards: 1" Sources/Committed/timer.apigen.yaml
! generate || fail "two files of one name are written"
says "timer.apigen.yaml:1:1: error: Swift files of this configuration and of .*apigen.yaml' have the same names"
