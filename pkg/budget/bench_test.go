package budget_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// deep writes a plan with n cost lines in groups four deep, ten lines to a group.
func deep(n int) []byte {
	var b strings.Builder
	b.WriteString(`isuplan: 1
document: {convention: C, unit: U, date: 2024-01-01}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: CHF
  lines:
`)
	for i := range n {
		indent := "    "
		for _, size := range []int{1000, 100, 10} {
			if i%size == 0 {
				fmt.Fprintf(&b, "%s- id: g%d-%d\n%s  label: Group\n%s  lines:\n", indent, size, i, indent, indent)
			}
			indent += "    "
		}
		if i%10 == 9 {
			fmt.Fprintf(&b, "%s- {id: l%d, label: Charges, percent: 20%%, of: [l%d], note: At 20%% of the line above.}\n", indent, i, i-1)
			continue
		}
		fmt.Fprintf(&b, "%s- {id: l%d, label: Cost line %d, fixed: %d.50, note: A note on the line.}\n", indent, i, i, 1000+i)
	}
	return []byte(b.String())
}

// BenchmarkTotal measures from the text of a plan to its total; BenchmarkYAML what
// the YAML library alone takes for the same text.
func BenchmarkTotal(b *testing.B) {
	eachSize(b, func(b *testing.B, text []byte) {
		p, findings, ok := plan.Load(source.NewFile("plan.yaml", text))
		if !ok {
			b.Fatal(findings)
		}
		if t, _ := budget.Compute(p, budget.Options{}); t.Total[0].Printed.IsZero() {
			b.Fatal("no total")
		}
	})
}

func BenchmarkYAML(b *testing.B) {
	eachSize(b, func(b *testing.B, text []byte) {
		if err := yaml.Unmarshal(text, new(yaml.Node)); err != nil {
			b.Fatal(err)
		}
	})
}

func eachSize(b *testing.B, run func(*testing.B, []byte)) {
	for _, n := range []int{1000, 10000, 100000} {
		text := deep(n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				run(b, text)
			}
		})
	}
}
