package compose

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/source"
)

// yearly writes amounts, each with the years that it is of: USD 100 (2026) and USD 120 (2027).
func (c *composer) yearly(v refs.Value, path []string) (out document.Text, gaps []gap) {
	forms := &c.language.Numbers
	for i, in := range v.Each {
		switch {
		case i > 0 && i == len(v.Each)-1:
			out = append(out, document.Run{Text: cmp.Or(forms.LastJoint.Value, "; ")})
		case i > 0:
			out = append(out, document.Run{Text: cmp.Or(forms.Joint.Value, "; ")})
		}
		of, missing := c.compose(in.Label, path)
		gaps = append(gaps, missing...)
		out = append(out, document.Run{Text: format(c.language, in.Value), Keep: true}, document.Run{Text: " ("})
		out = append(append(out, of...), document.Run{Text: ")"})
	}
	return out, gaps
}

// differs reports a reference to a value that is another in each column.
func (c *composer) differs(name string, at source.Span, v refs.Value) {
	const most = 4 // columns that the message shows
	var values []string
	for _, in := range v.Each[:min(most, len(v.Each))] {
		head, _ := c.compose(in.Label, []string{name})
		values = append(values, fmt.Sprintf("%s in %s", format(c.language, in.Value), head.String()))
	}
	if len(v.Each) > most {
		values = append(values, "…")
	}
	last := values[len(values)-1]
	c.findings.Add(diag.Finding{Rule: refs.Differs, Span: at,
		Message: fmt.Sprintf("`%s` is %s and %s; the text does not say which is meant", name, strings.Join(values[:len(values)-1], ", "), last),
		Hint:    fmt.Sprintf("name the column: `${%s}` for %s", v.Each[0].Name, values[0])})
}
