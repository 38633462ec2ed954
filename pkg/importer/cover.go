package importer

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// coverOf says how many passages belong to the head of page one because the title follows
// them, however they are set: the treaty and the unit may be as bold as a heading.
func coverOf(list []*passage, f *frame) int {
	const most, longest = 25, 40 // passages, words
	for i, p := range list[:min(len(list), most)] {
		switch {
		case isTitle(p) && p.kind == noMark && p.result == nil:
			return i + 1
		case p.table != nil || p.result != nil || p.kind != noMark || same(p.text, f.box.title):
			return 0
		case strings.HasSuffix(p.text, ".") || strings.HasSuffix(p.text, ";") || len(wordsOf(p.text)) > longest:
			return 0
		}
		for _, s := range f.sections {
			if same(s.heading, p.text) {
				return 0
			}
		}
	}
	return 0
}

var (
	contentsAt = pattern.Lazy(`(?i)^(?:table of )?contents(?: page)?:?$|^(?:table des matières|sommaire|índice)$`)
	leaderAt   = pattern.Lazy(`^(.*?)[\s.…·_]*[\s.…](?:[0-9]{1,3}|[ivxl]{1,6})$`)
)

// withoutContents leaves out the table of contents: lines that say the headings below once
// more, each with its page.
func (b *placer) withoutContents(list []*passage) []*passage {
	headings := map[string]int{} // how often each text is said
	for _, p := range list {
		headings[keyOf(p.printedText())]++
		headings[keyOf(p.text)]++
	}
	var out []*passage
	inside, left := false, 0
	for i, p := range list {
		switch {
		case strings.HasPrefix(p.style, "toc"):
			inside = true
			left++
			continue
		case contentsAt().MatchString(p.text) && i+1 < len(list) && (strings.HasPrefix(list[i+1].style, "toc") || leads(list[i+1], headings)):
			inside = true
			left++
			continue
		case inside && leads(p, headings):
			left++
			continue
		}
		inside = false
		out = append(out, p)
	}
	if left > 0 {
		b.remarks = append(b.remarks, fmt.Sprintf("the table of contents (%s) is left out", number(left, "line")))
	}
	return out
}

// leads reports a line that says a heading and its page.
func leads(p *passage, headings map[string]int) bool {
	m := leaderAt().FindStringSubmatch(p.text)
	return m != nil && (strings.Contains(p.text, "....") || strings.Contains(p.text, "…") || headings[keyOf(m[1])] > 0 || headings[keyOf(p.printed+" "+m[1])] > 0)
}
