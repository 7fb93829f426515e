# A client and a server in a module whose declarations belong to the main actor.
build 0
prints MainActorClient '["7 true"] ["0 false"]'
! grep "warning: " "$log" | grep -qE "timer\.|main.swift" || fail "generated code has warnings"
