package merge

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// bullets are signs that people type before the items of a list.
const bullets = "-–—•·*▪◦"

// usualMarkers are the numbers and bullets that people type where Word counts in the file that
// isuplan builds.
const usualMarkers = `\([A-Za-z]{1,4}\)|[0-9]{1,3}[.)]|[IVXLC]{1,6}\.|[A-Z]\.|\p{L}\)|[ivx]{2,5}\)|[` + bullets + `]`

// signed is a number as templates and languages can write it: signs, figures or letters, signs.
var signed = pattern.Lazy(`^([^\pL\pN]*)([0-9]+|[A-Z]+|[a-z]+)([^\pL\pN]*)$`)

// markersOf returns what numbers and bullets before a text look like: the usual ones, and such as
// the document has, whose template or language may write others.
func markersOf(built []*unit) *regexp.Regexp {
	forms := map[string]bool{}
	for _, u := range built {
		for i := range u.cells {
			if form := markerForm(squeeze(u.cells[i].number)); form != "" {
				forms[form] = true
			}
		}
	}
	list := append([]string{usualMarkers}, slices.Sorted(maps.Keys(forms))...)
	return regexp.MustCompile(`^(?:` + strings.Join(list, "|") + `) `)
}

// markerForm returns the expression of all numbers that are written as one is, "" for none that
// is of signs and one number. Letters without any sign stand for themselves only: they may be a word.
func markerForm(number string) string {
	m := signed().FindStringSubmatch(number)
	if m == nil {
		return ""
	}
	before, core, behind := regexp.QuoteMeta(m[1]), m[2], regexp.QuoteMeta(m[3])
	switch first := rune(core[0]); {
	case unicode.IsDigit(first):
		core = `[0-9]{1,3}`
	case m[1]+m[3] == "":
	case unicode.IsUpper(first):
		core = `[A-Z]{1,6}`
	default:
		core = `[a-z]{1,6}`
	}
	return before + core + behind
}
