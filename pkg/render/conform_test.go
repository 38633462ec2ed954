package render_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
	"github.com/isuplan/isuplan/pkg/internal/matterhorn"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/render/terminal"
)

// writer is a way in which a document is written, and read again.
type writer struct {
	name  string
	write func(context.Context, *document.Document, document.Seal) (render.Result, error)
	shown func(*testing.T, render.Result) string
}

// writers are all formats, and those of comparisons that are made otherwise.
func writers(t *testing.T) (list []writer) {
	t.Helper()
	for _, f := range render.Formats() {
		list = append(list, writer{f.Name, f.Render, readAgain})
	}
	for _, f := range render.ComparisonFormats() {
		w := writer{f.Name, func(ctx context.Context, doc *document.Document, seal document.Seal) (render.Result, error) {
			return f.Write(ctx, render.Comparison{Document: doc, Versions: func(context.Context) (old, now *document.Document, of document.Seal, err error) {
				return &document.Document{}, doc, seal, nil
			}}, terminal.Options{Width: 100, Color: true})
		}, nil}
		switch f.Name {
		case "pdf", "markdown", "html", "json": // as the format of documents; the last is no document
			continue
		case "docx":
			w.name, w.shown = "redline", readAgain
		case "text":
			w.shown = func(_ *testing.T, r render.Result) string { return string(r.Bytes) }
		default:
			t.Errorf("how is the %s of a comparison read?", f.Name)
			continue
		}
		list = append(list, w)
	}
	return list
}

// readAgain returns what a file shows, and the pictures beside it.
func readAgain(t *testing.T, r render.Result) string {
	t.Helper()
	text, err := readback.Read(r.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, l := range text.Lines {
		b.WriteString(l.Text + "\n")
	}
	for _, f := range r.Files {
		b.WriteString(marked(t, f.Bytes, "title", "desc"))
	}
	return b.String()
}

// marked returns the text of XML, except that of some elements.
func marked(t *testing.T, text []byte, silent ...string) string {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(text))
	d.Entity = xml.HTMLEntity
	var b strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if slices.Contains(silent, token.Name.Local) {
				if err := d.Skip(); err != nil {
					t.Fatal(err)
				}
			}
		case xml.CharData:
			b.Write(token)
		}
	}
}

func written(t *testing.T, w *writer, doc *document.Document, seal document.Seal) render.Result {
	t.Helper()
	r, err := w.write(t.Context(), doc, seal)
	if err != nil {
		t.Fatalf("%s: %v", w.name, err)
	}
	return r
}

// TestEveryTextIsShown: every text that the document prints is found again in what each
// format shows, unless a reason is given.
func TestEveryTextIsShown(t *testing.T) {
	doc, words := newSpecimen(t)
	asked := reasons{list: untold, used: map[string]bool{}}
	for _, w := range writers(t) {
		shown := w.shown(t, written(t, &w, doc, document.Seal{}))
		for text := range doc.Printed() {
			field, ours := words[strings.TrimSpace(text)]
			if there := strings.Contains(shown, strings.TrimSpace(text)); ours && !there && !asked.excuse(w.name, field) {
				t.Errorf("%s does not show %q, which is a %s", w.name, text, field)
			}
		}
	}
	asked.spent(t)
}

// TestEveryFieldMatters: each field of the model changes what each format writes, and what
// it says without printing it stands somewhere in the file, unless a reason is given. So
// does each kind of row and each edit.
func TestEveryFieldMatters(t *testing.T) {
	doc, words := newSpecimen(t)
	for text := range doc.Printed() {
		delete(words, strings.TrimSpace(text)) // TestEveryTextIsShown looks for it
	}
	asked := reasons{list: without, used: map[string]bool{}}
	variants := variantsOf(t, doc)
	for _, w := range writers(t) {
		complete := written(t, &w, doc, document.Seal{})
		for field, word := range lostIn(t, complete, words) {
			if !asked.excuse(w.name, field) {
				t.Errorf("%s has lost %q, which is a %s", w.name, word, field)
			}
		}
		var work sync.WaitGroup
		for field, variant := range variants {
			work.Go(func() {
				r, err := w.write(t.Context(), variant, document.Seal{})
				if err != nil {
					t.Errorf("%s without %s: %v", w.name, field, err)
				} else if sameFiles(r, complete) && !asked.excuse(w.name, field) {
					t.Errorf("%s is the same without %s", w.name, field)
				}
			})
		}
		work.Wait()
	}
	asked.spent(t)
}

// lostIn returns of words, by their field, one that stands nowhere in a file.
func lostIn(t *testing.T, r render.Result, words map[string]string) map[string]string {
	t.Helper()
	all := matterhorn.Unpacked(r.Bytes) // as it is, but for a PDF
	if parts, err := docxtest.Parts(r.Bytes); err == nil {
		for _, part := range parts {
			all = append(all, part...)
		}
	}
	for _, f := range r.Files {
		all = append(append(all, f.Name...), f.Bytes...)
	}
	lost := map[string]string{}
	for word, field := range words {
		if !bytes.Contains(all, []byte(word)) {
			lost[field] = word
		}
	}
	return lost
}

func sameFiles(a, b render.Result) bool {
	return bytes.Equal(a.Bytes, b.Bytes) && slices.EqualFunc(a.Files, b.Files, func(a, b render.File) bool {
		return a.Name == b.Name && bytes.Equal(a.Bytes, b.Bytes)
	})
}

// variantsOf returns the document without each of the model's fields in turn, by its name,
// and with each of its kinds of row and its edits turned into another.
func variantsOf(t *testing.T, doc *document.Document) map[string]*document.Document {
	t.Helper()
	fields := map[string]bool{} // and whether the specimen has something there
	clone(doc, func(field string, v reflect.Value) { fields[field] = fields[field] || !v.IsZero() })
	variants := map[string]*document.Document{}
	for field, set := range fields {
		if !set {
			t.Errorf("the specimen has nothing in %s", field)
		}
		variants[field] = clone(doc, func(of string, v reflect.Value) {
			if of == field {
				v.SetZero()
			}
		})
	}
	for _, kind := range document.RowKinds() {
		variants["RowKind "+string(rune('0'+kind))] = clone(doc, func(_ string, v reflect.Value) {
			if k, ok := v.Interface().(document.RowKind); ok && k == kind {
				v.SetInt(int64((kind + 1) % document.RowKind(len(document.RowKinds()))))
			}
		})
	}
	for _, edit := range document.Edits() {
		variants["Edit "+string(rune('0'+edit))] = clone(doc, func(_ string, v reflect.Value) {
			if e, ok := v.Interface().(document.Edit); ok && e == edit {
				v.SetInt(int64((edit + 1) % document.Edit(len(document.Edits()))))
			}
		})
	}
	return variants
}

// TestEverySealIsRead: what the seal says is read back from each format that has one.
func TestEverySealIsRead(t *testing.T) {
	doc, _ := newSpecimen(t)
	seal := document.Seal{}
	for i, v := 0, reflect.ValueOf(&seal).Elem(); i < v.NumField(); i++ {
		v.Field(i).SetString(fmt.Sprintf("%064x", i+1))
	}
	asked := reasons{list: unsealed, used: map[string]bool{}}
	for _, w := range writers(t) {
		sealed, unsealed := written(t, &w, doc, seal), written(t, &w, doc, document.Seal{})
		if sameFiles(sealed, unsealed) {
			if !asked.excuse(w.name, "Seal") {
				t.Errorf("%s has no seal", w.name)
			}
			continue
		}
		for _, r := range []struct {
			result render.Result
			want   document.Seal
		}{{sealed, seal}, {unsealed, document.Seal{}}} {
			text, err := readback.Read(r.result.Bytes)
			if err != nil || document.Seal(text.Seal) != r.want {
				t.Errorf("%s: of %+v, %+v is read (%v)", w.name, r.want, text, err)
			}
		}
	}
	asked.spent(t)
}
