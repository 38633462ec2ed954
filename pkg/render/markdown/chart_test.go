package markdown_test

import (
	"html"
	"net/url"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/markdown"
)

// TestChartsAreShown: as GitHub shows it, a chart is one picture, whose text is the
// chart's, whatever that is.
func TestChartsAreShown(t *testing.T) {
	for _, label := range append(hostile, `"><script>`, "]]>", "&amp;", strings.Repeat("long ", 40)) {
		c := document.Chart{ID: "budget-chart", Alt: label}
		doc := &document.Document{Meta: document.Meta{Name: "a b"}, Blocks: []document.Block{c}}
		md := string(rendered(t, doc))
		if !strings.Contains(md, "](a%20b-budget-chart.svg)") {
			t.Errorf("no reference to the picture: %s", md)
		}
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
		page := html.UnescapeString(toHTML(t, rendered(t, doc)))
		_, rest, _ := strings.Cut(page, `src="`)
		src, _, _ := strings.Cut(rest, `"`)
		u, err := url.Parse(src)
		if err != nil || u.Scheme != "" || u.Path != markdown.ChartName(doc, &c) || u.RawQuery != "" || u.Fragment != "" {
			t.Errorf("%q became %q: %+v, %v", name, src, u, err)
		}
	}
}
