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

// reserve gives names to what texts lead to, before they are written: a text may lead ahead.
func (w *writer) reserve(anchors []string) {
	for _, a := range anchors {
		if w.places == nil {
			w.places = map[string]string{}
		}
		w.places[a] = w.names.give(a)
	}
}

// name returns a name for a part of the page: the one by which texts lead to it, or else the
// one that is asked for.
func (w *writer) name(anchor, asked string) string {
	if place := w.places[anchor]; place != "" {
		return place
	}
	return w.names.give(asked)
}

// place is the attribute that names a part of the page that texts may lead to.
func (w *writer) place(anchor, name string) string {
	if place := w.places[anchor]; place != "" {
		return ` id="` + esc(place) + `"`
	}
	return w.id(name)
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
