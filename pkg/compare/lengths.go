package compare

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/language"
)

// lengths says that the sums of some plans are of times of different lengths; "" where they are not,
// and where it is not known.
func (w *words) lengths(sides ...*diff.Side) string {
	if !diff.UnlikeLengths(sides...) || w.forms.Money.Lengths.Value == "" {
		return ""
	}
	unit, per := w.forms.Money.YearsLong, 12
	for _, s := range sides {
		if s.Months()%12 != 0 {
			unit, per = w.forms.Money.MonthsLong, 1
		}
	}
	var list []string
	for _, s := range sides {
		list = append(list, language.Fill(w.forms.Money.Length.Value, "years", w.language.Years(s.Counted()), "length", w.language.Count(s.Months()/per, unit)))
	}
	return language.Fill(w.forms.Money.Lengths.Value, "lengths", strings.Join(list, w.forms.Lists.Separator.Value))
}
