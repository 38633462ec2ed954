package check_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diag"
)

var (
	aText = regexp.MustCompile(`text: ([A-Z][^"{}$\n]+)`)
	aWord = regexp.MustCompile(`\b[a-z]{4,}\b`)
)

// TestNoFixGivesAWrongWord: of 2,000 slips in words of the plans here a fix gives back
// what stood there, or is not offered.
func TestNoFixGivesAWrongWord(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join("..", "..", "testdata", "plans", "*.yaml"))
	var words []string
	for _, name := range files {
		if strings.HasPrefix(filepath.Base(name), "example-") {
			continue // nobody of the field wrote it
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range aText.FindAllStringSubmatch(string(text), -1) {
			words = append(words, aWord.FindAllString(m[1], -1)...)
		}
	}
	random := rand.New(rand.NewPCG(13, 2026))
	const slips, together = 2000, 50
	found, mended, wrong := 0, 0, 0
	for range slips / together {
		var text strings.Builder
		text.WriteString("assumptions:\n")
		right := map[string]string{}
		for range together {
			w := words[random.IntN(len(words))]
			s := slipIn(random, w)
			right[s] = w
			fmt.Fprintf(&text, "  - That the work of the %s goes on.\n", s)
		}
		for _, f := range run(t, "slips.yaml", complete(text.String())) {
			if f.Rule.Code == "E101" {
				found++
			}
			if f.Rule.Code != "E101" || len(f.Fix) == 0 {
				continue
			}
			mended++
			if was := f.Span.Text(); right[was] != f.Fix[0].Text {
				wrong++
				t.Errorf("%s, a slip for %s, would be mended to %s", was, right[was], f.Fix[0].Text)
			}
		}
	}
	t.Logf("%d of %d slips are found, %d have a fix, %d of them a wrong one", found, slips, mended, wrong)
	if mended < slips/4 {
		t.Errorf("only %d of %d slips have a fix", mended, slips)
	}
}

// slipIn types a word with one slip.
func slipIn(random *rand.Rand, w string) string {
	for {
		i := random.IntN(len(w) - 1)
		b := []byte(w)
		var s string
		switch random.IntN(4) {
		case 0:
			b[i], b[i+1] = b[i+1], b[i]
			s = string(b)
		case 1:
			s = w[:i] + w[i+1:]
		case 2:
			s = w[:i+1] + w[i:]
		default:
			b[i] = byte('a' + random.IntN(26))
			s = string(b)
		}
		if s != w {
			return s
		}
	}
}

// TestWordsOfTheTrade holds that words which no English list has are no misspellings, and
// which slips have a fix.
//
//nolint:misspell // the slips are what is tested
func TestWordsOfTheTrade(t *testing.T) {
	for text, want := range map[string]string{
		"That the chlor-alkali sector and producers of bisphenol A report.":                    "",
		"That notes verbales are sent in time, and that honoraria are paid pro bono.":          "",
		"That the Università degli Studi provides the rooms.":                                  "",
		"That per diem is paid ex gratia, *mutatis mutandis*, as *pacta sunt servanda* holds.": "",
		"That *Panthera uncia* and *Saiga tatarica* are counted, as are the Orchidaceae.":      "",
		"That hexabromocyclododecane and chlorpyrifos are listed beside dicofol.":              "",
		"That a démarche by the chargé d'affaires is noted.":                                   "",
		"That a camera-trap-type survey and eleven-year-olds are there.":                       "",
		"That a form of recieve is used.":                                                      "recieve=receive",
		"That the Unit will implmentation the plan.":                                           "implmentation=implementation",
		"That contributions are apid in full.":                                                 "apid",
		"That the offers macth the needs.":                                                     "macth",
		"That the offers appyl.":                                                               "appyl",
	} {
		var got []string
		for _, f := range run(t, "trade.yaml", complete("assumptions:\n  - \""+text+"\"\n  - That all goes well.\n")) {
			if f.Rule.Severity == diag.Note {
				continue
			}
			s := f.Span.Text()
			if len(f.Fix) > 0 {
				s += "=" + f.Fix[0].Text
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != want && s != want+"=match" {
			t.Errorf("%s: %q, not %q", text, s, want)
		}
	}
}
