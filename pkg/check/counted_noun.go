package check

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/number"
)

// countedNoun is a number in a text and the noun of the budget that it counts.
type countedNoun struct {
	*reading
	number  *number.Number
	key     string
	lines   []lineNoun // that count the noun; the text's own line alone in its notes
	sort    string     // the word before the noun, "" for none
	owns    bool       // the text is the note of the line that counts
	to      int        // the word behind the noun
	index   *nounIndex
	columns []int // of several years, those that the sentence speaks of
}

// countedNoun returns the noun that a number counts; a word or two may stand between. It is
// false for a noun that no line counts, or where the words between say that other things are
// meant.
func (c *Context) countedNoun(r *reading, n *number.Number) (countedNoun, bool) {
	const far = 3
	for i := n.Next; i < min(len(r.Words), n.Next+far); i++ {
		w := &r.Words[i]
		if w.Sort != number.Letters || w.Sentence != r.Words[n.First].Sentence {
			break
		}
		key := singular(strings.ToLower(w.Text))
		lines := c.nouns().lines[key]
		if len(lines) == 0 {
			continue
		}
		x := countedNoun{reading: r, number: n, key: key, lines: lines, to: i + 1, index: c.nouns()}
		if i > n.Next {
			x.sort = strings.ToLower(r.Words[i-1].Text)
		}
		x.own()
		from, to := r.near(n)
		x.columns = c.columnsSaid(r.read[r.Words[from].From:r.Words[to-1].To])
		return x, c.means(x, r.Words[n.Next:i])
	}
	return c.countedVerb(r, n)
}

// countedVerb returns what a line counts where an activity has it as its verb: "Visit up to eight
// States Parties".
func (c *Context) countedVerb(r *reading, n *number.Number) (countedNoun, bool) {
	const far = 5
	if n.First == 0 || n.First > far || n.Kind != number.Count || n.Next >= len(r.Words) || !strings.HasPrefix(r.Subject, "activities/") {
		return countedNoun{}, false
	}
	key := strings.ToLower(r.Words[0].Text)
	lines := c.nouns().lines[key]
	if len(lines) == 0 || !startsUpper(r.Words[n.Next].Text) {
		return countedNoun{}, false
	}
	for i := 1; i < n.First; i++ {
		if !limiting[strings.ToLower(r.Words[i].Text)] {
			return countedNoun{}, false
		}
	}
	return countedNoun{reading: r, number: n, key: key, lines: lines, to: n.Next + 1, index: c.nouns()}, true
}

// limiting are words between such a verb and its number.
var limiting = wordSet("up to at least no more than about some the")

// own narrows the lines down to the one whose note the text is.
func (x *countedNoun) own() {
	id, ok := strings.CutPrefix(x.Subject, "budget/")
	line, counts := x.index.ids[id]
	if !ok || !counts {
		return
	}
	at, found := slices.BinarySearchFunc(x.lines, line, func(l lineNoun, line int) int { return l.line - line })
	if found {
		x.lines, x.owns = x.lines[at:at+1], true
	}
}

// isSort reports whether a line has the sort of the noun.
func (x *countedNoun) isSort() bool {
	for i := range x.lines {
		if x.lines[i].has(x.sort) {
			return true
		}
	}
	return false
}

// agrees reports whether the lines count as many.
func (x *countedNoun) agrees() bool {
	value := x.number.Value
	if x.number.Low != nil && !x.number.Low.Equal(value) {
		return false
	}
	set := x.index.quantitiesOf(x.key)
	if x.owns {
		set = quantitiesOf(x.lines)
	}
	sort := ""
	if x.sort != "" && x.isSort() {
		sort = x.sort
	}
	if sort != "" && set[sort+" "+value.String()] || sort == "" && set[value.String()] {
		return true
	}
	return len(x.columns) > 0 && slices.ContainsFunc(x.lines[:min(len(x.lines), enough)], func(l lineNoun) bool { return l.agrees(value, sort, x.columns) })
}

// enough is how many of the lines of one noun are looked at one by one.
const enough = 50

// means reports whether the words between a number and a noun leave it the budget's noun:
// they name a sort of it, belong to the line's label, or say nothing of what it is.
func (c *Context) means(x countedNoun, between []number.Word) bool {
	for i := range between {
		w := strings.ToLower(between[i].Text)
		if !neutral[w] && !c.describes(x.lines, w) {
			return false
		}
	}
	return true
}

// describes reports whether a word stands in the label of a line or in the name of one of its
// items.
func (c *Context) describes(lines []lineNoun, w string) bool {
	for i := range lines[:min(len(lines), enough)] {
		if lines[i].has(w) || hasWord(c.Budget.Lines[lines[i].line].Label.Value, w) {
			return true
		}
		for k := range lines[i].items[:min(len(lines[i].items), enough)] {
			if hasWord(lines[i].items[k].Name.Value, w) {
				return true
			}
		}
	}
	return false
}

func hasWord(text, w string) bool {
	for _, x := range wordsOf(strings.ToLower(text)) {
		if singular(x.text) == singular(w) {
			return true
		}
	}
	return false
}

// neutral are words between a number and a noun that leave it what it is.
var neutral = map[string]bool{"planned": true, "budgeted": true, "foreseen": true, "anticipated": true, "annual": true, "separate": true, "official": true, "return": true, "such": true}

// most is the largest of the quantities of the lines of a noun.
func (x *countedNoun) most() money.Decimal {
	all := money.Zero
	for i := range x.lines {
		for _, item := range x.lines[i].items {
			all = all.Add(item.Quantity.Value)
			if item.days.GreaterThan(all) {
				all = item.days
			}
		}
	}
	return all
}
