package compose

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/refs"
)

func init() {
	registerBlock("results", blockKind{
		needs: []string{"from", "outcome", "output", "activity"},
		from:  []string{"outcomes"},
		print: printResults,
	})
}

// printResults prints the results chain: outcomes, outputs, activities.
func printResults(b *builder, spec *blockSpec) []document.Block {
	var out []document.Block
	for i, o := range b.in.Plan.Outcomes {
		number := strconv.Itoa(i + 1)
		out = append(out, document.Result{ID: "outcomes/" + o.ID.Value, Anchor: b.give("outcomes/"+o.ID.Value, number), Level: 1, Text: b.priced(spec, "outcomes", o.ID, o.Text),
			Label: b.label(spec.Outcome, number, or(o.Mark, spec.OutcomeMark))})
		for j, output := range o.Outputs {
			out = append(out, b.output(spec, number+"."+strconv.Itoa(j+1), output)...)
		}
	}
	return out
}

func (b *builder) output(spec *blockSpec, number string, o plan.Output) []document.Block {
	out := []document.Block{document.Result{ID: "outputs/" + o.ID.Value, Anchor: b.give("outputs/"+o.ID.Value, number), Level: 2, Text: b.priced(spec, "outputs", o.ID, o.Text),
		Label: b.label(spec.Output, number, or(o.Mark, spec.OutputMark))}}
	for k, a := range o.Activities {
		number := number + "." + strconv.Itoa(k+1)
		out = append(out, document.Result{ID: "activities/" + a.ID.Value, Anchor: b.give("activities/"+a.ID.Value, number), Level: 3,
			Text: b.priced(spec, "activities", a.ID, a.Text), Label: b.label(spec.Activity, number, spec.Mark.Value)})
	}
	return out
}

// priced is the text of a result and, where the template asks for it and something is booked
// there, what it costs.
func (b *builder) priced(spec *blockSpec, kind string, id, own text) document.Text {
	out := b.text(own)
	if !spec.Cost.IsSet() {
		return out
	}
	v, ok := b.names.Lookup(kind + "." + id.Value + ".cost")
	if !ok || v.Kind != refs.Amount || v.Figure.IsZero() { // nothing is booked there
		return out
	}
	cost := b.with(spec.Cost, "cost", format(b.language, v))
	if said := strings.TrimLeft(cost.String(), " "); len(out) > 0 && said != "" && !strings.ContainsAny(said[:1], ",.;:)") {
		out = append(out, document.Run{Text: " "})
	}
	return append(out, cost...)
}

// label composes a label such as "Output 1.2."
func (b *builder) label(p text, number, mark string) string {
	return b.with(p, "number", number, "mark", mark).String()
}

func or(own, standard text) string {
	if own.IsSet() {
		return own.Value
	}
	return standard.Value
}
