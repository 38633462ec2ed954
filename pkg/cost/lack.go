package cost

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/source"
)

// Lack says which value by column has none for a column that needs one.
type Lack struct {
	Text string      // words that follow a colon; "" where nothing is known
	Node source.Node // where the values stand
}

// lacks reports whether a value that may be left out was written by column, and not for
// this one: what is meant there is not known, and its usual value would be a guess.
func (c *Context) lacks(s numbers, key, of string) bool {
	if _, ok := s.In(c.Column); ok || !s.IsSet() && (s.Node.Kind() != source.Mapping || s.Node.Len() > 0) {
		return false // there, or not written, or not readable, of which a finding tells
	}
	text := "`" + key + "`"
	if of != "" {
		text += " of " + of
	}
	c.Lack = Lack{Text: text + " has no value for it", Node: s.Node}
	return true
}

// lacksAny reports whether one of the values by which a post is multiplied has none for the
// column.
func (p *Post) lacksAny(c *Context) bool {
	for _, f := range p.factors() {
		if c.lacks(f.series, f.key, p.named()) {
			return true
		}
	}
	return false
}

// factor is a value that multiplies a cost, and is left out where it changes nothing.
type factor struct {
	key    string
	series numbers
}

func (p *Post) factors() []factor {
	return []factor{{"count", p.Count}, {"fte", p.FTE}, {"share", p.Share}, {"months", p.Months}}
}

// named names a post in a finding.
func (p *Post) named() string {
	if p.Title.Value == "" {
		return p.Grade.Value
	}
	return quoted(p.Title.Value, p.ID.Value)
}

// quoted names a thing in a finding by its label, or by its id where the label has markup or
// quotes figures.
func quoted(label, id string) string {
	if strings.ContainsAny(label, "$*_[<\\") {
		return "`" + id + "`"
	}
	return strconv.Quote(strings.Join(strings.Fields(label), " "))
}
