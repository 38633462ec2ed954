package proof

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/readback"
)

// headRows returns the heads of a table as a format prints them. Where it has one row only,
// each head says what stands over it too.
func headRows(t *document.Table, format string) [][]document.HeadCell {
	if format != "md" {
		return t.HeadRows()
	}
	var row []document.HeadCell
	for i, text := range t.FullHeads() {
		row = append(row, document.HeadCell{Text: text, From: i, To: i + 1, Rows: 1})
	}
	return [][]document.HeadCell{row}
}

// addHeads adds the heads of a portion.
func (f *flattener) addHeads(p *portion, place string) {
	var all []string
	for n, row := range headRows(p.Table, f.format) {
		if n > 0 {
			f.rows++
		}
		for _, h := range row {
			all = append(all, texts(wordsOf(h.Text, 0))...)
			what, of := fmt.Sprintf("%s, head of column %d", place, p.columns[h.From]+1), p.columns[h.From]+1
			if h.To-h.From > 1 {
				what = fmt.Sprintf("%s, head of columns %d to %d", place, p.columns[h.From]+1, p.columns[h.To-1]+1)
				of = 0
			}
			f.addHead(what, of, &h)
		}
	}
	if len(all) > 0 {
		f.heads = append(f.heads, all)
	}
}

// addHead adds a head.
func (f *flattener) addHead(place string, of int, h *document.HeadCell) {
	n := len(f.list)
	if f.addCell(place, h.From+1, of, h.Text); len(f.list) > n {
		f.list[n].over = h.To - h.From
	}
}

// beyondHead returns the lines in the margins of a page that are no part of a table's
// head. A head is printed again where a table goes on, once and with all of its words: the
// lines of its cells come in any order.
func beyondHead(lines []readback.Line, heads [][]string) (others []readback.Line) {
	isHead := linesOfHead(lines, heads)
	for i, l := range lines {
		if !isHead[i] {
			others = append(others, l)
		}
	}
	return others
}

// linesOfHead says of each line whether it is a part of the longest head that is printed
// with all of its words.
func linesOfHead(lines []readback.Line, heads [][]string) []bool {
	best, longest := make([]bool, len(lines)), 0
	for _, head := range heads {
		if len(head) <= longest {
			continue
		}
		left := map[string]int{}
		for _, w := range head {
			left[w]++
		}
		isHead, taken := make([]bool, len(lines)), 0
		for i, l := range lines {
			n := take(left, texts(split(clean(l.Text))))
			isHead[i] = n > 0
			taken += n
		}
		if taken == len(head) {
			best, longest = isHead, taken
		}
	}
	return best
}

// withoutHead takes the head that is printed again out of a page. Other lines of furniture
// are the names of rows, where columns go on beside: a PDF of our own marks them as no part of
// the text, and other programs print them as text. Both are compared in their order, so that
// a name at another row is found.
func withoutHead(lines []readback.Line, heads [][]string) (out []readback.Line) {
	var aside []readback.Line
	for _, l := range lines {
		if l.Kind == readback.Aside {
			aside = append(aside, l)
		}
	}
	isHead := linesOfHead(aside, heads)
	for _, l := range lines {
		if l.Kind == readback.Aside {
			again := isHead[0]
			if isHead = isHead[1:]; again {
				continue
			}
			l.Kind = readback.Body
		}
		out = append(out, l)
	}
	return out
}

// runOn joins lines that split a word.
func runOn(lines []readback.Line) (out []readback.Line) {
	for _, l := range lines {
		if n := len(out); n > 0 && !strings.HasSuffix(out[n-1].Text, " ") {
			out[n-1].Text += l.Text
		} else {
			out = append(out, l)
		}
	}
	return out
}

// take takes all words of a line, or none, and returns how many.
func take(left map[string]int, words []string) int {
	for i, w := range words {
		if left[w] == 0 {
			for _, back := range words[:i] {
				left[back]++
			}
			return 0
		}
		left[w]--
	}
	return len(words)
}

// repeated marks a table's head, or the names above a chart, at the top of a page: there it may be printed once
// more.
func repeated(page []word, heads [][]string) {
	for _, head := range heads {
		if len(page) < len(head) || strings.Join(texts(page[:len(head)]), " ") != strings.Join(head, " ") {
			continue
		}
		for i := range head {
			page[i].repeat = true
		}
	}
}

// repeats reports whether the file has nothing more than a table's head at the top of a
// page on which the table goes on. The words before it may be the same, and may have been
// taken for the head.
func (c *comparison) repeats(h hunk) bool {
	if h.from != h.to || !c.goesOn(h.from) {
		return false
	}
	others := 0 // words that are no repeats
	for _, w := range c.got[h.gotFrom:h.gotTo] {
		if !w.repeat {
			others++
		}
	}
	for from, to := h.gotFrom, h.gotTo; others > 0; from, to = from-1, to-1 {
		if from == 0 || !c.got[from-1].repeat || c.got[from-1].text != c.got[to-1].text {
			return false
		}
		if !c.got[to-1].repeat {
			others--
		}
	}
	return true
}

// goesOn reports whether a table or a chart goes on at a word of the plan.
func (c *comparison) goesOn(at int) bool {
	if at == 0 || at == len(c.want) {
		return false
	}
	before, here := &c.passages[c.want[at-1].passage], &c.passages[c.want[at].passage]
	if _, isChart := here.Of.(*document.Chart); isChart {
		return before.Of == here.Of
	}
	return here.table > 0 && before.table == here.table
}
