package check

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/number"
)

// plannedCounts are the numbers of budgeted nouns in what the plan promises. An activity may
// promise a part of what is budgeted, so they are judged together.
type plannedCounts struct {
	*Context
	found []countedNoun
	using map[string]int // the texts that use a noun; see others
}

// isPromise reports a text that says what will be done, rather than what has been.
func isPromise(subject string) bool {
	for _, path := range []string{"activities/", "outputs/", "outcomes/", "priorities/", "summary/"} {
		if strings.HasPrefix(subject, path) {
			return true
		}
	}
	return subject == "summary"
}

func (p *plannedCounts) add(x countedNoun) {
	one := money.New(1)
	if !x.number.Value.Equal(one) && !isPart(x.reading, x.number) && !p.isOfAnotherYear(x.reading, x.number) && !followsOf(x.reading, x.number) {
		p.found = append(p.found, x)
	}
}

// followsOf reports "three of the six trips", of which the first number is a part.
func followsOf(r *reading, n *number.Number) bool {
	return n.Next < len(r.Words) && r.Words[n.Next].Text == "of"
}

// judge reports the numbers that no reading makes agree with the budget: neither alone nor
// added up, nor as a part of what is budgeted where other texts name the rest.
func (p *plannedCounts) judge() {
	sums, times := map[string]money.Decimal{}, map[string]int{}
	for i := range p.found {
		x := &p.found[i]
		sums[x.key] = sums[x.key].Add(x.number.Value)
		times[x.key]++
	}
	for i := range p.found {
		x := &p.found[i]
		if x.agrees() || x.index.quantitiesOf(x.key)[sums[x.key].String()] || len(x.lines) >= fewLines {
			continue
		}
		if x.number.Value.LessThan(x.most()) && (times[x.key] > 1 || p.others(x.key) > 1) {
			continue
		}
		p.reportQuantity(*x)
	}
}

// fewLines is how many lines may count one noun; of more nobody knows which is meant.
const fewLines = 4

// others returns how many of the activities use a noun; priorities and outcomes say in general
// what the activities say.
func (p *plannedCounts) others(key string) int {
	if p.using != nil {
		return p.using[key]
	}
	p.using = map[string]int{}
	for _, t := range p.Texts {
		if !strings.HasPrefix(t.Subject, "activities/") {
			continue
		}
		seen := map[string]bool{}
		for i, w := range t.words {
			if i > 1 && t.words[i-1].text == "the" && t.words[i-2].text == "of" {
				continue // the Chair of the experts: of those that are counted
			}
			if stem := singular(strings.ToLower(w.text)); len(p.nouns().lines[stem]) > 0 && !seen[stem] {
				seen[stem] = true
				p.using[stem]++
			}
		}
	}
	return p.using[key]
}
