package importer

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

var figureForm = pattern.Lazy(`\d{1,3}(?:[ ,.'’\x{A0}\x{2009}\x{202F}]\d{3})+|\d{5,}`)

// figuresIn are the amounts that a text names, their digits alone; years are none.
func figuresIn(text string) (figures []string) {
	for _, f := range figureForm().FindAllString(text, -1) {
		figures = append(figures, noDigits().ReplaceAllString(f, ""))
	}
	return figures
}

var noDigits = pattern.Lazy(`\D`)

// findQuoted marks the column whose total alone is what the summary names.
func (d *budgetDraft) findQuoted(quoted []string, body []*bodyRow) {
	rows := upToTotal(body)
	if len(quoted) != 1 || len(rows) == 0 || !grandWords().MatchString(strings.TrimSpace(rows[len(rows)-1].label)) {
		return
	}
	var main []*draftColumn
	for _, c := range d.columns {
		a := rows[len(rows)-1].amounts[c]
		if c.isMoney() && a.kind == isNumber && a.value.String() == quoted[0] {
			main = append(main, c)
		}
	}
	if len(main) != 1 {
		return
	}
	for _, c := range d.columns {
		c.main = false
	}
	main[0].main = main[0] != d.mainColumn() || main[0].kind == ofAmounts && len(ofKind(d.columns, ofAmounts)) > 2
}
