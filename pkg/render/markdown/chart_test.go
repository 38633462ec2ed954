package markdown_test

import (
	"encoding/xml"
	"html"
	"io"
	"net/url"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/markdown"
)

// TestChartsAreWellFormedWhateverTheyAreCalled parses the picture of a chart whose
// texts would be markup if they were not escaped.
func TestChartsAreWellFormedWhateverTheyAreCalled(t *testing.T) {
	for _, label := range append(hostile, `"><script>`, "]]>", "&amp;", strings.Repeat("long ", 40)) {
		name := document.Plain(label)
		c := &document.Chart{ID: "budget-chart", Title: name, Alt: label, Series: []document.Text{name, document.Plain("b")},
			Bars: []document.Bar{{Label: name, Values: []document.BarValue{{Text: label, Share: label, To: 10000}, {Text: "2"}}}}}
		svg := markdown.SVG(c)
		decoder := xml.NewDecoder(strings.NewReader(string(svg)))
		texts := ""
		for {
			token, err := decoder.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%q: %v", label, err)
			}
			if chars, ok := token.(xml.CharData); ok {
				texts += string(chars)
			}
			if start, ok := token.(xml.StartElement); ok && start.Name.Local == "script" {
				t.Errorf("%q became a script", label)
			}
		}
		if !strings.Contains(texts, label) {
			t.Errorf("%q is lost: %s", label, texts)
		}
		if !markdown.OursSVG(svg) {
			t.Error("our own picture is not recognized")
		}
		doc := &document.Document{Meta: document.Meta{Name: "a b"}, Blocks: []document.Block{*c}}
		md := string(markdown.Render(doc))
		if !strings.Contains(md, "](a%20b-budget-chart.svg)") {
			t.Errorf("no reference to the picture: %s", md)
		}
		// As GitHub shows it: one picture, whose text is the chart's.
		page := toHTML(t, []byte(md))
		squeezed := strings.Join(strings.Fields(label), " ")
		if got := html.UnescapeString(page); !strings.Contains(got, `alt="`+squeezed+`"`) && !strings.Contains(got, `alt="`+label+`"`) {
			t.Errorf("%q is not the picture's text: %s", label, page)
		}
	}
}

// TestPicturesAreNamedSafely: whatever the plan's file is called, the reference leads
// to the picture beside it.
func TestPicturesAreNamedSafely(t *testing.T) {
	for _, name := range []string{"2018", "a b", "50%", "a:b", "x(1)", "a#b?c", "ü", "a&b", "[a]", "*a*_b_", `a"b`, "javascript:x"} {
		c := document.Chart{ID: "budget-chart", Alt: "alt"}
		doc := &document.Document{Meta: document.Meta{Name: name}, Blocks: []document.Block{c}}
		page := html.UnescapeString(toHTML(t, markdown.Render(doc)))
		_, rest, _ := strings.Cut(page, `src="`)
		src, _, _ := strings.Cut(rest, `"`)
		u, err := url.Parse(src)
		if err != nil || u.Scheme != "" || u.Path != markdown.ChartName(doc, &c) || u.RawQuery != "" || u.Fragment != "" {
			t.Errorf("%q became %q: %+v, %v", name, src, u, err)
		}
	}
}

// TestPicturesKeepTheirPlaces: no bar leaves the drawing, and long labels go on to
// further lines.
func TestPicturesKeepTheirPlaces(t *testing.T) {
	long := strings.Repeat("Participation of States ", 8) + strings.Repeat("x", 100)
	c := &document.Chart{ID: "c", Title: document.Plain(long), Zero: 2000, Bars: []document.Bar{
		{Label: document.Plain(long), Values: []document.BarValue{{Text: "5", From: 2000, To: 10000}, {Text: "-1", From: 0, To: 2000}}}}}
	svg := string(markdown.SVG(c))
	for _, want := range []string{`<rect x="310" y="`, `width="240" height="13" fill="#1f5f99"`, `<rect x="250" y="`, `width="60" height="13" fill="#9a9a9a"`} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in %s", want, svg)
		}
	}
	for line := range strings.Lines(svg) {
		if _, text, ok := strings.Cut(line, `<text x="8"`); ok {
			_, text, _ = strings.Cut(text, ">")
			if text, _, _ = strings.Cut(text, "<"); len(text) > 90 || len(text) > 31 && !strings.Contains(line, "bold") {
				t.Errorf("%q is too long for its line", text)
			}
		}
	}
}
