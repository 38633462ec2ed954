// Package hostile has the shapes of plans that a stranger may write to stop a program, for
// tests. Each is made for a size, so that a test sees how work grows with it.
package hostile

import "strings"

// Shape is a way to write a plan that is much of one thing.
type Shape struct {
	// Name says what there is much of.
	Name string
	// Plan writes the plan with n of it.
	Plan func(n int) string
}

// Shapes returns all shapes.
func Shapes() []Shape {
	return append(append(texts(), money()...), forms()...)
}

// Sized returns the plan of a shape with as many of its thing as give about that many bytes.
func (s Shape) Sized(bytes int) string {
	const some = 64
	one := max(1, (len(s.Plan(2*some))-len(s.Plan(some)))/some)
	n := max(1, (bytes-len(s.Plan(0)))/one)
	plan := s.Plan(n)
	for len(plan) > bytes && n > 1 { // numbers of more digits
		n = max(1, n*bytes/(len(plan)+1))
		plan = s.Plan(n)
	}
	return plan
}

// parts is what a plan is made of; what is not given is little.
type parts struct {
	document string // more keys of the document
	outcome  string // the text of its outcome, in quotes where they are needed
	outputs  string // what stands below the outcome
	budget   string // more keys of the budget
	lines    string // its lines
	rest     string // more keys of the plan
}

// plan writes a plan of its parts.
func (p parts) plan() string {
	outcome, lines := p.outcome, p.lines
	if outcome == "" {
		outcome = "States report."
	}
	if lines == "" {
		lines = "    - {id: x, label: X, fixed: 1}\n"
	}
	return "isuplan: 1\ndocument:\n  convention: Convention on Example Matters\n  short: CEM\n  unit: Unit\n  date: 2024-06-03\n" + p.document +
		"period: {from: 2025-01-01, to: 2025-12-31}\noutcomes:\n  - id: o\n    text: " + outcome + "\n" + p.outputs +
		"budget:\n  currency: EUR\n" + p.budget + "  lines:\n" + lines + p.rest
}

// many joins what is written for each number below n.
func many(n int, one func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(one(i))
	}
	return b.String()
}

// Small returns a plan that has little of everything.
func Small() string { return parts{}.plan() }
