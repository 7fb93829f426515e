# The package of the README, word for word: each block becomes the file that the line before it names.
ln -s "$APIGEN_PACKAGE" ../apigen
awk '/^## /{on = /^## In a package.s build/}
    on && /^```[a-z]/ {
        count = split(line, parts, "`")
        folder = file = parts[count - 1]
        if (sub("/[^/]*$", "", folder)) system("mkdir -p " folder)
        next
    }
    /^```$/ {file = ""}
    file != "" {print > file}
    {line = $0}' "$APIGEN_PACKAGE/README.md"
build 0
! grep "warning: " "$log" | grep -q "/ReadmeExample/" || fail "the README's package has warnings"
swift test --scratch-path "$scratch" ${JOBS:+-j "$JOBS"} >"$log" 2>&1 || fail "the README's test fails"

# Its package names traits without the default ones, so that types of Foundation cannot be had.
echo "types: foundation" >Sources/Orders/apigen.yaml
build 1
says "apigen.yaml:1:8: error: types of Foundation need the trait 'Foundation' of the package apigen; add .defaults"
replace '\["Hummingbird"\]' '[.defaults, "Hummingbird"]' Package.swift
build 0
