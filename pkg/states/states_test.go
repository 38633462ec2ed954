package states_test

import (
	"fmt"
	"testing"

	"github.com/isuplan/isuplan/pkg/states"
)

func Example() {
	fmt.Println(len(states.Names()))
	fmt.Println(states.Find("Vietnam"))
	fmt.Println(states.Find("Atlantis"))
	// Output:
	// 198
	// Viet Nam true
	//  false
}

func TestEveryNameFindsItself(t *testing.T) {
	for _, name := range states.Names() {
		if short, ok := states.Find(name); !ok || short != name {
			t.Errorf("%s finds %q", name, short)
		}
	}
	for name, want := range map[string]string{"COTE D’IVOIRE": "Côte d'Ivoire", "turkey": "Türkiye", "Korea (Republic of)": "Republic of Korea", "Guinea  Bissau": "Guinea-Bissau"} {
		if got, _ := states.Find(name); got != want {
			t.Errorf("%s finds %q, want %q", name, got, want)
		}
	}
}
