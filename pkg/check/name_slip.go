package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "N107", Name: "name-slip", Severity: diag.Warning, Title: "a name with a slip in it",
		Why:   "The treaty, the unit and the names of the glossary are what delegates know best; a wrong letter or a wrong “of” in them is seen at once.",
		Since: "0.1",
		Bad: `names:
  - {name: Voluntary Trust Fund}
assumptions:
  - That the «Voluntary Thrust Fund» is used.
  - That the host State provides the rooms.
`,
		Good: `names:
  - {name: Voluntary Trust Fund}
assumptions:
  - That the Voluntary Trust Fund is used.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		index := newNameIndex(c)
		for _, t := range c.Texts {
			if t.key != "" && isOwnKey(t.key) && !strings.Contains(t.key, "title") {
				continue
			}
			index.read(c, t)
			index.unhyphened(c, t)
		}
	},
})

// knownName is a name that texts are held to.
type knownName struct {
	text    plan.Prose
	words   []word
	listed  bool // in the plan's names, where name-variant looks after the long ones
	weighty int  // words that are not small
}

// nameIndex finds names by each of their words, so that a text is read once, however many
// names there are.
type nameIndex struct {
	names  []knownName
	byWord map[string][]placed // in lower case
	right  map[string]bool     // the names, in lower case
}

// placed is a word of a name: which name, and which of its words.
type placed struct{ name, at int }

func newNameIndex(c *Context) *nameIndex {
	x := &nameIndex{byWord: map[string][]placed{}, right: map[string]bool{}}
	for _, n := range c.Plan.Names {
		x.add(n.Name, true)
	}
	d := c.Plan.Document
	for _, name := range []plan.Prose{d.Convention, d.Unit} {
		if !x.right[strings.ToLower(oneLine(name.Value))] && !strings.Contains(name.Value, "${") {
			x.add(name, false)
		}
	}
	return x
}

func (x *nameIndex) add(name plan.Prose, listed bool) {
	n := knownName{text: name, words: wordsOf(name.Value), listed: listed}
	for _, w := range n.words {
		if !small[strings.ToLower(w.text)] {
			n.weighty++
		}
	}
	x.right[strings.ToLower(oneLine(name.Value))] = true
	if n.weighty < 2 {
		return
	}
	x.names = append(x.names, n)
	for at, w := range n.words {
		if key := strings.ToLower(w.text); !small[key] {
			x.byWord[key] = append(x.byWord[key], placed{len(x.names) - 1, at})
		}
	}
}

// read reports where a text has a name with a slip.
func (x *nameIndex) read(c *Context, t Text) {
	for i, w := range t.words {
		for _, p := range x.byWord[strings.ToLower(w.text)] {
			if n := &x.names[p.name]; n.isFirstAlike(t.words, i-p.at, p.at) {
				x.compare(c, t, n, i-p.at)
			}
		}
	}
}

// unhyphened reports a name whose hyphen is a blank: confidence building measures.
func (x *nameIndex) unhyphened(c *Context, t Text) {
	for i := range x.names {
		n := &x.names[i]
		for at := range n.words {
			first, second, ok := strings.Cut(n.words[at].text, "-")
			if !ok || len(first) < 4 || len(second) < 4 || strings.Contains(second, "-") || !strings.Contains(t.typed, first[1:]) {
				continue
			}
			for k := at; k+len(n.words)-at < len(t.words); k++ {
				if strings.EqualFold(t.words[k].text, first) && strings.EqualFold(t.words[k+1].text, second) && n.goesOn(t, k, at) {
					have := t.words[k-at : k+len(n.words)-at+1]
					c.Report(t.Subject, t.Prose.Node.Part(have[0].from, have[len(have)-1].to), fmt.Sprintf("“%s” has no hyphen where the name has one", oneLine(t.typed[have[0].from:have[len(have)-1].to])),
						fmt.Sprintf("write “%s”", oneLine(n.text.Value)), diag.Related{Span: n.text.Span(), Note: "the name"})
				}
			}
		}
	}
}

// goesOn reports the other words of a name around two words that its hyphen joins.
func (n *knownName) goesOn(t Text, k, at int) bool {
	if k < at {
		return false
	}
	for i, w := range n.words {
		switch {
		case i < at && !strings.EqualFold(w.text, t.words[k-at+i].text), i > at && !strings.EqualFold(w.text, t.words[k-at+i+1].text):
			return false
		}
	}
	return isPhrase(t.typed, t.words[k-at:k+len(n.words)-at+1])
}

// isFirstAlike reports that no weighty word before the one at an offset is the name's, so
// that a stretch of the text is compared once.
func (n *knownName) isFirstAlike(words []word, begin, at int) bool {
	if begin < 0 || begin+len(n.words) > len(words) {
		return false
	}
	for i := range at {
		if w := n.words[i].text; strings.EqualFold(w, words[begin+i].text) && !small[strings.ToLower(w)] {
			return false
		}
	}
	return true
}

// compare holds a name against the words of a text from one on.
func (x *nameIndex) compare(c *Context, t Text, n *knownName, begin int) {
	have := t.words[begin : begin+len(n.words)]
	at, isSlip := n.slip(have)
	if isSlip && c.mayInflect(have[at].text, n.words[at].text) {
		return
	}
	if !isSlip && !n.disordered(have) || !isPhrase(t.typed, have) || x.isRight(t, begin, len(n.words)) {
		return
	}
	if isSlip {
		x.say(c, t, n, have, fmt.Sprintf("“%s” has “%s” where the name has “%s”", oneLine(t.typed[have[0].from:have[len(have)-1].to]), have[at].text, n.words[at].text),
			respell(t, have[at:at+1], n.words[at:at+1]))
	} else {
		x.say(c, t, n, have, fmt.Sprintf("“%s” has the words of the name in another order", oneLine(t.typed[have[0].from:have[len(have)-1].to])), nil)
	}
}

func (x *nameIndex) say(c *Context, t Text, n *knownName, have []word, message string, fix []diag.Edit) {
	c.Report(t.Subject, t.Prose.Node.Part(have[0].from, have[len(have)-1].to), message,
		fmt.Sprintf("write “%s”; if something else is meant, add it to `names`", oneLine(n.text.Value)),
		diag.Related{Span: n.text.Span(), Note: "the name"}).Fix = fix
}

// isRight reports whether the words are those of another name, or part of a longer one.
func (x *nameIndex) isRight(t Text, begin, length int) bool {
	const longer = 4
	for from := max(0, begin-longer); from <= begin; from++ {
		for to := begin + length; to <= min(len(t.words), begin+length+longer); to++ {
			if x.right[strings.ToLower(oneLine(t.typed[t.words[from].from:t.words[to-1].to]))] {
				return true
			}
		}
	}
	return false
}

// slip returns the one word in which a phrase differs from a name by a letter or two, or
// by another small word.
func (n *knownName) slip(have []word) (int, bool) {
	const long = 4 // words from which on name-variant looks
	odd := -1
	for i := range have {
		if strings.EqualFold(have[i].text, n.words[i].text) {
			continue
		}
		if odd >= 0 {
			return 0, false
		}
		odd = i
	}
	if odd < 0 {
		return 0, false
	}
	a, b := strings.ToLower(have[odd].text), strings.ToLower(n.words[odd].text)
	switch {
	case small[a] && small[b]:
		return odd, n.weighty >= 2 && alikeCapitals(have, n.words)
	case isPartyVariant(have, n.words, odd):
		return odd, true
	case n.weighty > 2 && (!n.listed || len(have) < long) && isWrongWord(a, b) && isDerived(a, b) && startsUpper(have[odd].text) && alikeCapitals(have, n.words):
		return odd, true
	case n.listed && len(have) >= long, !isWrongWord(a, b):
		return 0, false
	}
	return odd, isSlip(a, b) && startsUpper(have[odd].text) == startsUpper(n.words[odd].text) && alikeCapitals(have, n.words)
}

// isDerived reports two forms of one word: amended and amendment, high and higher.
func isDerived(a, b string) bool {
	const stem = 4
	return len(a) >= stem && len(b) >= stem && a[:stem] == b[:stem] && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || len(a) > stem+1 && len(b) > stem+1 && a[:stem+1] == b[:stem+1])
}

// isPartyVariant reports “State Parties” and “States Party's” kin: of the term “States
// Parties” both words are plurals.
func isPartyVariant(have, want []word, odd int) bool {
	if len(want) != 2 || want[0].text != "States" || want[1].text != "Parties" {
		return false
	}
	other := have[odd].text
	return odd == 0 && (other == "State" || other == "State's" || other == "State’s") || odd == 1 && (other == "Party" || other == "Partys")
}

// alikeCapitals reports whether words have their capitals where a name has them.
func alikeCapitals(have, want []word) bool {
	for i := range have {
		if startsUpper(want[i].text) && !startsUpper(have[i].text) {
			return false
		}
	}
	return true
}

// disordered reports the words of a name in another order.
func (n *knownName) disordered(have []word) bool {
	const enough = 3 // capitals that make a phrase look like a name
	if n.weighty < enough || capitals(have) < enough || sameWords(have, n.words) {
		return false
	}
	lower := func(words []word) (list []string) {
		for _, w := range words {
			list = append(list, strings.ToLower(w.text))
		}
		slices.Sort(list)
		return list
	}
	return slices.Equal(lower(have), lower(n.words))
}

func capitals(words []word) (n int) {
	for _, w := range words {
		if startsUpper(w.text) {
			n++
		}
	}
	return n
}
