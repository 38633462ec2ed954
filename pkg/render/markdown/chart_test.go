package markdown_test

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/markdown"
)

// TestChartsAreWellFormedWhateverTheyAreCalled parses the picture of a chart whose
// texts would be markup if they were not escaped.
func TestChartsAreWellFormedWhateverTheyAreCalled(t *testing.T) {
	for _, label := range append(hostile, `"><script>`, "]]>", "&amp;", strings.Repeat("long ", 40)) {
		c := &document.Chart{ID: "budget-chart", Title: document.Plain(label), Alt: label, Series: []string{label, "b"},
			Bars: []document.Bar{{Label: label, Values: []document.BarValue{{Text: label, Part: 10000}, {Text: "2", Part: -5}}}}}
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
	}
}
