package proof_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/proof"
	"github.com/isuplan/isuplan/pkg/readback"
)

// TestDividedWords: a word that is divided at a line's end is whole, by ourselves and where another
// program writes the hyphen as if it were the text's.
func TestDividedWords(t *testing.T) {
	doc := compiled(t, "../../plans/2018.yaml")
	file := finished(t, formatOf("pdf"), doc)
	agrees := func(lines []readback.Line) int {
		text := *file
		text.Lines = lines
		return len(proof.Compare(&text, proof.Against{Document: doc, Months: months}).Differences)
	}
	if n := agrees(file.Lines); n != 0 {
		t.Errorf("%d differences", n)
	}
	hyphened, count := slices.Clone(file.Lines), 0
	for i, l := range hyphened {
		if end, _ := utf8.DecodeLastRuneInString(l.Text); unicode.IsLetter(end) {
			hyphened[i].Text += "-"
			count++
		}
	}
	if n := agrees(hyphened); n != 0 || count < 20 {
		t.Errorf("%d differences, %d words are divided", n, count)
	}
	at := slices.IndexFunc(hyphened, func(l readback.Line) bool { return strings.HasSuffix(l.Text, "implementa-") })
	hyphened[at].Text = strings.TrimSuffix(hyphened[at].Text, "a-") + "o-"
	if n := agrees(hyphened); n != 1 {
		t.Errorf("a word with another letter gives %d differences", n)
	}
}
