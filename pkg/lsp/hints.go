package lsp

import (
	"context"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/lsp/internal/protocol"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/trace"
)

// hints shows, beside the inputs of the budget, the amounts that follow from them.
func (s *server) hints(ctx context.Context, p *protocol.InlayHintParams) ([]protocol.InlayHint, error) {
	list := []protocol.InlayHint{}
	v, ok, err := s.view(ctx, p.TextDocument.URI)
	if err != nil || !ok {
		return list, err
	}
	values := v.values()
	if values == nil || values.unit.Budget == nil || v.kind != aPlan || values.unit.File != v.file {
		return list, nil
	}
	h := hinter{view: v, tracer: values.tracer(), from: offset(v.now, p.Range.Start), to: offset(v.now, p.Range.End), list: list}
	b := values.unit.Budget
	for _, lines := range [][]budget.Line{b.Lines, b.Financing} {
		for i := range lines {
			h.line(&lines[i])
		}
	}
	for _, f := range values.unit.Plan.Facts {
		if sum, known := values.prints("facts." + f.Key.Value); known && len(f.Value.Sum) > 0 {
			h.add(f.Value.Sum[len(f.Value.Sum)-1].Node, "= "+sum, "")
		}
	}
	return h.list, nil
}

type hinter struct {
	view     *view
	tracer   trace.Tracer
	from, to int
	list     []protocol.InlayHint
}

// line shows a line's amount behind its label, and those of its posts and items behind theirs.
func (h *hinter) line(l *budget.Line) {
	b := h.tracer.Budget
	scope := b.Scope()
	if f := scope.Figure(l.Figures); f.Computed != nil && f.Exact.Mark == cost.Number && f.Exact.Op != cost.Given {
		column, ok := scope.Shown()
		tip := ""
		if of, known := h.tracer.Of(l.ID.Value, column); ok && known {
			tip = "```text\n" + of.String() + "\n```"
		}
		h.add(l.Label.Node, string(b.Currency)+" "+h.tracer.Cell(*f.Computed, cost.Number, max(column, 0)), tip)
	}
	for _, c := range scope.Columns {
		if fig := &l.Figures[c]; fig.Computed != nil && len(scope.Columns) == 1 {
			h.parts(&fig.Exact)
		}
	}
}

// parts shows the amounts of what a line adds up.
func (h *hinter) parts(step *cost.Step) {
	if step.Op != cost.Sum {
		return
	}
	for i := range step.Of {
		part := &step.Of[i]
		if part.Line != "" || part.Op == cost.Given {
			continue
		}
		h.add(lastInput(part), "= "+h.tracer.Money(part.Value), "")
	}
}

// lastInput returns where the last value that a step was computed of is written.
func lastInput(step *cost.Step) (last source.Node) {
	for i := range step.Of {
		n := step.Of[i].Node
		if n.IsZero() {
			n = lastInput(&step.Of[i])
		}
		if !n.IsZero() && (last.IsZero() || n.Start().Offset > last.Start().Offset) {
			last = n
		}
	}
	return last
}

// add adds a hint behind a value.
func (h *hinter) add(behind source.Node, label, tip string) {
	if behind.IsZero() || behind.File() != h.view.file {
		return
	}
	at := h.view.move(behind.Span().End.Offset, h.view.file, h.view.now)
	if at < h.from || at > h.to {
		return
	}
	hint := protocol.InlayHint{Position: position(h.view.now, at), Label: label, PaddingLeft: true}
	if tip != "" {
		m := protocol.Markdown(tip)
		hint.Tooltip = &m
	}
	h.list = append(h.list, hint)
}
