package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/refs"
)

// CauseNames returns the names of all explanations.
func CauseNames() (names []string) {
	for _, e := range byName() {
		names = append(names, e.name)
	}
	return names
}

// CausesBy returns what one explanation says of a plan's figures and of its financing.
func CausesBy(name string, in Input) []string {
	in.Names = refs.New(in.Plan, in.Budget)
	c := &Context{Input: in}
	kept := explanationsOf(name)
	var said []string
	add := func(where string, causes []cause) {
		for _, x := range causes {
			if x.text != "" {
				said = append(said, fmt.Sprintf("%s: %s", where, x.text))
			}
		}
	}
	l := newLedger(c)
	c.eachFigure(func(f *figureAt) {
		if f.Differs() && !c.Budget.IsTolerated(f.Figure) {
			g := newGap(l, f)
			for _, e := range kept {
				if e.appliesTo(g) {
					add(c.figureName(f), e.figure(g))
				}
			}
		}
	})
	if len(c.Budget.Financing) == 0 {
		return said
	}
	for column := range c.Budget.Columns {
		s := newShortfall(c, column)
		for _, e := range kept {
			if e.financing != nil && !s.missing.IsZero() && (e.small || !s.canRound()) {
				add(strings.TrimSuffix("the financing, "+c.head(column), ", "), e.financing(s))
			}
		}
	}
	return said
}

func explanationsOf(name string) (list []explanation) {
	for _, e := range byName() {
		if e.name == name {
			list = append(list, e)
		}
	}
	return list
}

// ArticleOf returns the article in front of a word.
var ArticleOf = articleOf
