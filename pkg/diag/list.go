package diag

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/source"
)

// MostOfAKind is how many findings of one rule are listed; the rest are counted. Nobody
// reads more, and a plan of 1 MB can have a finding at each word.
const MostOfAKind = 500

// MoreOfAKind is reported in place of the findings of one rule behind the first
// MostOfAKind. It weighs as much as these.
var MoreOfAKind = Rule{Code: "F112", Name: "more-of-a-kind", Severity: Error, Since: "0.2", Title: "more findings of one rule than are listed",
	Why: "Nobody reads thousands of findings of one kind, and a bound keeps files from strangers from using up the machine. " +
		"It weighs as much as what it counts, and no waiver and no comparison with another version covers it: what is not listed may be anything."}

// List gathers findings; of each rule the first MostOfAKind. The zero List is empty and
// ready for use.
type List struct {
	findings []Finding
	kinds    map[string]*kind
}

// kind is what a list knows of the findings of one rule.
type kind struct {
	count int
	rule  Rule
	first source.Span // of those that are left out
}

// Add puts findings on the list.
func (l *List) Add(findings ...Finding) {
	for i := range findings {
		if l.admit(&findings[i]) {
			l.findings = append(l.findings, findings[i].bounded())
		}
	}
}

// mostRelated is how many other places a finding names.
const mostRelated = 20

// bounded returns a finding with as many other places as anybody looks at; the last of them
// says how many more there are.
func (f Finding) bounded() Finding {
	if more := len(f.Related) - mostRelated; more > 0 {
		f.Related = slices.Clone(f.Related[:mostRelated])
		f.Related[mostRelated-1].Note += fmt.Sprintf("; and %s more", Grouped(more))
	}
	return f
}

// Count counts findings that are like another, which is on the list or counted already.
func (l *List) Count(like Rule, n int) {
	if k := l.kinds[like.Name]; k != nil {
		k.count += n
	}
}

// admit counts a finding, and says whether it is listed.
func (l *List) admit(f *Finding) bool {
	if f.Rule.Name == MoreOfAKind.Name {
		return true
	}
	if l.kinds == nil {
		l.kinds = map[string]*kind{}
	}
	k := l.kinds[f.Rule.Name]
	if k == nil {
		k = &kind{rule: f.Rule}
		l.kinds[f.Rule.Name] = k
	}
	k.count++
	if k.count == MostOfAKind+1 {
		k.first = f.Span
	}
	return k.count <= MostOfAKind
}

// IsFull reports whether findings of a rule are only counted by now, so that what they would
// say need not be worked out: Count does.
func (l *List) IsFull(r Rule) bool {
	k := l.kinds[r.Name]
	return k != nil && k.count > MostOfAKind
}

// Len returns the number of findings so far, those that are only counted included.
func (l *List) Len() int {
	length := len(l.findings)
	for _, k := range l.kinds {
		length += max(0, k.count-MostOfAKind)
	}
	return length
}

// Listed returns the findings so far that are listed, in the order in which they came; the
// list's own, so that they may be changed.
func (l *List) Listed() []Finding { return l.findings }

// Sorted returns the findings in the order of their spans, and at one span by rule and
// message, each finding once; those that are only counted in one of their own.
func (l *List) Sorted() []Finding {
	all := slices.Clip(l.findings)
	for _, k := range l.kinds {
		if k.count > MostOfAKind {
			all = append(all, k.more())
		}
	}
	return Sort(all)
}

// more counts what is not listed.
func (k *kind) more() Finding {
	rule := MoreOfAKind
	rule.Severity = k.rule.Severity
	return Finding{Rule: rule, Span: k.first,
		Message: fmt.Sprintf("%s more of %s from here on; no more than %d of one kind are listed", Grouped(k.count-MostOfAKind), k.rule.ID(), MostOfAKind),
		Hint:    "mend those that are listed, and check again"}
}

// Grouped writes a count with commas.
func Grouped(n int) string {
	digits := fmt.Sprint(n)
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	return b.String()
}
