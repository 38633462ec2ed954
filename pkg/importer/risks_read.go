package importer

import (
	"slices"
	"strconv"
	"strings"
)

// risk reads a row of a register of risks.
func (w *workReader) risk(row *gridRow) (why string) {
	text := textIsAt(row, w.table, riskWork)
	_, column, alone := onlyCell(row)
	if isNothing(text) || alone && (row.bold || row.cells[column].span > 1) {
		return "it is no row of a risk"
	}
	r, known := w.sameRisk(text)
	if !known && len(w.draft.risks) == mostRisks {
		return "a plan may have " + strconv.Itoa(mostRisks) + " risks"
	}
	if alone {
		r.marks = append(r.marks, "it is alone in its row of the table: it may be the heading of those below")
	}
	var scores []string
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
		mark := strings.TrimPrefix("the table has also: "+c.head+": "+text, ": ")
		if c.role == scoreWork {
			scores = append(scores, text, mark)
			continue
		}
		r.marks = append(r.marks, mark)
	}
	for i := 0; i < len(scores); i += 2 {
		if !r.score(scores[i]) {
			r.marks = append(r.marks, scores[i+1])
		}
	}
	if !known {
		w.draft.risks = append(w.draft.risks, r)
	}
	return ""
}

// sameRisk returns the risk of another table that has the same words, or else a new one: a register may
// stand in the document and in the workbook.
func (w *workReader) sameRisk(text string) (r *draftRisk, known bool) {
	words := strings.Join(wordsOf(text), " ")
	for _, r := range w.draft.risks {
		if r.of != w.table && r.words == words {
			return r, true
		}
	}
	return &draftRisk{text: text, words: words, of: w.table}, false
}

func (w *workReader) ofRisk(r *draftRisk, c workColumn, text string) bool {
	switch c.role {
	case likelihoodWork:
		return setOnce(&r.likelihood, w.language.of(text))
	case impactWork:
		return setOnce(&r.impact, w.language.of(text))
	case responseWork:
		return setOnce(&r.response, text)
	case ownerWork:
		if r.of != w.table && len(r.owner) > 0 { // of another table
			names, ok := w.draft.actors.add(namesIn(text))
			return ok && slices.Equal(names, r.owner)
		}
		return w.names(&r.owner, text)
	}
	return false
}
