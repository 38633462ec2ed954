package lsp

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/compose"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/trace"
)

// values knows what names in prose print, and how figures came about.
type values struct {
	unit  *compile.Unit
	words compose.Words
}

// values returns the values of the plan, once it is compiled; for a template those of a plan that
// is open, since it quotes what plans have. It is nil where none are known.
func (v *view) values() *values {
	if v.know(v.ctx) != nil {
		return nil
	}
	if v.kind == aTemplate && v.knowPlans() != nil {
		return nil
	}
	v.finding.Lock()
	defer v.finding.Unlock()
	last := v.doc.unit
	if v.kind == aTemplate {
		last = v.anyUnit()
	}
	if last == nil {
		return nil
	}
	return &values{last, last.Words()}
}

// knowPlans waits until all plans that are open are compiled.
func (v *view) knowPlans() error {
	for _, d := range v.docs {
		if err := d.good.know(v.ctx); err != nil {
			return err
		}
	}
	return nil
}

// anyUnit returns a plan that is open: of several the first by its name.
func (s *server) anyUnit() *compile.Unit {
	var first *document
	for _, d := range s.docs {
		if d.unit != nil && (first == nil || d.uri < first.uri) {
			first = d
		}
	}
	if first == nil {
		return nil
	}
	return first.unit
}

// prints returns what a name in prose prints; it is false for a name that there is not.
func (v *values) prints(name string) (string, bool) {
	if _, known := v.unit.Names.Lookup(name); !known {
		return "", false
	}
	return oneLine(v.words.Text(source.At[string]{Value: "${" + name + "}"})), true
}

func (v *values) tracer() trace.Tracer {
	return trace.Tracer{Budget: v.unit.Budget, Total: v.words.Total(), Words: v.words.Text}
}

// figures returns the figures of a line of the budget in the columns that it is counted over.
func (v *values) figures(path string) (list []trace.Figure) {
	id, is := strings.CutPrefix(path, "budget/")
	if !is || strings.Contains(id, "/") || v.unit.Budget == nil {
		return nil
	}
	scope := v.unit.Budget.Scope()
	columns := slices.Clone(scope.Columns)
	if shown, ok := scope.Shown(); ok && !slices.Contains(columns, shown) {
		columns = append(columns, shown)
	}
	t := v.tracer()
	for _, c := range columns {
		if f, ok := t.Of(id, c); ok {
			list = append(list, f)
		}
	}
	return list
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// clip cuts a text that is only shown to know it by.
func clip(s string, most int) string {
	s = oneLine(s)
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}
