package sheet

import (
	"github.com/isuplan/isuplan/pkg/budget"
)

// jsonBound is what an amount may be at the most or at the least.
type jsonBound struct {
	Kind  string `json:"kind"` // at_most or at_least
	Limit string `json:"limit"`
	// Room is how much is left until the bound is broken; negative where it is.
	Room string   `json:"room"`
	Rate *string  `json:"rate,omitempty"` // in per cent, of the lines that follow
	Of   []string `json:"of,omitempty"`
	At   string   `json:"at,omitempty"`
}

// withBounds adds to each figure what it is held to.
func withBounds(figures []jsonFigure, boundsIn func(column int) []budget.Bound) []jsonFigure {
	for c := range figures {
		for _, b := range boundsIn(c) {
			out := jsonBound{Kind: "at_least", Limit: b.Limit.String(), Room: b.Room.String(), Of: b.Of, At: at(b.Node)}
			if b.Most {
				out.Kind = "at_most"
			}
			if b.Rate.IsSet() {
				out.Rate = decimal(b.Rate.Value)
			}
			figures[c].Bounds = append(figures[c].Bounds, out)
		}
	}
	return figures
}
