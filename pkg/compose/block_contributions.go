package compose

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/refs"
)

func init() {
	registerBlock("contributions", blockKind{needs: []string{"from"}, from: []string{"budget.contributions"}, print: printContributions})
}

// printContributions prints what each Party pays: a table for each amount that is shared out,
// with its label above it.
func printContributions(b *builder, spec *blockSpec) []document.Block {
	var blocks []document.Block
	for _, c := range b.in.Budget.Contributions {
		s := sharing{builder: b, spec: spec, of: c}
		label := b.text(c.Label)
		lead := make(document.Text, len(label))
		for i, run := range label {
			run.Emphasis = true
			lead[i] = run
		}
		blocks = append(blocks, document.Paragraph{ID: "contributions-" + c.ID.Value + "-lead", Text: lead, Lead: true}, s.table(label))
	}
	return blocks
}

// sharing makes the table of one amount that is shared out.
type sharing struct {
	*builder
	spec    *blockSpec
	of      *budget.Contribution
	columns []sharingColumn
}

// sharingColumn is a column of the table: how its cells are made, and that of the total.
type sharingColumn struct {
	document.Column
	cell  func(i int) document.Text // of a Party
	total func() document.Text
}

func (s *sharing) table(caption document.Text) document.Table {
	s.add("party", 34, func(i int) document.Text {
		name := s.of.Parties[i].Label
		if name.Node.File() != s.plan { // a file's names are no texts of the plan
			return document.Plain(name.Value)
		}
		return verbatim(name.Value, name.Node)
	}, func() document.Text { return s.word("total") })
	s.columns[0].Numeric, s.columns[0].Label = false, true
	s.rates()
	for i := range s.in.Budget.Columns {
		s.amounts(i)
	}
	s.payments()
	t := document.Table{ID: "contributions-" + s.of.ID.Value, Caption: caption}
	for _, c := range s.columns {
		t.Columns = append(t.Columns, c.Column)
	}
	own := "contributions." + s.of.ID.Value
	for i := range s.of.Parties {
		row := document.Row{ID: own + "." + s.of.Parties[i].ID.Value, Cells: make([]document.Text, len(s.columns))}
		for k, c := range s.columns {
			row.Cells[k] = c.cell(i)
		}
		t.Rows = append(t.Rows, row)
	}
	total := document.Row{ID: own, Kind: document.TotalRow, Cells: make([]document.Text, len(s.columns))}
	for k, c := range s.columns {
		total.Cells[k] = c.total()
	}
	t.Rows = append(t.Rows, total)
	return t
}

// add adds a column under a word of the language.
func (s *sharing) add(word string, width int, cell func(i int) document.Text, total func() document.Text, pairs ...string) {
	s.columns = append(s.columns, sharingColumn{document.Column{Head: s.word(word, pairs...), Width: width, Numeric: true}, cell, total})
}

// word composes a word of the language or the template; one that is missing is reported.
func (s *sharing) word(id string, pairs ...string) document.Text {
	word, ok := s.words[id]
	if !ok {
		s.findings.Add(diag.Finding{Rule: refs.Unknown, Span: s.spec.Block.Span(), Message: fmt.Sprintf("nothing is called `words.%s`, and the table of contributions needs it", id),
			Hint: "add it to the `words` of the language or of the template"})
		return nil
	}
	return s.with(word, pairs...)
}

// amounts adds a column of the budget.
func (s *sharing) amounts(column int) {
	c := &s.in.Budget.Columns[column]
	var head document.Text
	if c.Label.IsSet() {
		head = s.text(c.Label)
	} else {
		head = s.word("due")
	}
	s.columns = append(s.columns, sharingColumn{document.Column{ID: c.ID, Head: head, Width: 18, Numeric: true},
		func(i int) document.Text { return s.figure(&s.of.Parties[i].Figures[column], column) },
		func() document.Text { return s.figure(&s.of.Total[column], column) }})
}

// rates adds the scale or the weights, as they were written, and what becomes of them.
func (s *sharing) rates() {
	for _, of := range []struct {
		how, word string
		rate      func(*plan.Party) *cost.Series[money.Decimal]
	}{
		{plan.ByScale, "scale", func(p *plan.Party) *cost.Series[money.Decimal] { return &p.Scale }},
		{plan.ByWeights, "weight", func(p *plan.Party) *cost.Series[money.Decimal] { return &p.Weight }},
	} {
		if s.of.Needs(of.how) {
			for _, column := range s.differing(of.rate) {
				s.rate(of.word, column, of.rate)
			}
		}
	}
	if ways := s.of.Ways(); len(ways) == 1 && ways[0].How == plan.Equally {
		return
	}
	places := s.of.AdjustedPlaces(s.in.Budget)
	for _, column := range s.of.Adjustments(s.in.Budget) {
		word, pairs := s.headed("adjusted", column, len(s.of.Adjustments(s.in.Budget)) > 1)
		s.add(word, 14, func(i int) document.Text {
			return s.number(budget.Percentage(s.of.Parties[i].Adjusted[column], places), places)
		}, func() document.Text { return s.number(money.Hundred, places) }, pairs...)
	}
}

// headed returns the word of a head, with the head of the budget's column where there are
// several.
func (s *sharing) headed(word string, column int, several bool) (head string, pairs []string) {
	if !several {
		return word, nil
	}
	return word + "_in", []string{"column", s.text(s.in.Budget.Columns[column].Label).String()}
}

// rate adds rates as they were written, for a column of the budget.
func (s *sharing) rate(word string, column int, of func(*plan.Party) *cost.Series[money.Decimal]) {
	id := s.in.Budget.Columns[column].ID
	places, sum := int32(0), money.Zero
	for i := range s.of.Parties {
		if at, ok := of(s.of.Parties[i].Party).In(id); ok {
			places, sum = max(places, money.OwnPlaces(at.Value)), sum.Add(at.Value)
		}
	}
	head, pairs := s.headed(word, column, len(s.differing(of)) > 1)
	s.add(head, 12, func(i int) document.Text {
		at, ok := of(s.of.Parties[i].Party).In(id)
		if !ok {
			return nil
		}
		text := s.number(at.Value, places)
		if at.Node.File() == s.plan && at.Node.Text() == text[0].Text {
			text[0].Origin = at.Node
		}
		return text
	}, func() document.Text { return s.number(sum, places) }, pairs...)
}

// differing returns the columns of amounts in which rates differ from the column before.
func (s *sharing) differing(of func(*plan.Party) *cost.Series[money.Decimal]) (list []int) {
	for i := range s.in.Budget.Columns {
		if s.in.Budget.Columns[i].Kind != budget.AmountColumn {
			continue
		}
		if len(list) == 0 || s.differ(of, list[len(list)-1], i) {
			list = append(list, i)
		}
	}
	return list
}

func (s *sharing) differ(of func(*plan.Party) *cost.Series[money.Decimal], a, b int) bool {
	for i := range s.of.Parties {
		series := of(s.of.Parties[i].Party)
		x, hasX := series.In(s.in.Budget.Columns[a].ID)
		y, hasY := series.In(s.in.Budget.Columns[b].ID)
		if hasX != hasY || !x.Value.Equal(y.Value) {
			return true
		}
	}
	return false
}

// number writes a number of a table that is no money.
func (s *sharing) number(d money.Decimal, places int32) document.Text {
	return document.Text{{Text: s.language.Number(d, places), Keep: true}}
}

// payments adds what was paid in each column, what is owed of years before, and what is
// outstanding, as far as the plan says anything of it.
func (s *sharing) payments() {
	p := s.of.Payments(s.in.Budget)
	column := func(word string, of []money.Decimal, pairs ...string) {
		places := s.in.Budget.Rounding.Places()
		for _, d := range of {
			places = max(places, s.in.Budget.Rounding.PlacesOf(d))
		}
		cell := func(d money.Decimal) document.Text { return s.payment(d, places) }
		s.add(word, 16, func(i int) document.Text { return cell(of[i]) }, func() document.Text { return cell(money.Sum(of...)) }, pairs...)
	}
	for _, at := range p.Columns {
		word, pairs := s.headed("paid", at, len(s.in.Budget.Columns) > 1)
		column(word, p.Paid[at], pairs...)
	}
	if p.Arrears != nil {
		column("arrears", p.Arrears)
	}
	if p.Outstanding != nil {
		column("outstanding", p.Outstanding)
	}
}

// payment writes what was paid or is owed; a dash for nothing.
func (s *sharing) payment(d money.Decimal, places int32) document.Text {
	if d.IsZero() {
		mark := s.nilMark()
		return document.Text{{Text: mark, Keep: true, Aloud: s.nilAloud(mark)}}
	}
	return document.Text{{Text: s.money(d, places), Keep: true, Aloud: s.moneyAloud(d, places)}}
}
