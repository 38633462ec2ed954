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

// posts reports a figure of the table of posts that differs; it is false for other cells. What
// one count of the plan alone makes comes home; what is counted from several is left to a person.
func (c *comparer) posts(p *pair, cell cellPair) bool {
	row, column, ok := c.postsAt(p.built, cell.built)
	if !ok {
		return false
	}
	s := c.unit.Budget.Staffing
	figures, _ := s.Row(row)
	f := &figures[column]
	change := Change{Kind: Figure, Place: cell.built.passage.Place, Old: cell.built.text, New: cell.found.text, By: hands(cell.found.form, cell.built.text, cell.found.text)}
	before, _ := unmarked(cell.built.text)
	after, number := unmarked(cell.found.text)
	d, isNumber := c.amount(number)
	switch {
	case before != after:
		change.Left = "the marks of its notes are others; change the `footnote` in the plan by hand"
	case isNumber && d.Equal(f.Printed):
		return true // the same, written otherwise
	case !isNumber:
		change.Left = "it is no number of posts"
	default:
		line, _ := s.Line(row)
		if offer, ok := c.recount(line, column, f, d); ok {
			change.Offers, change.At = []Offer{offer}, offer.at
		} else {
			change.Left = "the plan counts it from its posts; change these by hand"
		}
	}
	c.add(change)
	return true
}

// postsAt returns the row and the column of the table of posts that a cell prints.
func (c *comparer) postsAt(u *unit, b *cell) (row string, column int, ok bool) {
	if !u.isRow || b.passage == nil || c.unit.Budget.Staffing == nil {
		return "", 0, false
	}
	table, isTable := b.passage.Of.(*document.Table)
	at := b.passage.TableRow()
	if !isTable || table.ID != "budget.staffing" || at == 0 || b.column > len(table.Columns) || !table.Columns[b.column-1].Numeric {
		return "", 0, false
	}
	row = strings.TrimPrefix(table.Rows[at-1].ID, "staffing.")
	s := c.unit.Budget.Staffing
	column, known := s.Column(table.Columns[b.column-1].ID)
	_, counted := s.Row(row)
	return row, column, known && counted
}

// recount offers another count of the posts of a row, where one alone makes the figure.
func (c *comparer) recount(line *budget.Line, column int, f *budget.Figure, d money.Decimal) (Offer, bool) {
	s := c.unit.Budget.Staffing
	if line == nil || line.IsGroup() || s.Columns[column].Kind != budget.AmountColumn || f.Stated.IsSet() {
		return Offer{}, false
	}
	var posts []*cost.Counted
	for p := range line.Counted() {
		posts = append(posts, p)
	}
	if len(posts) != 1 || !posts[0].Own || posts[0].Others {
		return Offer{}, false
	}
	count, ok := posts[0].Count.In(s.Columns[column].ID)
	if !ok || !count.Value.Equal(f.Printed) {
		return Offer{}, false
	}
	write := revalue{count.Node, d.String()}
	if posts[0].Count.All.IsSet() && c.amountColumns() > 1 {
		write.raw = c.eachColumn(count, column, d)
	}
	return Offer{Says: fmt.Sprintf("write `count: %s` (line %d)", write.raw, count.Node.Start().Line), steps: []step{write}, at: count.Node.Span()}, true
}

func (c *comparer) amountColumns() (n int) {
	for i := range c.unit.Budget.Staffing.Columns {
		if c.unit.Budget.Staffing.Columns[i].Kind == budget.AmountColumn {
			n++
		}
	}
	return n
}

// eachColumn writes one number for each column, another in one of them.
func (c *comparer) eachColumn(count source.At[money.Decimal], column int, d money.Decimal) string {
	var parts []string
	for i := range c.unit.Budget.Staffing.Columns {
		of := &c.unit.Budget.Staffing.Columns[i]
		switch {
		case of.Kind != budget.AmountColumn:
		case i == column:
			parts = append(parts, of.ID+": "+d.String())
		default:
			parts = append(parts, of.ID+": "+count.Node.Span().Text())
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}
