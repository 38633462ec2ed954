package compose

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
)

func init() {
	registerBlock("tables", blockKind{needs: []string{"from"}, from: []string{"budget.tables"}, print: printTables})
}

// printTables prints the tables that the plan asks for, each below its label. One that stands in
// the place of the budget's own is printed there.
func printTables(b *builder, block *blockSpec) (out []document.Block) {
	for i := range b.in.Plan.Budget.Tables {
		spec := &b.in.Plan.Budget.Tables[i]
		if spec.Main.Value {
			continue
		}
		out = append(out, b.tableTitle("budget/tables/"+spec.ID.Value+"/label", spec.ID.Value, b.tableLabel(spec)), b.laidOut(spec, block))
	}
	return out
}

// tableLabel is what stands above a table: its label, or else its id.
func (b *builder) tableLabel(spec *plan.Table) document.Text {
	if spec.Label.IsSet() {
		return b.text(spec.Label)
	}
	return document.Plain(spec.ID.Value)
}

// mainTable returns the table that stands in the place of the budget's own; nil where none does.
func mainTable(p *plan.Plan) *plan.Table {
	for i := range p.Budget.Tables {
		if p.Budget.Tables[i].Main.Value {
			return &p.Budget.Tables[i]
		}
	}
	return nil
}

// laidOut prints a table in a block: that of tables, or that of the budget's own.
func (b *builder) laidOut(spec *plan.Table, block *blockSpec) document.Table {
	t := gridder{tabler: tabler{builder: b, spec: block, list: b.in.Budget.Lines, marks: map[string]int{}}, table: b.in.Budget.Table(spec)}
	out := document.Table{ID: "budget.tables." + spec.ID.Value, Caption: b.tableLabel(spec)}
	if spec.Main.Value {
		out.ID = block.From.Value
		if !spec.Label.IsSet() {
			out.Caption = b.text(block.Caption)
		}
	}
	if t.table.IsTooLarge() {
		b.findings.Add(diag.Finding{Rule: schema.TooMuch, Span: spec.ID.Span(), Message: fmt.Sprintf("the table `%s` would have more than 250,000 figures", spec.ID.Value),
			Hint: "give it fewer rows or columns, or divide it"})
	}
	t.columns()
	t.addRows()
	for _, c := range t.cells {
		out.Columns = append(out.Columns, c.Column)
	}
	out.Heads = t.heads()
	for _, n := range spec.Notes {
		t.notes = append(t.notes, b.text(n.Text))
	}
	t.notes = append(t.notes, t.codes()...)
	out.Rows, out.Notes = t.rows, t.notes
	return out
}

// gridder gathers the columns and rows of a table that the plan asks for.
type gridder struct {
	tabler
	table budget.Table
	first int             // the first column of figures
	coded []*budget.Value // those whose codes cells of the table have
}

// shares of a table's width, where nothing is measured.
const (
	labelWidth  = 40
	figureWidth = 14
	detailWidth = 14
)

// columns lays out what the rows are, what is shown of lines, and the figures.
func (g *gridder) columns() {
	g.cells = []tableColumn{{Column: document.Column{Head: g.rowsHead(), Width: labelWidth, Label: true}, show: "label"}}
	for _, s := range g.table.Plan.Show {
		head := g.one("show_" + s.Value)
		g.cells = append(g.cells, tableColumn{Column: document.Column{Head: head, Width: detailWidth, Numeric: isFigure(s.Value)}, show: s.Value})
	}
	g.first = len(g.cells)
	for i := range g.table.Columns {
		c := &g.table.Columns[i]
		key := c.Outer
		if c.HasInner() {
			key = c.Inner
		}
		g.cells = append(g.cells, tableColumn{Column: document.Column{Head: g.head(key), Width: figureWidth, Numeric: true}, show: "amount", figure: i})
	}
}

// one is a word of the language; one that it lacks is reported.
func (g *gridder) one(id string) document.Text { return slices.Concat(g.word(id)...) }

// rowsHead is the head of the column that says what the rows are.
func (g *gridder) rowsHead() document.Text {
	rows := g.table.Plan.Rows
	if len(rows) == 0 {
		return nil
	}
	return g.one("rows_" + rows[len(rows)-1].Value)
}

// heads are the upper heads, each over the columns that follow one another and are of it; or the
// column of the budget that all of them are of.
func (g *gridder) heads() (heads []document.Head) {
	if over, ok := g.table.Over(); ok && !g.table.Columns[0].HasInner() {
		return []document.Head{{Text: g.head(over), From: g.first, To: g.first + len(g.table.Columns)}}
	}
	for i := range g.table.Columns {
		c := &g.table.Columns[i]
		if !c.HasInner() {
			return nil
		}
		at := g.first + i
		if i > 0 && g.table.Columns[i-1].Outer == c.Outer {
			heads[len(heads)-1].To = at + 1
			continue
		}
		heads = append(heads, document.Head{Text: g.head(c.Outer), From: at, To: at + 1})
	}
	return heads
}

// head words a key of the columns.
func (g *gridder) head(k budget.Key) document.Text { return g.called(g.in.Budget.HeadOf(k)) }

// called words a label.
func (g *gridder) called(l budget.Label) document.Text {
	switch {
	case l.Word != "":
		return g.one(l.Word)
	case l.Verbatim:
		return document.Plain(l.Text.Value)
	case l.Number == "":
		return g.text(l.Text)
	case !l.Text.IsSet():
		return document.Plain(l.Number)
	}
	return append(document.Plain(l.Number+" "), g.text(l.Text)...)
}

// addRows adds the rows of the table and, where it stands for the budget's own, what is outside
// of the budget.
func (g *gridder) addRows() {
	for i := range g.table.Rows {
		g.addRow(i)
	}
	if g.table.Plan.Main.Value {
		g.inPlace()
	}
}

var rowKinds = map[budget.RowKind]document.RowKind{budget.ValueRow: document.BodyRow, budget.HeadRow: document.GroupRow,
	budget.SubtotalRow: document.SubtotalRow, budget.TotalRow: document.TotalRow}

func (g *gridder) addRow(at int) {
	r := &g.table.Rows[at]
	if items := g.itemsOf(at); len(items) > 1 {
		g.items(at, items)
		return
	}
	g.printed(r.Kind, r, func(show string) document.Text { return g.detail(at, show) }, r.Figures)
}

// printed adds a row as one of a kind, with what it shows beside its label and its figures.
func (g *gridder) printed(kind budget.RowKind, r *budget.TableRow, detail func(string) document.Text, figures []budget.Figure) {
	as := *r
	as.Kind = kind
	row := document.Row{Kind: rowKinds[kind], Depth: r.Depth, Cells: make([]document.Text, len(g.cells))}
	for i, c := range g.cells {
		switch {
		case c.show == "label":
			row.Cells[i] = g.rowLabel(&as)
		case c.show != "amount":
			row.Cells[i] = detail(c.show)
		case figures != nil:
			row.Cells[i] = g.figure(&figures[c.figure], g.table.Columns[c.figure].Column)
		}
	}
	g.rows = append(g.rows, row)
}

// rowLabel says what a row is of, with the marks of a line's footnotes.
func (g *gridder) rowLabel(r *budget.TableRow) document.Text {
	label := g.called(g.in.Budget.LabelOf(&g.table, r))
	if k := r.Key; k.Dimension == plan.Lines && k.Value >= 0 && r.Kind != budget.SubtotalRow {
		return g.noted(label, &g.list[k.Value].Footnote)
	}
	return label
}
