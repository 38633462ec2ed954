package sheet

import (
	"reflect"
	"testing"

	"github.com/isuplan/isuplan/pkg/internal/pagetest"
)

// TestThePageNamesEveryKey holds docs/budget-json.md to the keys that are written.
func TestThePageNamesEveryKey(t *testing.T) {
	pagetest.JSON(t, "../../docs/budget-json.md", "", reflect.TypeFor[jsonBudget](),
		"null line group amount sum change percent number nil blank rounded apportioned stated given product growth rate difference percent_of outgo average after balance money count months")
}
