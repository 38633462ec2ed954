package importer

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
)

// shares are the contributions of a plan.
type shares struct {
	*sharesTable
	id      string
	of      string               // the source of money that is shared out; "" for amounts of their own
	by      map[*draftColumn]int // the columns of amounts
	paid    map[*draftColumn]int // what was paid
	columns []*draftColumn       // of amounts
	cap     *money.Decimal       // the most that a Party pays, in per cent
	below   *money.Decimal       // whoever is below it pays nothing
	differ  map[string]bool      // Parties whose amounts do not follow
}

// fit finds the columns of the budget, and the source of money that the Parties pay. The reason
// says what is not understood.
func (s *shares) fit(d *budgetDraft, funds []*draftLine, of []*draftColumn) string {
	s.by, s.paid = map[*draftColumn]int{}, map[*draftColumn]int{}
	s.columns = ofKind(d.columns, ofAmounts)
	for _, c := range s.columns {
		for at, head := range s.sharesTable.columns {
			switch rest, isPaid := strings.CutPrefix(strings.ToLower(head), "paid"); {
			case same(head, c.label):
				s.by[c] = at
			case isPaid && (strings.Trim(rest, " ,") == strings.ToLower(c.label) || rest == "" && len(s.columns) == 1):
				s.paid[c] = at
			}
		}
		if _, ok := s.by[c]; !ok {
			return "it has no column for " + c.label + " of the budget"
		}
		sum := money.Zero
		for _, p := range s.parties {
			a := p.values[s.by[c]]
			if a.kind == noAmount && a.text != "" || a.kind == isTwofold {
				return p.name + " has what is no amount: " + a.text
			}
			sum = sum.Add(a.value)
		}
		if a := s.total.values[s.by[c]]; a.kind != isNumber || !a.value.Equal(sum) {
			return "the Parties do not come to its total"
		}
	}
	for _, source := range funds {
		if s.isPaidBy(source, of) {
			if s.of != "" {
				return "two sources of money have its total"
			}
			s.of = source.id
		}
	}
	s.bounds()
	return ""
}

// isPaidBy reports a source of money that is what the Parties pay in each column.
func (s *shares) isPaidBy(source *draftLine, of []*draftColumn) bool {
	for _, c := range s.columns {
		found := false
		for _, own := range ofKind(of, ofAmounts) {
			if own == c || same(own.label, c.label) || len(s.columns) == 1 && len(ofKind(of, ofAmounts)) == 1 {
				a := source.amounts[own]
				found = a.kind == isNumber && a.value.Equal(s.total.values[s.by[c]].value)
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// bounds finds a ceiling in the adjusted scale, which several Parties of different rates reach,
// and below which rate nobody pays.
func (s *shares) bounds() {
	var least *money.Decimal // that pays
	nothing := false
	top := money.Zero
	rates := map[string]bool{}
	for _, p := range s.parties {
		pays := slices.ContainsFunc(s.columns, func(c *draftColumn) bool { return !p.values[s.by[c]].value.IsZero() })
		nothing = nothing || !pays
		if pays && (least == nil || p.scale.LessThan(*least)) {
			least = p.scale
		}
		if a := p.values[s.adjusted]; s.adjusted >= 0 && a.kind == isNumber && !a.value.LessThan(top) {
			if a.value.GreaterThan(top) {
				top, rates = a.value, map[string]bool{}
			}
			rates[p.scale.String()] = true
		}
	}
	if len(rates) > 1 {
		s.cap = &top
	}
	for _, p := range s.parties {
		if nothing && least != nil && !p.scale.LessThan(*least) && !slices.ContainsFunc(s.columns, func(c *draftColumn) bool { return !p.values[s.by[c]].value.IsZero() }) {
			return
		}
	}
	if nothing {
		s.below = least
	}
}

// verify notes the Parties whose amounts are not what the plan shares out. It reports whether
// there are any.
func (s *shares) verify(b *budget.Budget) bool {
	c, ok := b.Contribution(s.id)
	if !ok || len(c.Parties) != len(s.parties) {
		return false
	}
	s.differ = map[string]bool{}
	for i := range c.Parties {
		for _, column := range s.columns {
			for n := range b.Columns {
				if b.Columns[n].ID == column.id && !c.Parties[i].Figures[n].Printed.Equal(s.parties[i].values[s.by[column]].value) {
					s.differ[s.parties[i].name] = true
				}
			}
		}
	}
	return len(s.differ) > 0
}

// remark says what was made of the table.
func (s *shares) remark() string {
	text := "contributions of " + fmt.Sprint(len(s.parties)) + " Parties, shared out by the scale"
	if s.cap != nil {
		text += ", with a ceiling of " + written(*s.cap) + "%, which the adjusted scale has"
	}
	if n := len(s.differ); n > 0 {
		return text + "; the amounts of " + number(n, "Party") + " do not follow from it, and are kept as stated"
	}
	return text + "; all amounts follow from it"
}

// tree writes the contributions.
func (s *shares) tree() *list {
	g := &group{}
	g.set("id", plain(s.id))
	g.set("label", shortProse(s.caption))
	if s.of != "" {
		g.set("of", plain(s.of))
	} else {
		g.set("amount", s.values(s.total, s.by))
	}
	for _, bound := range []struct {
		key   string
		value *money.Decimal
	}{{"below", s.below}, {"cap", s.cap}} {
		if bound.value != nil {
			g.set(bound.key, plain(written(*bound.value)+"%"))
		}
	}
	parties := &list{}
	for i := range s.parties {
		p := &group{}
		p.set("party", shortProse(s.parties[i].name))
		p.set("scale", plain(written(*s.parties[i].scale)))
		paid := &group{}
		for _, c := range s.columns {
			if at, ok := s.paid[c]; ok && !s.parties[i].values[at].value.IsZero() {
				paid.set(c.id, plain(written(s.parties[i].values[at].value)))
			}
		}
		if len(s.columns) == 1 && len(paid.pairs) == 1 {
			p.set("paid", paid.pairs[0].value)
		} else {
			p.set("paid", paid)
		}
		if s.differ[s.parties[i].name] {
			p.set("stated", s.values(&s.parties[i], s.by))
		}
		parties.add(p)
	}
	g.set("parties", parties)
	l := &list{}
	l.add(g)
	return l
}

// values are the amounts of a row, one or by column.
func (s *shares) values(r *shareRow, by map[*draftColumn]int) any {
	g := &group{}
	for _, c := range s.columns {
		g.set(c.id, plain(written(r.values[by[c]].value)))
	}
	if len(s.columns) == 1 {
		return g.pairs[0].value
	}
	return g
}
