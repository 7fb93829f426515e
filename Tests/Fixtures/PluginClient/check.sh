# A client whose code is made at build: what a change of the document builds anew, and how its errors are shown.
document="Sources/Käse und Brot/shop.yaml"
build 0
says "wetter-größe.json:[0-9]*:[0-9]*: warning: breaking change for Swift source"
prints PluginClient $'Comté 450 true\n21.5\n19.5'
! grep '"identity"' Package.resolved | grep -qvE '"swift-(argument-parser|http-types)"' || fail "more packages are fetched than a client needs"

# The build system plans anew in a folder's second build, and names the plugins in each, whatever the package is.
build 0
build 0
! grep -v "Compiling plugin" "$log" | grep -qE "Compiling|Making|Linking|Emitting" || fail "a build without changes does something"

replace "A parcel of the shop" "Something with a label on it" "$document"
build 0
says "Making Swift from shop.yaml"
# Lines such as "[3/5] Compiling PluginClient shop.Models2.swift" name the compiled files.
compiled=$(grep -c "Compiling PluginClient " "$log" || true)
test "$compiled" -ge 1 && test "$compiled" -le 2 || fail "a new description builds $compiled files anew, expected at most 2"

replace "amount: {type: integer}" "amount: {type: string}" "$document"
build 1
says "main.swift:[0-9]*:[0-9]*: error: .*'String"

replace "amount: {type: string}" "amount: {type: integer}" "$document"
replace "title: Shop" "title: \"Shop" "$document"
build 1
says "shop.yaml:[0-9]*:[0-9]*: error: "
replace "title: \"Shop" "title: Shop" "$document"

replace "What went wrong" "What happened" "Sources/Käse und Brot/schemas/problem.yaml"
build 0
says "Making Swift from shop.yaml"
