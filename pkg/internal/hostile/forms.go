package hostile

import (
	"fmt"
	"strings"
)

// forms returns the shapes of files, whatever they mean.
func forms() []Shape {
	rest := func(name, one string) Shape {
		return Shape{name, func(n int) string { return parts{rest: strings.Repeat(one, n)}.plan() }}
	}
	whole := func(name, first, one, last string) Shape {
		return Shape{name, func(n int) string { return first + strings.Repeat(one, n) + last }}
	}
	return []Shape{
		whole("open lists", "a: ", "[", ""),
		whole("open groups", "a: ", "{a: ", ""),
		whole("lists in lists", "a: ", "[", ""),
		whole("dashes on a line", "a:\n  ", "- ", "x"),
		whole("empty lists", "a: [", "[], ", "]\n"),
		whole("one long key", "", "k", ": 1\n"),
		whole("one open text", `a: "`, "a ", ""),
		whole("question marks", "", "? ", "a\n"),
		whole("colons", "a", ": ", "b\n"),
		whole("tabs", "a:\n", "\t", "b\n"),
		whole("no plan at all", "", "word ", "\n"),
		whole("empty lines", "isuplan: 1\n", "\n", "a: 1\n"),
		whole("percent signs", "", "%\n", ""),
		whole("dashes at the start of lines", "", "- a\n", ""),
		whole("aliases", "a: &a x\nb: [", "*a, ", "]\n"),
		whole("anchors", "b: [", "&a x, ", "]\n"),
		whole("tags", "b: [", "!a x, ", "]\n"),
		whole("documents", "a: 1\n", "---\na: 1\n", ""),
		{"nested groups", func(n int) string {
			return many(n, func(i int) string { return strings.Repeat(" ", i%2000) + "a:\n" })
		}},
		{"an alias of aliases", func(n int) string {
			return "a0: &a0 x\n" + many(n, func(i int) string { return fmt.Sprintf("a%[2]d: &a%[2]d [*a%[1]d, *a%[1]d]\n", i, i+1) })
		}},
		{"unknown keys", func(n int) string {
			return parts{rest: many(n, func(i int) string { return fmt.Sprintf("key%d: 1\n", i) })}.plan()
		}},
		{"unknown keys of a group", func(n int) string {
			return parts{document: many(n, func(i int) string { return fmt.Sprintf("  key%d: 1\n", i) })}.plan()
		}},
		rest("keys that stand twice", "key: 1\n"),
		rest("items without their dash", "assumptions:\n  - id: a\n    text: b\n    id: c\n    text: d\n"),
		{"dashes left out of a list", func(n int) string {
			return parts{rest: "assumptions:\n  - id: a\n    text: b\n" + many(n, func(i int) string { return fmt.Sprintf("    id: a%d\n    text: b\n", i) })}.plan()
		}},
		{"dashes too many", func(n int) string {
			return parts{rest: "assumptions:\n  - id: a\n" + strings.Repeat("  - id: b\n  - text: b\n", n)}.plan()
		}},
		rest("comments", "# a comment\n"),
		rest("comments to review", "# review: look\n"),
		{"comments behind lines", func(n int) string {
			return parts{lines: many(n, func(i int) string {
				return fmt.Sprintf("    - {id: l%d, label: L, fixed: 7} # review: look\n", i)
			})}.plan()
		}},
		{"comments in a flow list", func(n int) string {
			return parts{rest: "assumptions: [\n" + strings.Repeat("  # a\n  a,\n", n) + "]\n"}.plan()
		}},
		{"one line of lines", func(n int) string {
			return strings.TrimSuffix(parts{lines: " "}.plan(), "\n ") + " [" + many(n, func(i int) string { return fmt.Sprintf("{id: l%d, label: L, fixed: 7}, ", i) }) + "]\n"
		}},
		{"one line of texts with findings", func(n int) string {
			return parts{rest: "assumptions: [" + strings.Repeat("the the funds recieve, ", n) + "]\n"}.plan()
		}},
		{"lines of a folded text", func(n int) string {
			return parts{outcome: ">\n" + strings.Repeat("      the the funds\n", n)}.plan()
		}},
		{"paragraphs of a literal text", func(n int) string {
			return parts{outcome: "|\n" + strings.Repeat("      the the funds\n\n", n)}.plan()
		}},
		{"ids with capitals", func(n int) string {
			return parts{lines: many(n, func(i int) string { return fmt.Sprintf("    - {id: Line %d, label: L, fixed: 7}\n", i) })}.plan()
		}},
		{"amounts that are none", func(n int) string {
			return parts{lines: many(n, func(i int) string { return fmt.Sprintf("    - {id: l%d, label: L, fixed: 1'234}\n", i) })}.plan()
		}},
		{"names of the document", func(n int) string {
			return parts{document: "  unit_short: " + strings.Repeat("ISU ", n) + "\n"}.plan()
		}},
		{"one long title", func(n int) string {
			return parts{document: "  title: " + strings.Repeat("Title ", n) + "\n"}.plan()
		}},
		{"one long symbol", func(n int) string {
			return parts{document: "  symbol: A" + strings.Repeat("B", n) + "\n"}.plan()
		}},
		{"parts of the agenda", func(n int) string {
			return parts{document: "  agenda: {item: 8, path: [" + strings.Repeat("Item, ", n) + "]}\n"}.plan()
		}},
	}
}
