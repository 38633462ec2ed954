package docx_test

import (
	"os"
	"runtime/debug"
	"testing"
)

// TestMain lets the tests, which make thousands of short-lived files, collect garbage
// as seldom as the command does.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	os.Exit(m.Run())
}
