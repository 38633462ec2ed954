package pdf

import (
	"regexp"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// TestRowsSayTheirGroups: a listener, who does not see how far a row is indented, is told
// what it belongs to.
func TestRowsSayTheirGroups(t *testing.T) {
	row := func(kind document.RowKind, depth int, label string) document.Row {
		return document.Row{Kind: kind, Depth: depth, Cells: []document.Text{document.Plain(label), document.Plain("1")}}
	}
	table := document.Table{Columns: []document.Column{{Head: document.Plain("Cost"), Width: 1, Label: true}, {Head: document.Plain("2025"), Width: 1, Numeric: true}},
		Rows: []document.Row{
			row(document.GroupRow, 0, "Staff"), row(document.BodyRow, 1, "Director"), row(document.GroupRow, 1, "Local"), row(document.BodyRow, 2, "Clerk"),
			row(document.SubtotalRow, 1, "Local in all"), row(document.SubtotalRow, 0, "Staff in all"), row(document.GroupRow, 0, ""), row(document.BodyRow, 1, "Rent"),
			row(document.BodyRow, 0, "Travel"), row(document.TotalRow, 0, "Total")}}
	c, err := draw(&document.Document{Blocks: []document.Block{table}})
	if err != nil {
		t.Fatal(err)
	}
	label, in := map[string]string{}, regexp.MustCompile(`\((element-\d+)\)`)
	for _, d := range c.record {
		if i := d.node; d.text && c.tree.elements[i].isNamed {
			label[strings.Trim(nameOf(i), "()")] = labelOf(&table, len(label))
		}
	}
	var got []string
	for i := range c.tree.elements {
		e := &c.tree.elements[i]
		if e.role != roleHead || !strings.Contains(e.attributes, "/Scope /Row") {
			continue
		}
		groups := ""
		for _, m := range in.FindAllStringSubmatch(e.attributes, -1) {
			groups += "<" + label[m[1]]
		}
		got = append(got, groups)
	}
	want := []string{"", "<Staff", "<Staff", "<Staff<Local", "<Staff<Local", "<Staff", "", "", ""}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q", got)
	}
	if n := len(objectsOf(t, &document.Document{Blocks: []document.Block{table}}, "/IDTree")); n != 1 {
		t.Error("the names are not listed")
	}
}

// labelOf returns the label of the n-th group that has one.
func labelOf(table *document.Table, n int) string {
	for _, r := range table.Rows {
		if label := r.Cells[0].String(); r.Kind == document.GroupRow && label != "" {
			if n == 0 {
				return label
			}
			n--
		}
	}
	return ""
}
