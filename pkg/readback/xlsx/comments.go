package xlsx

import (
	"encoding/xml"
	"maps"
	"slices"
	"strings"
)

// comments reads what was written beside the cells of a sheet.
func (p *parts) comments(part string, s *Sheet) error {
	named, err := p.relations(part)
	if err != nil {
		return err
	}
	said := map[position]string{}
	for _, kind := range []string{"comments", "threadedComment"} { // the newer kind last: the older has a stand-in for it
		newer := map[position]string{}
		for _, id := range slices.Sorted(maps.Keys(named)) {
			if named[id].kind == kind {
				if err := p.commentsOf(named[id].target, newer); err != nil {
					return err
				}
			}
		}
		maps.Copy(said, newer)
	}
	for i := range s.Rows {
		for j := range s.Rows[i].Cells {
			at := position{s.Rows[i].Number, s.Rows[i].Cells[j].Column}
			s.Rows[i].Cells[j].Comment = said[at]
			delete(said, at)
		}
	}
	for _, at := range slices.SortedFunc(maps.Keys(said), func(a, b position) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.column - b.column
	}) {
		p.say("a comment on the empty cell %s%d of the sheet %s says: %s", ColumnName(at.column), at.row, s.Name, said[at])
	}
	return nil
}

const mostComments = 5000

// commentsOf reads one part of comments.
func (p *parts) commentsOf(part string, said map[position]string) error {
	var b strings.Builder
	var at position
	inText := false
	return p.walk(part, func(e xml.StartElement) error {
		switch e.Name.Local {
		case "comment", "threadedComment":
			at.row, at.column, _ = Position(attribute(e, "ref"))
			b.Reset()
		case "t":
			inText = true
		case "text":
			inText = len(e.Attr) == 0 // of the newer kind
		}
		return nil
	}, func(name string) error {
		switch name {
		case "t", "text":
			inText = false
		case "comment", "threadedComment":
			text := strings.Join(strings.Fields(p.kept(b.String())), " ")
			if before := said[at]; before != "" {
				text = before + " / " + text
			}
			if said[at] = text; len(said) > mostComments || p.words > mostWords {
				return ErrTooLarge
			}
		}
		return nil
	}, func(text []byte) {
		if inText && b.Len() < mostText {
			b.Write(text)
		}
	})
}
