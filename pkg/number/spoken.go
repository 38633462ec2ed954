package number

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
)

// What a word says of a number in words.
type role int

const (
	ones role = iota + 1
	teens
	tens
	scale
)

type spokenWord struct {
	role
	value int64
}

var spoken = func() map[string]spokenWord {
	m := map[string]spokenWord{"zero": {ones, 0}, "hundred": {scale, 100}, "thousand": {scale, 1000}, "million": {scale, 1_000_000}, "billion": {scale, 1_000_000_000}}
	for i, w := range strings.Fields("one two three four five six seven eight nine") {
		m[w] = spokenWord{ones, int64(i + 1)}
	}
	for i, w := range strings.Fields("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen") {
		m[w] = spokenWord{teens, int64(i + 10)}
	}
	for i, w := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		m[w] = spokenWord{tens, int64(10 * (i + 2))}
	}
	return m
}()

// numberWord returns what a word says; forty-five is both of its halves.
func numberWord(text string) (parts [2]spokenWord, n int) {
	lower := strings.ToLower(text)
	if w, ok := spoken[lower]; ok {
		return [2]spokenWord{w}, 1
	}
	ten, unit, joined := strings.Cut(lower, "-")
	if !joined {
		return parts, 0
	}
	a, b := spoken[ten], spoken[unit]
	if a.role == tens && b.role == ones {
		return [2]spokenWord{a, b}, 2
	}
	return parts, 0
}

// inWords reads the number in words that begins at a word, and returns the word behind
// it; that is the first word itself where none begins.
func inWords(words []Word, first int) (money.Decimal, int) {
	var total, part int64 // part is what a scale multiplies
	last := role(0)
	at := first
	for at < len(words) {
		w := words[at]
		if w.Sort != Letters || at > first && words[at-1].Sentence != w.Sentence {
			break
		}
		parts, n := numberWord(w.Text)
		if n == 0 {
			// "one hundred and twelve"
			if at > first && last == scale && w.Text == "and" && at+1 < len(words) && isBelowHundred(words[at+1]) {
				at++
				continue
			}
			break
		}
		if !follows(last, parts[0], at == first) {
			break
		}
		for _, p := range parts[:n] {
			switch {
			case p.role != scale:
				part += p.value
			case p.value == 100:
				part *= 100
			default:
				total, part = total+part*p.value, 0
			}
			last = p.role
		}
		at++
	}
	return money.New(total + part), at
}

// follows reports whether a word can go on with a number in words: "twenty two", "two
// hundred", but not "two three".
func follows(last role, next spokenWord, first bool) bool {
	switch {
	case first:
		return next.role != scale
	case next.role == scale:
		return last != 0 && (last != scale || next.value > 100)
	case next.role == ones:
		return last == tens || last == scale
	}
	return last == scale
}

func isBelowHundred(w Word) bool {
	parts, n := numberWord(w.Text)
	return n > 0 && parts[0].role != scale
}

// figure reads a number in figures, with its separators.
func figure(text string) (money.Decimal, bool) {
	whole, decimals := text, ""
	if i := strings.LastIndexAny(text, ".,"); i >= 0 && len(text)-i-1 != 3 {
		whole, decimals = text[:i], "."+text[i+1:]
	}
	d, fault := money.Parse(strings.TrimLeft(separators.Replace(whole), "0") + decimals)
	if fault != nil {
		d, fault = money.Parse("0" + decimals)
	}
	return d, fault == nil
}

var separators = strings.NewReplacer(",", "", ".", "", "'", "", "’", "", "\u00a0", "", "\u202f", "", " ", "")
