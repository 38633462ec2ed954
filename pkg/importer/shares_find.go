package importer

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
)

// sharesTable is a table of what each Party contributes: a scale, and amounts by column.
type sharesTable struct {
	caption  string
	adjusted int            // the column of the adjusted scale; -1 for none
	columns  map[int]string // columns of amounts, of what was paid and of what is outstanding: their heads
	parties  []shareRow
	total    *shareRow
}

// shareRow is the row of a Party.
type shareRow struct {
	name   string
	scale  *money.Decimal
	values map[int]amount // by the column
	where  string
}

var (
	partyHeads    = words(`^(?:part(?:y|ies)|states? part(?:y|ies)|states?|member(?: state)?s?|countr(?:y|ies)|contracting part(?:y|ies))$`)
	scaleHeads    = words(`\bscale\b|\bassessment rate\b|\bassessed rate\b`)
	adjustedHeads = words(`\badjusted\b`)
)

// sharesOf finds a table of contributions in a table: Parties, each with its rate on a scale, and a
// total. It is nil for another.
func sharesOf(g *grid, caption string) *sharesTable {
	head, party := -1, -1
	if len(g.rows) > mostRows {
		return nil
	}
	for i := range min(len(g.rows), mostHeads) {
		if party = slices.IndexFunc(g.rows[i].cells, func(c cell) bool { return partyHeads().MatchString(plainHead(c.text)) }); party >= 0 {
			head = i
			break
		}
	}
	if head < 0 {
		return nil
	}
	s := &sharesTable{caption: caption, adjusted: -1, columns: map[int]string{}}
	for i := range head {
		s.caption = strings.TrimSpace(s.caption + " " + g.rows[i].inWords())
	}
	scale := -1
	for c := party + 1; c < min(len(g.rows[head].cells), mostColumns); c++ {
		switch text := g.text(head, c); {
		case adjustedHeads().MatchString(text):
			s.adjusted = c
		case scaleHeads().MatchString(text) && scale < 0:
			scale = c
		case text != "":
			s.columns[c] = text
		}
	}
	if scale < 0 || len(s.columns) == 0 {
		return nil
	}
	read := newSpelled(g)
	for i := head + 1; i < len(g.rows); i++ {
		if name := g.text(i, party); name != "" {
			s.row(g, i, name, scale, read)
		}
	}
	if len(s.parties) < 2 || s.total == nil {
		return nil
	}
	return s
}

// row reads a row: of a Party, which has a rate, or of the total.
func (s *sharesTable) row(g *grid, at int, name string, scale int, read func(cell) amount) {
	r := shareRow{name: name, values: map[int]amount{}, where: g.rows[at].where}
	for c := range g.rows[at].cells {
		if _, ok := s.columns[c]; ok || c == s.adjusted || c == scale {
			r.values[c] = read(g.rows[at].cells[c])
		}
	}
	if scale < len(g.rows[at].cells) {
		r.scale = rateOf(g.rows[at].cells[scale])
	}
	switch {
	case isTotal(name):
		s.total = &r
	case r.scale != nil && s.total == nil:
		s.parties = append(s.parties, r)
	}
}

// rateOf reads a rate in per cent: what stands behind its point or comma are decimals, since it is
// below a hundred.
func rateOf(c cell) *money.Decimal {
	if c.isNum {
		return &c.number
	}
	v, fault := money.Parse(strings.Replace(strings.TrimSuffix(strings.TrimSpace(c.text), "%"), ",", ".", 1))
	if fault != nil || v.IsNegative() || v.GreaterThan(money.Hundred) {
		return nil
	}
	return &v
}

// newSpelled reads the cells of a table as it spells numbers.
func newSpelled(g *grid) func(cell) amount {
	t := &budgetTable{}
	var texts []string
	for _, r := range g.rows {
		for _, c := range r.cells {
			if !c.isNum {
				texts = append(texts, c.text)
			}
		}
	}
	t.spelled = spellingsOf(texts)
	return func(c cell) amount {
		t.rows = []gridRow{{cells: []cell{c}}}
		return t.amount(0, 0)
	}
}
