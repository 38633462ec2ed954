package registry_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/registry"
)

type format struct {
	name string
	rank int
}

func name(f format) string { return f.name }

func TestListedByName(t *testing.T) {
	r := registry.New(name)
	for _, n := range []string{"pdf", "docx", "md"} {
		if !r.Add(format{name: n}) {
			t.Errorf("Add says no to %s", n)
		}
	}
	if got := r.Names(); !slices.Equal(got, []string{"docx", "md", "pdf"}) {
		t.Errorf("the names are %v", got)
	}
	if f, ok := r.Find("md"); !ok || f.name != "md" {
		t.Errorf("md is found as %v, %v", f, ok)
	}
	if f, ok := r.Find("odt"); ok || f.name != "" {
		t.Errorf("odt is found as %v", f)
	}
}

func TestOrderedByItsOwn(t *testing.T) {
	r := registry.Ordered(name, func(a, b format) int { return cmp.Or(cmp.Compare(a.rank, b.rank), strings.Compare(a.name, b.name)) })
	for _, f := range []format{{"json", 1}, {"text", 0}, {"github", 1}} {
		r.Add(f)
	}
	if got := r.Names(); !slices.Equal(got, []string{"text", "github", "json"}) {
		t.Errorf("the names are %v", got)
	}
}

// TestAListStaysAsItWasRead: a list that was read does not get values that are added
// later.
func TestAListStaysAsItWasRead(t *testing.T) {
	r := registry.New(name)
	r.Add(format{name: "b"})
	list := r.All()
	r.Add(format{name: "a"})
	r.Remove("b")
	if len(list) != 1 || list[0].name != "b" {
		t.Errorf("the list became %v", list)
	}
	if got := r.Names(); !slices.Equal(got, []string{"a"}) {
		t.Errorf("the names are %v", got)
	}
}

func TestANameStandsForOneValue(t *testing.T) {
	r := registry.New(name)
	r.Add(format{name: "pdf"})
	defer func() {
		if recover() == nil {
			t.Error("two formats are called pdf")
		}
	}()
	r.Add(format{name: "pdf", rank: 2})
}
