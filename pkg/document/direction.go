package document

import "strings"

// IsRightToLeft reports whether a language, by its code (BCP 47), is written from right to left.
func IsRightToLeft(language string) bool {
	switch code, _, _ := strings.Cut(strings.ToLower(language), "-"); code {
	case "ar", "fa", "he", "ps", "ur", "yi":
		return true
	}
	return false
}
