package check

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// quotation is what the plan says where a finding points, as a waiver quotes it.
type quotation struct {
	words string // complete words, blanks folded
	text  string // all of the text that they stand in; the words themselves elsewhere
	prose bool   // they stand in a text that the document prints
}

// is reports whether a waiver quotes these words. It may quote more of the text.
func (q quotation) is(says string) bool {
	says = plainly(says)
	return says == q.words || q.words != "" && strings.Contains(says, q.words) && strings.Contains(q.text, says)
}

// quoter knows the texts of a plan by where they stand. They are looked up only for plans
// with waivers.
type quoter struct {
	plan  *plan.Plan
	texts []textStart // in the order of the file
	known map[source.Span]quotation
}

// textStart is a text and the offset at which it begins.
type textStart struct {
	at   int
	node source.Node
}

func newQuoter(p *plan.Plan) *quoter { return &quoter{plan: p, known: map[source.Span]quotation{}} }

// of returns what is quoted for a finding.
func (q *quoter) of(f diag.Finding) quotation {
	if known, ok := q.known[f.Span]; ok {
		return known
	}
	made := q.quote(f.Span)
	q.known[f.Span] = made
	return made
}

func (q *quoter) quote(span source.Span) quotation {
	if n := q.textAt(span); !n.IsZero() {
		from, to := offsetIn(n, span.Start.Offset), offsetIn(n, span.End.Offset)
		return quotation{words: plainly(completed(n.Text(), from, max(from, to))), text: plainly(n.Text()), prose: true}
	}
	words := plainly(strings.Trim(span.Text(), `"'`))
	return quotation{words: words, text: words}
}

// textAt returns the text that a span lies in, the zero node where it lies in none.
func (q *quoter) textAt(span source.Span) source.Node {
	if !span.IsValid() || span.File != q.plan.Node.File() {
		return source.Node{}
	}
	if q.texts == nil {
		prose().Walk(q.plan.Node, func(f schema.Found) { q.texts = append(q.texts, textStart{f.Node.Start().Offset, f.Node}) })
		slices.SortFunc(q.texts, func(a, b textStart) int { return a.at - b.at })
	}
	i := sort.Search(len(q.texts), func(i int) bool { return q.texts[i].at > span.Start.Offset })
	if i == 0 || q.texts[i-1].node.Span().End.Offset < span.End.Offset {
		return source.Node{}
	}
	return q.texts[i-1].node
}

// offsetIn returns the byte of a text that was written at an offset of the file.
func offsetIn(n source.Node, at int) int {
	return sort.Search(len(n.Text()), func(i int) bool { return n.Part(i, i).Start.Offset >= at })
}

// completed returns a stretch of a text with the words that it begins and ends in: a
// comma alone could stand anywhere.
func completed(text string, from, to int) string {
	from, to = grown(text, from, to)
	if strings.IndexFunc(text[from:to], isWordRune) < 0 {
		from, to = len(strings.TrimRightFunc(text[:from], unicode.IsSpace)), len(text)-len(strings.TrimLeftFunc(text[to:], unicode.IsSpace))
		from, to = grown(text, from, to)
	}
	return text[from:to]
}

func grown(text string, from, to int) (begin, end int) {
	for from > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:from])
		if !isWordRune(r) {
			break
		}
		from -= size
	}
	for to < len(text) {
		r, size := utf8.DecodeRuneInString(text[to:])
		if !isWordRune(r) {
			break
		}
		to += size
	}
	return from, to
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// plainly returns words without what does not show: blanks are folded, and soft hyphens
// and marks of no width are left out.
func plainly(s string) string {
	return strings.Join(strings.Fields(invisible.Replace(s)), " ")
}

var invisible = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u2060", "", "\ufeff", "")
