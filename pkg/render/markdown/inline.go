package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/document"
)

// inline writes text with its emphasis and links, everything else escaped.
func inline(t document.Text) string {
	if len(t) == 1 && !t[0].Strong && !t[0].Emphasis && t[0].Link == "" && t[0].Edit == document.Kept {
		return escape(t[0].Text)
	}
	var b strings.Builder
	for i := 0; i < len(t); {
		j := i + 1
		for j < len(t) && t[j].Link == t[i].Link && t[j].Strong == t[i].Strong && t[j].Emphasis == t[i].Emphasis && t[j].Edit == t[i].Edit {
			j++
		}
		text := t[i:j].String()
		bang := t[i].Link == "" && j < len(t) && t[j].Link != "" && strings.HasSuffix(text, "!")
		styled(&b, t[i], text, firstRune(t[j:]))
		if bang && !t[i].Strong && !t[i].Emphasis {
			keepBang(&b)
		}
		i = j
	}
	return b.String()
}

// keepBang keeps an exclamation mark in front of a link from making it a picture.
func keepBang(b *strings.Builder) {
	s := strings.TrimSuffix(b.String(), "!")
	b.Reset()
	b.WriteString(s + `\!`)
}

func firstRune(t document.Text) rune {
	for _, r := range t {
		for _, c := range r.Text {
			return c
		}
	}
	return ' '
}

// styled writes a stretch of one style. Blanks at its ends stand outside the
// marks, where Markdown wants them.
func styled(b *strings.Builder, style document.Run, text string, next rune) {
	core := strings.TrimSpace(text)
	if core == "" {
		b.WriteString(text)
		return
	}
	lead, tail, _ := strings.Cut(text, core)
	b.WriteString(lead)
	if lead == "" && !style.Strong && !style.Emphasis && style.Link == "" && style.Edit == document.Kept {
		b.WriteString(escape(core))
	} else {
		b.WriteString(marked(style, core, lastRune(b.String()), orBlank(tail, next)))
	}
	b.WriteString(tail)
}

func orBlank(tail string, next rune) rune {
	if tail != "" {
		return ' '
	}
	return next
}

func lastRune(s string) rune {
	if s == "" {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// marked puts the marks of a style around a text.
func marked(style document.Run, core string, before, after rune) string {
	first, _ := utf8.DecodeRuneInString(core)
	start, end := marks(style, flanks(before, first) && flanks(after, lastRune(core)))
	out := start + escape(core) + end
	if style.Link != "" {
		out = "[" + out + "](" + linkEscaper.Replace(style.Link) + ")"
	}
	return out
}

// marks returns what opens and closes a style: asterisks, or tags where asterisks
// would not be read as emphasis.
func marks(style document.Run, flanking bool) (start, end string) {
	stars := ""
	style.Strong = style.Strong || style.Edit == document.Inserted
	if style.Edit == document.Deleted {
		return "~~" + start, end + "~~"
	}
	if style.Strong {
		stars += "**"
	}
	if style.Emphasis {
		stars += "*"
	}
	if flanking || stars == "" {
		return stars, stars
	}
	if style.Strong {
		start, end = "<strong>", "</strong>"
	}
	if style.Emphasis {
		start, end = start+"<em>", "</em>"+end
	}
	return start, end
}

// flanks reports whether Markdown would read asterisks between the outer and the
// inner character as the edge of an emphasis.
func flanks(outer, inner rune) bool {
	isWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return isWord(inner) && !isWord(outer) && outer != '*' || unicode.IsSpace(outer)
}

// linkEscaper spells what would end an address or begin other markup, in a table
// too, as an address may spell it.
var linkEscaper = strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", " ", "%20", `\`, "%5C",
	"|", "%7C", "`", "%60", "*", "%2A", "_", "%5F", "$", "%24", "[", "%5B", "]", "%5D", "~", "%7E", "\"", "%22", "'", "%27")

// escape writes text so that no character of it is markup.
func escape(s string) string {
	if !strings.ContainsAny(s, "\\`*_[]<>&~$|@:") && !strings.Contains(s, "ww.") && !strings.Contains(s, "WW.") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	for i := 0; i < len(s); i++ {
		if needsEscape(s, i) {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func needsEscape(s string, i int) bool {
	switch s[i] {
	case '\\', '`', '*', '[', ']', '<', '~', '|':
		return true
	case '_':
		return !wordAt(s, i-1) || !wordAt(s, i+1)
	case '$':
		// GitHub reads $…$ as a formula.
		return strings.Count(s, "$") > 1
	case '&':
		return isEntity(s[i:])
	case ':':
		// A bare address is text; GitHub would make a link of it.
		return strings.HasPrefix(s[i:], "://")
	case '.':
		return i >= 3 && strings.EqualFold(s[i-3:i], "www") && !wordAt(s, i-4)
	case '@':
		return i == 0 || i+1 < len(s) && wordAt(s, i+1)
	}
	return false
}

func wordAt(s string, i int) bool {
	return i >= 0 && i < len(s) && (s[i] >= utf8.RuneSelf || s[i] >= '0' && s[i] <= '9' || s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z')
}

// isEntity reports whether a text that begins with & would be read as an entity.
func isEntity(s string) bool {
	name, _, found := strings.Cut(s[1:], ";")
	return found && name != "" && len(name) <= 32 && !strings.ContainsAny(name, " &")
}

// guardStart escapes what would make the beginning of a line a heading, a quote,
// a list or a rule.
func guardStart(line string) string {
	if line == "" {
		return line
	}
	switch line[0] {
	case '#', '>', '-', '+', '=', ':':
		return `\` + line
	}
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	if digits > 0 && digits < len(line) && (line[digits] == '.' || line[digits] == ')') {
		return line[:digits] + `\` + line[digits:]
	}
	return line
}

// guardEnd keeps number signs at the end of a heading.
func guardEnd(line string) string {
	if strings.HasSuffix(line, "#") {
		return line[:len(line)-1] + `\#`
	}
	return line
}

// sentences splits a text into lines at the ends of its sentences.
func sentences(s string) []string {
	var lines []string
	from := 0
	for i := 0; i+2 < len(s); i++ {
		if s[i+1] != ' ' || s[i] != '.' && s[i] != '?' && s[i] != '!' {
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[i+2:])
		if !unicode.IsUpper(next) || isAbbreviation(s[from:i]) {
			continue
		}
		lines = append(lines, s[from:i+1])
		from = i + 2
	}
	return append(lines, s[from:])
}

// isAbbreviation reports whether the full stop behind a text most likely ends an
// abbreviation or an initial: "No.", "e.g.", "J."
func isAbbreviation(s string) bool {
	word := s[strings.LastIndexAny(s, " (")+1:]
	return len(word) <= 2 || strings.Contains(word, ".")
}

// strong writes text in bold.
func strong(t document.Text) string {
	bold := make(document.Text, len(t))
	for i, r := range t {
		r.Strong = true
		bold[i] = r
	}
	return inline(bold)
}
