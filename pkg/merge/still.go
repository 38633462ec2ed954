package merge

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/proof"
)

// still adds what differs in the end and was not there before: something that the plan prints
// in two places, of which the file changed one.
func (m *merger) still(out *Merged, before *Comparison, after *compile.Unit) {
	known := map[string]bool{}
	for i := range before.Changes {
		if !out.Outcomes[i].Taken {
			known[before.Changes[i].name()] = true
		}
	}
	differ := map[string]bool{}
	rest := Compare(after, m.text).Changes
	for i := range rest {
		differ[rest[i].name()] = true
	}
	for i := range before.Changes {
		if o := &out.Outcomes[i]; !o.Taken && o.Kind != Comment && !differ[o.name()] {
			o.Taken, o.Says = true, follows
		}
	}
	var printed map[string]bool
	if slices.ContainsFunc(rest, func(c Change) bool { return c.Old == "" }) {
		printed = m.printedBefore(before)
	}
	for _, change := range rest {
		if change.Kind == Comment || known[change.name()] || change.follows || change.Old == "" && printed[change.New] {
			continue
		}
		out.Outcomes = append(out.Outcomes, Outcome{Change: change, Says: "it follows from another change, and the file does not say so"})
	}
}

// explains reports what the compiler draws and writes by itself for the tables of work, indicators and
// risks: the chart of times, and notes such as that of an abbreviation.
func (u *unit) explains() bool {
	passage := u.first().passage
	if passage == nil || u.isRow {
		return false
	}
	switch of := passage.Of.(type) {
	case *document.Chart:
		return true
	case *document.Table:
		return isWork(of)
	}
	return false
}

// printedBefore returns what explained tables before, and the heads of columns: the file may have
// such as the plan prints no more.
func (m *merger) printedBefore(before *Comparison) map[string]bool {
	printed := map[string]bool{}
	for _, u := range unitsOf(proof.Passages(before.unit.Document, m.text.Format)) {
		switch {
		case u.explains():
			printed[u.text()] = true
		case u.isRow && u.first().passage.TableRow() == 0:
			for i := range u.cells {
				printed[u.cells[i].text] = true
			}
		}
	}
	return printed
}
