// Package review lists what of a plan waits for a person, with the text that it is about and
// the paragraph of the document, and makes the edits that answer it.
package review

import (
	"bytes"
	"strings"

	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/proof"
	"github.com/isuplan/isuplan/pkg/source"
)

// Item is something that waits for a person: a comment that asks for one, or a finding.
type Item struct {
	Finding diag.Finding
	// Node is the text that it is about; the zero node where it is about none.
	Node source.Node
	// Place is where in the document the text is printed, in plain words, and Printed what is
	// printed there; "" where the document has it not.
	Place, Printed string
}

// IsMark reports whether the item is a comment, which is taken out when that is done.
func (it *Item) IsMark() bool { return it.Finding.Rule.Name == check.Review.Name }

// Of returns what waits for a person in the order of the file: comments that ask for one, and
// findings of a severity or a worse one that nobody waived.
func Of(u *compile.Unit, findings []diag.Finding, least diag.Severity) []Item {
	var list []Item
	texts := textsOf(u)
	places := placesOf(u)
	for _, f := range diag.Sort(findings) {
		if f.WaivedBy != "" || !f.Span.IsValid() || f.Span.File != u.File {
			continue
		}
		it := Item{Finding: f}
		if it.IsMark() || f.Rule.Severity <= least {
			it.Node = texts.at(f.Span, it.IsMark())
			if !it.Node.IsZero() {
				p := places[it.Node.Start().Offset]
				it.Place, it.Printed = p.where, p.text
			}
			list = append(list, it)
		}
	}
	return list
}

// place is where a text is printed.
type place struct{ where, text string }

// placesOf returns where the texts of a plan are printed, by where they are written.
func placesOf(u *compile.Unit) map[int]place {
	out := map[int]place{}
	if u.Document == nil {
		return out
	}
	for _, p := range proof.Passages(u.Document, "docx") {
		for _, r := range p.Text {
			if r.Origin.IsZero() || r.Origin.File() != u.File {
				continue
			}
			at := r.Origin.Start().Offset
			if _, told := out[at]; !told {
				out[at] = place{p.Place, p.Text.String()}
			}
		}
	}
	return out
}

// texts are the values of a plan in the order of the file, and what ends where.
type texts []source.Node

func textsOf(u *compile.Unit) texts {
	if u.Plan == nil {
		return nil
	}
	var list texts
	var walk func(source.Node)
	walk = func(n source.Node) {
		switch n.Kind() {
		case source.Scalar:
			list = append(list, n)
		case source.Sequence:
			for _, it := range n.Items() {
				walk(it)
			}
		case source.Mapping:
			for _, v := range n.Pairs() {
				walk(v)
			}
		}
	}
	walk(u.Plan.Node)
	return list
}

// at returns the value that a span lies in. A comment is about the value that it stands behind,
// or about the first text of the item below it; one above a whole part is about none.
func (t texts) at(s source.Span, isMark bool) source.Node {
	offset := s.Start.Offset
	for i, n := range t {
		from := n.Start().Offset
		if isMark && from < s.End.Offset {
			if n.Span().End.Line == s.Start.Line && isSaid(n.Text()) {
				return n // the comment stands behind it
			}
			continue
		}
		if !isMark {
			if from <= offset && offset < n.Span().End.Offset {
				return n
			}
			continue
		}
		if isAlone(s) && n.Start().Line != below(s) {
			return source.Node{} // it is about a whole part, not about the first word in it
		}
		return t.proseFrom(i)
	}
	return source.Node{}
}

// isSaid reports a value that says something, and is no id.
func isSaid(text string) bool {
	text = strings.TrimSpace(text)
	return strings.Contains(text, " ") || text != "" && text[0] >= '0' && text[0] <= '9'
}

// isAlone reports a comment that has its line to itself.
func isAlone(s source.Span) bool {
	before := s.File.Bytes[:s.Start.Offset]
	return len(bytes.TrimSpace(before[bytes.LastIndexByte(before, '\n')+1:])) == 0
}

// below is the next line under a comment that is neither empty nor a comment.
func below(s source.Span) int {
	line := s.Start.Line
	for rest := s.File.Bytes[s.End.Offset:]; ; {
		_, after, ok := bytes.Cut(rest, []byte("\n"))
		if line++; !ok {
			return line
		}
		text, _, _ := bytes.Cut(after, []byte("\n"))
		if text = bytes.TrimSpace(text); len(text) > 0 && text[0] != '#' {
			return line
		}
		rest = after
	}
}

// proseFrom returns the first of a few values that is a text of several words.
func (t texts) proseFrom(i int) source.Node {
	const few = 3
	for _, n := range t[i:min(len(t), i+few)] {
		if strings.Contains(strings.TrimSpace(n.Text()), " ") {
			return n
		}
	}
	return t[i]
}
