package diff

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// How reports word a change, in every format.

// Subjects returns the headings under which changes are listed, in their order.
func Subjects() []string {
	return []string{"Document", "Results", "Mandate and priorities as worded", "Text", "Summary of the document", "Lines of the budget", "Facts and names", "Waivers"}
}

// Subject returns the heading under which a change is listed.
func (c *Change) Subject() string {
	kind, _, _ := strings.Cut(c.Element().Kind, "/")
	switch kind {
	case "":
		return "Document"
	case "outcomes":
		return "Results"
	case "mandate", "priorities":
		return "Mandate and priorities as worded"
	case "sections", "assumptions":
		return "Text"
	case "summary":
		return "Summary of the document"
	case "budget":
		return "Lines of the budget"
	case "waivers":
		return "Waivers"
	}
	return "Facts and names"
}

// Title names what changed: by its number and id, as the document and the plan do.
func (c *Change) Title() string {
	e := c.Element()
	if e.parent == nil {
		return "The document"
	}
	number := c.To
	if c.New == nil {
		number = c.From
	}
	switch noun := Noun(e.Kind); {
	case number != "":
		return fmt.Sprintf("%s %s (%s)", capital(noun), number, e.Name)
	case noun != "":
		return fmt.Sprintf("%s %s", capital(noun), strings.TrimPrefix(e.Path(), e.Kind+"/"))
	}
	return e.Path()
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// Happened says in a word or several what happened.
func (c *Change) Happened() string {
	var words []string
	for _, name := range (c.Kind &^ (Renumbered | Changed)).Names() {
		switch {
		case name == "reworded" && !c.says(true):
		case name == "added" && c.Is(Split):
			words = append(words, "split off from "+names(c.With))
		case name == "removed" && c.Is(Merged):
			words = append(words, "merged into "+names(c.With))
		case name == "split" && !c.Is(Added):
			words = append(words, "split, with "+names(c.With))
		case name == "merged" && !c.Is(Removed):
			words = append(words, "merged with "+names(c.With))
		case name == "split", name == "merged":
		case name == "removed":
			words = append(words, "dropped")
		case name == "moved":
			words = append(words, c.movedFrom())
		case name == "renamed":
			words = append(words, "given another id")
		default:
			words = append(words, name)
		}
	}
	if c.ByText {
		words = append(words, "matched by its text")
	}
	if len(words) == 0 && c.says(false) {
		words = append(words, "changed")
	}
	if c.Kind == Renumbered {
		return fmt.Sprintf("renumbered from %s", c.From)
	}
	return strings.Join(words, ", ")
}

// says reports whether a text, or another value, changed by more than the year.
func (c *Change) says(text bool) bool {
	for _, f := range c.Fields {
		if f.IsText == text && !f.Rolled {
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

// IsKeeping reports a change of what the document does not print: waivers, and the
// columns that last year's figures stand in.
func (c *Change) IsKeeping() bool {
	kind := c.Element().Kind
	return kind == "waivers" || kind == "budget/columns"
}

// CountKeeping returns how many changes are of what the document does not print.
func (r *Report) CountKeeping() int {
	n := 0
	for i := range r.Changes {
		if r.Changes[i].IsKeeping() {
			n++
		}
	}
	return n
}

// InFiguresOnly reports a change of the budget that the bridge shows already.
func (c *Change) InFiguresOnly() bool {
	if c.Kind != Changed && c.Kind != Changed|Reworded {
		return false
	}
	for _, f := range c.Fields {
		if !f.Rolled && !(strings.HasPrefix(c.Element().Kind, "budget/") && !f.IsText || strings.HasPrefix(f.Key, "budget.stated")) {
			return false
		}
	}
	return true
}

func (c *Change) movedFrom() string {
	switch {
	case c.From != "" && c.From != c.To:
		return "moved from " + c.From
	case c.Old.parent.Path() != c.New.parent.Path() && c.Old.parent.Path() != "":
		return "moved from " + c.Old.parent.Path()
	}
	return fmt.Sprintf("moved from place %d to %d", c.Old.index+1, c.New.index+1)
}

func names(elements []*Element) string {
	var list []string
	for _, e := range elements {
		list = append(list, e.Path())
	}
	return and(list)
}

// Name returns what a value is called where a reader needs to know: nothing for the
// text of a thing.
func (f *FieldChange) Name() string {
	switch f.Key {
	case "text", "label", "heading":
		return ""
	}
	return strings.NewReplacer(".", " ", "_", " ").Replace(strings.TrimPrefix(strings.TrimPrefix(f.Key, "document."), "budget."))
}

// Write writes a value of an input with its unit.
func (i *Input) Write(d money.Decimal) string {
	if i.Unit == cost.PerCent {
		return d.String() + "%"
	}
	return money.Number(d, 0, ",", ".")
}

// ByCause adds up what all lines owe to a cause.
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

// RolledSentence says how much merely rolled forward.
func RolledSentence(n int) string {
	if n == 1 {
		return "One date, ordinal or number rolled forward with the year (--all shows it)."
	}
	return fmt.Sprintf("%s dates, ordinals and numbers rolled forward with the year (--all shows them).", capital(small(n)))
}
