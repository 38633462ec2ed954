package importer

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/plan"
)

// levels are the words for how likely a risk is and how much it would harm, in lower case: what a
// plan has for them.
type levels map[string]string

// levelsOf are those of a language, and the short forms that registers have.
func levelsOf(l *language.Language) levels {
	out := levels{"vl": "very low", "l": "low", "m": "medium", "med": "medium", "med.": "medium", "h": "high", "vh": "very high"}
	for _, level := range plan.Levels() {
		out[level] = level
		if word := language.Entry(l.Words, "level_"+strings.ReplaceAll(level, " ", "_")); word != "" {
			out[strings.ToLower(word)] = level
		}
	}
	return out
}

// risk reads a row of a register of risks.
func (w *workReader) risk(row *gridRow) (why string) {
	text := textIsAt(row, w.table, riskWork)
	_, column, alone := onlyCell(row)
	if isNothing(text) || alone && (row.bold || row.cells[column].span > 1) {
		return "it is no row of a risk"
	}
	if len(w.draft.risks) == mostRisks {
		return "a plan may have " + strconv.Itoa(mostRisks) + " risks"
	}
	r := &draftRisk{text: text}
	if alone {
		r.marks = append(r.marks, "it is alone in its row of the table: it may be the heading of those below")
	}
	for i := range row.cells {
		text := w.text(row, i)
		c := workColumn{}
		if i < len(w.table.columns) {
			c = w.table.columns[i]
		}
		if comment := commentOf(row.cells[i]); comment != "" {
			r.marks = append(r.marks, comment)
		}
		if text == "" || c.role == riskWork || isNothing(text) || c.role == numberWork && isNumberOf(text) || w.ofRisk(r, c, text) {
			continue
		}
		r.marks = append(r.marks, strings.TrimPrefix("the table has also: "+c.head+": "+text, ": "))
	}
	w.draft.risks = append(w.draft.risks, r)
	return ""
}

func (w *workReader) ofRisk(r *draftRisk, c workColumn, text string) bool {
	switch c.role {
	case likelihoodWork:
		return r.likelihood == "" && setOnce(&r.likelihood, w.language[strings.ToLower(text)]) && r.likelihood != ""
	case impactWork:
		return r.impact == "" && setOnce(&r.impact, w.language[strings.ToLower(text)]) && r.impact != ""
	case responseWork:
		return setOnce(&r.response, text)
	case ownerWork:
		return w.names(&r.owner, text)
	}
	return false
}
