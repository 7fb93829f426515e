# Client and server over shared models, in three targets.
build 0
prints notes $'Buy bread\nno note 2'
! grep -q "warning: .*NotesServer\|NotesClient.*warning:" "$log" || fail "generated code has warnings"
