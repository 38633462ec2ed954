package source

import (
	"fmt"
	"strings"
)

// The YAML library often names a line far from the mistake: the beginning of the group in
// which it lost its way. An outline reads the file once more, line by line as its author
// sees it, and stops at the first line that does not fit the lines above.

// outline is the reading of a file by its indentation.
type outline struct {
	f      *File
	text   string // of the file
	at     int    // the offset from which on is read
	levels []level
	before before
	found  *Problem
}

// level is a column at which the keys of a group or the dashes of a list stand.
type level struct {
	column int
	list   bool
	first  string // the first key of a group
}

// before is what the lines above leave open for the next one.
type before struct {
	state state
	owner int // the column of the key or dash whose value it is
	start int // the offset at which a text without quotes begins
	end   int // the offset behind it
}

type state int

const (
	closed  state = iota // nothing may follow but a key or a dash
	empty                // a key or a dash without a value so far
	running              // a text without quotes, which the next line may go on with
	cut                  // a text that a comment ended
	block                // a text behind > or |, in the lines below
)

// misplaced returns the first mistake that an outline of the file shows.
func misplaced(f *File) (Problem, bool) {
	o := &outline{f: f, text: string(f.Bytes)}
	for o.found == nil && o.at < len(f.Bytes) {
		o.line()
	}
	if o.found == nil {
		return Problem{}, false
	}
	return *o.found, true
}

// fail records a mistake; the first one counts.
func (o *outline) fail(from, to int, message, hint string) {
	if o.found == nil {
		o.found = &Problem{Code: Syntax, Span: o.f.Span(from, max(from, to)), Message: message, Hint: hint}
	}
}

// eol returns the offset at which the text of the line of an offset ends.
func (o *outline) eol(at int) int {
	for at < len(o.f.Bytes) && o.f.Bytes[at] != '\n' && o.f.Bytes[at] != '\r' {
		at++
	}
	return at
}

// line reads the line that begins at o.at.
func (o *outline) line() {
	start := o.at
	end := o.eol(start)
	o.at = skipLine(o.f.Bytes, start)
	text := o.text[start:end]
	rest := strings.TrimLeft(text, " ")
	column := len(text) - len(rest)
	switch {
	case strings.TrimSpace(rest) == "":
		return
	case o.before.state == block && column > o.before.owner:
		return
	case o.before.state == block && o.unindented(start+column, end, column, rest):
		return
	case rest[0] == '#', column == 0 && (rest == "---" || rest == "..." || rest[0] == '%'):
		return
	case o.badBlank(start, column, rest):
		return
	}
	if (o.before.state == running || o.before.state == cut) && column > o.before.owner {
		o.goesOn(start+column, end, column, rest)
		return
	}
	if o.fits(start+column, end, column, rest) {
		o.content(start+column, end, column)
	}
}

// badBlank reports an indentation by other characters than blanks.
func (o *outline) badBlank(start, column int, rest string) bool {
	at := start + column
	if rest[0] == '\t' {
		o.fail(at, at+1, "a tab stands in the indentation; YAML allows only spaces there",
			"replace the tab by spaces (two for each level)")
		return true
	}
	if size := leadingNoBreak(rest); size > 0 {
		o.fail(at, at+size, "a no-break space stands in the indentation; YAML allows only ordinary spaces there",
			"replace it by ordinary spaces; it comes along when text is pasted from Word or a web page")
		return true
	}
	return false
}

// leadingNoBreak returns the length of the spaces, other than ordinary ones, that a text
// begins with.
func leadingNoBreak(s string) int {
	return len(s) - len(strings.TrimLeft(s, "\u00A0\u2007\u202F\u2002\u2003\u2009\u3000"))
}

// goesOn reads a line that goes on with a text without quotes.
func (o *outline) goesOn(at, end, column int, rest string) {
	key, after, isKey := keyOf(rest)
	switch {
	case isKey && isWord(key) && o.isGroupAt(o.before.owner):
		o.fail(at, end, fmt.Sprintf("`%s` is indented by %d blanks, the keys beside it by %d", key, column, o.before.owner),
			fmt.Sprintf("indent it by %d", o.before.owner))
	case isKey && o.before.state == running && o.nearColon(o.before.start, o.text[o.before.start:o.eol(o.before.start)]):
	case isKey && o.before.state == running:
		o.strayColon(at + after - 1)
	case o.before.state == cut:
		hash := o.before.end
		o.fail(hash, o.eol(hash), "a # behind a blank begins a comment: the text above ends here, and what follows below belongs to nothing",
			"put the whole text in quotes, or write it on the next lines after \"key: >-\"")
	default:
		o.plain(at, end, o.before.owner)
	}
}

// isGroupAt reports whether keys stand at a column.
func (o *outline) isGroupAt(column int) bool {
	top := o.top()
	return top != nil && top.column == column && !top.list
}

func (o *outline) top() *level {
	if len(o.levels) == 0 {
		return nil
	}
	return &o.levels[len(o.levels)-1]
}

// unindented reports the first line of a text behind > or | that stands no deeper than
// its key.
func (o *outline) unindented(at, end, column int, rest string) bool {
	_, _, isKey := keyOf(rest)
	none := strings.TrimSpace(o.text[o.before.end:at]) == ""
	if !none || isKey || strings.HasPrefix(rest, "-") || rest[0] == '#' {
		o.before.state = closed
		return false
	}
	o.fail(at, end, fmt.Sprintf("this line is indented by %d blanks; the text behind > or | must stand deeper than its key or dash", column),
		fmt.Sprintf("indent the lines of the text by %d", o.before.owner+2))
	return true
}
