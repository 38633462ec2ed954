package compose

import (
	"fmt"
	"strconv"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
)

// hasWork reports a plan that says who does its activities, or when.
func hasWork(p *plan.Plan) bool {
	found := false
	p.EachActivity(func(_ [3]int, a *plan.Activity) { found = found || a.HasWork() })
	return found
}

// hasTimes reports a plan that says when its activities are done.
func hasTimes(p *plan.Plan) bool {
	found := false
	p.EachActivity(func(_ [3]int, a *plan.Activity) { found = found || len(a.When) > 0 })
	return found
}

// activity is what tables call an activity: its number and its text.
func (b *builder) activity(number [3]int, a *plan.Activity) document.Text {
	lead := strconv.Itoa(number[0]) + "." + strconv.Itoa(number[1]) + "." + strconv.Itoa(number[2])
	return append(document.Text{{Text: lead + " ", Keep: true}}, b.text(a.Text)...)
}

// mostNames is how long the names of actors may be in all, wherever tables have them, in bytes: a
// small file could have a long name in a thousand cells.
const mostNames = 1_000_000

// actor is what tables call an actor, by its id; one that the plan does not have has its finding.
func (b *builder) actor(id plan.ID) document.Text {
	if b.actorTexts == nil {
		b.actorTexts = make(map[string]document.Text, len(b.in.Plan.Actors))
		for i := range b.in.Plan.Actors {
			a := &b.in.Plan.Actors[i]
			name := a.Label
			if a.Short.IsSet() {
				name = a.Short
			}
			b.actorTexts[a.ID.Value] = b.text(name)
		}
	}
	t, known := b.actorTexts[id.Value]
	if !known || b.actorBytes > mostNames {
		return verbatim(id.Value, id.Node)
	}
	for i := range t {
		b.actorBytes += len(t[i].Text)
	}
	if b.actorBytes > mostNames {
		b.findings.Add(diag.Finding{Rule: TooLong, Span: id.Span(), Message: fmt.Sprintf("up to here the names of actors have more than %s characters in the tables", diag.Grouped(mostNames)),
			Hint: "give the actors a `short` name, or divide the plan"})
	}
	return t
}

// actors joins what tables call some actors.
func (b *builder) actors(ids []plan.ID) document.Text {
	texts := make([]document.Text, len(ids))
	for i, id := range ids {
		texts[i] = b.actor(id)
	}
	return joinTexts(texts, ", ")
}

// joinTexts puts texts behind one another.
func joinTexts(texts []document.Text, sign string) document.Text {
	var out document.Text
	for i, t := range texts {
		if i > 0 {
			out = append(out, document.Run{Text: sign})
		}
		out = append(out, t...)
	}
	return out
}

// times joins the times of an activity.
func (b *builder) times(written []text) document.Text {
	texts := make([]document.Text, len(written))
	for i, w := range written {
		texts[i] = document.Text{{Text: b.time(w), Origin: w.Node}}
	}
	return joinTexts(texts, ", ")
}

// time writes a time in the language; one that cannot be read has its finding, and stands as it
// was written.
func (b *builder) time(written text) string {
	t, fault := b.in.Plan.ReadTime(written.Value)
	if fault != plan.TimeIsClear {
		return verbatim(written.Value, written.Node).String()
	}
	from, to := b.moment(t, false), b.moment(t, true)
	switch {
	case t.Unit == plan.Throughout:
		return b.words["time_throughout"].Value
	case t.Unit == plan.InDays:
		return b.language.Range(t.From, t.To)
	case from == to:
		return from
	case t.Unit == plan.InYears:
		return b.language.Years(t.From.Year(), t.To.Year())
	}
	return b.with(b.words["time_to"], "from", from, "to", to).String()
}

// moment writes the first or the last quarter, half, month or year of a time, with its year where
// the period has several.
func (b *builder) moment(t plan.Time, last bool) string {
	day := t.From
	if last {
		day = t.To
	}
	year, name := strconv.Itoa(day.Year()), b.within(day, t.Unit)
	if t.Unit == plan.InYears {
		return year
	}
	if p := &b.in.Plan.Period; p.From.Value.Year() == p.To.Value.Year() && p.Has(t) {
		return name
	}
	return b.with(b.words["time_of_year"], "time", name, "year", year).String()
}

// within writes the quarter, the half or the month of a day without its year, or its year.
func (b *builder) within(day time.Time, unit plan.TimeUnit) string {
	switch unit {
	case plan.InYears:
		return strconv.Itoa(day.Year())
	case plan.InMonths:
		return b.language.Month(day)
	case plan.InHalves:
		return b.with(b.words["time_half"], "number", strconv.Itoa((int(day.Month())+5)/6)).String()
	}
	return b.with(b.words["time_quarter"], "number", strconv.Itoa((int(day.Month())+2)/3)).String()
}

// dated writes a day, or the month or the year where no more is known.
func (b *builder) dated(m schema.Moment) string {
	switch {
	case m.IsDay():
		return b.language.Day(m.From)
	case m.IsYear():
		return strconv.Itoa(m.From.Year())
	}
	return b.language.MonthOfYear(m.From)
}
