package merge

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// addedWork reports a row that was added to a table of work, indicators, risks, or of the text; it is
// false for another table. A row is put into the plan where all of its cells are there.
func (c *comparer) addedWork(i int, change *Change) bool {
	before := c.beside(i, -1)
	if before == nil || !before.built.isRow {
		return false
	}
	passage := before.built.first().passage
	table, isTable := passage.Of.(*document.Table)
	if !isTable || !isWork(table) && !strings.HasPrefix(table.ID, "tables.") {
		return false
	}
	const byHand = "; write it in the plan by hand"
	cells, complete := cellsOf(c.pairs[i].found, table)
	switch {
	case table.ID == "work":
		change.Left = "an activity is added below its output, where the document lists them" + byHand
	case c.goesBeside(table):
		change.Left = "the table goes on beside, and no row says all" + byHand
	case !complete:
		change.Left = "its first cell is empty, or the only one" + byHand
	case table.ID == "risks":
		c.addedRisk(change, table, passage.TableRow(), cells)
	case table.ID == "indicators":
		c.addedIndicator(change, table, passage.TableRow(), cells)
	default:
		c.addedTextRow(change, table, passage.TableRow(), cells)
	}
	return true
}

// cellsOf are the texts of a row by columns, and whether they are those of an item: its name, and something
// of it.
func cellsOf(u *unit, table *document.Table) (cells []string, complete bool) {
	filled := 0
	for i := range table.Columns {
		text := ""
		if cell := u.in(i + 1); cell != nil {
			text = cell.text
		}
		if cells = append(cells, text); text != "" {
			filled++
		}
	}
	return cells, filled > 1 && filled == len(u.cells) && cells[0] != ""
}

// put offers to put an item into a list, behind one.
func (c *comparer) put(change *Change, list source.Node, behind int, fields []field) {
	change.At = list.Span()
	if behind >= 0 && behind < list.Len() {
		change.At = list.At(behind).Span()
	}
	change.Offers = []Offer{{Says: fmt.Sprintf("put it into `%s` (line %d)", c.listName(list), change.At.Start.Line), steps: []step{insert{list, behind, fields}}}}
}

func (c *comparer) addedRisk(change *Change, table *document.Table, row int, cells []string) {
	var fields []field
	for i, of := range table.Columns {
		said := Change{New: cells[i]}
		if cells[i] == "" {
			continue
		}
		switch of.ID {
		case "risk":
			fields = append(fields, field{key: "text", text: c.typed(cells[i])})
		case "response":
			fields = append(fields, field{key: "response", text: c.typed(cells[i])})
		case "owner":
			ids, unknown := c.actorsIn(cells[i])
			if unknown != "" {
				change.Left = fmt.Sprintf("“%s” is none of the `actors` of the plan; write the risk in the plan by hand", unknown)
				return
			}
			fields = append(fields, field{key: "owner", text: listed(ids), raw: true})
		case "score": // it follows from the levels
		default:
			c.levelOf(&said, c.unit.Plan.Node, of.ID)
			if len(said.Offers) == 0 {
				change.Left = said.Left + "; write the risk in the plan by hand"
				return
			}
			fields = append(fields, field{key: of.ID, text: said.Offers[0].steps[0].(set).raw, raw: true})
		}
	}
	if row < 1 || row > len(c.unit.Plan.Risks) {
		change.Left = "where in `risks` it belongs is not certain; write it in the plan by hand"
		return
	}
	at := c.tree.up[c.unit.Plan.Risks[row-1].Node]
	c.put(change, at.parent, at.index, fields)
}

func (c *comparer) addedIndicator(change *Change, table *document.Table, row int, cells []string) {
	of, in := indicatorAt(c.unit.Plan, row-1)
	if of == nil || len(of.Indicators) == 0 {
		change.Left = "of which result it is an indicator is not certain; write it in the plan by hand"
		return
	}
	var fields []field
	series := map[string][]string{}
	for i, column := range table.Columns {
		show, time, _ := strings.Cut(column.ID, ".")
		if cells[i] == "" {
			continue
		}
		switch show {
		case "indicator":
			fields = append(fields, field{key: "text", text: c.typed(cells[i])})
		case "unit", "verification":
			fields = append(fields, field{key: show, text: c.typed(cells[i])})
		case "baseline":
			said := Change{New: cells[i]}
			c.baseline(&said, &plan.Indicator{})
			fields = append(fields, field{key: show, text: said.Offers[0].steps[0].(set).raw, raw: true})
		default:
			key := map[string]string{"target": "targets", "actual": "actual"}[show]
			if time == "" {
				change.Left = "for which time its values are is not certain; write it in the plan by hand"
				return
			}
			series[key] = append(series[key], time+": "+c.measuredOf(cells[i]))
		}
	}
	for _, key := range []string{"targets", "actual"} {
		if len(series[key]) > 0 {
			fields = append(fields, field{key: key, text: "{" + strings.Join(series[key], ", ") + "}", raw: true})
		}
	}
	at := c.tree.up[of.Indicators[0].Node]
	behind := -1
	if in != nil {
		behind = c.tree.up[in.Node].index
	}
	c.put(change, at.parent, behind, fields)
}

// addedTextRow offers a row of a table of the text. Sums name their rows: a person says whether they
// add it up.
func (c *comparer) addedTextRow(change *Change, table *document.Table, row int, cells []string) {
	of, at := c.textRow(table, row)
	if of == nil {
		change.Left = "behind which row it belongs is not certain; write it in the plan by hand"
		return
	}
	var values, texts []string
	for i, column := range table.Columns[1:] {
		d, isNumber := c.amount(cells[i+1])
		if cells[i+1] == "" {
			continue
		}
		switch {
		case column.Numeric && !isNumber:
			change.Left = fmt.Sprintf("“%s” is no number; write the row in the plan by hand", cells[i+1])
			return
		case column.Numeric:
			values = append(values, column.ID+": "+d.String())
		default:
			texts = append(texts, column.ID+": "+c.scalarOf(c.typed(cells[i+1])))
		}
	}
	fields := []field{{key: "label", text: c.typed(cells[0])}}
	if len(values) > 0 {
		fields = append(fields, field{key: "values", text: "{" + strings.Join(values, ", ") + "}", raw: true})
	}
	if len(texts) > 0 {
		fields = append(fields, field{key: "texts", text: "{" + strings.Join(texts, ", ") + "}", raw: true})
	}
	list := c.tree.up[of.Rows[at].Node].parent
	c.put(change, list, at, fields)
	if slices.ContainsFunc(of.Rows[at:], func(w plan.TextRow) bool { return len(w.Sum) > 0 }) {
		change.Offers[0].Says += "; no sum adds it up until its `sum` names it"
	}
}

// textRow returns the table of the text that a table prints, and which of its rows a row is.
func (c *comparer) textRow(table *document.Table, row int) (of *plan.TextTable, at int) {
	if row < 1 || row > len(table.Rows) {
		return nil, 0
	}
	for t := range c.unit.Plan.TextTables() {
		if "tables."+t.ID.Value == table.ID && row <= len(t.Rows) {
			return t, row - 1
		}
	}
	return nil, 0
}

// summedBy is the row of a table of the text whose sum names another; nil for none.
func (c *comparer) summedBy(u *unit) *plan.TextRow {
	passage := u.first().passage
	if passage == nil || !u.isRow {
		return nil
	}
	table, isTable := passage.Of.(*document.Table)
	if !isTable || !strings.HasPrefix(table.ID, "tables.") {
		return nil
	}
	of, at := c.textRow(table, passage.TableRow())
	if of == nil {
		return nil
	}
	id := of.Rows[at].ID.Value
	for i := range of.Rows {
		if slices.ContainsFunc(of.Rows[i].Sum, func(s plan.ID) bool { return s.Value == id }) {
			return &of.Rows[i]
		}
	}
	return nil
}
