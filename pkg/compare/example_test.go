package compare_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/compare"
	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/templates"
)

const year2025 = `isuplan: 1
document: {convention: Convention on Cluster Munitions, unit: Implementation Support Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: CHF
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: social-charges, label: Social charges, percent: 20%, of: [salaries]}
`

// side reads a plan and computes its budget.
func side(name, text string) diff.Side {
	p, findings, ok := plan.Load(source.NewFile(name, []byte(text)))
	if !ok {
		log.Fatal(findings[0].Message)
	}
	b, _ := budget.Compute(p, budget.Options{})
	return diff.Side{Name: name, Plan: p, Budget: b}
}

// A comparison is told in sentences and as a document, in the words of a language.
func Example() {
	text, err := templates.Files.ReadFile("languages/en.yaml")
	if err != nil {
		log.Fatal(err)
	}
	english, findings, ok := language.Load(source.NewFile("en.yaml", text))
	if !ok {
		log.Fatal(findings[0].Message)
	}
	year2026 := strings.NewReplacer("2024", "2025", "2025", "2026", "345054", "360000").Replace(year2025)
	r := diff.Compare(side("2025.yaml", year2025), side("2026.yaml", year2026))
	for _, sentence := range compare.Summary(r, english) {
		fmt.Println(sentence)
	}
	for t := range document.Each[document.Table](compare.Document(r, false, english).Blocks) {
		for _, row := range t.Rows {
			fmt.Println(row.Cells)
		}
	}
	// Output:
	// The budget rises by CHF 17,935 (4.33 per cent), from CHF 414,065 to CHF 432,000, mostly by Salaries (+14,946) and Social charges (+2,989).
	// The texts are the same, apart from dates and numbers that follow from the year.
	// Every mandate item and priority that was served is served still.
	// [Salaries 345,054 360,000 +14,946 +4.33 amount +14,946]
	// [Social charges 69,011 72,000 +2,989 +4.33 base +2,989]
	// [Total 414,065 432,000 +17,935 +4.33 base +2,989, amount +14,946]
}
