package source

import (
	"fmt"
	"strings"
)

// value reads the value that begins behind an offset; owner is the column of its key or
// dash.
func (o *outline) value(at, owner int) {
	raw := o.f.Bytes
	end := o.eol(at)
	for at < end && (raw[at] == ' ' || raw[at] == '\t') {
		at++
	}
	rest := string(raw[at:end])
	switch {
	case rest == "" || rest[0] == '#' && raw[at-1] == ' ':
		return
	case rest[0] == '"' || rest[0] == '\'':
		if end, ok := o.quoted(at, owner); ok {
			o.ended(end, owner)
		}
	case rest[0] == '{' || rest[0] == '[':
		if end, ok := o.brackets(at, owner); ok {
			o.ended(end, owner)
		}
	case rest[0] == '>' || rest[0] == '|':
		o.blockText(at, end, owner)
	case strings.HasPrefix(rest, "- "):
		o.fail(at, at+1, "a dash stands behind the colon, where a value belongs",
			"put the value in quotes if the dash belongs to it; or write each item of a list on a line of its own below the key")
	case specialSize(rest) > 0:
		o.special(at, rest[:specialSize(rest)])
	default:
		o.plain(at, end, owner)
	}
}

// plain reads a line of a text without quotes.
func (o *outline) plain(at, end, owner int) {
	rest := o.text[at:end]
	for i := range len(rest) {
		switch {
		case rest[i] == '#' && i > 0 && (rest[i-1] == ' ' || rest[i-1] == '\t'):
			o.before = before{state: cut, owner: owner, end: at + i}
			return
		case endsKey(rest[i:]):
			if from := strings.LastIndexByte(rest[:i], ',') + 1; isKeyName(strings.TrimSpace(rest[from:i])) {
				o.secondKey(at+from, at+i, rest)
				return
			}
			o.strayColon(at + i)
			return
		}
	}
	if o.before.state != running {
		o.before.start = at
	}
	o.before = before{state: running, owner: owner, start: o.before.start, end: end}
}

// isKeyName reports what is written as keys are: a word in small letters.
func isKeyName(s string) bool { return isWord(s) && s == strings.ToLower(s) }

// secondKey reports what looks like a key on a line that has one already.
func (o *outline) secondKey(from, to int, rest string) {
	for o.f.Bytes[from] == ' ' {
		from++
	}
	hint := "put { } around keys that share a line, or write each on a line of its own; put the whole text in quotes if it is one"
	if strings.HasSuffix(strings.TrimSpace(rest), "}") {
		hint = "write the opening { before the first key of this line; or write each key on a line of its own"
	}
	o.fail(from, to, fmt.Sprintf("`%s` is a second key on this line, outside of { }", o.text[from:to]), hint)
}

func (o *outline) strayColon(at int) {
	o.fail(at, at+1, "a colon followed by a space inside a text looks like a second key",
		"put the whole text in quotes, or write it on the next lines after \"key: >-\"")
}

// blockText begins a text behind > or |.
func (o *outline) blockText(at, end, owner int) {
	mark := o.text[at:end]
	text := strings.TrimLeft(mark[1:], "-+0123456789")
	behind := at + len(mark) - len(text)
	text = strings.TrimSpace(text)
	if text != "" && text[0] != '#' {
		o.fail(behind, end, fmt.Sprintf("text stands on the line of %s; it has to begin on the next line", strings.TrimSpace(o.text[at:behind])),
			fmt.Sprintf("begin the text on the next line, indented by %d; or put it in quotes", owner+2))
		return
	}
	o.before = before{state: block, owner: owner, end: end}
}

// ended judges what stands behind a value that has ended.
func (o *outline) ended(at, owner int) {
	end := o.eol(at)
	rest := o.text[at:end]
	text := strings.TrimLeft(rest, " \t")
	from := at + len(rest) - len(text)
	o.at = skipLine(o.f.Bytes, end)
	o.before = before{state: closed, owner: owner, end: end}
	switch {
	case text == "" || text[0] == '#' && from > at:
	case o.f.Bytes[at-1] == '}' || o.f.Bytes[at-1] == ']':
		o.fail(from, end, "this stands behind the closing bracket, where nothing belongs",
			"put the whole value in quotes if it is a text; otherwise take this out, or move it inside the brackets")
	default:
		o.behindQuote(from, end)
	}
}

func (o *outline) behindQuote(from, end int) {
	o.fail(from, end, "the quotes end before this text",
		"put the whole text in quotes; inside single quotes an apostrophe is written twice (''), inside double quotes a quote as \\\"")
}

// special reports a character that cannot begin a text.
func (o *outline) special(at int, mark string) {
	if o.found == nil {
		p := specialText(o.f.Span(at, at+len(mark)), mark)
		o.found = &p
	}
}

// specialSize returns the length of the mark at the beginning that only a text in quotes
// may begin with.
func specialSize(rest string) int {
	if strings.IndexByte("@`%*&!", rest[0]) >= 0 {
		return 1
	}
	if strings.IndexByte(",]}", rest[0]) >= 0 || strings.HasPrefix(rest, "? ") {
		return 1
	}
	return 0
}
