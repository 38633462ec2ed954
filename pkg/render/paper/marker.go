package paper

import "github.com/isuplan/isuplan/pkg/document"

// marker puts the numbers of addresses behind links.
type marker struct{ known map[string]int }

// text marks the links of a text. Those that are marked stay as they are.
func (m marker) text(t document.Text) (document.Text, bool) {
	var out document.Text
	for i := 0; i < len(t); {
		end := t.LinkEnd(i)
		if out != nil {
			out = append(out, t[i:end]...)
		}
		if n := t[i:end].LeadsTo(m.known); n > 0 && (end == len(t) || t[end].Address != n) {
			if out == nil {
				out = append(make(document.Text, 0, len(t)+4), t[:end]...)
			}
			out = append(out, document.Run{Text: " " + document.AddressMark(n), Keep: true, Address: n, Edit: t[i].Edit})
		}
		i = end
	}
	if out == nil {
		return t, false
	}
	return out, true
}
