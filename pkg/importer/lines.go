package importer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/readback"
)

// unwrapped makes paragraphs of the lines of a PDF, which knows only where lines end. A
// paragraph begins with a number, or where the line before was short and ended with a mark.
func unwrapped(lines []readback.Line, results map[string]int) []readback.Line {
	u := unwrapper{width: widthOf(lines), results: results}
	for _, l := range tabled(lines) {
		whole := strings.HasSuffix(l.Text, " ")
		l.Text = tidy(l.Text)
		switch n := len(u.parts); {
		case l.Kind == readback.Aside:
			u.out = append(u.out, l)
			continue
		case l.Row == 0 && n > 0 && !l.Whole && !u.closed && u.goesOn(l.Text):
			u.add(l.Text, whole)
		default:
			u.end()
			if u.out = append(u.out, l); l.Row == 0 {
				u.at, u.closed = len(u.out)-1, l.Whole
				u.add(l.Text, whole)
			}
		}
	}
	u.end()
	return u.out
}

// unwrapper joins the lines of a paragraph.
type unwrapper struct {
	width   int
	results map[string]int
	out     []readback.Line
	parts   []string // the lines of the paragraph being read
	whole   []bool   // of each, whether its last word ends with it
	at      int      // its place in out
	closed  bool     // the file says that it is all of it
}

// add adds a line to the paragraph being read.
func (u *unwrapper) add(text string, whole bool) {
	u.parts, u.whole = append(u.parts, text), append(u.whole, whole)
}

// end ends the paragraph being read.
func (u *unwrapper) end() {
	if len(u.parts) > 0 {
		u.out[u.at].Text = glued(u.parts, u.whole)
	}
	u.parts, u.whole = nil, nil
}

// widthOf is how many characters full lines have.
func widthOf(lines []readback.Line) int {
	var all []int
	for _, l := range lines {
		if l.Kind != readback.Aside && l.Row == 0 {
			all = append(all, utf8.RuneCountInString(strings.TrimSpace(l.Text)))
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)*9/10]
}

// goesOn reports whether a line goes on with the paragraph before it.
func (u *unwrapper) goesOn(text string) bool {
	var c counter
	if k, _ := c.cut(text + " x"); k.kind != noMark {
		return false
	}
	if u.isResult(text) {
		return false
	}
	last := u.parts[len(u.parts)-1]
	if !u.whole[len(u.whole)-1] && isLower(text) {
		return true // it is in the middle of a word
	}
	if k, rest := c.cut(last + " x"); k.kind != noMark && rest == "x" {
		return true // a number alone on its line
	}
	first, _ := utf8.DecodeRuneInString(text)
	full := utf8.RuneCountInString(last)*100 >= u.width*80
	ends := strings.ContainsAny(last[max(0, len(last)-1):], ".;:!?")
	k, _ := c.cut(u.parts[0] + " x")
	isMarked := k.kind != noMark || u.isResult(u.parts[0])
	switch {
	case ends:
		return full && (isMarked || unicode.IsLower(first))
	case unicode.IsLower(first) || isMarked:
		return true
	}
	return full
}

// isResult reports whether a line of the results chain begins.
func (u *unwrapper) isResult(text string) bool {
	m := resultAt().FindStringSubmatch(text)
	return m != nil && u.results[strings.ToLower(m[1])] > 0
}

// isLower reports a text that begins with a small letter.
func isLower(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first)
}

// glued puts lines behind one another, words that are divided over two made one again.
func glued(parts []string, whole []bool) string {
	var b strings.Builder
	for i, p := range parts {
		if i > 0 && (whole[i-1] || !isLower(p)) && !strings.HasSuffix(parts[i-1], "-") && !strings.HasSuffix(parts[i-1], "–") {
			b.WriteByte(' ')
		}
		b.WriteString(p)
	}
	return b.String()
}

// tabled finds tables among the lines of which the file does not say that they are in one: rows of a
// label, an amount and words.
func tabled(lines []readback.Line) []readback.Line {
	var at []int
	last := 0
	for i, l := range lines {
		last = max(last, l.Row)
		if l.Kind != readback.Aside && l.Row == 0 && isAmountAlone(l.Text) {
			at = append(at, i)
		}
	}
	const least, apart = 3, 14
	out := slices.Clone(lines)
	row := last
	for from := 0; from < len(at); {
		to := from + 1
		for to < len(at) && at[to]-at[to-1] <= apart {
			to++
		}
		if to-from >= least {
			row = rows(out, at[from:to], row)
		}
		from = to
	}
	return out
}

func isAmountAlone(s string) bool {
	s = strings.TrimSpace(s)
	return hasFigure(s) && strings.ContainsAny(s, ",.'’ \u00A0") && !strings.ContainsAny(s, "/–()") && utf8.RuneCountInString(s) < 24
}

// rows marks the lines of a table: the label before an amount, which may go on over lines,
// the amount, and the words behind it up to the next label.
func rows(lines []readback.Line, at []int, row int) int {
	label := func(amount int) int {
		first := amount - 1
		for first > 0 && startsLower(lines[first].Text) {
			first--
		}
		return max(0, first)
	}
	if head := label(at[0]); head > 0 {
		row = heads(lines, head, row)
	}
	for n, amount := range at {
		row++
		from, to := label(amount), amount+1
		if n+1 < len(at) {
			to = label(at[n+1])
		}
		for i := from; i < to; i++ {
			if lines[i].Kind == readback.Aside || lines[i].Table > 0 {
				continue
			}
			lines[i].Row = row
			switch {
			case i < amount:
				lines[i].Column = 1
			case i == amount:
				lines[i].Column = 2
			default:
				lines[i].Column = 3
			}
		}
	}
	return row
}

// heads marks the heads of the columns: three short lines above, of which the second is a
// year.
func heads(lines []readback.Line, first, row int) int {
	const columns = 3
	if first < columns {
		return row
	}
	for i := range columns {
		if l := lines[first-columns+i]; len(l.Text) > 40 || i == 1 && !yearAt().MatchString(l.Text) {
			return row
		}
	}
	for i := range columns {
		lines[first-columns+i].Row, lines[first-columns+i].Column = row+1, i+1
	}
	return row + 1
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(s))
	return unicode.IsLower(r)
}
