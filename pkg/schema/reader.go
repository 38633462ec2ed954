package schema

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// Reader gathers findings while a file is read.
type Reader struct {
	diag.List
	threeDecimals []source.Node        // amounts of money
	cut           map[source.Node]bool // numbers that a comma ended
	// what names the kind of file in messages: "plan" or "template".
	what string
}

// ThreeDecimals returns the amounts of money with three decimals, such as 180.000, but for
// those of which something else was said.
func (r *Reader) ThreeDecimals() []source.Node {
	return slices.DeleteFunc(slices.Clone(r.threeDecimals), func(n source.Node) bool { return r.cut[n] })
}

// Report adds a finding at a node.
func (r *Reader) Report(rule diag.Rule, at source.Node, message, hint string) {
	r.Add(diag.Finding{Rule: rule, Span: at.Span(), Message: message, Hint: hint})
}

// Read parses a file and reads its root as type t. What names the kind of file
// for messages. The value is as complete as the file allows; ok says whether it
// is fit for use. Findings hold all that is wrong.
func Read[T any](f *source.File, what string, t Type[T]) (value T, findings []diag.Finding, ok bool) {
	r := &Reader{what: what}
	root, problems := source.Parse(f)
	readable := !root.IsZero()
	for _, p := range problems {
		f := finding(p)
		r.Add(f)
		r.Count(f.Rule, p.More)
		readable = readable && p.Code == source.DuplicateKey
	}
	if !readable {
		// What would be said of the rest would only follow from this.
		return value, r.Sorted(), false
	}
	value, ok = t.read(r, root)
	findings = r.Sorted()
	return value, findings, ok && diag.Worst(findings) != diag.Error
}

func finding(p source.Problem) diag.Finding {
	f := diag.Finding{Rule: sourceRules[p.Code], Message: p.Message, Hint: p.Hint, Span: p.Span}
	if p.Other.IsValid() {
		f.Related = []diag.Related{{Span: p.Other, Note: p.OtherNote}}
	}
	for _, at := range p.Remove {
		f.Fix = append(f.Fix, diag.Edit{Span: at})
	}
	return f
}
