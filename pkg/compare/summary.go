package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/money"
)

// Summary says in three sentences what changed: in money, in words, and in what serves
// the mandate.
func Summary(r *diff.Report, l *language.Language) []string {
	s := summary{newWords(l, *r.Present()), r}
	if r.Same() {
		return []string{s.forms.Work.Same.Value}
	}
	switch b := &r.Money; {
	case r.Old.IsAbsent:
		return []string{language.Fill(s.forms.Money.Added.Value, "to", s.amountOf(b.Currency, b.To)), s.work()}
	case r.New.IsAbsent:
		return []string{language.Fill(s.forms.Money.Removed.Value, "from", s.amountOf(b.Currency, b.From)), s.work()}
	}
	list := []string{strings.TrimSpace(s.unlike() + s.money() + s.funds() + s.tables()), s.work(), s.coverage()}
	if list[0] == "" {
		list = list[1:]
	}
	return list
}

type summary struct {
	words
	r *diff.Report
}

// unlike is the sentence on the lengths of what is compared, where they are not the same.
func (s *summary) unlike() string {
	if text := s.lengths(&s.r.Old, &s.r.New); text != "" && !s.r.Money.IsOfPosts() {
		return text + " "
	}
	return ""
}

// money is the sentence on the total.
func (s *summary) money() string {
	b, forms := &s.r.Money, &s.forms.Money
	if b.Other != "" {
		return language.Fill(forms.OtherCurrency.Value, "to", s.amountOf(b.Currency, b.To), "from", s.amountOf(b.Other, b.From))
	}
	if b.IsOfPosts() {
		return ""
	}
	change, to := b.Change(), s.amountOf(b.Currency, b.To)
	if change.IsZero() {
		if n := len(b.Changed()); n > 0 {
			return language.Fill(forms.StaysWithin.Value, "amount", to, "lines", s.language.Count(n, forms.Lines))
		}
		return language.Fill(forms.Stays.Value, "amount", to)
	}
	form, share, mostly := forms.Rises.Value, "", ""
	if change.IsNegative() {
		form = forms.Falls.Value
	}
	if !b.From.IsZero() {
		share = language.Fill(forms.Share.Value, "percent", s.percent(change, b.From))
	}
	if lines := s.largest(b); len(lines) > 0 {
		mostly = language.Fill(forms.Mostly.Value, "lines", s.language.And(lines))
	}
	return language.Fill(form, "share", share, "mostly", mostly, "change", s.amountOf(b.Currency, change.Abs()),
		"from", s.amountOf(b.Currency, b.From), "to", to)
}

func (s *summary) amountOf(currency money.Currency, d money.Decimal) string {
	return s.language.Amount(currency, d, s.places)
}

// funds adds the sources of money that changed most.
func (s *summary) funds() string {
	lines := s.largest(&s.r.Funds)
	if s.r.Funds.Other != "" || len(lines) == 0 {
		return ""
	}
	return language.Fill(s.forms.Money.Funds.Value, "lines", s.language.And(lines))
}

// largest names the two lines that changed most.
func (s *summary) largest(b *diff.Bridge) []string {
	const two = 2
	lines := b.Changed()
	slices.SortStableFunc(lines, func(x, y *diff.LineChange) int { return y.Change().Abs().Cmp(x.Change().Abs()) })
	var names []string
	for _, l := range lines[:min(two, len(lines))] {
		names = append(names, language.Fill(s.forms.Money.Line.Value, "label", l.Label, "change", s.signed(l.Change())))
	}
	return names
}

// work is the sentence on the texts.
func (s *summary) work() string {
	nouns, counts, rolled, elsewhere := s.counts()
	var parts []string
	for _, noun := range nouns {
		if phrase := s.phrase(noun, counts[noun]); phrase != "" {
			parts = append(parts, phrase)
		}
	}
	switch {
	case len(parts) > 0:
		return capital(strings.Join(parts, s.forms.Lists.Sentences.Value)) + "."
	case elsewhere:
		return s.forms.Work.Elsewhere.Value
	case rolled:
		return s.forms.Work.Rolled.Value
	}
	return s.forms.Work.Nothing.Value
}

// counts counts the changes by noun and event, and says whether any merely rolled
// forward, and whether what is not counted changed in the texts: another wording, or a
// figure or a row of a table in them. The nouns come in the order in which the sentence has them.
func (s *summary) counts() (nouns []string, counts map[string]map[diff.Kind]int, rolled, elsewhere bool) {
	counts = map[string]map[diff.Kind]int{}
	from, to := s.r.Old.Years()
	newFrom, newTo := s.r.New.Years()
	rolled = from != newFrom || to != newTo
	for i := range s.r.Changes {
		c := &s.r.Changes[i]
		if c.Rolled() {
			rolled = true
			continue
		}
		noun := diff.Noun(c.Element().Kind)
		if c.Follows() || c.IsTold() {
			continue
		}
		if noun == "" || !diff.IsCounted(noun) {
			elsewhere = elsewhere || noun != "waiver" && noun != "name" && isOtherText(c) || noun == "" && c.Subject() == "text"
			continue
		}
		if counts[noun] == nil {
			counts[noun] = map[diff.Kind]int{}
			nouns = append(nouns, noun)
		}
		for _, k := range diff.Events() {
			if c.Is(k) {
				counts[noun][k]++
				break
			}
		}
	}
	slices.SortStableFunc(nouns, func(a, b string) int { return cmp.Compare(diff.NounRank(a), diff.NounRank(b)) })
	return nouns, counts, rolled, elsewhere
}

// isOtherText reports whether another text stands in the place of one.
func isOtherText(c *diff.Change) bool {
	return slices.ContainsFunc(c.Fields, func(f diff.FieldChange) bool {
		return f.IsText && !f.IsTold() && f.Old != "" && f.New != ""
	})
}

// phrase says what happened to the things of a noun: "one activity is added and two
// are reworded".
func (s *summary) phrase(noun string, counts map[diff.Kind]int) string {
	var does []string
	for _, k := range diff.Events() {
		n := counts[k]
		if n == 0 {
			continue
		}
		count := s.forms.Work.Again
		if len(does) == 0 {
			count = s.noun(noun).Count
		}
		does = append(does, language.Fill(s.forms.Work.First.Value, "count", s.language.Count(n, count), "event", s.language.Count(n, s.event(k))))
	}
	return s.language.And(does)
}

// event returns the form of what happened.
func (s *summary) event(k diff.Kind) language.Plural {
	name := k.Names()[0]
	for _, e := range s.forms.Work.Events {
		if e.Key.Value == name {
			return e.Value
		}
	}
	return language.Plural{}
}

// coverage is the sentence on what activities serve.
func (s *summary) coverage() string {
	var lost, gained []string
	for _, c := range s.r.Served {
		switch name := s.quoted(c.Element); {
		case c.Lost():
			lost = append(lost, name)
		case c.Gained():
			gained = append(gained, name)
		}
	}
	forms := &s.forms.Coverage
	form := forms.Kept.Value
	switch {
	case len(lost) > 0 && len(gained) > 0:
		form = forms.Both.Value
	case len(lost) > 0:
		form = forms.Lost.Value
	case len(gained) > 0:
		form = forms.Gained.Value
	}
	return language.Fill(form, "lost", s.language.And(lost), "gained", s.language.And(gained))
}

// quoted is the beginning of a text in quotation marks.
func (s *summary) quoted(e *diff.Element) string {
	const most = 8
	all := strings.Fields(s.r.Shown(e))
	text := strings.Join(all[:min(most, len(all))], " ")
	if len(all) > most {
		text += " …"
	}
	return language.Fill(s.forms.Coverage.Quote.Value, "text", strings.TrimRight(text, ".;:,"))
}
