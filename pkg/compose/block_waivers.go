package compose

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

func init() {
	registerBlock("waivers", blockKind{needs: []string{"columns", "caption"}, from: []string{"waivers"}, print: printWaivers})
}

// printWaivers prints what the plan accepts of its own mistakes: the annex that shows
// States Parties which findings were waived, why, and by whom.
func printWaivers(b *builder, spec *blockSpec) []document.Block {
	table := document.Table{ID: "waivers", Caption: b.text(spec.Caption)}
	for _, c := range spec.Columns {
		table.Columns = append(table.Columns, document.Column{Head: b.text(c.Head), Width: c.Width.Value, Label: c.Show.Value == "place"})
	}
	for _, w := range b.in.Plan.Waivers {
		row := document.Row{Cells: make([]document.Text, len(spec.Columns))}
		for i, c := range spec.Columns {
			row.Cells[i] = b.waived(w, c.Show.Value)
		}
		table.Rows = append(table.Rows, row)
	}
	return []document.Block{table}
}

func (b *builder) waived(w plan.Waiver, show string) document.Text {
	switch show {
	case "place":
		return verbatim(w.At.Value, w.At.Node)
	case "rule":
		title := w.Rule.Value
		if known, ok := b.in.RuleTitles[w.Rule.Value]; ok {
			title = known
		}
		return verbatim(title, w.Rule.Node)
	case "reason":
		return verbatim(w.Reason.Value, w.Reason.Node)
	case "approved":
		by := verbatim(w.Approved.Value, w.Approved.Node)
		if w.Until.IsSet() {
			by = append(by, b.aside("waiver_until", "date", b.in.Language.Day(w.Until.Value))...)
		}
		if w.UpTo.IsSet() {
			amount := string(b.in.Budget.Currency) + "\u00a0" + b.in.Language.Number(w.UpTo.Value, 0)
			by = append(by, b.aside("waiver_up_to", "amount", amount)...)
		}
		return by
	}
	return nil
}

// aside is a word of the language with a value, behind a blank.
func (b *builder) aside(word, name, value string) document.Text {
	return append(document.Text{{Text: " "}}, b.with(b.words[word], name, value)...)
}

// verbatim is a text as it stands, without references and emphasis.
func verbatim(s string, origin source.Node) document.Text {
	return document.Text{{Text: strings.Join(strings.Fields(s), " "), Origin: origin}}
}
