package lsp

import (
	"context"
	"path/filepath"
	"strings"

	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/index"
	"github.com/isuplan/isuplan/pkg/lsp/internal/protocol"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/trace"
)

// hover says what stands at a position: a key's meaning, a figure and how it came about, what a
// reference prints or names.
func (s *server) hover(ctx context.Context, p *protocol.At) (*protocol.Hover, error) {
	v, ok, err := s.view(ctx, p.TextDocument.URI)
	if err != nil || !ok {
		return nil, err
	}
	at := v.known(p.Position)
	parts, span := s.about(v, at)
	parts = v.plainly(parts)
	if len(parts) == 0 {
		return nil, nil //nolint:nilnil // null is the protocol's answer for nothing
	}
	r := v.stretch(span)
	return &protocol.Hover{Contents: protocol.Markdown(strings.Join(parts, "\n\n")), Range: &r}, nil
}

// plainly leaves out what is empty, and calls the plan in derivations by its name alone.
func (v *view) plainly(parts []string) (kept []string) {
	for _, p := range parts {
		if p != "" {
			kept = append(kept, strings.ReplaceAll(p, v.file.Name+":", filepath.Base(v.file.Name)+":"))
		}
	}
	return kept
}

// about returns what there is to say of an offset, and of which stretch it is said.
func (s *server) about(v *view, at int) ([]string, source.Span) {
	if q, ok := v.index.QuoteAt(at); ok {
		return v.aboutQuote(q), q.Span
	}
	spot, onKey := v.index.SpotAt(at)
	if spot == nil {
		return nil, source.Span{}
	}
	if onKey && spot.Said != nil {
		return aboutKey(spot), spot.Key.Span()
	}
	if m, ok := v.mentionAt(at); ok {
		return s.aboutMention(v, m), m.Span
	}
	return v.aboutValue(spot), spot.Node.Span()
}

// aboutKey says what a key means and what may stand behind it.
func aboutKey(spot *schema.Spot) []string {
	doc := spot.Said
	head := "**" + doc.Key + "** · " + spot.In.Name
	if doc.Required {
		head += " · required"
	}
	return []string{head, doc.Doc, aboutShape(doc.Shape.Itself())}
}

// aboutShape says what may be written.
func aboutShape(shape *schema.Shape) string {
	text := shape.Name
	if shape.Doc != "" && !strings.Contains(shape.Doc, shape.Name) {
		text += ": " + shape.Doc
	} else if shape.Doc != "" {
		text = shape.Doc
	}
	if shape.Example != "" {
		text += "; such as `" + shape.Example + "`"
	}
	return "*" + text + "*"
}

// aboutQuote says what a reference in prose prints, and how that came about.
func (v *view) aboutQuote(q index.Quote) []string {
	values := v.values()
	if values == nil {
		return nil
	}
	printed, known := values.prints(q.Name)
	if !known && v.kind != aPlan {
		return nil // a word of the language, or of the template's own
	}
	if !known {
		return []string{"`${" + q.Name + "}` names nothing"}
	}
	parts := []string{"`${" + q.Name + "}` prints **" + escaped(printed) + "**"}
	return append(parts, derivations(values.tracer().Named(q.Name))...)
}

// aboutMention says what an id names.
func (s *server) aboutMention(v *view, m index.Mention) []string {
	if rule, ok := strings.CutPrefix(m.Path, "rules/"); ok {
		return s.aboutRule(rule)
	}
	t := v.index.Thing(m.Path)
	if t == nil {
		if values := v.values(); values != nil { // the total has no place of its own in the plan
			if list := values.figures(m.Path); len(list) > 0 {
				return derivations(list)
			}
		}
		return []string{"`" + m.Path + "` names nothing"}
	}
	parts := []string{"**" + m.Path + "** · " + t.Shape.Name, escaped(clip(t.Label.Text(), 400))}
	if values := v.values(); values != nil {
		parts = append(parts, derivations(values.figures(m.Path))...)
		if id, ok := strings.CutPrefix(m.Path, "facts/"); ok {
			if printed, known := values.prints("facts." + id); known {
				parts = append(parts, "prints **"+escaped(printed)+"**")
			}
		}
	}
	return parts
}

// aboutRule explains a rule.
func (s *server) aboutRule(name string) []string {
	for _, r := range check.Rules() {
		if r.Name == name || strings.EqualFold(r.Code, name) {
			parts := []string{"**" + r.ID() + "** · " + r.Severity.String(), r.Title + ". " + r.Why}
			if s.URL != "" {
				parts = append(parts, "[More]("+report.RulePage(s.URL, r.Rule)+")")
			}
			return parts
		}
	}
	return []string{"no rule is called `" + name + "`"}
}

// aboutValue says of a figure how its line came about, and of other values what their key means.
func (v *view) aboutValue(spot *schema.Spot) []string {
	use := spot.Shape.Scalar().Use
	if values := v.values(); values != nil && (use == schema.AsAmount || use == schema.AsMoney) {
		for path := spot.Path; path != ""; path = parent(path) {
			if list := values.figures(path); len(list) > 0 {
				return derivations(list)
			}
		}
	}
	if spot.Said != nil && spot.Node.Kind() == source.Scalar {
		return aboutKey(spot)
	}
	return nil
}

func parent(path string) string { return path[:max(0, strings.LastIndexByte(path, '/'))] }

// derivations writes how figures came about, as it stands on a terminal.
func derivations(list []trace.Figure) (parts []string) {
	const most = 12 // columns, and what a window can show of each
	for i, f := range list {
		if i == most {
			break
		}
		lines := strings.Split(f.String(), "\n")
		if len(lines) > 40 {
			lines = append(lines[:40], "  …")
		}
		parts = append(parts, "```text\n"+strings.ReplaceAll(strings.Join(lines, "\n"), "```", "'''")+"\n```")
	}
	return parts
}

// escaped writes a text of the plan so that Markdown shows it as it is.
func escaped(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`*_{}[]()<>#+-.!|~&", r) && r != '.' && r != '-' {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
