package source

import (
	"bytes"
	"fmt"
	"strings"
)

// quoted reads a text in quotes that begins at an offset, and returns the offset behind
// it. One that runs into the keys below was never closed.
func (o *outline) quoted(at, owner int) (int, bool) {
	raw := o.f.Bytes
	quote := raw[at]
	for i := at + 1; i < len(raw); i++ {
		switch {
		case raw[i] == '\n' && o.isStructure(i+1, owner):
			o.openQuote(at)
			return 0, false
		case raw[i] == '\\' && quote == '"':
			if i+1 < len(raw) && strings.IndexByte("0abtnvfre \"/\\N_LPxuU\t\r\n", raw[i+1]) < 0 {
				o.fail(i, i+1, "a backslash in double quotes is followed by a character that it cannot stand before",
					"write the backslash twice (\\\\), or put the text in single quotes")
				return 0, false
			}
			i++
		case raw[i] == quote && quote == '\'' && i+1 < len(raw) && raw[i+1] == '\'':
			i++
		case raw[i] == quote:
			return i + 1, true
		}
	}
	o.openQuote(at)
	return 0, false
}

func (o *outline) openQuote(at int) {
	o.fail(at, at+1, "a quote is opened here and never closed",
		"close it, or leave the quotes out; inside single quotes an apostrophe is written twice ('')")
}

// isStructure reports a line that begins with a key or a dash and stands no deeper than
// the key or dash of the value that is read.
func (o *outline) isStructure(at, owner int) bool {
	text := o.text[at:o.eol(at)]
	rest := strings.TrimLeft(text, " ")
	if len(text)-len(rest) > owner {
		return false
	}
	key, _, isKey := keyOf(rest)
	return isDash(rest) || isKey && isWord(key)
}

// bracket is one that is open.
type bracket struct {
	at    int
	mark  byte
	colon bool // its present entry has a colon already
	value int  // where the value of its present entry begins
}

// brackets reads what stands in { } or [ ] from an offset on, and returns the offset
// behind the last bracket.
func (o *outline) brackets(at, owner int) (int, bool) {
	raw := o.f.Bytes
	var open []bracket
	hash := 0      // where the last comment begins that has something behind it
	begins := true // a key or a value may begin here
	for i := at; i < len(raw); i++ {
		b := raw[i]
		switch {
		case b == '\n' && o.isStructure(i+1, owner):
			o.openBracket(open, hash)
			return 0, false
		case b == '#' && i > at && isBlank(raw[i-1]):
			hash = i
			i = o.eol(i) - 1
		case isBlank(b):
		case (b == '"' || b == '\'') && begins:
			end, ok := o.quoted(i, owner)
			if !ok || !o.insideEnds(end) {
				return 0, false
			}
			i, begins = end-1, false
		case strings.IndexByte("@`%", b) >= 0 && begins:
			o.special(i, string(b))
			return 0, false
		case (b == '{' || b == '[') && begins:
			open = append(open, bracket{at: i, mark: b, value: i + 1})
		case b == '$' && i+1 < len(raw) && raw[i+1] == '{':
			o.bareReference(i)
			return 0, false
		case b == '}' || b == ']':
			last := open[len(open)-1]
			if (b == '}') != (last.mark == '{') {
				o.fail(i, i+1, fmt.Sprintf("“%c” closes what “%c” opened in line %d", b, last.mark, o.f.At(last.at).Line),
					fmt.Sprintf("close it with “%c”", closing(last.mark)))
				return 0, false
			}
			if open = open[:len(open)-1]; len(open) == 0 {
				return i + 1, true
			}
			begins = false
		case b == ',':
			open[len(open)-1].colon, begins = false, true
			open[len(open)-1].value = i + 1
		case b == ':' && i+1 < len(raw) && (isBlank(raw[i+1]) || strings.IndexByte(",]}", raw[i+1]) >= 0):
			if !o.colonInside(&open[len(open)-1], i) {
				return 0, false
			}
			begins = true
		default:
			begins = false
		}
	}
	o.openBracket(open, hash)
	return 0, false
}

func closing(mark byte) byte {
	if mark == '{' {
		return '}'
	}
	return ']'
}

// openBracket reports a bracket that is not closed, or the comment that hides what closes it.
func (o *outline) openBracket(open []bracket, hash int) {
	last := open[len(open)-1]
	if end := o.eol(hash); hash > last.at && bytes.IndexByte(o.f.Bytes[hash:end], closing(last.mark)) >= 0 {
		o.fail(hash, end, fmt.Sprintf("a # behind a blank begins a comment: the “%c” behind it is not read", closing(last.mark)),
			"put the text that the # belongs to in quotes; move a comment to a line of its own")
		return
	}
	o.fail(last.at, last.at+1, fmt.Sprintf("“%c” is opened here and not closed", last.mark),
		fmt.Sprintf("write “%c” where the group or list ends", closing(last.mark)))
}

// insideEnds reports text behind closing quotes inside brackets.
func (o *outline) insideEnds(at int) bool {
	raw := o.f.Bytes
	from := at
	for from < len(raw) && isBlank(raw[from]) {
		from++
	}
	if from < len(raw) && strings.IndexByte(",]}:#", raw[from]) < 0 {
		end := from
		for end < len(raw) && strings.IndexByte(",]}\r\n", raw[end]) < 0 {
			end++
		}
		o.behindQuote(from, end)
		return false
	}
	return true
}

// bareReference reports a reference in a text without quotes inside brackets, where its
// brace ends the group.
func (o *outline) bareReference(at int) {
	end := at
	for end < len(o.f.Bytes) && strings.IndexByte("}\r\n", o.f.Bytes[end]) < 0 {
		end++
	}
	o.fail(at, min(end+1, len(o.f.Bytes)), "inside { … } the brace of this reference ends the group",
		"put the text in quotes, or write the keys below one another without { }")
}

// colonInside judges a colon inside brackets: a second one in one entry stands in a text,
// or behind a key that a comma is missing before.
func (o *outline) colonInside(in *bracket, at int) bool {
	if !in.colon {
		in.colon, in.value = true, at+1
		return true
	}
	text := strings.TrimSpace(o.text[in.value:at])
	if i := strings.LastIndexByte(text, ' '); i >= 0 && isWord(text[i+1:]) && text[i+1] >= 'a' {
		key := text[i+1:]
		o.fail(at-len(key), at, fmt.Sprintf("before `%s` the comma is missing, or the colon behind it stands in a text", key),
			fmt.Sprintf("write \", %s:\" if a key begins here; or put the text in quotes", key))
		return false
	}
	o.strayColon(at)
	return false
}
