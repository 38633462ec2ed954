package refs

import (
	"strconv"
	"strings"
)

// framePrefix begins the names of what the plan of several years says.
const framePrefix = "frame."

// framed returns what a name behind "frame." stands for: the period or the years of the plan of several
// years, its total, or the amount of a line, for the time of this plan. Where it has none they have no
// value; where the plan names no frame there are no such names.
func (n *Names) framed(name string) (Value, bool) {
	f := n.budget.Frame
	if f == nil {
		return Value{}, n.plan.Frame.IsWritten() // that it cannot be read is said already
	}
	switch name {
	case "period":
		return span(Range, f.Plan.Period.From, f.Plan.Period.To), true
	case "years":
		return span(Years, f.Plan.Period.From, f.Plan.Period.To), true
	}
	row := f.Budget.Total
	if name != "total" {
		line, ok := f.Budget.Line(name)
		if !ok {
			return Value{}, false
		}
		row = line.Figures
	}
	figure := f.Figure(row)
	if figure == nil {
		return Value{}, true
	}
	places := f.Budget.Rounding.PlacesOf(figure.Printed)
	for _, c := range f.Columns() {
		places = max(places, f.Budget.Columns[c].Places)
	}
	return Value{Kind: Amount, Figure: figure.Printed, Currency: f.Budget.Currency, Places: places}, true
}

// frameNames returns the names of what the plan of several years says.
func (n *Names) frameNames() []string {
	f := n.budget.Frame
	if f == nil {
		return nil
	}
	all := []string{framePrefix + "period", framePrefix + "years"}
	if !f.HasFigures() {
		return all
	}
	all = append(all, framePrefix+"total")
	for i := range f.Budget.Lines {
		if id := f.Budget.Lines[i].ID.Value; id != "" {
			all = append(all, framePrefix+id)
		}
	}
	return all
}

// FrameLack says why a name of the frame stands for nothing; "" for other names.
func (n *Names) FrameLack(name string) string {
	f := n.budget.Frame
	switch {
	case !strings.HasPrefix(name, framePrefix):
		return ""
	case !n.plan.Frame.IsWritten() && f == nil:
		return "the plan names no plan of several years: write the file of the one that this year belongs to under `frame`"
	case f == nil:
		return "the plan of several years could not be read; correct its file, or `frame`"
	case f.HasFigures():
		return ""
	}
	own, above := n.plan.Period.From.Value, f.Plan.Period.From.Value
	switch {
	case !n.plan.Period.IsIn(f.Plan.Period):
		return "the plan of several years is not of the time of this plan; name the one that this year belongs to under `frame`"
	case own.Month() != above.Month() || own.Day() != above.Day():
		return "the years of the plan of several years begin on another day than this plan, so that none of its columns is of the same time; take the reference out"
	}
	return "the plan of several years has no one column of this plan's years, such as one with the label " + strconv.Quote(n.plan.Period.YearName(own.Year()))
}
