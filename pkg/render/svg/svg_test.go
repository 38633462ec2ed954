package svg_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/svg"
)

// hostile are texts that would be markup if they were not escaped.
var hostile = []string{`"><script>`, "]]>", "&amp;", "a < b & c", "<!-- -->", "*a* | b", strings.Repeat("long ", 40)}

// TestChartsAreWellFormedWhateverTheyAreCalled parses the picture of a chart whose
// texts would be markup if they were not escaped.
func TestChartsAreWellFormedWhateverTheyAreCalled(t *testing.T) {
	for _, label := range hostile {
		name := document.Plain(label)
		c := &document.Chart{ID: "budget-chart", Title: name, Alt: label, Series: []document.Text{name, document.Plain("b")},
			Bars: []document.Bar{{Label: name, Values: []document.BarValue{{Text: label, Share: label, To: 10000}, {Text: "2"}}}}}
		picture := svg.Chart(c)
		decoder := xml.NewDecoder(strings.NewReader(string(picture)))
		texts := ""
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
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
		if !svg.Ours(picture) {
			t.Error("our own picture is not recognized")
		}
	}
}

// TestPicturesKeepTheirPlaces: no bar leaves the drawing, and long labels go on to
// further lines.
func TestPicturesKeepTheirPlaces(t *testing.T) {
	long := strings.Repeat("Participation of States ", 8) + strings.Repeat("x", 100)
	c := &document.Chart{ID: "c", Title: document.Plain(long), Zero: 2000, Bars: []document.Bar{
		{Label: document.Plain(long), Values: []document.BarValue{{Text: "5", From: 2000, To: 10000}, {Text: "-1", From: 0, To: 2000}}}}}
	picture := string(svg.Chart(c))
	for _, want := range []string{`<rect x="310" y="`, `width="240" height="13" fill="#1f5f99"`, `<rect x="250" y="`, `width="60" height="13" fill="#9a9a9a"`} {
		if !strings.Contains(picture, want) {
			t.Errorf("no %s in %s", want, picture)
		}
	}
	for line := range strings.Lines(picture) {
		if _, text, ok := strings.Cut(line, `<text x="8"`); ok {
			_, text, _ = strings.Cut(text, ">")
			if text, _, _ = strings.Cut(text, "<"); len(text) > 90 || len(text) > 31 && !strings.Contains(line, "bold") {
				t.Errorf("%q is too long for its line", text)
			}
		}
	}
}
