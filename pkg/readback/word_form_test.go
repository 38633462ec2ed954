package readback_test

import (
	"reflect"
	"testing"

	"github.com/isuplan/isuplan/pkg/readback"
)

// TestForm: what a file says of a paragraph besides its text.
func TestForm(t *testing.T) {
	const (
		styles   = `<w:styles ` + main + `><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Our Title"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>`
		comments = `<w:comments ` + main + `><w:comment w:id="7" w:author="A. Person" w:date="2024-05-01T10:00:00Z"><w:p><w:r><w:t>Which year?</w:t></w:r></w:p></w:comment></w:comments>`
	)
	for body, want := range map[string]*readback.Form{
		`<w:p><w:r><w:t>plain</w:t></w:r></w:p>`:                                                                                                                                          nil,
		`<w:p><w:pPr><w:pStyle w:val="N"/></w:pPr><w:r><w:t>plain</w:t></w:r></w:p>`:                                                                                                      nil,
		`<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>all</w:t></w:r><w:r><w:t> </w:t></w:r></w:p>`:                                                                                                {Strong: true, Spans: []readback.Span{{To: 3, Strong: true}}},
		`<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>some</w:t></w:r><w:r><w:t> not</w:t></w:r></w:p>`:                                                                                            {Spans: []readback.Span{{To: 4, Strong: true}}},
		`<w:p><w:pPr><w:pStyle w:val="H2"/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p>`:                                                                                                      {Style: "heading 2", Heading: 2, Strong: true, Spans: []readback.Span{{To: 4, Strong: true}}},
		`<w:p><w:pPr><w:pStyle w:val="Own"/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p>`:                                                                                                     {Style: "our title", Heading: 1},
		`<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p>`:                                                                                                   {Heading: 3},
		`<w:p><w:r><w:t> (a) one</w:t><w:br/><w:t>(b) two</w:t></w:r></w:p>`:                                                                                                              {Breaks: []int{7}},
		`<w:p><w:r><w:t>x</w:t></w:r><w:r><w:commentReference w:id="7"/></w:r></w:p>`:                                                                                                     {Comments: []readback.Comment{{Author: "A. Person", Date: "2024-05-01T10:00:00Z", Text: "Which year?"}}},
		`<w:p><w:r><w:t>x </w:t></w:r><w:del w:author="B" w:date="D"><w:r><w:delText>old</w:delText></w:r></w:del><w:ins w:author="B" w:date="D"><w:r><w:t>new</w:t></w:r></w:ins></w:p>`: {Edits: []readback.Edit{{Author: "B", Date: "D", Deleted: true, Text: "old"}, {Author: "B", Date: "D", Text: "new"}}},
	} {
		text, err := readback.Read(word(body, map[string]string{
			"word/_rels/document.xml.rels": relation("c", "comments", "comments.xml"),
			"word/styles.xml":              styles, "word/comments.xml": comments}))
		if err != nil || len(text.Lines) == 0 {
			t.Fatal(err, body)
		}
		if got := text.Lines[0].Form; !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\ngot  %+v\nwant %+v", body, got, want)
		}
	}
}

// TestFormOfMarkdown: headings, lists and what is set off.
func TestFormOfMarkdown(t *testing.T) {
	for file, want := range map[string]*readback.Form{
		"plain text":                          nil,
		"## Head":                             {Heading: 2},
		"- item":                              {List: "-"},
		"#\n\nbelow an empty heading":         nil,
		"-\n\nbelow an empty item":            nil,
		"1. item":                             nil,
		"**all**":                             {Strong: true, Spans: []readback.Span{{To: 3, Strong: true}}},
		"some *inter alia* [here](https://x)": {Spans: []readback.Span{{From: 5, To: 15, Emphasis: true}, {From: 16, To: 20, Link: "https://x"}}},
	} {
		text, err := readback.Read([]byte(file))
		if err != nil || len(text.Lines) != 1 {
			t.Fatal(err, file)
		}
		if got := text.Lines[0].Form; !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\ngot  %+v\nwant %+v", file, got, want)
		}
	}
}
