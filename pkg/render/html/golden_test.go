package html_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isuplan/isuplan/pkg/document"
	page "github.com/isuplan/isuplan/pkg/render/html"
)

var update = flag.Bool("update", false, "rewrite the pages of testdata")

// TestPagesOfPlans: the reference document, and a draft of three years with groups, a note
// and a chart.
func TestPagesOfPlans(t *testing.T) {
	docs := allPlans(t)
	docs["2018"].Meta.Draft = ""
	for file, plan := range map[string]string{"2018.html": "2018", "carpathian-2018.html": "carpathian-2018 with a chart"} {
		got, err := page.Render(t.Context(), docs[plan], document.Seal{Plan: "0123abcd", Tool: "isuplan 0.0.0", Check: "no findings"})
		if err != nil {
			t.Fatal(err)
		}
		golden := filepath.Join("testdata", file)
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file, diff)
		}
	}
}
