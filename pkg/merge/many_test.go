package merge_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/internal/docxtest"
)

// TestManyEdits: a long text of which every paragraph was reworded comes home paragraph by
// paragraph; one that has nothing in common with the document is told as that, once.
func TestManyEdits(t *testing.T) {
	const n = 1000
	var items strings.Builder
	for i := range n {
		fmt.Fprintf(&items, "  - That the %d-th room of building %d is there and is lit by %d lamps.\n", i, i*7, i*13)
	}
	u := unit(t, "plan.yaml", []byte(strings.Replace(plan, "assumptions:\n", "assumptions:\n"+items.String(), 1)))
	file := word(t, u)
	m := merged(t, u, edited(t, file, func(f *docxtest.Edited) { f.XML = strings.ReplaceAll(f.XML, "is lit by", "is lighted with") }))
	if want := strings.ReplaceAll(string(u.File.Bytes), "is lit by", "is lighted with"); string(m.Text) != want || m.Left() != 0 {
		t.Errorf("%d left\n%.500s", m.Left(), patch(want, string(m.Text)))
	}
	m = merged(t, u, edited(t, file, func(f *docxtest.Edited) {
		one := `<w:p><w:r>` + docxtest.Text("Something else.") + `</w:r></w:p>`
		at := strings.Index(f.XML, "<w:p>")
		f.XML = f.XML[:at] + strings.Repeat(one, 4*n) + f.XML[at:]
	}))
	if len(m.Outcomes) != 1 || m.Outcomes[0].Taken || string(m.Text) != string(u.File.Bytes) {
		t.Errorf("%d changes of a file that is no version of the document", len(m.Outcomes))
	}
}
