package refs

import (
	"maps"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/plan"
)

// NumberOf stands behind the name of a thing and asks for the number that the document gives
// it: ${activities.workshops.number}.
const NumberOf = ".number"

// numbering are the things that a document may number, by the names that prose has for them:
// sections.basis for sections/basis.
type numbering map[string]string

func (n numbering) add(parts ...string) {
	if !slices.Contains(parts, "") {
		n[strings.Join(parts, ".")] = strings.Join(parts, "/")
	}
}

func (n numbering) items(list []plan.Item, above ...string) {
	for i := range list {
		n.add(append(slices.Clone(above), list[i].ID.Value)...)
	}
}

// numberedIn returns what of a plan a document may number.
func numberedIn(p *plan.Plan) numbering {
	n := numbering{}
	for i := range p.Sections {
		s := &p.Sections[i]
		n.add("sections", s.ID.Value)
		n.items(s.Paragraphs, "sections", s.ID.Value)
	}
	n.items(p.Mandate, "mandate")
	n.items(p.Assumptions, "assumptions")
	for i := range p.Priorities {
		n.add("priorities", p.Priorities[i].ID.Value)
		n.items(p.Priorities[i].Items, "priorities", p.Priorities[i].ID.Value)
	}
	for _, outcome := range p.Outcomes {
		n.add("outcomes", outcome.ID.Value)
		for _, output := range outcome.Outputs {
			n.add("outputs", output.ID.Value)
			for _, activity := range output.Activities {
				n.add("activities", activity.ID.Value)
			}
		}
	}
	for t := range p.TextTables() {
		n.add("tables", t.ID.Value)
	}
	for i := range p.Budget.Tables {
		n.add("tables", p.Budget.Tables[i].ID.Value)
	}
	return n
}

// KnowSections makes sections of a template known: they have numbers though the plan says
// nothing of them.
func (n *Names) KnowSections(ids ...string) {
	for _, id := range ids {
		n.numbered.add("sections", id)
	}
}

// number returns what a name stands for that asks for a thing's number.
func (n *Names) number(name string) (Value, bool) {
	of, is := strings.CutSuffix(name, NumberOf)
	path, known := n.numbered[of]
	return Value{Kind: Numbered, Path: path}, is && known
}

// numberNames returns the names of all numbers.
func (n *Names) numberNames() []string {
	all := slices.Collect(maps.Keys(n.numbered))
	for i := range all {
		all[i] += NumberOf
	}
	return all
}
