package readback

import (
	"encoding/xml"
	"strings"
)

// choice is a stretch that a file has in several forms (ISO/IEC 29500-3, 9.3): the
// first whose namespaces a program knows is shown.
type choice struct{ done bool }

// chosen reports whether a form is the one that is shown.
func (w *word) chosen(e xml.StartElement) bool {
	if e.Name.Local == "AlternateContent" {
		w.choices = append(w.choices, choice{})
		return true
	}
	if len(w.choices) == 0 {
		return false
	}
	c := &w.choices[len(w.choices)-1]
	if c.done || e.Name.Local == "Choice" && !w.knows(attribute(e, "Requires")) {
		return false
	}
	c.done = true
	return true
}

func (w *word) endChoice(local string) {
	if n := len(w.choices); local == "AlternateContent" && n > 0 {
		w.choices = w.choices[:n-1]
	}
}

// scope is a prefix of a namespace, valid in an element and what is in it.
type scope struct {
	depth           int
	prefix, address string
}

func (w *word) scope(e xml.StartElement) {
	for _, a := range e.Attr {
		if a.Name.Space == "xmlns" {
			w.scopes = append(w.scopes, scope{w.depth, a.Name.Local, a.Value})
		}
	}
}

// unscope forgets the prefixes of an element that ended.
func (w *word) unscope() {
	for n := len(w.scopes); n > 0 && w.scopes[n-1].depth > w.depth; n = len(w.scopes) {
		w.scopes = w.scopes[:n-1]
	}
}

// knows reports whether all prefixes stand for namespaces that are known.
func (w *word) knows(prefixes string) bool {
	list := strings.Fields(prefixes)
	for _, p := range list {
		if !w.knowsOne(p) {
			return false
		}
	}
	return len(list) > 0
}

func (w *word) knowsOne(prefix string) bool {
	for i := len(w.scopes) - 1; i >= 0; i-- {
		if w.scopes[i].prefix == prefix {
			return spaces[w.scopes[i].address] != foreign
		}
	}
	return false
}
