package diff

import (
	"reflect"
	"testing"

	"github.com/isuplan/isuplan/pkg/internal/pagetest"
)

// TestThePageNamesEveryKey holds docs/diff.md to the keys that are written.
func TestThePageNamesEveryKey(t *testing.T) {
	pagetest.JSON(t, "../../docs/diff.md", "JSON", reflect.TypeFor[jsonReport](),
		"added removed split merged moved renumbered renamed reworded changed steps funds parties calendar at_most at_least total all fund opening posts fte months none")
}
