package sheet

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
)

type jsonFigure struct {
	Column string `json:"column"`
	// Printed is null for what is printed as a dash or not at all; Mark says which.
	Printed  *string     `json:"printed"`
	Mark     string      `json:"mark"`
	How      string      `json:"how"` // the operation that the printed amount comes of
	Computed *string     `json:"computed"`
	Stated   *jsonStated `json:"stated"`
	// Tolerated is true where what is stated differs and the plan's tolerance passes it.
	Tolerated bool `json:"tolerated,omitempty"`
	// Whole is what the amount adds up to with other parts, for one that is apportioned.
	Whole *jsonWhole `json:"whole,omitempty"`
	// Bounds are what the amount is held to; left out where there are none.
	Bounds []jsonBound `json:"bounds,omitempty"`
	// Derivation is that of the computed amount, before rounding.
	Derivation *jsonStep `json:"derivation"`
}

type jsonWhole struct {
	Amount string   `json:"amount"`
	Parts  []string `json:"parts"`
}

type jsonStated struct {
	Value *string `json:"value"`
	Mark  string  `json:"mark"`
	At    string  `json:"at"`
}

type jsonStep struct {
	Op     string     `json:"op"`
	Value  string     `json:"value"`
	Mark   string     `json:"mark,omitempty"`
	Unit   string     `json:"unit"`
	Label  string     `json:"label,omitempty"`
	Line   string     `json:"line,omitempty"`
	Column string     `json:"column,omitempty"`
	Fund   string     `json:"fund,omitempty"` // whose part of the line it is
	Ruled  bool       `json:"computed,omitempty"`
	At     string     `json:"at,omitempty"`
	Of     []jsonStep `json:"of,omitempty"`
}

func (s Sheet) jsonFigures(figures []budget.Figure) []jsonFigure {
	list := make([]jsonFigure, len(figures))
	for i := range figures {
		f := &figures[i]
		out := jsonFigure{Column: s.Budget.Columns[i].ID, Mark: markNames[f.Mark], How: f.Step().Op.String()}
		if f.Whole != nil {
			out.Whole = &jsonWhole{f.Whole.Amount.String(), f.Whole.Parts}
		}
		out.Tolerated = s.Budget.IsTolerated(f)
		if f.Mark == cost.Number {
			out.Printed = decimal(f.Printed)
		}
		if f.Stated.IsSet() {
			cell := f.Stated.Value
			out.Stated = &jsonStated{Mark: markNames[cell.Mark], At: at(f.Stated.Node)}
			if cell.Mark == cost.Number {
				out.Stated.Value = decimal(cell.Value)
			}
		}
		if f.Computed != nil {
			step := toJSONStep(f.Exact)
			out.Computed, out.Derivation = decimal(*f.Computed), &step
		}
		list[i] = out
	}
	return list
}

// toJSONStep writes a derivation. It ends at the figures of other lines and columns,
// which have derivations of their own: a budget stays as long as its plan.
func toJSONStep(step cost.Step) jsonStep {
	out := jsonStep{Op: step.Op.String(), Value: step.Value.String(), Unit: unitName(step.Unit), Line: step.Line, Column: step.Column, Fund: step.Fund, Ruled: step.Ruled,
		Label: strings.Join(strings.Fields(step.Label), " "), At: at(step.Node)}
	if step.Mark != cost.Number {
		out.Mark = markNames[step.Mark]
	}
	for _, of := range step.Of {
		if of.Line != "" || of.Column != "" {
			of.Of = nil
		}
		out.Of = append(out.Of, toJSONStep(of))
	}
	return out
}

func unitName(u cost.Unit) string {
	switch u {
	case cost.PerCent:
		return "percent"
	case cost.Count:
		return "count"
	case cost.Divisor:
		return "divisor"
	case cost.Twelfths:
		return "months"
	}
	return "money"
}
