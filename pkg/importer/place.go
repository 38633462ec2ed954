package importer

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/readback"
)

// placer gives each passage its place in the plan.
type placer struct {
	draft     *draft
	frame     *frame
	dates     *dates
	style     style
	options   budgetOptions
	book      []grid       // the workbook's sheets
	remarks   []string     // on the workbook
	money     *budgetDraft // nil where there is no budget
	funds     *financing   // nil where there are no sources of money
	staff     *staffing    // nil where there is no table of posts
	shares    *shares      // nil where no table says what the Parties pay
	hasBudget bool
	below     []*passage // what stands below the tables of the budget
}

// lose keeps a passage that has no place.
func (b *placer) lose(p *passage) {
	if p.table != nil {
		b.loseTable(p)
		return
	}
	p.why = cmp.Or(p.why, "not placed")
	b.draft.lost = append(b.draft.lost, p)
}

// commented words a comment of the file.
func commented(c readback.Comment) string {
	who := c.Author
	if day, _, ok := strings.Cut(c.Date, "T"); ok && day != "" {
		who += ", " + day
	}
	return strings.TrimLeft(who+": ", ": ") + c.Text
}

// chapters places what stands below headings.
func (b *placer) chapters(all []*chapter) {
	frames := assign(all, b.frame.sections, func(p *passage) int { return b.style.level(p, b.frame) })
	b.findBudget(all, frames)
	used := ids{}
	for _, f := range b.frame.sections {
		used[f.id] = 1
	}
	last := ""
	for i, c := range all {
		if frames[i] == nil && b.isPriority(c) {
			b.asPriority(c)
			continue
		}
		if frames[i] == nil && last == "" {
			frames[i] = b.carrier(frames)
		}
		s := &draftSection{frame: frames[i], heading: c.heading.text}
		for _, comment := range c.heading.comments {
			s.marks = append(s.marks, commented(comment))
		}
		c.heading.placed = true
		if s.frame != nil {
			s.id = s.frame.id
		} else {
			s.id, s.after = string(used.of(c.heading.text, "section")), last
		}
		c.heading.near = nearOf(s)
		b.draft.sections = append(b.draft.sections, s)
		(&filler{placer: b, section: s, prints: printsOf(s), hasItems: hasItems(c)}).fill(c.body)
		b.withoutShares(c)
		if printsOf(s)["mandate"] && len(b.draft.mandate) == 0 && last != "" { // the template leaves an empty one out
			s.frame, s.id, s.after = nil, string(used.of(s.heading, "section")), last
		}
		if n := len(b.draft.sections); n > 0 && b.draft.sections[n-1] == s {
			last = s.id
		}
	}
}

// carrier returns a section of the template that prints nothing but paragraphs, to carry what
// the file has in front of all others: an added section can only follow one.
func (b *placer) carrier(taken []*sectionFrame) *sectionFrame {
	for _, f := range b.frame.sections {
		if slices.Contains(taken, f) {
			return nil
		}
		if len(f.prints) == 0 && len(f.leads) == 0 {
			return f
		}
	}
	return nil
}

// nearOf names the part of the plan in which a section's own words stand.
func nearOf(s *draftSection) string {
	for _, part := range []string{"budget", "assumptions", "activities", "outcomes", "priorities", "mandate"} {
		if printsOf(s)[part] {
			return strings.Replace(part, "activities", "outcomes", 1)
		}
	}
	return "sections"
}

func printsOf(s *draftSection) map[string]bool {
	if s.frame == nil {
		return nil
	}
	return s.frame.prints
}

// isPriority reports whether a section that the template has not stands behind priorities and
// has their form: one paragraph that introduces items.
func (b *placer) isPriority(c *chapter) bool {
	n := len(b.draft.sections)
	if n == 0 || len(b.draft.priorities) == 0 || !printsOf(b.draft.sections[n-1])["priorities"] || len(c.body) < 2 {
		return false
	}
	for i, p := range c.body {
		if p.table != nil || p.result != nil || p.isItem() != (i > 0) {
			return false
		}
	}
	return strings.HasSuffix(c.body[0].text, ":")
}

// asPriority places a section as the priority that it seems to be.
func (b *placer) asPriority(c *chapter) {
	p := &draftPriority{heading: c.heading.said()}
	p.heading.marks = append(p.heading.marks, fmt.Sprintf("stood as the section %q, and has the form of the priorities above", c.heading.printedText()))
	b.draft.priorities = append(b.draft.priorities, p)
	c.heading.placed, c.heading.near = true, "priorities"
	last := b.draft.sections[len(b.draft.sections)-1]
	(&filler{placer: b, section: last, prints: printsOf(last), hasItems: true, priority: p}).fill(c.body)
}

func hasItems(c *chapter) bool {
	for _, p := range c.body {
		if p.isItem() {
			return true
		}
	}
	return false
}

// filler places the passages of a section, one after the other.
type filler struct {
	*placer
	section   *draftSection
	prints    map[string]bool
	hasItems  bool
	priority  *draftPriority
	path      []*draftResult // the outcome, the output, the activity that were met last
	inNotes   bool           // of the budget
	listed    bool           // items were met
	counted   bool           // a table of posts was met
	timeline  bool           // the chart of times goes on
	inWork    *workTable     // the table of work or of risks that was met last, whose notes may follow
	above     *passage       // what stands before the passage that is placed
	next      *passage       // and behind it
	numbered  bool           // the last paragraph has a number
	inTable   *grid          // the table of the text whose cells come
	notTable  *grid          // a table that is none of the text
	lastTable *textTable     // the one right above, whose notes may follow
}

func (f *filler) fill(body []*passage) {
	var last *passage
	for i, p := range body {
		f.above, f.next = last, nil
		if i+1 < len(body) {
			f.next = body[i+1]
		}
		f.saysWork(p, last)
		f.countsPosts(p, last)
		f.sharesOut(p, last)
		last = p
		p.near = nearOf(f.section)
		p.placed = f.place(p)
		if !p.placed {
			p.unlabel()
			f.lose(p)
		}
	}
}

// place gives a passage its place, and reports whether it has one.
func (f *filler) place(p *passage) bool {
	switch level := f.style.level(p, f.frame); {
	case endAt().MatchString(p.printedText()):
		p.furniture = true
		return true
	case p.posts != nil, p.shares != nil, p.work != nil:
		return true
	case f.ofTimeline(p), f.noteOfWork(p):
		return true
	case f.inWork != nil:
		return false
	case f.noteOfTable(p), f.textTable(p):
		return true
	case p.table != nil:
		if f.prints["budget"] && p.table.isMoney() || len(f.draft.tables) == 0 && p.table.isMoney() {
			f.headed(p)
			f.draft.tables = append(f.draft.tables, p.table)
			return true
		}
		return f.rows(p)
	case p.result != nil && (f.prints["activities"] || f.goesOn(p)) && f.result(p):
		if !f.prints["activities"] {
			p.near = "outcomes"
		}
		return true
	case p.result != nil && p.result.said != "":
		p.unlabel()
		return f.place(p)
	case f.notes(p):
		return true
	case level == 2 && f.prints["priorities"]:
		f.priority = &draftPriority{heading: p.said()}
		f.draft.priorities = append(f.draft.priorities, f.priority)
		return true
	case level > 1:
		f.paragraph(p, "stood as the heading "+strings.TrimSpace(p.printed+" "+p.text))
		return true
	case p.isItem():
		return f.item(p)
	case f.prints["assumptions"] && !f.hasItems:
		f.draft.assumptions = append(f.draft.assumptions, p.said())
		return true
	case f.priority != nil:
		return f.priorityText(p)
	}
	note := ""
	switch {
	case p.inTable:
		note = "stood in a table, row " + strconv.Itoa(p.row) + ", column " + strconv.Itoa(p.column)
	case p.kind == letterMark || p.kind == romanMark:
		note = "stood as " + p.printed
	case p.kind == noMark && (f.prints["budget"] && len(f.draft.tables) > 0 || f.counted):
		f.below = append(f.below, p)
		return true
	case p.kind == noMark && f.style.paragraphs:
		note = "stood without a number"
	}
	f.paragraph(p, note)
	return true
}

// paragraph adds a paragraph to the section.
func (f *filler) paragraph(p *passage, note string) {
	s := p.said()
	if p.kind == numberMark {
		f.numbered = true
	}
	if note == "" && f.listed && f.section.frame != nil && len(f.section.frame.prints) > 0 {
		note = "stood behind the items"
	}
	if note != "" {
		s.marks = append(s.marks, note)
	}
	f.section.paragraphs = append(f.section.paragraphs, s)
}

// notes reads the notes below the budget.
func (f *filler) notes(p *passage) bool {
	if f.prints["notes"] && isShort(p.text) && p.kind == noMark && alike(p.text, f.section.frame.labels["notes"]) >= 60 {
		f.inNotes = true
		return true
	}
	if !f.inNotes || p.table != nil {
		return false
	}
	f.draft.notes = append(f.draft.notes, p.said())
	return true
}

// item places an item of a list.
func (f *filler) item(p *passage) bool {
	s := p.said()
	if p.kind == partMark {
		s.marks = append(s.marks, "stood as "+p.printed+" below the item before")
	}
	f.listed = true
	switch {
	case f.priority != nil:
		f.priority.items = append(f.priority.items, s)
	case f.prints["mandate"]:
		f.draft.mandate = append(f.draft.mandate, s)
	case f.prints["outcomes"]:
		f.draft.expected = append(f.draft.expected, s)
	case f.prints["assumptions"]:
		f.draft.assumptions = append(f.draft.assumptions, s)
	case f.prints["budget"] && len(f.draft.tables) > 0:
		f.draft.notes = append(f.draft.notes, s)
	default:
		if p.kind != partMark {
			s.marks = append(s.marks, strings.TrimSpace("stood as an item "+p.printed))
		}
		f.section.paragraphs = append(f.section.paragraphs, s)
	}
	return true
}

// priorityText places a paragraph of a priority, which has one before its items.
func (f *filler) priorityText(p *passage) bool {
	s := p.said()
	if f.priority.text == nil && len(f.priority.items) == 0 {
		f.priority.text = &s
		return true
	}
	s.marks = append(s.marks, fmt.Sprintf("stood as a paragraph of its own (%s)", p.where))
	f.priority.items = append(f.priority.items, s)
	return true
}

// goesOn reports whether a line of the results chain goes on with the chain of a section before
// this one, which the template has not.
func (f *filler) goesOn(p *passage) bool {
	n := len(f.draft.outcomes)
	return f.section.frame == nil && n > 0 && (len(f.path) > 0 || p.result.number == strconv.Itoa(n+1))
}

// result places an outcome, an output or an activity.
func (f *filler) result(p *passage) bool {
	d := p.result.depth
	if d > len(f.path)+1 {
		return false
	}
	r := &draftResult{said: p.said(), mark: p.result.mark, number: p.result.number}
	if r.mark == f.frame.marks[d] || d == 3 || r.mark != "." && r.mark != ":" {
		r.mark = ""
	}
	f.path = append(f.path[:d-1], r)
	if d == 1 {
		f.draft.outcomes = append(f.draft.outcomes, r)
	} else {
		f.path[d-2].below = append(f.path[d-2].below, r)
	}
	return true
}
