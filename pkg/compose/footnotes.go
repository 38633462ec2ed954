package compose

import (
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/document"
)

// noted puts the marks of the notes on a row behind its label, and the notes below the
// table: lettered, as in tables of the United Nations.
func (t *tabler) noted(label document.Text, f *cost.Footnotes) document.Text {
	for _, p := range f.All {
		n := t.footnote(p)
		label = append(label, document.Run{Text: " " + alphabetic(n) + "/", Keep: true, Note: n})
	}
	return label
}

// remarked puts the marks of the notes on a figure in front of it: figures stand flush right,
// so that their digits stay below one another.
func (t *tabler) remarked(figure document.Text, f *cost.Footnotes, column string) document.Text {
	if f == nil || len(f.By) == 0 {
		return figure
	}
	var marks document.Text
	for _, p := range f.In(column) {
		n := t.footnote(p)
		if marks != nil {
			marks = append(marks, document.Run{Text: " ", Keep: true})
		}
		marks = append(marks, document.Run{Text: alphabetic(n) + "/", Keep: true, Note: n})
	}
	if marks != nil && figure != nil {
		marks = append(marks, document.Run{Text: " ", Keep: true})
	}
	return append(marks, figure...)
}

// footnote returns the number of a note, which is put below the table when it is first
// asked for. The same words are one note.
func (t *tabler) footnote(p text) int {
	n, known := t.marks[p.Value]
	if !known {
		n = len(t.notes) + 1
		t.marks[p.Value] = n
		t.notes = append(t.notes, append(document.Text{{Text: alphabetic(n) + "/ ", Note: n}}, t.text(p)...))
	}
	return n
}
