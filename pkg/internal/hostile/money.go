package hostile

import (
	"fmt"
	"strings"
)

// money returns the shapes of budgets.
func money() []Shape {
	lines := func(name, first, one string) Shape {
		return Shape{name, func(n int) string {
			return parts{lines: first + many(n, func(i int) string { return fmt.Sprintf(one, i, i+1) })}.plan()
		}}
	}
	names := func(n int) string { return many(n, func(i int) string { return fmt.Sprintf("l%d, ", i) }) }
	line := func(i int) string { return fmt.Sprintf("    - {id: l%d, label: L, fixed: %d}\n", i, 1000+i) }
	return append([]Shape{
		lines("lines", "", "    - {id: l%[1]d, label: Line %[1]d, fixed: 7}\n"),
		lines("lines of one name", "", "    - {id: l, label: L, fixed: 7}%.0[1]d\n"),
		lines("stated lines that differ", "", "    - {id: l%[1]d, label: L%[1]d, stated: 9, fixed: 7}\n"),
		lines("lines that follow each other", "    - {id: l0, label: L, fixed: 1000}\n", "    - {id: l%[2]d, label: L, percent: 10%%, of: [l%[1]d]}\n"),
		lines("lines that go ahead of each other", "", "    - {id: l%[1]d, label: L, percent: 10%%, of: [l%[2]d]}\n"),
		lines("percentages of one line", "    - {id: y, label: Y, fixed: 1001}\n", "    - {id: l%[1]d, label: L, percent: 1%%, of: [y]}\n"),
		lines("percentages of nothing", "", "    - {id: l%[1]d, label: L, percent: 1%%, of: [nothing]}\n"),
		lines("growing lines", "", "    - {id: l%[1]d, label: L, base: 1000, growth: 2%%}\n"),
		lines("lines in dollars", "", "    - {id: l%[1]d, label: L, in: USD, fixed: 3}\n"),
		lines("notes with amounts", "", "    - {id: l%[1]d, label: L%[1]d, fixed: 3, note: L%[1]d costs EUR 4.}\n"),
		lines("footnotes", "", "    - {id: l%[1]d, label: L%[1]d, fixed: 3, footnote: A note.}\n"),
		lines("long labels", "", "    - {id: l%[1]d, label: Linnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnne, fixed: 3}\n"),
		lines("shared lines", "", "    - {id: l%[1]d, label: L, fixed: 1001, shares: {o: 50%%}}\n"),
		lines("unit lines", "", "    - {id: l%[1]d, label: L, units: [{item: trip, quantity: 3, cost: 50}]}\n"),
		lines("groups", "", "    - {id: g%[1]d, label: G, lines: [{id: l%[1]d, label: L, fixed: 3}]}\n"),
		{"posts", func(n int) string {
			return parts{lines: "    - id: x\n      label: X\n      posts:\n" + many(n, func(i int) string {
				return fmt.Sprintf("        - {title: Post %d, grade: P-4, annual: 1000}\n", i)
			})}.plan()
		}},
		{"posts of one title", func(n int) string {
			return parts{lines: "    - id: x\n      label: X\n      posts:\n" + strings.Repeat("        - {title: Post, annual: 1000}\n", n)}.plan()
		}},
		{"items of a line", func(n int) string {
			return parts{lines: "    - id: x\n      label: X\n      units:\n" + many(n, func(i int) string {
				return fmt.Sprintf("        - {item: trip %d, quantity: 2, cost: 10}\n", i)
			})}.plan()
		}},
		{"names in of", func(n int) string {
			return parts{lines: many(n, line) + "    - {id: p, label: P, percent: 7%, of: [" + names(n) + "]}\n"}.plan()
		}},
		{"one name in of", func(n int) string {
			return parts{lines: line(0) + "    - {id: p, label: P, percent: 7%, of: [" + strings.Repeat("l0, ", n) + "]}\n"}.plan()
		}},
		{"names in of that are not there", func(n int) string {
			return parts{lines: "    - {id: p, label: P, percent: 7%, of: [" + names(n) + "]}\n"}.plan()
		}},
		{"lines of many lines", func(n int) string {
			return parts{lines: many(30, line) + many(n, func(i int) string {
				return fmt.Sprintf("    - {id: p%d, label: P, percent: 7%%, of: [%s]}\n", i, names(30))
			})}.plan()
		}},
		{"waivers", func(n int) string {
			return parts{rest: "waivers:\n" + many(n, func(i int) string {
				return fmt.Sprintf("  - {rule: spelling, at: budget/l%d, reason: So printed., approved: the document}\n", i)
			})}.plan()
		}},
		{"waivers of one text", func(n int) string {
			return parts{outcome: "A " + strings.Repeat("recieve ", n), rest: "waivers:\n" + strings.Repeat(
				"  - {rule: spelling, at: outcomes/o, says: recieve, reason: So printed., approved: the document}\n", n)}.plan()
		}},
		{"words of a waiver", func(n int) string {
			return parts{rest: "waivers:\n  - {rule: spelling, at: outcomes/o, reason: R, approved: A, says: [" + strings.Repeat("States, ", n) + "]}\n"}.plan()
		}},
		{"sources of money", func(n int) string {
			return parts{budget: "  financing:\n" + many(n, func(i int) string {
				return fmt.Sprintf("    - {id: s%[1]d, label: S%[1]d, source: host, fixed: 7}\n", i)
			})}.plan()
		}},
		{"percentages of the total", func(n int) string {
			return parts{budget: "  financing:\n" + many(n, func(i int) string {
				return fmt.Sprintf("    - {id: s%[1]d, label: S%[1]d, source: host, percent: 1%%, of: [total]}\n", i)
			})}.plan()
		}},
		{"standard costs", func(n int) string {
			return parts{budget: "  standard_costs:\n" + many(n, func(i int) string { return fmt.Sprintf("    - {grade: P-%d, annual: 1000}\n", i) })}.plan()
		}},
		{"rates", func(n int) string {
			return parts{budget: "  rates:\n" + strings.Repeat("    - {currency: USD, rate: 0.9, on: 2024-01-01}\n", n)}.plan()
		}},
	}, columns()...)
}

// columns returns the shapes of many columns and of great numbers.
func columns() []Shape {
	cols := func(n int) string {
		return many(n, func(i int) string { return fmt.Sprintf("    - {id: c%d}\n", i) })
	}
	fixed := func(n int) string {
		return "{" + many(n, func(i int) string { return fmt.Sprintf("c%d: 7, ", i) }) + "}"
	}
	number := func(name, text string) Shape {
		return Shape{name, func(n int) string { return parts{lines: fmt.Sprintf(text, strings.Repeat("7", n))}.plan() }}
	}
	return []Shape{
		{"columns", func(n int) string { return parts{budget: "  columns:\n" + cols(n)}.plan() }},
		{"columns with amounts", func(n int) string {
			return parts{budget: "  columns:\n" + cols(n), lines: "    - {id: x, label: X, fixed: " + fixed(n) + "}\n"}.plan()
		}},
		{"columns and lines", func(n int) string {
			return parts{budget: "  columns:\n" + cols(n), lines: many(n, func(i int) string {
				return fmt.Sprintf("    - {id: l%d, label: L, fixed: 7}\n", i)
			})}.plan()
		}},
		{"sums of sums of columns", func(n int) string {
			return parts{budget: "  columns:\n    - {id: c0}\n" + many(n, func(i int) string {
				return fmt.Sprintf("    - {id: c%d, sum: [c%d]}\n", i+1, i)
			}), lines: "    - {id: x, label: X, fixed: 7}\n"}.plan()
		}},
		{"growth over columns", func(n int) string {
			return parts{budget: "  columns:\n" + cols(n), lines: "    - {id: x, label: X, base: 1000, growth: 2.123456789%}\n"}.plan()
		}},
		{"changes in per cent", func(n int) string {
			return parts{budget: "  columns:\n    - {id: a}\n    - {id: b}\n" + many(n, func(i int) string {
				return fmt.Sprintf("    - {id: c%d, percent_change: [a, b], places: 4}\n", i)
			}), lines: "    - {id: x, label: X, fixed: {a: 3, b: 7}}\n"}.plan()
		}},
		{"places", func(n int) string {
			return parts{budget: fmt.Sprintf("  columns:\n    - {id: a}\n    - {id: b}\n    - {id: c, percent_change: [a, b], places: %d}\n", n),
				lines: "    - {id: x, label: X, fixed: {a: 3, b: 7}}\n"}.plan()
		}},
		{"decimals of the rounding", func(n int) string {
			return parts{budget: "  rounding: {to: 0." + strings.Repeat("0", n) + "1, mode: half-up}\n"}.plan()
		}},
		{"zeros of the rounding", func(n int) string {
			return parts{budget: "  rounding: {to: 1" + strings.Repeat("0", n) + ", mode: half-up}\n"}.plan()
		}},
		number("digits of an amount", "    - {id: x, label: X, fixed: 1%s}\n"),
		number("decimals of an amount", "    - {id: x, label: X, fixed: 1.%s}\n"),
		number("digits of a rate", "    - {id: x, label: X, fixed: 1}\n    - {id: y, label: Y, percent: 1.%s%%, of: [x]}\n"),
		number("digits of growth", "    - {id: x, label: X, base: 1, growth: 1.%s%%}\n"),
		number("digits of a quantity", "    - {id: x, label: X, units: [{item: a, quantity: 1%s, cost: 7}]}\n"),
		number("digits of months", "    - {id: x, label: X, posts: [{title: a, months: 1.%s, annual: 7}]}\n"),
		number("an exponent", "    - {id: x, label: X, fixed: 1e%s}\n"),
		number("a negative exponent", "    - {id: x, label: X, fixed: 1e-%s}\n"),
		{"digits of an exchange rate", func(n int) string {
			return parts{budget: "  rates: [{currency: USD, rate: 0." + strings.Repeat("7", n) + ", on: 2024-01-01}]\n", lines: "    - {id: x, label: X, in: USD, fixed: 3}\n"}.plan()
		}},
		{"digits of a fact", func(n int) string {
			return parts{rest: "facts: {a: {value: " + strings.Repeat("7", n+1) + "}}\n"}.plan()
		}},
	}
}
