package plan

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// WrongTable is reported for a table of the text that names a row or a column that it has not, or
// counts something twice.
var WrongTable = diag.Rule{Code: "F231", Name: "wrong-text-table", Severity: diag.Error, Title: "a table of the text whose rows and columns do not fit each other",
	Why:   "A figure would stand nowhere, or a sum would be made of something else than it says.",
	Since: "0.3",
	Bad: `sections:
  - id: basis
    paragraphs:
      - text: The Unit made these visits.
        tables:
          - id: visits
            label: Visits
            columns: [{id: visits, label: Visits}]
            rows:
              - {id: africa, label: Africa, values: {«vists»: 3}}
              - {id: asia, label: Asia, values: {visits: 2}}
`, Good: `sections:
  - id: basis
    paragraphs:
      - text: The Unit made these visits.
        tables:
          - id: visits
            label: Visits
            columns: [{id: visits, label: Visits}]
            rows:
              - {id: africa, label: Africa, values: {visits: 3}}
              - {id: asia, label: Asia, values: {visits: 2}}
`}

// tableForm checks how the rows and columns of a table fit each other.
type tableForm struct {
	*schema.Reader
	what    string // what is looked at: a column, a row
	known   map[string]source.Node
	later   map[string]bool // all ids, those that are not known yet too
	ids     []string
	tally   Tally
	columns map[string]*TextColumn
}

func checkTextTable(r *schema.Reader, t *TextTable) {
	columns := &tableForm{Reader: r, what: "column", known: map[string]source.Node{}, later: map[string]bool{}}
	f := &tableForm{Reader: r, what: "row", known: map[string]source.Node{}, later: map[string]bool{}, columns: map[string]*TextColumn{}}
	for i := range t.Columns {
		columns.later[t.Columns[i].ID.Value] = true
	}
	for i := range t.Rows {
		f.later[t.Rows[i].ID.Value] = true
	}
	f.filled(t.Node, "columns", "the table has no columns")
	f.filled(t.Node, "rows", "the table has no rows")
	for i := range t.Columns {
		c := &t.Columns[i]
		f.filled(c.Node, "sum", "this sum adds up nothing")
		columns.put(c.ID, c.Sum)
		f.columns[c.ID.Value] = c
	}
	for i := range t.Rows {
		w := &t.Rows[i]
		f.filled(w.Node, "sum", "this sum adds up nothing")
		f.put(w.ID, w.Sum)
		if len(t.Columns) > 0 && !slices.ContainsFunc(t.Columns, func(c TextColumn) bool { return !c.ID.IsSet() }) { // else some could not be read
			f.cells(w, columns.ids)
		}
	}
}

// filled reports a list that is there and has nothing in it.
func (f *tableForm) filled(group source.Node, key, message string) {
	if list := group.Get(key); list.Kind() == source.Sequence && list.Len() == 0 {
		hint := "add an item, or take `" + key + "` out"
		if key != "sum" {
			hint = "add one, after \"- \""
		}
		f.Report(schema.MissingKey, list, message, hint)
	}
}

// put takes a column or a row in, and looks at what it adds up.
func (f *tableForm) put(id text, sum []text) {
	if !id.IsSet() {
		return
	}
	if first, twice := f.known[id.Value]; twice {
		f.Add(diag.Finding{Rule: DuplicateID, Span: id.Span(), Message: fmt.Sprintf("two %ss of this table have the id `%s`", f.what, id.Value), Hint: "give one of them another id",
			Related: []diag.Related{{Span: first.Span(), Note: "the first"}}})
		return
	}
	var parts []Part
	for _, s := range sum {
		if _, before := f.known[s.Value]; !before {
			f.Add(diag.Finding{Rule: WrongTable, Span: s.Span(), Message: fmt.Sprintf("no %s before this one is called `%s`", f.what, s.Value), Hint: f.before(id.Value, s.Value)})
			continue
		}
		parts = append(parts, Part{Name: s.Value})
	}
	f.known[id.Value] = id.Node
	f.ids = append(f.ids, id.Value)
	if twice, known := f.tally.Put(id.Value, parts...); known && twice != nil {
		f.Add(diag.Finding{Rule: WrongTable, Span: id.Span(), Message: fmt.Sprintf("the sum `%s` counts `%s` twice: %s", id.Value, twice.Name, twice.Ways()), Hint: "let it name each part once"})
	}
}

// before says what to do about a part of a sum that does not stand before it.
func (f *tableForm) before(sum, part string) string {
	switch {
	case sum == part:
		return fmt.Sprintf("a sum does not add up itself: take `%s` out of it", part)
	case f.later[part]:
		return fmt.Sprintf("put the %s `%s` behind what it adds up", f.what, sum)
	}
	return diag.DidYouMean(part, f.ids)
}

// cells looks at the columns that a row has figures and texts in.
func (f *tableForm) cells(w *TextRow, columns []string) {
	figures := map[string]bool{}
	for _, v := range w.Values {
		f.column(v.Key, columns)
		figures[v.Key.Value] = true
	}
	for _, v := range w.Texts {
		c := f.column(v.Key, columns)
		switch {
		case figures[v.Key.Value]:
			f.Add(diag.Finding{Rule: WrongTable, Span: v.Key.Span(), Message: fmt.Sprintf("the row `%s` has a figure and a text in the column `%s`", w.ID.Value, v.Key.Value), Hint: "take one of the two out"})
		case c != nil && len(c.Sum) > 0:
			f.Add(diag.Finding{Rule: WrongTable, Span: v.Key.Span(), Message: fmt.Sprintf("the column `%s` is a sum and has no texts", v.Key.Value), Hint: "take the text out, or the `sum`"})
		}
	}
}

func (f *tableForm) column(key text, columns []string) *TextColumn {
	c := f.columns[key.Value]
	if c == nil {
		f.Add(diag.Finding{Rule: WrongTable, Span: key.Span(), Message: fmt.Sprintf("this table has no column `%s`", key.Value), Hint: diag.DidYouMean(key.Value, columns)})
	}
	return c
}
