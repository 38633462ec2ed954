package cli

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestBrokenPlans takes every third line out of a real plan, and puts nonsense for one
// value after the other. Nothing brings a rule down, and what could not be read does not
// hide the rest.
func TestBrokenPlans(t *testing.T) {
	text, err := os.ReadFile("../../plans/2018.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c := compile.New(compile.Options{NoWaivers: true})
	lines := strings.SplitAfter(string(text), "\n")
	try := func(change string, changed []string) {
		defer func() {
			if r := recover(); r != nil {
				t.Errorf("%s: %v", change, r)
			}
		}()
		if _, err := c.Check(t.Context(), compile.Input{File: source.NewFile("plan.yaml", []byte(strings.Join(changed, "")))}); err != nil {
			t.Errorf("%s: %v", change, err)
		}
	}
	for i, line := range lines {
		if strings.HasPrefix(strings.TrimSpace(line), "#") || i%3 != 0 {
			continue
		}
		without := append(append([]string{}, lines[:i]...), lines[i+1:]...)
		try(fmt.Sprintf("without line %d", i+1), without)
		if key, _, ok := strings.Cut(line, ": "); ok {
			garbled := append([]string{}, lines...)
			garbled[i] = key + ": []\n"
			try(fmt.Sprintf("line %d garbled", i+1), garbled)
		}
	}
}

// TestOneFaultDoesNotHideAnother holds that the readable part of a plan with a mistyped
// key is still judged.
func TestOneFaultDoesNotHideAnother(t *testing.T) {
	text, err := os.ReadFile("../../plans/2018.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c := compile.New(compile.Options{NoWaivers: true})
	broken := strings.Replace(string(text), "symbol:", "symbl:", 1)
	broken = strings.Replace(broken, "    place: Geneva\n", "    place: Geneva\n    plce: Geneva\n", 1)
	findings, err := c.Check(t.Context(), compile.Input{File: source.NewFile("plan.yaml", []byte(broken))})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]int{}
	for _, f := range findings {
		found[f.Rule.Name]++
	}
	for _, name := range []string{"unknown-key", "stated-differs", "spelling", "meeting-date", "name-variant", "term-capitals"} {
		if found[name] == 0 {
			t.Errorf("%s was not found: %v", name, found)
		}
	}
	for _, name := range []string{"unserved", "unused-waiver"} {
		if found[name] != 0 {
			t.Errorf("%s cannot be known of a plan that was not read whole", name)
		}
	}
}
