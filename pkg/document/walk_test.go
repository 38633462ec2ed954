package document_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// seen notes the kinds of block that it is shown, and how many follow each.
type seen []string

func (s *seen) note(b any, rest document.Rest) {
	*s = append(*s, fmt.Sprintf("%s %d", reflect.TypeOf(b).Elem().Name(), len(rest)))
}

func (s *seen) Heading(b *document.Heading, rest document.Rest)     { s.note(b, rest) }
func (s *seen) Paragraph(b *document.Paragraph, rest document.Rest) { s.note(b, rest) }
func (s *seen) List(b *document.List, rest document.Rest)           { s.note(b, rest) }
func (s *seen) Result(b *document.Result, rest document.Rest)       { s.note(b, rest) }
func (s *seen) Table(b *document.Table, rest document.Rest)         { s.note(b, rest) }
func (s *seen) Chart(b *document.Chart, rest document.Rest)         { s.note(b, rest) }

func (s *seen) Box(b *document.Box, rest document.Rest) {
	s.note(b, rest)
	document.Walk(b.Blocks, s)
}

// TestWalk: each kind of block is shown, as a value and behind a pointer, and nothing
// where there is nothing.
func TestWalk(t *testing.T) {
	var s seen
	document.Walk([]document.Block{
		document.Heading{}, &document.Heading{}, document.Paragraph{}, &document.Paragraph{}, document.List{}, &document.List{},
		document.Result{}, &document.Result{}, nil, (*document.Table)(nil),
		document.Box{Blocks: []document.Block{document.Table{}, &document.Chart{}}}, &document.Box{}, &document.Table{}, document.Chart{},
	}, &s)
	want := "Heading 13, Heading 12, Paragraph 11, Paragraph 10, List 9, List 8, Result 7, Result 6, Box 3, Table 1, Chart 0, Box 2, Table 1, Chart 0"
	if got := strings.Join(s, ", "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestEach: blocks of one kind are found in boxes too, and no more than are wanted.
func TestEach(t *testing.T) {
	blocks := []document.Block{document.Table{ID: "a"}, document.Heading{ID: "x"}, document.Box{ID: "y", Blocks: []document.Block{&document.Table{ID: "b"}}}, document.Table{ID: "c"}}
	for n, want := range []string{"a", "ab", "abc", "abc"} {
		got, count := "", 0
		for b := range document.Each[document.Table](blocks) {
			got += b.ID
			if count++; count > n {
				break
			}
		}
		if got != want {
			t.Errorf("of tables %q were found, want %q", got, want)
		}
	}
	for b := range document.Each[document.Box](blocks) {
		if b.ID != "y" {
			t.Errorf("%q is no box", b.ID)
		}
	}
}

// TestPrinted fills every text of the model with a word of its own, by what the model
// itself declares, and finds each of them again; who wants no more is shown no more.
func TestPrinted(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{document.Heading{}, document.Paragraph{}, document.List{}, document.Result{}, document.Box{Blocks: []document.Block{document.Table{}, document.Chart{}}}}}
	var filled []string
	for i, b := range doc.Blocks {
		doc.Blocks[i] = fill(b, &filled)
	}
	box := doc.Blocks[4].(document.Box)
	for i, b := range []document.Block{document.Table{}, document.Chart{}} {
		box.Blocks[i] = fill(b, &filled)
	}
	words(reflect.ValueOf(&doc.Masthead).Elem(), "Masthead", &filled)
	words(reflect.ValueOf(&doc.Meta).Elem(), "Meta", &filled)
	var got []string
	for s, run := range doc.Printed() {
		got = append(got, s)
		if run != nil && run.Text != s {
			t.Errorf("%q comes with the run %q", s, run.Text)
		}
	}
	slices.Sort(got)
	slices.Sort(filled)
	if !slices.Equal(got, filled) {
		t.Errorf("printed are\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(filled, "\n"))
	}
	for n := range filled {
		count := 0
		for range doc.Printed() {
			if count++; count == n+1 {
				break
			}
		}
		if count != n+1 {
			t.Errorf("%d texts were shown when %d were wanted", count, n+1)
		}
	}
}

// silent are the texts that are not printed: names, what the file says of itself, and
// what who listens hears.
var silent = []string{
	"Meta.Barcode", // it is drawn in bars; the caption says it
	"Heading.ID", "Heading.Anchor", "Paragraph.ID", "Paragraph.Anchor", "Item.ID", "Item.Anchor", "Result.ID", "Result.Anchor", "Run.To", "Box.ID", "Table.ID", "Chart.ID", "Chart.Least", "Chart.Most", "BarValue.Number", "Table.Caption", "Chart.Alt", "Run.Link", "Run.Aloud", "Run.Language", "Run.Name", "Row.ID", "Column.ID",
	"Meta.Title", "Meta.Author", "Meta.Subject", "Meta.Keywords", "Meta.Language", "Meta.Hyphenation", "Meta.Name",
}

func fill(b document.Block, filled *[]string) document.Block {
	v := reflect.New(reflect.TypeOf(b)).Elem()
	v.Set(reflect.ValueOf(b))
	words(v, v.Type().Name(), filled)
	return v.Interface().(document.Block)
}

// words gives every text below a value a word of its own, and notes the printed ones.
func words(v reflect.Value, path string, filled *[]string) {
	owner, field, _ := cutLast(path)
	if slices.Contains(silent, owner+"."+field) {
		return
	}
	switch v.Kind() {
	case reflect.String:
		word := fmt.Sprintf("%s-%d", path, len(*filled))
		v.SetString(word)
		*filled = append(*filled, word)
	case reflect.Struct:
		if v.Type().PkgPath() != reflect.TypeFor[document.Run]().PkgPath() {
			return
		}
		for i := range v.NumField() {
			words(v.Field(i), v.Type().Name()+"."+v.Type().Field(i).Name, filled)
		}
	case reflect.Slice:
		elem := v.Type().Elem()
		if elem.Kind() == reflect.Interface || elem == reflect.TypeFor[document.Item]() && strings.HasPrefix(path, "Item.") {
			return // blocks are filled one by one; one list inside another will do
		}
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			words(v.Index(i), path, filled)
		}
	}
}

func cutLast(path string) (owner, field string, found bool) {
	i := strings.LastIndexByte(path, '.')
	if i < 0 {
		return path, "", false
	}
	return path[:i], path[i+1:], true
}

// TestTexts: the texts that are printed are those whose runs are printed, and no more are
// yielded than are wanted.
func TestTexts(t *testing.T) {
	two := func(a, b string) document.Text { return document.Text{{Text: a}, {Text: b}} }
	d := &document.Document{Masthead: document.Masthead{Name: two("a ", "b"), Title: document.Plain("title")}, Blocks: []document.Block{
		document.Heading{Number: "I.", Text: two("c", "d")}, document.Box{Title: document.Plain("box"), Blocks: []document.Block{document.Paragraph{Text: two("e", "f")}}},
		document.List{Items: []document.Item{{Marker: "(a)", Text: two("g", "h")}}}, document.Paragraph{},
		document.Table{Columns: []document.Column{{Head: two("i", "j")}}, Rows: []document.Row{{Cells: []document.Text{two("k", "l"), nil}}}},
	}}
	var runs, texts []string
	for s, run := range d.Printed() {
		if run != nil {
			runs = append(runs, s)
		}
	}
	for text := range d.Texts() {
		texts = append(texts, text.String())
	}
	if got := strings.Join(texts, ""); got != strings.Join(runs, "") || len(texts) != 8 {
		t.Errorf("texts %q of the runs %q", texts, runs)
	}
	for range d.Texts() {
		break
	}
}
