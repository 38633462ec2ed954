package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/number"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "R108", Name: "fact-in-prose", Severity: diag.Warning, Title: "a number in a text that is not the fact's",
		Why:   "A typed number that was right last year, or has its digits swapped, contradicts the places that quote the fact.",
		Since: "0.2",
		Bad: `facts:
  states_parties: {value: 112, as_at: 2024-06-01}
assumptions:
  - That the «121» States Parties pay their contributions.
  - That the host State provides the rooms.
`,
		Good: `facts:
  states_parties: {value: 112, as_at: 2024-06-01}
assumptions:
  - That the ${facts.states_parties} States Parties pay their contributions.
  - That the host State provides the rooms.
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		if len(c.Plan.Facts) == 0 {
			return
		}
		for _, t := range c.Texts {
			if strings.Contains(t.Prose.Value, "${facts.") && t.dated {
				c.factDay(c.passage(t))
			}
		}
		c.eachSaid(func(r *reading, n *number.Number) {
			if (n.Kind == number.Count || n.Kind == number.Plain) && n.Low == nil && !n.Hedged && !strings.HasPrefix(r.Subject, "facts/") && r.isTyped(n) {
				c.factSaid(r, n)
			}
		})
	},
})

// factSaid holds a number before the name of a fact against the fact: "the 54 States Parties",
// "112 as States Parties".
func (c *Context) factSaid(r *reading, n *number.Number) {
	if c.factDated(r, n) {
		return
	}
	for _, x := range r.namesNear(n) {
		as := n.Kind == number.Plain && x.first == n.Next+1 && r.Words[n.Next].Text == "as"
		if x.things[0].kind != aFact || !as && !isTerm(r, n.Next, x.first) || x.next < len(r.Words) && isTerm(r, x.next, x.next+1) {
			continue
		}
		t := x.things[0]
		f, _ := t.of(ofFact)
		s := r.say(n, t, f)
		if s.relation == equal || c.isFact(n) || isPart(r, n) {
			return
		}
		if c.isMembership(r, n, x) && c.isOnDayOf(r, n, f.ref) {
			c.reportSaying(&s, f.is.String())
			return
		}
		if c.isOfAnotherYear(r, n) && (s.relation != slipped || !isDefinite(r, n)) {
			return
		}
		if s.relation == stale || s.relation == slipped || (as || isDefinite(r, n)) && !isRestricted(r, x) {
			c.reportSaying(&s, f.is.String())
		}
		return
	}
}

var (
	asAt      = pattern.Lazy(`\b[Aa]s\s+(?:at|of|on)\s+(\d{1,2}\s+(?:` + monthNames + `)\s+\d{4})\b`)
	quoted    = pattern.Lazy(`\$\{[^}]*\}|\b(?:19|20)\d{2}\b`)
	factNamed = pattern.Lazy(`\$\{facts\.([\w-]+)(?:\||\})`)
)

// factDay holds a typed day before a fact that the sentence quotes against the fact's: "As at
// 1 September 2024, ${facts.reports} States Parties had reported".
func (c *Context) factDay(p *passage) {
	for _, at := range asAt().FindAllStringSubmatchIndex(p.read, -1) {
		before := lastOf(p.read[:at[0]], near)
		around, _ := sentence(before+firstOf(p.read[at[0]:], near), len(before))
		said := oneLine(p.read[at[2]:at[3]])
		if rest := strings.Replace(around, p.read[at[2]:at[3]], "", 1); strings.ContainsAny(quoted().ReplaceAllString(rest, ""), "0123456789") {
			continue // the day may be that of another number
		}
		var wrong *plan.Fact
		id := ""
		for _, m := range factNamed().FindAllStringSubmatch(around, -1) {
			for name, f := range schema.Values(c.Plan.Facts) {
				switch {
				case name != m[1] || !f.AsAt.IsSet():
				case date(f.AsAt.Value) == said:
					wrong, id = nil, "-"
				case id == "":
					wrong, id = &f, name
				}
			}
		}
		if wrong != nil {
			c.Report(p.Subject, p.span(at[2], at[3]), fmt.Sprintf("the text gives the fact `%s` as at %s, but it is of %s", id, said, date(wrong.AsAt.Value)),
				fmt.Sprintf("write ${facts.%s.as_at} in its place, and the text follows the plan", id), diag.Related{Span: wrong.AsAt.Span(), Note: "the fact's day"})
		}
	}
}

// isMembership reports that a number says how many a treaty has: "the Convention had 112
// States Parties and 18 signatories", and nothing of what some of them did.
func (c *Context) isMembership(r *reading, n *number.Number, x nameSaid) bool {
	if x.next < len(r.Words) && r.Words[x.next].Sentence == r.Words[n.First].Sentence && !ended[strings.ToLower(r.Words[x.next].Text)] {
		return false
	}
	before := func(at, back int) string {
		if at < back {
			return ""
		}
		return strings.ToLower(r.Words[at-back].Text)
	}
	at := n.First
	for _, y := range r.namesNear(n) { // "112 States Parties and"
		if before(n.First, 1) == "and" && y.next == n.First-1 {
			for i := range r.Numbers {
				if m := &r.Numbers[i]; m.Next <= y.first && isTerm(r, m.Next, y.first) {
					at = m.First
				}
			}
		}
	}
	return has[before(at, 1)] && (subjects[before(at, 2)] || treaties[before(at, 2)]) && !c.namesOtherTreaty(r)
}

// namesOtherTreaty reports a text that speaks of a treaty which is none of the plan's name, such as
// a protocol, whose members are others.
func (c *Context) namesOtherTreaty(r *reading) bool {
	own := strings.ToLower(c.Plan.Document.Convention.Value)
	for i := range r.Words {
		if w := strings.ToLower(r.Words[i].Text); treaties[strings.TrimSuffix(w, "s")] && !strings.Contains(own, w) {
			return true
		}
	}
	return false
}

var (
	has      = wordSet("has had have counts counted numbered is are was were")
	subjects = wordSet("it there")
	treaties = wordSet("convention agreement treaty protocol statute covenant amendment annex")
	ended    = wordSet(". , ; ) and")
)

// isOnDayOf reports that the sentence of a number names the day that a fact is of: what it
// says is not of another time, however old the day.
func (c *Context) isOnDayOf(r *reading, n *number.Number, ref string) bool {
	for id, f := range schema.Values(c.Plan.Facts) {
		if "facts."+id != ref || !f.AsAt.IsSet() {
			continue
		}
		want := strings.Fields(date(f.AsAt.Value))
		from, to := r.near(n)
		for i := from; i+len(want) <= to; i++ {
			if r.Words[i].Text == want[0] && r.Words[i+1].Text == want[1] && r.Words[i+2].Text == want[2] {
				return true
			}
		}
	}
	return false
}

// factDated holds the one number of a sentence that quotes a fact's day, and not the fact,
// against the fact: "As at ${facts.reports.as_at}, 105 States Parties had reported".
func (c *Context) factDated(r *reading, n *number.Number) bool {
	from, to := r.near(n)
	for i := from; i < n.First; i++ {
		name, ok := strings.CutSuffix(r.Words[i].Text, ".as_at}")
		id, isFact := strings.CutPrefix(name, "${facts.")
		if r.Words[i].Sort != number.Reference || !ok || !isFact || strings.Contains(r.read, name+"}") || r.counts(from, to) != 1 || n.Kind != number.Count {
			continue
		}
		for _, e := range c.named().entries[strings.Join(nameStems(spaced(id)), " ")].of(aFact) {
			f, _ := e.of(ofFact)
			if s := r.say(n, e, f); f.ref == "facts."+id && s.relation != equal && !c.isFact(n) {
				c.reportSaying(&s, f.is.String())
				return true
			}
		}
	}
	return false
}

// counts returns how many numbers of things stand in a stretch of words.
func (r *reading) counts(from, to int) int {
	found := 0
	for i := range r.Numbers {
		if n := &r.Numbers[i]; n.Kind == number.Count && n.First >= from && n.First < to {
			found++
		}
	}
	return found
}

// isTerm reports that nothing but capitalized words stands between: "54 States Parties" is so
// many parties.
func isTerm(r *reading, from, to int) bool {
	const most = 2
	if from > to || to-from > most {
		return false
	}
	for _, w := range r.Words[from:to] {
		if w.Sort != number.Letters || !startsUpper(w.Text) {
			return false
		}
	}
	return true
}

// isFact reports a number that some fact has: another may be meant.
func (c *Context) isFact(n *number.Number) bool {
	for _, f := range c.Plan.Facts {
		if d, ok := c.Names.Fact(f.Key.Value); ok && d.Equal(n.Value) {
			return true
		}
	}
	return false
}

// isDefinite reports "the 54" and "all 54".
func isDefinite(r *reading, n *number.Number) bool {
	if n.First == 0 {
		return false
	}
	switch strings.ToLower(r.Words[n.First-1].Text) {
	case "the", "all", "its", "our":
		return n.First < 2 || !strings.EqualFold(r.Words[n.First-2].Text, "of") && !strings.EqualFold(r.Words[n.First-2].Text, "among")
	}
	return false
}

// isRestricted reports a name behind which something says that only some are meant: "the 33
// States Parties with mined areas".
func isRestricted(r *reading, x nameSaid) bool {
	return x.next < len(r.Words) && restricting[strings.ToLower(r.Words[x.next].Text)]
}

var restricting = wordSet(`that which with who whose whom under of in having affected concerned from represented where not still present participating attending
	elected on at by for without including listed named mentioned supported reporting whereof benefiting receiving requesting`)
