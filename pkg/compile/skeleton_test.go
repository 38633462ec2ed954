package compile_test

import (
	"testing"

	"github.com/isuplan/isuplan/templates"
)

// embedded returns a file that comes with isuplan.
func embedded(t *testing.T, name string) []byte {
	t.Helper()
	text, err := templates.Files.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
