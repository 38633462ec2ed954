package number

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
)

// classify says what kind of number it is, by the words around it, and takes up those that
// belong to it.
func (r *reader) classify(n *Number) {
	n.Hedged = r.isHedged(n.First)
	r.scaled(n)
	switch {
	case r.isDate(n):
		n.Kind = Date
	case r.isCode(n), r.isNumbered(n):
		n.Kind = Label
	case r.amount(n):
		n.Kind = Amount
	case r.perCent(n):
	case r.isFraction(n):
		n.Kind = Ordinal
	case isYear(r.words[n.First]):
		n.Kind = Year
	case r.duration(n):
		n.Kind = Duration
	case r.countsNoun(n.Next):
		n.Kind = Count
	}
}

// scaled reads "1.2 million".
func (r *reader) scaled(n *Number) {
	if n.InWords || n.Next >= len(r.words) {
		return
	}
	if w, ok := spoken[strings.ToLower(r.words[n.Next].Text)]; ok && w.role == scale {
		n.Value = n.Value.Mul(money.New(w.value))
		n.To = r.words[n.Next].To
		n.Next++
		n.Hedged = true // nobody writes out a million to the last franc
	}
}

// isGlue reports a mark that joins digits to what stands before them.
func isGlue(mark string) bool {
	return len(mark) > 0 && strings.IndexByte("/+#:.@_", mark[0]) >= 0 || mark == "§"
}

// isCode reports digits in a symbol, a telephone number or a time of day.
func (r *reader) isCode(n *Number) bool {
	before, behind := r.at(n.First-1), r.at(n.Next)
	if r.words[n.First].Glued && isGlue(before.Text) {
		return true
	}
	if behind.Glued && (behind.Text == "/" || behind.Text == ":" || behind.Text == "_") && r.at(n.Next+1).Glued {
		return true
	}
	switch before.Text {
	case "§", "+", "#", "№":
		return true
	}
	return r.isJoinedToLetters(n) || r.isClock(n.Next) || r.isListNumber(n)
}

// isJoinedToLetters reports a hyphen between the digits and something that is no number:
// 022-345 and X-12; a range is no code.
func (r *reader) isJoinedToLetters(n *Number) bool {
	before := r.at(n.First - 1)
	if before.Text == "-" && before.Glued && r.words[n.First].Glued {
		if two := r.at(n.First - 2); two.Sort != Figures || r.at(n.First-3).Text == "-" && before.Glued || strings.HasPrefix(two.Text, "0") {
			return true
		}
	}
	behind := r.at(n.Next)
	next := r.at(n.Next + 1)
	return behind.Text == "-" && behind.Glued && next.Glued && next.Sort == Figures &&
		(strings.HasPrefix(r.words[n.First].Text, "0") || r.at(n.Next+2).Text == "-" && r.at(n.Next+3).Glued)
}

func (r *reader) isClock(next int) bool {
	w := r.at(next)
	return (strings.EqualFold(w.Text, "a") || strings.EqualFold(w.Text, "p")) && r.at(next+1).Text == "." && r.at(next+1).Glued || w.Text == "am" || w.Text == "pm"
}

// isListNumber reports "(3)" and a number that begins the text with a mark behind it.
func (r *reader) isListNumber(n *Number) bool {
	before, behind := r.at(n.First-1), r.at(n.Next)
	if n.InWords {
		return false
	}
	return before.Text == "(" && behind.Text == ")" && r.words[n.First].Sort == Figures && len(r.words[n.First].Text) <= 2 ||
		n.First == 0 && behind.Glued && (behind.Text == ")" || behind.Text == "." && r.at(n.Next+1).Text != "")
}

// isNumbered reports the number of an article, an action, a phase: a number behind the word
// for what it numbers, or in a list of such numbers.
func (r *reader) isNumbered(n *Number) bool {
	before := r.at(n.First - 1)
	if before.Text == "." { // para. 5
		before = r.at(n.First - 2)
	}
	word := strings.ToLower(before.Text)
	if before.Sort == Letters && (numbered[word] || numbered[strings.TrimSuffix(word, "s")]) {
		// "of the outcomes five missions" is no numbering
		return !n.InWords || !r.countsNoun(n.Next) || startsUpper(before.Text)
	}
	if len(r.numbers) == 0 || n.InWords {
		return false
	}
	last := r.numbers[len(r.numbers)-1]
	return last.Kind == Label && last.Next > 0 && r.words[last.First].Sort == Figures && r.isListed(last.Next, n.First)
}

// isListed reports that nothing, or only a comma, "and", "or", "to" or a dash, stands
// between two numbers; a letter in brackets may.
func (r *reader) isListed(from, to int) bool {
	if to-from > 5 {
		return false
	}
	for _, w := range r.words[from:to] {
		switch w.Text {
		case ",", "and", "or", "to", "-", "–", "(", ")", "through":
		default:
			if len(w.Text) > 1 {
				return false
			}
		}
	}
	return true
}

// isFraction reports "two thirds" and "one half".
func (r *reader) isFraction(n *Number) bool {
	return n.InWords && fractions[strings.ToLower(r.at(n.Next).Text)]
}

// perCent reads rates and shares of full time.
func (r *reader) perCent(n *Number) bool {
	w := r.at(n.Next)
	switch lower := strings.ToLower(w.Text); {
	case w.Text == "%":
		n.take(r, 1)
	case lower == "percent":
		n.take(r, 1)
	case lower == "per" && r.is(n.Next+1, "cent"):
		n.take(r, 2)
	case w.Text == "FTE" || w.Text == "FTEs":
		n.take(r, 1)
		n.Kind, n.Value = Share, n.Value.Shift(2)
		return true
	case lower == "full-time" && (r.is(n.Next+1, "equivalent") || r.is(n.Next+1, "equivalents")):
		n.take(r, 2)
		n.Kind, n.Value = Share, n.Value.Shift(2)
		return true
	default:
		return false
	}
	n.Kind = Rate
	return true
}

// take lets the number take up the next words.
func (n *Number) take(r *reader, words int) {
	n.Next += words
	n.To = r.words[n.Next-1].To
}

// duration reads "nine months" and "60 working days".
func (r *reader) duration(n *Number) bool {
	at := n.Next
	if durationSorts[strings.ToLower(r.at(at).Text)] {
		at++
	}
	unit := timeUnits[strings.ToLower(r.at(at).Text)]
	if unit == "" {
		return false
	}
	n.take(r, at+1-n.Next)
	n.Unit = unit
	return true
}

// countsNoun reports whether the word behind a number can be what it counts.
func (r *reader) countsNoun(at int) bool {
	w := r.at(at)
	return w.Text != "" && w.Sort == Letters && !connects[strings.ToLower(w.Text)]
}

// at returns a word; an empty one outside of the text.
func (r *reader) at(i int) Word {
	if i < 0 || i >= len(r.words) {
		return Word{}
	}
	return r.words[i]
}
