package parties

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// passedOver looks at the columns that nobody reads: one that says of which year it is, such as
// Paid 2099, but of none that the budget has, cannot be meant to be lost, and one whose head
// is nearly one that is read may not be. It is false where the list cannot be read so.
func (r *reader) passedOver(t *tabular.Table, cells []tabular.Cell, columns []column) bool {
	ok := true
	wanted := r.unfound(columns)
	for at, x := range cells {
		head := strings.ToLower(strings.Join(strings.Fields(x.Text), " "))
		if head == "" || slices.ContainsFunc(columns, func(c column) bool { return c.at == at }) || len(tabular.Positions([]tabular.Cell{x}, partyHeads(r.of)...)) > 0 {
			continue
		}
		span := source.Cell(t.File, x.At, x.Text).Span()
		key, of, _ := strings.Cut(head, " ")
		if slices.Contains(wanted, key) && isYear(of) && !r.hasPlain(columns, key) {
			if r.isEarlier(of) {
				r.note(span, fmt.Sprintf("the column %s is of an earlier year, and is passed over", tabular.Quoted(x.Text)), "give the plan a list of its own, or leave it where the list goes on from year to year")
				continue
			}
			ok = false
			r.fail(span, fmt.Sprintf("the column %s is of no column of the budget", tabular.Quoted(x.Text)),
				fmt.Sprintf("call it \"%s\"; a column that is not to be read needs another head", strings.TrimSpace(key+" "+r.someColumn())))
			continue
		}
		if near := diag.Suggest(head, wanted); near != "" {
			r.note(span, fmt.Sprintf("the column %s is passed over", tabular.Quoted(x.Text)), fmt.Sprintf("did you mean `%s`? `heads` may also say so", near))
		}
	}
	return ok
}

// note says what is passed over.
func (r *reader) note(at source.Span, message, hint string) {
	r.findings.Add(diag.Finding{Rule: plan.ListHead, Span: at, Subject: r.of.Path(), Message: message, Hint: hint})
}

// isEarlier reports a year before all those that the budget's columns are called by, as in a list
// that goes on from the budget before.
func (r *reader) isEarlier(year string) bool {
	for i := range r.columns {
		if id := r.columns[i].ID.Value; r.columns[i].IsAmount() && (!isYear(id) || id[:4] <= year[:4]) {
			return false
		}
	}
	return len(r.columns) > 0
}

// unfound are the keys whose columns would be read: those that `heads` does not name, but for
// those that are there already.
func (r *reader) unfound(columns []column) (keys []string) {
	h := &r.of.Heads
	for _, k := range []struct {
		key      string
		isNamed  bool
		isShared bool
	}{
		{"scale", h.Scale.IsSet(), false}, {"weight", h.Weight.IsSet(), false}, {"share", h.Share.IsSet(), false}, {"ldc", h.LDC.IsSet(), false},
		{"paid", h.Paid.IsSet(), r.isShared}, {"arrears", h.Arrears.IsSet(), r.isShared}, {"stated", h.Stated.IsSet(), r.isShared},
	} {
		if !k.isNamed && !k.isShared && !r.hasPlain(columns, k.key) {
			keys = append(keys, k.key)
		}
	}
	return keys
}

// hasPlain reports a column that a key has for all columns of the budget.
func (r *reader) hasPlain(columns []column, key string) bool {
	return slices.ContainsFunc(columns, func(c column) bool { return c.key == key && c.budgets == "" })
}

// someColumn returns a column of amounts of the budget.
func (r *reader) someColumn() string {
	for i := range r.columns {
		if r.columns[i].IsAmount() {
			return r.columns[i].ID.Value
		}
	}
	return "" // there is one column only
}

// isYear reports whether a text begins with a year.
func isYear(s string) bool {
	if len(s) < 4 || len(s) > 4 && s[4] >= '0' && s[4] <= '9' {
		return false
	}
	return (s[:2] == "19" || s[:2] == "20") && strings.Trim(s[2:4], "0123456789") == ""
}
