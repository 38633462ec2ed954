package compose

import (
	"slices"
	"strconv"
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
		table.Columns = append(table.Columns, document.Column{ID: c.Show.Value, Head: b.text(c.Head), Width: c.Width.Value, Label: c.Show.Value == "risk"})
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
	if b.hasLevelNumbers() {
		table.Notes = append(table.Notes, b.text(b.words["risk_scale"]))
	}
	if slices.ContainsFunc(shown, func(c columnSpec) bool { return c.Show.Value == "score" }) {
		table.Notes = append(table.Notes, b.text(b.words["risk_product"]))
	}
	table.Notes = append(table.Notes, b.actorNotes(used)...)
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
	case "score":
		return score(r)
	case "response":
		return b.text(r.Response)
	case "owner":
		return b.actors(r.Owner)
	}
	return nil
}

// hasLevelNumbers reports a register whose levels are numbers: a reader has to be told what they mean.
func (b *builder) hasLevelNumbers() bool {
	return slices.ContainsFunc(b.in.Plan.Risks, func(r plan.Risk) bool {
		_, likelihood := plan.LevelNumber(r.Likelihood.Value)
		_, impact := plan.LevelNumber(r.Impact.Value)
		return likelihood || impact
	})
}

// score is the product of two levels that are numbers.
func score(r *plan.Risk) document.Text {
	likelihood, isNumber := plan.LevelNumber(r.Likelihood.Value)
	impact, isToo := plan.LevelNumber(r.Impact.Value)
	if !isNumber || !isToo {
		return nil
	}
	return document.Text{{Text: strconv.Itoa(likelihood * impact), Keep: true}}
}

func (b *builder) level(level text) document.Text {
	if !level.IsSet() {
		return nil
	}
	if _, isNumber := plan.LevelNumber(level.Value); isNumber {
		return document.Text{{Text: level.Value, Keep: true, Origin: level.Node}}
	}
	return b.text(b.words["level_"+strings.ReplaceAll(level.Value, " ", "_")])
}
