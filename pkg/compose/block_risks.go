package compose

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
)

func init() {
	registerBlock("risks", blockKind{needs: []string{"from", "columns", "caption"}, from: []string{"risks"}, print: printRisks})
}

func hasRisks(p *plan.Plan) bool { return len(p.Risks) > 0 }

// printRisks prints the risk register.
func printRisks(b *builder, spec *blockSpec) []document.Block {
	table := document.Table{ID: spec.From.Value, Caption: b.text(spec.Caption)}
	shown := b.shownOf(spec, b.hasOfRisk)
	for _, c := range shown {
		table.Columns = append(table.Columns, document.Column{Head: b.text(c.Head), Width: c.Width.Value, Label: c.Show.Value == "risk"})
	}
	used := map[string]bool{}
	for i := range b.in.Plan.Risks {
		r := &b.in.Plan.Risks[i]
		row := document.Row{Cells: make([]document.Text, len(shown))}
		for i, c := range shown {
			row.Cells[i] = b.ofRisk(c.Show.Value, r)
		}
		for _, id := range r.Owner {
			used[id.Value] = true
		}
		table.Rows = append(table.Rows, row)
	}
	table.Notes = b.actorNotes(used)
	return []document.Block{table}
}

// hasOfRisk reports whether any risk says what a column shows.
func (b *builder) hasOfRisk(show string) bool {
	for i := range b.in.Plan.Risks {
		if len(b.ofRisk(show, &b.in.Plan.Risks[i])) > 0 {
			return true
		}
	}
	return false
}

func (b *builder) ofRisk(show string, r *plan.Risk) document.Text {
	switch show {
	case "risk":
		return b.text(r.Text)
	case "likelihood":
		return b.level(r.Likelihood)
	case "impact":
		return b.level(r.Impact)
	case "response":
		return b.text(r.Response)
	case "owner":
		return b.actors(r.Owner)
	}
	return nil
}

func (b *builder) level(level text) document.Text {
	if !level.IsSet() {
		return nil
	}
	return b.text(b.words["level_"+strings.ReplaceAll(level.Value, " ", "_")])
}
