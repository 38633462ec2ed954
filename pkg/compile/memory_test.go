package compile_test

import (
	"flag"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/render"
)

// compilations is how many plans TestMemory compiles; make verify asks for 10,000.
var compilations = flag.Int("compilations", 300, "how many plans TestMemory compiles")

// TestMemory: a process that compiles changing plans for days keeps nothing of them. The
// live heap is measured after everything that is kept once, such as fonts and words, was
// loaded, and again at the end.
func TestMemory(t *testing.T) {
	c := compile.New(compile.Options{})
	const warm = 100
	var before uint64
	for i := range *compilations {
		if i == warm {
			before = live()
		}
		changing(t, c, i)
	}
	grown := int64(live()) - int64(before)
	const most = 1 << 20
	if grown > most {
		t.Errorf("after %d compilations the live heap has grown by %d bytes since the first %d", *compilations, grown, warm)
	}
	t.Logf("%d bytes live after %d compilations, %d more since", before, warm, grown)
}

// live returns the bytes in use.
func live() uint64 {
	runtime.GC()
	runtime.GC() // what finalizers and pools let go of
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// changing compiles, checks, builds, mends and compares a plan that is like no other.
func changing(t *testing.T, c *compile.Compiler, i int) {
	t.Helper()
	name := fmt.Sprintf("plan-%d.yaml", i)
	text := strings.NewReplacer("advice that", fmt.Sprintf("the advice no. %d that", i), "salaries", fmt.Sprintf("salaries-%d", i),
		"100000", fmt.Sprint(100000+i)).Replace(small)
	switch i % 5 {
	case 1:
		text = strings.Replace(text, "fixed:", fmt.Sprintf("fixd%d:", i), 1)
	case 2:
		text += fmt.Sprintf("facts: {states-%d: {value: %d}}\nassumptions: [\"That the the %d States attend.\"]\n", i, i, i)
	}
	u, err := c.Compile(t.Context(), in(name, text))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := u.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	if !u.Complete() {
		return
	}
	if _, err := u.Build(t.Context(), render.Formats()...); err != nil {
		t.Fatal(err)
	}
	if i%5 == 2 {
		m, err := c.Mend(t.Context(), in(name, text))
		if err != nil || m.Count == 0 {
			t.Fatalf("nothing was mended: %v", err)
		}
	}
	if i%5 == 3 {
		r, err := c.Compute(t.Context(), in("other.yaml", small))
		if err != nil {
			t.Fatal(err)
		}
		both, err := compile.Compare(t.Context(), r, u)
		if err != nil || both.Document(true) == nil {
			t.Fatal(err)
		}
	}
}
