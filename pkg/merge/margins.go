package merge

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/pattern"

	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render/typography"
)

// margin keeps what stands in a margin and is neither furniture nor a page's number, however
// programs cut it into lines.
func (f *finder) margin(l readback.Line) {
	rest := strings.ReplaceAll(squeeze(l.Text), " ", "")
	if f.symbol != "" {
		rest = strings.ReplaceAll(rest, strings.ReplaceAll(f.symbol, " ", ""), "")
	}
	for _, known := range slices.SortedFunc(maps.Keys(f.furniture), func(a, b string) int { return len(b) - len(a) }) {
		if known != "" {
			rest = strings.ReplaceAll(rest, strings.ReplaceAll(known, " ", ""), "")
		}
	}
	if strings.ContainsFunc(rest, unicode.IsLetter) && strings.Trim(rest, "0123456789ivxl/-–") != "" && f.isForeign(rest) {
		f.margins = append(f.margins, squeeze(l.Text))
	}
}

// isForeign reports whether a text is no part of the furniture.
func (f *finder) isForeign(text string) bool {
	if strings.Contains(strings.ReplaceAll(f.symbol, " ", ""), text) {
		return false
	}
	for known := range f.furniture {
		if strings.Contains(strings.ReplaceAll(known, " ", ""), text) {
			return false
		}
	}
	return true
}

var (
	jobForm     = pattern.Lazy(`^[A-Z]{1,5}\.[0-9]{2}-[0-9]{1,8}$`)
	barcodeForm = pattern.Lazy(`^\*(?: ?[0-9])+ ?\*$`)
)

// inMargins reports what stands in the margins and did not: the job number is the document's, and
// the symbol that changed there too is reported where the text begins.
func (c *comparer) inMargins() {
	draft := ""
	if c.unit.Template.Draft.IsSet() {
		draft = squeeze(c.words.Text(c.unit.Template.Draft))
	}
	known := map[string]bool{draft: true}
	for _, u := range c.found {
		known[u.key] = true
	}
	for _, text := range c.margins {
		if known[typography.Alike(text)] || barcodeForm().MatchString(text) && c.unit.Document.Meta.Barcode != "" {
			continue
		}
		known[typography.Alike(text)] = true
		c.add(c.inMargin(text))
	}
}

func (c *comparer) inMargin(text string) Change {
	change := Change{Kind: Added, Place: "margin of the page", New: text, Left: "in the margins stand `symbol` and `job` of the document; change them there"}
	job := c.unit.Plan.Document.Job
	number := strings.TrimSuffix(text, squeeze(c.unit.Language.JobSuffix.Value))
	if !job.IsSet() || !jobForm().MatchString(number) {
		return change
	}
	return Change{Kind: Figure, Place: "margin of the page", Old: squeeze(c.unit.Document.Meta.Job), New: text, At: job.Span(),
		Offers: []Offer{{Says: fmt.Sprintf("write `job: %s` (line %d)", number, job.Node.Start().Line), steps: []step{revalue{job.Node, number}}}}}
}
