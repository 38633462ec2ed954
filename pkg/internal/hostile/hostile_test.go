package hostile_test

import (
	"testing"

	"github.com/isuplan/isuplan/pkg/internal/hostile"
)

// TestShapesAreOfTheirSize holds that each shape has its own name and is as large as it is
// asked to be, if not by much less.
func TestShapesAreOfTheirSize(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range hostile.Shapes() {
		if seen[s.Name] {
			t.Errorf("two shapes are called %s", s.Name)
		}
		seen[s.Name] = true
		const size = 20_000
		if got := len(s.Sized(size)); got > size || got < size/2 && s.Name != "places" {
			t.Errorf("%s: %d bytes, want about %d", s.Name, got, size)
		}
	}
}
