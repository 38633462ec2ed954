package pdf_test

import (
	"os"
	"runtime/debug"
	"testing"
)

// TestMain lets the tests, which read files as large as they may be, collect garbage
// as seldom as the command does.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	os.Exit(m.Run())
}
