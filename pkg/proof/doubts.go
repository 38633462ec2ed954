package proof

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/readback"
)

// doubts are differences that cannot be compared with any words of the plan: something on
// a page may make a reader see what the file's text does not say.
func (c *comparison) doubts(t *readback.Text) {
	add := func(pages []int, message string) {
		for _, page := range pages {
			c.words = append(c.words, Difference{Kind: Words, Page: page, doubt: message})
		}
	}
	on := func(page int) bool {
		same := func(d Difference) bool { return d.Page == page && d.doubt == "" }
		return slices.ContainsFunc(c.figures, same) || slices.ContainsFunc(c.words, same)
	}
	add(t.Unread, "there is something on it that cannot be read, and viewers may show it")
	if t.Seal.Plan != "" { // all of the recognized text of a scan is hidden
		add(t.Hidden, "there is text on it that cannot be seen")
	}
	astray := slices.DeleteFunc(slices.Clone(t.Astray), on) // what was added stands somewhere too
	add(astray, "text on it does not stand where it is written, so that a reader may take it for something else")
}
