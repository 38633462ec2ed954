package spell

import (
	"slices"
	"strings"
	"testing"

	"github.com/golangci/misspell"
)

func none(string) int { return 0 }

// TestEveryWordIsFound holds that the lists are sorted as they are searched.
func TestEveryWordIsFound(t *testing.T) {
	for name, list := range map[string]string{"english.txt": english, "names.txt": names, "common.txt": everyday, "field.txt": field} {
		words := strings.Split(strings.TrimSuffix(list, "\n"), "\n")
		if !slices.IsSorted(words) {
			t.Errorf("%s is not sorted by its bytes", name)
		}
		for _, w := range words {
			if !has(list, w) {
				t.Fatalf("%s has %q, but it is not found", name, w)
			}
		}
		for _, w := range []string{"", "zzzz", "aaaaa", "implmentation", "\n"} {
			if has(list, w) {
				t.Errorf("%s: found %q", name, w)
			}
		}
	}
}

//nolint:misspell // the slips are what is tested
func TestNear(t *testing.T) {
	for wrong, right := range map[string]string{
		"imlpementation": "implementation", "implmentation": "implementation", "convetnion": "convention",
		"submuntions": "submunitions", "stockpilling": "stockpiling", "demning": "demining", "universalizaton": "universalization",
		"destuction": "destruction", "humanitarain": "humanitarian", "intersesional": "intersessional", "secratariat": "secretariat",
		"beneficaries": "beneficiaries", "munnitions": "munitions", "xyzzyx": "",
	} {
		got := ""
		if near := Near(wrong, none); len(near) > 0 {
			got = near[0]
		}
		if got != right {
			t.Errorf("%s: %q, not %q", wrong, got, right)
		}
	}
}

//nolint:misspell // the slips are what is tested
func TestBritish(t *testing.T) {
	for word, want := range map[string]string{
		"organise": "organize", "organisations": "organizations", "utilising": "utilizing", "center": "centre", "honor": "honour",
		"fulfill": "fulfil", "labor": "labour", "catalog": "", "supervise": "", "expertise": "", "analyse": "", "promise": "",
		"analyze": "analyse", "exercise": "", "advertised": "", "program": "", "programme": "", "nonsense": "",
	} {
		if got, _ := British(word); got != want {
			t.Errorf("%s: %q, not %q", word, got, want)
		}
	}
}

// TestCommonMisspellings holds that no right word counts as misspelt, and that the
// lists know the misspellings that people make most.
//
//nolint:misspell // the slips are what is tested
func TestCommonMisspellings(t *testing.T) {
	for wrong, right := range map[string]string{"recieve": "receive", "publically": "publicly", "teh": "the", "goverment": "government", "definately": "definitely"} {
		if got, _ := Misspelt(wrong); got != right {
			t.Errorf("%s: %q, not %q", wrong, got, right)
		}
	}
	for i := 0; i < len(misspell.DictMain); i += 2 {
		wrong := misspell.DictMain[i]
		if got, ok := Misspelt(wrong); ok && Known(wrong) {
			t.Errorf("%s is a word, but %q is asked for", wrong, got)
		}
	}
}
