package source

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// explain turns the YAML library's error into words for a person who does not know YAML,
// and looks for the true position, which the library often misses.
func explain(f *File, err error) Problem {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	line, reason := 1, text
	if m := anchorOf().FindStringSubmatch(text); m != nil {
		if at := bytes.Index(f.Bytes, []byte("*"+m[1])); at >= 0 {
			return specialText(f.Span(at, at+1), "*")
		}
	}
	if m := lineOf().FindStringSubmatch(text); m != nil {
		line, _ = strconv.Atoi(m[1])
		reason = m[2]
	}
	// The library counts some lines from 0 and some from 1: look around.
	for _, near := range []int{line, line + 1, line - 1} {
		for _, look := range suspects {
			if p, found := look(f, near, reason); found {
				return p
			}
		}
	}
	// It often names the beginning of a group whose mistake is further down.
	for below := line; below <= f.Lines(); below++ {
		for _, look := range []func(*File, int) (Problem, bool){afterQuote, loneDash, flowReference} {
			if p, found := look(f, below); found {
				return p
			}
		}
	}
	if p, found := misindented(f); found {
		return p
	}
	return Problem{Code: Syntax, Span: f.LineSpan(line), Message: plain(reason),
		Hint: "look at this line and the one above it: same indentation for keys of one group, a space after \"key:\" and after \"-\""}
}

var anchorOf = pattern.Lazy(`^unknown anchor '(.*)' referenced$`)

var lineOf = pattern.Lazy(`^line (\d+): (.*)$`)

// plain gives the library's reasons in words of the plan language.
func plain(reason string) string {
	for _, w := range []struct{ find, say string }{
		{"did not find expected key", "this line does not fit the lines around it: a key is missing, or the indentation is off"},
		{"mapping values are not allowed", "a colon stands where a value was begun already"},
		{"did not find expected '-' indicator", "this line does not fit the list around it: the \"-\" is missing, or the indentation is off"},
		{"could not find expected ':'", "a key without its colon"},
		{"found unexpected end of stream", "a quote is opened here and never closed"},
		{"found character that cannot start any token", "a character that cannot begin a value stands here"},
		{"did not find expected ',' or", "a bracket is opened and not closed, or a comma is missing"},
		{"found unknown escape character", "a backslash in double quotes is followed by a character that it cannot stand before"},
		{"block sequence entries are not allowed", "a list begins where a value was begun already"},
		{"exceeded max depth", "the plan is nested far too deep here"},
		{"found a tab", "a tab stands in the indentation"},
		{"unknown anchor", "a value begins with * (a YAML alias); plans do not use them"},
		{"alphabetic or numeric", "a value begins with * or & and is no text to YAML"},
	} {
		if strings.Contains(reason, w.find) {
			return w.say
		}
	}
	return "this line cannot be read as YAML"
}

// suspects look at one line for a mistake that people make often.
var suspects = []func(f *File, line int, reason string) (Problem, bool){
	tabIndent, unclosedQuote, strayColon, specialStart, noSpaceAfterColon,
}

func tabIndent(f *File, line int, _ string) (Problem, bool) {
	text := f.Line(line)
	indent := text[:len(text)-len(strings.TrimLeft(text, " \t"))]
	tab := strings.IndexByte(indent, '\t')
	if tab < 0 || len(indent) == len(text) {
		return Problem{}, false
	}
	at := f.starts[line-1] + tab
	return Problem{Code: Syntax, Span: f.Span(at, at+1),
		Message: "a tab stands in the indentation; YAML allows only spaces there",
		Hint:    "replace the tab by spaces (two for each level)"}, true
}

// unclosedQuote looks upward for the quote that is not closed at the end of the file.
func unclosedQuote(f *File, line int, reason string) (Problem, bool) {
	if !strings.Contains(reason, "unexpected end of stream") && !strings.Contains(reason, "document indicator") {
		return Problem{}, false
	}
	for ; line >= 1; line-- {
		m := quoteStart().FindStringIndex(f.Line(line))
		if m == nil || strings.Count(f.Line(line)[m[1]-1:], f.Line(line)[m[1]-1:m[1]])%2 == 0 {
			continue
		}
		at := f.starts[line-1] + m[1] - 1
		return Problem{Code: Syntax, Span: f.Span(at, at+1),
			Message: "a quote is opened here and never closed",
			Hint:    "close it, or leave the quotes out; inside single quotes an apostrophe is written twice ('')"}, true
	}
	return Problem{}, false
}

var quoteStart = pattern.Lazy(`(?:^\s*|[:\-\[,{]\s+)["']`)

// strayColon finds "key: text: more", the most frequent trap in prose.
func strayColon(f *File, line int, reason string) (Problem, bool) {
	if !strings.Contains(reason, "mapping values are not allowed") {
		return Problem{}, false
	}
	m := secondColon().FindStringSubmatchIndex(f.Line(line))
	if m == nil {
		return Problem{}, false
	}
	at := f.starts[line-1] + m[2]
	return Problem{Code: Syntax, Span: f.Span(at, at+1),
		Message: "a colon followed by a space inside a text looks like a second key",
		Hint:    "put the whole text in quotes, or write it on the next lines after \"key: >-\""}, true
}

var secondColon = pattern.Lazy(`^\s*(?:- +)*[^\s:"']+:\s+[^"'>|\s].*?(:)(?:\s|$)`)

func specialStart(f *File, line int, reason string) (Problem, bool) {
	if !strings.Contains(reason, "cannot start any token") && !strings.Contains(reason, "alphabetic or numeric") &&
		!strings.Contains(reason, "unknown anchor") {
		return Problem{}, false
	}
	m := special().FindStringSubmatchIndex(f.Line(line))
	if m == nil {
		return Problem{}, false
	}
	at := f.starts[line-1] + m[2]
	mark := f.Line(line)[m[2]:m[3]]
	return specialText(f.Span(at, at+len(mark)), mark), true
}

func specialText(at Span, mark string) Problem {
	return Problem{Code: Syntax, Span: at,
		Message: "a text may not begin with " + mark + " without quotes",
		Hint:    "put the text in quotes"}
}

var special = pattern.Lazy("(?:[:\\-]\\s+|^\\s*)([@`%*&])")

func noSpaceAfterColon(f *File, line int, reason string) (Problem, bool) {
	if !strings.Contains(reason, "could not find expected ':'") && !strings.Contains(reason, "mapping values are not allowed") {
		return Problem{}, false
	}
	text := f.Line(line)
	m := gluedColon().FindStringSubmatchIndex(text)
	if m == nil {
		return Problem{}, false
	}
	at := f.starts[line-1] + m[2]
	return Problem{Code: Syntax, Span: f.Span(at, at+1),
		Message: "a space is missing after the colon",
		Hint:    "write \"" + strings.TrimSpace(text[m[0]:m[3]]) + " " + strings.TrimSpace(text[m[3]:]) + "\""}, true
}

var gluedColon = pattern.Lazy(`^\s*(?:- +)*[a-z_][\w-]*(:)[^\s/]`)

// afterQuote finds text behind a closing quote: text: 'State's report'.
func afterQuote(f *File, line int) (Problem, bool) {
	m := quotedPart().FindStringSubmatchIndex(f.Line(line))
	if m == nil {
		return Problem{}, false
	}
	at := f.starts[line-1] + m[2]
	return Problem{Code: Syntax, Span: f.Span(at, f.starts[line-1]+m[3]),
		Message: "the quotes end before this text",
		Hint:    "put the whole text in quotes; inside single quotes an apostrophe is written twice (''), inside double quotes a quote as \\\""}, true
}

var quotedPart = pattern.Lazy(`^\s*(?:- +)*[^\s:#"']+:\s+(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")\s*([^\s#,}\]'"].*)$`)

// flowReference finds a reference in an unquoted text inside braces: its closing brace
// ends the group.
func flowReference(f *File, line int) (Problem, bool) {
	m := bareReference().FindStringSubmatchIndex(f.Line(line))
	if m == nil {
		return Problem{}, false
	}
	at := f.starts[line-1]
	return Problem{Code: Syntax, Span: f.Span(at+m[2], at+m[3]),
		Message: "inside { … } the brace of this reference ends the group",
		Hint:    "put the text in quotes, or write the keys below one another without { }"}, true
}

var bareReference = pattern.Lazy(`^\s*(?:- +)*\{[^"']*:\s+[^"'\s][^"']*?(\$\{[^}"']*\})`)

// loneDash finds a dash without an item among keys.
func loneDash(f *File, line int) (Problem, bool) {
	span := f.LineSpan(line)
	if strings.TrimSpace(f.Line(line)) != "-" {
		return Problem{}, false
	}
	return Problem{Code: Syntax, Span: f.Span(span.Start.Offset, span.Start.Offset+1),
		Message: "a dash stands here alone, where a key belongs",
		Hint:    "delete it, or write the item of a list behind it"}, true
}

// misindented finds the first line whose indentation fits no group around it.
func misindented(f *File) (Problem, bool) {
	indents := []int{0}
	skip := -1 // the indentation of a block of text being skipped
	for line := 1; line <= f.Lines(); line++ {
		text := f.Line(line)
		trimmed := strings.TrimLeft(text, " ")
		indent := len(text) - len(trimmed)
		if trimmed == "" || trimmed[0] == '#' || skip >= 0 && indent > skip {
			continue
		}
		skip = -1
		for len(indents) > 1 && indents[len(indents)-1] > indent {
			indents = indents[:len(indents)-1]
			if indents[len(indents)-1] < indent {
				span := f.LineSpan(line)
				return Problem{Code: Syntax, Span: span,
					Message: fmt.Sprintf("this line is indented by %d blanks, which fits no line above it", indent),
					Hint:    fmt.Sprintf("keys of one group begin in one column: indent it by %d", indents[len(indents)-1])}, true
			}
		}
		if indents[len(indents)-1] < indent {
			indents = append(indents, indent)
		}
		for strings.HasPrefix(trimmed, "- ") {
			rest := strings.TrimLeft(trimmed[2:], " ")
			indent += len(trimmed) - len(rest)
			trimmed = rest
			indents = append(indents, indent)
		}
		if blockText().MatchString(trimmed) {
			skip = indents[len(indents)-1]
		}
	}
	return Problem{}, false
}

var blockText = pattern.Lazy(`[>|][-+0-9]*\s*(?:#.*)?$`)
