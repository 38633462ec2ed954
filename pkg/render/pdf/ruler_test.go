package pdf

import (
	"math/rand/v2"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// TestWordIsToldWhatThePDFDoes: the ruler measures tables and charts without setting them;
// what it says is what comes out where they are set.
func TestWordIsToldWhatThePDFDoes(t *testing.T) {
	const twentieth, width = point / 20, 7000
	short := map[bool]int{}
	for seed := range uint64(60) {
		random := rand.New(rand.NewPCG(seed, 3))
		s, err := set.New()
		if err != nil {
			t.Fatal(err)
		}
		ruler, err := set.NewRuler(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		table := budget(random.IntN(20))
		for i := range table.Rows {
			table.Rows[i].Kind, table.Rows[i].Depth = document.RowKind(random.IntN(5)), random.IntN(3)
		}
		table.Rows[0].Cells = append(table.Rows[0].Cells, prose(random.IntN(80)))
		for range random.IntN(3) {
			table.Notes = append(table.Notes, prose(random.IntN(3)*30))
		}
		l := layout{tree: newTree(), setter: s, width: width * twentieth}
		l.Table(&table, nil)
		got := ruler.Fit(&table, l.rooms())
		if got.Portions[0].Short != (l.slabs[0].whole <= set.Short) {
			t.Errorf("%d: short %v, but it is %d high, and %d is short", seed, got.Portions[0].Short, l.slabs[0].whole, set.Short)
		}
		short[got.Portions[0].Short]++

		chart := document.Chart{Bars: []document.Bar{{Label: prose(random.IntN(400)), Values: []document.BarValue{{Text: "1,280,309", Share: "12%"}, {Text: "9"}}}}}
		l = layout{tree: newTree(), setter: s, width: width * twentieth}
		l.Chart(&chart, nil)
		high := l.slabs[0].height + set.BarGap
		if len(l.slabs) > 1 { // no page holds it
			high = length(len(l.slabs)) * set.ChartSize.Leading
		}
		if got := ruler.Chart(&chart, width).Pitch; got != int(high/twentieth) {
			t.Errorf("%d: the bar is said to be %d high, and is %d", seed, got, high/twentieth)
		}
	}
	if short[true] < 10 || short[false] < 10 {
		t.Errorf("tables: %v", short)
	}
}
