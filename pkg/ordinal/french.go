package ordinal

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// french knows premier to centième. Only the first has a feminine of its own.
func french() *tongue {
	const masculine, feminine = slot("m"), slot("f")
	t := newTongue()
	t.add(1, masculine, "premier")
	t.add(1, feminine, "première")
	for n := 2; n <= most; n++ {
		for _, word := range frenchWords(n) {
			t.add(n, masculine, word)
			t.add(n, feminine, word)
		}
	}
	t.add(2, masculine, "second")
	t.add(2, feminine, "seconde")
	t.choose = func(next string, slots []slot) slot {
		if len(slots) > 1 && !strings.HasSuffix(next, "e") && !strings.HasSuffix(next, "ion") {
			return masculine
		}
		return slots[len(slots)-1]
	}
	t.figures = func(n int, ending string) (string, bool) {
		if !slices.Contains([]string{"er", "re", "ère", "e", "ème"}, ending) {
			return "", false
		}
		if n > 1 && ending != "ème" {
			ending = "e"
		}
		return strconv.Itoa(n) + ending, true
	}
	return t
}

var (
	frenchUnits = strings.Fields("un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf")
	frenchTens  = map[int]string{20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt", 100: "cent"}
)

// frenchWords are the ways to write an ordinal above the first; the first of them is the usual one.
func frenchWords(n int) []string {
	if n < 20 {
		return []string{frenchOrdinal(frenchUnits[n-1])}
	}
	ten := n / 10 * 10
	if ten == 70 || ten == 90 {
		ten -= 10
	}
	rest := n - ten
	if rest == 0 {
		return []string{frenchOrdinal(frenchTens[ten])}
	}
	unit := frenchOrdinal(frenchUnits[rest-1])
	joined := fmt.Sprintf("%s-%s", frenchTens[ten], unit)
	if (rest == 1 || rest == 11) && ten < 80 {
		return []string{fmt.Sprintf("%s et %s", frenchTens[ten], unit), fmt.Sprintf("%s-et-%s", frenchTens[ten], unit), joined}
	}
	return []string{joined}
}

// frenchOrdinal makes an ordinal of a number in words: cinq, cinquième.
func frenchOrdinal(word string) string {
	switch {
	case strings.HasSuffix(word, "cinq"):
		return word + "uième"
	case strings.HasSuffix(word, "neuf"):
		return strings.TrimSuffix(word, "f") + "vième"
	}
	return strings.TrimSuffix(word, "e") + "ième"
}
