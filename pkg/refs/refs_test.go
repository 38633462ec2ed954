package refs_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/source"
)

// split cuts a text that is written into a plan in double quotes.
func split(t rapid.TB, prose string) ([]refs.Segment, string) {
	t.Helper()
	root, problems := source.Parse(source.NewFile("plan.yaml", []byte(fmt.Sprintf("text: %q", prose))))
	if len(problems) > 0 || root.Get("text").Text() != prose {
		t.Fatalf("%q is read as %q: %v", prose, root.Get("text").Text(), problems)
	}
	segments, findings := refs.Split(root.Get("text"), prose)
	var found []string
	for _, f := range findings {
		if f.Rule.Name != "bad-reference" || f.Hint == "" {
			t.Errorf("%q: %v", prose, f)
		}
		found = append(found, f.Span.Text()+": "+f.Message)
	}
	return segments, strings.Join(found, "; ")
}

func TestSplit(t *testing.T) {
	const unclosed, nameless = "a reference is opened here and not closed", "a reference without a name"
	for prose, c := range map[string]struct{ want, found string }{
		"no reference":                {"no reference", ""},
		"":                            {"", ""},
		"${budget.total}":             {"<budget.total>", ""},
		"That ${budget.total} is.":    {"That |<budget.total>| is.", ""},
		"${a}${b} and ${c}":           {"<a>|<b>| and |<c>", ""},
		"5 $ or {5} or } or $5":       {"5 $ or {5} or } or $5", ""},
		"write $${budget.total} here": {"write ${|budget.total} here", ""},
		"$${a}":                       {"${|a}", ""},
		"$${a} is ${a}":               {"${|a} is |<a>", ""},
		"${a}$${b}${c}":               {"<a>|${|b}|<c>", ""},
		"$${$${a":                     {"${|${|a", ""},
		"$$${a}":                      {"$${|a}", ""},
		"That ${budget.total is.":     {"That | is.", "${budget.total: " + unclosed},
		"at the end ${budget":         {"at the end ", "${budget: " + unclosed},
		"${":                          {"", "${: " + unclosed},
		"${a b}":                      {" b}", "${a: " + unclosed},
		"${a\tb} ${c}":                {"\tb} |<c>", "${a: " + unclosed},
		"${a\nb}":                     {"\nb}", "${a: " + unclosed},
		"none ${} here":               {"none | here", "${}: " + nameless},
		"${} and ${a ":                {" and | ", "${}: " + nameless + "; ${a: " + unclosed},
		"é ${a} é":                    {"é |<a>| é", ""},
	} {
		segments, found := split(t, prose)
		var got []string
		for _, s := range segments {
			if s.IsRef() {
				got = append(got, "<"+s.Name+">")
			} else {
				got = append(got, s.Text)
			}
		}
		if strings.Join(got, "|") != c.want || found != c.found {
			t.Errorf("%q:\n%q, want %q\nfound %q, want %q", prose, strings.Join(got, "|"), c.want, found, c.found)
		}
	}
}

// TestSplitLosesNothing holds that segments follow each other, that each is what stands
// at its offsets, and that only what was reported is missing between them.
func TestSplitLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		prose := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"${", "}", "$", "{", "a", "b.c", " ", "é", "\n", "${x}", "$${"}), 0, 16).Draw(t, "prose"), "")
		segments, found := split(t, prose)
		at, missing := 0, ""
		for _, s := range segments {
			if s.From < at || s.To <= s.From && prose != "" {
				t.Fatalf("%q: a segment from %d to %d follows one that ends at %d", prose, s.From, s.To, at)
			}
			missing += prose[at:s.From]
			written := prose[s.From:s.To]
			if s.IsRef() && written != "${"+s.Name+"}" || !s.IsRef() && strings.Replace(written, "$${", "${", 1) != s.Text && written != s.Text {
				t.Fatalf("%q: %q stands for %+v", prose, written, s)
			}
			at = s.To
		}
		missing += prose[at:]
		if (missing == "") != (found == "") {
			t.Fatalf("%q: %q is missing, %q was found", prose, missing, found)
		}
		if !strings.Contains(prose, "${") && (len(segments) != 1 || segments[0].Text != prose) {
			t.Fatalf("%q became %v", prose, segments)
		}
	})
}

func TestRules(t *testing.T) {
	var names []string
	for _, r := range refs.Rules() {
		names = append(names, r.Name)
		if r.Severity.String() != "error" {
			t.Errorf("%s is no error", r.Name)
		}
	}
	if got := strings.Join(names, " "); got != "unknown-reference bad-reference unset-reference reference-loop column-needed unnumbered-reference" {
		t.Errorf("the rules are %s", got)
	}
}

const small = `isuplan: 1
document: {convention: Convention on Cluster Munitions, unit: Implementation Support Unit, date: 2017-06-03}
period: {from: 2018-01-01, to: 2018-12-31}
outcomes: []
budget:
  currency: CHF
  lines: [{id: a, label: A, fixed: 100}]
`

const full = `isuplan: 1
document:
  convention: Convention on Cluster Munitions
  short: CCM
  unit: Implementation Support Unit
  unit_short: ISU
  title: Work plan
  symbol: CCM/MSP/2017/9
  job: GE.17-09131
  language: fr
  date: 2017-06-03
  meeting: {name: Seventh Meeting, place: Geneva, from: 2017-09-04, to: 2017-09-06, next: Eighth Meeting, next_short: 8MSP}
  agenda: {item: 8 (j), path: [Programme, Budget]}
  submitted: {by: the Director, on: 2017-06-02, deadline: 60 days}
period: {from: 2018-01-01, to: 2018-12-31}
outcomes: []
facts:
  parties: {value: 101, as_at: 2017-06-01}
  signatories: {value: 17.50}
  states: {sum: [parties, signatories]}
  others: {value: 118.5}
  all: {sum: [states, others]}
  depositary: {text: "the depositary of ${facts.parties}", as_at: 2016-01-01}
  loop: {sum: [parties, back]}
  back: {sum: [loop]}
  self: {sum: [self]}
  lost: {sum: [parties, nobody]}
  of_words: {sum: [depositary]}
budget:
  currency: CHF
  rounding: {to: 0.01, mode: half-up}
  columns: [{id: "2017"}, {id: "2018"}]
  lines:
    - {id: salaries, label: Salaries, posts: [{title: Director, annual: {"2017": 100000, "2018": 120000}, fte: 50%}]}
    - {id: charges, label: Charges, percent: {"2017": 19%, "2018": 20%}, of: [salaries]}
    - {id: travel, label: Travel, lines: [{id: trips, label: Trips, units: [{item: trip, quantity: 4, cost: 250.25}]}]}
  financing:
    - {id: parties, label: Parties, source: assessed, percent: 100%, of: [total]}
`

func names(t testing.TB, text string) *refs.Names {
	t.Helper()
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(text)))
	if !ok {
		t.Fatal(findings)
	}
	b, findings := budget.Compute(p, budget.Options{})
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return refs.New(p, b)
}

// value writes what a name stands for; "no such name" where it does not exist.
func value(n *refs.Names, name string) string {
	v, ok := n.Lookup(name)
	if !ok {
		return "no such name"
	}
	const day = "2006-01-02"
	switch v.Kind {
	case refs.Nothing:
		return "nothing"
	case refs.Words:
		return "words " + v.Prose.Value
	case refs.Lines:
		var texts []string
		for _, l := range v.Lines {
			texts = append(texts, l.Value)
		}
		return "lines " + strings.Join(texts, " / ")
	case refs.Number:
		return "number " + v.Figure.String()
	case refs.Percent:
		return v.Figure.String() + " per cent"
	case refs.Differing:
		var each []string
		for _, in := range v.Each {
			each = append(each, in.Name+" "+value(n, in.Name))
		}
		return strings.Join(each, "; ")
	case refs.Amount:
		return string(v.Currency) + " " + v.Figure.StringFixed(v.Places)
	case refs.Days:
		return v.Figure.String() + " days"
	case refs.Day:
		return "day " + v.From.Format(day)
	case refs.Range:
		return "from " + v.From.Format(day) + " to " + v.To.Format(day)
	case refs.Years:
		return "years " + v.From.Format(day) + " to " + v.To.Format(day)
	case refs.Symbol:
		return "as it is: " + v.Prose.Value
	}
	return "something else"
}

func TestWhatNamesStandFor(t *testing.T) {
	n := names(t, full)
	for name, want := range map[string]string{
		"document.convention":         "words Convention on Cluster Munitions",
		"document.short":              "words CCM",
		"document.unit":               "words Implementation Support Unit",
		"document.unit_short":         "words ISU",
		"document.title":              "words Work plan",
		"document.symbol":             "words CCM/MSP/2017/9",
		"document.job":                "words GE.17-09131",
		"document.language":           "as it is: fr",
		"document.date":               "day 2017-06-03",
		"document.meeting.name":       "words Seventh Meeting",
		"document.meeting.place":      "words Geneva",
		"document.meeting.from":       "day 2017-09-04",
		"document.meeting.to":         "day 2017-09-06",
		"document.meeting.dates":      "from 2017-09-04 to 2017-09-06",
		"document.meeting.next":       "words Eighth Meeting",
		"document.meeting.next_short": "words 8MSP",
		"document.agenda.item":        "words 8 (j)",
		"document.agenda.path":        "lines Programme / Budget",
		"document.submitted.by":       "words the Director",
		"document.submitted.on":       "day 2017-06-02",
		"document.submitted.deadline": "60 days",

		"period":          "from 2018-01-01 to 2018-12-31",
		"period.from":     "day 2018-01-01",
		"period.to":       "day 2018-12-31",
		"period.year":     "years 2018-01-01 to 2018-12-31",
		"period.next":     "years 2019-01-01 to 2019-12-31",
		"period.previous": "years 2017-01-01 to 2017-12-31",

		"budget.total":      "CHF 73001.00",
		"budget.total.2017": "CHF 60501.00",
		"budget.total.2018": "CHF 73001.00",
		"budget.financing":  "CHF 73001.00",
		"budget.currency":   "as it is: CHF",

		"budget.salaries":                 "CHF 60000.00",
		"budget.salaries.2017":            "CHF 50000.00",
		"budget.salaries.director.fte":    "50 per cent",
		"budget.salaries.director.annual": "number 120000",
		"budget.salaries.posts":           "number 1",
		"budget.charges":                  "CHF 12000.00",
		"budget.charges.rate":             "20 per cent",
		"budget.travel":                   "CHF 1001.00",
		"budget.trips":                    "CHF 1001.00",
		"budget.trips.quantity":           "number 4",
		"budget.trips.trip.cost":          "number 250.25",

		"financing.parties":      "CHF 73001.00",
		"financing.parties.2017": "CHF 60501.00",
		"financing.parties.rate": "100 per cent",

		"facts.parties":          "number 101",
		"facts.parties.as_at":    "day 2017-06-01",
		"facts.signatories":      "number 17.5",
		"facts.states":           "number 118.5",
		"facts.all":              "number 237",
		"facts.states.as_at":     "nothing",
		"facts.depositary":       "words the depositary of ${facts.parties}",
		"facts.depositary.as_at": "day 2016-01-01",
	} {
		if got := value(n, name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
	for _, name := range []string{
		"", "budget", "budget.", "budget.totl", "budget.total.2019", "budget.charges.ratio", "budget.travel.quantity", "budget.parties", "budget.salaries.2017.x", "financing", "financing.", "financing.salaries", "financing.parties.fte",
		"facts", "facts.", "facts.nobody", "facts.nobody.as_at", "facts.parties.value", "facts.parties.", "document", "document.place", "period.last", "Period", "salaries",
	} {
		if got := value(n, name); got != "no such name" {
			t.Errorf("%q is %s", name, got)
		}
	}
}

// TestNamesOfWhatThePlanDoesNotSay holds that they exist and stand for nothing, except
// those that have a default.
func TestNamesOfWhatThePlanDoesNotSay(t *testing.T) {
	n := names(t, small)
	for _, name := range []string{"short", "title", "symbol", "job", "meeting.name", "meeting.place", "meeting.from", "meeting.to", "meeting.dates", "meeting.next",
		"meeting.next_short", "agenda.item", "agenda.path", "submitted.by", "submitted.on", "submitted.deadline"} {
		if got := value(n, "document."+name); got != "nothing" {
			t.Errorf("document.%s is %s", name, got)
		}
	}
	for name, want := range map[string]string{
		"document.unit_short": "words Implementation Support Unit",
		"document.language":   "as it is: en",
		"budget.total":        "CHF 100",
		"budget.total.amount": "CHF 100",
		"budget.a":            "CHF 100",
		"budget.financing":    "no such name",
	} {
		if got := value(n, name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}

// TestTheYearsBeforeAndAfter holds for periods of any length: they are as long.
func TestTheYearsBeforeAndAfter(t *testing.T) {
	for period, want := range map[string]string{
		"{from: 2018-01-01, to: 2018-12-31}": "years 2017-01-01 to 2017-12-31, years 2019-01-01 to 2019-12-31",
		"{from: 2018-01-01, to: 2019-12-31}": "years 2016-01-01 to 2017-12-31, years 2020-01-01 to 2021-12-31",
		"{from: 2018-01-01, to: 2020-12-31}": "years 2015-01-01 to 2017-12-31, years 2021-01-01 to 2023-12-31",
	} {
		n := names(t, strings.Replace(small, "{from: 2018-01-01, to: 2018-12-31}", period, 1))
		if got := value(n, "period.previous") + ", " + value(n, "period.next"); got != want {
			t.Errorf("%s: %s, want %s", period, got, want)
		}
	}
}

// TestAPeriodWithoutAnEnd has no years, only its beginning: a faulty plan is still judged.
func TestAPeriodWithoutAnEnd(t *testing.T) {
	p, _, _ := plan.Load(source.NewFile("plan.yaml", []byte(strings.Replace(small, "to: 2018-12-31", "to: soon", 1))))
	b, _ := budget.Compute(p, budget.Options{})
	n := refs.New(p, b)
	for name, want := range map[string]string{"period.from": "day 2018-01-01", "period": "nothing", "period.to": "nothing",
		"period.year": "nothing", "period.next": "nothing", "period.previous": "nothing"} {
		if got := value(n, name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}

// TestFiguresOfFacts holds for what is given, for sums and sums of sums; a sum of what
// has no figure, or that leads back to itself, has none.
func TestFiguresOfFacts(t *testing.T) {
	p, _, _ := plan.Load(source.NewFile("plan.yaml", []byte(full)))
	n := names(t, full)
	for id, want := range map[string]string{
		"parties": "101", "states": "118.5", "all": "237",
		"depositary": "none", "loop": "none", "back": "none", "self": "none", "lost": "none", "of_words": "none", "nobody": "none",
	} {
		got := "none"
		if d, ok := n.Fact(id); ok {
			got = d.String()
		}
		if got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
	for _, f := range p.Facts {
		want, summed := n.Fact(f.Key.Value)
		if d, ok := n.Sum(f.Value); ok != (summed && len(f.Value.Sum) > 0) || ok && !d.Equal(want) {
			t.Errorf("the sum of %s is %s, %v", f.Key.Value, d, ok)
		}
	}
}

// TestASumIsWhatItsPartsComeTo holds also where the plan states the sum itself.
func TestASumIsWhatItsPartsComeTo(t *testing.T) {
	text := strings.Replace(small, "outcomes: []", "outcomes: []\nfacts: {a: {value: 1}, b: {value: 2}, c: {value: 5, sum: [a, b]}, d: {sum: [c]}, e: {value: 7, sum: [f]}, f: {sum: [e]}}", 1)
	n := names(t, text)
	p, _, _ := plan.Load(source.NewFile("plan.yaml", []byte(text)))
	for id, want := range map[string]string{"c": "number 5", "d": "number 5", "e": "number 7", "f": "number 7"} {
		if got := value(n, "facts."+id); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
	if d, ok := n.Sum(p.Facts[2].Value); !ok || !d.Equal(money.New(3)) {
		t.Errorf("the sum of a and b is %s", d)
	}
}

// TestSumsOfSumsAreWorkedOutOnce holds even if there are too many paths down to the given
// figures to follow them all.
func TestSumsOfSumsAreWorkedOutOnce(t *testing.T) {
	var facts strings.Builder
	facts.WriteString("outcomes: []\nfacts:\n  a0: {value: 1}\n  b0: {value: 1}\n")
	for i := 1; i <= 60; i++ {
		fmt.Fprintf(&facts, "  a%d: {sum: [a%d, b%d]}\n  b%d: {sum: [a%d, b%d]}\n", i, i-1, i-1, i, i-1, i-1)
	}
	n := names(t, strings.Replace(small, "outcomes: []\n", facts.String(), 1))
	if got := value(n, "facts.a60"); got != "number 1152921504606846976" {
		t.Errorf("it is %s", got)
	}
}

// TestAllNamesExist holds that each name that is suggested stands for something, that
// they are in order, each once, and that a line's and a fact's are among them.
func TestAllNamesExist(t *testing.T) {
	n := names(t, full)
	all := n.All()
	if !slices.IsSorted(all) || len(slices.Compact(slices.Clone(all))) != len(all) {
		t.Errorf("not in order, or twice: %v", all)
	}
	for _, name := range all {
		if value(n, name) == "no such name" {
			t.Errorf("%s does not exist", name)
		}
	}
	for _, name := range []string{"document.meeting.next_short", "period", "period.next", "budget.total", "budget.total.2018", "budget.currency", "budget.financing",
		"budget.travel", "budget.trips", "budget.trips.trip.quantity", "budget.charges.rate", "facts.parties", "facts.parties.as_at", "facts.states"} {
		if !slices.Contains(all, name) {
			t.Errorf("%s is not suggested", name)
		}
	}
	if slices.Contains(all, "facts.states.as_at") {
		t.Error("a day that the plan does not give is suggested")
	}
}

const twoYears = `isuplan: 1
document: {convention: C, unit: U, date: 2025-06-02}
period: {from: 2026-01-01, to: 2027-12-31}
outcomes: []
budget:
  currency: CHF
  columns: [{id: 2026}, {id: 2027}, {id: both, sum: [2026, 2027]}, {id: change, change: [2026, 2027]}]
  lines:
    - {id: staff, label: Staff, posts: [{title: Director, monthly: 10, months: {2026: 6, 2027: 12}}]}
    - {id: charges, label: Charges, percent: 20%, of: [staff]}
    - {id: fees, label: Fees, percent: {2026: 1%, 2027: 2%}, of: [staff]}
    - {id: talks, label: Talks, units: [{item: talk, quantity: {2026: 1, 2027: 2}, cost: {2026: 10, 2027: 20}}]}
`

// TestValuesOfSeveralYears: amounts and numbers of units are those of all years; what does
// not add up is quoted as it is or with its column.
func TestValuesOfSeveralYears(t *testing.T) {
	n := names(t, twoYears)
	for name, want := range map[string]string{
		"budget.total": "CHF 269", "budget.total.2026": "CHF 83", "budget.talks": "CHF 50", "budget.talks.2027": "CHF 40",
		"budget.talks.quantity": "number 3", "budget.talks.quantity.2026": "number 1", "budget.talks.quantity.both": "number 3",
		"budget.talks.talk.quantity": "number 3", "budget.talks.talk.quantity.2027": "number 2",
		"budget.talks.talk.cost.2027": "number 20", "budget.charges.rate": "20 per cent", "budget.charges.rate.2027": "20 per cent",
		"budget.fees.rate.2027": "2 per cent", "budget.staff.director.months.2026": "number 6", "budget.staff.posts": "number 1",
		"budget.staff.director.months":      "budget.staff.director.months.2026 number 6; budget.staff.director.months.2027 number 12",
		"budget.staff.director.months.both": "budget.staff.director.months.2026 number 6; budget.staff.director.months.2027 number 12",
		"budget.fees.rate":                  "budget.fees.rate.2026 1 per cent; budget.fees.rate.2027 2 per cent",
		"budget.talks.talk.cost":            "budget.talks.talk.cost.2026 number 10; budget.talks.talk.cost.2027 number 20",
		"budget.talks.quantity.change":      "no such name", "budget.talks.quantity.2028": "no such name", "budget.fees.ratio.2026": "no such name",
	} {
		if got := value(n, name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
	all := strings.Join(n.All(), " ")
	for _, name := range []string{"budget.fees.rate.2027", "budget.charges.rate ", "budget.staff.director.months.2026"} {
		if !strings.Contains(all+" ", name) {
			t.Errorf("%s is not suggested", name)
		}
	}
	if strings.Contains(all+" ", "budget.fees.rate ") {
		t.Error("a rate that differs is suggested without its column")
	}
}

// TestChangesInPerCent: what a column of per cent holds is quoted as per cent, never as money;
// where the column is blank there is nothing to quote.
func TestChangesInPerCent(t *testing.T) {
	n := names(t, strings.Replace(twoYears, "{id: change, change: [2026, 2027]}", "{id: change, change: [2026, 2027]}, {id: more, percent_change: [2026, 2027], places: 1}", 1)+
		"    - {id: new, label: New, fixed: {2026: nil, 2027: 5}}\n  financing: [{id: parties, label: Parties, source: assessed, fixed: {2026: 83, 2027: 191}}]\n")
	for name, want := range map[string]string{
		"budget.total.more": "130.1 per cent", "budget.talks.more": "300 per cent", "financing.parties.more": "130.1 per cent",
		"budget.total.change": "CHF 108", "budget.new.change": "CHF 5", "budget.new.more": "nothing",
	} {
		if got := value(n, name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
	if v, _ := n.Lookup("budget.talks.more"); v.Places != 1 {
		t.Errorf("it has %d decimals, not those of its column", v.Places)
	}
}

// TestYearsWithoutASum: which year an amount is of has to be said.
func TestYearsWithoutASum(t *testing.T) {
	n := names(t, strings.Replace(twoYears, ", {id: both, sum: [2026, 2027]}, {id: change, change: [2026, 2027]}", "", 1))
	for name, want := range map[string]string{
		"budget.total":      "budget.total.2026 CHF 83; budget.total.2027 CHF 186",
		"budget.talks":      "budget.talks.2026 CHF 10; budget.talks.2027 CHF 40",
		"budget.talks.2027": "CHF 40", "budget.talks.quantity": "number 3",
	} {
		if got := value(n, name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
	n = names(t, strings.Replace(twoYears, "{id: both, sum: [2026, 2027]}, {id: change, change: [2026, 2027]}", "{id: later, change: [2026, 2027], main: true}", 1))
	if got := value(n, "budget.talks.quantity"); got != "number 2" {
		t.Errorf("where a change is the main column there are %s", got)
	}
}
