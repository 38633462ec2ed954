package ordinal

import (
	"slices"
	"strconv"
	"strings"
)

// The stems of ordinals from the first to the nineteenth, and those of the tens; a star stands at
// those that end in -ой.
var (
	russianUnits = strings.Fields("перв втор* трет четверт пят шест* седьм* восьм* девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат")
	russianTens  = strings.Fields("двадцат тридцат сороков* пятидесят шестидесят семидесят восьмидесят девяност сот")
	// russianFirst are the tens before another word: двадцать первое.
	russianFirst = strings.Fields("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
)

// The endings by gender and case, of hard stems and of трет-.
var (
	russianEndings = strings.Fields("ый ая ое ого ой ому ым ом ую ые ых ыми")
	russianThird   = strings.Fields("ий ья ье ьего ьей ьему ьим ьем ью ьи ьих ьими")
)

// russianBehind are what follows a figure to make it an ordinal.
var russianBehind = strings.Fields("-й -я -е -го -му -м -ю -х -ый -ой -ий -ая -ое")

const (
	russianNominative = slot("ый") // masculine
	russianOblique    = slot("ой") // feminine, in all cases but two
)

// russian knows первый to сотый in all genders and cases.
func russian() *tongue {
	t := newTongue()
	add := func(n int, before, stem string) {
		for i, ending := range russianEndings {
			in, bare := slot(ending), strings.TrimSuffix(stem, "*")
			switch {
			case stem == "трет":
				ending = russianThird[i]
			case in == russianNominative && bare != stem:
				ending = "ой"
			}
			t.add(n, in, before+bare+ending)
		}
	}
	for n := 1; n <= most; n++ {
		switch {
		case n < 20:
			add(n, "", russianUnits[n-1])
		case n%10 == 0:
			add(n, "", russianTens[n/10-2])
		default:
			add(n, russianFirst[n/10-2]+" ", russianUnits[n%10-1])
		}
	}
	add(4, "", "четвёрт")
	t.choose = russianSlot
	t.figures = func(n int, ending string) (string, bool) {
		return strconv.Itoa(n) + ending, slices.Contains(russianBehind, ending)
	}
	return t
}

// russianSlot tells "восьмой созыв" from "восьмой сессии" and "восьмой сессией" by the noun's end.
func russianSlot(next string, slots []slot) slot {
	if len(slots) == 1 || next == "" || !slices.Contains(slots, russianOblique) {
		return slots[0]
	}
	last := strings.TrimRight(next, "аеёиоуыэюя")
	if last != next || strings.HasSuffix(next, "ей") || strings.HasSuffix(next, "ой") {
		return russianOblique
	}
	return russianNominative
}
