package importer

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestSharesOf: a table of Parties with a scale and a total is one of contributions.
func TestSharesOf(t *testing.T) {
	for table, want := range map[string]int{
		"Party | Scale | 2026\nAustria | 2.013 | 600\nBelgium | 1.5 | 400\nTotal | 3.513 | 1,000\n": 2,
		"State | 2026\nAustria | 600\nBelgium | 400\nTotal | 1,000\n":                               0,
		"Cost | Scale | 2026\nStaff | 2 | 600\nTravel | 1 | 400\nTotal | 3 | 1,000\n":               0,
		"Party | Scale | 2026\nAustria | 2.013 | 600\nBelgium | 1.5 | 400\n":                        0,
	} {
		g := gridOf("the table", table, false)
		got := 0
		if s := sharesOf(&g, ""); s != nil {
			got = len(s.parties)
		}
		if got != want {
			t.Errorf("%s: %d Parties", table, got)
		}
	}
}

// TestContributions: a document with rows after the total, posts and contributions gives a plan that
// has all three, and prints the same figures; an amount that does not follow from the scale is kept
// as stated.
func TestContributions(t *testing.T) {
	const name = "../../testdata/plans/trust-funds-2026.yaml"
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	ctx, c := context.Background(), compile.New(compile.Options{})
	u, err := c.Compile(ctx, compile.Input{File: source.NewFile(name, text), Folder: os.DirFS("../../testdata/plans")})
	if err != nil {
		t.Fatal(err)
	}
	f, _ := render.FormatNamed("md")
	made, err := u.Render(ctx, f, document.Seal{})
	if err != nil {
		t.Fatal(err)
	}
	plan := func(md string) string {
		t.Helper()
		file, err := readback.Read([]byte(md))
		if err != nil {
			t.Fatal(err)
		}
		r, err := Import(ctx, c, Input{Document: file})
		if err != nil {
			t.Fatal(err)
		}
		return string(r.Plan)
	}
	back := plan(string(made.Bytes))
	again, faults := compiled(t, back)
	for i, row := range u.Budget.Contributions[0].Parties {
		for n := range row.Figures {
			if got := again.Budget.Contributions[0].Parties[i].Figures[n].Printed; !got.Equal(row.Figures[n].Printed) {
				t.Errorf("%s pays %s, not %s", row.Label.Value, got, row.Figures[n].Printed)
			}
		}
	}
	for _, fault := range faults {
		if !strings.HasPrefix(fault, "review") {
			t.Error(fault)
		}
	}
	for _, want := range []string{"cap: 22%", "staffing:\n", "balance:\n", "level: true"} {
		if !strings.Contains(back, want) {
			t.Errorf("the plan has no %s", want)
		}
	}
	wrong := strings.NewReplacer("30,612 |        60,909 |        91,521", "30,613 |        60,909 |        91,522", "37,330 |        74,275 |       111,605", "37,329 |        74,275 |       111,604")
	if got := plan(wrong.Replace(string(made.Bytes))); strings.Count(got, "stated:\n            2026: 30613")+strings.Count(got, "stated:\n            2026: 37329") != 2 {
		t.Error("amounts that do not follow from the scale are lost")
	}
}
