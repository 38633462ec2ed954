package registry_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/registry"
)

// unit is a body that makes work plans.
type unit struct{ name, city string }

var units = registry.New(func(u unit) string { return u.name })

// What a program knows several of is added while it starts, and found by its name.
var _ = units.Add(unit{"isu-ccm", "Geneva"})

var _ = units.Add(unit{"isu-bwc", "Geneva"})

func Example() {
	fmt.Println(units.Names())
	found, known := units.Find("isu-ccm")
	fmt.Println(found.city, known)
	_, known = units.Find("isu-npt")
	fmt.Println(known)
	// Output:
	// [isu-bwc isu-ccm]
	// Geneva true
	// false
}
