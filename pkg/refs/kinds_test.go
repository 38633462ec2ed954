package refs_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/refs"
)

// TestKinds: a treaty that is no convention, and a unit whose name has its treaty's, get
// right words.
func TestKinds(t *testing.T) {
	for _, c := range []struct{ convention, short, unit, unitShort, kinds, full, short2 string }{
		{"Convention on Cluster Munitions", "CCM", "Implementation Support Unit", "ISU", "Convention, Unit",
			"Convention on Cluster Munitions Implementation Support Unit (ISU)", "CCM Implementation Support Unit"},
		{"Arms Trade Treaty", "ATT", "Arms Trade Treaty Secretariat", "", "Treaty, Secretariat", "Arms Trade Treaty Secretariat", "Arms Trade Treaty Secretariat"},
		{"Treaty on the Prohibition of Nuclear Weapons", "", "Secretariat", "", "Treaty, Secretariat", "Treaty on the Prohibition of Nuclear Weapons Secretariat", "Secretariat"},
		{"Cartagena Protocol on Biosafety to the Convention on Biological Diversity", "CPB", "CPB Secretariat", "", "Protocol, Secretariat", "CPB Secretariat", "CPB Secretariat"},
		{"Agreement on the Conservation of Waterbirds", "AEWA", "Secretariat of the Agreement", "", "Agreement, Secretariat",
			"Agreement on the Conservation of Waterbirds Secretariat of the Agreement", "AEWA Secretariat of the Agreement"},
		{"Wassenaar Arrangement", "WA", "Agency", "", "Wassenaar Arrangement, Agency", "Wassenaar Arrangement Agency", "WA Agency"},
		{"Mine Ban Convention", "MBC", "${document.short} Support Unit", "SU", "Convention, Unit", "MBC Support Unit (SU)", "MBC Support Unit"},
	} {
		text := strings.Replace(small, "convention: Convention on Cluster Munitions, unit: Implementation Support Unit",
			fmt.Sprintf("convention: %s, unit: %q, short: %q, unit_short: %q", c.convention, c.unit, c.short, c.unitShort), 1)
		text = strings.NewReplacer(`, short: ""`, "", `, unit_short: ""`, "").Replace(text)
		n := names(t, text)
		filled := func(name string) string {
			s := "${document." + name + "}"
			for strings.Contains(s, "${") {
				from, to := strings.Index(s, "${"), strings.Index(s, "}")
				v, _ := n.Lookup(s[from+2 : to])
				s = s[:from] + v.Prose.Value + s[to+1:]
			}
			return s
		}
		if got := filled("convention_kind") + ", " + filled("unit_kind"); got != c.kinds {
			t.Errorf("%s, %s: %s", c.convention, c.unit, got)
		}
		if got := filled("unit_in_full"); got != c.full {
			t.Errorf("%s: in full %s", c.unit, got)
		}
		if got := filled("short_unit"); got != c.short2 {
			t.Errorf("%s: shortly %s", c.unit, got)
		}
	}
	if refs.TreatyKind("Review of Treaties") != "" {
		t.Error("a plural is no treaty's kind")
	}
}
