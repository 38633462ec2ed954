package sheet

import (
	"io"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/trace"
)

// Trace writes how the figures came about: each as a tree from the printed figure down to
// positions in the plan. Only lists the wanted lines, including "total" and "financing";
// if it is empty, all are written. Names that no line has are ignored. The error is the
// writer's.
func (s Sheet) Trace(w io.Writer, only []string) error {
	p := printer{w: w}
	begun := s.WhatIf != nil
	if begun {
		p.line("%s", s.whatIf())
	}
	s.follow(&p, "", only, &begun)
	if posts, ok := s.posts(); ok {
		posts.follow(&p, "staffing.", only, &begun)
	}
	s.followShared(&p, only, &begun)
	return p.err
}

// followShared writes how amounts that are shared out over Parties, and those of the accounts, came about: those that are
// named, in all columns where the name has none.
func (s Sheet) followShared(p *printer, only []string, begun *bool) {
	t := s.tracer()
	for _, name := range only {
		if !strings.HasPrefix(name, "contributions.") && !strings.HasPrefix(name, "actuals.") {
			continue
		}
		var list []trace.Figure
		for column := range s.Budget.Columns {
			if f, ok := t.Of(name, column); ok {
				list = append(list, f)
			}
		}
		if len(list) == 0 {
			list = t.Named(name)
		}
		for _, f := range list {
			if *begun {
				p.line("")
			}
			*begun = true
			p.line("%s", f)
		}
	}
}

// follow writes the derivations of one table, whose rows are called by a prefix.
func (s Sheet) follow(p *printer, prefix string, only []string, begun *bool) {
	t := s.tracer()
	for _, r := range s.Rows() {
		figures := r.Figures
		if r.Kind == HeadRow && r.Line.Unsummed {
			figures = r.Line.Figures
		}
		if figures == nil || len(only) > 0 && !slices.Contains(only, prefix+r.ID) {
			continue
		}
		for column := range figures {
			if *begun {
				p.line("")
			}
			*begun = true
			p.line("%s", t.Follow(prefix+r.ID, r.Label, &figures[column], column))
		}
	}
}

// tracer follows the figures of the sheet, in its words.
func (s Sheet) tracer() trace.Tracer {
	return trace.Tracer{Budget: s.Budget, Total: s.Total, Words: s.Words}
}
