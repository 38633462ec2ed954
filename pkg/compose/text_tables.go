package compose

import (
	"strconv"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
)

// textTables prints the tables below a paragraph, each below its label.
func (b *builder) textTables(item *plan.Item) (out []document.Block) {
	for i := range item.Tables {
		t := &item.Tables[i]
		label := b.text(t.Label)
		out = append(out, b.tableTitle("tables/"+t.ID.Value+"/label", t.ID.Value, label), b.textTable(t, label))
	}
	return out
}

// tableTitle is what stands above a table that has a label of its own: the label, behind the number of the
// table where a text of the document refers to the number of any.
func (b *builder) tableTitle(id, table string, label document.Text) document.Paragraph {
	b.tables++
	number := strconv.Itoa(b.tables)
	p := document.Paragraph{ID: id, Anchor: b.give("tables/"+table, number), Lead: true}
	if b.numbersTables() {
		p.Text = append(b.with(b.words["table_number"], "number", number), document.Run{Text: " "})
	}
	p.Text = append(p.Text, label...)
	for n := range p.Text {
		p.Text[n].Emphasis = true
	}
	return p
}

// textTable prints a table: a row is set off as a sum where it adds up others.
func (b *builder) textTable(t *plan.TextTable, caption document.Text) document.Table {
	out := document.Table{ID: "tables." + t.ID.Value, Caption: caption}
	all := t.Figures()
	out.Columns = []document.Column{{Head: b.text(t.Head), Width: labelWidth, Label: true}}
	places := make([]int32, len(t.Columns))
	for k := range t.Columns {
		places[k] = t.TextPlaces(all, k)
		out.Columns = append(out.Columns, b.textColumn(&t.Columns[k], isText(all, k)))
	}
	for i := range t.Rows {
		w := &t.Rows[i]
		row := document.Row{ID: out.ID + "." + w.ID.Value, Kind: sumKind(t, i), Cells: []document.Text{b.text(w.Label)}}
		for k := range t.Columns {
			row.Cells = append(row.Cells, b.textCell(&all[i][k], row.ID+"."+t.Columns[k].ID.Value, places[k]))
		}
		out.Rows = append(out.Rows, row)
	}
	for i := range t.Notes {
		out.Notes = append(out.Notes, b.text(t.Notes[i].Text))
	}
	return out
}

// isText reports a column that has texts and no figure.
func isText(all [][]plan.TextFigure, column int) bool {
	texts := false
	for i := range all {
		f := &all[i][column]
		if f.Printed != nil {
			return false
		}
		texts = texts || f.Text.IsSet()
	}
	return texts
}

func (b *builder) textColumn(c *plan.TextColumn, texts bool) document.Column {
	head := document.Plain(c.ID.Value)
	if c.Label.IsSet() {
		head = b.text(c.Label)
	}
	if texts {
		return document.Column{ID: c.ID.Value, Head: head, Width: labelWidth}
	}
	return document.Column{ID: c.ID.Value, Head: head, Width: figureWidth, Numeric: true}
}

// sumKind is how a row stands: the last that adds up others as the total, those before it as sums.
func sumKind(t *plan.TextTable, row int) document.RowKind {
	switch {
	case len(t.Rows[row].Sum) == 0:
		return document.BodyRow
	case row == len(t.Rows)-1:
		return document.TotalRow
	}
	return document.SubtotalRow
}

// textCell prints a cell.
func (b *builder) textCell(f *plan.TextFigure, name string, places int32) document.Text {
	switch {
	case f.Text.IsSet():
		return b.text(f.Text)
	case f.IsNil():
		mark := b.nilMark()
		return document.Text{{Text: mark, Keep: true, Aloud: b.nilAloud(mark), Name: name, Origin: f.Given.Node}}
	case f.Printed == nil:
		return nil
	}
	return document.Text{{Text: b.money(*f.Printed, places), Keep: true, Aloud: b.moneyAloud(*f.Printed, places), Name: name, Origin: f.Given.Node}}
}
