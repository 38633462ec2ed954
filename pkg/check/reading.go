package check

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/number"
)

// reading is a passage with its numbers read and the plan's things that it names.
type reading struct {
	*passage
	number.Text
	names []nameSaid // of the sentences that have numbers

	elsewhere []int // how many words before each say that another time is meant; see isOfAnotherYear
}

// reading returns the numbers of a text, read once for all rules; nil for a text without
// any.
func (c *Context) reading(t Text) *reading {
	p := c.passage(t)
	if p.numbers == nil && !p.isRead {
		p.isRead = true
		if number.HasNumber(p.read) {
			p.numbers = c.readNumbers(p)
		}
	}
	return p.numbers
}

// eachNumber reads the numbers of all texts.
func (c *Context) eachNumber(judge func(*reading, *number.Number)) {
	for _, t := range c.Texts {
		if r := c.reading(t); r != nil {
			for i := range r.Numbers {
				judge(r, &r.Numbers[i])
			}
		}
	}
}

// eachSaid reads the numbers of all texts for rules that ask what a number is said of. Sentences
// of other languages than English can't be read so: nothing is said of them.
func (c *Context) eachSaid(judge func(*reading, *number.Number)) {
	if c.isEnglish() {
		c.eachNumber(judge)
	}
}

func (c *Context) readNumbers(p *passage) *reading {
	r := &reading{passage: p, Text: number.Read(p.read)}
	if len(r.Numbers) == 0 {
		return nil
	}
	sentence := -1
	for i := range r.Numbers {
		if n := &r.Numbers[i]; r.Words[n.First].Sentence != sentence {
			sentence = r.Words[n.First].Sentence
			from, to := r.sentence(n)
			r.names = append(r.names, c.named().find(r.Words, from, to)...)
		}
	}
	return r
}

// sentence returns the words of the sentence that a number stands in.
func (r *reading) sentence(n *number.Number) (from, to int) {
	own := r.Words[n.First].Sentence
	by := func(w number.Word, sentence int) int { return w.Sentence - sentence }
	from, _ = slices.BinarySearchFunc(r.Words, own, by)
	to, _ = slices.BinarySearchFunc(r.Words, own+1, by)
	return from, to
}

// near returns the words of the sentence that a number stands in, as far as anything in them
// can be about it.
func (r *reading) near(n *number.Number) (from, to int) {
	const far = 40
	own := r.Words[n.First].Sentence
	from, to = n.First, n.Next
	for from > 0 && n.First-from < far && r.Words[from-1].Sentence == own {
		from--
	}
	for to < len(r.Words) && to-n.Next < far && r.Words[to].Sentence == own {
		to++
	}
	return from, to
}

// namesNear returns the names in the sentence of a number.
func (r *reading) namesNear(n *number.Number) []nameSaid {
	from, to := r.near(n)
	first, _ := slices.BinarySearchFunc(r.names, from, func(x nameSaid, at int) int { return x.first - at })
	next, _ := slices.BinarySearchFunc(r.names, to, func(x nameSaid, at int) int { return x.first - at })
	return r.names[first:next]
}

// said is a number as the text has it, for messages.
func (r *reading) said(n *number.Number) string { return oneLine(r.read[n.From:n.To]) }
