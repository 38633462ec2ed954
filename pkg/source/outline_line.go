package source

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// content reads the dashes and the key of a line, and begins the value behind them.
func (o *outline) content(at, end, column int) {
	for {
		rest := o.text[at:end]
		if !isDash(rest) {
			break
		}
		o.enter(column, true, "")
		blanks := len(rest[1:]) - len(strings.TrimLeft(rest[1:], " "))
		behind := strings.TrimSpace(rest[1:])
		if behind == "" || behind[0] == '#' {
			o.before = before{state: empty, owner: column}
			return
		}
		if size := leadingNoBreak(rest[1:]); size > 0 && blanks == 0 {
			o.gluedDash(at, rest)
			return
		}
		o.before = before{state: closed, owner: column}
		at += 1 + blanks
		column += 1 + blanks
	}
	rest := o.text[at:end]
	if o.badMark(at, rest) {
		return
	}
	key, after, isKey := keyOf(rest)
	if !isKey {
		o.noKey(at, end, column, rest)
		return
	}
	o.enter(column, false, key)
	o.before = before{state: empty, owner: column}
	o.value(at+after, column)
}

// enter notes a key or a dash at a column.
func (o *outline) enter(column int, list bool, key string) {
	if top := o.top(); top != nil && top.column == column && top.list == list {
		return
	}
	o.levels = append(o.levels, level{column: column, list: list, first: key})
}

// noKey judges a line, or what stands behind a dash, that is no key.
func (o *outline) noKey(at, end, column int, rest string) {
	if top := o.top(); top != nil && top.list && top.column < column && o.before.state == closed && o.before.owner == top.column {
		o.value(at, top.column) // an item that is a text or stands in brackets
		return
	}
	if len(o.levels) == 0 && strings.IndexByte("{[\"'", rest[0]) >= 0 {
		o.value(at, -1)
		return
	}
	if isConflict(rest) && column == 0 {
		o.fail(at, end, "a mark of a conflict that git left stands here: both versions are in the file",
			"keep one of the two versions, and take the lines with <<<<<<<, ======= and >>>>>>> out")
		return
	}
	if rest[0] == '{' {
		o.noDash(at, end, column, rest)
		return
	}
	if strings.HasPrefix(rest, "? ") {
		o.fail(at, at+1, "a text may not begin with ? without quotes", "put the text in quotes")
		return
	}
	if o.nearColon(at, rest) {
		return
	}
	word := strings.TrimSpace(rest)
	switch {
	case isWord(word):
		o.fail(at, end, fmt.Sprintf("`%s` stands here without its colon", word), fmt.Sprintf("write \"%s:\"", word))
	default:
		o.noColon(at, end, word)
	}
}

// noDash reports an item in braces that no dash stands before.
func (o *outline) noDash(at, end, column int, rest string) {
	for i := len(o.levels) - 1; i > 0; i-- {
		if own, list := o.levels[i], o.levels[i-1]; !own.list && own.column == column && list.list {
			o.fail(at, end, "a new item of the list begins here, but its dash is missing",
				fmt.Sprintf("write \"%s- %s\"", strings.Repeat(" ", list.column), short(rest)))
			return
		}
	}
	o.fail(at, end, "this group in { } belongs to nothing: if it is an item of a list, its dash is missing",
		fmt.Sprintf("write \"- %s\" where the items begin", short(rest)))
}

// isConflict reports a line that git puts around the two versions of a merge.
func isConflict(rest string) bool {
	return strings.HasPrefix(rest, "<<<<<<<") || strings.HasPrefix(rest, ">>>>>>>") || strings.TrimSpace(rest) == "======="
}

// noColon judges a line of several words without a colon.
func (o *outline) noColon(at, end int, text string) {
	const few = 3 // words of a key and its value; more look like a sentence
	hint := "write it as \"key: value\""
	if key, value, _ := strings.Cut(text, " "); isWord(key) && len(strings.Fields(text)) <= few {
		hint = fmt.Sprintf("write \"%s: %s\" if this is a key and its value", key, short(value))
	}
	if o.before.state == running || o.before.state == block {
		hint += fmt.Sprintf("; indent it by %d if it goes on with the text above", o.before.owner+2)
	}
	hint += "; put a # before it if it is a remark"
	o.fail(at, end, "this line has no key with a colon, and belongs to no text above it", hint)
}

// nearColon reports a key with something like a colon behind it.
func (o *outline) nearColon(at int, rest string) bool {
	size := 0
	for size < len(rest) && isWordByte(rest[size]) {
		size++
	}
	if size == 0 {
		return false
	}
	key, behind := rest[:size], rest[size:]
	r, width := utf8.DecodeRuneInString(strings.TrimLeft(behind, " "))
	from := at + size + len(behind) - len(strings.TrimLeft(behind, " "))
	value := short(strings.TrimLeft(strings.TrimLeft(behind, " ")[width:], " \u00A0\u202F"))
	hint := fmt.Sprintf("write \"%s: %s\"", key, value)
	switch r {
	case ':':
		o.fail(from, from+1, "a space is missing after the colon", hint)
	case '：', '∶', 'ː', '﹕':
		o.fail(from, from+width, "this is not the colon of the keyboard", hint)
	case '=', ';':
		o.fail(from, from+width, fmt.Sprintf("a key ends with a colon, not with “%c”", r), hint)
	default:
		return false
	}
	return true
}

// badMark reports what stands for a dash, and characters that cannot begin a line.
func (o *outline) badMark(at int, rest string) bool {
	if mark := foreignDash(rest); mark != "" {
		o.otherDash(at, mark)
		return true
	}
	if len(rest) > 1 && rest[0] == '-' && (isWordByte(rest[1]) && !isDigit(rest[1]) || leadingNoBreak(rest[1:]) > 0) {
		o.gluedDash(at, rest)
		return true
	}
	if size := specialSize(rest); size > 0 {
		o.special(at, rest[:size])
		return true
	}
	return false
}

func (o *outline) gluedDash(at int, rest string) {
	o.fail(at, at+1, "a space is missing after the dash",
		fmt.Sprintf("write \"- %s\"", short(strings.TrimLeft(rest[1:], " \u00A0\u202F"))))
}

func (o *outline) otherDash(at int, mark string) bool {
	o.fail(at, at+len(mark), fmt.Sprintf("“%s” is not the dash that begins an item", mark),
		"write a hyphen and a space: \"- \"")
	return false
}

// foreignDash returns the bullet or dash of a word processor that a line begins with.
func foreignDash(rest string) string {
	r, size := utf8.DecodeRuneInString(rest)
	behind := rest[size:]
	switch {
	case strings.ContainsRune("–—−•·▪‣◦●○", r), r == '*' && strings.HasPrefix(behind, " "):
		return rest[:size]
	}
	return ""
}

func isDash(rest string) bool { return rest == "-" || strings.HasPrefix(rest, "- ") }

// keyOf returns the key that a line begins with and the offset behind its colon.
func keyOf(rest string) (key string, after int, ok bool) {
	if rest == "" {
		return "", 0, false
	}
	if rest[0] == '"' || rest[0] == '\'' {
		end := strings.IndexByte(rest[1:], rest[0])
		if end < 0 || !endsKey(rest[end+2:]) {
			return "", 0, false
		}
		return rest[1 : end+1], end + 3, true
	}
	if strings.IndexByte("[{#&*!|>%@`,", rest[0]) >= 0 {
		return "", 0, false
	}
	for i := range len(rest) {
		switch {
		case rest[i] == '#' && i > 0 && rest[i-1] == ' ':
			return "", 0, false
		case endsKey(rest[i:]):
			return strings.TrimRight(rest[:i], " "), i + 1, i > 0
		}
	}
	return "", 0, false
}

// endsKey reports a colon that ends a key.
func endsKey(s string) bool {
	return strings.HasPrefix(s, ":") && (len(s) == 1 || s[1] == ' ' || s[1] == '\t')
}

// isWord reports what looks like a key of the plan language.
func isWord(s string) bool {
	if s == "" || isDigit(s[0]) {
		return false
	}
	for i := range len(s) {
		if !isWordByte(s[i]) {
			return false
		}
	}
	return true
}

func isWordByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || isDigit(b) || b == '_' || b == '-'
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }
