package html

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// TestTextsLeadToPlaces: before they are written and behind; what leads nowhere is no link, and an
// address goes first. Two places of one name stay two.
func TestTextsLeadToPlaces(t *testing.T) {
	page := body(t, &document.Document{Blocks: []document.Block{
		document.Paragraph{Text: document.Text{{Text: "See "}, {Text: "1.1", To: "outputs/a"}, {Text: " and "}, {Text: "9", To: "outputs/gone"}, {Text: "web", To: "outputs/a", Link: "https://example.org"}}},
		document.List{Items: []document.Item{{ID: "outputs/a", Text: document.Plain("Listed")}}},
		document.Result{ID: "outputs/a", Anchor: "outputs/a", Level: 2, Label: "Output 1.1.", Text: document.Plain("Out")},
		document.Heading{ID: "budget", Anchor: "sections/budget", Level: 1, Number: "I.", Text: document.Plain("Budget")},
		document.Paragraph{Text: document.Text{{Text: "I", To: "sections/budget"}}},
	}})
	for _, want := range []string{
		`See <a href="#outputs/a">1.1</a> and 9<a href="https://example.org">web</a>`,
		`<li id="outputs/a-2">`, `id="outputs/a"><span class="label">`, `id="sections/budget">`, `<a href="#sections/budget">I</a>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s in\n%s", want, page)
		}
	}
}
