package compose

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/money"
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
		lead := document.Paragraph{ID: "budget/tables/" + spec.ID.Value + "/label", Text: b.tableLabel(spec), Lead: true}
		for n := range lead.Text {
			lead.Text[n].Emphasis = true
		}
		out = append(out, lead, b.laidOut(spec, block))
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
	first int // the first column of figures
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

// codes explains the codes that heads of columns have.
func (g *gridder) codes() (notes []document.Text) {
	seen := map[string]bool{}
	for i := range g.table.Columns {
		for _, k := range []budget.Key{g.table.Columns[i].Outer, g.table.Columns[i].Inner} {
			if k.Dimension == plan.Years || k.Dimension == "" || k.Value < 0 {
				continue
			}
			v := g.in.Budget.ValueOf(k)
			short := v.Number
			if v.Code.IsSet() {
				short = v.Code.Value
			}
			if short == "" || v.Label.Value == short || seen[short] {
				continue
			}
			seen[short] = true
			notes = append(notes, append(document.Plain(short+": "), g.text(v.Label)...))
		}
	}
	return notes
}

// addRows adds the rows of the table and, where it stands for the budget's own, what is outside
// of the budget.
func (g *gridder) addRows() {
	for i := range g.table.Rows {
		g.addRow(&g.table.Rows[i])
	}
	if g.table.Plan.Main.Value {
		g.inPlace()
	}
}

var rowKinds = map[budget.RowKind]document.RowKind{budget.ValueRow: document.BodyRow, budget.HeadRow: document.GroupRow,
	budget.SubtotalRow: document.SubtotalRow, budget.TotalRow: document.TotalRow}

func (g *gridder) addRow(r *budget.TableRow) {
	row := document.Row{Kind: rowKinds[r.Kind], Depth: r.Depth, Cells: make([]document.Text, len(g.cells))}
	for i, c := range g.cells {
		switch {
		case c.show == "label":
			row.Cells[i] = g.rowLabel(r)
		case c.show != "amount":
			row.Cells[i] = g.detail(r, c.show)
		case r.Figures != nil:
			row.Cells[i] = g.figure(&r.Figures[c.figure], g.table.Columns[c.figure].Column)
		}
	}
	g.rows = append(g.rows, row)
	g.items(r)
}

// rowLabel says what a row is of, with the marks of a line's footnotes.
func (g *gridder) rowLabel(r *budget.TableRow) document.Text {
	label := g.called(g.in.Budget.LabelOf(&g.table, r))
	if k := r.Key; k.Dimension == plan.Lines && k.Value >= 0 && r.Kind != budget.SubtotalRow {
		return g.noted(label, &g.list[k.Value].Footnote)
	}
	return label
}

// detail is what a row shows beside its label and its figures: of a line.
func (g *gridder) detail(r *budget.TableRow, show string) document.Text {
	k := r.Key
	if k.Dimension != plan.Lines || k.Value < 0 || r.Kind == budget.SubtotalRow {
		return nil
	}
	l := g.list[k.Value].Line
	switch show {
	case "code":
		return document.Plain(l.Code.Value)
	case "note":
		return g.note(l)
	case "unit", "quantity", "unit_cost":
		if items := itemsOf(l); len(items) == 1 && r.Kind == budget.ValueRow {
			return g.item(k.Value, &items[0], show)
		}
		return nil
	}
	for _, a := range cost.Axes() {
		if a.Key() == show && r.Kind == budget.ValueRow {
			return g.shared(k.Value, a)
		}
	}
	return nil
}

// shared names the values that a line is divided over; those of its parts, where it has any.
func (g *gridder) shared(line int, a cost.Axis) (out document.Text) {
	for _, s := range g.in.Budget.SharesOfAll(line, a) {
		if len(out) > 0 {
			out = append(out, document.Run{Text: ", "})
		}
		if s.Value == budget.Rest {
			continue
		}
		v := &g.in.Budget.Values(a)[s.Value]
		switch {
		case v.Number != "":
			out = append(out, document.Run{Text: v.Number})
		case v.Code.IsSet():
			out = append(out, document.Run{Text: v.Code.Value})
		default:
			out = append(out, g.text(v.Label)...)
		}
		if s.Share.IsPositive() && !s.Share.Equal(money.Hundred) {
			out = append(out, document.Run{Text: " " + g.language.PercentTo(s.Share, 0), Keep: true})
		}
	}
	return out
}
