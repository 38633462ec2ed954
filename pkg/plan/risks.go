package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Risk is what may keep the plan from being carried out.
type Risk struct {
	schema.Origin
	ID                 ID
	Text               Prose
	Likelihood, Impact text // one of Levels, or a number up to MostLevel
	Response           Prose
	Owner              []ID // the actors who look after it
}

// Levels are how likely a risk is, and how much it would harm, from the least.
func Levels() []string { return []string{"very low", "low", "medium", "high", "very high"} }

const mostRisks = 500

// MostLevel is the highest level where levels are numbers, from 1 on.
const MostLevel = 5

// LevelNumber returns the number of a level that is one.
func LevelNumber(level string) (int, bool) {
	n, err := strconv.Atoi(level)
	return n, err == nil && len(level) == 1 && n >= 1 && n <= MostLevel
}

// levelType is a word or a number, as the register of the unit has it; it is printed as it is written.
var levelType = schema.Instead(schema.With(schema.Formed("a level", "write very low, low, medium, high or very high, or a number from 1 to 5",
	func(s string) bool {
		_, isNumber := LevelNumber(s)
		return isNumber || slices.Contains(Levels(), s)
	}), schema.Scalar("string", "integer"), schema.Written("^[1-5]$"), schema.AtLeast("1"), schema.AtMost(strconv.Itoa(MostLevel)), schema.Used(schema.AsSetting),
	func(s *schema.Shape) { s.Words = Levels() }), otherLevel)

// levelsMeant are other words for levels.
var levelsMeant = map[string]string{"moderate": "medium", "med": "medium", "middle": "medium", "vl": "very low", "l": "low", "m": "medium", "h": "high", "vh": "very high"}

// otherLevel answers who writes a level with a capital, a hyphen or in another word.
func otherLevel(n source.Node) schema.Wrong {
	if n.Kind() != source.Scalar || slices.Contains(Levels(), n.Text()) {
		return schema.Wrong{}
	}
	word := strings.ToLower(strings.Join(strings.FieldsFunc(n.Text(), func(r rune) bool { return r == ' ' || r == '-' || r == '_' }), " "))
	if meant := levelsMeant[word]; meant != "" {
		word = meant
	}
	if !slices.Contains(Levels(), word) {
		return schema.Wrong{}
	}
	return schema.Wrong{Rule: schema.BadValue, Message: fmt.Sprintf("%q is not how a level is written", schema.Clip(n.Text())), Hint: "write " + word}
}

var riskType = schema.With(schema.Group("a risk", "what may keep the plan from being carried out",
	[]schema.Field[Risk]{
		schema.Must("id", schema.ID, func(r *Risk) *ID { return &r.ID }, "its name, the same every year"),
		schema.Must("text", schema.Label, func(r *Risk) *text { return &r.Text }, "what may happen"),
		schema.Key("likelihood", levelType, func(r *Risk) *text { return &r.Likelihood }, "how likely that is: very low, low, medium, high or very high; or a number from 1 to 5"),
		schema.Key("impact", levelType, func(r *Risk) *text { return &r.Impact }, "how much it would harm, in the same words or numbers"),
		schema.Key("response", schema.Note, func(r *Risk) *text { return &r.Response }, "what is done about it"),
		schema.Key("owner", actorsType, func(r *Risk) *[]ID { return &r.Owner }, "who looks after it: an actor, or several in a list"),
	}), schema.Space("risks"), schema.Tried(map[string]string{"label": "text", "name": "text", "title": "text", "risk": "text", "description": "text", "probability": "likelihood", "severity": "impact", "consequence": "impact",
	"mitigation": "response", "measures": "response", "treatment": "response", "action": "response", "responsible": "owner", "actor": "owner", "who": "owner"}))
