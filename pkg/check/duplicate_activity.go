package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S107", Name: "duplicate-activity", Severity: diag.Warning, Title: "two activities that say the same",
		Why:   "One piece of work under two outcomes is counted, costed and reported on twice.",
		Since: "0.1",
		Bad: `outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: meetings, text: Prepare and support the meetings of the States Parties in Geneva.}
          - {id: preparation, text: «Prepare and support meetings of the States Parties in Geneva.»}
`,
		Good: `outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: meetings, text: Prepare and support the meetings of the States Parties in Geneva.}
          - {id: preparation, text: Book the rooms and the interpreters.}
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		index := map[string][]int{} // the activities by their weighty words
		exact := map[string]int{}   // and by their whole text
		all := c.comparable()
		for i := range all {
			if first, twice := exact[all[i].same]; twice {
				c.sayTheSame(all[i], all[first])
				continue
			}
			if all[i].same != "" {
				exact[all[i].same] = i
			}
			c.duplicate(all, i, index)
			for w := range all[i].words {
				index[w] = append(index[w], i)
			}
		}
	},
})

// fewWords is from how many weighty words on two activities can be compared.
const fewWords = 4

// activity is an activity and the words that distinguish it from others.
type activity struct {
	plan.Activity
	words map[string]bool
	same  string // what another that is the same in every word has too
}

// comparable returns all activities. One of few words, such as "Advise States Parties", may
// stand under several outputs, and is the same only where it stands twice under one.
func (c *Context) comparable() (all []activity) {
	for i, o := range c.Plan.Outcomes {
		for j, out := range o.Outputs {
			for _, a := range out.Activities {
				said := c.entry(a.Text)
				x := activity{a, weightyWords(said), said}
				if said != "" && len(x.words) < fewWords {
					x.same = fmt.Sprint(i, " ", j, " ", x.same)
				}
				all = append(all, x)
			}
		}
	}
	return all
}

func weightyWords(said string) map[string]bool {
	words := map[string]bool{}
	for _, w := range wordsOf(said) {
		if !small[w.text] && !courtesies[w.text] && len(w.text) > 2 {
			words[strings.TrimSuffix(w.text, "s")] = true
		}
	}
	return words
}

// courtesies are words that say how an activity is done, not what is done.
var courtesies = map[string]bool{"upon": true, "request": true, "required": true, "necessary": true, "appropriate": true, "under": true, "requested": true, "needed": true}

// duplicate reports the first of the activities before that has nearly the same words.
func (c *Context) duplicate(all []activity, i int, index map[string][]int) {
	// How alike, in per cent, two must be that begin with one verb, and others; and a word
	// so frequent that it says nothing.
	const akin, alike, crowd = 75, 85, 200
	own := all[i].words
	if len(own) < fewWords {
		return
	}
	shared := map[int]int{}
	for w := range own {
		if others := index[w]; len(others) < crowd {
			for _, j := range others {
				shared[j]++
			}
		}
	}
	best, most := -1, 0
	for j, n := range shared {
		like := 200 * n / (len(own) + len(all[j].words))
		if (like >= alike || like >= akin && verb(all[j]) == verb(all[i])) && (like > most || like == most && j < best) {
			best, most = j, like
		}
	}
	if best < 0 || numbersOf(all[i].Text.Value) != numbersOf(all[best].Text.Value) {
		return
	}
	c.sayTheSame(all[i], all[best])
}

func (c *Context) sayTheSame(a, other activity) {
	how := "says nearly the same as"
	if a.same == other.same || wording(a.Text.Value) == wording(other.Text.Value) {
		how = "says the same as"
	}
	c.Report("activities/"+a.ID.Value, textSpan(a.Text), fmt.Sprintf("activity `%s` %s activity `%s`", a.ID.Value, how, other.ID.Value),
		"keep one of the two, or say in what they differ", diag.Related{Span: textSpan(other.Text), Note: "the other activity"})
}

// verb returns the word that an activity begins with.
func verb(a activity) string {
	first, _, _ := strings.Cut(strings.TrimSpace(a.Text.Value), " ")
	return strings.ToLower(strings.Trim(first, ",;:"))
}

// numbersOf returns the words with digits of a text: activities on Article 3 and on
// Article 4 are two, however alike.
func numbersOf(s string) string {
	var numbers []string
	for _, w := range wordsOf(s) {
		if strings.ContainsAny(w.text, "0123456789") {
			numbers = append(numbers, w.text)
		}
	}
	return strings.Join(numbers, " ")
}
