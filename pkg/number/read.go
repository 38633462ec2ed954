package number

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
)

// Read reads a text.
func Read(s string) Text {
	r := reader{text: s, words: Words(s)}
	for at := 0; at < len(r.words); {
		at = r.number(at)
	}
	return Text{r.words, r.numbers}
}

// HasNumber reports whether a text may have a number, much faster than reading it.
func HasNumber(s string) bool {
	if strings.ContainsAny(s, "0123456789") {
		return true
	}
	for w := range strings.FieldsSeq(s) {
		if first, _, _ := strings.Cut(strings.Trim(w, `.,;:()“”"`), "-"); len(first) >= 3 && len(first) <= 9 {
			if _, ok := startOf[first]; ok {
				return true
			}
		}
	}
	return false
}

// startOf has what numbers in words begin with, as it is written.
var startOf = func() map[string]bool {
	m := map[string]bool{"half": true, "Half": true, "full": true, "Full": true}
	for w := range spoken {
		m[w], m[strings.ToUpper(w[:1])+w[1:]] = true, true
	}
	return m
}()

// reader reads the numbers of one text.
type reader struct {
	text    string
	words   []Word
	numbers []Number
}

// number reads the number that begins at a word, if one does, and returns the word to go
// on from.
func (r *reader) number(at int) int {
	w := r.words[at]
	n := Number{First: at, Next: at + 1, From: w.From, To: w.To}
	switch w.Sort {
	case Figures:
		value, ok := figure(w.Text)
		if !ok {
			return at + 1
		}
		n.Value = value
	case Mixed:
		return r.mixed(n)
	case Letters:
		if share, next := r.partTime(at); next > at {
			r.add(Number{Kind: Share, Value: share, First: at, Next: next, From: w.From, To: r.words[next-1].To, InWords: true})
			return next
		}
		if joined, ok := r.joined(n); ok {
			return joined
		}
		value, next := inWords(r.words, at)
		if next == at {
			return at + 1
		}
		n.Value, n.Next, n.InWords = value, next, true
		n.To = r.words[next-1].To
	default:
		return at + 1
	}
	r.classify(&n)
	r.add(n)
	return n.Next
}

// add adds a number; one that ends a range takes up the one that begins it.
func (r *reader) add(n Number) {
	if last := len(r.numbers) - 1; last >= 0 && isQuantity(n.Kind) && r.numbers[last].Low == nil &&
		(r.numbers[last].Kind == Plain || r.numbers[last].Kind == n.Kind) && r.isRange(r.numbers[last], n) {
		low := r.numbers[last]
		n.Low, n.First, n.From, n.Hedged = &low.Value, low.First, low.From, n.Hedged || low.Hedged
		if n.Currency == "" {
			n.Currency = low.Currency
		}
		r.numbers[last] = n
		return
	}
	r.numbers = append(r.numbers, n)
}

func isQuantity(k Kind) bool {
	return k == Amount || k == Count || k == Rate || k == Share || k == Duration
}

// isRange reports two numbers with nothing but "–", "to" or "or" between them.
func (r *reader) isRange(low, high Number) bool {
	if high.First != low.Next+1 || r.words[low.First].Sentence != r.words[high.First].Sentence || !high.Value.GreaterThan(low.Value) {
		return false
	}
	switch joint := r.words[low.Next]; joint.Text {
	case "-", "–", "—", "to", "or":
		return true
	case "and":
		return r.is(low.First-1, "between")
	}
	return false
}

// mixed reads a word of letters and digits: an ordinal such as 2nd, or a joined noun such
// as 60-day, or else a code.
func (r *reader) mixed(n Number) int {
	w := r.words[n.First]
	digits := strings.LastIndexAny(w.Text, "0123456789") + 1
	n.Kind = Label
	switch rest := w.Text[digits:]; {
	case !isDigit(w.Text[0]):
	case rest == "st" || rest == "nd" || rest == "rd" || rest == "th":
		n.Kind = Ordinal
		n.Value, _ = figure(w.Text[:digits])
	case (rest == "m" || rest == "M" || rest == "k") && r.currencyBefore(n.First) != "":
		n.Kind, n.Currency = Amount, r.currencyBefore(n.First)
		n.From = r.currencyFrom(n.First)
		n.Value, _ = figure(w.Text[:digits])
		n.Value = n.Value.Mul(money.New(scales[rest[0]]))
		n.Hedged = true
	}
	r.add(n)
	return n.Next
}

var scales = map[byte]int64{'m': 1_000_000, 'M': 1_000_000, 'k': 1000}

// joined reads "three-month" and "five-day".
func (r *reader) joined(n Number) (next int, ok bool) {
	w := r.words[n.First]
	first, rest, hyphen := strings.Cut(w.Text, "-")
	parts, count := numberWord(first)
	unit := timeUnits[strings.ToLower(rest)]
	if !hyphen || count == 0 || unit == "" {
		return 0, false
	}
	n.Kind, n.Unit, n.Value, n.InWords = Duration, unit, money.New(parts[0].value), true
	r.add(n)
	return n.Next, true
}

// partTime reads "half-time", "full time" and "three-quarter time".
func (r *reader) partTime(at int) (money.Decimal, int) {
	w := strings.ToLower(r.words[at].Text)
	if share, ok := times[w]; ok {
		return money.New(share), at + 1
	}
	if share, ok := times[w+"-time"]; ok && r.isLower(at+1, "time") {
		return money.New(share), at + 2
	}
	return money.Zero, at
}

var times = map[string]int64{"half-time": 50, "full-time": 100, "three-quarter-time": 75, "three-quarters-time": 75, "quarter-time": 25}

// is reports whether a word is a text, whatever its capitals; false outside of the text.
func (r *reader) is(at int, text string) bool {
	return at >= 0 && at < len(r.words) && strings.EqualFold(r.words[at].Text, text)
}

func (r *reader) isLower(at int, text string) bool {
	return at >= 0 && at < len(r.words) && r.words[at].Text == text
}
