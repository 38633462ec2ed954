package importer

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// chapter is a heading of the file and what stands below it.
type chapter struct {
	heading *passage
	body    []*passage
}

// style says how the headings of a file are set.
type style struct {
	numbered   bool // sections are numbered I., II., …
	decimal    bool // or 1., 2., …
	top        int  // the level of the highest headings by style, 0 for none
	paragraphs bool // paragraphs are numbered
}

// styleOf looks how headings are set.
func styleOf(list []*passage) style {
	var s style
	findTitle(list)
	decimals, bold, plains, loose := 0, 0, 0, 0
	for _, p := range list {
		if p.kind == noMark && p.table == nil && !p.inTable && p.result == nil && !isShort(p.text) {
			loose++
		}
		if p.kind == numberMark && !isShort(p.text) {
			plains++
		}
		if p.level > 0 && p.result == nil && !isTitle(p) && (s.top == 0 || p.level < s.top) {
			s.top = p.level
		}
		s.numbered = s.numbered || p.kind == romanMark && isShort(p.text)
		if p.kind == numberMark && p.depth == 0 && isShort(p.text) && !p.inTable {
			decimals++
			if p.strong {
				bold++
			}
		}
	}
	s.decimal = !s.numbered && s.top == 0 && (bold > 2 || decimals > 2 && plains == 0)
	s.paragraphs = plains > 2 && plains >= loose
	return s
}

// findTitle looks for a heading that is the only one of its level, above all others: it is
// the document's title.
func findTitle(list []*passage) {
	count, top := map[int]int{}, 0
	var first *passage
	for _, p := range list {
		if p.level == 0 || p.result != nil {
			continue
		}
		if first == nil {
			first = p
		}
		if count[p.level]++; top == 0 || p.level < top {
			top = p.level
		}
	}
	if first != nil && first.level == top && count[top] == 1 && len(count) > 1 && first.kind == noMark {
		first.style, first.level = "title", 0
	}
}

// isShort reports whether a text may be a heading.
func isShort(s string) bool {
	const most = 22 // words
	return len(strings.Fields(s)) <= most && !strings.HasSuffix(s, ";") && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ",")
}

// level returns the level of a heading, 1 for that of a section; 0 for what is none.
func (s style) level(p *passage, f *frame) int {
	switch {
	case p.table != nil || p.inTable || p.result != nil || p.kind == itemMark || p.kind == partMark || p.kind == bulletMark:
		return 0
	case p.level > 0 && s.top > 0:
		return p.level - s.top + 1
	case p.kind == romanMark && isShort(p.text):
		return 1
	case p.kind == letterMark && isShort(p.text):
		return 2
	case s.decimal && p.kind == numberMark && (p.strong || !s.paragraphs) && isShort(p.text):
		return 1 + p.depth
	case p.kind != noMark || s.top > 0 || !isShort(p.text) || strings.HasSuffix(p.text, ":"):
		return 0
	}
	best := 0
	for _, section := range f.sections {
		best = max(best, alike(section.heading, p.text))
	}
	const near = 60
	switch {
	case best >= near && (p.strong || isUpper(p.text) || !s.numbered):
		return 1
	case s.numbered:
		return 0
	case p.strong || isUpper(p.text):
		return 1
	}
	return 0
}

// isUpper reports whether a text is written in capitals.
func isUpper(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }

// chapters cuts passages at the headings of sections; what stands before the first is
// returned apart.
func chapters(list []*passage, s style, f *frame) (front []*passage, all []*chapter) {
	cover := coverOf(list, f)
	for i, p := range list {
		isFront := i < cover || len(all) == 0 && (isTitle(p) && p.kind == noMark || same(p.text, f.box.title))
		switch {
		case !isFront && s.level(p, f) == 1:
			all = append(all, &chapter{heading: p})
		case len(all) == 0:
			front = append(front, p)
		default:
			all[len(all)-1].body = append(all[len(all)-1].body, p)
		}
	}
	return front, all
}

// hints are words of headings that say what a section is about, where the template words it
// otherwise.
var hints = map[string]map[string]bool{
	"mandate":     setOf("mandate tasks functions responsibilities role"),
	"priorities":  setOf("priorities priority focus objectives thematic"),
	"outcomes":    setOf("expected anticipated outcomes results"),
	"activities":  setOf("activities activity outputs workplan programme work"),
	"assumptions": setOf("assumptions risks assumption"),
	"budget":      setOf("budget costs cost financial estimates resources"),
	"risks":       setOf("risks risk"),
}

// fit says how well a chapter fits a section of the template.
func (c *chapter) fit(s *sectionFrame, levels func(*passage) int) int {
	const (
		certain = 300
		formed  = 120
		likely  = 45
	)
	score := alike(s.heading, c.heading.text)
	if s.prints["risks"] != c.hasRisks() && (s.prints["risks"] || s.prints["assumptions"]) && !same(s.heading, c.heading.text) {
		return 0 // a register of risks has a section of its own
	}
	if c.hasWork() && !s.prints["activities"] {
		return 0
	}
	if score < likely {
		score = 0
	}
	for kind := range s.prints {
		for _, w := range wordsOf(c.heading.text) {
			if hints[kind][w] {
				score = max(score, likely)
			}
		}
	}
	for _, p := range c.body {
		if p.result != nil && s.prints["activities"] || p.table != nil && p.work == nil && s.prints["budget"] && p.table.isMoney() && (!p.table.isMoneyless() || moneyHead().MatchString(c.heading.text)) || p.work != nil && (p.work.risks && s.prints["risks"] || !p.work.risks && s.prints["activities"]) {
			score += certain
			break
		}
	}
	if s.prints["priorities"] && c.parts(levels) > 1 || s.prints["mandate"] && c.isMandate() {
		score += formed
	}
	return score
}

// parts counts the headings below a chapter's own that have a text.
func (c *chapter) parts(level func(*passage) int) (n int) {
	for i, p := range c.body {
		if p.table != nil || p.result != nil {
			return 0
		}
		if level(p) == 2 && i+1 < len(c.body) && level(c.body[i+1]) == 0 && !c.body[i+1].isItem() {
			n++
		}
	}
	return n
}

// isMandate reports whether a chapter lists what somebody has to do: a text that says so, and
// items.
func (c *chapter) isMandate() bool {
	for i, p := range c.body {
		if p.kind == itemMark && i > 0 && !c.body[i-1].isItem() {
			return mandated().MatchString(c.body[i-1].text)
		}
	}
	return false
}

var mandated = pattern.Lazy(`(?i)\b(?:mandate[ds]?|required|requested|tasked|responsib\w+|functions?|shall|tasks?)\b`)

// assign finds for each chapter the section of the template that it is, in the order of
// both, so that all together fit best.
func assign(all []*chapter, sections []*sectionFrame, level func(*passage) int) []*sectionFrame {
	n, m := len(all), len(sections)
	best := make([][]int, n+1)
	for i := range best {
		best[i] = make([]int, m+1)
	}
	fits := make([][]int, n)
	for i := n - 1; i >= 0; i-- {
		fits[i] = make([]int, m)
		for j := m - 1; j >= 0; j-- {
			fits[i][j] = all[i].fit(sections[j], level)
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if f := fits[i][j]; f > 0 {
				best[i][j] = max(best[i][j], best[i+1][j+1]+f)
			}
		}
	}
	out := make([]*sectionFrame, n)
	for i, j := 0, 0; i < n && j < m; {
		switch f := fits[i][j]; {
		case f > 0 && best[i][j] == best[i+1][j+1]+f:
			out[i] = sections[j]
			i, j = i+1, j+1
		case best[i][j] == best[i][j+1]: // of chapters that fit as well, the first
			j++
		default:
			i++
		}
	}
	return out
}

// isMoney reports whether a table has figures of money.
func (g *grid) isMoney() bool {
	n := 0
	for _, r := range g.rows {
		n += len(slices.DeleteFunc(slices.Clone(r.cells), func(c cell) bool { return !hasFigure(c.text) }))
	}
	return n >= 2
}

// hasFigure reports whether a cell is an amount, in whatever spelling.
func hasFigure(s string) bool {
	digits, letters := 0, 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r >= 'a' && r <= 'z':
			letters++
		}
	}
	return digits >= 3 && letters == 0
}
