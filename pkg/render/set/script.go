package set

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// Script is the code of a script (ISO 15924), such as Latn or Arab.
type Script [4]byte

func (s Script) String() string { return string(s[:]) }

// The scripts that belong to no letters, and to letters that are not distinguished here.
var (
	common  = Script{'Z', 'y', 'y', 'y'}
	unknown = Script{'Z', 'z', 'z', 'z'}
	latin   = Script{'L', 'a', 't', 'n'}
)

// scripts are those of the languages of the United Nations, and of languages near them.
var scripts = []struct {
	script  Script
	letters *unicode.RangeTable
}{
	{common, unicode.Common},
	{common, unicode.Inherited},
	{latin, unicode.Latin},
	{Script{'C', 'y', 'r', 'l'}, unicode.Cyrillic},
	{Script{'A', 'r', 'a', 'b'}, unicode.Arabic},
	{Script{'H', 'a', 'n', 'i'}, unicode.Han},
	{Script{'G', 'r', 'e', 'k'}, unicode.Greek},
	{Script{'H', 'e', 'b', 'r'}, unicode.Hebrew},
	{Script{'H', 'i', 'r', 'a'}, unicode.Hiragana},
	{Script{'K', 'a', 'n', 'a'}, unicode.Katakana},
	{Script{'H', 'a', 'n', 'g'}, unicode.Hangul},
	{Script{'A', 'r', 'm', 'n'}, unicode.Armenian},
	{Script{'G', 'e', 'o', 'r'}, unicode.Georgian},
	{Script{'D', 'e', 'v', 'a'}, unicode.Devanagari},
	{Script{'T', 'h', 'a', 'i'}, unicode.Thai},
}

// item returns how many bytes at the start of a text are of one script, and which. What
// is of no script, such as digits and blanks, goes with the letters before it, or behind
// it where there are none.
func item(text string) (end int, script Script, direction Direction) {
	if isPlain(text) {
		return len(text), latin, LeftToRight
	}
	script = common
	for i, r := range text {
		of := scriptOf(r)
		if of == common {
			continue
		}
		turn := LeftToRight
		if isRightToLeft(r) {
			turn = RightToLeft
		}
		if script != common && (of != script || turn != direction) {
			return i, script, direction
		}
		script, direction = of, turn
	}
	return len(text), script, direction
}

// dashes begins the dashes, quotation marks and the like, from U+2000.
const dashes = "\xE2\x80"

// isPlain reports whether a text has letters of ASCII, and none behind Latin ones.
func isPlain(text string) bool {
	const greek = 0xCD // begins U+0370
	hasLetters := false
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= greek {
			if !strings.HasPrefix(text[i:], dashes) {
				return false
			}
			i += len(dashes)
			continue
		}
		hasLetters = hasLetters || isLetter(rune(c))
	}
	return hasLetters
}

func scriptOf(r rune) Script {
	if r < utf8.RuneSelf {
		if isLetter(r) {
			return latin
		}
		return common
	}
	for i := range scripts {
		if unicode.Is(scripts[i].letters, r) {
			return scripts[i].script
		}
	}
	return unknown
}

// isRightToLeft reports a letter of a script that is written from right to left.
func isRightToLeft(r rune) bool {
	if r < 0x0590 {
		return false
	}
	properties, _ := bidi.LookupRune(r)
	return properties.Class() == bidi.R || properties.Class() == bidi.AL
}
