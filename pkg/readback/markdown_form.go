package readback

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// set notes how the text of a node is set.
func (m *markdown) set(n ast.Node, entering bool) {
	switch n := n.(type) {
	case *ast.Heading:
		if entering {
			m.form.Heading = n.Level
		}
	case *ast.ListItem:
		if list, ok := n.Parent().(*ast.List); entering && ok && !list.IsOrdered() {
			m.form.List = string(list.Marker)
		}
	case *ast.Emphasis:
		m.span(Span{Strong: n.Level == 2, Emphasis: n.Level == 1}, entering)
	case *ast.Link:
		m.span(Span{Link: bounded(string(n.Destination))}, entering)
	}
}

// span notes where a span begins and ends. One inside another is of both kinds.
func (m *markdown) span(s Span, entering bool) {
	if entering {
		if n := len(m.open); n > 0 {
			s.Strong, s.Emphasis = s.Strong || m.open[n-1].Strong, s.Emphasis || m.open[n-1].Emphasis
			if s.Link == "" {
				s.Link = m.open[n-1].Link
			}
		}
		s.From = m.line.Len()
		m.open = append(m.open, s)
		return
	}
	n := len(m.open) - 1
	if n < 0 {
		return
	}
	s = m.open[n]
	m.open = m.open[:n]
	if s.To = m.line.Len(); s.To > s.From && len(m.form.Spans) < mostSpans {
		m.form.Spans = append(m.form.Spans, s)
	}
}

// formed says how a line is set, nil for as usual.
func (m *markdown) formed(text string) *Form {
	f := m.form
	blank := strings.Index(m.line.String(), text)
	f.Spans = nil
	bold := 0
	for _, s := range m.form.Spans {
		if s.From, s.To = max(0, s.From-blank), min(s.To-blank, len(text)); s.From < s.To {
			f.Spans = append(f.Spans, s)
			if s.Strong {
				bold += s.To - s.From
			}
		}
	}
	f.Strong = bold >= len(text)
	if f.isUsual() {
		return nil
	}
	return &f
}
