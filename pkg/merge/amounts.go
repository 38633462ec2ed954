package merge

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// figure is a figure of a table: of which line, or of a sum, in which column of the budget.
type figure struct {
	budget.Figure
	line   *budget.Line // nil for the total
	funds  bool         // of the table of the financing
	column int
	// balance says that it is of a balance below the total, whose line is given.
	balance bool
}

// amounts reports a figure of a table that differs; it is false for other cells.
func (c *comparer) amounts(p *pair, cell cellPair) bool {
	if c.contributions(p, cell) {
		return true
	}
	f, ok := c.figureAt(p.built, cell.built)
	if !ok {
		return false
	}
	change := Change{Kind: Figure, Place: cell.built.passage.Place, Old: cell.built.text, New: cell.found.text, By: hands(cell.found.form, cell.built.text, cell.found.text)}
	if f.line != nil {
		change.At = f.line.Node.Span()
	}
	if f.balance {
		change.Left = ofBalance(f.line)
		c.add(change)
		return true
	}
	before, _ := unmarked(cell.built.text)
	after, amount := unmarked(cell.found.text)
	if before != after {
		change.Left = "the marks of its notes are others; change the `footnote` in the plan by hand"
		c.add(change)
		return true
	}
	d, ok := c.amount(amount)
	if ok && d.Equal(f.Printed) && f.Mark == cost.Number {
		return true // the same, written otherwise
	}
	if !ok {
		change.Left = "it is no amount"
		c.add(change)
		return true
	}
	change.late = f.line == nil || f.line.IsGroup() || c.unit.Budget.Columns[f.column].Kind != budget.AmountColumn
	if !change.late {
		change.Offers = c.inputs(f, d)
	}
	change.Offers = append(change.Offers, c.stated(f, d)...)
	if len(change.Offers) == 0 {
		change.Left = "the plan computes it"
	} else if span := change.Offers[0].at; span.IsValid() {
		change.At = span
	}
	c.add(change)
	return true
}

// figureAt returns the figure that a cell prints.
func (c *comparer) figureAt(u *unit, b *cell) (f figure, ok bool) {
	if !u.isRow || b.passage == nil {
		return f, false
	}
	table, isTable := b.passage.Of.(*document.Table)
	at := b.passage.TableColumn() // not the file's: columns may go on beside
	if !isTable || table.ID != "budget" && table.ID != "budget.financing" || at == 0 || at > len(table.Columns) || !table.Columns[at-1].Numeric {
		return f, false
	}
	row := b.passage.TableRow()
	if row == 0 {
		return f, false
	}
	for _, column := range table.Columns[:at-1] {
		if column.Numeric {
			f.column++
		}
	}
	f.funds = table.ID == "budget.financing"
	lines, total := c.unit.Budget.Lines, c.unit.Budget.Total
	if f.funds {
		lines, total = c.unit.Budget.Financing, c.unit.Budget.Funds
	}
	if l, isPart := c.afterTotal(table.Rows[row-1].ID); l != nil && !f.funds {
		f.line, f.Figure, f.balance = l, l.Figures[f.column], isPart
		return f, true
	}
	switch table.Rows[row-1].Kind {
	case document.TotalRow:
		f.Figure = total[f.column]
		return f, true
	case document.BodyRow, document.SubtotalRow:
		n := c.owner(u)
		for i := range lines {
			if l := &lines[i]; !n.IsZero() && (l.Label.Node == n || l.Subtotal.Node == n) {
				f.line, f.Figure = l, l.Figures[f.column]
				return f, true
			}
		}
	}
	return f, false
}

// amount reads an amount as tables print it, and as people write it: CHF 345'054.-
func (c *comparer) amount(s string) (money.Decimal, bool) {
	for _, end := range []string{".-", ".–", ".—", ",-"} {
		s = strings.TrimSuffix(s, end)
	}
	s = strings.TrimSpace(strings.Replace(s, string(c.unit.Budget.Currency), "", 1))
	if strings.Trim(s, "0123456789.,'’ +-−()") != "" || !strings.ContainsAny(s[max(0, len(s)-1):], "0123456789)") {
		return money.Zero, false // there is more than an amount, or less
	}
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		d, ok := c.figure(s)
		return d.Neg(), ok
	}
	return c.figure(s)
}

// quotedAmount offers what changes an amount that a text quotes: of a line, or the total.
func (c *comparer) quotedAmount(name, now string) (span source.Span, offers []Offer) {
	b := c.unit.Budget
	f := figure{column: b.Main}
	id, rest, _ := strings.Cut(strings.TrimPrefix(name, "budget."), ".")
	switch l, ok := b.Line(id); {
	case name == "period.budget" && b.Columns[b.Main].Kind == budget.AmountColumn, name == "budget.total":
		f.Figure = b.Total[f.column]
	case ok && rest == "":
		f.line, f.Figure, span = l, l.Figures[f.column], l.Node.Span()
	default:
		return span, nil
	}
	d, ok := c.amount(now)
	if !ok {
		return span, nil
	}
	if f.line != nil && !f.line.IsGroup() && b.Columns[f.column].Kind == budget.AmountColumn {
		offers = c.inputs(f, d)
	}
	offers = append(offers, c.stated(f, d)...)
	for i := range offers {
		offers[i].elsewhere = true
	}
	return span, offers
}

// inputs offers other values from which the amount follows.
func (c *comparer) inputs(f figure, d money.Decimal) (offers []Offer) {
	const most = 8
	id := c.unit.Budget.Columns[f.column].ID
	tried := 0
	for _, kind := range f.line.Costs {
		for _, q := range kind.Figures(id) {
			if q.Node.IsZero() || !isPrice(q.Name) || tried == most {
				continue
			}
			tried++
			if offer, ok := c.given(f, q, d); ok {
				return []Offer{offer}
			}
			if offer, ok := c.solved(f, q, d); ok {
				offers = append(offers, offer)
			}
		}
	}
	return offers
}

// isPrice reports an input that an amount may be changed by: no count of things or of months.
func isPrice(name string) bool {
	name = name[strings.LastIndexByte(name, '.')+1:]
	return name == "fixed" || name == "rate" || name == "cost" || name == "annual" || name == "monthly" || name == "base"
}

// given offers a fixed amount as it is printed.
func (c *comparer) given(f figure, q cost.Quotable, d money.Decimal) (Offer, bool) {
	if q.Name != "fixed" || f.line.In.IsSet() || f.Stated.IsSet() || !f.Printed.Equal(q.Value) {
		return Offer{}, false
	}
	write := c.inColumn(f, q, d)
	return Offer{Says: fmt.Sprintf("write `%s: %s` (line %d)", c.tree.key(write.node), write.raw, q.Node.Start().Line), steps: []step{write}, at: q.Node.Span()}, true
}

// solved looks for the value of an input that gives an amount: amounts grow evenly with it. The
// plan itself is asked whether it does.
func (c *comparer) solved(f figure, q cost.Quotable, d money.Decimal) (Offer, bool) {
	const places, most = 2, 60
	if c.solves++; c.solves > most {
		return Offer{}, false
	}
	one := money.New(1)
	now, ok := c.computed(f, c.inColumn(f, q, q.Value.Add(one)))
	if !ok || f.Computed == nil {
		return Offer{}, false
	}
	slope := now.Exact.Value.Sub(f.Exact.Value)
	if slope.IsZero() {
		return Offer{}, false
	}
	value := q.Value.Add(d.Sub(f.Exact.Value).DivRound(slope, places))
	write := c.inColumn(f, q, value)
	if now, ok := c.computed(f, write); !ok || now.Computed == nil || !now.Computed.Equal(d) {
		return Offer{}, false
	}
	steps := []step{write}
	if f.Stated.IsSet() { // or it would contradict
		steps = append(steps, c.statedStep(f, d))
	}
	return Offer{Says: fmt.Sprintf("write `%s: %s` (line %d)", c.tree.key(write.node), write.raw, q.Node.Start().Line), steps: steps, at: q.Node.Span()}, true
}

// inColumn is another value of an input in one column.
func (c *comparer) inColumn(f figure, q cost.Quotable, value money.Decimal) revalue {
	raw := value.String()
	if q.Percent {
		raw += "%"
	}
	var parts []string
	for i, column := range c.unit.Budget.Columns {
		if column.Kind != budget.AmountColumn {
			continue
		}
		for _, kind := range f.line.Costs {
			for _, other := range kind.Figures(column.ID) {
				switch {
				case other.Node != q.Node:
				case i == f.column:
					parts = append(parts, column.ID+": "+raw)
				default:
					parts = append(parts, column.ID+": "+q.Node.Span().Text())
				}
			}
		}
	}
	if len(parts) > 1 {
		raw = "{" + strings.Join(parts, ", ") + "}"
	}
	return revalue{q.Node, raw}
}

// stated offers to write the amount as the one that was submitted.
func (c *comparer) stated(f figure, d money.Decimal) []Offer {
	if f.line == nil && f.funds {
		return nil
	}
	if f.Stated.IsSet() {
		return []Offer{{Says: fmt.Sprintf("write it where the stated amount is (line %d)", f.Stated.Node.Start().Line), steps: []step{c.statedStep(f, d)}, at: f.Stated.Node.Span()}}
	}
	at := source.Span{}
	name := "stated"
	if f.line == nil {
		name = "stated_total"
	} else {
		at = f.line.Node.Span()
	}
	return []Offer{{Says: fmt.Sprintf("write it as `%s`, what the submitted document prints", name), steps: []step{c.statedStep(f, d)}, at: at, states: true}}
}

func (c *comparer) statedStep(f figure, d money.Decimal) step {
	b := &c.unit.Plan.Budget
	group, key, series := b.Node, "stated_total", b.StatedTotal
	if f.line != nil {
		group, key, series = f.line.Node, "stated", f.line.Stated
	}
	column := c.unit.Budget.Columns[f.column].ID
	for _, e := range series.By {
		if e.Key.Value == column {
			return revalue{e.Value.Node, d.String()}
		}
	}
	if len(series.By) > 0 {
		return set{series.Node, column, d.String()}
	}
	if len(c.unit.Budget.Columns) == 1 {
		return set{group, key, d.String()}
	}
	raw := column + ": " + d.String()
	if series.All.IsSet() {
		for i, other := range c.unit.Budget.Columns {
			if other.Kind == budget.AmountColumn && i != f.column {
				raw += ", " + other.ID + ": " + series.All.Node.Span().Text()
			}
		}
	}
	return set{group, key, "{" + raw + "}"}
}
