package spell

import (
	"testing"

	"github.com/golangci/misspell"
)

// TestTheListsAreInOrder holds what lookUp relies on, and that it finds every word.
func TestTheListsAreInOrder(t *testing.T) {
	for name, list := range map[string][]string{"misspellings": misspell.DictMain, "American forms": misspell.DictBritish} {
		for i := 0; i < len(list); i += 2 {
			if i > 0 && (len(list[i]) > len(list[i-2]) || len(list[i]) == len(list[i-2]) && list[i] < list[i-2]) {
				t.Fatalf("%s: %q stands behind %q", name, list[i], list[i-2])
			}
			if _, ok := lookUp(list, list[i]); !ok {
				t.Errorf("%s: %q is not found", name, list[i])
			}
		}
		for _, none := range []string{"", "a", "zzzzz", "implementation"} {
			if _, ok := lookUp(list, none); ok {
				t.Errorf("%s: %q is found", name, none)
			}
		}
	}
}
