package manual

import "strings"

// gap is how many blanks stand between two columns.
const gap = 2

// table writes a table in columns, in which texts are broken where it would be too wide;
// where that does not help, each row is written below the one before.
func (t *typist) table(rows [][][]Run, indent string) {
	widths, ok := t.fit(rows, t.Width-len(indent))
	if !ok {
		t.records(rows, indent)
		return
	}
	broken := false
	for i, row := range rows {
		if i > 1 && broken {
			t.out.WriteByte('\n')
		}
		broken = t.row(row, widths, i == 0, indent) > 1
		if i == 0 {
			var rules []string
			for _, w := range widths {
				rules = append(rules, strings.Repeat("-", w))
			}
			t.line(indent + strings.Join(rules, strings.Repeat(" ", gap)))
			broken = false
		}
	}
}

// fit returns how wide the columns are: as wide as their texts, the widest of them less,
// until all have room. It reports false where words are too long for that.
func (t *typist) fit(rows [][][]Run, room int) (widths []int, ok bool) {
	widths = make([]int, len(rows[0]))
	least := make([]int, len(rows[0]))
	room -= gap * (len(widths) - 1)
	for _, row := range rows {
		for i := range min(len(row), len(widths)) {
			words := t.words(row[i])
			least[i] = max(least[i], widest(words))
			widths[i] = max(widths[i], columns(strings.Join(words, " ")))
		}
	}
	for {
		sum, at := 0, -1
		for i, w := range widths {
			if sum += w; w > least[i] && (at < 0 || w > widths[at]) {
				at = i
			}
		}
		if sum <= room || at < 0 {
			return widths, sum <= room
		}
		widths[at]--
	}
}

// row writes a row, and returns how many lines it took.
func (t *typist) row(row [][]Run, widths []int, head bool, indent string) int {
	cells, most := make([][]string, len(widths)), 1
	for i := range min(len(row), len(widths)) {
		text := row[i]
		if head {
			text = strong(text)
		}
		cells[i] = t.wrap(text, widths[i])
		most = max(most, len(cells[i]))
	}
	for n := range most {
		line := indent
		for i, cell := range cells {
			text := ""
			if n < len(cell) {
				text = cell[n]
			}
			line += text + strings.Repeat(" ", max(0, widths[i]-columns(text))+gap)
		}
		t.line(line)
	}
	return most
}

// records writes each row as its first cell with the others below it, by their heads.
func (t *typist) records(rows [][][]Run, indent string) {
	for n, row := range rows[1:] {
		if n > 0 {
			t.out.WriteByte('\n')
		}
		t.paragraph(strong(row[0]), indent)
		for i, cell := range row[1:min(len(row), len(rows[0]))] {
			text := append(append([]Run{}, rows[0][i+1]...), Run{Text: ": "})
			t.paragraph(append(text, cell...), indent+"    ")
		}
	}
}

// strong returns a text that is strong throughout.
func strong(text []Run) []Run {
	list := make([]Run, len(text))
	for i, r := range text {
		r.Strong = true
		list[i] = r
	}
	return list
}
