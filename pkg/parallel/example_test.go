package parallel_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/parallel"
)

// Jobs are done side by side; each has a place of its own for what it makes.
func ExampleDo() {
	amounts, totals := []int{345054, 63386, 37000}, make([]int, 3)
	var jobs []func()
	for i, amount := range amounts {
		jobs = append(jobs, func() { totals[i] = amount * 2 })
	}
	parallel.Do(jobs)
	fmt.Println(totals)
	// Output: [690108 126772 74000]
}
