package compose

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

// runs is a text in the making. What is added in the style of the last run becomes part of
// it: a text may come in as many pieces as it has characters.
type runs struct {
	list document.Text
	last strings.Builder // the text of the last run, while it is open
	open bool
}

// text returns the text.
func (r *runs) text() document.Text {
	r.close()
	return r.list
}

func (r *runs) close() {
	if r.open {
		r.list[len(r.list)-1].Text = r.last.String()
		r.last.Reset()
		r.open = false
	}
}

// fill adds a text, its slots replaced by their runs.
func (r *runs) fill(s string, style document.Run, slots []document.Text) {
	from := 0
	for i, c := range s {
		slot := int(c - firstSlot)
		if slot < 0 || slot >= len(slots) {
			continue
		}
		r.add(s[from:i], style)
		for _, run := range slots[slot] {
			run.Emphasis = run.Emphasis || style.Emphasis
			run.Strong = run.Strong || style.Strong
			if run.Link == "" {
				run.Link = style.Link
			}
			if run.Language == "" {
				run.Language = style.Language
			}
			r.close()
			r.list = append(r.list, run)
		}
		from = i + len(string(c))
	}
	r.add(s[from:], style)
}

// add adds a text without slots.
func (r *runs) add(s string, style document.Run) {
	if s == "" {
		return
	}
	n := len(r.list)
	if n == 0 || r.list[n-1].Keep || !sameStyle(r.list[n-1], style) {
		r.close()
		style.Text = s
		r.list = append(r.list, style)
		return
	}
	if !r.open {
		r.open = true
		r.last.WriteString(r.list[n-1].Text)
	}
	r.last.WriteString(s)
}
