package ordinal

import (
	"slices"
	"strconv"
	"strings"
)

var (
	spanishUnits = strings.Fields("primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo decimotercero decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno")
	spanishTens  = strings.Fields("vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo centésimo")
)

// spanish knows primero to centésimo, both words of the higher ones in one gender, and the short
// forms before a noun: primer, tercer.
func spanish() *tongue {
	const masculine, feminine, short = slot("m"), slot("f"), slot("short")
	t := newTongue()
	add := func(n int, words ...string) {
		word := strings.Join(words, " ")
		t.add(n, masculine, word)
		for i := range words {
			words[i] = strings.TrimSuffix(words[i], "o") + "a"
		}
		t.add(n, feminine, strings.Join(words, " "))
		if strings.HasSuffix(word, "primero") || strings.HasSuffix(word, "tercero") {
			word = strings.TrimSuffix(word, "o")
		}
		t.add(n, short, word)
	}
	for n := 1; n <= most; n++ {
		switch {
		case n < 20:
			add(n, spanishUnits[n-1])
		case n%10 == 0:
			add(n, spanishTens[n/10-2])
		default:
			add(n, spanishTens[n/10-2], spanishUnits[n%10-1])
		}
	}
	add(11, "decimoprimero")
	add(12, "decimosegundo")
	for n, unit := range spanishUnits[:9] {
		add(21+n, "vigesimo"+unit)
	}
	t.choose = func(next string, slots []slot) slot {
		if next != "" && slices.Contains(slots, short) {
			return short
		}
		return slots[0]
	}
	t.figures = func(n int, ending string) (string, bool) {
		return strconv.Itoa(n) + ending, strings.ContainsAny(ending, "ªº")
	}
	return t
}
