package importer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
)

var numberedName = words(`^(?:tables?|tableau|cuadro|tabla|таблица|figure|annex|matrix) ?(?:no\.? ?|n° ?)?(?:[0-9]{1,3}(?:\.[0-9]{1,2})*|[ivx]{1,4}|[a-h])(?:[ .:–-]|$)`)

// nameAbove is what a table is called that stands right above it: set off as such, numbered as tables are,
// or no paragraph where these have numbers; "" for none.
func (f *filler) nameAbove(above *passage) string {
	if above == nil || above.table != nil || above.of != nil || above.kind != noMark || above.level > 0 || above.result != nil {
		return ""
	}
	text := above.printedText()
	if numberedName().MatchString(text) && isShort(strings.TrimSuffix(text, ".")) {
		return text
	}
	if !above.emphasised && !f.numbered {
		return ""
	}
	return f.captionOfTable(above)
}

var noteOfActor = pattern.Lazy(`^([^:]{1,60}): (\S.*)$`)

// noteOfWork reads a note below a table that says what the short name of an actor stands for.
func (f *filler) noteOfWork(p *passage) bool {
	if f.inWork == nil || p.kind != noMark || p.table != nil || p.inTable || p.level > 0 || p.result != nil {
		f.inWork = nil
		return false
	}
	if f.explainsRisks(p) || f.explainsActor(p) {
		return true
	}
	if !f.isNoteOfWork(p) {
		f.inWork = nil
	}
	return false
}

// explainsRisks reports a note of the template's own that says what the levels of risks mean.
func (f *filler) explainsRisks(p *passage) bool {
	for _, word := range []string{"risk_scale", "risk_product"} {
		if own := language.Entry(f.frame.language.Words, word); f.inWork.risks && own != "" && same(own, p.printedText()) {
			if word == "risk_scale" {
				f.inWork.scaleBelow = plan.MostLevel
			}
			return true
		}
	}
	return false
}

// explainsActor reads what the short name of an actor stands for.
func (f *filler) explainsActor(p *passage) bool {
	m := noteOfActor().FindStringSubmatch(p.text)
	if m == nil {
		return false
	}
	for _, row := range f.inWork.rows {
		for i, c := range f.inWork.columns {
			if c.role != responsibleWork && c.role != partnersWork && c.role != ownerWork || !slices.Contains(namesIn(textAt(row, i)), m[1]) {
				continue
			}
			return f.draft.actors.explain(m[1], m[2])
		}
	}
	return false
}

// A note says that it is one, or is less than a paragraph where these are numbered.
var beginsNote = words(`^(?:notes?|remarks?|sources?|key|legends?|scales?|levels?|abbreviations?|acronyms)(?: [^:.]{0,40})?[:.]|^[*†‡¹²³]`)

// isNoteOfWork reports another note below such a table: a plan has no place for it.
func (f *filler) isNoteOfWork(p *passage) bool {
	const longest = 40 // words
	next, text := f.next, p.printedText()
	isLast := next == nil || next.table == nil && next.of == nil && next.work == nil
	if !beginsNote().MatchString(text) && (!f.numbered || !isLast || p.emphasised || len(strings.Fields(text)) > longest) {
		return false
	}
	if m := scaleAt().FindStringSubmatch(text); m != nil && f.inWork.risks {
		f.inWork.scaleBelow, _ = strconv.Atoi(m[1])
	}
	return true
}

// headed takes what a table of money is called for no paragraph: the template has a name for it.
func (f *filler) headed(p *passage) {
	if f.above == nil || !numberedName().MatchString(f.above.printedText()) {
		return
	}
	if title := f.nameAbove(f.above); title != "" && f.captionOf(f.above) != "" {
		f.dropCaption(f.above)
		f.above.furniture = true
		f.remarks = append(f.remarks, fmt.Sprintf("the table at %s is headed %s", p.where, abridged(title)))
	}
}
