package pdf

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

func draftOf(pages int) *document.Document {
	doc := sample()
	doc.Meta.Draft = "DRAFT"
	doc.Blocks = append(doc.Blocks, document.Paragraph{Text: prose(500 * pages)})
	return doc
}

// TestADraftIsHeardAsOne: the word is the first of the text, once; on later pages it is
// an artifact.
func TestADraftIsHeardAsOne(t *testing.T) {
	c, err := draw(draftOf(3))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.finish(); err != nil {
		t.Fatal(err)
	}
	if got := outline(c, 0); !strings.HasPrefix(got, "Document(P(1) Div(") {
		t.Errorf("%.60s", got)
	}
	drafts := 0
	for _, d := range c.record {
		if d.y < bodyTop && d.text && d.height == length(set.DraftSize.Points)*point {
			drafts++
			if (d.page == 1) == d.isArtifact() {
				t.Errorf("on page %d: %+v", d.page, d.tag)
			}
		}
	}
	if drafts != c.page || drafts < 3 {
		t.Errorf("%d drafts on %d pages", drafts, c.page)
	}
	if faults := faultsOf(t, render(t, draftOf(3))); len(faults) > 0 {
		t.Error(faults)
	}
	if got := outlineOf(t, document.Paragraph{Text: prose(3)}); got != "Document(P(1))" {
		t.Errorf("no draft: %s", got)
	}
}

// TestTheDraftsGreyCanBeSeen: large type has a contrast of three to one at least (WCAG
// 2.1, 1.4.3).
func TestTheDraftsGreyCanBeSeen(t *testing.T) {
	page := drawnPage(t, draftOf(1))
	before, _, _ := strings.Cut(page, "BT")
	m := regexp.MustCompile(`([0-9.]+) g\n`).FindAllStringSubmatch(before, -1)
	if len(m) == 0 {
		t.Fatalf("no grey before the first text: %.100q", page)
	}
	grey, _ := strconv.ParseFloat(m[len(m)-1][1], 64)
	if light := math.Pow((grey+0.055)/1.055, 2.4); grey < 0.1 || 1.05/(light+0.05) < 3 {
		t.Errorf("grey %v has a contrast of %.2f", grey, 1.05/(light+0.05))
	}
}
