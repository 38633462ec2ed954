package compose

import (
	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
)

func init() {
	registerBlock("staffing", blockKind{
		needs: []string{"from", "title", "columns", "total", "caption"},
		from:  []string{"budget.staffing"},
		print: printStaffing,
	})
}

// isElsewhere reports a block of the table of posts that stands where the plan does not want it.
func (b *builder) isElsewhere(spec *blockSpec) bool {
	return spec.Place.IsSet() && (spec.Place.Value == "before") != b.in.Plan.Budget.Staffing.Before.Value
}

// printStaffing prints the table of posts below its heading: categories with their grades, the
// total, and behind it the posts that others pay.
func printStaffing(b *builder, spec *blockSpec) []document.Block {
	posts := b.in.Budget.Staffing
	if posts == nil {
		return nil
	}
	money := b.in.Budget
	b.in.Budget = posts.Budget // figures are written as those of the table's own columns
	defer func() { b.in.Budget = money }()
	t := tabler{builder: b, spec: spec, cells: b.columns(spec), list: posts.Lines, marks: map[string]int{}}
	counted := b.text(b.words["staffing_"+posts.Counts]).String()
	table := document.Table{ID: spec.From.Value, Caption: b.with(spec.Caption, "counted", counted)}
	for _, c := range t.cells {
		table.Columns = append(table.Columns, c.Column)
	}
	t.posts(posts)
	t.notes = append(t.notes, t.tableNotes(posts.Total)...)
	table.Rows, table.Notes = t.rows, t.notes
	heading := b.with(spec.Title, "counted", counted)
	if own := b.in.Plan.Budget.Staffing.Label; own.IsSet() {
		heading = b.text(own)
		for i := range heading {
			heading[i].Emphasis = true
		}
	}
	return []document.Block{document.Paragraph{ID: spec.ID.Value, Text: heading, Lead: true}, table}
}

// posts adds the rows of the table of posts.
func (t *tabler) posts(s *budget.Staffing) {
	written := &t.in.Plan.Budget.Staffing
	t.lines("staffing.", 0, len(t.list))
	label := t.spec.Total
	if written.Total.IsSet() {
		label = written.Total
	}
	t.row(document.Row{ID: "staffing." + plan.StaffTotal, Kind: document.TotalRow},
		said{label: t.noted(t.text(label), &written.Footnote), figures: s.Total, footnotes: &written.Footnote})
	for i := range s.Financing {
		l := &s.Financing[i]
		t.row(document.Row{ID: "staffing." + l.ID.Value}, said{label: t.text(l.Label), figures: l.Figures})
	}
	if s.All != nil {
		t.row(document.Row{ID: "staffing." + plan.StaffAll, Kind: document.TotalRow}, said{label: t.text(t.words["staffing_all"]), figures: s.All})
	}
}
