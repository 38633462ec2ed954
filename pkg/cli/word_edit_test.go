package cli_test

import (
	"os"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/isuplan/isuplan/pkg/internal/docxtest"
)

// editWord is the command of scripts that edits a Word file as a person does:
//
//	word FILE replace OLD NEW
//	word FILE track OLD NEW AUTHOR DATE
//	word FILE after WORDS TEXT
//	word FILE remove WORDS
//	word FILE comment WORDS AUTHOR DATE TEXT
func editWord(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 3 {
		ts.Fatalf("word FILE replace, track, after, remove or comment …")
	}
	name := ts.MkAbs(args[0])
	file, err := os.ReadFile(name)
	ts.Check(err)
	e, err := docxtest.Edit(file)
	ts.Check(err)
	done := false
	switch args[1] {
	case "replace":
		done = e.Replace(args[2], args[3])
	case "track":
		done = e.Track(args[2], args[3], args[4], args[5])
	case "after":
		done = e.After(args[2], args[3])
	case "remove":
		done = e.Remove(args[2])
	case "comment":
		done = e.Comment(args[2], args[3], args[4], args[5])
	}
	if !done {
		ts.Fatalf("nothing in %s says %s", args[0], args[2])
	}
	file, err = e.Bytes()
	ts.Check(err)
	ts.Check(os.WriteFile(name, file, 0o644))
}
