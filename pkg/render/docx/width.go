package docx

import (
	"strings"
	"unicode"
)

// wide estimates how wide a text is in a bold type of so many points. Word measures
// it; this only shares the room of a table out.
func wide(s string, points int) int {
	thousandths := 0
	for _, r := range s {
		thousandths += advance(r)
	}
	return thousandths * points * point / 1000
}

func advance(r rune) int {
	switch {
	case unicode.IsDigit(r), r == '–':
		return 500
	case strings.ContainsRune(" .,;:’'/()|!fijlrtI\u00a0", r):
		return 320
	case strings.ContainsRune("mwMW%@&", r):
		return 900
	case unicode.IsUpper(r):
		return 720
	case unicode.Is(unicode.Mn, r):
		return 0
	case r >= 0x2E80:
		return 1000
	}
	return 510
}
