package source

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// explain turns the YAML library's error into words for a person who does not know YAML,
// at the true position, which the library often misses.
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
	// It often names the beginning of a group whose mistake is further down.
	if !strings.Contains(reason, "exceeded max depth") {
		if p, found := misplaced(f); found {
			return p
		}
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

func specialText(at Span, mark string) Problem {
	return Problem{Code: Syntax, Span: at,
		Message: "a text may not begin with " + mark + " without quotes",
		Hint:    "put the text in quotes"}
}
