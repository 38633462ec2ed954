package serve

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/sheet"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/trace"
	"github.com/isuplan/isuplan/pkg/whatif"
)

// rowView is a row of the budget's table.
type rowView struct {
	Kind, ID, Label string
	Remark          string // such as: as stated; computed 69,011
	Depth           int
	Cells           []cellView
	Inputs          []inputView
}

// cellView is a figure: as the plan has it, and with what-if values.
type cellView struct {
	At, Plan, Now, Change string
	Name                  string // as a place names it
}

// inputView is a value of the plan as a box.
type inputView struct {
	Name, Label, Value, Was string
}

// box marks the parameters of what-if values.
const box = "v:"

// budget shows the budget with its inputs, and what it were with other values.
func (s *Server) budget(w http.ResponseWriter, r *http.Request) {
	d, ok := s.desk(r.URL.Query().Get("plan"))
	if !ok {
		refuse(w, http.StatusNotFound, noPlan)
		return
	}
	v := map[string]any{"Title": "Budget of " + d.name, "Plan": d.name, "Here": "budget", "Many": s.many()}
	in, err := s.World.Read(d.name)
	if err == nil {
		err = s.tried(r.Context(), in, r.URL.Query(), v)
	}
	if err != nil {
		v["Problem"] = err.Error()
	}
	show(w, "budget", v)
}

// tried computes the budget as it is and with what-if values, for the page.
func (s *Server) tried(ctx context.Context, in compile.Input, q url.Values, v map[string]any) error {
	compilers, err := s.compilers()
	if err != nil {
		return err
	}
	u, err := compilers.Final.Compute(ctx, in)
	if err != nil {
		return err
	}
	if !u.Complete() || u.Budget == nil {
		return refused("The plan cannot be read in full at the moment; its document says why.")
	}
	words := u.Words()
	inputs := whatif.Inputs(u.Budget)
	assignments, values := assignmentsOf(q, inputs)
	now, problem, err := assumed(ctx, compilers.Recompute, in, u, assignments)
	if err != nil {
		return err
	}
	if now != nil {
		base, err := compilers.Recompute.Compute(ctx, in)
		if err != nil {
			return err
		}
		v["Correction"], v["Idle"] = apartFrom(u, base), strings.Join(whatif.Idle(now.Budget, assignments), "; ")
	}
	v["Set"], v["Problem"], v["Rows"] = assignments, problem, rowsOf(u, now, inputs, values)
	v["Currency"] = string(u.Budget.Currency)
	tracer := trace.Tracer{Budget: u.Budget, Words: words.Text}
	var heads []string
	for at := range u.Budget.Columns {
		heads = append(heads, tracer.Head(at))
	}
	v["Heads"] = heads
	return nil
}

// assignmentsOf returns the values of the boxes that are not as the plan has them.
func assignmentsOf(q url.Values, inputs []whatif.Input) (list []string, values map[string]string) {
	values = map[string]string{}
	for _, in := range inputs {
		value := strings.TrimSpace(q.Get(box + in.Name))
		if value == "" || value == in.Node.Text() || len(list) == mostSet {
			continue
		}
		values[in.Name] = value
		list = append(list, in.Name+"="+value)
	}
	return list, values
}

// assumed computes the budget with other values; it is nil for none, and problem says in a
// sentence why they cannot be.
func assumed(ctx context.Context, c *compile.Compiler, in compile.Input, u *compile.Unit, assignments []string) (now *compile.Unit, problem string, err error) {
	if len(assignments) == 0 {
		return nil, "", nil
	}
	file, _, err := whatif.Apply(u.File, u.Budget, assignments)
	var no whatif.Problem
	if errors.As(err, &no) {
		return nil, no.Error() + ".", nil
	}
	if err != nil {
		return nil, "This value cannot stand there.", nil //nolint:nilerr // the edit was refused: it is for the reader
	}
	in.File = source.NewFile(u.File.Name, file.Bytes)
	if now, err = c.Compute(ctx, in); err != nil {
		return nil, "", err
	}
	if !now.Complete() {
		for _, f := range now.Findings {
			return nil, f.Message + ".", nil
		}
		return nil, "This value cannot be read.", nil
	}
	return now, "", nil
}

// apartFrom says how far the total is from what the rules give without any other value; "" if
// it is the same.
func apartFrom(u, base *compile.Unit) string {
	at := u.Budget.MainAmount()
	if at < 0 || !base.Complete() {
		return ""
	}
	by := base.Budget.Total[at].Printed.Sub(u.Budget.Total[at].Printed)
	if by.IsZero() {
		return ""
	}
	return signed(by, u.Budget.Columns[at].Places)
}

// rowsOf makes the rows of the table.
func rowsOf(u, now *compile.Unit, inputs []whatif.Input, values map[string]string) (rows []rowView) {
	words := u.Words()
	list := sheet.Sheet{Budget: u.Budget, Title: words.Title(), Total: words.Total(), Words: words.Text, Number: words.Number}.Rows()
	var after []sheet.Row
	if now != nil {
		after = sheet.Sheet{Budget: now.Budget, Title: words.Title(), Total: words.Total(), Words: words.Text, Number: words.Number}.Rows()
	}
	byLine := map[string][]whatif.Input{}
	for _, in := range inputs {
		byLine[in.Line] = append(byLine[in.Line], in)
	}
	for i := range list {
		r := &list[i]
		row := rowView{Kind: kindOf(r.Kind), ID: r.ID, Label: r.Label, Remark: r.Remark, Depth: min(r.Depth, 9)}
		var changed []budget.Figure
		if len(after) == len(list) {
			changed = after[i].Figures
		}
		row.Cells = cellsOf(u, r, changed)
		if r.Kind == sheet.LineRow || r.Kind == sheet.HeadRow {
			row.Inputs = boxesOf(byLine[r.ID], values)
		}
		rows = append(rows, row)
	}
	return rows
}

// kindOf is the class of a row.
func kindOf(k sheet.RowKind) string {
	switch k {
	case sheet.HeadRow:
		return "group"
	case sheet.SubtotalRow:
		return "subtotal"
	case sheet.TotalRow, sheet.FundsRow:
		return "total"
	case sheet.OutsideRow:
		return "aside"
	}
	return ""
}

// cellsOf makes the figures of a row.
func cellsOf(u *compile.Unit, r *sheet.Row, changed []budget.Figure) (cells []cellView) {
	t := trace.Tracer{Budget: u.Budget}
	for at := range u.Budget.Columns {
		if at >= len(r.Figures) {
			cells = append(cells, cellView{})
			continue
		}
		c, was := &u.Budget.Columns[at], &r.Figures[at]
		cell := cellView{At: r.ID + "." + c.ID, Plan: shownFigure(t, was, at)}
		switch r.Kind {
		case sheet.TotalRow:
			cell.At, cell.Name = "total."+c.ID, "budget.total."+c.ID
		case sheet.FundRow:
			cell.Name = "financing." + r.ID + "." + c.ID
		case sheet.FundsRow:
			cell.At = "funds." + c.ID
		default:
			cell.Name = "budget." + r.ID + "." + c.ID
		}
		if at < len(changed) {
			is := &changed[at]
			if cell.Now = shownFigure(t, is, at); cell.Now != cell.Plan {
				cell.Change = signed(is.Printed.Sub(was.Printed), c.Places)
			}
		}
		cells = append(cells, cell)
	}
	return cells
}

// shownFigure writes a figure of a column, with its sign.
func shownFigure(t trace.Tracer, f *budget.Figure, column int) string {
	text := t.Cell(f.Printed, f.Mark, column)
	if t.Budget.Columns[column].Kind.IsPercent() && f.Mark != cost.Nil && f.Mark != cost.Blank {
		text += "%"
	}
	return text
}

// signed writes a difference with its sign.
func signed(d money.Decimal, places int32) string {
	text := money.Number(d.Abs(), places, ",", ".")
	switch {
	case d.IsZero():
		return "0"
	case d.IsNegative():
		return "−" + text
	}
	return "+" + text
}

// boxesOf makes the boxes of a line.
func boxesOf(inputs []whatif.Input, values map[string]string) (list []inputView) {
	for _, in := range inputs {
		label := in.Part
		if in.Label != "" {
			label += " " + in.Label
		}
		v := inputView{Name: in.Name, Label: label, Was: in.Node.Text(), Value: in.Node.Text()}
		if value, ok := values[in.Name]; ok {
			v.Value = value
		}
		list = append(list, v)
	}
	return list
}
