package typography

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/document"
)

// Text sets a text: the runs are the same, with their origins, but that of a period is parted
// between its days.
func Text(t document.Text, y *document.Typography) document.Text {
	if y == nil {
		return t
	}
	out, _ := newSetter(y).text(t)
	return out
}

// String sets a text of one style.
func String(s string, y *document.Typography) string { return Text(document.Plain(s), y).String() }

// setter sets texts by the rules of one language.
type setter struct {
	*document.Typography
	units, months, numbered, elided []string // in lower case
	leads                           []string // the words that stay with the next one, in lower case
	phrases                         []phrase // what stays on one line
	bare                            []string // first words of both, without a full stop
	figure, listed                  int      // where the figure ends whose blanks stay, and the row of numbers that was looked at
	quoted                          string   // the language's own quotation marks
	blanked                         string   // the marks that the language has blanks at
	letters                         []letter // of the last view
	edits                           []edit
}

func newSetter(y *document.Typography) *setter {
	s := &setter{Typography: y, units: lower(y.Units), months: lower(y.Months), numbered: lower(y.Numbered), elided: lower(y.Elided),

		quoted: y.Quotes.Open + y.Quotes.Close + y.Inner.Open + y.Inner.Close, blanked: y.BlankBefore + y.BlankBehind}
	s.together(y.Together)
	return s
}

func lower(list []string) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = strings.ToLower(w)
	}
	return out
}

// letter is a character of a text, and where it stands in its run.
type letter struct {
	r         rune
	run, from int32
	size      int8 // in bytes
	isAddress bool
	isKept    bool // its run is kept on one line anyway
}

// edit replaces a stretch of a run.
type edit struct {
	run, from, to int
	text          string
}

// text sets a text, and reports whether it is another one then.
func (s *setter) text(t document.Text) (document.Text, bool) {
	c := s.concerns(t)
	out, marked, blanked := t, false, false
	if c.marks {
		if out, marked = s.pass(out, s.marks); marked {
			c = s.concerns(out)
		}
	}
	if c.blanks {
		out, blanked = s.pass(out, s.blanks)
	}
	if !c.digits {
		return out, marked || blanked
	}
	out, parted := s.part(out)
	return out, marked || blanked || parted
}

// pass sets a text by some of the rules. What a comparison took out is set with what stood around
// it, and what it put in with what stands around it now.
func (s *setter) pass(t document.Text, rules func()) (document.Text, bool) {
	s.edits = s.edits[:0]
	s.view(t, document.Deleted)
	rules()
	if hasEdit(t, document.Deleted) {
		now := len(s.edits)
		s.view(t, document.Inserted)
		rules()
		own := slices.DeleteFunc(s.edits[now:], func(e edit) bool { return t[e.run].Edit != document.Deleted })
		s.edits = s.edits[:now+len(own)]
	}
	return applied(t, s.edits), len(s.edits) > 0
}

func hasEdit(t document.Text, e document.Edit) bool {
	for i := range t {
		if t[i].Edit == e {
			return true
		}
	}
	return false
}

// usual is how long texts are, of which most are shorter.
const usual = 1000

// view looks at a text without the runs of an edit.
func (s *setter) view(t document.Text, without document.Edit) {
	if s.letters == nil {
		s.letters = make([]letter, 0, usual)
	}
	s.letters = s.letters[:0]
	mayAddress := false
	for i := range t {
		if t[i].Edit == without {
			continue
		}
		for at, r := range t[i].Text {
			size := 1
			if r >= utf8.RuneSelf {
				_, size = utf8.DecodeRuneInString(t[i].Text[at:])
			}
			n := len(s.letters)
			mayAddress = mayAddress || r == '@' || r == '/' && s.at(n-1) == '/' || r == '.' && s.at(n-1) == 'w' && s.at(n-2) == 'w'
			s.letters = append(s.letters, letter{r: r, run: int32(i), from: int32(at), size: int8(size), isKept: t[i].Keep})
		}
	}
	if mayAddress {
		s.addresses()
	}
}

// at returns a character of the view, 0 beyond its ends.
func (s *setter) at(i int) rune {
	if i < 0 || i >= len(s.letters) {
		return 0
	}
	return s.letters[i].r
}

// replace writes something in place of a character; put writes it before one.
func (s *setter) replace(i int, text string) {
	l := &s.letters[i]
	s.edits = append(s.edits, edit{int(l.run), int(l.from), int(l.from) + int(l.size), text})
}

func (s *setter) put(i int, text string) {
	l := &s.letters[i]
	s.edits = append(s.edits, edit{int(l.run), int(l.from), int(l.from), text})
}

// applied makes edits. Those of one run stand together, in their order.
func applied(t document.Text, edits []edit) document.Text {
	if len(edits) == 0 {
		return t
	}
	out := slices.Clone(t)
	for len(edits) > 0 {
		text := &out[edits[0].run].Text
		var b strings.Builder
		at, n := 0, 0
		for ; n < len(edits) && edits[n].run == edits[0].run; n++ {
			b.WriteString((*text)[at:edits[n].from] + edits[n].text)
			at = edits[n].to
		}
		*text, edits = b.String()+(*text)[at:], edits[n:]
	}
	return out
}
