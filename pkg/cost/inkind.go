package cost

import (
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// InKind is a contribution in kind: shown in the table, never part of the total.
type InKind struct {
	schema.Origin
	ID       source.At[string]
	Label    source.At[string]
	Provider source.At[string] // who gives it
	Kind     source.At[string]
	Value    source.At[money.Decimal] // what it is worth, where somebody has valued it
	Note     source.At[string]
}

// InKindType reads a contribution outside the total.
func InKindType() schema.Type[InKind] {
	return schema.With(schema.Group("a contribution outside the budget", "something that is given and not paid, and never part of the total",
		[]schema.Field[InKind]{
			schema.Must("id", schema.ID, func(k *InKind) *source.At[string] { return &k.ID }, "the contribution's name, the same every year"),
			schema.Must("label", schema.Label, func(k *InKind) *source.At[string] { return &k.Label }, "what the cost column prints"),
			schema.Must("provider", schema.Label, func(k *InKind) *source.At[string] { return &k.Provider }, "who gives it"),
			schema.Must("kind", schema.Choice("a kind of contribution", "in-kind"), func(k *InKind) *source.At[string] { return &k.Kind }, "in-kind"),
			schema.Key("value", schema.Money, func(k *InKind) *source.At[money.Decimal] { return &k.Value }, "what it is worth, where it was valued"),
			schema.Key("note", schema.Note, func(k *InKind) *source.At[string] { return &k.Note }, "what the notes column prints; prose"),
		}), schema.Space(lineSpace))
}
