package set

import "github.com/isuplan/isuplan/pkg/document"

// Part is a part of a text of which more is said than how it looks: a link, what a
// comparison took out or put in, the mark of a note, what is read aloud in other words
// than it is written in, or what its author stressed.
type Part struct {
	Link, Aloud string
	To          string // the anchor that it leads to, "" for none
	Edit        document.Edit
	Note        int // of the table's notes, the one whose mark it is, from 1; 0 for none
	Address     int // likewise of the document's addresses

	Strong, Emphasis bool   // where nothing else is said of it but its language
	Language         string // of a phrase in another one than the document's
}

// enter finds the part of the text that a run is in, nil for none. A link in which some
// words are bold is several runs, and one part.
func (s *scanner) enter(r *document.Run) {
	p := Part{Link: r.Link, To: r.To, Aloud: r.Aloud, Edit: r.Edit, Note: r.Note, Address: r.Address}
	if p == (Part{}) {
		p.Strong, p.Emphasis = r.Strong, r.Emphasis
	}
	p.Language = r.Language
	switch {
	case p == (Part{}):
		s.part = nil
	case s.part == nil || p.Aloud != "" || *s.part != p:
		part := p // only what is kept costs an allocation
		s.part = &part
	}
}
