package schema

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/source"
)

// tried are the names of keys that people try first, and the keys that they mean. A group and what is made of it
// share them.
type tried struct{ names map[string]string }

func (t *tried) meant(key string) string {
	if t == nil {
		return ""
	}
	return t.names[key]
}

// Tried says which names of keys people try first in a group, and which keys they mean: label for text.
func Tried(names map[string]string) Trait { return func(s *Shape) { s.tried.names = names } }

// nothing are the words by which people say that there is none.
var nothing = []string{"none", "nil", "n/a", "no", "-", "–", "—", "nothing", "tbd", "tbc"}

func isNothing(text string) bool { return slices.Contains(nothing, strings.ToLower(text)) }

// kindHint says how a value is written that is of the wrong kind.
func kindHint(n source.Node, kind source.Kind, name string, shape *Shape) string {
	isText := strings.HasPrefix(name, "a text")
	switch {
	case kind == source.Scalar && n.Kind() == source.Sequence && isText && n.IsFlow():
		return "write it without the brackets, or in quotes if they belong to it"
	case kind == source.Scalar && n.Kind() == source.Sequence && n.Len() == 1 && n.IsFlow():
		for _, one := range n.Items() {
			if one.Kind() == source.Scalar {
				return "write it without the brackets: " + clip(one.Text())
			}
		}
		return "only one value can stand here"
	case kind == source.Scalar && n.Kind() == source.Sequence:
		return "only one value can stand here"
	case kind == source.Scalar && isText:
		return "write it behind the colon; put a text with a colon in quotes"
	case kind == source.Scalar:
		return "write one value behind the colon, without keys"
	case shape != nil && len(shape.Keys) > 0 && shape.required() != nil:
		return "write its keys below it, indented, each as \"key: value\", or in one line, such as " + shape.sample()
	}
	return "write its keys below it, indented, each as \"key: value\""
}

// required are the keys that a group must have.
func (s *Shape) required() (keys []string) {
	for _, k := range s.Keys {
		if k.Required {
			keys = append(keys, k.Key)
		}
	}
	return keys
}

// sample shows how a group is written: its required keys.
func (s *Shape) sample() string {
	keys := s.required()
	if len(keys) == 0 {
		return "key: value"
	}
	return "{" + strings.Join(keys, ": …, ") + ": …}"
}

// sampleItem is an item of a list of single values.
func (s *Shape) sampleItem() string {
	if s.Example != "" {
		return s.Example
	}
	return "…"
}

// hasKeyOf reports whether a group has one of the keys that were written.
func (s *Shape) hasKeyOf(n source.Node) bool {
	for k := range n.Pairs() {
		if slices.Contains(s.keys(), k.Text()) || s.tried.meant(k.Text()) != "" {
			return true
		}
	}
	return false
}

// entry shows a key of a map and its value.
func (s *Shape) entry() string {
	if s.Example != "" {
		return "{" + s.Example + ": …}"
	}
	return "{name: …}"
}
