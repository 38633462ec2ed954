package check

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/schema"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "D111", Name: "period-in-prose", Severity: diag.Warning, Title: "a text that plans for another year than the plan's",
		Why:   "What is kept from last year's plan promises for a year that is over, under a title with the new one.",
		Since: "0.1",
		Bad: `mandate:
  - {id: advice, text: Offer advice.}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - {id: support, text: States Parties are supported., activities: [{id: hold, text: Hold two workshops in «2024»., serves: [mandate/advice]}]}
`,
		Good: `mandate:
  - {id: advice, text: Offer advice.}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - {id: support, text: States Parties are supported., activities: [{id: hold, text: "Hold two workshops in ${period.year}.", serves: [mandate/advice]}]}
`},
	Run: func(c *Context) {
		p := c.Plan.Period
		if !p.From.IsSet() || !p.To.IsSet() || !c.isEnglish() {
			return
		}
		r := periodReader{c, p.From.Value, p.To.Value}
		for _, t := range c.Texts {
			if t.figures && namesYear(t.Prose.Value) {
				r.read(c.passage(t))
			}
		}
	},
})

// namesYear looks for the beginning of a year's digits: most figures are none.
func namesYear(s string) bool { return strings.Contains(s, "20") || strings.Contains(s, "19") }

// periodReader reads texts for the years that they plan for.
type periodReader struct {
	*Context
	from, to time.Time
}

const aYearText = `((?:19|20)\d{2})`

var (
	titled    = pattern.Lazy(`(?i)\b(?:work\s?plan|annual plan|budget|programme of work|activities|priorities)\s+(?:for|in)\s+(?:the year\s+)?` + aYearText + `\b|\b` + aYearText + `\s+(?:annual\s+)?(?:work\s?plan|budget|programme of work|activities|priorities)\b`)
	unitWill  = pattern.Lazy(`(?:^|[.;:]\s+)(?:In|During)\s+(?:the year\s+)?` + aYearText + `,?\s+(?:[Tt]he|[Ii]t)\b((?:\s+[\p{L}-]+){0,6}?)\s*\bwill\b`)
	doneIn    = pattern.Lazy(`\b(?:in|during|throughout|by|before|until|by the end of|before the end of|in the course of)\s+(?:the year\s+)?(?:(\d{1,2})\s+)?(?:(?:early|late|mid)[- ])?(?:(` + monthNames + `)\s+)?` + aYearText + `\b`)
	wholeYear = pattern.Lazy(`\b1\s+January\s+(?:(\d{4})\s+)?(?:to|until|–|-|and)\s*31\s+December\s+` + aYearText + `\b`)
	isHistory = pattern.Lazy(`(?i)\b(?:was|were|had|has|have|been|since|previous|last|past|former|prior|compared|comparison|unspent|surplus|arrears|approved|adopted|carried over|left over|report(?:s|ed)? on)\b`)
)

// names reports a text that has a year outside of the period, which alone can be wrong.
func (r periodReader) names(s string) bool {
	const digits = 4
	for i := 0; i+digits <= len(s); i++ {
		if s[i] != '1' && s[i] != '2' || !isYearWord(s[i:i+digits]) {
			continue
		}
		if year, _ := strconv.Atoi(s[i : i+digits]); r.outside(nil, nil, year) {
			return true
		}
	}
	return false
}

func (r periodReader) read(p *passage) {
	if !r.names(p.read) {
		return
	}
	switch {
	case p.Use == schema.AsHeading:
		r.each(p, titled().FindAllStringSubmatchIndex(p.read, -1), r.outside)
	case strings.HasPrefix(p.Subject, "summary"), strings.HasPrefix(p.Subject, "assumptions"):
		r.each(p, titled().FindAllStringSubmatchIndex(p.read, -1), func(p *passage, at []int, year int) bool {
			return year < r.from.Year() && !isHistory().MatchString(r.around(p, at[0]))
		})
	}
	if strings.Contains(p.read, "udget") || strings.Contains(p.read, "lan") {
		r.each(p, titled().FindAllStringSubmatchIndex(p.read, -1), r.isOwnPlan)
	}
	if strings.Contains(p.read, "December") {
		r.each(p, wholeYear().FindAllStringSubmatchIndex(p.read, -1), r.isPeriod)
	}
	if strings.Contains(p.read, "will") {
		r.each(p, unitWill().FindAllStringSubmatchIndex(p.read, -1), r.isPromise)
	}
	if isPlanned(p.Subject) && p.Use.IsSentence() {
		r.each(p, doneIn().FindAllStringSubmatchIndex(p.read, -1), r.isOver)
	}
	if strings.HasPrefix(p.Subject, "assumptions") {
		r.each(p, doneIn().FindAllStringSubmatchIndex(p.read, -1), r.isMissed)
	}
}

// isPlanned reports texts that say what is to be done in the period.
func isPlanned(subject string) bool {
	return hasPrefix(subject, "activities/", "outputs/", "outcomes/", "priorities/", "summary/objectives")
}

// each reports the years of matches that a test takes for another than the period's. The
// year is the last group that there is.
func (r periodReader) each(p *passage, matches [][]int, wrong func(*passage, []int, int) bool) {
	for _, at := range matches {
		from, to := -1, -1
		for i := 2; i < len(at); i += 2 {
			if at[i] >= 0 && at[i+1]-at[i] == 4 && isYearWord(p.read[at[i]:at[i+1]]) {
				from, to = at[i], at[i+1]
			}
		}
		if from < 0 || isJoined(p.read[to:]) {
			continue
		}
		year, _ := strconv.Atoi(p.read[from:to])
		if !r.outside(p, at, year) || !wrong(p, at, year) || r.isDated(p, from) {
			continue
		}
		r.Report(p.Subject, p.span(from, to), fmt.Sprintf("the text plans for %d; the plan is for %s", year, years(r.from, r.to)),
			"write the year of the plan, or quote it: ${period.year}", diag.Related{Span: r.Plan.Period.From.Span(), Note: "the period"})
	}
}

// isYearWord reports four digits of a year.
func isYearWord(s string) bool {
	return (s[:2] == "19" || s[:2] == "20") && strings.Trim(s, "0123456789") == ""
}

func years(from, to time.Time) string {
	if from.Year() == to.Year() {
		return strconv.Itoa(from.Year())
	}
	return fmt.Sprintf("%d–%d", from.Year(), to.Year())
}

// isJoined reports a year that goes on, as in 2024–2026 or 2024/25.
func isJoined(behind string) bool {
	return hasPrefix(strings.TrimLeft(behind, " "), "-", "–", "/", "to 20", "and 20")
}

func (r periodReader) outside(_ *passage, _ []int, year int) bool {
	return year < r.from.Year() || year > r.to.Year()
}

// isDated reports whether a finding of this run is about the same year already.
func (r periodReader) isDated(p *passage, at int) bool {
	span := p.span(at, at+1)
	list := r.reported()
	for i := len(list) - 1; i >= 0 && list[i].Subject == p.Subject; i-- {
		if list[i].Span.Start == span.Start {
			return true
		}
	}
	return false
}

func (r periodReader) around(p *passage, at int) string {
	before := lastOf(p.read[:at], near)
	s, _ := sentence(before+firstOf(p.read[at:], near), len(before))
	return s
}

// isPeriod reports a typed period that is meant to be the plan's: it is spoken of as the
// plan's own, and not of the past.
func (r periodReader) isPeriod(p *passage, at []int, _ int) bool {
	s := r.around(p, at[0])
	own := strings.HasPrefix(p.Subject, "summary") || thisPlan().MatchString(s)
	return own && !isOver().MatchString(s) && r.from.Month() == time.January && r.to.Month() == time.December
}

// isOwnPlan reports "this work plan and budget for 2026", and "the budget for 2024 is" in a note
// on the budget.
func (r periodReader) isOwnPlan(p *passage, at []int, year int) bool {
	s := r.around(p, at[0])
	if at[2] >= 0 && namesItself().MatchString(lastOf(p.read[:at[2]], adjacent)) {
		return !isHistory().MatchString(s)
	}
	ofBudget := strings.Contains(strings.ToLower(p.read[at[0]:at[1]]), "budget") && (p.Subject == "budget/notes" || strings.HasPrefix(p.Subject, "budget/notes/"))
	return ofBudget && year < r.from.Year() && isNow().MatchString(s) && !isHistory().MatchString(s) && !strings.Contains(s, "${") && !r.namesOwnYear(s)
}

// namesOwnYear reports a year of the period in a sentence, which then compares two.
func (r periodReader) namesOwnYear(s string) bool {
	for year := r.from.Year(); year <= r.to.Year(); year++ {
		if strings.Contains(s, strconv.Itoa(year)) {
			return true
		}
	}
	return false
}

var namesItself = pattern.Lazy(`(?i)\b(?:this|the present)\s+(?:(?:draft|proposed|annual|work|plan|workplan|programme|of|and|budget)\s+)+(?:for|in)\s+(?:the\s+year\s+)?$`)

var isNow = pattern.Lazy(`\b(?:is|are|will|covers|comes|amounts|provides)\b`)

var thisPlan = pattern.Lazy(`(?i)\b(?:this|the present)\s+(?:[\w-]+\s+){0,2}(?:plan|budget)\b`)

// isPromise reports "In 2024 the Unit will": a promise for a year that is over, or, as
// the words that lead to a list, for another one than the plan's.
func (r periodReader) isPromise(p *passage, at []int, year int) bool {
	who := at[len(at)-2:]
	if !r.isUnit(p.read[who[0]:who[1]]) {
		return false
	}
	d := r.Plan.Document.Date
	leads := strings.HasSuffix(strings.TrimSpace(p.read), ":")
	return leads || isPlanned(p.Subject) || d.IsSet() && year < d.Value.Year()
}

// isUnit reports words that stand for the unit.
func (r periodReader) isUnit(s string) bool {
	s = strings.ToLower(oneLine(s))
	if s == "" { // It will
		return true
	}
	for _, name := range []string{"unit", "secretariat", r.Plan.Document.UnitShort.Value, r.Plan.Document.Unit.Value} {
		if name != "" && strings.HasSuffix(s, strings.ToLower(name)) {
			return true
		}
	}
	return false
}

// isOver reports something to be done in a year before the period. What was done then, as
// in "the survey made in 2024", is history.
func (r periodReader) isOver(p *passage, at []int, year int) bool {
	before := lastOf(p.read[:at[0]], nearer)
	if year > r.to.Year() {
		return firstVerb().MatchString(p.read) && isLast(p.read[at[1]:]) && strings.HasPrefix(p.read[at[0]:], "in ") && !r.tellsOfEvent(before)
	}
	return year < r.from.Year() && !r.tellsOfEvent(before) && !isHistory().MatchString(lastSentence(before))
}

// firstVerb are the verbs of activities that are done and over within a year.
var firstVerb = pattern.Lazy(`^(?:Hold|Organize|Conduct|Publish|Convene|Host|Issue|Visit|Deliver|Train|Sponsor|Launch|Carry out|Undertake|Run)\b`)

// isLast reports that nothing but a full stop follows.
func isLast(s string) bool { return strings.Trim(s, ".;: \n") == "" }

func lastSentence(s string) string {
	s, _ = sentence(s, len(s))
	return s
}

var participle = pattern.Lazy(`(?i)^(?:\w{2,}ed|held|taken|made|begun|given|sent|met|led|done|written|set|won|built|chosen)$`)

// adjectives end like participles.
var adjectives = wordSet(`affected related interested needed limited united concerned developed experienced qualified skilled extended combined targeted tailored dedicated updated revised detailed`)

// tellsOfEvent reports whether the words before a year say what happened in it: a
// participle or the name of a meeting stands near.
func (r periodReader) tellsOfEvent(before string) bool {
	const most = 5
	words := wordsOf(before)
	for _, w := range words[max(0, len(words)-most):] {
		lower := strings.ToLower(w.text)
		if participle().MatchString(w.text) && !adjectives[lower] || startsUpper(w.text) && gatherings[strings.TrimSuffix(lower, "s")] || ordinalOf(w.text) > 0 {
			return true
		}
	}
	return false
}

// isMissed reports a date by which something is assumed to happen, and which was over when
// the document was written.
func (r periodReader) isMissed(p *passage, at []int, year int) bool {
	d := r.Plan.Document.Date
	if !d.IsSet() || !limit().MatchString(p.read[at[0]:at[1]]) {
		return false
	}
	day, month := 31, time.December
	if at[4] >= 0 {
		month, day = monthOf(p.read[at[4]:at[5]]), 28
	}
	if at[2] >= 0 {
		day, _ = strconv.Atoi(p.read[at[2]:at[3]])
	}
	if !time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Before(d.Value) {
		return false
	}
	before := lastSentence(lastOf(p.read[:at[0]], nearer))
	return !isHistory().MatchString(strings.ReplaceAll(before, "arrears", "")) // which are still to be paid
}

var limit = pattern.Lazy(`^(?:by|before|until)\b`)
