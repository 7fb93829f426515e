# A package as apigen writes it, with its own tests, and the first call of its README in a program.
[ -e ../apigen ] || ln -s "$APIGEN_PACKAGE" ../apigen
cp -R "$APIGEN_PACKAGE/Generated/Packages/Bookshop/." .
mkdir -p Sources/readme
awk '/^## /{on = /^## Call an operation/} /^```/{block = !block; next} on && block' README.md >Sources/readme/main.swift
replace '    targets: \[' '    targets: [.executableTarget(name: "readme", dependencies: ["Bookshop"]),' Package.swift
swift build --build-tests --scratch-path "$scratch" ${JOBS:+-j "$JOBS"} >"$log" 2>&1 || fail "the generated package does not build"
! grep "warning: " "$log" | grep "/GeneratedPackage/" | grep -vq "readme.*response.*never used" || fail "the generated package has warnings"
swift test --scratch-path "$scratch" ${JOBS:+-j "$JOBS"} >"$log" 2>&1 || fail "the tests of the generated package fail"
says "Test getBook() passed"
