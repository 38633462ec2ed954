package check

import (
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/money"
)

// What rules about acronyms share: where acronyms stand in a text, and which of them it
// introduces, as in "Dubrovnik Action Plan (DAP)".

// acronym is an acronym in a text, and the words that it stands for where it is
// introduced.
type acronym struct {
	word
	name string // "" where it is only used
}

const (
	shortest = 2 // capitals of an acronym
	longest  = 6
)

// acronyms returns the acronyms of a text.
func acronyms(s string) []acronym {
	var found []acronym
	words := wordsOf(s)
	for i, w := range words {
		a, ok := asAcronym(w)
		if !ok || isCode(s, a) || isShouted(s, words, i) || isSurname(words[:i]) {
			continue
		}
		if followsBracket(s, a.from) && ends(s[w.to:]) {
			a.name = nameBefore(s, words[:i])
		}
		found = append(found, a)
	}
	return found
}

// asAcronym takes a word for an acronym, without the s or 's behind it and the
// words joined to it: NGOs, ISU's, CCM-related.
func asAcronym(w word) (acronym, bool) {
	text, joined, _ := strings.Cut(w.text, "-")
	for _, end := range []string{"'s", "’s", "s", "'", "’"} {
		text = strings.TrimSuffix(text, end)
	}
	capitals := 0
	for i, r := range text {
		switch {
		case r >= 'A' && r <= 'Z':
			capitals++
		case r >= '0' && r <= '9', r == 'l' && i == 0: // an l may stand for a 1
		default:
			return acronym{}, false
		}
	}
	numbered := joined != "" && unicode.IsDigit(rune(joined[0])) // COVID-19
	ok := capitals >= shortest && capitals <= longest && !numbered && !unicode.IsDigit(rune(text[len(text)-1]))
	return acronym{word: word{text, w.from, w.from + len(text)}}, ok
}

// isCode reports an acronym that is part of a symbol, an address or a number, such
// as CCM/MSP/2017/9 or GE.17.
func isCode(s string, a acronym) bool {
	before, behind := s[:a.from], s[a.to:]
	if strings.HasSuffix(before, "/") || strings.HasSuffix(before, ".") || strings.HasSuffix(before, "-") || strings.HasPrefix(behind, "/") {
		return true
	}
	return len(behind) > 1 && behind[0] == '.' && unicode.IsDigit(rune(behind[1]))
}

// isShouted reports a word in a run of three or more words that are all in
// capitals, such as a heading.
func isShouted(s string, words []word, i int) bool {
	const run = 3
	loud := func(i int) bool {
		return i >= 0 && i < len(words) && hasUpper(words[i].text) && words[i].text == strings.ToUpper(words[i].text)
	}
	n := 1
	for at := i - 1; n < run && loud(at) && blank(s[words[at].to:words[at+1].from]); at-- {
		n++
	}
	for at := i + 1; n < run && loud(at) && blank(s[words[at-1].to:words[at].from]); at++ {
		n++
	}
	return n >= run
}

// isSurname reports that the words before a word lead to a surname, which the
// United Nations write in capitals: Ms. Maria GARCIA.
func isSurname(before []word) bool {
	const near = 2
	for _, w := range before[max(0, len(before)-near):] {
		if titles[w.text] {
			return true
		}
	}
	return false
}

var titles = map[string]bool{"Mr": true, "Mrs": true, "Ms": true, "Mme": true, "Dr": true, "Sir": true, "Ambassador": true, "Professor": true, "Excellency": true}

// followsBracket reports whether an opening bracket stands right before an offset, after
// words: "(DAP", "(“DAP", "(the DAP".
func followsBracket(s string, at int) bool {
	before := strings.TrimRight(s[:at], quotes)
	before, ok := strings.CutSuffix(strings.TrimSuffix(before, "the"), "(")
	return ok && strings.TrimSpace(before) != ""
}

// ends reports whether the bracket that introduces a word ends behind it: "DAP)",
// "DAP”)", "DAP, 2015)".
func ends(behind string) bool {
	behind = strings.TrimLeft(behind, "”\"*_ \n\t")
	return behind != "" && strings.ContainsAny(behind[:1], "),;")
}

// quotes stand around what is introduced.
const quotes = " \n\t“\"*_"

// nameBefore returns the words that an acronym in brackets is introduced behind:
// the capitalized words before it, with the small words between them.
func nameBefore(s string, words []word) string {
	first := len(words)
	for i := len(words) - 1; i >= 0; i-- {
		if i+1 < len(words) && !blank(s[words[i].to:words[i+1].from]) {
			break
		}
		text := words[i].text
		switch {
		case startsUpper(text), isOrdinal(text):
			first = i
		case !small[text]:
			i = -1
		}
	}
	if first == len(words) {
		return "words" // introduced, but not behind a name
	}
	return s[words[first].from:words[len(words)-1].to]
}

// small words stand inside names without capitals.
var small = map[string]bool{"of": true, "the": true, "for": true, "and": true, "on": true, "to": true, "in": true, "with": true, "against": true}

func isOrdinal(w string) bool {
	digits := strings.TrimRight(w, "stndrh")
	return digits != "" && digits != w && strings.Trim(digits, "0123456789") == ""
}

// known acronyms need no introduction in a United Nations document.
var known = map[string]bool{"UN": true, "UNODA": true, "UNOG": true, "UNDP": true, "UNMAS": true, "UNICEF": true, "UNESCO": true,
	"ICRC": true, "NGO": true, "EU": true, "HR": true, "IT": true, "ICT": true, "TV": true, "CD": true, "ID": true, "PDF": true,
	"USA": true, "UK": true, "UAE": true, "VAT": true, "FTE": true, "CEO": true, "AM": true, "PM": true, "NB": true, "OK": true,
	"UNEP": true, "UNHCR": true, "UNFPA": true, "UNIDO": true, "UNCTAD": true, "UNODC": true, "UNOPS": true, "UNIDIR": true, "UNAIDS": true, "UNFCCC": true, "UNRWA": true, "UNITAR": true,
	"WHO": true, "WTO": true, "WFP": true, "FAO": true, "ILO": true, "IMF": true, "IMO": true, "ITU": true, "IAEA": true, "ICAO": true, "WIPO": true, "WMO": true, "OPCW": true, "OECD": true,
	"NATO": true, "OSCE": true, "ASEAN": true, "IUCN": true, "ISO": true, "GDP": true, "GNI": true, "DNA": true, "RNA": true, "HIV": true, "AIDS": true, "GPS": true, "GIS": true, "URL": true,
	"PCB": true, "DDT": true, "TNT": true, "CFC": true, "USB": true, "SMS": true, "FAQ": true, "CV": true, "BC": true, "AD": true, "US": true, "DC": true, "NY": true,
	"UV": true, "XML": true, "CSV": true, "SIM": true, "SME": true, "RDX": true, "HMX": true, "SARS": true, "MERS": true, "COVID": true, "PCR": true, "ATM": true, "WASH": true, "SPS": true, "TB": true,
	"LED": true, "PIN": true, "VIP": true, "AC": true, "TEQ": true, "PVC": true, "BBC": true, "HTML": true, "HTTP": true, "QR": true, "PC": true, "UHF": true, "VHF": true, "UTC": true, "GMT": true, "LGBTI": true,
	"CGIAR": true, "EPUB": true}

// isKnown reports acronyms that everybody reads: those of the list, currencies, and
// Roman numbers.
func isKnown(a string) bool {
	return known[a] || money.Currency(a).IsValid() || isRoman(a)
}

func isRoman(s string) bool {
	for _, part := range []string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"} {
		for most := 3; most > 0 && strings.HasPrefix(s, part); most-- {
			s = s[len(part):]
		}
	}
	return s == ""
}
