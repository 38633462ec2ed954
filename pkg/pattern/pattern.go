// Package pattern compiles regular expressions when they are first used: a run uses few
// of them, and compiling all takes longer than it takes to check a plan.
package pattern

import (
	"regexp"
	"sync"
)

var all []func() *regexp.Regexp

// Lazy returns a function that returns the expression. It is called for package-level
// variables only.
func Lazy(text string) func() *regexp.Regexp {
	get := sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
	all = append(all, get)
	return get
}

// All returns every expression, for a test that compiles them: an invalid one panics.
func All() []func() *regexp.Regexp { return all }
