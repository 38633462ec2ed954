package diff

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
)

// What a change is about. How it is worded is the language file's business; what
// stands here are ids.

// Subjects returns the subjects under which changes are listed, in their order.
func Subjects() []string {
	return []string{"document", "results", "mandate-and-priorities-as-worded", "text", "summary-of-the-document", "lines-of-the-budget", "facts-and-names", "waivers"}
}

// Subject returns the subject that a change belongs to.
func (c *Change) Subject() string {
	kind, _, _ := strings.Cut(c.Element().Kind, "/")
	switch kind {
	case "":
		return "document"
	case "outcomes", "actors", "risks":
		return "results"
	case "mandate", "priorities":
		return "mandate-and-priorities-as-worded"
	case "sections", "assumptions", "report":
		return "text"
	case "summary":
		return "summary-of-the-document"
	case "budget":
		return "lines-of-the-budget"
	case "waivers":
		return "waivers"
	}
	return "facts-and-names"
}

// nouns are the kinds of element that readers count. The work comes first, in this
// order; the others follow in the order in which they changed.
var nouns = []struct{ kind, noun string }{
	{"outcomes", "outcome"},
	{"outcomes/outputs", "output"},
	{"outcomes/outputs/activities", "activity"},
	{"mandate", "mandate-item"},
	{"priorities", "priority"},
	{"priorities/items", "priority-item"},
	{"assumptions", "assumption"},
	{"sections", "section"},
	{"sections/paragraphs", "paragraph"},
	{"summary/objectives", "summary-objective"},
	{"summary/outcomes", "summary-outcome"},
	{"outcomes/outputs/activities/milestones", "milestone"},
	{"outcomes/indicators", "indicator"},
	{"outcomes/outputs/indicators", "indicator"},
	{"outcomes/outputs/activities/indicators", "indicator"},
	{"actors", "actor"},
	{"risks", "risk"},
	{"budget/notes", "budget-note"},
	{"budget/lines", "budget-line"},
	{"budget/lines/posts", "post"},
	{"budget/lines/units", "unit-cost"},
	{"budget/lines/parts", "part-of-a-line"},
	{"budget/financing", "source-of-money"},
	{"budget/after_total", "row-after-the-total"},
	{"budget/funds", "fund"},
	{"budget/parties", "party"},
	{"budget/calendar", "part-of-the-year"},
	{"budget/tables", "table"},
	{"budget/outside", "in-kind"},
	{"budget/contributions", "contributions"},
	{"budget/contributions/parties", "contributing-party"},
	{"budget/actuals/lines", "actual"},
	{"report/paragraphs", "report-paragraph"},
	{"budget/columns", "column"},
	{"budget/rates", "exchange-rate"},
	{"budget/standard_costs", "standard-cost"},
	{"budget/staffing/posts", "post-elsewhere"},
	{"budget/staffing/categories", "post-category"},
	{"budget/staffing/categories/grades", "post-grade"},
	{"facts", "fact"},
	{"names", "name"},
	{"waivers", "waiver"},
}

// Nouns returns the nouns of all kinds of element that readers count.
func Nouns() []string {
	list := make([]string, len(nouns))
	for i, n := range nouns {
		list[i] = n.noun
	}
	return list
}

// rankedNouns is how many of the nouns have an order of their own.
const rankedNouns = 9

// NounRank returns a number by which nouns are sorted in a sentence that names several.
// Nouns of the same number stand in the order in which they changed.
func NounRank(noun string) int {
	for i, n := range nouns[:rankedNouns] {
		if n.noun == noun {
			return i
		}
	}
	return rankedNouns
}

// IsCounted reports whether the summary counts things of a noun: what readers of the
// document have before them.
func IsCounted(noun string) bool { return noun != "waiver" && noun != "column" && noun != "name" }

// Noun returns the noun of a kind of element, "" for what no reader counts.
func Noun(kind string) string {
	for _, n := range nouns {
		if n.kind == kind {
			return n.noun
		}
	}
	return ""
}

// Events are the kinds of change that a summary counts; a change of several counts as
// the first.
func Events() []Kind { return []Kind{Added, Removed, Split, Merged, Moved, Reworded, Renamed, Changed} }

// Says reports whether a text, or another value, changed in a way that only a list tells.
func (c *Change) Says(text bool) bool {
	for _, f := range c.Fields {
		if f.IsText == text && !f.IsTold() {
			return true
		}
	}
	return false
}

// Follows reports what was added or dropped together with the line that it is a part
// of: a post, a unit cost.
func (c *Change) Follows() bool {
	e := c.Element()
	return c.Is(Added|Removed) && c.whole && e.parent != nil && strings.HasPrefix(e.Kind, "budget/") && strings.Count(e.Kind, "/") > 1
}

// IsInTable reports a Party that was added or dropped, and that has a row among the
// contributions.
func (c *Change) IsInTable() bool { return c.tabled }

// IsTold reports whether a reader hears of all of a change where it is not listed: it
// merely rolled forward, or the bridge shows it.
func (c *Change) IsTold() bool {
	if c.Kind&^(Reworded|Changed|Renumbered) != 0 {
		return false
	}
	for i := range c.Fields {
		if !c.Fields[i].IsTold() {
			return false
		}
	}
	return true
}

// Name returns what a value is called where a reader needs to know: nothing for the
// text of a thing.
func (f *FieldChange) Name() string {
	switch f.Key {
	case "text", "label", "heading":
		return ""
	}
	return nameOf(f.Key)
}

func nameOf(key string) string {
	return strings.NewReplacer(".", " ", "_", " ").Replace(strings.TrimPrefix(strings.TrimPrefix(key, "document."), "budget."))
}

// ByCause adds up, over all lines, the parts of their changes that are owed to a cause.
func (b *Bridge) ByCause(c Cause) money.Decimal {
	sum := money.Zero
	for i := range b.Lines {
		for _, p := range b.Lines[i].Parts {
			if p.Cause == c {
				sum = sum.Add(p.Amount)
			}
		}
	}
	return sum
}

// Changed returns the lines whose amounts changed.
func (b *Bridge) Changed() []*LineChange {
	var lines []*LineChange
	for i := range b.Lines {
		if !b.Lines[i].Change().IsZero() {
			lines = append(lines, &b.Lines[i])
		}
	}
	return lines
}

// CountRolled returns how many values and numbers merely rolled forward.
func (r *Report) CountRolled() int {
	n := 0
	for i := range r.Changes {
		c := &r.Changes[i]
		if c.Is(Renumbered) && c.Kind&^(Renumbered|Reworded|Changed) == 0 {
			n++
		}
		for _, f := range c.Fields {
			if f.Rolled {
				n++
			}
		}
	}
	return n
}

// IsDate reports a value that is a day, which a document writes in its language.
func (f *FieldChange) IsDate() bool { return f.use == schema.AsDate }
