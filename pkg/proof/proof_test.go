package proof_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/compose"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/proof"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/render/typography"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/templates"
)

// compiled compiles a plan.
func compiled(t *testing.T, path string) *document.Document {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, _, ok := plan.Load(source.NewFile(path, text))
	if !ok {
		t.Fatalf("%s cannot be read", path)
	}
	in := compose.Input{Plan: p}
	in.Budget, _ = budget.Compute(p, budget.Options{})
	for name, load := range map[string]func(*source.File){
		"un.yaml":           func(f *source.File) { in.Template, _, _ = compose.LoadTemplate(f) },
		"languages/en.yaml": func(f *source.File) { in.Language, _, _ = language.Load(f) },
	} {
		text, err := templates.Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		load(source.NewFile(name, text))
	}
	doc, _ := compose.Build(in)
	return doc
}

// finished renders a document and reads it back.
func finished(t rapid.TB, f render.Format, doc *document.Document) *readback.Text {
	r, err := f.Render(context.Background(), doc, document.Seal{})
	if err != nil {
		t.Fatal(err)
	}
	text, err := readback.Read(r.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// formatOf returns a format by its name.
func formatOf(name string) render.Format {
	return render.Formats()[slices.IndexFunc(render.Formats(), func(f render.Format) bool { return f.Name == name })]
}

var months = proof.Months{"June": true, "September": true, "January": true, "December": true, "August": true, "November": true}

// TestCellsOfTables: a cell's passage says which row of its table it stands in, and heads that they
// stand in none.
func TestCellsOfTables(t *testing.T) {
	heads, cells := 0, 0
	for _, p := range proof.Passages(compiled(t, "../../plans/2018.yaml"), "docx") {
		table, isTable := p.Of.(*document.Table)
		_, column := p.Cell()
		switch {
		case column == 0:
			if p.TableRow() != 0 {
				t.Errorf("%s stands in row %d", p.Place, p.TableRow())
			}
		case !isTable:
			t.Errorf("%s is of no table", p.Place)
		case p.TableRow() == 0:
			heads++
			if want := table.Columns[column-1].Head.String(); p.Text.String() != want {
				t.Errorf("%s says %q, not %q", p.Place, p.Text, want)
			}
		default:
			cells++
			if want := table.Rows[p.TableRow()-1].Cells[column-1].String(); p.Text.String() != want {
				t.Errorf("%s says %q, not %q", p.Place, p.Text, want)
			}
		}
	}
	if heads == 0 || cells == 0 {
		t.Errorf("%d heads and %d cells", heads, cells)
	}
}

// TestEveryChangeIsFoundWhereItIs changes one word of a plan's document at random,
// renders it, and holds the file against the document as it was.
func TestEveryChangeIsFoundWhereItIs(t *testing.T) {
	paths, _ := filepath.Glob("../../testdata/*/*-20*.yaml")
	paths = append(paths, "../../plans/2018.yaml")
	docs := map[string]*document.Document{}
	for _, p := range paths {
		docs[p] = compiled(t, p)
	}
	built := map[string]*readback.Text{} // what is strange about these is so about the changed ones too
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(paths).Draw(t, "plan")
		doc, format := docs[name], rapid.SampledFrom(render.Formats()).Draw(t, "format")
		if name += format.Name; built[name] == nil {
			built[name] = finished(t, format, doc)
			built[name].Looks = nil // pages that changed are drawn otherwise
		}
		all := runs(doc)
		run := all[rapid.IntRange(0, len(all)-1).Draw(t, "run")]
		laid := doc
		if format.Typeset {
			laid = typography.Set(doc) // places are named as the file has them
		}
		passages, before, texts := proof.Passages(laid, format.Name), run.Text, said(doc, format.Name)
		run.Text = changed(t, before)
		defer func() { run.Text = before }()
		at := slices.IndexFunc(said(doc, format.Name), func(s string) bool { return !slices.Contains(texts, s) })
		if at < 0 || len(said(doc, format.Name)) != len(texts) {
			return // a bullet or a blank
		}
		file := finished(t, format, doc)
		run.Text = before
		r := proof.Compare(file, proof.Against{Document: doc, Months: months, Built: built[name]})
		if len(r.Differences) == 0 {
			t.Fatalf("%s: %q was changed, and nothing found", passages[at].Place, before)
		}
		if d := r.Differences[0]; !near(passages, at, d.Place) {
			t.Fatalf("%s was changed, and %s found: %s", passages[at].Place, d.Place, d.Message())
		}
		if len(r.Differences) > 2 {
			t.Fatalf("one change of %q in %s, and %d differences: %+v", before, passages[at].Place, len(r.Differences), r.Differences)
		}
	})
}

// changed changes a word of a text: another digit, a blank behind one, another word,
// or one less.
func changed(t *rapid.T, s string) string {
	words := strings.Fields(s)
	if len(words) == 0 {
		return s
	}
	i := rapid.IntRange(0, len(words)-1).Draw(t, "word")
	digit := strings.IndexAny(words[i], "0123456789")
	switch {
	case digit >= 0 && digit+1 < len(words[i]) && strings.IndexByte("0123456789", words[i][digit+1]) >= 0 && rapid.Bool().Draw(t, "parted"):
		words[i] = words[i][:digit+1] + " " + words[i][digit+1:]
	case digit >= 0:
		words[i] = words[i][:digit] + string('0'+(words[i][digit]-'0'+1)%10) + words[i][digit+1:]
	case len(words) > 1 && rapid.Bool().Draw(t, "lost"):
		words = slices.Delete(words, i, i+1)
	default:
		words[i] = "z" + words[i]
	}
	lead := s[:len(s)-len(strings.TrimLeft(s, " "))]
	tail := s[len(strings.TrimRight(s, " ")):]
	return lead + strings.Join(words, " ") + tail
}

// near allows for a word that was lost between two others that are the same.
func near(passages []proof.Passage, at int, place string) bool {
	for i := max(0, at-1); i <= min(len(passages)-1, at+1); i++ {
		if strings.Contains(place, passages[i].Place) {
			return true
		}
	}
	return false
}

// said returns the words of each passage.
func said(doc *document.Document, format string) (list []string) {
	for _, p := range proof.Passages(doc, format) {
		list = append(list, strings.Join(strings.Fields(p.Text.String()), " "))
	}
	return list
}

// runs returns all runs of a document's text.
func runs(doc *document.Document) (list []*document.Run) {
	add := func(texts ...document.Text) {
		for _, t := range texts {
			for i := range t {
				list = append(list, &t[i])
			}
		}
	}
	m := &doc.Masthead
	add(m.Name, m.Title, m.Byline)
	add(m.Origin...)
	add(m.Session...)
	var items func([]document.Item)
	items = func(all []document.Item) {
		for _, it := range all {
			add(it.Text)
			items(it.Items)
		}
	}
	var blocks func([]document.Block)
	blocks = func(all []document.Block) {
		for _, b := range all {
			switch b := b.(type) {
			case document.Heading:
				add(b.Text)
			case document.Paragraph:
				add(b.Text)
			case document.Result:
				add(b.Text)
			case document.List:
				items(b.Items)
			case document.Box:
				add(b.Title)
				blocks(b.Blocks)
			case document.Table:
				for _, r := range b.Rows {
					add(r.Cells...)
				}
				add(b.Notes...)
			}
		}
	}
	blocks(doc.Blocks)
	return list
}
