package compare

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/language"
)

// inputs are the figures that changed, but for the base of a percentage.
func (c *comparison) inputs(list []diff.Input) []string {
	var inputs []string
	for i := range list {
		if in := &list[i]; in.Label != diff.BaseInput {
			inputs = append(inputs, language.Fill(c.forms.Owing.Input.Value, "label", c.inputName(in.Label), "old", c.input(in, in.Old), "new", c.input(in, in.New)))
		}
	}
	return inputs
}

// inputName calls a figure as the language does: behind what it is of, which the plan has named, such as
// "Director, annual cost", and before a grade, as in "annual standard cost of P-4".
func (c *comparison) inputName(label string) string {
	const joint = ", "
	at := strings.LastIndex(label, joint)
	if at >= 0 {
		at += len(joint)
	}
	of, name := label[:max(at, 0)], label[max(at, 0):]
	for _, e := range c.forms.Inputs {
		key := strings.ReplaceAll(e.Key.Value, "-", " ")
		if key == name {
			return of + e.Value.Value
		}
		if grade, ok := strings.CutPrefix(name, key+" "); ok && strings.HasSuffix(key, " of") {
			return of + e.Value.Value + " " + grade
		}
	}
	return label
}
