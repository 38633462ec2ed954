package plan

import "github.com/isuplan/isuplan/pkg/schema"

// Risk is what may keep the plan from being carried out.
type Risk struct {
	schema.Origin
	ID                 ID
	Text               Prose
	Likelihood, Impact text // one of Levels
	Response           Prose
	Owner              []ID // the actors who look after it
}

// Levels are how likely a risk is, and how much it would harm, from the least.
func Levels() []string { return []string{"very low", "low", "medium", "high", "very high"} }

const mostRisks = 500

var levelType = schema.Choice("a level", Levels()...)

var riskType = schema.With(schema.Group("a risk", "what may keep the plan from being carried out",
	[]schema.Field[Risk]{
		schema.Must("id", schema.ID, func(r *Risk) *ID { return &r.ID }, "its name, the same every year"),
		schema.Must("text", schema.Label, func(r *Risk) *text { return &r.Text }, "what may happen"),
		schema.Key("likelihood", levelType, func(r *Risk) *text { return &r.Likelihood }, "how likely that is: very low, low, medium, high or very high"),
		schema.Key("impact", levelType, func(r *Risk) *text { return &r.Impact }, "how much it would harm, in the same words"),
		schema.Key("response", schema.Note, func(r *Risk) *text { return &r.Response }, "what is done about it"),
		schema.Key("owner", actorsType, func(r *Risk) *[]ID { return &r.Owner }, "who looks after it: an actor, or several in a list"),
	}), schema.Space("risks"))
