package compile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/compose"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/schema"
)

// Family is a subject of rules, by the letter that their codes begin with.
type Family struct{ Letter, Title string }

// Families returns the subjects of the rules, in the order in which a reader of the list
// wants them.
func Families() []Family {
	return []Family{
		{"B", "Budget"},
		{"R", "Facts and references"},
		{"D", "Dates"},
		{"S", "Structure"},
		{"N", "Names"},
		{"E", "Editorial form"},
		{"W", "Waivers"},
		{"F", "Form of the file"},
	}
}

// Rules returns all rules there are, by family and code.
func Rules() []diag.Rule {
	rules := slices.Concat(schema.Rules(), plan.Rules(), cost.Rules(), budget.Rules(), refs.Rules(),
		compose.Rules(), render.Rules(), check.FormRules(), check.WaiverRules())
	for _, r := range check.Rules() {
		rules = append(rules, r.Rule)
	}
	slices.SortFunc(rules, func(a, b diag.Rule) int {
		return cmp.Or(cmp.Compare(FamilyOf(a), FamilyOf(b)), strings.Compare(a.Code, b.Code))
	})
	return rules
}

// FamilyOf returns the index of a rule's family, or -1 if its letter has none.
func FamilyOf(r diag.Rule) int {
	return slices.IndexFunc(Families(), func(f Family) bool { return strings.HasPrefix(r.Code, f.Letter) })
}

// ruleTitles says what each rule finds, by its name and its code, where that is wanted.
func ruleTitles(wanted bool) map[string]string {
	if !wanted {
		return nil
	}
	titles := map[string]string{}
	for _, r := range Rules() {
		title := strings.ToUpper(r.Title[:1]) + r.Title[1:]
		titles[r.Name], titles[r.Code] = title, title
	}
	return titles
}
