package importer

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

var footnoteText = pattern.Lazy(`^([a-z]/|\([a-z]\)|\*{1,3}|[¹²³⁴-⁹])\s*(\S.*)$`)

// footnoted takes a text below the table for the footnote of the line whose label has its
// mark, as in "Co-financing a/". It is false where no line has it.
func (d *budgetDraft) footnoted(text string) (found bool) {
	m := footnoteText().FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return false
	}
	each(d.lines, func(l *draftLine) {
		label, ok := strings.CutSuffix(strings.TrimSpace(l.label), m[1])
		if !ok || found || l.footnote != "" || strings.TrimSpace(label) == "" {
			return
		}
		l.label, l.footnote, found = strings.TrimSpace(label), m[2], true
		d.say(recognised, l.where, "\""+m[2]+"\" is the footnote of \""+l.label+"\"")
	})
	return found
}
