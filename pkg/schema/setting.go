package schema

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/source"
)

// OrSetting returns a type of texts of which one word is no text but a setting, where it stands
// without quotes: a subtotal has a label, or there is none.
func OrSetting(of Type[source.At[string]], setting string) Type[source.At[string]] {
	return With(of, func(s *Shape) { s.Words, s.Name = []string{setting}, s.Name+", or "+setting })
}

// IsSetting reports whether a text of such a type is the setting.
func IsSetting(text source.At[string], setting string) bool {
	return text.IsSet() && text.Node.IsPlain() && text.Value == setting
}

// word is the shape of a setting that stands where a text may stand.
var word = &Shape{Name: "a setting", Doc: "a word that is no text", JSON: []string{"string"}, Use: AsSetting}

// isWord reports whether a value is a setting where its shape takes texts.
func (s *Shape) isWord(n source.Node) bool {
	return len(s.Words) > 0 && s.Use.IsText() && n.Kind() == source.Scalar && n.IsPlain() && slices.Contains(s.Words, n.Text())
}
