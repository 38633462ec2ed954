package schema_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestDateOrMonth reads days, months and years, and nothing else.
func TestDateOrMonth(t *testing.T) {
	days := schema.Convert(schema.DateOrMonth, func(_ source.Node, at source.At[schema.Moment]) source.At[string] {
		m, said := at.Value, at.Value.From.Format("2006-01-02")
		for kind, is := range map[string]bool{" day": m.IsDay(), " month": m.IsMonth(), " year": m.IsYear()} {
			if is {
				said += kind
			}
		}
		return source.At[string]{Node: at.Node, Value: said + " " + m.To.Format("2006-01-02")}
	})
	for text, want := range map[string]string{
		"2024-12-31": "2024-12-31 day 2024-12-31", "2024-02-29": "2024-02-29 day 2024-02-29", "2024-12": "2024-12-01 month 2024-12-31", "2024-02": "2024-02-01 month 2024-02-29",
		"2024": "2024-01-01 year 2024-12-31", "March 2025": "2025-03-01 month 2025-03-31", "December 2025": "2025-12-01 month 2025-12-31",
		"2024-13": "F205", "2024-02-30": "F205 2024-02-30 is not a day of the calendar", "3 June 2024": "F205", "Q1 2025": "F205", "march 2025": "F205",
		"soon": `F205 "soon" is no date / write a day such as 2018-12-31, or a month such as 2018-12, or a year`, "24": "F205", "2300": "F205",
	} {
		if got := read(days, text); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
