package pdf

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// blocks lays out a run of blocks; layout is its visitor.
func (l *layout) blocks(list []document.Block) { document.WalkUntil(l.setter.Ended, list, l) }

// Heading sets a heading.
func (l *layout) Heading(h *document.Heading, _ document.Rest) {
	form := formOfHeading(h.Level)
	mark := l.openHeading(h.Level)
	defer l.close()
	l.anchor(h.Anchor, mark, join(h.Number, h.Text))
	l.section = l.heading
	s := setting{mark: mark, size: form.size, style: set.Bold, before: form.before, after: form.after, stick: true}
	s.outline = l.bookmark(join(h.Number, h.Text), h.Level)
	room := l.setter.Width(h.Number, set.Bold, form.size.Points)
	s.label = &label{mark: mark, text: h.Number, style: set.Bold, x: -numberGap, right: true}
	switch {
	case l.frame != nil: // there is no margin to hang the number in
		s.label.x, s.label.right, s.first = 0, false, room+length(form.size.Points)*point/2
	case room > inset-numberGap:
		s.label.x, s.label.right = -inset, false
		s.first = max(0, room-inset+numberGap)
	}
	if h.Number == "" {
		s.first = 0
	}
	l.paragraph(h.Text, s)
}

func join(number string, t document.Text) string {
	return strings.TrimSpace(number + " " + said(t))
}

// bookmark makes an outline entry.
func (l *layout) bookmark(title string, level int) *bookmark {
	if title == "" {
		return nil
	}
	return &bookmark{title: title, level: max(level, 1)}
}

// Paragraph sets a paragraph. Its number stands at the column's left, and the text
// turns under the number.
func (l *layout) Paragraph(p *document.Paragraph, rest document.Rest) {
	mark := l.open(roleParagraph)
	defer l.close()
	l.anchor(p.Anchor, mark, join(p.Number, p.Text))
	s := setting{mark: mark, size: set.TextSize, justify: true, after: afterParagraph, stick: p.Lead && len(rest) > 0}
	if p.Number != "" {
		s.label = &label{mark: mark, text: p.Number}
		s.first = l.tab(p.Number, 0, step)
	}
	start := len(l.slabs)
	l.paragraph(p.Text, s)
	for i := start; i < len(l.slabs) && s.stick && p.Number == "" && set.IsTitle(p.Text); i++ {
		l.slabs[i].title, l.slabs[i].stick = leadLevel, true
	}
}

// leadLevel is that of a short text that introduces what follows, below all headings.
const leadLevel = 9

// tab returns where a text begins behind a label: at the stop, or behind a long label.
func (l *layout) tab(text string, st set.Style, stop length) length {
	return max(stop, l.setter.Width(text+" ", st, set.TextSize.Points))
}

// openResult opens what a line of the results chain is: outcomes and outputs head the
// activities below them, so that a listener can go from one to the next.
func (l *layout) openResult(level int) tag {
	if level > 2 {
		return l.open(roleParagraph)
	}
	return l.openHeading(l.section + max(level, 1))
}

// Result sets an outcome, an output or an activity, label and text in one flow.
func (l *layout) Result(r *document.Result, _ document.Rest) {
	mark := l.openResult(r.Level)
	defer l.close()
	l.anchor(r.Anchor, mark, join(r.Label, r.Text))
	s := setting{mark: mark, size: set.TextSize, justify: r.Level > 2, after: afterParagraph, stick: r.Level < 3}
	text := r.Text
	if r.Label != "" {
		text = append(document.Text{{Text: r.Label + " ", Strong: r.Level < 3, Keep: true}}, r.Text...)
	}
	if r.Level < 3 {
		s.outline = l.bookmark(join(r.Label, r.Text), l.section+max(r.Level, 1))
	}
	left := length(0)
	switch {
	case r.Level <= 1:
		s.style, s.before = set.Bold, 12*point
	case r.Level == 2:
		s.style, s.before = set.Italic, 8*point
	default:
		left = step
	}
	l.indented(left, 0, func() { l.paragraph(text, s) })
}

// endRule sets a short rule in the middle of the page, with which the document ends.
func (l *layout) endRule() {
	if len(l.slabs) == 0 {
		return
	}
	last := &l.slabs[len(l.slabs)-1]
	last.stick = true
	on := sheetOf(last.turned)
	l.turned, l.wide = last.turned, last.wide
	l.after = max(l.after, afterParagraph)
	l.add(slab{height: set.TextSize.Leading, rules: []rule{{x: (on.width - endWidth) / 2, y: set.TextSize.Leading, width: endWidth, weight: thin}}})
}
