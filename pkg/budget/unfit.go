package budget

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// checkBounds reports ceilings and floors that no amount can keep.
func (s *sharer) checkBounds() {
	c := s.of
	for _, b := range []struct {
		key string
		of  source.At[money.Decimal]
	}{{"cap", c.Cap}, {"floor", c.Floor}, {"ldc_cap", c.LDC}} {
		if b.of.Value.GreaterThan(money.Hundred) {
			s.unfitting = true
			s.fail(b.of.Span(), fmt.Sprintf("`%s` is %s%%, but no Party can pay more than 100%%", b.key, b.of.Value), "write the part that one Party pays, such as 22%")
		}
	}
	if c.Floor.IsSet() && c.Cap.IsSet() && c.Floor.Value.GreaterThan(c.Cap.Value) && !s.unfitting {
		s.unfitting = true
		s.fail(c.Floor.Span(), fmt.Sprintf("`floor` is %s%%, above `cap`, which is %s%%: the least that a Party pays would be more than the most", c.Floor.Value, c.Cap.Value), "correct one of the two")
	}
}

// unfit says why ceilings, floors and shares leave no way to share the whole out, and what to
// look at.
func (s *sharer) unfit(f *fitting, fixed []*money.Decimal, ofAmount bool) (why, hint string) {
	show := func(d money.Decimal) string { return d.String() + "%" }
	if ofAmount {
		show = func(d money.Decimal) string { return money.Number(d, s.budget.Rounding.PlacesOf(d), ",", ".") }
	}
	least, most, shares := heldTo{words: "at least"}, heldTo{words: "at most"}, money.Zero
	for i := range f.rates {
		switch {
		case fixed[i] != nil:
			shares = shares.Add(f.least[i])
		case f.rates[i].IsPositive():
			least.add(f.least[i])
			most.add(f.most[i])
		}
	}
	low, high := shares.Add(least.sum), shares.Add(most.sum)
	side, sum, verdict := &least, low, "more than "+show(f.whole)
	if low.LessThanOrEqual(f.whole) {
		side, sum, verdict = &most, high, fmt.Sprintf("and %s is left over", show(f.whole.Sub(high)))
	}
	var parts []string
	if !shares.IsZero() {
		parts = append(parts, "the shares come to "+show(shares))
	}
	parts = append(parts, side.phrases(show)...)
	between := ", "
	if !sum.Equal(shares) {
		between = ": " + show(sum) + " in all, "
	}
	return strings.Join(parts, "; ") + between + verdict, s.remedy(side == &least, !shares.IsZero(), !sum.Equal(shares))
}

// remedy names the keys of what does not fit.
func (s *sharer) remedy(isMore, hasShares, hasRates bool) string {
	var keys []string
	if hasShares {
		keys = append(keys, "a `share`")
	}
	of := []string{"cap", "ldc_cap"}
	if isMore {
		of = []string{"floor", "minimum"}
	}
	for _, key := range of {
		if s.of.Wrote(key) && hasRates {
			keys = append(keys, "`"+key+"`")
		}
	}
	switch {
	case isMore:
		return "lower " + strings.Join(keys, " or ")
	case !hasRates:
		return "correct " + strings.Join(keys, " or ") + ", or give others a rate"
	}
	return "raise " + strings.Join(keys, " or ") + ", or list the Parties that are missing"
}

// heldTo counts Parties by what they are held to.
type heldTo struct {
	words string
	parts []money.Decimal
	count []int
	sum   money.Decimal
}

func (h *heldTo) add(part money.Decimal) {
	h.sum = h.sum.Add(part)
	for i := range h.parts {
		if h.parts[i].Equal(part) {
			h.count[i]++
			return
		}
	}
	h.parts, h.count = append(h.parts, part), append(h.count, 1)
}

// phrases says each bound with how many Parties have it.
func (h *heldTo) phrases(show func(money.Decimal) string) (list []string) {
	for i, part := range h.parts {
		switch {
		case part.IsZero() && h.words == "at least":
		case h.count[i] == 1:
			list = append(list, fmt.Sprintf("1 Party pays %s %s", h.words, show(part)))
		default:
			list = append(list, fmt.Sprintf("%d Parties pay %s %s each", h.count[i], h.words, show(part)))
		}
	}
	return list
}
