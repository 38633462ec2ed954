package plan

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Actor is one of those who do what the plan promises: a unit, an office, a partner.
type Actor struct {
	schema.Origin
	ID    ID
	Label Prose
	Short Prose // what tables call it, where that is shorter than the label
}

// Milestone is what an activity has reached by a day.
type Milestone struct {
	schema.Origin
	ID   ID // may be unset
	Text Prose
	Date source.At[schema.Moment] // a day, a month or a year
}

// Work says who does an activity, with whom, and when.
type Work struct {
	Responsible []ID
	Partners    []ID
	When        []text // as ReadTime reads them
	Milestones  []Milestone
}

// HasWork reports whether any of it is said.
func (w *Work) HasWork() bool {
	return len(w.Responsible) > 0 || len(w.Partners) > 0 || len(w.When) > 0 || len(w.Milestones) > 0
}

// EachActivity shows every activity of the plan with its number, such as 1.2.3.
func (p *Plan) EachActivity(see func(number [3]int, a *Activity)) {
	for i := range p.Outcomes {
		for j := range p.Outcomes[i].Outputs {
			activities := p.Outcomes[i].Outputs[j].Activities
			for k := range activities {
				see([3]int{i + 1, j + 1, k + 1}, &activities[k])
			}
		}
	}
}

const (
	mostActors     = 500
	mostNamedActor = 50 // in one list
	mostTimes      = 20 // of one activity
	mostMilestones = 50 // of one activity
)

var actorType = schema.With(schema.Group("an actor", "one of those who do what the plan promises",
	[]schema.Field[Actor]{
		schema.Must("id", schema.ID, func(a *Actor) *ID { return &a.ID }, "its name, the same every year"),
		schema.Must("label", schema.Label, func(a *Actor) *text { return &a.Label }, "what it is called"),
		schema.Key("short", schema.Abbreviation, func(a *Actor) *text { return &a.Short }, "what tables call it, explained below them; the label where it is not given"),
	}), schema.Space("actors"), schema.Tried(map[string]string{"name": "label", "title": "label", "text": "label", "abbreviation": "short", "acronym": "short"}))

// actorsType is an actor or several.
var actorsType = schema.Instead(schema.Short(schema.ListUpTo(mostNamedActor, toActor), "", toActor, func(one ID) []ID { return []ID{one} }), notAnActor)

// toActor reads the id of an actor; true is one too, which has its finding as any other that the plan does not know.
var toActor = schema.Instead(schema.With(schema.Reference, schema.Scalar("string", "boolean"), schema.To("actors")), notAnActor)

var milestoneType = schema.With(schema.Group("a milestone", "what has been reached by a day",
	[]schema.Field[Milestone]{
		schema.Key("id", schema.ID, func(m *Milestone) *ID { return &m.ID }, "its name, the same every year"),
		schema.Must("text", schema.Label, func(m *Milestone) *text { return &m.Text }, "what has been reached"),
		schema.Must("date", schema.DateOrMonth, func(m *Milestone) *source.At[schema.Moment] { return &m.Date }, "the day by which, or the month or the year in which"),
	}), schema.Tried(map[string]string{"label": "text", "name": "text", "title": "text", "milestone": "text", "by": "date", "on": "date", "when": "date", "day": "date", "due": "date", "deadline": "date"}))

var milestonesType = schema.With(schema.ListUpTo(mostMilestones, milestoneType), schema.Inner)

// timesType is a time or several: what each of them means takes the plan's period.
var timesType = schema.Instead(schema.Short(schema.ListUpTo(mostTimes, timeType), "", timeType, func(one text) []text { return []text{one} }), timeInKeys)

// timeInKeys answers who writes the ends of a time as those of a period, or a time in another form.
func timeInKeys(n source.Node) schema.Wrong {
	switch {
	case n.Kind() == source.Scalar && !isTime().MatchString(n.Text()):
		if hint := TimeHint(TimeMeant(n.Text())); hint != "" {
			return schema.Wrong{Rule: schema.BadValue, Message: fmt.Sprintf("%q is not a time", schema.Clip(n.Text())), Hint: hint}
		}
		return schema.Wrong{}
	case n.Kind() != source.Mapping:
		return schema.Wrong{}
	}
	return schema.Wrong{Message: "a time has no keys: it is one text, from its begin to its end", Hint: "write it as 2025-03-01 to 2025-06-30, or in quarters or months, such as Q1 to Q2; several of them in a list"}
}

const timeForm = `^([1-9][0-9]{3}([ –-][A-Za-z0-9 –-]{0,58})?|[A-Za-z][A-Za-z0-9 _–-]{0,63})$`

var timeType = schema.Instead(schema.With(schema.Formed("a time", "write a quarter, months or days of the period, such as Q1, Q2 to Q4, H1, March 2025 or 2025-03-01 to 2025-06-30, or “ongoing”",
	func(s string) bool { return isTime().MatchString(s) }), schema.Written(timeForm), schema.Scalar("string", "integer", "boolean"), schema.AtLeast("1000"), schema.AtMost("9999"),
	schema.Example("Q1"), schema.Used(schema.AsReference), schema.To("calendar")), timeInKeys)
