package merge

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/proof"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render/typography"
	"github.com/isuplan/isuplan/pkg/source"
)

// differ reports where a text of the plan and one of the file differ.
func (c *comparer) differ(p *pair, cell cellPair) {
	b, f := cell.built, cell.found
	passage := b.passage
	if c.work(p, cell) || c.newInTextTable(p, cell) {
		return
	}
	if passage == nil {
		c.add(Change{Kind: Words, Place: p.built.first().passage.Place, New: f.text, By: hands(f.form, "", f.text),
			Left: "the plan has nothing in this cell; write it there by hand"})
		return
	}
	got := f.against(b)
	if c.posts(p, cell) || c.textTable(p, cell) || c.further(p, cell) || c.amounts(p, cell) || c.joinedHead(p, cell) {
		return
	}
	t := c.home(passage.Said(), b.text, passage.Place)
	var list []hunk
	if t != nil {
		list = t.hunks(got)
	} else {
		list = hunks(b.text, got)
	}
	for _, h := range list {
		old, now := b.text[h.from:h.to], got[h.gotFrom:h.gotTo]
		change := Change{Kind: kindOf(old, now), Place: passage.Place, Old: strings.TrimSpace(old), New: strings.TrimSpace(now), By: hands(f.form, old, now), Around: inContext(got, h.gotFrom, h.gotTo)}
		change.follows = p.built.explains()
		if t == nil {
			change.Left = c.untraced(passage)
			change.Offers = c.elsewhere(passage, c.rebuilt(t, list, got))
			c.add(change)
			continue
		}
		change.At, change.Offers = c.locate(t, h, got)
		if q, ok := t.quoted(h); ok && len(change.Offers) > 0 && (!change.Offers[0].elsewhere || c.isAmount(q.name)) {
			change.late = true // what it prints may follow from others
		}
		if more := c.expected(passage, t, h, got[h.gotFrom:h.gotTo]); len(list) == 1 && len(change.Offers) == 1 && len(more) > 0 {
			change.Offers = append(change.Offers, more...)
		}
		if !c.tree.has(t.prose.Node) {
			change.Offers = append(change.Offers, c.elsewhere(passage, c.rebuilt(t, list, got))...)
		}
		if len(change.Offers) == 0 {
			change.Left = c.why(t, h)
		}
		c.add(change)
	}
}

// untraced says why nothing of the plan stands for a text as a whole.
func (c *comparer) untraced(passage *proof.Passage) string {
	if _, is := passage.Of.(*document.Addresses); is {
		return "the list is made of the links in the text; change the address where the link is written"
	}
	runs := passage.Said()
	seen := map[source.Node]bool{}
	for i := range runs {
		if n := runs[i].Origin; !n.IsZero() && c.tree.has(n) {
			seen[n] = true
		}
	}
	if len(seen) > 1 {
		return "several values of the plan stand together here; write it there by hand"
	}
	return "these are words of the template or of the compiler, not of the plan"
}

// inContext shows a stretch of a text in brackets, with some words before and behind it.
func inContext(text string, from, to int) string {
	const reach = 60
	before, behind := text[:from], text[to:]
	if cut := len(before) - reach; cut > 0 {
		if at := strings.IndexByte(before[cut:], ' '); at >= 0 {
			before = "… " + before[cut+at+1:]
		}
	}
	if len(behind) > reach {
		if at := strings.LastIndexByte(behind[:reach], ' '); at >= 0 {
			behind = behind[:at] + " …"
		}
	}
	inner := text[from:to]
	words := strings.TrimSpace(inner)
	if words == "" {
		return before + "[ ]" + inner + behind
	}
	lead, trail, _ := strings.Cut(inner, words)
	return before + lead + "[" + words + "]" + trail + behind
}

// rebuilt writes a text of the template as the file has it, its references kept where they can be.
func (c *comparer) rebuilt(t *traced, list []hunk, got string) string {
	if t == nil {
		return c.typed(got)
	}
	at, text := 0, strings.Builder{}
	for _, h := range list {
		from, to := t.bounds(h.from, h.to)
		if from < at {
			return c.typed(got)
		}
		text.WriteString(t.prose.Value[at:from] + c.typed(got[h.gotFrom:h.gotTo]))
		at = to
	}
	text.WriteString(t.prose.Value[at:])
	prose := strings.Join(strings.Fields(text.String()), " ")
	if squeeze(c.words.Text(source.At[string]{Value: prose})) == got {
		return prose
	}
	return c.typed(got)
}

// why says why nothing is offered for a change.
func (c *comparer) why(t *traced, h hunk) string {
	if q, ok := t.quoted(h); ok {
		return fmt.Sprintf("the plan computes it (${%s})", q.name)
	}
	return "these are words of the template, not of the plan"
}

func (c *comparer) add(change Change) { c.Changes = append(c.Changes, change) }

// kindOf tells figures from words.
func kindOf(old, now string) Kind {
	if digits(old) != digits(now) {
		return Figure
	}
	return Words
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// hands returns who made a change, as far as the file has it tracked.
func hands(form *readback.Form, old, now string) (list []Hand) {
	if form == nil {
		return nil
	}
	seen := map[Hand]bool{}
	for _, e := range form.Edits {
		of := now
		if e.Deleted {
			of = old
		}
		text, of := typography.Alike(squeeze(e.Text)), typography.Alike(strings.TrimSpace(of))
		if text == "" || of == "" || !strings.Contains(of, text) && !strings.Contains(text, of) {
			continue
		}
		if h := (Hand{e.Author, e.Date}); !seen[h] {
			seen[h] = true
			list = append(list, h)
		}
	}
	return list
}

// home finds the prose that a printed text was made of: of the plan, or else of the template.
func (c *comparer) home(runs document.Text, text, place string) *traced {
	if symbol := c.unit.Plan.Document.Symbol; place == "masthead, symbol" && symbol.IsSet() {
		runs = document.Text{{Text: text, Origin: symbol.Node}}
	}
	var best *traced
	for _, ofPlan := range []bool{true, false} {
		seen := map[source.Node]bool{}
		for i := range runs {
			n := runs[i].Origin
			if n.IsZero() || seen[n] || c.tree.has(n) != ofPlan {
				continue
			}
			seen[n] = true
			if t, ok := c.trace(prose{Value: n.Text(), Node: n}, text); ok && (best == nil || t.said() > best.said()) {
				best = t
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

// said returns how much of the text the prose says itself.
func (t *traced) said() int {
	n := len(t.text)
	for _, q := range t.quotes {
		n -= q.to - q.from
	}
	return n
}

// locate returns where a change belongs, and the ways to bring it home.
func (c *comparer) locate(t *traced, h hunk, got string) (source.Span, []Offer) {
	now := got[h.gotFrom:h.gotTo]
	n := t.prose.Node
	at, end := t.bounds(h.from, h.to)
	var span source.Span
	var offers []Offer
	if q, ok := t.quoted(h); ok {
		span, offers = c.value(q.name, t.text[q.from:q.to], now)
	}
	if !c.tree.has(n) {
		return span, offers
	}
	mine := n.Part(at, end)
	if !span.IsValid() {
		span = mine
	}
	write := reword{node: n, from: at, to: end, text: escaped(now)}
	offer := Offer{Says: fmt.Sprintf("write it there (line %d)", mine.Start.Line)}
	if _, write.forRef = t.quoted(h); write.forRef {
		offer.Says = fmt.Sprintf("type the words in place of %s (line %d)", t.prose.Value[at:end], mine.Start.Line)
	}
	if q, ok := t.quoted(h); ok && c.isComputed(q.name) {
		write.forRef = false
	}
	if text, name, ok := c.renumbered(t, h, now); ok {
		write.text, write.forRef, offer.Says = text, false, saysRenumbered(name, mine.Start.Line)
	}
	offer.steps = []step{write}
	return span, append(offers, offer)
}

// escaped writes words so that none is taken for markup.
func escaped(s string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "[", `\[`, "_", `\_`, "<", `\<`, "${", "$${").Replace(s)
}
