package rollover_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/rollover"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestFigures holds what becomes of last year's figures.
func TestFigures(t *testing.T) {
	for _, c := range []struct {
		name, budget string
		want         []string
		not          []string
	}{
		{"only stated", "lines: [{id: a, label: A, stated: 500}]", []string{
			"stated: {2018: 500, 2019: 500}", "# review: the amount for 2019, which is that of 2018\n"}, nil},
		{"stated as computed", "lines: [{id: a, label: A, fixed: 500, stated: 500}]", []string{
			"fixed: {2018: 500, 2019: 500}, stated: {2018: 500}"}, []string{"its rule gives"}},
		{"stated otherwise", "lines: [{id: a, label: A, fixed: 500, stated: 450}]", []string{
			"fixed: {2019: 500}, stated: {2018: 450}", "# review: its rule gives 500 for 2018, where 450 was printed\n"}, []string{"the amount for"}},
		{"rate", "lines: [{id: a, label: A, fixed: 500}, {id: b, label: B, percent: 20%, of: [a], stated: 90}]", []string{
			"percent: {2019: 20%}, of: [a], stated: {2018: 90}", "its rule gives 100 for 2018, where 90 was printed"}, nil},
		{"posts and units", "lines: [{id: a, label: A, posts: [{title: Officer, annual: 100}, {title: Clerk, monthly: 10}], stated: 90}, {id: b, label: B, units: [{item: trip, quantity: 2, cost: 5}], stated: 9}]",
			[]string{"{title: Officer, annual: {2019: 100}}", "{title: Clerk, monthly: {2019: 10}}", "{item: trip, quantity: 2, cost: {2019: 5}}"}, nil},
		{"units as computed", "lines: [{id: b, label: B, units: [{item: trip, quantity: 2, cost: 5}]}]",
			[]string{"{item: trip, quantity: 2, cost: 5}"}, []string{"the amount for"}},
		{"group", "stated_total: 500, lines: [{id: g, label: G, stated: 500, lines: [{id: a, label: A, fixed: 500}]}]", []string{
			"stated_total: {2018: 500}", "{id: g, label: G, stated: {2018: 500}, lines: ["}, []string{"its rule gives"}},
		{"parts of a line", "lines: [{id: a, label: A, parts: [{fixed: 500, fund: f}, {percent: 5%, of: [b], fund: f}]}, {id: b, label: B, fixed: 100}], funds: [{id: f, stated: 505}]", []string{
			"parts: [{fixed: {2018: 500, 2019: 500}, fund: f}, {percent: 5%, of: [b], fund: f}]", "# review: the amount for 2019, which is that of 2018\n", "{id: f, stated: {2018: 505}}"}, nil},
		{"parts of a line that was stated otherwise", "lines: [{id: a, label: A, parts: [{fixed: 500}], stated: 450}]", []string{
			"parts: [{fixed: {2019: 500}}], stated: {2018: 450}", "its rule gives 500 for 2018, where 450 was printed"}, nil},
		{"a fund by column", "columns: [{id: 2017}, {id: 2018, main: true}], lines: [{id: a, label: A, fixed: 500, fund: f}], funds: [{id: f, stated: {2018: 500}}, {id: g, stated: {2017: 0}}, {id: h, stated: 0}]", []string{
			"{id: f, stated: {2018: 500}}, {id: g}, {id: h}"}, []string{"stated: nil"}},
		{"financing", "lines: [{id: a, label: A, fixed: 500}], financing: [{id: f, label: F, fixed: 500}]", []string{
			"{id: f, label: F, fixed: {2018: 500, 2019: 500}}"}, nil},
		{"stated outcomes", "stated_outcomes: {o: 500}, lines: [{id: a, label: A, fixed: 500, shares: {outcomes/o: 100%}}]", nil, []string{"stated_outcomes"}},
		{"remarks on figures", "columns: [{id: 2017}, {id: 2018, main: true}], lines: [{id: a, label: A, fixed: 500, footnote: {2017: Past., 2018: [This, Year]}}]", []string{
			"footnote: {2018: [This, Year]}"}, []string{"Past"}},
		{"tables", "columns: [{id: 2017}, {id: 2018, main: true}], lines: [{id: a, label: A, fixed: 500}], funds: [{id: f}], tables: [{id: t, rows: [lines], columns: [years, funds], years: [2017, 2018], heads: [{of: 2018, show: [f]}]}, {id: u, rows: [lines], columns: [funds, years], heads: [{of: f, show: [2018]}]}]", []string{
			"years: [2018, 2019], heads: [{of: 2019, show: [f]}]", "heads: [{of: f, show: [2019]}]"}, nil},
		{"posts", "lines: [{id: a, label: A, fixed: 500}], staffing: {stated_total: 3, categories: [{id: c, label: C, grades: [P-3], stated: 3}], posts: [{grade: P-3, count: 3}]}", []string{
			"stated_total: {2018: 3}", "stated: {2018: 3}", "count: 3", "# review: the numbers of posts for 2019, which are those of the period before\n"}, nil},
		{"posts by column", "columns: [{id: 2017}, {id: 2018, main: true}], lines: [{id: a, label: A, fixed: 500}], staffing: {stated_total: 3, categories: [{id: c, label: C, stated: {2017: 3}}], posts: [{grade: P-3, count: {2017: 3, 2018: 4}}]}", []string{
			"{id: c, label: C}", "count: {2018: 4, 2019: 4}"}, []string{"stated"}},
		{"posts alone", "staffing: {stated_total: 3, posts: [{grade: P-3, count: 3}]}", []string{"staffing: {posts: [{grade: P-3, count: 3}]}"}, []string{"columns"}},
		{"columns", "columns: [{id: a, label: A}], lines: [{id: a, label: A, fixed: 500}]", []string{
			"fixed: 500", "# review: the columns: “A” starts with its figures of the period before\n", "# review: the figures for a, which"}, []string{"2019, main"}},
		{"rates of exchange", "rates: [{currency: EUR, rate: 1.1, on: 2017-05-01}], lines: [{id: a, label: A, in: EUR, fixed: 500}]", []string{
			"# review: the rate of the EUR, which is that of 2017-05-01\n"}, nil},
		{"in brackets", "lines: [{id: a, label: A, fixed: 500}]", []string{
			"budget: {currency: CHF, columns: [{id: 2018, label: \"2018\"}, {id: 2019, label: \"2019\", main: true}], lines: ["}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			outcomes := "outcomes: [{id: o, text: Outcome}]\n"
			made := string(rolled(t, head+outcomes+"budget: {currency: CHF, "+c.budget+"}\n", rollover.Options{Year: 2019}).Text)
			for _, want := range c.want {
				if !strings.Contains(made, want) {
					t.Errorf("not found: %q in\n%s", want, made)
				}
			}
			for _, not := range c.not {
				if strings.Contains(made, not) {
					t.Errorf("found: %q in\n%s", not, made)
				}
			}
		})
	}
}

// TestDates holds how the days of a document roll on.
func TestDates(t *testing.T) {
	for _, c := range []struct {
		name, document string
		year           int
		want           string
	}{
		{"weekend", "date: 2017-06-06, meeting: {name: M, place: P, from: 2017-09-02, to: 2017-09-06}", 2019, "from: 2018-09-07, to: 2018-09-11"},
		{"sunday", "date: 2017-06-06, meeting: {name: M, place: P, from: 2017-09-03, to: 2017-09-06}", 2019, "from: 2018-09-07, to: 2018-09-10"},
		{"fifth Monday", "date: 2017-06-06, meeting: {name: M, place: P, from: 2017-10-30, to: 2017-11-01}", 2019, "from: 2018-10-29, to: 2018-10-31"},
		{"a fifth that is not there", "date: 2017-02-06, meeting: {name: M, place: P, from: 2017-08-31, to: 2017-08-31}", 2019, "from: 2018-08-30, to: 2018-08-30"},
		{"fifth Monday, none", "date: 2017-02-06, meeting: {name: M, place: P, from: 2017-05-29, to: 2017-05-30}", 2019, "from: 2018-05-28, to: 2018-05-29"},
		{"wrong year", "date: 2017-06-06, meeting: {name: M, place: P, from: 2016-09-05, to: 2016-09-07}", 2019, "from: 2018-09-04, to: 2018-09-06"},
		{"date", "date: 2017-06-06", 2019, "date: 2018-06-05"},
		{"date of a Friday", "date: 2016-06-03", 2019, "date: 2017-06-02"},
		{"deadline", "date: 2017-06-06, meeting: {name: M, place: P, from: 2017-09-04, to: 2017-09-06}, submitted: {by: U, on: 2017-07-06, deadline: 60 days}", 2019, "date: 2018-07-05"},
		{"deadline at a weekend", "date: 2017-06-06, meeting: {name: M, place: P, from: 2017-09-04, to: 2017-09-06}, submitted: {by: U, on: 2017-07-20, deadline: 57 days}", 2019, "on: 2018-07-06"},
		{"first Thursday, on the 7th", "date: 2017-06-06, meeting: {name: M, place: P, from: 2017-09-07, to: 2017-09-08}", 2019, "from: 2018-09-06, to: 2018-09-07"},
		{"deadline, no meeting", "date: 2017-06-06, submitted: {by: U, on: 2017-06-01, deadline: 60 days}", 2019, "on: 2018-05-31"},
		{"a weekday three days on", "date: 2017-06-06", 2021, "date: 2020-06-09"},
		{"a weekday two days on", "date: 2017-06-06", 2022, "date: 2021-06-08"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := "isuplan: 1\ndocument: {convention: C, unit: U, " + c.document + "}\nperiod: {from: 2018-01-01, to: 2018-12-31}\noutcomes: []\n" + tail
			made := string(rolled(t, text, rollover.Options{Year: c.year}).Text)
			if !strings.Contains(made, c.want) {
				_, line, _ := strings.Cut(made, "document:")
				line, _, _ = strings.Cut(line, "\n")
				t.Errorf("%s, want %s", line, c.want)
			}
		})
	}
}

// TestPrevious holds that the new plan names the old one where that lies beside it.
func TestPrevious(t *testing.T) {
	const text = "isuplan: 1\ndocument: {convention: C, unit: U, date: 2017-06-06, job: GE.17-09131}\nprevious: 2017.yaml # last year's\nperiod: {from: 2018-01-01, to: 2019-12-31}\noutcomes: []\nfacts: {parties: {value: 101, as_at: 2017-05-01}, signed: {value: 18}}\n" + tail
	made := string(rolled(t, text, rollover.Options{Year: 2020, Previous: "2018.yaml"}).Text)
	for _, want := range []string{"previous: 2018.yaml # last year's\n", "{from: 2020-01-01, to: 2021-12-31}", "# review: the job number, which was GE.17-09131\n",
		"# review: is it still 101? It was so on 2017-05-01; write the day of the new figure too\nfacts:"} {
		if !strings.Contains(made, want) {
			t.Errorf("not found: %q in\n%s", want, made)
		}
	}
	if strings.Contains(made, "job: ") || strings.Contains(made, "still 18") {
		t.Errorf("the job number or a fact without a day is there:\n%s", made)
	}
	made = string(rolled(t, text, rollover.Options{Year: 2020}).Text)
	if strings.Contains(made, "previous") || !strings.Contains(made, "\nperiod: {from: 2020") {
		t.Errorf("the old plan's own previous plan is still named:\n%s", made)
	}
	made = string(rolled(t, strings.Replace(text, "date: 2017-06-06, job: GE.17-09131", "job: GE.17-09131, date: 2017-06-06", 1), rollover.Options{Year: 2020}).Text)
	if !strings.Contains(made, "unit: U, date: ") {
		t.Errorf("the job number is cut out badly:\n%s", made)
	}
	made = string(rolled(t, strings.Replace(text, "{convention: C, unit: U, date: 2017-06-06, job: GE.17-09131}", "{job: GE.17-09131, convention: C, unit: U, date: 2017-06-06}", 1), rollover.Options{Year: 2020}).Text)
	if !strings.Contains(made, "document: {convention: C,") {
		t.Errorf("the first key is cut out badly:\n%s", made)
	}
}

// TestKeysThatGo holds that a key that is taken out takes its line with it, and nothing
// else.
func TestKeysThatGo(t *testing.T) {
	for name, c := range map[string]struct{ old, new string }{
		"in the middle": {"  unit: U\n  job: GE.17-09131 # the number\n  date: 2018-01-01\n", "  unit: U\n  # review: the date of the document\n  date: 2019-01-01\n"},
		"in front":      {"  symbol: C/1\n  unit: U\n  date: 2018-01-01\n", "  unit: U\n  # review: the date of the document\n  date: 2019-01-01\n"},
		"both":          {"  symbol: C/1\n\n  job: GE.17-09131\n  unit: U\n  date: 2018-01-01\n", "\n  unit: U\n  # review: the date of the document\n  date: 2019-01-01\n"},
	} {
		text := "isuplan: 1\nperiod: {from: 2018-01-01, to: 2018-12-31}\noutcomes: []\n" + tail + "document:\n" + c.old + "  convention: C\n"
		made := string(rolled(t, text, rollover.Options{Year: 2019}).Text)
		_, got, _ := strings.Cut(made, "\ndocument:\n")
		got, _, _ = strings.Cut(got, "  # review: the ")
		want, _, _ := strings.Cut(c.new, "  # review: the ")
		if got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
	first := string(rolled(t, "previous: old.yaml\nisuplan: 1\ndocument: {convention: C, unit: U, date: 2018-01-01}\nperiod: {from: 2018-01-01, to: 2018-12-31}\noutcomes: []\n"+tail, rollover.Options{Year: 2019}).Text)
	if !strings.HasPrefix(first, "isuplan: 1\n") {
		t.Errorf("the first key of the file is cut out badly:\n%s", first)
	}
}

// TestWhereCommentsStand holds that a comment stands above the key or item that holds a
// value, never between brackets.
func TestWhereCommentsStand(t *testing.T) {
	const over = "assumptions: [That it is calm,\n  That 2018 is calm]\n"
	made := string(rolled(t, head+"outcomes: []\n"+over+tail, rollover.Options{Year: 2019}).Text)
	if !strings.Contains(made, "outcomes: []\n# review: it names 2018, the year of the old plan\n"+over) {
		t.Errorf("not above the list:\n%s", made)
	}
	const document = "\"isuplan\": 1, \"document\": {\"convention\": \"C\", \"unit\": \"U\", \"date\": 2018-01-01},\n \"period\": {\"from\": 2018-01-01, \"to\": 2018-12-31}, \"outcomes\": [],\n"
	made = string(rolled(t, "{"+document+" \"assumptions\": [\"That 2018 is calm\"], \"budget\": {\"currency\": \"CHF\", \"lines\": [{\"id\": \"a\", \"label\": \"A\", \"units\": [{\"item\": \"trip\", \"quantity\": 1, \"cost\": 2}]}]}}\n", rollover.Options{Year: 2019}).Text)
	if head, _, _ := strings.Cut(made, "{"); head != "# review: the date of the document\n# review: it names 2018, the year of the old plan\n" {
		t.Errorf("not above the plan in brackets:\n%s", made)
	}
}

// TestAnnotate holds that findings stand as comments above what they speak of, each once.
func TestAnnotate(t *testing.T) {
	p, _, _ := plan.Load(source.NewFile("plan.yaml", []byte(head+"outcomes: []\n"+tail)))
	line := p.Budget.Lines[0]
	found := diag.Finding{Rule: diag.Rule{Code: "X101"}, Span: line.Label.Span(), Message: "is\n  it so"}
	annotated, err := rollover.Annotate(p, []diag.Finding{found, found, {Rule: diag.Rule{Code: "X102"}, Span: p.Version.Span(), Message: "old"}})
	if err != nil {
		t.Fatal(err)
	}
	text := string(annotated.Bytes)
	if !strings.HasPrefix(text, "# review: old (X102)\nisuplan: 1\n") {
		t.Errorf("no comment at the head:\n%s", text)
	}
	if !strings.Contains(text, "  lines:\n    # review: is it so (X101)\n    - {id: travel") || strings.Count(text, "X101") != 1 {
		t.Errorf("no comment, or two, above the line:\n%s", text)
	}
}

// TestNotesAreBounded: of more notes than anybody reads the rest are counted in one.
func TestNotesAreBounded(t *testing.T) {
	var lines strings.Builder
	for i := range 1100 {
		fmt.Fprintf(&lines, "    - {id: l%d, label: L, fixed: 1}\n", i)
	}
	made := string(rolled(t, head+"outcomes: []\nbudget:\n  currency: CHF\n  lines:\n"+lines.String(), rollover.Options{Year: 2019}).Text)
	if n := strings.Count(made, "# review:"); n != 1001 {
		t.Errorf("there are %d notes", n)
	}
	if n := strings.Count(made, "fixed: {2018: 1, 2019: 1}"); n != 1100 {
		t.Errorf("%d lines rolled on", n)
	}
	if want := " more than are noted below, for no more than 1,000 comments are written: look at all of it\n"; strings.Count(made, want) != 1 {
		t.Errorf("what is beyond is not said:\n%s", made[:400])
	}
}
