package diff

import "strconv"

// numbersOf returns the numbers that the document prints before outcomes, outputs and
// activities, and before the items of lists.
func numbersOf(roots ...*Element) map[*Element]string {
	numbers := map[*Element]string{}
	for _, root := range roots {
		root.Walk(func(e *Element) {
			number := strconv.Itoa(e.index + 1)
			switch e.Kind {
			case "outcomes":
				numbers[e] = number
			case "outcomes/outputs", "outcomes/outputs/activities":
				numbers[e] = numbers[e.parent] + "." + number
			}
		})
	}
	return numbers
}
