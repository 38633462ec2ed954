package proof

import (
	"fmt"
	"maps"
	"slices"
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
			if !f.isAgain(p.again[h.From] || h.Upper && p.begun[h.From], h.Text) {
				f.addCell(what, h.From+1, of, h.Text)
			}
		}
	}
	if len(all) > 0 {
		f.heads = append(f.heads, all)
	}
}

// beyondHead returns the lines in the margins of a page that are no part of a table's
// head. A head is printed again where a table goes on, once and with all of its words: the
// lines of its cells come in any order. So is what names the rows, where columns go on beside.
func (f *flattener) beyondHead(lines []readback.Line) []readback.Line {
	lines = withoutHead(lines, f.heads)
	if len(f.again) == 0 {
		return lines
	}
	left := maps.Clone(f.again)
	return slices.DeleteFunc(lines, func(l readback.Line) bool { return take(left, texts(split(clean(l.Text)))) > 0 })
}

func withoutHead(lines []readback.Line, heads [][]string) []readback.Line {
	for _, head := range heads {
		left := map[string]int{}
		for _, w := range head {
			left[w]++
		}
		var others []readback.Line
		taken := 0
		for _, l := range lines {
			if n := take(left, texts(split(clean(l.Text)))); n > 0 {
				taken += n
			} else {
				others = append(others, l)
			}
		}
		if taken == len(head) {
			return others
		}
	}
	return lines
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

// repeated marks a table's head at the top of a page: there it may be printed once
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

// goesOn reports whether a table goes on at a word of the plan.
func (c *comparison) goesOn(at int) bool {
	if at == 0 || at == len(c.want) {
		return false
	}
	table := c.passages[c.want[at].passage].table
	return table > 0 && c.passages[c.want[at-1].passage].table == table
}
