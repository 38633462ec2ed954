package schema

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Slug makes an id of a text: "Long trip" gives "long-trip", "Réunion régionale" gives
// "reunion-regionale" and "Директор" gives "direktor". It is empty where the text has no letter to
// begin with that has a place among those of ids.
func Slug(text string) string {
	const long = 60
	var b strings.Builder
	for _, r := range strings.ToLower(inLatin(text)) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9' && b.Len() > 0:
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() >= long {
			break
		}
	}
	return strings.TrimRight(b.String(), "-")
}

// inLatin writes letters with accents without them, and Cyrillic letters as Latin ones.
func inLatin(text string) string {
	if isPlain(text) {
		return text
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(latin.Replace(strings.ToLower(norm.NFC.String(text)))) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// latin are the letters that are no Latin ones with an accent, and what stands for each.
var latin = strings.NewReplacer("а", "a", "б", "b", "в", "v", "г", "g", "ґ", "g", "д", "d", "е", "e", "ё", "e", "є", "ye", "ж", "zh", "з", "z", "и", "i", "і", "i", "ї", "yi",
	"й", "y", "к", "k", "л", "l", "м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ў", "u", "ф", "f", "х", "kh", "ц", "ts", "ч", "ch", "ш", "sh", "щ", "shch",
	"ъ", "", "ы", "y", "ь", "", "э", "e", "ю", "yu", "я", "ya",
	"ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ß", "ss", "æ", "ae", "œ", "oe", "ı", "i")
