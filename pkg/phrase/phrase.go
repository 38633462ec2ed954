// Package phrase finds phrases in another language in the prose of a plan, as in
// “the [fr: aide-mémoire] of the Meeting”: the words are printed, and the language is said to
// whoever reads aloud or checks spelling.
package phrase

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// Phrase is a phrase with what stands around it.
type Phrase struct {
	Language   string // as a file says it (BCP 47), such as fr or zh-Hant
	From, To   int    // with its brackets
	Start, End int    // its words
}

// longest is how long a phrase may be, in bytes; a longer one is text.
const longest = 2000

// opener is a bracket, the code of a language and a colon.
var opener = pattern.Lazy(`^\[([a-z]{2}(?:-[A-Za-z0-9]{1,8}){0,3}):[ \t\r\n]+`)

// known is a code of which all parts are such as there are.
var known = pattern.Lazy(`^[a-z]{2}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$`)

// At returns the phrase that begins at an offset. A bracket that is a link, a picture or
// escaped begins none.
func At(text string, at int) (Phrase, bool) {
	if at >= len(text) || text[at] != '[' || at > 0 && text[at-1] == '!' || isEscaped(text, at) {
		return Phrase{}, false
	}
	m := opener().FindStringSubmatch(text[at:min(len(text), at+longest)])
	if m == nil {
		return Phrase{}, false
	}
	p := Phrase{Language: m[1], From: at, Start: at + len(m[0])}
	for i := p.Start; i < min(len(text), at+longest); i++ {
		switch text[i] {
		case '\\':
			i++
		case '[':
			return Phrase{}, false
		case ']':
			p.End, p.To = i, i+1
			return p, strings.TrimSpace(text[p.Start:i]) != "" && !strings.HasPrefix(text[i+1:], "(")
		}
	}
	return Phrase{}, false
}

// isEscaped reports whether an odd number of backslashes stands before an offset.
func isEscaped(text string, at int) bool {
	return (at-len(strings.TrimRight(text[:at], `\`)))%2 == 1
}

// All returns the phrases of a text, in order.
func All(text string) (list []Phrase) {
	for at := 0; ; at++ {
		next := strings.IndexByte(text[at:], '[')
		if next < 0 {
			return list
		}
		at += next
		if p, ok := At(text, at); ok {
			list = append(list, p)
			at = p.End
		}
	}
}

// Known reports whether there is a language of a code.
func Known(code string) bool {
	return known().MatchString(code) && strings.Contains(languages, " "+code[:2]+" ")
}

// languages are the codes of two letters (ISO 639-1).
const languages = " aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj " +
	"fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln " +
	"lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl " +
	"sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
