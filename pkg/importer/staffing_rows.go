package importer

import "strings"

// postsDraft reads the rows of a table of posts: categories with their grades and subtotals,
// categories as a whole, the total, and what stands behind it. The reason says what is not
// understood.
func postsDraft(t *budgetTable) (d *budgetDraft, why string) {
	d = &budgetDraft{columns: t.columns()}
	body := t.body(d.columns)
	d.relate(upToTotal(body))
	var open, last *draftLine
	for i, r := range body {
		l := &draftLine{label: label(r), amounts: r.amounts, footnotes: r.footnotes, row: r.at}
		l.noteFigures(t, r, d.columns)
		switch {
		case len(l.review) > 0:
			return nil, "a row has notes on all of it and on single figures"
		case !r.hasFigures():
			open = l
			open.group, last = true, nil
			d.lines = append(d.lines, open)
		case open != nil && len(open.lines) > 0 && (isTotal(l.label) || same(l.label, open.label)) && addsUp(open.lines, r.amounts):
			open.subtotal, open.amounts = l.label, r.amounts
			open.addNotes(l)
			open, last = nil, open
		case isTotal(l.label) && addsUp(d.lines, r.amounts):
			if open != nil && len(open.lines) == 0 {
				return nil, "a category has no grades"
			}
			d.total, d.rest = l, body[i+1:]
			return d, ""
		case isTotal(l.label):
			return nil, "its sums are not what its rows come to"
		case gradeForm().MatchString(l.label) && open != nil:
			open.lines = append(open.lines, l)
		default:
			if open != nil && len(open.lines) > 0 {
				return nil, "a category has no subtotal"
			}
			if open != nil || last != nil && same(last.label, l.label) {
				return nil, "a row is no grade: " + l.label
			}
			d.lines = append(d.lines, l)
		}
		if open != nil && !strings.EqualFold(open.label, l.label) {
			open.amounts = summed(open.lines, d.columns)
		}
	}
	return nil, "it has no total"
}

// summed adds up the figures of lines.
func summed(lines []*draftLine, columns []*draftColumn) map[*draftColumn]amount {
	sums := map[*draftColumn]amount{}
	for _, c := range columns {
		sum := amount{kind: isNumber}
		for _, l := range lines {
			sum.value, sum.shown = sum.value.Add(l.amounts[c].value), max(sum.shown, l.amounts[c].shown)
		}
		sums[c] = sum
	}
	return sums
}
