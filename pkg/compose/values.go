package compose

import (
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/refs"
)

// format writes a value that is a single figure or date.
func format(l *language.Language, v refs.Value) string {
	switch v.Kind {
	case refs.Number:
		return l.Number(v.Figure, 0)
	case refs.Percent:
		return l.Percent(v.Figure)
	case refs.Amount:
		return l.Amount(v.Currency, v.Figure, v.Places)
	case refs.Days:
		return l.Days(v.Figure)
	case refs.Day:
		return l.Day(v.From)
	case refs.Range:
		return l.Range(v.From, v.To)
	case refs.Years:
		return l.Years(v.From.Year(), v.To.Year())
	}
	return v.Prose.Value
}
