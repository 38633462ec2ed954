package cli_test

import (
	"testing"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// TestEveryPatternIsOne: they are compiled when they are first used, which must not be
// in front of a user.
func TestEveryPatternIsOne(t *testing.T) {
	all := pattern.All()
	if len(all) < 40 {
		t.Fatalf("only %d patterns", len(all))
	}
	for _, get := range all {
		get()
	}
}
