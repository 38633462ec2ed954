package compose

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/schema"
)

// TestThePageOnTemplatesNamesEveryKey holds docs/templates.md to what is declared: it
// names every key, every kind of block and every part of a plan, and has a row for no
// other kind.
func TestThePageOnTemplatesNamesEveryKey(t *testing.T) {
	text, err := os.ReadFile("../../docs/templates.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(text)
	keys := map[string]bool{}
	templateKeys(templateType().Shape(), keys, map[*schema.Shape]bool{})
	templateKeys(language.Shape(), keys, map[*schema.Shape]bool{})
	for _, list := range [][]string{blocks.Names(), slices.Collect(maps.Keys(sources))} {
		for _, name := range list {
			keys[name] = true
		}
	}
	for key := range keys {
		if !strings.Contains(page, "`"+key+"`") && !strings.Contains(page, "`"+key+": ") {
			t.Errorf("the page does not name %s", key)
		}
	}
	_, rows, _ := strings.Cut(page, "\n## The template\n")
	for line := range strings.Lines(rows) {
		cell, _, _ := strings.Cut(strings.TrimPrefix(line, "| "), " | ")
		if !strings.HasPrefix(line, "| `") {
			continue
		}
		for name := range strings.SplitSeq(cell, ", ") {
			if name = strings.Trim(name, "`"); !keys[name] && !strings.HasSuffix(name, "_note") {
				t.Errorf("the page has a row for %s, which is not declared", name)
			}
		}
	}
}

// templateKeys gathers the keys of a shape and of what it holds.
func templateKeys(s *schema.Shape, keys map[string]bool, seen map[*schema.Shape]bool) {
	if s == nil {
		return
	}
	if s = s.Itself(); seen[s] {
		return
	}
	seen[s] = true
	for _, k := range s.Keys {
		keys[k.Key] = true
		templateKeys(k.Shape, keys, seen)
	}
	templateKeys(s.Of, keys, seen)
	templateKeys(s.Short, keys, seen)
}
