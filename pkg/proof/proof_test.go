package proof_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/proof"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render"
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
	in := document.Input{Plan: p}
	in.Budget, _ = budget.Compute(p, budget.Options{})
	for name, load := range map[string]func(*source.File){
		"un.yaml":           func(f *source.File) { in.Template, _, _ = document.LoadTemplate(f) },
		"languages/en.yaml": func(f *source.File) { in.Language, _, _ = document.LoadLanguage(f) },
	} {
		text, err := templates.Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		load(source.NewFile(name, text))
	}
	doc, _ := document.Build(in)
	return doc
}

// finished renders a document and reads it back.
func finished(t rapid.TB, f render.Format, doc *document.Document) *readback.Text {
	r, err := f.Render(doc)
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

// TestEveryChangeIsFoundWhereItIs changes one word of a plan's document at random,
// renders it, and holds the file against the document as it was.
func TestEveryChangeIsFoundWhereItIs(t *testing.T) {
	paths, _ := filepath.Glob("../../testdata/*/*-20*.yaml")
	paths = append(paths, "../../plans/2018.yaml")
	docs := map[string]*document.Document{}
	for _, p := range paths {
		docs[p] = compiled(t, p)
	}
	rapid.Check(t, func(t *rapid.T) {
		doc := docs[rapid.SampledFrom(paths).Draw(t, "plan")]
		format := rapid.SampledFrom(render.Formats()).Draw(t, "format")
		all := runs(doc)
		run := all[rapid.IntRange(0, len(all)-1).Draw(t, "run")]
		passages, before, texts := proof.Passages(doc, format.Name), run.Text, said(doc, format.Name)
		run.Text = changed(t, before)
		defer func() { run.Text = before }()
		at := slices.IndexFunc(said(doc, format.Name), func(s string) bool { return !slices.Contains(texts, s) })
		if at < 0 || len(said(doc, format.Name)) != len(texts) {
			return // a bullet or a blank
		}
		file := finished(t, format, doc)
		run.Text = before
		r := proof.Compare(file, proof.Against{Document: doc, Months: months})
		if len(r.Differences) == 0 {
			t.Fatalf("%s: %q was changed, and nothing found", passages[at].Place, before)
		}
		if d := r.Differences[0]; !near(passages, at, d.Place) {
			t.Fatalf("%s was changed, and %s found: %s", passages[at].Place, d.Place, d.Message())
		}
		if len(r.Differences) > 2 {
			t.Fatalf("one change, and %d differences", len(r.Differences))
		}
	})
}

// TestACellMovedIntoAnEmptyOne follows the same words as before, and stands under another
// head.
func TestACellMovedIntoAnEmptyOne(t *testing.T) {
	for _, path := range []string{"../../plans/2018.yaml", "../../testdata/budgets/carpathian-2018.yaml"} {
		doc, moved := compiled(t, path), 0
		for _, row := range rowsOf(doc.Blocks) {
			for i := range len(row.Cells) - 1 {
				if (len(row.Cells[i]) == 0) == (len(row.Cells[i+1]) == 0) {
					continue
				}
				moved++
				for _, name := range []string{"md", "docx"} {
					swap := func() { row.Cells[i], row.Cells[i+1] = row.Cells[i+1], row.Cells[i] }
					swap()
					text := finished(t, formatOf(name), doc)
					swap()
					r := proof.Compare(text, proof.Against{Document: doc, Months: months})
					if len(r.Differences) != 1 || !strings.Contains(r.Differences[0].Message(), "in column ") {
						t.Errorf("%s, %s, %v: %+v", path, name, row.Cells, r.Differences)
					}
				}
			}
		}
		if moved == 0 {
			t.Errorf("%s has no empty cell", path)
		}
	}
}

func rowsOf(blocks []document.Block) (list []document.Row) {
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Box:
			list = append(list, rowsOf(b.Blocks)...)
		case document.Table:
			list = append(list, b.Rows...)
		}
	}
	return list
}

// TestACharacterMovedOverABorder agrees if blanks do not count.
func TestACharacterMovedOverABorder(t *testing.T) {
	doc := compiled(t, "../../plans/2018.yaml")
	for _, format := range render.Formats() {
		file := finished(t, format, doc)
		for _, change := range [][2]string{{"119", "11 9"}, {"10,000 Website", "10,00 0Website"}, {"in 8 years", "in8 years"}} {
			if change[0] == "in 8 years" && format.Name == "pdf" {
				continue // programs lose blanks when they print anew
			}
			if n := edit(file, change[0], change[1], doc); n == 0 {
				t.Errorf("%s: %q agrees", format.Name, change[1])
			}
		}
	}
}

// edit says how many differences there are if a file's lines say something else.
func edit(file *readback.Text, old, new string, doc *document.Document) int {
	text := *file
	text.Lines = slices.Clone(file.Lines)
	olds, news := strings.Split(old, " "), strings.Split(new, " ")
	for i := range text.Lines {
		switch l := text.Lines[i:]; {
		case strings.Contains(l[0].Text, old):
			l[0].Text = strings.Replace(l[0].Text, old, new, 1)
		case len(olds) == 2 && len(l) > 1 && strings.HasSuffix(l[0].Text, olds[0]+" ") && strings.HasPrefix(l[1].Text, olds[1]):
			l[0].Text = strings.TrimSuffix(l[0].Text, olds[0]+" ") + news[0] + " "
			l[1].Text = news[1] + strings.TrimPrefix(l[1].Text, olds[1])
		default:
			continue
		}
		break
	}
	return len(proof.Compare(&text, proof.Against{Document: doc, Months: months}).Differences)
}

// TestHeadersAndFootersOfWord are held against what a document has there.
func TestHeadersAndFootersOfWord(t *testing.T) {
	doc := compiled(t, "../../plans/2018.yaml")
	file := finished(t, formatOf("docx"), doc)
	if last := file.Lines[len(file.Lines)-1]; last.Kind != readback.Aside {
		t.Fatalf("no footer: %v", last)
	}
	for said, want := range map[string]int{doc.Meta.Job: 0, doc.Meta.Symbol: 0, doc.Meta.Job + " " + doc.Meta.Symbol: 0, "GE.17-55555(E)": 1, doc.Meta.Job + " 38,000": 1} {
		text := *file
		text.Lines = append(slices.Clone(file.Lines), readback.Line{Text: said, Kind: readback.Aside})
		r := proof.Compare(&text, proof.Against{Document: doc, Months: months})
		if len(r.Differences) != want || want > 0 && r.Differences[0].Where() != "margin of the page" {
			t.Errorf("%s: %+v", said, r.Differences)
		}
	}
}

// TestAFooterThatIsMarkedAsText is known by the job number, however it is parted.
func TestAFooterThatIsMarkedAsText(t *testing.T) {
	doc := compiled(t, "../../plans/2018.yaml")
	file := finished(t, formatOf("md"), doc)
	for said, want := range map[string]int{"2 GE.17 -09131(E)": 0, "GE.17-09131(E)": 0, "2 GE.17|-|09131(E)": 0, "3 GE.17-09131(E)": 1, "GE.17-09132(E)": 1, "2": 1} {
		text := readback.Text{Format: "pdf", Lines: slices.Clone(file.Lines)}
		for _, part := range strings.Split(said, "|") {
			text.Lines = append(text.Lines, readback.Line{Text: part + " "})
		}
		for i := range text.Lines {
			text.Lines[i].Page = 2
		}
		if r := proof.Compare(&text, proof.Against{Document: doc, Months: months}); len(r.Differences) != want {
			t.Errorf("%s: %+v", said, r.Differences)
		}
	}
}

// TestAHeadThatIsPrintedOnceMore is one where its table goes on, and one as a whole.
func TestAHeadThatIsPrintedOnceMore(t *testing.T) {
	doc := compiled(t, "../../plans/2018.yaml")
	file := finished(t, formatOf("md"), doc)
	file.Format = "pdf"
	travel := slices.IndexFunc(file.Lines, func(l readback.Line) bool { return l.Text == "Travel " })
	for name, c := range map[string]struct {
		at    int
		lines []readback.Line
		want  int
	}{
		"a head":                 {travel, []readback.Line{{Text: "Cost 2018 Notes ", Kind: readback.Aside}}, 0},
		"its cells":              {travel, []readback.Line{{Text: "Co", Kind: readback.Aside}, {Text: "st ", Kind: readback.Aside}, {Text: "Notes ", Kind: readback.Aside}, {Text: "2018 ", Kind: readback.Aside}}, 0},
		"a head as text":         {travel, []readback.Line{{Text: "Cost "}, {Text: "2018 "}, {Text: "Notes "}}, 0},
		"a head twice":           {travel, []readback.Line{{Text: "Cost 2018 Notes Cost 2018 Notes "}}, 1},
		"a part of a cell":       {travel, []readback.Line{{Text: "18 ", Kind: readback.Aside}}, 1},
		"a cell alone":           {travel, []readback.Line{{Text: "2018 ", Kind: readback.Aside}}, 1},
		"a cell too many":        {travel, []readback.Line{{Text: "Cost 2018 Notes ", Kind: readback.Aside}, {Text: "2018 ", Kind: readback.Aside}}, 1},
		"where no table goes on": {30, []readback.Line{{Text: "Cost 2018 Notes "}}, 1},
	} {
		text := *file
		text.Lines = slices.Insert(slices.Clone(file.Lines), c.at, c.lines...)
		for i := range text.Lines {
			text.Lines[i].Page = 2
			if i < c.at {
				text.Lines[i].Page = 1
			}
		}
		if r := proof.Compare(&text, proof.Against{Document: doc, Months: months}); len(r.Differences) != c.want {
			t.Errorf("%s: %+v", name, r.Differences)
		}
	}
}

// TestAMarkOfANoteThatWasMoved says of another row that it has a note.
func TestAMarkOfANoteThatWasMoved(t *testing.T) {
	doc := compiled(t, "../../testdata/budgets/carpathian-2018.yaml")
	file := finished(t, formatOf("docx"), doc)
	if edit(file, "Co-financing\u00a0a/", "Co-financing", doc) == 0 || edit(file, "30,000", "30,000a", doc) == 0 {
		t.Error("the mark is not missed")
	}
}

// TestAFileThatIsFarLonger is not compared word by word.
func TestAFileThatIsFarLonger(t *testing.T) {
	doc := compiled(t, "../../plans/2018.yaml")
	r := proof.Compare(&readback.Text{Format: "md", Lines: []readback.Line{{Text: strings.Repeat("x y ", 1<<20)}}}, proof.Against{Document: doc, Months: months})
	if len(r.Differences) != 1 || r.Differences[0].Message() != "the file is far longer than the document that the plan gives" {
		t.Errorf("%+.400v", r.Differences)
	}
}

// TestManyWordsInAPattern may be a repeated head nowhere: looking for one must not begin
// anew at each word.
func TestManyWordsInAPattern(t *testing.T) {
	doc := compiled(t, "../../plans/2018.yaml")
	text := finished(t, formatOf("md"), doc)
	text.Lines = slices.Insert(text.Lines, len(text.Lines)/2, readback.Line{Text: strings.Repeat("x y ", 200_000)})
	if r := proof.Compare(text, proof.Against{Document: doc, Months: months}); len(r.Differences) != 1 {
		t.Errorf("%d differences", len(r.Differences))
	}
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
