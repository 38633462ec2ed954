package importer

import (
	"strings"
)

// outsideRow takes a row for a contribution in kind.
func (d *budgetDraft) outsideRow(t *budgetTable, r *bodyRow) {
	o := &draftOutside{label: r.label, note: r.note}
	for _, c := range d.columns {
		a := r.amounts[c]
		rest := strings.Trim(strings.Join(strings.Fields(inKindMarks().ReplaceAllString(a.text, " ")), " "), " ()[]:;,–-")
		read := t.spelled.readAmount(rest)
		switch {
		case a.kind == isNumber && o.value == nil, rest != "" && read.kind == isNumber && o.value == nil:
			if a.kind != isNumber {
				a = read
			}
			o.value = &a.value
		case a.kind == isNumber, a.kind == isTwofold, read.kind == isNumber:
			o.review = append(o.review, c.label+": the file has "+a.text)
		case rest != "" && read.kind == noAmount && o.provider == "":
			o.provider = rest
		case rest != "" && rest != o.provider && read.kind == noAmount:
			o.review = append(o.review, c.label+": the file has "+a.text)
		}
		t.used[[2]int{r.at, c.at}] = true
	}
	const short = 70 // a name, not a sentence
	if o.value != nil && o.value.IsNegative() {
		o.review, o.value = append(o.review, "the file has the value "+o.value.String()), nil
	}
	if o.provider == "" && o.note != "" && len(o.note) <= short && !strings.ContainsAny(o.note, ".;,") {
		o.provider, o.note = inKindMarks().ReplaceAllString(o.note, ""), ""
		o.provider = strings.Trim(o.provider, " ()[]:;,–-")
	}
	if oneLine(o.provider) == "" {
		o.provider = giverIn(r.label + ". " + r.note)
	}
	if oneLine(o.provider) == "" {
		o.provider = "Not said"
		o.review = append(o.review, "the file does not say who gives it")
		d.say(unsure, r.where, "\""+r.label+"\" is given in kind; the file does not say by whom")
	}
	if oneLine(o.label) == "" {
		o.label = "In kind"
	}
	if r.code != "" {
		o.label = r.code + " " + o.label
	}
	for c := range t.rows[r.at].cells {
		if comment := t.cell(r.at, c).comment; comment != "" {
			o.review = append(o.review, "comment: "+comment)
		}
	}
	d.placed++
	d.say(recognised, r.where, "\""+r.label+"\" is given in kind by "+o.provider+", outside of the total")
	d.outside = append(d.outside, o)
}

var (
	inKindMarks = words(`\b(?:as an? )?(?:contributions?|contributed|provided|given|support|covered|borne|paid)?\s*\(?in[- –]?kind\)?(?:\s+contributions?|\s+support)?(?:\s+(?:by|from|of)\b)?|\b(?:provided|covered|borne|contributed|given)\s+(?:free of charge\s+)?by\b|\bfree of charge\b|\bat no cost\b|\bpro[- ]?bono\b`)
	giverWords  = words(`(?:contribution (?:of|from|by)|provided by|borne by|covered by|given by|paid by|(?:in[- ]kind|free of charge) (?:by|from)|in[- ]kind:? ?\()\s*(?:the\s+)?([\p{L}][^.;:,()]{1,80})`)
)

// giverIn finds who gives something in what is said of it; "" where it is not said.
func giverIn(text string) string {
	if m := giverWords().FindStringSubmatch(text); m != nil {
		return strings.TrimSpace(m[1])
	}
	return ""
}

// keep puts a row that has no place into a comment.
func (d *budgetDraft) keep(t *budgetTable, r *bodyRow, why string) {
	d.review = append(d.review, r.where+": "+t.rowText(r.at))
	d.say(unplaced, r.where, "\""+t.rowText(r.at)+"\" "+why+"; it is kept in a comment")
	t.useRow(r.at)
}

// rowText is a row in one line.
func (t *budgetTable) rowText(row int) string {
	var said []string
	for c := range t.rows[row].cells {
		cell := t.cell(row, c)
		text := strings.TrimSpace(cell.text)
		if text == "" || cell.over {
			continue
		}
		if cell.comment != "" {
			text += " (comment: " + cell.comment + ")"
		}
		said = append(said, text)
	}
	return strings.Join(said, " | ")
}

func (t *budgetTable) useRow(row int) {
	for c := range t.rows[row].cells {
		t.used[[2]int{row, c}] = true
	}
}
