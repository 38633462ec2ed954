package pdf

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
	"github.com/isuplan/isuplan/pkg/source"
)

// sameAsRendered holds that looking for missing characters finds what rendering does.
func sameAsRendered(t *testing.T, doc *document.Document) []set.Missing {
	t.Helper()
	got, err := Lacking(t.Context(), doc)
	if err != nil {
		t.Fatal(err)
	}
	_, want, err := Render(t.Context(), doc, document.Seal{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateComparable(source.Node{})); diff != "" {
		t.Errorf("(-rendered +looked for):\n%s", diff)
	}
	return got
}

func TestLackingIsWhatRenderMisses(t *testing.T) {
	if lacking := sameAsRendered(t, sample()); len(lacking) != 0 {
		t.Errorf("the sample lacks %v", lacking)
	}
	const han = "集"
	plain := document.Plain("a " + han)
	row := document.Row{Cells: []document.Text{nil, plain}}
	for place, change := range map[string]func(*document.Document){
		"name":      func(d *document.Document) { d.Masthead.Name = plain },
		"symbol":    func(d *document.Document) { d.Masthead.Symbol = han },
		"origin":    func(d *document.Document) { d.Masthead.Origin = []document.Text{plain} },
		"session":   func(d *document.Document) { d.Masthead.Session = []document.Text{nil, plain} },
		"title":     func(d *document.Document) { d.Masthead.Title = plain },
		"byline":    func(d *document.Document) { d.Masthead.Byline = plain },
		"job":       func(d *document.Document) { d.Meta.Job = han },
		"draft":     func(d *document.Document) { d.Meta.Draft = han },
		"header":    func(d *document.Document) { d.Meta.Symbol = han; d.Blocks = append(d.Blocks, budget(200)) },
		"number":    func(d *document.Document) { d.Blocks = append(d.Blocks, document.Heading{Number: han}) },
		"heading":   func(d *document.Document) { d.Blocks = append(d.Blocks, document.Heading{Text: plain}) },
		"paragraph": func(d *document.Document) { d.Blocks = append(d.Blocks, document.Paragraph{Text: plain}) },
		"label":     func(d *document.Document) { d.Blocks = append(d.Blocks, document.Result{Label: han}) },
		"result":    func(d *document.Document) { d.Blocks = append(d.Blocks, document.Result{Text: plain}) },
		"box":       func(d *document.Document) { d.Blocks = append(d.Blocks, document.Box{Title: plain}) },
		"in a box": func(d *document.Document) {
			d.Blocks = append(d.Blocks, document.Box{Blocks: []document.Block{document.Paragraph{Text: plain}}})
		},
		"marker": func(d *document.Document) {
			d.Blocks = append(d.Blocks, document.List{Items: []document.Item{{Marker: han}}})
		},
		"item in an item": func(d *document.Document) {
			d.Blocks = append(d.Blocks, document.List{Items: []document.Item{{Items: []document.Item{{Text: plain}}}}})
		},
		"head": func(d *document.Document) {
			d.Blocks = append(d.Blocks, document.Table{Columns: []document.Column{{Head: plain, Width: 1}}})
		},
		"chart": func(d *document.Document) {
			d.Blocks = append(d.Blocks, document.Chart{Title: plain})
		},
		"bar": func(d *document.Document) {
			d.Blocks = append(d.Blocks, document.Chart{Bars: []document.Bar{{Label: plain, Values: []document.BarValue{{To: 1}}}}})
		},
		"value": func(d *document.Document) {
			d.Blocks = append(d.Blocks, document.Chart{Bars: []document.Bar{{Label: row.Cells[0], Values: []document.BarValue{{Text: han, To: 1}}}}})
		},
		"series": func(d *document.Document) {
			d.Blocks = append(d.Blocks, document.Chart{Series: []document.Text{nil, plain}, Bars: []document.Bar{{Values: []document.BarValue{{To: 1}, {To: 2}}}}})
		},
		"note": func(d *document.Document) {
			d.Blocks = append(d.Blocks, document.Table{Columns: []document.Column{{Width: 1}}, Notes: []document.Text{nil, plain}})
		},
		"cell": func(d *document.Document) {
			d.Blocks = append(d.Blocks, document.Table{Columns: []document.Column{{Width: 1}, {Width: 1}}, Rows: []document.Row{row}})
		},
	} {
		doc := sample()
		change(doc)
		if lacking := sameAsRendered(t, doc); len(lacking) != 1 || lacking[0].Rune != '集' {
			t.Errorf("%s: found %v", place, lacking)
		}
	}
}

// TestLackingOfAnyCharacter holds the same for characters from all over Unicode,
// accents and right-to-left scripts among them.
func TestLackingOfAnyCharacter(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		text := []rune("a b")
		for range 3 {
			text = append(text, rune(random.IntN(0x3000)))
		}
		styled := document.Run{Text: string(text), Strong: random.IntN(2) == 0, Emphasis: random.IntN(2) == 0}
		sameAsRendered(t, &document.Document{Blocks: []document.Block{document.Paragraph{Text: document.Text{styled}}}})
	}
}

func BenchmarkLacking(b *testing.B) {
	doc := sample()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Lacking(b.Context(), doc); err != nil {
			b.Fatal(err)
		}
	}
}
