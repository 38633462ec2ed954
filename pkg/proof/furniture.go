package proof

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/readback"
)

// body is the file's text without the furniture: what each page has besides it, such as
// its number.
type body struct {
	words   []word
	job     string          // job number, without blanks
	draft   bool            // its pages say that it is a draft
	strange []readback.Line // what stands in a margin and should not
}

// bodyOf takes the furniture off the pages of a file.
func bodyOf(doc *document.Document, t *readback.Text, f *flattener, draft string) body {
	b := body{job: dense(doc.Meta.Job)}
	vocabulary := map[string]bool{}
	for _, w := range words(f.list) {
		vocabulary[w.text] = true
	}
	for from := 0; from < len(t.Lines); {
		to, page := from, t.Lines[from].Page
		for to < len(t.Lines) && t.Lines[to].Page == page {
			to++
		}
		known := furniture(&doc.Meta, draft, page)
		list := wordsOn(b.stripped(t.Lines[from:to], known, f, draft), vocabulary)
		if page > 1 {
			repeated(list, f.heads)
		}
		b.words = append(b.words, list...)
		from = to
	}
	return b
}

// wordsOn cuts the lines of a page into words. A line that does not end with a blank
// goes on in the next. There a hyphen may be no part of the word, in a file of another program: it
// is none where the plan has the word without it.
func wordsOn(lines []readback.Line, vocabulary map[string]bool) (out []word) {
	var text strings.Builder
	for i, l := range lines {
		if i < len(lines)-1 {
			l.Text = undivided(l.Text, lines[i+1].Text, vocabulary)
		}
		text.WriteString(l.Text)
		if i < len(lines)-1 && !strings.HasSuffix(l.Text, " ") {
			continue
		}
		list := split(clean(text.String()))
		text.Reset()
		for n := range list {
			list[n].page, list[n].row, list[n].column, list[n].over = l.Page, l.Row, l.Column, l.Over
		}
		if len(list) > 0 {
			list[0].begins = true
		}
		out = append(out, list...)
	}
	return out
}

// undivided takes the hyphen from the end of a line where it only divides a word.
func undivided(line, next string, vocabulary map[string]bool) string {
	head, ends := strings.CutSuffix(line, "-")
	if !ends {
		return line
	}
	first := strings.Fields(head)
	rest := strings.Fields(next)
	if len(first) == 0 || len(rest) == 0 || strings.HasSuffix(head, " ") {
		return line
	}
	a, b := clean(first[len(first)-1]), clean(rest[0])
	if vocabulary[a+b] && !vocabulary[a+"-"+b] && !strings.ContainsFunc(a+b, unicode.IsDigit) {
		return head
	}
	return line
}

// furniture returns what a page may say besides the text, and how often.
func furniture(m *document.Meta, draft string, page int) map[string]int {
	known := map[string]int{}
	all := []string{m.Job, m.Caption, m.Recycle, draft}
	if page != 1 { // page one has the symbol in its masthead, and no number
		all = append(all, m.Symbol)
	}
	if page > 1 {
		all = append(all, strconv.Itoa(page))
	}
	for _, s := range all {
		if s != "" {
			known[dense(s)]++
		}
	}
	return known
}

func squeeze(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// dense leaves the blanks out: programs that print a file again split a line as they like.
func dense(s string) string { return strings.Join(strings.Fields(clean(s)), "") }

// stripped returns the lines of a page that belong to the text.
func (b *body) stripped(lines []readback.Line, known map[string]int, f *flattener, draft string) (out []readback.Line) {
	takes := func(l readback.Line) bool {
		taken, ok := consist(dense(l.Text), known)
		for _, s := range taken {
			if l.Page > 0 { // else a line is printed on many pages
				known[s]--
			}
			b.draft = b.draft || draft != "" && s == dense(draft)
		}
		return ok
	}
	var others []readback.Line
	for _, l := range lines {
		if l.Kind != readback.Aside {
			out = append(out, l)
		} else if squeeze(l.Text) != "" && !takes(l) {
			others = append(others, l)
			if f.divided {
				out = append(out, l)
			}
		}
	}
	if f.divided {
		out = withoutHead(out, f.heads)
	} else {
		b.strange = append(b.strange, beyondHead(runOn(others), f.heads)...)
	}
	for len(out) > 0 && (out[0].Kind == readback.Unmarked || out[0].Page <= 1) && b.edge(&out[0], takes, draft) {
		out = out[1:]
	}
	for n := b.foot(out, takes); n > 0; n = b.foot(out, takes) {
		out = out[:len(out)-n]
	}
	return out
}

// consist reports whether a line consists of one or several pieces of furniture: programs
// that print a file again join what stands on one line.
func consist(line string, known map[string]int) (parts []string, ok bool) {
	for _, s := range slices.Sorted(maps.Keys(known)) {
		rest, found := strings.CutPrefix(line, s)
		if known[s] == 0 || !found {
			continue
		}
		if rest == "" {
			return []string{s}, true
		}
		known[s]--
		more, ok := consist(rest, known)
		known[s]++
		if ok {
			return append(more, s), true
		}
	}
	return nil, false
}

// edge reports whether the first line of a page is furniture. If the file has no pages or
// marks its text, only the draft's word can be furniture.
func (b *body) edge(l *readback.Line, takes func(readback.Line) bool, draft string) bool {
	if l.Kind == readback.Unmarked {
		return takes(*l)
	}
	return draft != "" && squeeze(l.Text) == squeeze(draft) && takes(*l)
}

// foot returns how many of the last lines of a page are furniture. Other programs split
// them at hyphens, or mark a footer as text; the job number still identifies it.
func (b *body) foot(lines []readback.Line, takes func(readback.Line) bool) int {
	const most = 8
	for n := min(most, len(lines)); n > 0; n-- {
		last := lines[len(lines)-n:]
		all := readback.Line{Page: last[0].Page, Kind: readback.Unmarked}
		for _, l := range last {
			all.Text += l.Text
			if l.Kind != readback.Unmarked {
				all.Kind = l.Kind
			}
		}
		byJob := all.Page > 0 && b.job != "" && strings.Contains(dense(all.Text), b.job)
		if (all.Kind == readback.Unmarked || byJob) && takes(all) {
			return n
		}
	}
	return 0
}
