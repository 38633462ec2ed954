package compose

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// TestTablesAreNumberedWhereATextRefersToOne: all of those that have a label, in the order of print;
// where none is referred to, none is.
func TestTablesAreNumberedWhereATextRefersToOne(t *testing.T) {
	const plan = `sections:
  - id: basis
    paragraphs:
      - {text: One., tables: [{id: a, label: First, columns: [{id: c}], rows: [{id: r, label: R, values: {c: 1}}]}]}
      - {text: Two., tables: [{id: b, label: Second, columns: [{id: c}], rows: [{id: number, label: R, values: {c: 1}}]}]}
`
	for extra, want := range map[string]string{
		"": "First|Second",
		"assumptions: [\"See ${tables.b.number} and ${tables.b.number.c}.\"]\n": "Table 1. First|Table 2. Second|See 2 and 1.",
	} {
		var got []string
		anchors := ""
		for p := range document.Each[document.Paragraph](planned(t, plan+extra).Blocks) {
			if s := p.Text.String(); strings.Contains(s, "First") || strings.Contains(s, "Second") || strings.HasPrefix(s, "See") {
				got = append(got, s)
				anchors += p.Anchor
			}
		}
		if strings.Join(got, "|") != want || (anchors == "tables/b") != (extra != "") {
			t.Errorf("got %q with places %q, want %s", got, anchors, want)
		}
	}
}
