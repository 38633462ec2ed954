package importer

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// draft reads the budget of a table.
func (t *budgetTable) draft(book *bookCells, o budgetOptions) *budgetDraft {
	d := &budgetDraft{tables: t.grids, columns: t.columns()}
	d.titles(t)
	body := t.body(d.columns)
	d.rows = len(body)
	if t.further > 0 {
		d.review = append(d.review, "of the budget only the first "+number(mostRows, "row")+" were read; there are "+strconv.Itoa(t.further)+" more")
		d.say(unplaced, t.name, number(t.further, "row")+" beyond the first "+strconv.Itoa(mostRows)+" were not read")
	}
	d.relate(upToTotal(body))
	d.drop(t, body)
	d.findMain(o.year)
	d.findQuoted(o.quoted, body)
	var finder *ruleFinder
	if book != nil {
		finder = newFinder(book, t, d, body)
		finder.findSums(body)
		d.ruled = true
	}
	b := &builder{d: d, t: t, body: body}
	rest := b.build()
	b.finish()
	d.findCurrency(t)
	d.findRounding()
	d.financed = o.financed.totalOf(d.columns)
	d.behind(b, rest)
	d.name()
	if finder != nil {
		finder.findRules()
		d.lists = finder.lists
	}
	if d.total != nil { // the plan has no place for these at the total
		d.review = append(d.review, d.total.review...)
		if d.total.note != "" {
			d.review = append(d.review, "beside the total: "+d.total.note)
			d.say(unplaced, d.total.where, "the note of the total is kept in a comment: "+d.total.note)
		}
	}
	d.findUnits(t)
	d.sweep(t)
	return d
}

// titles keeps what stands above the head.
func (d *budgetDraft) titles(t *budgetTable) {
	for i := range max(t.head, 0) {
		text := t.rowText(i)
		if text != "" && !isPlainTitle(text) {
			d.review = append(d.review, "above the budget: "+text)
			d.say(unsure, t.place(i), "\""+text+"\" stands above the budget; it is kept in a comment")
		}
		t.useRow(i)
	}
	for i := max(t.head, 0); i < t.first; i++ {
		t.useRow(i)
		for c := range t.rows[i].cells {
			if comment := t.cell(i, c).comment; comment != "" {
				d.review = append(d.review, "comment at the head "+t.heads[c]+": "+comment)
				d.say(unsure, t.place(i), "a comment says: "+comment)
			}
		}
	}
	for i := range t.repeated {
		t.useRow(i)
	}
	d.say(recognised, t.name, "the budget: "+t.rolesInWords())
}

// isPlainTitle reports a title that says no more than a plan prints by itself.
func isPlainTitle(text string) bool {
	for _, w := range wordsOf(text) {
		if !titleWords[w] && !isYear(w) && !money.Currency(strings.ToUpper(w)).IsValid() {
			return false
		}
	}
	return true
}

var titleWords = setOf("budget the isu project implementation support unit secretariat work plan and of for in year table annex proposed swiss francs us dollars euros")

// rolesInWords says which column was taken for what.
func (t *budgetTable) rolesInWords() string {
	names := map[role]string{labelRole: "labels", shareRole: "shares of the total, which follow from the amounts and are not kept,", codeRole: "codes", groupRole: "groups", noteRole: "notes", amountRole: "amounts", changeRole: "changes",
		percentRole: "changes in per cent", ratioRole: "figures in per cent of another column", differenceRole: "what is left of another column", quantityRole: "quantities", timesRole: "a further number of each", costRole: "unit costs", unitRole: "units"}
	var said []string
	for c, r := range t.roles {
		name, ok := names[r]
		switch {
		case !ok:
		case t.named[c] != "":
			said = append(said, name+" in column "+xlsx.ColumnName(c+1)+" ("+t.heads[c]+", in the file "+t.named[c]+")")
		case t.heads[c] != "":
			said = append(said, name+" in column "+xlsx.ColumnName(c+1)+" ("+t.heads[c]+")")
		default:
			said = append(said, name+" in column "+xlsx.ColumnName(c+1))
		}
	}
	return strings.Join(said, ", ")
}

// findCurrency finds the currency.
func (d *budgetDraft) findCurrency(t *budgetTable) {
	d.currency = currencyInRows(t)
	for i := range t.first {
		if thousands().MatchString(t.rowText(i)) {
			if isPlainTitle(t.rowText(i)) {
				d.review = append(d.review, "the amounts are in thousands or millions: "+t.rowText(i))
			}
			d.say(unsure, t.place(i), "the amounts are in thousands or millions; they are kept as they stand")
		}
	}
}

var thousands = words(`\b(?:in |of )?(?:thousands?|millions?)\b|['’]000\b|\b[kK](?:CHF|EUR|USD)\b|\((?:CHF|EUR|USD|US\$) ?000s?\)`)

// findRounding says how amounts are rounded, by how they are shown.
func (d *budgetDraft) findRounding() {
	look := func(l *draftLine) {
		for c, a := range l.amounts {
			if a.kind == isNumber && !c.isPer() {
				d.places = min(max(d.places, a.shown), 2)
				d.parentheses = d.parentheses || a.brackets
			}
		}
	}
	each(d.lines, look)
	if d.total != nil {
		look(d.total)
	}
}

// sweep keeps what has no place: cells of columns that hold nothing of a budget.
func (d *budgetDraft) sweep(t *budgetTable) {
	for i := range t.rows {
		var left []string
		for c := range t.rows[i].cells {
			text := strings.TrimSpace(t.cell(i, c).text)
			if cell := t.cell(i, c); text == "" || cell.over || t.used[[2]int{i, c}] {
				continue
			}
			if c < len(t.heads) && t.heads[c] != "" {
				text = t.heads[c] + " " + text
			}
			left = append(left, text)
		}
		if len(left) == 0 {
			continue
		}
		where := t.place(i)
		if l := d.lineAt(i); l != nil {
			l.review = append(l.review, "the file has also: "+strings.Join(left, "; "))
		} else {
			d.review = append(d.review, where+" has also: "+strings.Join(left, "; "))
		}
		d.say(unplaced, where, "kept in a comment: "+strings.Join(left, "; "))
	}
}

// lineAt returns the line of a row.
func (d *budgetDraft) lineAt(row int) (at *draftLine) {
	each(d.lines, func(l *draftLine) {
		if l.row == row || l.sumRow == row {
			at = l
		}
	})
	return at
}

// name gives each line an id made of the words of its label.
func (d *budgetDraft) name() {
	taken := map[string]bool{"total": true, "currency": true, "financing": true}
	give := func(label, code string) string {
		id := lineID(label)
		if id == "" {
			id = lineID("line " + code)
		}
		return unique(id, taken)
	}
	each(d.lines, func(l *draftLine) { l.id = give(l.label, l.code) })
	for _, r := range d.after {
		r.id = give(r.label, r.code)
	}
	for _, s := range d.sources {
		s.id = give(s.label, s.code)
	}
	for _, o := range d.outside {
		o.id = give(o.label, "")
	}
}
