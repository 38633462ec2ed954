package schema

import (
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// Wrong says what is wrong with what somebody wrote in a form that the language does not have, and
// what to write in its place.
type Wrong struct {
	Rule          diag.Rule // WrongType where it is none
	Message, Hint string
}

// Instead declares a type of which some forms that people try first have words of their own: of a
// node for which wrong returns words these are reported, and the rest is read as of reads it.
func Instead[T any](of Type[T], wrong func(source.Node) Wrong) Type[T] {
	t := of
	t.read = func(r *Reader, n source.Node) (T, bool) {
		if w := wrong(n); w.Message != "" {
			rule := w.Rule
			if rule.Code == "" {
				rule = WrongType
			}
			r.Report(rule, n, w.Message, w.Hint)
			var none T
			return none, false
		}
		return of.read(r, n)
	}
	t.fill = nil
	return t
}

// Clip shortens what a message quotes of a file, which may be of any length.
func Clip(s string) string { return clip(s) }
