package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/money"
)

// tables says what changed beside the total: what funds and parties pay, rows after the total,
// contributions and posts.
func (s *summary) tables() string {
	words := &s.forms.Tables.Sentences
	var b strings.Builder
	say := func(form string, lines []string, more ...string) {
		if len(lines) > 0 {
			b.WriteString(language.Fill(form, append(more, "lines", s.language.And(lines))...))
		}
	}
	for i := range s.r.Booked {
		var moves []move
		for k := range s.r.Booked[i].Values {
			v := &s.r.Booked[i].Values[k]
			moves = append(moves, move{v.Label, v.Change()})
		}
		switch s.r.Booked[i].Axis {
		case cost.Fund:
			say(words.Funds.Value, s.moved(moves))
		case cost.By:
			say(words.Parties.Value, s.moved(moves))
		}
	}
	say(words.After.Value, s.moved(s.after()))
	for i := range s.r.Contributions[:min(2, len(s.r.Contributions))] {
		c := &s.r.Contributions[i]
		var moves []move
		for k := range c.Parties {
			moves = append(moves, move{c.Parties[k].Label, c.Parties[k].Change()})
		}
		say(words.Contributions.Value, s.moved(moves), "label", c.Label)
	}
	say(words.Posts.Value, s.postsSaid(), "counted", language.Entry(s.forms.Tables.Counted, s.r.Posts.Counts))
	accounts := *s
	accounts.places = accountPlaces(s.r)
	accounts.exact = accounts.places
	b.WriteString(accounts.spent(words.Spent.Value, s.r.Spending.Spent))
	b.WriteString(accounts.spentByFund(words.SpentByFund.Value, s.r.Spending.SpentByFund))
	b.WriteString(accounts.spent(words.Committed.Value, s.r.Spending.Committed))
	b.WriteString(accounts.spentByFund(words.CommittedByFund.Value, s.r.Spending.CommittedByFund))
	return b.String()
}

// move is something in money that changed.
type move struct {
	label  string
	change money.Decimal
}

// moved names the two that changed most.
func (s *summary) moved(all []move) []string {
	const two = 2
	all = slices.DeleteFunc(all, func(m move) bool { return m.change.IsZero() })
	slices.SortStableFunc(all, func(a, b move) int { return b.change.Abs().Cmp(a.change.Abs()) })
	var names []string
	for _, m := range all[:min(two, len(all))] {
		names = append(names, language.Fill(s.forms.Money.Line.Value, "label", m.label, "change", s.signed(m.change)))
	}
	return names
}

// after are the rows after the total and the closing balances, in their last column.
func (s *summary) after() []move {
	last := map[string]*diff.CellChange{}
	var ids []string
	for i := range s.r.After {
		c := &s.r.After[i]
		if c.Of != "" && !c.IsSum {
			continue // a part of a balance
		}
		if last[c.ID] == nil {
			ids = append(ids, c.ID)
		}
		last[c.ID] = c
	}
	moves := make([]move, len(ids))
	for i, id := range ids {
		c := last[id]
		moves[i] = move{cmp.Or(c.Of, c.Label), c.Change()}
		if column := cmp.Or(c.Column, c.OldColumn); column != "" {
			moves[i].label = language.Fill(s.forms.Tables.InColumn.Value, "label", moves[i].label, "column", column)
		}
	}
	return moves
}
