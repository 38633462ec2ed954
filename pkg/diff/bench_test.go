package diff_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diff"
)

// large writes a plan of n activities, ten to an output. Those of the second version all
// stand one position further down, over the outputs' ends too, and a tenth is reworded;
// renamed gives all of them other ids.
func large(n int, second, renamed bool) string {
	r := rand.New(rand.NewPCG(1, 1))
	activities := make([]string, n)
	for i := range activities {
		text, id := sentence(r, 20), fmt.Sprint("activity-", i)
		if second && i%10 == 0 {
			ws := strings.Fields(text)
			ws[3], ws[11] = "thoroughly", "elsewhere"
			text = strings.Join(ws, " ")
		}
		if renamed {
			id = fmt.Sprint("other-", i)
		}
		activities[i] = fmt.Sprintf("          - {id: %s, text: %q}\n", id, text)
	}
	if second {
		activities = append(activities[n-1:], activities[:n-1]...)
	}
	var b strings.Builder
	b.WriteString("isuplan: 1\ndocument: {convention: Convention, unit: Unit, date: 2024-06-03}\nperiod: {from: 2025-01-01, to: 2025-12-31}\noutcomes:\n  - id: one\n    text: One.\n    outputs:\n")
	for i := 0; i < n; i += 10 {
		fmt.Fprintf(&b, "      - id: output-%d\n        text: Output %d.\n        activities:\n%s", i, i, strings.Join(activities[i:min(i+10, n)], ""))
	}
	b.WriteString("budget: {currency: CHF, lines: [{id: rent, label: Rent, fixed: 100}]}\n")
	return b.String()
}

func BenchmarkMoved(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		for _, renamed := range []bool{false, true} {
			b.Run(fmt.Sprintf("%d/renamed=%v", n, renamed), func(b *testing.B) {
				old, now := side(b, "old.yaml", large(n, false, false)), side(b, "new.yaml", large(n, true, renamed))
				b.ResetTimer()
				for b.Loop() {
					diff.Compare(old, now)
				}
			})
		}
	}
}
