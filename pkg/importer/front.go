package importer

import (
	"slices"
	"strings"
)

// front reads what stands before the first section: the masthead, and the summary.
func (b *placer) front(list []*passage) {
	r := mastheadReader{masthead: &b.draft.masthead, dates: b.dates}
	titled := slices.ContainsFunc(list, func(p *passage) bool { return p.style == "title" })
	at := 0
	for ; at < len(list) && !b.isSummary(list[at]); at++ {
		p := list[at]
		p.near = "document"
		b.headPassage(p, &r, isTitle(p) && (!titled || p.style == "title"))
	}
	if at < len(list) {
		list[at].placed = true
		b.box(list[at+1:])
	}
}

func (b *placer) isSummary(p *passage) bool { return same(p.text, b.frame.box.title) }

// headPassage reads a passage of the masthead.
func (b *placer) headPassage(p *passage, r *mastheadReader, title bool) {
	// A date and a language may stand in one cell.
	if m := originals().FindStringIndex(p.text); m != nil && m[0] > 0 {
		b.headPassage(&passage{text: strings.TrimSpace(p.text[:m[0]]), where: p.where, near: p.near}, r, title)
		p.text, title = strings.TrimSpace(p.text[m[0]:]), false
	}
	switch {
	case p.table != nil:
		b.lose(p)
		return
	case r.title == "" && title:
		r.titled(p.text)
	case r.read(p):
	default:
		b.lose(p)
		return
	}
	p.placed = true
}

// box reads the summary: an objective, objectives, outcomes, and the line of the budget.
func (b *placer) box(list []*passage) {
	kind := ""
	for _, p := range list {
		p.near = "summary"
		switch lead := b.boxLead(p); {
		case lead != "":
			kind = lead
		case b.isBudgetLine(p):
			kind = ""
			b.options.quoted = append(b.options.quoted, figuresIn(p.text)...)
		case kind == xObjectives && p.isItem():
			b.draft.summary.objectives = append(b.draft.summary.objectives, p.said())
		case kind == xSummary && p.isItem():
			b.draft.summary.outcomes = append(b.draft.summary.outcomes, p.said())
		case b.draft.summary.objective == nil && !p.isItem() && p.table == nil:
			s := p.said()
			b.draft.summary.objective = &s
		case p.isItem() && kind == "" && b.draft.summary.objective != nil:
			b.draft.summary.objectives = append(b.draft.summary.objectives, p.said())
		default:
			b.lose(p)
			continue
		}
		p.placed = true
	}
}

// boxLead returns which part of the summary a passage introduces, "" where it is none.
func (b *placer) boxLead(p *passage) string {
	if p.table != nil || !isShort(p.text) {
		return ""
	}
	const near = 60
	found, best := "", near
	for _, kind := range []string{xObjective, xObjectives, xSummary} {
		if n := alike(b.frame.box.leads[kind], p.text); n > best || n == best && same(b.frame.box.leads[kind], p.text) {
			found, best = kind, n
		}
	}
	return found
}

// isBudgetLine reports whether a passage is the summary's line of the budget.
func (b *placer) isBudgetLine(p *passage) bool {
	label, _, _ := strings.Cut(b.frame.box.line, ":")
	own, rest, ok := strings.Cut(p.text, ":")
	return ok && same(label, own) && hasDigits(rest) && !slices.ContainsFunc(strings.Fields(rest), func(w string) bool {
		const short = 3 // a currency, or what stands before the last of several
		return !hasDigits(w) && len(w) > short
	})
}

func hasDigits(s string) bool { return strings.ContainsAny(s, "0123456789") }

// isItem reports whether a passage is one of a list.
func (p *passage) isItem() bool {
	return p.kind == itemMark || p.kind == bulletMark || p.kind == partMark
}

// said is a passage as a text of the plan, with the comments that were made on it.
func (p *passage) said() said {
	s := said{text: p.text, spans: p.spans}
	for _, c := range p.comments {
		s.marks = append(s.marks, commented(c))
	}
	s.marks = append(s.marks, p.beside...)
	return s
}

// margins reads what stands in the margins of the pages: the symbol and the job number; the
// rest is said.
func (b *placer) margins(texts []string) {
	r := mastheadReader{masthead: &b.draft.masthead, dates: b.dates}
	told := map[string]bool{}
	for _, s := range texts {
		switch {
		case s == "" || told[s] || recycleAt().MatchString(s) || distributionAt().MatchString(s) || barcodeAt().MatchString(s) || r.signs(s):
		default:
			b.remarks = append(b.remarks, "in the margins of the pages, and not in the plan: "+s)
		}
		told[s] = true
	}
}
