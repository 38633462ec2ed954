package rollover_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/ordinal"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/rollover"
	"github.com/isuplan/isuplan/pkg/source"
)

// rolls reads a plan and rolls it on by some years, for laws.
func rolls(t *rapid.T, text string, years int) (old, now *plan.Plan) {
	load := func(name, text string) *plan.Plan {
		p, findings, ok := plan.Load(source.NewFile(name, []byte(text)))
		if !ok {
			t.Fatalf("%s cannot be read: %v\n%s", name, findings, text)
		}
		return p
	}
	old = load("old.yaml", text)
	b, _ := budget.Compute(old, budget.Options{})
	made, err := rollover.Make(old, b, rollover.Options{Year: old.Period.From.Value.Year() + years})
	if err != nil {
		t.Fatal(err)
	}
	return old, load("new.yaml", string(made.Text))
}

// drawn is a plan of a random year, with a meeting of a random number and day.
func drawn(t *rapid.T) string {
	year := rapid.IntRange(1990, 2060).Draw(t, "year")
	date := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 200).Draw(t, "day"))
	from := date.AddDate(0, 0, rapid.IntRange(0, 150).Draw(t, "days to the meeting"))
	number := rapid.IntRange(1, 60).Draw(t, "number")
	return fmt.Sprintf(`isuplan: 1
document:
  convention: C
  unit: U
  date: %s # of the document
  meeting: {name: %s Meeting, place: Geneva, from: %s, to: %s, next: %s Meeting}
period: {from: %d-01-01, to: %d-12-31}
outcomes: []
%s`, date.Format(time.DateOnly), ordinal.Word(number), from.Format(time.DateOnly),
		from.AddDate(0, 0, rapid.IntRange(0, 9).Draw(t, "length")).Format(time.DateOnly), ordinal.Word(number+1), year+1, year+1, tail)
}

func weekend(t time.Time) bool { return t.Weekday() == time.Saturday || t.Weekday() == time.Sunday }

// TestAPlanIsALaterOne: a plan rolled on is one of the later year, whose meeting is the
// one of the next numbers, lasts as long and begins on the same weekday of the same month.
func TestAPlanIsALaterOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		years := rapid.IntRange(1, 9).Draw(t, "years")
		old, now := rolls(t, drawn(t), years)
		if got, want := now.Period.From.Value, old.Period.From.Value.AddDate(years, 0, 0); !got.Equal(want) {
			t.Errorf("the period begins on %s, want %s", got, want)
		}
		if got, want := now.Document.Date.Value.Weekday(), old.Document.Date.Value.Weekday(); got != want {
			t.Errorf("the document is of a %s, want %s", got, want)
		}
		was, is := old.Document.Meeting, now.Document.Meeting
		if got, want := is.To.Value.Sub(is.From.Value), was.To.Value.Sub(was.From.Value); got != want {
			t.Errorf("the meeting takes %s, want %s", got, want)
		}
		if weekend(is.From.Value) || !weekend(was.From.Value) && is.From.Value.Weekday() != was.From.Value.Weekday() {
			t.Errorf("a meeting of a %s begins on a %s", was.From.Value.Weekday(), is.From.Value.Weekday())
		}
		if !weekend(was.From.Value) && is.From.Value.Month() != was.From.Value.Month() {
			t.Errorf("a meeting of %s is in %s", was.From.Value.Month(), is.From.Value.Month())
		}
		for _, x := range [][2]string{{was.Name.Value, is.Name.Value}, {was.Next.Value, is.Next.Value}} {
			before, _, _ := strings.Cut(x[0], " ")
			after, _, _ := strings.Cut(x[1], " ")
			if ordinal.Of(after) != ordinal.Of(before)+years {
				t.Errorf("the %s became the %s after %d years", x[0], x[1], years)
			}
		}
	})
}

// TestTwiceIsOnce: the period and the names of meetings are the same, whether a plan is
// rolled on year by year or at once.
func TestTwiceIsOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawn(t)
		first, second := rapid.IntRange(1, 5).Draw(t, "first"), rapid.IntRange(1, 5).Draw(t, "second")
		_, once := rolls(t, text, first+second)
		_, half := rolls(t, text, first)
		_, twice := rolls(t, string(half.Node.File().Bytes), second)
		said := func(p *plan.Plan) string {
			m := p.Document.Meeting
			return strings.Join([]string{p.Period.From.Node.Text(), p.Period.To.Node.Text(), m.Name.Value, m.Next.Value}, ", ")
		}
		if said(once) != said(twice) {
			t.Errorf("at once %s, step by step %s", said(once), said(twice))
		}
	})
}

// TestTheRestIsAsItWas: texts that say nothing of the old year, with their comments and
// blank lines, stand in the new plan as they were written.
func TestTheRestIsAsItWas(t *testing.T) {
	line := rapid.SampledFrom([]string{"  - That it is calm.\n", "  -   That   it\n    is calm.\n", "  - 'That 12 States pay.' # a remark\n", "\n", "  # a comment of 2018\n", "  - |\n    That it\n\n    holds.\n"})
	rapid.Check(t, func(t *rapid.T) {
		rest := "assumptions:\n  - That.\n" + strings.Join(rapid.SliceOfN(line, 0, 8).Draw(t, "lines"), "")
		before, after := rest, ""
		if rapid.Bool().Draw(t, "between") {
			before, after = "", rest
		}
		text := "isuplan: 1\n" + before + "document: {convention: C, unit: U, date: 2017-06-06}\nperiod: {from: 2018-01-01, to: 2018-12-31}\noutcomes: []\n" + after + tail
		_, now := rolls(t, text, 1)
		if !strings.Contains(string(now.Node.File().Bytes), "\n"+rest) {
			t.Errorf("changed:\n%s\nin\n%s", rest, now.Node.File().Bytes)
		}
	})
}

// TestCommentsOnly: findings put into a plan add lines of comments to it, and change
// nothing else, however they come.
func TestCommentsOnly(t *testing.T) {
	text := head + "outcomes: []\nassumptions:\n  - That 2018\n    is calm.\n" + tail
	p, _, _ := plan.Load(source.NewFile("plan.yaml", []byte(text)))
	spots := []source.Span{p.Version.Span(), p.Document.Unit.Span(), p.Document.Meeting.Span(), p.Period.To.Span(), p.Assumptions[0].Text.Span(), p.Budget.Lines[0].Label.Span()}
	rapid.Check(t, func(t *rapid.T) {
		var findings []diag.Finding
		for _, at := range rapid.SliceOfN(rapid.SampledFrom(spots), 0, 9).Draw(t, "spots") {
			findings = append(findings, diag.Finding{Rule: diag.Rule{Code: rapid.SampledFrom([]string{"X101", "X102"}).Draw(t, "rule")}, Span: at, Message: "is it so"})
		}
		made, err := rollover.Annotate(p, findings)
		if err != nil {
			t.Fatal(err)
		}
		comments := 0
		var rest strings.Builder
		for line := range strings.Lines(string(made.Bytes)) {
			if strings.HasPrefix(strings.TrimSpace(line), "# review: is it so (X10") {
				comments++
			} else {
				rest.WriteString(line)
			}
		}
		if rest.String() != text {
			t.Errorf("without its comments it is\n%s", made.Bytes)
		}
		if comments > len(findings) || comments == 0 && len(findings) > 0 {
			t.Errorf("%d comments of %d findings", comments, len(findings))
		}
	})
}
