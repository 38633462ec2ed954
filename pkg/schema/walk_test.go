package schema_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// A small language: things with a name, which may hold things.
type (
	root struct {
		schema.Origin
		Title  source.At[string]
		Head   masthead
		Things []thing
		Words  []schema.Entry[word]
		Notes  []note
		Names  []source.At[string]
		Size   source.At[int]
	}
	masthead struct {
		schema.Origin
		Name  source.At[string]
		Lines []source.At[string]
		Inner inner
	}
	inner struct{ Name source.At[string] }
	thing struct {
		schema.Origin
		ID    source.At[string]
		Label source.At[string]
		Note  source.At[string]
		Parts []part
		In    []note
		Below []thing
	}
	part struct{ Title source.At[string] }
	word struct{ Text source.At[string] }
	note struct{ ID, Text source.At[string] }
)

type (
	text = source.At[string]
	key  = schema.Field[root]
)

func language() schema.Type[root] {
	var things schema.Type[thing]
	partType := schema.With(schema.Group("a part", "", []schema.Field[part]{
		schema.Must("title", schema.With(schema.Label, schema.Identifying), func(p *part) *text { return &p.Title }, "its title"),
	}), schema.Part)
	noteType := schema.Short(schema.Group("a note", "", []schema.Field[note]{
		schema.Key("id", schema.ID, func(n *note) *text { return &n.ID }, "its id"),
		schema.Must("text", schema.Listed, func(n *note) *text { return &n.Text }, "its text"),
	}), "text", schema.Listed, func(t text) note { return note{Text: t} })
	things = schema.With(schema.Group("a thing", "", []schema.Field[thing]{
		schema.Must("id", schema.ID, func(x *thing) *text { return &x.ID }, "its id"),
		schema.Key("parts", schema.With(schema.List(partType), schema.Inner), func(x *thing) *[]part { return &x.Parts }, "its parts"),
		schema.Key("in", schema.With(schema.List(noteType), schema.Inner), func(x *thing) *[]note { return &x.In }, "its notes"),
		schema.Key("below", schema.List(schema.Lazy("a thing", "", func() schema.Type[thing] { return things })), func(x *thing) *[]thing { return &x.Below }, "things below it"),
		schema.Key("label", schema.Label, func(x *thing) *text { return &x.Label }, "its label"),
		schema.Key("note", schema.Note, func(x *thing) *text { return &x.Note }, "its note"),
	}), schema.Space("space"), schema.Printed("note", "label"))
	innerType := schema.Group("an inner group", "", []schema.Field[inner]{
		schema.Key("name", schema.Heading, func(x *inner) *text { return &x.Name }, "its name"),
	})
	headType := schema.With(schema.Group("the head", "", []schema.Field[masthead]{
		schema.Key("name", schema.Heading, func(h *masthead) *text { return &h.Name }, "its name"),
		schema.Key("lines", schema.List(schema.Heading), func(h *masthead) *[]text { return &h.Lines }, "its lines"),
		schema.Key("inner", innerType, func(h *masthead) *inner { return &h.Inner }, "what is inside"),
	}), schema.Thing)
	wordType := schema.Group("a word", "", []schema.Field[word]{
		schema.Key("text", schema.Running, func(w *word) *text { return &w.Text }, "the word"),
	})
	return schema.Group("a file", "", []key{
		schema.Key("title", schema.Heading, func(r *root) *text { return &r.Title }, "the title"),
		schema.Key("head", headType, func(r *root) *masthead { return &r.Head }, "the head"),
		schema.Key("things", schema.List(things), func(r *root) *[]thing { return &r.Things }, "things"),
		schema.Key("words", schema.Map(wordType), func(r *root) *[]schema.Entry[word] { return &r.Words }, "words"),
		schema.Key("notes", schema.List(noteType), func(r *root) *[]note { return &r.Notes }, "notes"),
		schema.Key("names", schema.List(schema.Name), func(r *root) *[]text { return &r.Names }, "names"),
		schema.Key("size", schema.Whole, func(r *root) *source.At[int] { return &r.Size }, "a size"),
	})
}

// walk returns what a walker finds: subject, path, key and text.
func walk(t *testing.T, w *schema.Walker, file string) []string {
	t.Helper()
	node, problems := source.Parse(source.NewFile("a.yaml", []byte(file)))
	for _, p := range problems {
		if p.Code != source.DuplicateKey {
			t.Fatal(problems)
		}
	}
	var found []string
	w.Walk(node, func(f schema.Found) {
		found = append(found, fmt.Sprintf("%s | %s | %s | %s", f.Subject, f.Path, f.Key, f.Node.Text()))
	})
	return found
}

func same(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// TestWalk holds the paths of texts, and that they come in the order of print.
func TestWalk(t *testing.T) {
	prose := schema.NewWalker(language().Shape(), schema.Use.IsProse)
	same(t, walk(t, prose, `
size: 3
names: [Name]
notes: [First, {id: second, text: Second}, {text: Third}]
words: {one: {text: One}}
things:
  - {label: Label, note: Note, id: a, parts: [{title: Part}], in: [Inner, {id: x, text: Other}], below: [{id: b, label: Below}]}
  - {label: No id}
  - {id: Bad Id, label: Bad}
head: {lines: [Line, Next], name: Name, inner: {name: Inside}}
title: Title
`), []string{
		"title |  | title | Title",
		"head | head | name | Name",
		"head | head | lines | Line",
		"head | head | lines | Next",
		"head | head/inner | name | Inside",
		"space/a | space/a | note | Note",
		"space/a | space/a | label | Label",
		"space/a | space/a/1 | title | Part",
		"space/a/1 | space/a/1 | text | Inner",
		"space/a/x | space/a/x | text | Other",
		"space/b | space/b | label | Below",
		"space/2 | space/2 | label | No id",
		"space/3 | space/3 | label | Bad",
		"words/one | words/one | text | One",
		"notes/1 | notes/1 | text | First",
		"notes/second | notes/second | text | Second",
		"notes/3 | notes/3 | text | Third",
	})
}

// TestWalkOfUses holds that a walker finds the uses that are wanted and no other.
func TestWalkOfUses(t *testing.T) {
	const file = "{title: Title, size: 3, names: [Name, Other], things: [{id: a, label: Label, note: Note}]}"
	for _, c := range []struct {
		wanted func(schema.Use) bool
		want   []string
	}{
		{schema.Use.IsText, []string{"title |  | title | Title", "space/a | space/a | note | Note", "space/a | space/a | label | Label", " |  | names | Name", " |  | names | Other"}},
		{schema.Use.IsTabular, []string{"space/a | space/a | note | Note", "space/a | space/a | label | Label"}},
		{func(u schema.Use) bool { return u == schema.AsAmount }, []string{"size |  | size | 3"}},
		{func(u schema.Use) bool { return u == schema.AsID }, []string{"space/a | space/a | id | a"}},
		{func(schema.Use) bool { return false }, nil},
	} {
		same(t, walk(t, schema.NewWalker(language().Shape(), c.wanted), file), c.want)
	}
}

// TestWalkOfBrokenFiles holds that a walk passes over what is not of the declared kind.
func TestWalkOfBrokenFiles(t *testing.T) {
	prose := schema.NewWalker(language().Shape(), schema.Use.IsProse)
	for file, want := range map[string][]string{
		"title: [a]":                      nil,
		"title: {a: b}":                   nil,
		"title: ~":                        nil,
		"title: ' '":                      nil,
		"title: One\ntitle: Two":          {"title |  | title | One"},
		"other: One":                      nil,
		"head: text":                      nil,
		"head: [text]":                    nil,
		"head: {lines: Line}":             nil,
		"head: {lines: [[a], {b: c}, d]}": {"head | head | lines | d"},
		"things: text":                    nil,
		"things: {a: {label: x}}":         nil,
		"things: [text]":                  nil,
		"things: [[a]]":                   nil,
		"words: [text]":                   nil,
		"words: {a: text}":                nil,
		"words: {a: [text]}":              nil,
		"things: [{id: [a], label: x}]":   {"space/1 | space/1 | label | x"},
		"[a, b]":                          nil,
		"things: [{id: a, in: {b: c}, label: x}]":                   {"space/a | space/a | label | x"},
		"things: [{id: " + strings.Repeat("a", 65) + ", label: x}]": {"space/1 | space/1 | label | x"},
		"things: [{id: " + strings.Repeat("a", 64) + ", label: x}]": {"space/" + strings.Repeat("a", 64) + " | space/" + strings.Repeat("a", 64) + " | label | x"},
	} {
		if got := walk(t, prose, file); !slices.Equal(got, want) {
			t.Errorf("%s: found %q, want %q", file, got, want)
		}
	}
}

// TestUses holds what each use is.
func TestUses(t *testing.T) {
	for use, want := range map[schema.Use]string{
		schema.Undeclared: "", schema.AsRunning: "prose text sentence naming", schema.AsListed: "prose text sentence naming", schema.AsHeading: "prose text naming",
		schema.AsLabel: "prose text tabular naming", schema.AsNote: "prose text tabular", schema.AsAbbreviation: "prose text",
		schema.AsName: "text naming", schema.AsRemark: "text naming", schema.AsTerm: "text",
		schema.AsID: "", schema.AsReference: "", schema.AsAmount: "", schema.AsMoney: "", schema.AsDate: "", schema.AsCode: "", schema.AsSetting: "",
	} {
		var is []string
		for _, x := range []struct {
			name string
			is   bool
		}{{"prose", use.IsProse()}, {"text", use.IsText()}, {"sentence", use.IsSentence()}, {"tabular", use.IsTabular()}, {"naming", use.IsNaming()}} {
			if x.is {
				is = append(is, x.name)
			}
		}
		if got := strings.Join(is, " "); got != want {
			t.Errorf("use %d is %q, want %q", use, got, want)
		}
	}
}

// TestWhatWasWritten holds that a group and its values know what was written, readable
// or not.
func TestWhatWasWritten(t *testing.T) {
	file := source.NewFile("a.yaml", []byte("{size: many, title: [a], names: none, things: [none], notes: [], head: {name: Name}}"))
	got, _, ok := schema.Read(file, "file", language())
	if ok {
		t.Error("the file is fit for use")
	}
	for key, want := range map[string]bool{"size": true, "title": true, "names": true, "things": true, "notes": true, "head": true, "words": false, "other": false} {
		if got.Wrote(key) != want {
			t.Errorf("wrote %s: %v", key, got.Wrote(key))
		}
	}
	if !got.Wrote("words", "size") || got.Wrote() || (schema.Origin{}).Wrote("size") {
		t.Error("one of several keys, none, or a group that is not there")
	}
	if got.Size.IsSet() || !got.Size.IsWritten() || got.Size.Span().Text() != "many" {
		t.Error("the size was written, but could not be read")
	}
	if got.Title.IsSet() || !got.Title.IsWritten() {
		t.Error("the title was written, but could not be read")
	}
	if got.Things != nil || got.Names != nil {
		t.Error("a list that could not be read is not there")
	}
	if got.Notes == nil || len(got.Notes) != 0 {
		t.Error("an empty list is there")
	}
	if !got.Head.Wrote("name") || got.Head.Wrote("lines") {
		t.Error("the head has a name alone")
	}
}

// TestWalkOfManyKeys holds that a group may have any number of texts.
func TestWalkOfManyKeys(t *testing.T) {
	for _, n := range []int{1, 11, 12, 13, 40} {
		var fields []schema.Field[anything]
		var file, want []string
		for i := range n {
			key := fmt.Sprint("key", i)
			fields = append(fields, field(key, schema.Running))
			file = append(file, key+": Text "+key)
			want = append(want, fmt.Sprintf("things/1 | things/1 | %s | Text %s", key, key))
		}
		slices.Reverse(file)
		language := group("a file", field("things", schema.List(group("a thing", fields...))))
		same(t, walk(t, schema.NewWalker(language.Shape(), schema.Use.IsProse), "things: [{"+strings.Join(file, ", ")+"}]"), want)
	}
}
