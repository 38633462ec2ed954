package source

import (
	"unicode"
	"unicode/utf8"
)

// IsUnseen reports characters that show nothing themselves: of no width, or that turn the
// direction of text. Soft hyphens are none of them.
func IsUnseen(r rune) bool {
	const byteOrderMark = 0xFEFF
	return isWidthless(r) || isTurn(r) || r == byteOrderMark
}

// isTurn reports characters that turn the direction of what follows.
func isTurn(r rune) bool { return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 }

// isHidden reports characters that break lines or turn the direction of text
// unseen: an editor would show another plan than the one that is compiled.
func isHidden(r rune) bool {
	if isTurn(r) || r == 0x85 || r == 0x2028 || r == 0x2029 || r == 0xFEFF {
		return true
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Co, r) || r == 0xFFFE || r == 0xFFFF
}

// isWidthless reports characters that show nothing themselves, and between the letters of
// most scripts only keep a word or a number from being found. A soft hyphen is ordinary
// typesetting, and is none of them.
func isWidthless(r rune) bool {
	switch {
	case r < 0x34F:
		return false
	case r >= 0x200B && r <= 0x200F, r >= 0x2060 && r <= 0x2065, r >= 0x206A && r <= 0x206F:
		return true // spaces without width, joiners, marks of direction, operators that show nothing
	case r >= 0x180B && r <= 0x180F, r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0100 && r <= 0xE01EF:
		return true // variation selectors
	case r >= 0xE0000 && r <= 0xE007F, r >= 0xFFF9 && r <= 0xFFFB, r >= 0x1BCA0 && r <= 0x1BCA3, r >= 0x1D173 && r <= 0x1D17A:
		return true // tags, annotations, controls of notations
	}
	switch r {
	case 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0:
		return true
	}
	return false
}

// needers are the scripts whose writing needs characters without width: joiners, marks of
// direction beside letters from right to left, breaks between words without blanks.
var needers = []*unicode.RangeTable{
	unicode.Adlam, unicode.Arabic, unicode.Hanifi_Rohingya, unicode.Hebrew, unicode.Mandaic, unicode.Mongolian, unicode.Nko,
	unicode.Phags_Pa, unicode.Syriac, unicode.Thaana,
	unicode.Balinese, unicode.Bengali, unicode.Devanagari, unicode.Gujarati, unicode.Gurmukhi, unicode.Javanese, unicode.Kannada,
	unicode.Khmer, unicode.Lao, unicode.Malayalam, unicode.Myanmar, unicode.Oriya, unicode.Sinhala, unicode.Tamil, unicode.Telugu,
	unicode.Thai, unicode.Tibetan,
	unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana,
	unicode.So, unicode.Sk, // pictures, such as the sign of recycling, which a selector may want in black
}

// isNeeded reports whether a character without width at an offset stands beside one of a
// script that needs it.
func isNeeded(text []byte, at, size int) bool {
	const most = 8 // of them stand together
	for end := at; end > 0 && at-end < most*utf8.UTFMax; {
		r, n := utf8.DecodeLastRune(text[:end])
		if !isWidthless(r) {
			if unicode.In(r, needers...) {
				return true
			}
			break
		}
		end -= n
	}
	for from := at + size; from < len(text) && from-at < most*utf8.UTFMax; {
		r, n := utf8.DecodeRune(text[from:])
		if !isWidthless(r) {
			return unicode.In(r, needers...) && r < 0x2000 // what follows a picture is no picture's
		}
		from += n
	}
	return false
}

// Visible returns a text without the characters that a plan may not have since nobody sees
// them; those that end lines become blanks. Bytes that are no text become U+FFFD.
func Visible(s string) string {
	clean := true
	for i := 0; i < len(s) && clean; i++ {
		clean = s[i] >= ' ' && s[i] < 0x7F || s[i] == '\t' || s[i] == '\n'
	}
	if clean {
		return s
	}
	text := []byte(s)
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			out = append(out, text[i])
		case r == 0x85 || r == 0x2028 || r == 0x2029:
			out = append(out, ' ')
		case isHidden(r) || isWidthless(r) && !isNeeded(text, i, size):
		default:
			out = utf8.AppendRune(out, r)
		}
		i += size
	}
	return string(out)
}
