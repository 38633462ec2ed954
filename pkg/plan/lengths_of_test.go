package plan_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestMonthsOf: years follow one another; what is no year stands beside others; what is not known is none.
func TestMonthsOf(t *testing.T) {
	for _, c := range []struct {
		period, columns, of string
		want                int
	}{
		{"2017-01-01, to: 2020-12-31", "{id: 2017}, {id: 2018}, {id: 2019}, {id: 2020}", "2017 2018 2019 2020", 48},
		{"2017-01-01, to: 2020-12-31", "{id: 2017}, {id: 2018}, {id: 2019}, {id: 2020}", "2020", 12},
		{"2017-01-01, to: 2020-12-31", "{id: 2017-2018}, {id: 2019-2020}", "2017-2018 2019-2020", 48},
		{"2021-01-01, to: 2021-12-31", "", "amount", 12},
		{"2021-01-01, to: 2022-06-30", "", "amount", 18},
		{"2021-01-01, to: 2021-12-31", "{id: fao}, {id: unep}", "fao unep", 12},
		{"2021-01-01, to: 2022-12-31", "{id: fao}, {id: unep}", "fao unep", 24},
		{"2021-01-01, to: 2021-12-31", "{id: a2021}, {id: b2021}", "a2021 b2021", 0},
		{"2021-01-01, to: 2021-12-31", "{id: 2021}, {id: more}", "2021 more", 0},
		{"2021-01-01, to: 2021-12-31", "{id: q1, label: First quarter}", "q1", 0},
		{"2021-01-01, to: 2021-12-31", "{id: fao}", "", 0},
	} {
		text := "isuplan: 1\ndocument: {convention: C, unit: U, date: 2024-06-03}\nperiod: {from: " + c.period + "}\noutcomes: []\nbudget:\n  currency: EUR\n  lines: [{id: x, label: X, fixed: 1}]\n"
		if c.columns != "" {
			text += "  columns: [" + c.columns + "]\n"
		}
		p, findings, _ := plan.Load(source.NewFile("plan.yaml", []byte(text)))
		if p == nil {
			t.Fatal(findings)
		}
		if got := p.MonthsOf(strings.Fields(c.of)); got != c.want {
			t.Errorf("%s, %s: %s are %d months, want %d", c.period, c.columns, c.of, got, c.want)
		}
	}
}
