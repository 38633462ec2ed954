package merge_test

import (
	"context"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
	"github.com/isuplan/isuplan/pkg/merge"
	"github.com/isuplan/isuplan/pkg/readback"
)

var elements = regexp.MustCompile(`(?s)<w:(?:tr|p|tc)>.*?</w:(?:tr|p|tc)>`)

// tear takes pieces of a file out, puts them elsewhere, and writes odd texts into it.
func tear(r *rand.Rand, xml string) string {
	odd := []string{"", " ", "${facts.none}", "${", "# review: x", "- a: b", "\\", "'", "\"", "*", "[x](javascript:y)", "<b>", "{a: 1}", "&amp;", "\u202e\u200b", "CHF 1'000.-", "–", "٣", "NaN", "1e9", "99999999999999999999999999999999999999", "---", "? x", "%", "@", "`", "|", ">-", "null"}
	for range 1 + r.IntN(4) {
		all := elements.FindAllStringIndex(xml, -1)
		if len(all) < 2 {
			return xml
		}
		a, b := all[r.IntN(len(all))], all[r.IntN(len(all))]
		piece := xml[a[0]:a[1]]
		switch r.IntN(4) {
		case 0:
			xml = xml[:a[0]] + xml[a[1]:]
		case 1:
			xml = xml[:b[0]] + piece + xml[b[0]:]
		default:
			runs := stretches.FindAllStringSubmatchIndex(xml, -1)
			at := runs[r.IntN(len(runs))]
			text := strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(odd[r.IntN(len(odd))])
			if r.IntN(2) == 0 {
				text = xml[at[2]:at[3]] + " " + text
			}
			xml = xml[:at[2]] + text + xml[at[3]:]
		}
	}
	return xml
}

// TestTorn: whatever a file is like, what comes of it is a plan that can be read, and no value is
// another that no change is of.
func TestTorn(t *testing.T) {
	for _, name := range plansOf(t)[:3] {
		u := unit(t, name, read(t, name))
		file := word(t, u)
		for seed := range uint64(8) {
			r := rand.New(rand.NewPCG(seed, 11)) //nolint:gosec // a test that can be repeated
			torn := edited(t, file, func(f *docxtest.Edited) { f.XML = tear(r, f.XML) })
			got, err := readback.Read(torn)
			if err != nil {
				continue // it is no file of Word any more
			}
			m, err := merge.Into(context.Background(), compile.New(compile.Options{}), u, nil, nil, got, merge.All)
			if err != nil {
				t.Fatal(name, seed, err)
			}
			holds(t, name+" torn, out", u, torn, m)
		}
	}
}
