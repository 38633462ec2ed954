package svg_test

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/svg"
)

// A chart of the budget is a picture that needs nothing else, and says in words what it
// shows.
func Example() {
	picture := svg.Chart(&document.Chart{
		Title: document.Plain("Budget for 2025"), Alt: "Budget for 2025. Salaries: 100,000; Travel: 20,000.",
		Bars: []document.Bar{
			{Label: document.Plain("Salaries"), Values: []document.BarValue{{Text: "100,000", Share: "83.3%", To: document.ChartWidth}}},
			{Label: document.Plain("Travel"), Values: []document.BarValue{{Text: "20,000", Share: "16.7%", To: document.ChartWidth / 5}}},
		}})
	fmt.Println("in words:", strings.Contains(string(picture), "Salaries: 100,000; Travel: 20,000."))
	fmt.Println("isuplan's own:", svg.Ours(picture))
	// Output:
	// in words: true
	// isuplan's own: true
}
