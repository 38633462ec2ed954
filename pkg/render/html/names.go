package html

import (
	"strconv"
	"strings"
	"unicode"
)

// Names that the page has of its own.
const (
	titleName    = "title"
	contentsName = "contents"
)

// names are those that parts of the page were given, and how often each was asked for.
type names map[string]int

// give returns a name that no other part of the page has: the one that is asked for, or
// with a number behind it.
func (n names) give(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return '-'
		}
		return r
	}, name)
	asked := name
	for n[name] > 0 {
		n[asked]++
		name = asked + "-" + strconv.Itoa(n[asked])
	}
	n[name] = 1
	return name
}

// id is the attribute that names a part of the page; "" for a part without a name.
func (w *writer) id(name string) string {
	if name == "" {
		return ""
	}
	return ` id="` + esc(w.names.give(name)) + `"`
}

// class is an attribute.
func class(names string) string {
	if names == "" {
		return ""
	}
	return ` class="` + names + `"`
}
