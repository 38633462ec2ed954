package hostile

import (
	"fmt"
	"strings"
)

// texts returns the shapes of one long text, of many texts, and of marks in them.
func texts() []Shape {
	long := func(name, one string) Shape { return Shape{name, func(n int) string { return long(one, n) }} }
	whole := func(name, one string) Shape {
		return Shape{name, func(n int) string { return parts{outcome: `"A` + strings.Repeat(one, n) + `."`}.plan() }}
	}
	return append([]Shape{
		whole("one long word of all", "a"),
		whole("one long text", " word"),
		whole("one long text without a finding", " funds, plans,"),
		long("words of 4,000 letters", " "+strings.Repeat("a", 4000)),
		long("words that stand twice", " word"),
		long("misspelt words", " recieve"),
		long("words that nobody knows", " xqzwv"),
		long("links that never close", " [a](http://x"),
		long("brackets in a text", "["),
		long("closing brackets in a text", "]"),
		long("links", " [a](http://example.org/)"),
		long("emphasis that never closes", " *a"),
		long("emphasis that changes", " *a **b"),
		long("stars", "*"),
		long("references that never close", " ${facts"),
		long("references that name nothing", " ${facts.x}"),
		long("references to the total", " ${budget.total}"),
		long("angle brackets", " <http://x"),
		long("backslashes", `\\\\`),
		long("backquotes", "`"),
		long("combining marks", "\u0301"),
		long("words from right to left", " \u05d0\u05d1\u05d2"),
		long("soft hyphens", "\u00ad"),
		long("zero-width joiners", "a\u200d"),
		long("wide characters", "\u4e2d"),
		long("characters without a glyph", "\U0001F600"),
		long("quotation marks", " 'a \\\""),
		long("parentheses", " (a"),
		long("commas", ", a"),
		long("full stops", "."),
		long("hyphens", "a-"),
		long("digits", "7"),
		long("amounts", " CHF 1,234"),
		long("amounts of the plan", " EUR 2"),
		long("numbers in words", " twenty-one thousand"),
		long("per cent", " 7 %"),
		long("years", " 2023"),
		long("months", " 31 February 2023,"),
		long("dates", " on Monday, 3 June 2024"),
		long("days before the meeting", " sixty days before the First Meeting"),
		long("meetings", " the Third Meeting of the States Parties in Vienna"),
		long("acronyms", " ABC"),
		long("acronyms that are explained", " Alpha Beta Company (ABC)"),
		long("names of States", " Swaziland and Burma"),
		long("capital letters", " States parties"),
		long("blanks in a text", " "),
		long("line breaks in a text", `\n`),
		long("escapes", `\x41`),
	}, manyTexts()...)
}

// long writes a plan with n times the same words, in texts that are as long as they may be.
func long(one string, n int) string {
	const most = 19_000
	in := max(1, most/len(one))
	text := func(n int) string { return `"A` + strings.Repeat(one, n) + `."` }
	return parts{outcome: text(n % in), rest: "assumptions:\n  - That funds are there.\n" +
		strings.Repeat("  - "+text(in)+"\n", n/in)}.plan()
}

// manyTexts returns the shapes of many texts.
func manyTexts() []Shape {
	list := func(name, key, one string) Shape {
		return Shape{name, func(n int) string {
			return parts{rest: key + ":\n" + many(n, func(i int) string { return fmt.Sprintf(one, i) })}.plan()
		}}
	}
	return []Shape{
		list("assumptions", "assumptions", "  - That funds no. %d are there\n"),
		list("assumptions with a finding", "assumptions", "  - That the the funds no. %d recieve\n"),
		list("the same assumption", "assumptions", "  - That funds are there.%.0d\n"),
		list("sections", "sections", "  - {id: s%d, after: budget, heading: H, paragraphs: [Text.]}\n"),
		list("sections after each other", "sections", "  - {id: s%[1]d, after: s%[1]d, heading: H, paragraphs: [Text.]}\n"),
		list("mandate items", "mandate", "  - {id: m%d, text: Offer advice;}\n"),
		list("priorities", "priorities", "  - {id: p%d, heading: Help, text: Help.}\n"),
		list("names", "names", "  - {name: Alpha Beta %[1]d, short: AB%[1]d, not: [Alfa Beta %[1]d]}\n"),
		list("acronyms of their own", "assumptions", "  - That the Alpha Beta Company %[1]d (ABC%[1]d) and XYZ%[1]d are there\n"),
		list("facts", "facts", "  f%d: {value: 54, as_at: 2024-06-01}\n"),
		list("texts of facts", "facts", "  f%d: {text: fifty}\n"),
		{"facts of facts", func(n int) string {
			return parts{rest: "facts:\n  f0: {value: 1}\n" + many(n, func(i int) string {
				return fmt.Sprintf("  f%d: {sum: [f%d]}\n", i+1, i)
			})}.plan()
		}},
		{"a fact of many", func(n int) string {
			return parts{rest: "facts:\n" + many(n, func(i int) string { return fmt.Sprintf("  f%d: {value: 1}\n", i) }) +
				"  s: {sum: [" + many(n, func(i int) string { return fmt.Sprintf("f%d, ", i) }) + "]}\n"}.plan()
		}},
		{"activities", func(n int) string {
			return parts{outputs: "    outputs:\n      - id: p\n        text: Help.\n        activities:\n" + many(n, func(i int) string {
				return fmt.Sprintf("          - {id: a%[1]d, text: Hold workshop %[1]d.}\n", i)
			})}.plan()
		}},
		{"outputs", func(n int) string {
			return parts{outputs: "    outputs:\n" + many(n, func(i int) string { return fmt.Sprintf("      - {id: p%d, text: Help.}\n", i) })}.plan()
		}},
		{"served paths", func(n int) string {
			return parts{outputs: "    outputs:\n      - id: p\n        text: Help.\n        activities:\n          - {id: a, text: Hold., serves: [" +
				many(n, func(i int) string { return fmt.Sprintf("mandate/m%d, ", i) }) + "]}\n",
				rest: "mandate:\n" + many(n, func(i int) string { return fmt.Sprintf("  - {id: m%d, text: Offer;}\n", i) })}.plan()
		}},
		{"references to facts", func(n int) string {
			return parts{outcome: `"A` + many(n, func(i int) string { return fmt.Sprintf(" ${facts.f%d}", i) }) + `."`,
				rest: "facts:\n" + many(n, func(i int) string { return fmt.Sprintf("  f%d: {value: 54}\n", i) })}.plan()
		}},
		{"summary outcomes", func(n int) string {
			return parts{rest: "summary:\n  outcomes:\n" + many(n, func(i int) string { return fmt.Sprintf("    - {text: States report %d., outcome: o}\n", i) })}.plan()
		}},
	}
}
