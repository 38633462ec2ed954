package edit_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/source"
)

const small = `document:
  symbol: CCM/1
  title: "The plan of 2018"
lines:
  - {id: a, note: one}
  - id: b # the other
    note: two words
`

// TestMeaning: an edit changes what it is of, and nothing else of what the file says.
func TestMeaning(t *testing.T) {
	for name, c := range map[string]struct {
		old, now string // what is replaced where it first stands
		ok       bool
	}{
		"a value":                       {"CCM/1", "CCM/2", true},
		"a value by a group":            {"CCM/1", "{a: 1, b: 2}", true},
		"a value by a list":             {"CCM/1", "[1, 2]", true},
		"a value by nothing":            {"CCM/1", "", true},
		"a part of a value":             {"2018", "2019", true},
		"a word in quotes":              {`"The plan of 2018"`, `'The plan of 2019'`, true},
		"a key":                         {"symbol", "sign", true},
		"a key put in":                  {"  title:", "  date: 1\n  title:", true},
		"a key put in first":            {"document:", "isuplan: 1\ndocument:", true},
		"an item put in":                {"  - {id: a", "  - {id: z}\n  - {id: a", true},
		"an item put in first in a row": {"id: b", "x: 1\n    id: b", true},
		"an item taken out":             {"  - {id: a, note: one}\n", "", true},
		"a first key taken out":         {"  symbol: CCM/1\n", "", true},
		"a comment":                     {"lines:", "# see there\nlines:", true},
		"in quotes now":                 {"two words", `"two words"`, true},

		"a value with a key behind it":    {"CCM/1", "CCM/2\n  title2: x", false},
		"a value in braces with a key":    {"one", "one, x: 1", false},
		"a key in the middle of a text":   {"two", "two\n    more: x", false},
		"a value that ends sooner":        {"2018", "2018\" # ", true},
		"a comment that goes on as a key": {"lines:", "# see\nthere: x\nlines:", true}, // keys may be put in: whoever writes comments keeps them on a line
		"a quote that is not closed":      {"CCM/1", `"CCM/1`, false},
		"a bracket":                       {"CCM/1", "[CCM/1", false},
		"another indentation":             {"  title", "   title", false},
		"an alias of nothing":             {"CCM/1", "*x", false},
		"the same key twice":              {"symbol", "title", false},
		"a colon in a plain text":         {"two words", "two: words", false},
	} {
		f := source.NewFile("plan.yaml", []byte(small))
		from := bytes.Index(f.Bytes, []byte(c.old))
		text, err := edit.Apply(f, []diag.Edit{{Span: f.Span(from, from+len(c.old)), Text: c.now}})
		switch {
		case c.ok && (err != nil || string(text) != strings.Replace(small, c.old, c.now, 1)):
			t.Errorf("%s: %v\n%s", name, err, text)
		case !c.ok && !errors.Is(err, edit.ErrMeaning):
			t.Errorf("%s: %v\n%s", name, err, text)
		}
	}
}

// TestUnreadable: a file that cannot be read is edited all the same: a fix may mend it.
func TestUnreadable(t *testing.T) {
	f := source.NewFile("plan.yaml", []byte("a: [1\n"))
	if text, err := edit.Apply(f, []diag.Edit{{Span: f.Span(5, 5), Text: "]"}}); err != nil || string(text) != "a: [1]\n" {
		t.Errorf("%q, %v", text, err)
	}
}
