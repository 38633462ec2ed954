package merge

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

// joinedHead reports what differs in a head that says what stands over it too, as in Markdown,
// each of the two by itself; it is false for other texts. Where both have changed, nobody knows
// where one ends.
func (c *comparer) joinedHead(p *pair, both cellPair) bool {
	passage := both.built.passage
	if _, is := passage.Of.(*document.Table); !is || passage.TableRow() > 0 {
		return false
	}
	for i := 1; i < len(passage.Text)-1; i++ {
		if r := &passage.Text[i]; r.Text != document.HeadGap || !r.Origin.IsZero() {
			continue
		}
		upper, lower := passage.Text[:i], passage.Text[i+1:]
		over, head, ok := parted(both.found.text, squeeze(upper.String()), squeeze(lower.String()))
		if !ok {
			return false
		}
		c.part(p, both, upper, over)
		c.part(p, both, lower, head)
		return true
	}
	return false
}

// part reports what differs in a part of a cell.
func (c *comparer) part(p *pair, both cellPair, text document.Text, got string) {
	passage := *both.built.passage
	passage.Text = text
	built, found := *both.built, *both.found
	built.passage, built.text, found.text, found.typed = &passage, squeeze(text.String()), got, ""
	if built.text != got {
		c.differ(p, cellPair{&built, &found})
	}
}

// parted parts a head where one of its two parts ends as before.
func parted(got, upper, lower string) (over, head string, ok bool) {
	gap := strings.TrimRight(document.HeadGap, " ")
	if rest, is := strings.CutPrefix(got, upper+gap); is {
		return upper, strings.TrimSpace(rest), true
	}
	if rest, is := strings.CutSuffix(got, gap+" "+lower); is {
		return rest, lower, true
	}
	return "", "", false
}
