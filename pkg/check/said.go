package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/number"
)

// What a text says of a thing of the plan that it names, held against what the plan has.

// relation is how a number in a text relates to the figure that it should be.
type relation int

const (
	equal   relation = iota
	rounded          // it may be the figure, rounded
	stale            // it is the figure of another year
	slipped          // it is the figure with a slip
	other
)

// saying is a number in a text that is said of a figure of the plan.
type saying struct {
	*reading
	number *number.Number
	thing  *thing
	figure *standing
	relation
	why    string // in words, for a message: "two digits are swapped"
	direct bool   // nothing but linking words stands between name and number
}

// say holds a number against a figure.
func (r *reading) say(n *number.Number, t *thing, f *standing) saying {
	s := saying{reading: r, number: n, thing: t, figure: f}
	s.relation, s.why = f.relate(n)
	return s
}

// relate says how a number relates to the figure.
func (f *standing) relate(n *number.Number) (relation, string) {
	value := n.Value
	if f.isEqual(value) || n.Low != nil && !f.is.LessThan(*n.Low) && !f.is.GreaterThan(value) && n.Hedged {
		return equal, ""
	}
	for _, p := range f.was {
		if p.value.Equal(value) {
			return stale, "that is the figure of " + p.when
		}
	}
	if isRounded(n, f.is) {
		return rounded, ""
	}
	if how := proseSlip(value, f.is); how != "" {
		return slipped, string(how)
	}
	return other, ""
}

func (f *standing) isEqual(value money.Decimal) bool {
	return value.Equal(f.is) || equalAny(value, f.parts...)
}

// isRounded reports whether a number may be the figure, rounded to the unit that it shows,
// or, where it is only about so much, within a tenth of it.
func isRounded(n *number.Number, is money.Decimal) bool {
	difference := n.Value.Sub(is).Abs()
	if n.Hedged && difference.Mul(money.New(10)).LessThanOrEqual(is.Abs()) {
		return true
	}
	const least = 1000 // smaller numbers are not rounded
	if n.Value.LessThan(money.New(least)) || n.Value.IsZero() {
		return false
	}
	unit := money.New(100)
	if !n.Value.Mod(unit).IsZero() || difference.Mul(money.New(200)).GreaterThan(is.Abs()) {
		return false
	}
	for n.Value.Mod(unit.Shift(1)).IsZero() {
		unit = unit.Shift(1)
	}
	return difference.Mul(two).LessThanOrEqual(unit)
}

// proseSlip returns the slip that makes one number of another, where the numbers are long
// enough that it tells: 45 for 54, but not 14 for 13.
func proseSlip(wrong, right money.Decimal) slip {
	const long = 100
	switch how := slipOf(wrong, right); how {
	case neighbours:
		return how
	case mistyped, dropped, doubled, point:
		if !smaller(wrong, right).LessThan(money.New(long)) {
			return how
		}
	}
	return ""
}

// isTyped reports a number that stands in the text itself, not in one that it quotes.
func (r *reading) isTyped(n *number.Number) bool { return !r.part(n.From).ref }

// between returns the words between a name and a number, and whether the name stands first.
func (r *reading) between(x nameSaid, n *number.Number) (words []number.Word, before bool) {
	if x.next <= n.First {
		end := n.First
		for end > x.next && r.Words[end-1].From >= n.From {
			end--
		}
		return r.Words[x.next:end], true
	}
	if x.first >= n.Next {
		return r.Words[n.Next:x.first], false
	}
	return nil, false
}

// isSaidOf reports that nothing but linking words stands between a name and a number.
func (c *Context) isSaidOf(r *reading, x nameSaid, n *number.Number) bool {
	const most, few = 9, 5
	words, before := r.between(x, n)
	if x.first < n.Next && x.next > n.First || len(words) > most || !before && (len(words) > few || len(words) == 0) {
		return false
	}
	links := linksBehind
	if before {
		links = linksBefore
	}
	for i := range words {
		w := strings.ToLower(words[i].Text)
		if !links[w] && (!before || !c.isUnitWord(w)) && !isPeriod(&words[i]) && !c.isOwnYear(w) {
			return false
		}
	}
	return true
}

// isPeriod reports a reference to the plan's period.
func isPeriod(w *number.Word) bool {
	return w.Sort == number.Reference && strings.HasPrefix(strings.ToLower(w.Text), "${period")
}

// isUnitWord reports a word of the unit's own name: "the budget of the ISU is …".
func (c *Context) isUnitWord(w string) bool {
	d := &c.Plan.Document
	return w == "unit" || w == "secretariat" || w == "plan" || w == "work" || strings.EqualFold(w, d.UnitShort.Value) || strings.EqualFold(w, "${document.unit_short}")
}

func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

var (
	// linksBefore may stand between a name and its number, linksBehind between a number and
	// the name that it is said of.
	linksBefore = wordSet(`held computed calculated charged of is are at for ( ) : – — , - = costs cost costing amount amounts amounting total totals totalling comes come coming to set budgeted
		estimated planned remain remains will would be in the a sum budget which about some only just exactly line annual year this stands stand proposed`)
	linksBehind = wordSet(`for of on to in the a an as is are set aside reserved budgeted allocated foreseen planned goes go covers cover towards under line its
		annual will be used`)
)

// report reports a saying that contradicts the plan.
func (c *Context) reportSaying(s *saying, written string) {
	message := fmt.Sprintf("the text says “%s” of %s, but the plan has %s", s.said(s.number), s.thing.label(), written)
	if s.why != "" {
		message += ": " + s.why
	}
	hint := "correct the one that is wrong"
	if s.figure.ref != "" {
		hint = fmt.Sprintf("write ${%s} in its place, and the text follows the plan", s.figure.ref)
	}
	c.Report(s.Subject, s.span(s.number.From, s.number.To), message, hint, relatedTo(s.figure)...)
}

// relatedTo points at the figure of the plan.
func relatedTo(f *standing) []diag.Related {
	if !f.at.IsValid() {
		return nil
	}
	return []diag.Related{{Span: f.at, Note: "the plan's figure"}}
}
