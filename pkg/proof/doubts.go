package proof

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/readback"
)

// doubts are differences that cannot be compared with any words of the plan: something in
// the file may make a reader see what its text does not say.
func (c *comparison) doubts(t *readback.Text) {
	add := func(pages []int, message string) {
		for _, page := range pages {
			c.words = append(c.words, Difference{Kind: Words, Page: page, doubt: message})
		}
	}
	isTold := func(page int) bool { return c.isOn(page) || c.isDrawnAsBuilt(t, page) }
	add(t.Unread, "there is something on it that cannot be read, and viewers may show it")
	add(slices.DeleteFunc(slices.Clone(t.Hidden), func(page int) bool { return c.isDrawnAsBuilt(t, page) }), "there is text on it that cannot be seen")
	if t.Seal.Plan != "" {
		astray := slices.DeleteFunc(slices.Clone(t.Astray), isTold) // what was added stands somewhere too
		add(astray, "text on it does not stand where it is written, so that a reader may take it for something else")
	}
	c.unseen(t)
	c.strange(t)
	c.redrawn(t)
	if nothing := len(c.figures)+len(c.words) == 0; nothing && c.built != nil && t.Dress != c.built.Dress {
		c.words = append(c.words, Difference{Kind: Words, doubt: "its style, a picture or another mark is not as isuplan writes it, so that browsers may show something else than its text; look at it in one"})
	}
	for _, author := range t.Authors {
		if c.built != nil && author != c.document.Meta.Author && author != c.program {
			c.words = append(c.words, Difference{Kind: Words, doubt: "there are tracked changes by " + quoted(author) + "; accept or reject them first"})
		}
	}
}

// isOn reports whether a difference on a page is known already.
func (c *comparison) isOn(page int) bool {
	same := func(d Difference) bool { return d.Page == page && d.doubt == "" }
	return slices.ContainsFunc(c.figures, same) || slices.ContainsFunc(c.words, same)
}

// strange adds what is strange about the file and not about the one that isuplan builds.
func (c *comparison) strange(t *readback.Text) {
	known := map[[2]string]int{}
	if c.built != nil {
		for _, s := range c.built.Strange {
			known[keyOf(s)]++
		}
	}
	const mostOfKind = 5
	said, kinds := map[[2]string]bool{}, map[string]int{}
	defer func() {
		for _, what := range slices.Sorted(maps.Keys(kinds)) {
			if more := kinds[what] - mostOfKind; more > 0 {
				c.words = append(c.words, Difference{Kind: Words, doubt: fmt.Sprintf("there is %s in %d more places", what, more)})
			}
		}
	}()
	for _, s := range t.Strange {
		key := keyOf(s)
		if known[key] > 0 {
			known[key]--
			continue
		}
		if said[key] || c.isPlans(s) {
			continue
		}
		said[key] = true
		if kinds[s.What]++; kinds[s.What] > mostOfKind {
			continue
		}
		message := "there is " + s.What
		if s.Text != "" {
			message += ": " + quoted(s.Text)
		}
		c.words = append(c.words, Difference{Kind: Words, Page: s.Page, doubt: message + "; look at what the file shows there"})
	}
}

// keyOf is what makes two strange things one. Programs write addresses with a slash at their
// end or without.
func keyOf(s readback.Strange) [2]string {
	text := s.Text
	if strings.Contains(text, "://") {
		text = strings.TrimRight(text, "/")
	}
	return [2]string{s.What, text}
}

// isPlans reports whether what stands beside the pages says no more than the plan, or than
// the pages, of which differences are told anyway.
func (c *comparison) isPlans(s readback.Strange) bool {
	switch s.What {
	case readback.Title:
		return isTitle(s.Text, c.document.Meta.Title) || strings.Contains(c.all(), dense(s.Text)) || !strings.Contains(s.Text, " ") && strings.Contains(s.Text, ".") // a file's name
	case readback.Bookmark, readback.Spoken:
		return strings.Contains(c.all(), dense(s.Text)) || slices.ContainsFunc(c.passages, func(p Passage) bool { return strings.Contains(p.Place, s.Text) }) // a table's caption
	}
	return false
}

// isTitle reports whether a text is a title. Some programs lose characters of it.
func isTitle(text, title string) bool {
	got, want := []rune(text), []rune(strings.Join(strings.Fields(title), " "))
	if len(got) != len(want) {
		return false
	}
	for i := range got {
		if got[i] != want[i] && (got[i] != unicode.ReplacementChar || unicode.IsLetter(want[i]) || unicode.IsDigit(want[i])) {
			return false
		}
	}
	return true
}

// all is what the plan gives and what the file says, without blanks.
func (c *comparison) all() string {
	if c.everything == "" {
		var b strings.Builder
		for _, p := range c.passages {
			b.WriteString(dense(p.Text.String()))
			for _, run := range p.Text {
				if run.Aloud != "" {
					b.WriteString("\n" + dense(run.Aloud) + "\n")
				}
			}
		}
		for chart := range document.Each[document.Chart](c.document.Blocks) {
			b.WriteString("\n" + dense(chart.Alt))
		}
		b.WriteString("\n" + dense(c.document.Meta.Caption) + "\n" + dense(c.document.Meta.Recycle) + "\n")
		for _, w := range c.got {
			b.WriteString(w.text)
		}
		c.everything = b.String()
	}
	return c.everything
}

// isDrawnAsBuilt reports whether a page looks as isuplan draws it.
func (c *comparison) isDrawnAsBuilt(t *readback.Text, page int) bool {
	at := page - 1
	return c.built != nil && at >= 0 && at < len(t.Looks) && at < len(c.built.Looks) && t.Looks[at].Page == c.built.Looks[at].Page
}

// looksAsBuilt reports whether all pages look as isuplan draws them: what they say needs no
// comparison.
func (c *comparison) looksAsBuilt(t *readback.Text) bool {
	if c.built == nil || len(t.Looks) == 0 || len(t.Looks) != len(c.built.Looks) {
		return false
	}
	for page := range t.Looks {
		if !c.isDrawnAsBuilt(t, page+1) {
			return false
		}
	}
	return true
}

// redrawn reports pages that are drawn with isuplan's own letters, or in a file that says
// that isuplan made it, but otherwise than isuplan draws them. Programs that print a file
// again write its letters anew.
func (c *comparison) redrawn(t *readback.Text) {
	if c.built == nil {
		return
	}
	own := map[[32]byte]bool{}
	for _, l := range c.built.Looks {
		for _, f := range l.Fonts {
			own[f] = true
		}
	}
	for i, l := range t.Looks {
		isOwn := t.Seal.Plan != "" || slices.ContainsFunc(l.Fonts, func(f [32]byte) bool { return own[f] })
		if page := i + 1; isOwn && !c.isDrawnAsBuilt(t, page) && !c.isTold(page) {
			c.words = append(c.words, Difference{Kind: Words, Page: page, doubt: "it is not drawn as isuplan draws it, and may show something else than its text; look at it"})
		}
	}
}

// isTold reports whether anything is said of a page already.
func (c *comparison) isTold(page int) bool {
	same := func(d Difference) bool { return d.Page == page }
	return slices.ContainsFunc(c.figures, same) || slices.ContainsFunc(c.words, same)
}
