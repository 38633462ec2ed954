package check

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/number"
)

// isOfAnotherYear reports whether the sentence of a number speaks of another time than the
// period: it names another year, or says "last year" or "compared with".
func (c *Context) isOfAnotherYear(r *reading, n *number.Number) bool {
	if r.elsewhere == nil {
		r.elsewhere = make([]int, len(r.Words)+1)
		for i := range r.Words {
			r.elsewhere[i+1] = r.elsewhere[i]
			if c.saysElsewhen(&r.Words[i]) {
				r.elsewhere[i+1]++
			}
		}
	}
	from, to := r.near(n)
	return r.elsewhere[to] > r.elsewhere[from]
}

// saysElsewhen reports a word that says that another time is meant.
func (c *Context) saysElsewhen(w *number.Word) bool {
	switch w.Sort {
	case number.Figures:
		return len(w.Text) == 4 && isYearText(w.Text) && !c.isOwnYear(w.Text)
	case number.Reference:
		return strings.Contains(w.Text, "period.previous")
	case number.Letters:
		return elsewhen[strings.ToLower(w.Text)]
	}
	return false
}

// isYearText reports the digits of a year: 2019, but not 20.5.
func isYearText(s string) bool {
	return (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")) && strings.Trim(s, "0123456789") == ""
}

// isOwnYear reports a year of the period.
func (c *Context) isOwnYear(year string) bool {
	p := c.Plan.Period
	return p.From.IsSet() && p.To.IsSet() && p.From.Value.Format("2006") <= year && year <= p.To.Value.Format("2006")
}

// elsewhen are words that say that another time is meant, or that two are compared.
var elsewhen = map[string]bool{"previous": true, "previously": true, "last": true, "earlier": true, "preceding": true, "past": true, "prior": true, "former": true,
	"formerly": true, "compared": true, "comparison": true, "since": true, "ago": true, "originally": true, "until": true}
