package sheet

import (
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/source"
)

// jsonFootnote is a note below the table: on a whole row, or on its figure in a column.
type jsonFootnote struct {
	Column string `json:"column,omitempty"`
	Text   string `json:"text"`
}

// jsonFootnotes returns the one note on a whole row as a text, and others as a list.
func (s Sheet) jsonFootnotes(f *cost.Footnotes) (one string, list []jsonFootnote) {
	if len(f.All) == 1 && len(f.By) == 0 {
		return s.worded(f.All[0]), nil
	}
	add := func(column string, texts []source.At[string]) {
		for _, t := range texts {
			list = append(list, jsonFootnote{column, s.worded(t)})
		}
	}
	add("", f.All)
	for _, e := range f.By {
		add(e.Key.Value, e.Value)
	}
	return "", list
}
