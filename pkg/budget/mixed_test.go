package budget_test

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/money"
)

// mixed makes up a budget with all kinds of cost, stated amounts right and wrong, blanks,
// other currencies and sources of money.
type mixed struct {
	t   *rapid.T
	b   strings.Builder
	n   int
	ids []string // of what stands before
}

var mixedColumns = []string{"a", "b", "c"}

func (m *mixed) plan() string {
	to := m.pick("1", "0.1", "0.01", "0.05", "10", "7")
	fmt.Fprintf(&m.b, `isuplan: 1
document: {convention: C, unit: U, date: 2024-01-01}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: CHF
  rounding: {to: %s, mode: %s, at: %s, tolerance: %s%s}
  columns: [{id: a}, {id: b}, {id: c}, {id: sum, sum: [a, b, c]}, {id: change, change: [a, b]}, {id: percent, percent_change: [a, b], places: %s}, {id: left, difference: [c, a, b]}, {id: part, percent_of: [a, b]}]
  rates: [{currency: USD, rate: {a: 0.9735, b: 1.02, c: %s}, on: 2024-01-01}]
  standard_costs: [{grade: P-5, annual: 257600.40}, {grade: G-6, monthly: {a: 9150, b: 9333.33, c: 9500}}]
  lines:
`, to, m.pick(money.Modes()...), m.pick("line", "total"), m.pick("0", "1", "3"), m.pick("", ", growth: exact", ", growth: printed"), m.pick("0", "1", "3"), m.pick("0.88", "1.1111"))
	for range rapid.IntRange(1, 6).Draw(m.t, "lines") {
		m.line("    ", 0)
	}
	m.parts("lines", "    ", m.ids[0])
	m.b.WriteString("  financing:\n")
	m.parts("sources", "    ", "total")
	return m.b.String()
}

func (m *mixed) pick(of ...string) string { return rapid.SampledFrom(of).Draw(m.t, "pick") }

func (m *mixed) id() string {
	m.n++
	return fmt.Sprintf("l%d", m.n)
}

func (m *mixed) line(indent string, depth int) {
	id := m.id()
	if depth < 3 && rapid.IntRange(0, 4).Draw(m.t, "group") == 0 {
		fmt.Fprintf(&m.b, "%s- id: %s\n%s  label: G\n%s  lines:\n", indent, id, indent, indent)
		for range rapid.IntRange(1, 3).Draw(m.t, "members") {
			m.line(indent+"    ", depth+1)
		}
	} else {
		fmt.Fprintf(&m.b, "%s- {id: %s, label: L, %s%s%s}\n", indent, id, m.cost(), m.stated(), m.rounding())
	}
	m.ids = append(m.ids, id)
}

func (m *mixed) cost() string {
	kind := rapid.IntRange(0, 6).Draw(m.t, "kind")
	if kind == 6 && len(m.ids) == 0 {
		kind = 0
	}
	switch kind {
	case 0:
		return "fixed: " + m.byColumn(m.amount)
	case 1:
		return fmt.Sprintf("in: USD, units: [{item: trip, quantity: %s, cost: %s}, {item: night, quantity: 3, times: %s, cost: %s}]",
			m.byColumn(m.count), m.money(), m.count(), m.money())
	case 2:
		return fmt.Sprintf("posts: [{title: One, annual: %s, months: %s, fte: %s}, {title: Two, grade: G-6, months: %s, share: 33.3%%, count: 2}, {title: Three, grade: P-5}, {title: Four, paid_by: the host}]",
			m.money(), m.byColumn(m.months), m.pick("50%", "80%", "66.67%"), m.months())
	case 3:
		return fmt.Sprintf("base: %s, growth: %s", m.money(), m.byColumn(m.rate))
	case 4:
		return fmt.Sprintf("base: {a: %s, b: %s}, growth: %s", m.money(), m.pick("blank", "5000.55"), m.rate())
	case 5:
		return "in: USD, base: " + m.money() + ", growth: " + m.rate()
	}
	return fmt.Sprintf("percent: %s, of: [%s]", m.byColumn(m.rate), rapid.SampledFrom(m.ids).Draw(m.t, "of"))
}

// parts writes percentages that make up a whole.
func (m *mixed) parts(kind, indent, of string) {
	rates := [][]string{{"50%", "50%"}, {"12.5%", "12.5%", "75%"}, {"33.33%", "33.33%", "33.34%"}, {"40%", "59%"}}
	source := ""
	if kind == "sources" {
		source = ", source: other"
	}
	for _, rate := range rapid.SampledFrom(rates).Draw(m.t, "rates") {
		fmt.Fprintf(&m.b, "%s- {id: %s, label: P%s, percent: %s, of: [%s]%s}\n", indent, m.id(), source, rate, of, m.stated())
	}
}

// rounding writes a rounding of the line's own.
func (m *mixed) rounding() string {
	if rapid.IntRange(0, 3).Draw(m.t, "rounding") > 0 {
		return ""
	}
	return fmt.Sprintf(", rounding: {to: %s, mode: %s%s}", m.pick("1", "10", "0.5", "0.001"), m.pick(money.Modes()...), m.pick("", ", growth: exact", ", growth: printed"))
}

// stated writes amounts for some columns: they are wrong, unless by chance.
func (m *mixed) stated() string {
	if rapid.IntRange(0, 2).Draw(m.t, "stated") > 0 {
		return ""
	}
	column := m.pick(mixedColumns...)
	return fmt.Sprintf(", stated: {%s: %s}", column, m.pick("1000", "blank", "nil", "1234.5"))
}

// byColumn writes one value, or one for each column.
func (m *mixed) byColumn(value func() string) string {
	if rapid.Bool().Draw(m.t, "one") {
		return value()
	}
	parts := make([]string, len(mixedColumns))
	for i, column := range mixedColumns {
		parts[i] = column + ": " + value()
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func (m *mixed) amount() string {
	if rapid.IntRange(0, 7).Draw(m.t, "nothing") == 0 {
		return m.pick("nil", "blank", "0")
	}
	return money.New(rapid.Int64Range(-1e6, 1e9).Draw(m.t, "amount")).Shift(-2).String()
}

func (m *mixed) money() string {
	return unmistakable(money.New(rapid.Int64Range(0, 1e8).Draw(m.t, "money")).Shift(-rapid.Int32Range(0, 3).Draw(m.t, "places")))
}

func (m *mixed) count() string  { return m.pick("0", "1", "3", "2.5", "12") }
func (m *mixed) months() string { return m.pick("1", "5", "7", "10.5", "12") }
func (m *mixed) rate() string   { return m.pick("0%", "2%", "-3.3%", "13%", "62.5%", "-100%") }
