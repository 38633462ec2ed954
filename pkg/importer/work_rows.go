package importer

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// workReader reads the rows of a table of results, of work or of risks into the draft. What a row
// says that has no place is kept beside what the row is about.
type workReader struct {
	*chainFinder
	table    *workTable
	times    *timeReader
	language levels
	path     []*draftResult
	last     *draftIndicator
	placed   int
	asked    bool     // whether the day of a baseline is the right one
	kept     []string // rows without a place
}

// read reads all rows.
func (w *workReader) read() {
	w.path = w.table.path
	for i := range w.table.rows {
		row := &w.table.rows[i]
		if w.isHeadAgain(row) || row.inOneLine() == "" {
			continue
		}
		before := w.placed
		if why := w.row(row); why != "" {
			if w.namesResult(row) {
				w.path, w.last = nil, nil // rows that go on with it are about nothing that is known
			}
			w.kept = append(w.kept, fmt.Sprintf("%s (%s, %s of the table): %s", why, w.table.name, row.where, w.inHeads(row)))
		} else if w.placed == before {
			w.placed++
		}
	}
}

// namesResult reports a row that names a result, or may.
func (w *workReader) namesResult(row *gridRow) bool {
	if _, _, alone := onlyCell(row); alone {
		return true
	}
	for i, c := range w.table.columns {
		if (c.role == resultWork || c.role == outcomeWork || c.role == outputWork || c.role == activityWork) && !isNothing(textAt(*row, i)) {
			return true
		}
	}
	return false
}

// inHeads is what a row says, each cell behind the head of its column.
func (w *workReader) inHeads(row *gridRow) string {
	var said []string
	for i := range row.cells {
		text := strings.TrimSpace(row.cells[i].text + " " + commentOf(row.cells[i]))
		if text == "" || row.cells[i].over {
			continue
		}
		if i < len(w.table.columns) && w.table.columns[i].head != "" {
			text = w.table.columns[i].head + ": " + text
		}
		said = append(said, text)
	}
	return strings.Join(said, " | ")
}

func (w *workReader) isHeadAgain(row *gridRow) bool {
	cells := 0
	for i, c := range w.table.columns {
		text := textAt(*row, i)
		if c.head != "" && text != "" && plainHead(text) != plainHead(c.head) {
			return false
		}
		if text != "" {
			cells++
		}
	}
	return cells > 1
}

// row reads a row; the reason says why it has no place.
func (w *workReader) row(row *gridRow) (why string) {
	if row.hidden {
		return "it is hidden in the file"
	}
	if w.table.risks {
		return w.risk(row)
	}
	if text, column, alone := onlyCell(row); alone {
		return w.alone(row, text, column)
	}
	var marks []string
	names, last := false, w.last
	for i, c := range w.table.columns {
		depth, is := map[workRole]int{resultWork: 0, outcomeWork: 1, outputWork: 2, activityWork: 3}[c.role]
		text := textAt(*row, i)
		if !is || isNothing(text) {
			continue
		}
		names = true
		mark, why := w.enter(text, depth)
		if why != "" {
			return why
		}
		if mark != "" && !row.cells[i].over {
			marks = append(marks, mark)
		}
	}
	if len(w.path) == 0 {
		return "it does not say which result it is about"
	}
	if w.table.has(activityWork) > 0 && !names && w.table.has(indicatorWork) == 0 {
		if textIsAt(row, w.table, milestoneWork) == "" {
			return "it does not say which activity it is about"
		}
	}
	if w.goesOn(row, last) {
		w.last = last
	}
	w.take(marks...)
	return w.cells(row)
}

// goesOn reports a row that says more of the indicator of the row above, whose cell is merged over both.
func (w *workReader) goesOn(row *gridRow, last *draftIndicator) bool {
	for i, c := range w.table.columns {
		if c.role == indicatorWork && i < len(row.cells) && row.cells[i].carried {
			return last != nil && last.text == textAt(*row, i)
		}
	}
	return false
}

// take keeps marks with the result that the row is about.
func (w *workReader) take(marks ...string) {
	r := w.path[len(w.path)-1]
	r.marks = append(r.marks, marks...)
}

// onlyCell returns the text of a row that has only one, which may reach over all columns.
func onlyCell(row *gridRow) (text string, column int, alone bool) {
	column = -1
	for i := range row.cells {
		said := strings.TrimSpace(row.cells[i].text)
		switch {
		case said == "" || row.cells[i].over && said == text:
		case column >= 0:
			return "", 0, false
		default:
			text, column = said, i
		}
	}
	return text, column, column >= 0
}

// alone reads a row of one cell: the head of a group, or an indicator of which no more is known.
func (w *workReader) alone(row *gridRow, text string, column int) (why string) {
	c := workColumn{}
	if column < len(w.table.columns) {
		c = w.table.columns[column]
	}
	depth := map[workRole]int{outcomeWork: 1, outputWork: 2, activityWork: 3}[c.role]
	n := w.name(text)
	switch {
	case n.number == "" && c.role == indicatorWork && len(w.path) > 0 && w.find(n, 0).path == nil:
		return w.cells(row)
	case n.word != "":
		depth = w.depthOf(n)
	case n.number != "" && w.depthOf(n) > 0 && c.role != activityWork:
		depth = w.depthOf(n)
	}
	if c.role != unknownWork && c.role != resultWork && c.role != indicatorWork && c.role != numberWork && depth == 0 {
		if len(w.path) > 0 && c.role != outcomeWork {
			return w.cells(row)
		}
	}
	mark, why := w.enter(text, depth)
	if why == "" && mark != "" {
		w.take(mark)
	}
	if why == "" && depth == 3 && w.makes[3] && n.number == "" {
		w.take("it is alone in its row of the table: it may be the heading of those below")
	}
	return why
}

// enter makes a result the one that rows are about.
func (w *workReader) enter(text string, depth int) (mark, why string) {
	n := w.name(text)
	if d := w.depthOf(n); depth == 0 || n.word != "" && w.frame.results[n.word] > 0 {
		depth = d
	}
	if f := w.look(n, depth); f.path != nil {
		w.path, w.last = f.path, nil
		if f.other != "" {
			mark = "a table words it so: " + f.other
		}
		return mark, ""
	} else if depth == 0 || !w.makes[depth] || n.text == "" {
		return "", cmp.Or(f.why, "the plan has no result of this number")
	}
	if isTotal(n.text) {
		return "", "it is a total"
	}
	w.path, w.last = w.make(n, w.path, depth), nil
	return "", ""
}

func textIsAt(row *gridRow, t *workTable, role workRole) string {
	for i, c := range t.columns {
		if c.role == role {
			return textAt(*row, i)
		}
	}
	return ""
}

// cells reads what a row says of the result that it is about.
func (w *workReader) cells(row *gridRow) (why string) {
	r := w.path[len(w.path)-1]
	var left []string
	keep := func(i int) { left = append(left, w.table.columns[i].head+": "+textAt(*row, i)) }
	goesOn := w.goesOn(row, w.last)
	if name := textIsAt(row, w.table, indicatorWork); !isNothing(name) && !goesOn {
		known := w.sameIndicator(r, name)
		if known == nil && len(r.indicators) == mostIndicators {
			return "a result may have " + strconv.Itoa(mostIndicators) + " indicators"
		}
		if w.last = known; known == nil {
			w.last = &draftIndicator{text: name, words: strings.Join(wordsOf(name), " "), of: w.table}
			r.indicators = append(r.indicators, w.last)
			if n := linesAt(row, w.table, indicatorWork); n > 1 {
				w.last.marks = append(w.last.marks, fmt.Sprintf("its cell has %d lines: they may be several indicators", n))
			}
		}
	}
	isActivity := len(w.path) == 3
	var marked []string
	for i := range row.cells {
		text := w.text(row, i)
		if i >= len(w.table.columns) {
			if text != "" {
				left = append(left, text)
			}
			continue
		}
		if comment := commentOf(row.cells[i]); comment != "" {
			left = append(left, comment)
		}
		c := w.table.columns[i]
		ofWork := c.role == responsibleWork || c.role == partnersWork || c.role == whenWork || c.role == timeWork || c.role == milestoneWork || c.role == dateWork
		switch {
		case text == "" || row.cells[i].over && c.role == unknownWork:
		case !ofWork && goesOn && row.cells[i].carried: // the row above has said it
		case c.role != timeWork && w.reachesOver(row, i):
			keep(i)
		case c.role == indicatorWork, c.role == resultWork, c.role == outcomeWork, c.role == outputWork, c.role == activityWork:
		case c.role == numberWork && isNumberOf(text):
		case isNothing(text):
		case ofWork && (!isActivity || w.table.has(indicatorWork) > 0 && w.table.has(activityWork) == 0):
			keep(i)
		case c.role == timeWork && isMark(text):
			for _, over := range w.table.columns[i:min(i+max(row.cells[i].span, 1), len(w.table.columns))] {
				if over.role == timeWork {
					marked = append(marked, over.time)
				}
			}
		case ofWork && w.ofActivity(r, c, row, text):
		case !ofWork && w.last != nil && w.ofIndicator(w.last, c, text):
		default:
			keep(i)
		}
	}
	w.mark(r, marked)
	w.leave(r, left)
	w.placed++
	return ""
}

// sameIndicator returns the indicator of a result that another table has in the same words; nil for none.
func (w *workReader) sameIndicator(r *draftResult, text string) *draftIndicator {
	words := strings.Join(wordsOf(text), " ")
	for _, in := range r.indicators {
		if in.of != w.table && in.words == words {
			return in
		}
	}
	return nil
}

// isNumberOf reports the number of a row.
func isNumberOf(text string) bool {
	_, err := strconv.Atoi(strings.Trim(text, ".)"))
	return err == nil
}

// leave keeps what has no place with the indicator or the result of the row.
func (w *workReader) leave(r *draftResult, left []string) {
	if len(left) == 0 {
		return
	}
	mark := "the table has also: " + strings.Join(left, "; ")
	if w.last != nil && w.table.has(indicatorWork) > 0 {
		w.last.marks = append(w.last.marks, mark)
		return
	}
	r.marks = append(r.marks, mark)
}

// mark takes the quarters or months that a row marks.
func (w *workReader) mark(r *draftResult, marked []string) {
	if len(marked) == 0 {
		return
	}
	times, ok := w.times.marked(marked)
	if !ok || len(times)+len(r.work.when) > mostTimes {
		r.marks = append(r.marks, "the table marks these times, which are not clear in this period: "+strings.Join(marked, ", "))
		return
	}
	w.when(r, times)
}

func (w *workReader) when(r *draftResult, times []string) {
	for _, t := range times {
		if !contains(r.work.when, t) {
			r.work.when = append(r.work.when, t)
		}
	}
}

// text is what a cell says; the lines of one with names, times or milestones stand for themselves.
func (w *workReader) text(row *gridRow, column int) string {
	c := row.cells[column]
	if column >= len(w.table.columns) || len(c.lines) < 2 {
		return strings.TrimSpace(c.text)
	}
	switch w.table.columns[column].role {
	case responsibleWork, partnersWork, ownerWork, whenWork, milestoneWork:
		var said []string
		for _, l := range c.lines {
			if l = strings.Trim(l, " ;,•–-"); l != "" {
				said = append(said, l)
			}
		}
		return strings.Join(said, "; ")
	}
	return strings.TrimSpace(c.text)
}

// linesAt is how many lines a cell has, 1 where the file does not say.
func linesAt(row *gridRow, t *workTable, role workRole) int {
	for i, c := range t.columns {
		if c.role == role {
			return max(1, len(cellAt(*row, i).lines))
		}
	}
	return 1
}

// reachesOver reports a cell that stands below the heads of several columns, or repeats the one left
// of it.
func (w *workReader) reachesOver(row *gridRow, column int) bool {
	c := row.cells[column]
	if c.over {
		return column > 0 && textAt(*row, column-1) == c.text
	}
	for i := column + 1; i < min(column+c.span, len(w.table.columns)); i++ {
		if w.table.columns[i].head != "" && w.table.columns[i].head != w.table.columns[column].head {
			return true
		}
	}
	return false
}
