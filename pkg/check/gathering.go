package check

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/ordinal"
	"github.com/isuplan/isuplan/pkg/pattern"
)

// How texts name the meetings of which the masthead's is one: "the Eighth Meeting of
// States Parties", "the 8th Meeting", "8MSP", "the Meeting".

// series is the meetings of which the masthead's is one.
type series struct {
	words   []word // what they are all called, without ordinals: Meeting of States Parties
	number  int    // the masthead's ordinal; 0 for a meeting without
	next    int    // that of the next meeting; 0 where it is not known
	letters string // of their abbreviations: MSP
	stem    string // of the first word, without its capital: eeting
}

// naming is where a text names a meeting of the series.
type naming struct {
	number   int  // its ordinal; 0 where the text gives none
	code     int  // the number in the abbreviation behind it; 0 for none
	full     bool // with all words of the name
	capital  bool // as a name and not as a noun
	from, to int  // where it stands, with the abbreviation
}

var shortMeeting = pattern.Lazy(`^(\d{1,3})?([A-Z]{2,6})[ -]?(\d{1,3})?$`)

// meetings returns the series of the masthead's meeting.
func (c *Context) meetings() series {
	m := c.Plan.Document.Meeting
	number, words := numberedName(c.words("document.meeting.name", 0))
	s := series{words: words, number: number}
	if len(words) > 0 {
		_, size := utf8.DecodeRuneInString(words[0].text)
		s.stem = words[0].text[size:]
	}
	if next, other := numberedName(c.words("document.meeting.next", 0)); next > 0 && sameWords(words, other) {
		s.next = next
	}
	if parts := shortMeeting().FindStringSubmatch(m.NextShort.Value); parts != nil && s.next > 0 && parts[1]+parts[3] != "" {
		s.letters = parts[2]
	}
	return s
}

// numberedName splits a meeting's name into its ordinal and its words, without articles
// and words that texts leave out.
func numberedName(name string) (number int, words []word) {
	for _, w := range wordsOf(name) {
		switch n := ordinalOf(w.text); {
		case passedOver[strings.ToLower(w.text)]:
		case n > 0 && number == 0 && len(words) == 0:
			number = n
		default:
			words = append(words, w)
		}
	}
	return number, words
}

// passedOver are words that stand in a meeting's name or do not.
var passedOver = map[string]bool{"the": true, "annual": true, "ordinary": true, "regular": true}

// ordinalOf returns the number of an ordinal in words or in figures, 0 for another word.
func ordinalOf(w string) int {
	if n := len(w); n < 3 || !ordinalEnds[strings.ToLower(w[n-2:])] {
		return 0 // as nearly all words
	}
	if isOrdinal(w) {
		n, _ := strconv.Atoi(strings.TrimRight(w, "stndrh"))
		return n
	}
	return ordinal.Of(w)
}

// ordinalEnds are the letters that ordinals end with.
var ordinalEnds = map[string]bool{"st": true, "nd": true, "rd": true, "th": true}

// namings returns where a text names meetings of the series.
func (s series) namings(p *passage) (list []naming) {
	text := p.read
	if len(s.words) == 0 || !strings.Contains(text, s.stem) && (s.letters == "" || !strings.Contains(text, s.letters)) {
		return nil
	}
	words := p.words
	if text != p.typed {
		words = wordsOf(text)
	}
	for i := 0; i < len(words); i++ {
		n, end, ok := s.namedAt(text, words, i)
		if !ok {
			continue
		}
		s.abbreviation(text, &n)
		list = append(list, n)
		i = max(i, end-1)
	}
	return list
}

// namedAt reports the meeting that is named at a word, and behind which word its name ends.
func (s series) namedAt(text string, words []word, i int) (naming, int, bool) {
	if n := s.codeOf(words[i].text); n > 0 {
		return naming{number: n, full: true, capital: true, from: words[i].from, to: words[i].to}, i + 1, true
	}
	number, at := ordinalOf(words[i].text), i
	switch {
	case number > 0:
		at++
	case !strings.EqualFold(words[i].text, s.words[0].text) || i == 0 || !passedOver[strings.ToLower(words[i-1].text)]:
		return naming{}, 0, false
	}
	end, full := s.match(text, words, at)
	if end == 0 {
		return naming{}, 0, false
	}
	return naming{number: number, full: full, capital: startsUpper(words[end-1].text) || full && hasUpper(words[at].text), from: words[i].from, to: words[end-1].to}, end, true
}

// codeOf returns the number of a meeting's abbreviation, such as 8MSP or CSP10.
func (s series) codeOf(w string) int {
	if s.letters == "" || !strings.Contains(w, s.letters) {
		return 0
	}
	parts := shortMeeting().FindStringSubmatch(w)
	if parts == nil || parts[2] != s.letters {
		return 0
	}
	n, _ := strconv.Atoi(parts[1] + parts[3])
	return n
}

// match returns behind which word a name that begins at a word ends, 0 where another body
// is named. A text may leave the end of the name out: "the Eighth Meeting".
func (s series) match(text string, words []word, at int) (end int, full bool) {
	want := 0
	for i := at; i < len(words) && want < len(s.words); i++ {
		if i > 0 && !blank(text[words[i-1].to:words[i].from]) {
			break
		}
		switch {
		case strings.EqualFold(words[i].text, s.words[want].text):
			want++
			end = i + 1
		case !passedOver[strings.ToLower(words[i].text)]:
			return s.shortened(text, words, end, want)
		}
	}
	if want == len(s.words) {
		return end, true
	}
	return s.shortened(text, words, end, want)
}

// shortened accepts a name that ends before all of its words have come, unless other words
// make it the name of another body: "the Eighth Meeting of the Committee".
func (s series) shortened(text string, words []word, end, want int) (int, bool) {
	isNoun := want > 0 && gatherings[strings.ToLower(s.words[want-1].text)]
	if !isNoun {
		return 0, false
	}
	if end+1 < len(words) && linking[words[end].text] && blank(text[words[end-1].to:words[end].from]) {
		rest := words[end+1:]
		for len(rest) > 1 && passedOver[strings.ToLower(rest[0].text)] {
			rest = rest[1:]
		}
		if words[end].text == "of" && !strings.ContainsAny(rest[0].text[:1], "0123456789") || startsUpper(rest[0].text) {
			return 0, false
		}
	}
	return end, false
}

// gatherings are what meetings are.
var gatherings = map[string]bool{"meeting": true, "conference": true, "session": true, "assembly": true, "congress": true, "summit": true, "council": true}

// linking words go on with a name.
var linking = map[string]bool{"of": true, "on": true, "for": true, "between": true}

var codeBehind = pattern.Lazy(`^\s*\((?:the\s+)?["“*_]*((?:\d{1,3})?[A-Z]{2,6}[ -]?(?:\d{1,3})?)["”*_]*\)`)

// abbreviation takes the abbreviation in brackets behind a name into it.
func (s series) abbreviation(text string, n *naming) {
	if !strings.HasPrefix(strings.TrimLeft(text[n.to:], blanks), "(") {
		return
	}
	at := codeBehind().FindStringSubmatchIndex(text[n.to:])
	if at == nil {
		return
	}
	parts := shortMeeting().FindStringSubmatch(text[n.to:][at[2]:at[3]])
	if parts != nil && len(parts[1]+parts[3]) > 0 && (parts[1] == "" || parts[3] == "") {
		n.code, _ = strconv.Atoi(parts[1] + parts[3])
	}
	n.to += at[1]
}

// isCalled reports a name in lower case, or its beginning, that is the series'.
func (s series) isCalled(body string) bool {
	var own []string
	for _, w := range s.words {
		if w.text != "of" {
			own = append(own, strings.ToLower(w.text))
		}
	}
	return strings.HasPrefix(strings.Join(own, " ")+" ", body+" ")
}
