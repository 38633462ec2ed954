package importer

import (
	"fmt"
	"slices"
	"strings"
)

// hasRisks reports a chapter with a register of risks.
func (c *chapter) hasRisks() bool {
	return slices.ContainsFunc(c.body, func(p *passage) bool { return p.work != nil && p.work.risks })
}

// hasWork reports a chapter with a table of results or of work.
func (c *chapter) hasWork() bool {
	return slices.ContainsFunc(c.body, func(p *passage) bool { return p.work != nil && !p.work.risks })
}

// saysWork takes note of where a table of results, of work or of risks stands: what the template
// prints above one is left to it; a table right below a result is about that.
func (f *filler) saysWork(p, above *passage) {
	if p.work == nil {
		return
	}
	f.inWork, f.timeline = p.work, false
	p.work.near, p.work.name = "outcomes", "the table at "+p.where
	if p.work.risks {
		p.work.near = "risks"
	}
	if above == nil {
		return
	}
	if above.result != nil && above.placed {
		p.work.path = slices.Clone(f.path)
	}
	for _, kind := range []string{"work", "indicators", "risks"} {
		if lead := f.frame.leads[kind]; lead != "" && same(above.printedText(), lead) {
			f.dropCaption(above)
			above.furniture = true
			return
		}
	}
	if title := f.nameAbove(above); title != "" {
		f.dropCaption(above)
		above.furniture, p.work.title = true, strings.TrimSpace(title+" "+p.work.title)
	}
}

// ofTimeline reports the words of the chart of times, which follows from what the activities say.
func (f *filler) ofTimeline(p *passage) bool {
	if title := f.frame.leads["timeline"]; title != "" && same(p.printedText(), title) {
		f.timeline = true
		return true
	}
	if p.timeline = f.frame.startsTimeline(p); p.timeline {
		return true
	}
	if f.timeline && (p.level > 0 || p.table != nil || p.result != nil || p.kind != noMark && p.depth == 0) {
		f.timeline = false
	}
	return f.timeline && f.isAhead(p)
}

// startsTimeline reports a text that begins as the chart of times does.
func (f *frame) startsTimeline(p *passage) bool {
	lead := f.leads["timeline"]
	at := strings.IndexAny(lead, "0123456789")
	return at > 0 && strings.HasPrefix(p.printedText(), lead[:at])
}

// withoutTimeline leaves out what begins as the chart of times does: its days are none of the plan.
func (f *frame) withoutTimeline(list []*passage) (out []*passage) {
	for _, p := range list {
		if !f.startsTimeline(p) {
			out = append(out, p)
		}
	}
	return out
}

// isAhead reports that what stands behind the chart of times has not begun.
func (f *filler) isAhead(p *passage) bool {
	for _, lead := range f.frame.leads {
		if same(lead, p.printedText()) {
			return false
		}
	}
	return true
}

// readWork reads the tables of results, of work and of risks, and those sheets of the workbook that
// are such, once the results are known.
func (b *placer) readWork(list []*passage) {
	finder := newChainFinder(b.draft, b.frame)
	for _, p := range list {
		if p.work != nil && p.placed {
			b.readWorkTable(finder, p.work, p.where)
		}
	}
	for i := range b.book {
		if strings.EqualFold(sheetName(b.book[i].name), strings.TrimSpace(b.options.sheet)) {
			continue
		}
		t := workOf(&b.book[i], b.frame.knows)
		if t == nil {
			continue
		}
		if b.options.skip == nil {
			b.options.skip = map[int]bool{}
		}
		b.options.skip[i] = true
		b.readWorkTable(finder, t, b.book[i].name)
	}
}

func (b *placer) readWorkTable(finder *chainFinder, t *workTable, where string) {
	if t.has(indicatorWork) > 0 { // one of how results are measured names results that are listed, if any are
		finder = newChainFinder(b.draft, b.frame)
	}
	w := &workReader{chainFinder: finder, table: t, times: b.draft.times(b.dates), language: levelsOf(b.frame.language)}
	w.risks()
	w.read()
	what := "results, and who does what by when"
	if t.risks {
		what = "risks"
		b.draft.riskMarks = append(b.draft.riskMarks, w.kept...)
	} else {
		b.draft.workMarks = append(b.draft.workMarks, w.kept...)
	}
	said := fmt.Sprintf("%s: a table of %s: %s placed", where, what, number(w.placed, "row"))
	if n := len(w.kept); n > 0 {
		said += fmt.Sprintf(", %d kept in comments", n)
	}
	if t.title != "" {
		said += "; it is headed " + abridged(t.title)
	}
	b.remarks = append(b.remarks, said)
}
