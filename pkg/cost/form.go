package cost

import (
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Rules of a cost line's form: NoAmount is reported for a line without any amount,
// TwoKinds for one with two, MissingPart for a cost that lacks one of its keys,
// GroupAmount for a group that has a cost of its own, TwiceInBase for a percentage of a
// line and of the group that it stands in, or a balance of the same both ways.
var (
	NoAmount = diag.Rule{Code: "F301", Name: "no-amount", Severity: diag.Error, Title: "a cost line without an amount",
		Why:   "A line that prints nothing in the amount column cannot be part of a total.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: «travel», label: Travel}
`,
		Good: `budget:
  lines:
    - {id: travel, label: Travel, fixed: 12000}
`}
	TwoKinds = diag.Rule{Code: "F302", Name: "two-kinds", Severity: diag.Error, Title: "a cost line of two kinds",
		Why:   "Two ways to compute one amount would leave it open which of them holds.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: «travel», label: Travel, fixed: 12000, units: [{item: trip, quantity: 6, cost: 2000}]}
`,
		Good: `budget:
  lines:
    - {id: travel, label: Travel, units: [{item: trip, quantity: 6, cost: 2000}]}
`}
	MissingPart = diag.Rule{Code: "F303", Name: "incomplete-cost", Severity: diag.Error, Title: "a cost with a part missing",
		Why:   "A percentage without its base, or a base without its percentage, is no amount.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: social-charges, label: Social charges, percent: «20%»}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: social-charges, label: Social charges, percent: 20%, of: [salaries]}
`}
	GroupAmount = diag.Rule{Code: "F304", Name: "group-amount", Severity: diag.Error, Title: "a group of lines with a cost of its own",
		Why:   "A group's amount is the sum of its lines; a cost beside it would be lost or counted twice.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: «travel», label: Travel, fixed: 12000, lines: [{id: trips, label: Trips, fixed: 12000}]}
`,
		Good: `budget:
  lines:
    - {id: travel, label: Travel, lines: [{id: trips, label: Trips, fixed: 12000}]}
`}
	TwiceInBase = diag.Rule{Code: "F305", Name: "twice-in-base", Severity: diag.Error, Title: "a percentage, a bound or a balance of a group and of its own line",
		Why:   "The same money would count twice.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: staff, label: Staff, lines: [{id: salaries, label: Salaries, fixed: 345054}, {id: fees, label: Fees, fixed: 12000}]}
    - {id: social-charges, label: Social charges, percent: 20%, of: [staff, «salaries»]}
`,
		Good: `budget:
  lines:
    - {id: staff, label: Staff, lines: [{id: salaries, label: Salaries, fixed: 345054}, {id: fees, label: Fees, fixed: 12000}]}
    - {id: social-charges, label: Social charges, percent: 20%, of: [staff]}
`}
)

// Rules returns the rules that reading a cost line can report.
func Rules() []diag.Rule {
	return []diag.Rule{NoAmount, TwoKinds, MissingPart, GroupAmount, TwiceInBase}
}

// noSubtotal is the word for a group that prints no subtotal.
const noSubtotal = "none"

// checkLine checks a line that may be of some kinds of cost.
func checkLine(r *schema.Reader, l *Line, kinds []Kind) {
	group := l.Wrote("lines")
	switch {
	case group && len(l.Costs) > 0:
		r.Add(diag.Finding{Rule: GroupAmount, Span: lineSpan(l), Message: "this group of lines has a cost of its own",
			Hint: "put the cost into a line of the group"})
	case l.Node.Get("lines").Kind() == source.Sequence && l.Node.Get("lines").Len() == 0:
		r.Add(diag.Finding{Rule: NoAmount, Span: lineSpan(l), Message: "this group has no lines", Hint: "add its lines below `lines`, or take the group out"})
	case !group && len(l.Costs) == 0 && !l.Wrote(amountKeys(kinds)...) && !l.Wrote("rest"):
		r.Add(diag.Finding{Rule: NoAmount, Span: lineSpan(l), Message: "this cost line has no amount",
			Hint: "give it one of " + keyList(kinds) + ", or \"stated: …\" with the amount to print"})
	case len(l.Costs) > 1:
		r.Add(diag.Finding{Rule: TwoKinds, Span: lineSpan(l), Message: "this cost line is of two kinds at once",
			Hint: "keep one of " + keyList(kinds)})
	}
	if l.Subtotal.IsSet() && !group {
		r.Add(diag.Finding{Rule: MissingPart, Span: l.Subtotal.Span(), Message: "`subtotal` belongs to a group, but this line has no `lines`",
			Hint: "take it out"})
	}
	if group && l.Wrote("rounding") {
		r.Add(diag.Finding{Rule: GroupAmount, Span: lineSpan(l), Message: "this group of lines has a rounding of its own", Hint: "put `rounding` into its lines"})
	}
	if schema.IsSetting(l.Subtotal, noSubtotal) {
		l.Subtotal, l.Unsummed = source.At[string]{}, true
	}
	l.complete(r)
}

// complete checks that each cost of a line, or of a part of one, has all that it needs.
func (l *Line) complete(r *schema.Reader) {
	for _, c := range l.Costs {
		if check, ok := c.(interface{ complete(*schema.Reader, *Line) }); ok {
			check.complete(r, l)
		}
	}
}

// amountKeys returns the keys that give a line an amount.
func amountKeys(kinds []Kind) []string {
	keys := []string{"stated"}
	for _, k := range kinds {
		keys = append(keys, k.Key)
	}
	return keys
}

func lineSpan(l *Line) source.Span {
	if l.ID.IsSet() {
		return l.ID.Span()
	}
	return l.Span()
}

func keyList(kinds []Kind) string {
	list := ""
	for i, k := range kinds {
		if i > 0 {
			list += ", "
		}
		list += "`" + k.Key + "`"
	}
	return list
}
