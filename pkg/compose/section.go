package compose

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// section is a section to be printed: of the template, of the plan, or of both.
type section struct {
	id         string
	heading    text
	paragraphs []plan.Item
	body       []blockSpec
}

func (t *Template) sectionsSpan() source.Span {
	if len(t.Sections) > 0 {
		return t.Sections[0].ID.Span()
	}
	return t.Span()
}

// sections returns the template's sections with the plan's texts, and the plan's own
// sections inserted.
func (b *builder) sections() []*section {
	var list []*section
	for _, spec := range b.in.Template.Sections {
		s := &section{id: spec.ID.Value, heading: spec.Heading, body: spec.Body}
		for _, p := range spec.Paragraphs {
			s.paragraphs = append(s.paragraphs, plan.Item{Text: p})
		}
		list = append(list, s)
	}
	var added []plan.Section
	for _, own := range b.in.Plan.Sections {
		if s := find(list, own.ID.Value); s != nil {
			b.override(s, own)
			continue
		}
		added = append(added, own)
	}
	return b.insertAll(list, added)
}

// insertAll inserts the plan's own sections; one may be declared to follow another that
// stands further down in the plan.
func (b *builder) insertAll(list []*section, added []plan.Section) []*section {
	for len(added) > 0 {
		var waiting []plan.Section
		for _, own := range added {
			isNext := slices.ContainsFunc(added, func(other plan.Section) bool {
				return own.After.IsSet() && other.ID.Value == own.After.Value
			})
			if isNext && find(list, own.After.Value) == nil {
				waiting = append(waiting, own)
				continue
			}
			list = b.insert(list, own)
		}
		if len(waiting) == len(added) {
			b.misplaced(waiting[0].After.Span(), "these sections follow one another in a circle", "let one of them follow a section of the template")
			return list
		}
		added = waiting
	}
	return list
}

func find(list []*section, id string) *section {
	for _, s := range list {
		if s.id == id {
			return s
		}
	}
	return nil
}

// override gives a section of the template the plan's heading and paragraphs.
func (b *builder) override(s *section, own plan.Section) {
	if own.Heading.IsSet() {
		s.heading = own.Heading
	}
	if own.After.IsSet() {
		b.misplaced(own.After.Span(), fmt.Sprintf("`%s` is a section of the template and has its place there", s.id),
			"take `after` out, or move the section in a template of your own")
	}
	if own.Paragraphs == nil {
		return
	}
	s.paragraphs = own.Paragraphs
	for _, spec := range s.body {
		if spec.Block.Value == "paragraphs" {
			return
		}
	}
	b.findings.Add(diag.Finding{Rule: Unplaced, Span: own.ID.Span(),
		Message: fmt.Sprintf("the template prints no paragraphs in its section `%s`", s.id),
		Hint:    "add \"- block: paragraphs\" to the section in the template, or move the text to another section"})
}

// insert adds a section of the plan's own behind the one that it names.
func (b *builder) insert(list []*section, own plan.Section) []*section {
	s := &section{id: own.ID.Value, heading: own.Heading, paragraphs: own.Paragraphs,
		body: []blockSpec{{Block: text{Value: "paragraphs"}}}}
	var ids []string
	for i, other := range list {
		ids = append(ids, other.id)
		if own.After.IsSet() && other.id == own.After.Value {
			if !own.Heading.IsSet() {
				b.misplaced(own.ID.Span(), fmt.Sprintf("the new section `%s` has no heading", s.id), "add \"heading: …\"")
			}
			return append(list[:i+1:i+1], append([]*section{s}, list[i+1:]...)...)
		}
	}
	if own.After.IsSet() {
		b.misplaced(own.After.Span(), fmt.Sprintf("there is no section `%s` that it could follow", own.After.Value), diag.DidYouMean(own.After.Value, ids))
		return list
	}
	hint := "add \"after: …\" and \"heading: …\" to print it as a section of its own"
	if near := diag.Suggest(s.id, ids); near != "" {
		hint = "did you mean `" + near + "`? Otherwise " + hint
	} else {
		hint += "; " + diag.DidYouMean(s.id, ids)
	}
	b.misplaced(own.ID.Span(), fmt.Sprintf("the template has no section `%s`", s.id), hint)
	return list
}

func (b *builder) misplaced(at source.Span, message, hint string) {
	b.findings.Add(diag.Finding{Rule: Unplaced, Span: at, Message: message, Hint: hint})
}

// section prints a section; one that has nothing to print takes no number.
func (b *builder) section(s *section) []document.Block {
	b.current = s
	counts := slices.Clone(b.counts)
	heading := b.heading(1, s.id, nil)
	inFull := b.inFull(1)
	body := b.blocks(s.body)
	if len(body) == 0 {
		b.counts = counts
		return nil
	}
	heading.Text = b.text(s.heading)
	heading.Anchor = b.give("sections/"+s.id, inFull)
	return append([]document.Block{heading}, body...)
}
