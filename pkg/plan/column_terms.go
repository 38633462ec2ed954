package plan

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// columnTerms follows columns down to the amounts that they are made of.
type columnTerms struct {
	tally    Tally
	percents map[string]source.At[string]
	tooMany  bool
}

// check reports a column that counts another twice, through other sums, or that adds
// up per cent. A column that a list names twice is found where lists are read.
func (t *columnTerms) check(r *schema.Reader, c *Column) {
	for _, of := range c.Rules() {
		for _, id := range of {
			if p, isPercent := t.percents[id.Value]; isPercent {
				r.Add(diag.Finding{Rule: WrongColumn, Span: id.Span(), Message: fmt.Sprintf("`%s` holds per cent, and no column can be made of it", id.Value),
					Hint: "name columns of amounts, sums or changes", Related: []diag.Related{{Span: p.Span(), Note: "the column of per cent"}}})
			}
		}
	}
	if c.IsPercent() {
		if t.percents == nil {
			t.percents = map[string]source.At[string]{}
		}
		t.percents[c.ID.Value] = c.ID
		return
	}
	of, parts := columnParts(c)
	twice, known := t.tally.Put(c.ID.Value, parts...)
	if !known && !t.tooMany {
		t.tooMany = true
		r.Report(WrongColumn, c.ID.Node, "these columns follow from each other too often to be followed", "name the columns of amounts themselves")
	}
	if twice != nil && known {
		t.report(r, c, of, *twice)
	}
}

// columnParts returns the columns that a column names, each once, and how they count.
func columnParts(c *Column) (of []source.At[string], parts []Part) {
	of = c.Sum
	switch {
	case len(c.Change) == 2:
		of = c.Change
	case len(c.Less) > 1:
		of = c.Less
	}
	seen := make(map[string]bool, len(of))
	for i, id := range of {
		if !seen[id.Value] {
			seen[id.Value] = true
			parts = append(parts, Part{Name: id.Value, Taken: len(c.Change) == 2 && i == 0 || len(c.Less) > 1 && i > 0})
		}
	}
	return of, parts
}

func (t *columnTerms) report(r *schema.Reader, c *Column, of []source.At[string], twice Twice) {
	found := diag.Finding{Rule: WrongColumn, Message: fmt.Sprintf("the column `%s` counts `%s` twice: %s", c.ID.Value, twice.Name, twice.Ways())}
	found.Hint = "take one of the two out, so that each column of amounts counts once"
	for _, id := range of {
		switch id.Value {
		case twice.Second:
			found.Span = id.Span()
		case twice.First:
			found.Related = []diag.Related{{Span: id.Span(), Note: "the first"}}
		}
	}
	r.Add(found)
}
