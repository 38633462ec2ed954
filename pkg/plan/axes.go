package plan

import (
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/schema"
)

// AxisValue is a value of an axis of money: a fund, a party that pays, a part of the year.
type AxisValue struct {
	schema.Origin
	ID    ID
	Code  text  // the code of the accounts, such as BCTF
	Label Prose // what tables call it; the code, or else the id, where it is not given
	Sum   []ID  // the values that it adds up; none for one of its own
	// Stated is what the submitted document prints as its total.
	Stated cost.Series[cost.Cell]
}

// AxisValues returns the values that the budget declares of an axis; none for activities, which
// the results chain declares.
func (b *Budget) AxisValues(a cost.Axis) []AxisValue {
	switch a {
	case cost.Fund:
		return b.Funds
	case cost.By:
		return b.Parties
	case cost.When:
		return b.Calendar
	}
	return nil
}

// mostValues is how many values an axis may have.
const mostValues = 500

// axisType reads the values of an axis, which share a space of names.
func axisType(space, name, doc string) schema.Type[[]AxisValue] {
	return schema.ListUpTo(mostValues, schema.With(schema.Group(name, doc, []schema.Field[AxisValue]{
		schema.Must("id", schema.ID, func(v *AxisValue) *ID { return &v.ID }, "its name, the same every year"),
		schema.Key("code", schema.Code, func(v *AxisValue) *text { return &v.Code }, "its code in the accounts"),
		schema.Key("label", schema.Label, func(v *AxisValue) *text { return &v.Label }, "what tables call it; its code, or else its id, where it is not given"),
		schema.Key("sum", schema.ListUpTo(mostValues, schema.With(schema.Reference, schema.To(space))), func(v *AxisValue) *[]ID { return &v.Sum }, "those that it adds up, where it is a sum of others"),
		schema.Key("stated", cost.CellsType(), func(v *AxisValue) *cost.Series[cost.Cell] { return &v.Stated }, "its total in the submitted document"),
	}), schema.Space(space)))
}

var (
	fundsType    = axisType("funds", "a fund", "a trust fund, grant or other source that costs are taken from")
	partiesType  = axisType("parties", "a party", "who pays or spends a part of the budget")
	calendarType = axisType("calendar", "a part of the year", "a quarter, a month or another time that costs fall in")
)
