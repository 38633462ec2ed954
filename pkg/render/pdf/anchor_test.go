package pdf

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// leading is a document whose texts lead ahead, to another page and back.
func leading() *document.Document {
	lead := func(text, to string) document.Paragraph {
		return document.Paragraph{Number: "1.", Anchor: "first", Text: document.Text{{Text: "See "}, {Text: text, To: to, Keep: true}, {Text: "."}}}
	}
	return &document.Document{Meta: document.Meta{Title: "Places", Language: "en"}, Blocks: []document.Block{
		lead("III", "heading"), lead("(a)", "item"), lead("1.1.1", "result"), lead("9", "gone"), lead("nothing", "empty"),
		document.Paragraph{Text: prose(700)},
		document.Heading{Level: 1, Number: "III.", Anchor: "heading", Text: document.Plain("The budget")},
		document.List{Lettered: true, Items: []document.Item{{Anchor: "item", Marker: "(a)", Text: document.Plain("It visits;")}}},
		document.Result{Level: 3, Anchor: "result", Label: "Activity 1.1.1:", Text: document.Plain(strings.Repeat("Hold a workshop of all. ", 9))},
		document.Paragraph{Anchor: "empty"},
		lead("1", "first"),
	}}
}

// TestTextsLeadToPlaces: a reference is tagged as one, says where it leads, and leads to the page and the line;
// what is not there is no link.
func TestTextsLeadToPlaces(t *testing.T) {
	doc := leading()
	if got := outlineOf(t, doc.Blocks...); strings.Count(got, "Reference(Link(1 link))") != 3 || !strings.Contains(got, "P(1 1) P(1 1) P(1 2)") {
		t.Errorf("the elements are %s", got)
	}
	links := objectsOf(t, doc, "/Subtype /Link")
	if len(links) != 4 {
		t.Fatalf("%d links: %q", len(links), links)
	}
	for i, want := range []string{"(III. The budget) /Dest [", `(\(a\) It visits;) /Dest [`, "Hold a", "(1. See III.) /Dest ["} {
		if i == 2 {
			if !strings.Contains(links[i], "/Dest [") || len(links[i]) > 600 {
				t.Errorf("the link is %s", links[i])
			}
			continue
		}
		if !strings.Contains(links[i], "/Contents "+want) {
			t.Errorf("the link is %s, not %s", links[i], want)
		}
	}
	for _, f := range faultsOf(t, render(t, doc)) {
		t.Error(f)
	}
}

// TestPlacesAreWhereTheyStand: links lead to the first line of what they lead to.
func TestPlacesAreWhereTheyStand(t *testing.T) {
	c, err := draw(leading())
	if err != nil {
		t.Fatal(err)
	}
	s := structure{canvas: c}
	areas := s.measured()
	for name, page := range map[string]int{"heading": 2, "item": 2, "result": 2, "first": 1} {
		if a := areas[c.tree.anchors[name].node]; a.page != page || a.top <= 0 {
			t.Errorf("%s stands at %+v", name, a)
		}
	}
}

// TestShortened: between words.
func TestShortened(t *testing.T) {
	for text, want := range map[string]string{
		"short":                         "short",
		strings.Repeat("é", 80):         strings.Repeat("é", 80),
		strings.Repeat("é", 81):         strings.Repeat("é", 79) + "…",
		strings.Repeat("ten of it ", 9): strings.TrimSpace(strings.Repeat("ten of it ", 8)[:77]) + "…",
	} {
		if got := shortened(text); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
