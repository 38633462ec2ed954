package render_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/source"
)

// specimen is a document with everything that the model declares: what it is made of is
// read from the model, so that a field or a kind of block that is added takes part.
type specimen struct {
	t     *testing.T
	words map[string]string // each word, and the field that it stands in
	next  int
	runs  int
	level int
	depth int // of lists in lists, and of boxes in boxes
}

func newSpecimen(t *testing.T) (*document.Document, map[string]string) {
	t.Helper()
	s := &specimen{t: t, words: map[string]string{}}
	doc := &document.Document{EndRule: true}
	s.fill(reflect.ValueOf(&doc.Meta).Elem(), "Document.Meta")
	s.fill(reflect.ValueOf(&doc.Masthead).Elem(), "Document.Masthead")
	delete(s.words, doc.Meta.Barcode) // it is drawn in bars
	delete(s.words, doc.Meta.Language)
	doc.Meta.Language = "fr"
	delete(s.words, doc.Meta.Hyphenation)
	doc.Meta.Hyphenation = "fr"
	doc.Blocks = append(s.blocks(), nil, (*document.Table)(nil), noted(), document.Table{Notes: []document.Text{document.Plain(s.word("Table.Notes"))}},
		document.List{Lettered: true, Items: []document.Item{{Text: document.Plain(s.word("Item.Text"))}}})
	doc.Blocks = append(append(doc.Blocks, leads()...), typed(), linked())
	s.fill(reflect.ValueOf(&doc.Addresses).Elem(), "Document.Addresses")
	doc.Addresses.Notes = append(doc.Addresses.Notes, document.Text{{Text: "3/ ", Address: 3}, {Text: linkedTo, Link: linkedTo}})
	return doc, s.words
}

// kinds are the kinds of block, as the visitor declares them.
func kinds() (list []reflect.Type) {
	visitor := reflect.TypeFor[document.Visitor]()
	for i := range visitor.NumMethod() {
		list = append(list, visitor.Method(i).Type.In(0).Elem())
	}
	return list
}

// blocks are one of each kind, behind a pointer, and outside of boxes another one that is
// a value.
func (s *specimen) blocks() (list []document.Block) {
	for _, kind := range kinds() {
		b := reflect.New(kind)
		s.fill(b.Elem(), kind.Name())
		list = append(list, b.Interface().(document.Block))
		if s.depth == 0 {
			b = reflect.New(kind)
			s.fill(b.Elem(), kind.Name())
			list = append(list, b.Elem().Interface().(document.Block))
		}
	}
	return list
}

// word is a word that stands nowhere else.
func (s *specimen) word(field string) string {
	s.next++
	n, w := s.next, ""
	for range 3 {
		w, n = string(rune('a'+n%26))+w, n/26
	}
	w = "q" + w + "x"
	s.words[w] = field
	return w
}

// fill gives everything below a value something of its own.
func (s *specimen) fill(v reflect.Value, field string) {
	switch x := v.Addr().Interface().(type) {
	case *time.Time:
		*x = time.Date(2017, 6, 6, 0, 0, 0, 0, time.UTC)
		return
	case *source.Node:
		*x, _ = source.Parse(source.NewFile("plan.yaml", []byte("a: b")))
		return
	case *[]document.Block:
		if s.depth++; s.depth <= 2 {
			*x = s.blocks()
		}
		s.depth--
		return
	case **document.Picture:
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 2))); err != nil {
			s.t.Fatal(err)
		}
		*x = &document.Picture{PNG: b.Bytes(), Wide: 3, High: 2, Text: s.word("Picture.Text"), Millimetres: 20}
		return
	case **document.Typography:
		*x = &document.Typography{Quotes: document.Quotation{Open: "“", Close: "”"}, Inner: document.Quotation{Open: "‘", Close: "’"}, Apostrophe: "’", Dash: "–",
			BlankBefore: ":", BlankBehind: "«", Units: []string{"km"}, Numbered: []string{"para."}, Elided: []string{"'tis"}, Months: []string{"May"}, Together: []string{"Mr."}, Joints: []string{" to "}}
		return
	case *[]document.Row:
		*x = s.rows()
		return
	case *document.Run:
		s.fields(v)
		delete(s.words, x.Text)
		x.Text = s.word(field) + " "
		s.rare(&x.Link, 4, "https://example.org/", field)
		s.rare(&x.Aloud, 7, "", field)
		s.rare(&x.Language, 5, "", field)
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(s.word(field))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		s.level++
		v.SetInt(int64(1 + s.level%3))
	case reflect.Struct:
		s.fields(v)
	case reflect.Slice:
		s.slice(v, field)
	default:
		s.t.Fatalf("the specimen cannot have a %s, which %s is", v.Type(), field)
	}
}

// rare leaves every n-th run what it has, and notes in what field that is.
func (s *specimen) rare(word *string, n int, before, field string) {
	if s.runs%n > 0 {
		delete(s.words, *word)
		*word = ""
		return
	}
	s.words[*word] += " in " + field
	*word = before + *word
}

func (s *specimen) fields(v reflect.Value) {
	for i := range v.NumField() {
		s.fill(v.Field(i), v.Type().Name()+"."+v.Type().Field(i).Name)
	}
	s.mend(v)
}

func (s *specimen) slice(v reflect.Value, field string) {
	if field == "Item.Items" {
		if s.depth++; s.depth > 2 {
			s.depth--
			return
		}
		defer func() { s.depth-- }()
	}
	v.Set(reflect.MakeSlice(v.Type(), 2, 2))
	for i := range v.Len() {
		s.fill(v.Index(i), field)
	}
}

// mend gives what has a meaning of its own a sensible one.
func (s *specimen) mend(v reflect.Value) {
	switch x := v.Addr().Interface().(type) {
	case *document.Run:
		s.runs++
		n, edits := s.runs, document.Edits()
		x.Strong, x.Emphasis, x.Keep, x.Note, x.Address = n%3 == 0, n%2 == 0, n%5 == 0, 0, 0
		x.Edit = edits[n/2%len(edits)]
	case *document.Chart:
		delete(s.words, x.Least)
		delete(s.words, x.Most)
		x.Zero, x.Least, x.Most = 2000, "-2000", "8000"
	case *document.BarValue:
		delete(s.words, x.Number)
		x.From, x.To, x.Number = 2000, 2000+1000*(s.level%7), strconv.Itoa(1000*(s.level%7))
	case *document.Stretch:
		x.From, x.To = 1000*(s.level%4), 5000+1000*(s.level%4)
	case *document.Table:
		x.Columns[0] = document.Column{ID: x.Columns[0].ID, Head: x.Columns[0].Head, Width: 3, Label: true}
		x.Columns[1].Label = false
		for i := range x.Heads { // over two columns, and over one without a head
			x.Heads[i].From, x.Heads[i].To = 1+2*i, 3+i
		}
	}
}

// rows are one of each kind, one with too few cells and one with too many.
func (s *specimen) rows() (rows []document.Row) {
	for i, kind := range document.RowKinds() {
		r := document.Row{ID: s.word("Row.ID"), Kind: kind, Depth: i % 3, Cells: make([]document.Text, 2)}
		if i == 1 {
			r.Cells = r.Cells[:1]
		}
		if i == 0 {
			r.Cells = make([]document.Text, 4)
		}
		for c := range r.Cells {
			if kind == document.GroupRow && c > 0 {
				break // its other cells are empty
			}
			s.fill(reflect.ValueOf(&r.Cells[c]).Elem(), "Row.Cells")
			r.Cells[c] = append(document.Plain(s.word("Row.Cells")+" "), r.Cells[c]...) // in the row's own style
		}
		rows = append(rows, r)
	}
	return rows
}

const linkedTo = "https://www.example.org/linked"

// linked is a paragraph with a link that does not say where it leads.
func linked() document.Block {
	return document.Paragraph{Text: document.Text{{Text: "See "}, {Text: "the page", Link: linkedTo}, {Text: "."}}}
}

// typed is a paragraph with all that pages set otherwise than it is typed.
func typed() document.Block {
	return document.Paragraph{Text: document.Text{{Text: `The Unit's "second 'plan'" -- 'tis «aim: 5 km, para. 4, 5 May, Mr. Name, `}, {Text: "1 May to 2 June 2018", Keep: true}}}
}

// noted is a table with a note that two cells name.
func noted() document.Block {
	mark := document.Run{Text: " a/", Note: 1}
	return &document.Table{Columns: []document.Column{{Head: document.Plain("Cost"), Width: 2}, {Head: document.Plain("2018"), Width: 1, Numeric: true}},
		Rows: []document.Row{{Cells: []document.Text{{{Text: "Travel"}, mark}, {{Text: "5"}, mark}}},
			{Kind: document.AsideRow, Cells: []document.Text{document.Plain("Rent"), document.Plain("given by the host State")}}},
		Notes: []document.Text{{{Text: "a/ ", Note: 1}, {Text: "A note."}}}}
}

// leads are paragraphs on several pages that introduce others, with words that are kept
// together.
func leads() (list []document.Block) {
	for i := range 24 {
		kept := document.Text{{Text: strings.Repeat("prose ", 9+i%3)}, {Text: "kept together for good reasons", Keep: true}, {Text: strings.Repeat(" more", 9)}}
		list = append(list, document.Paragraph{Text: document.Plain(fmt.Sprint("Lead ", i)), Lead: true}, document.Paragraph{Text: kept})
	}
	return list
}

// clone copies a document, with nothing shared; change is asked for each field of a
// struct of the model what it is in the copy.
func clone(doc *document.Document, change func(field string, v reflect.Value)) *document.Document {
	return cloned(reflect.ValueOf(doc), change).Interface().(*document.Document)
}

func cloned(v reflect.Value, change func(string, reflect.Value)) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return v
		}
		if v.Kind() == reflect.Interface {
			out.Set(cloned(v.Elem(), change))
			return out
		}
		out.Set(reflect.New(v.Type().Elem()))
		out.Elem().Set(cloned(v.Elem(), change))
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(cloned(v.Index(i), change))
		}
	case reflect.Struct:
		if v.Type().PkgPath() != reflect.TypeFor[document.Run]().PkgPath() {
			return v
		}
		for i := range v.NumField() {
			out.Field(i).Set(cloned(v.Field(i), change))
			change(v.Type().Name()+"."+v.Type().Field(i).Name, out.Field(i))
		}
	default:
		return v
	}
	return out
}
