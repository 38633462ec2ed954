package source_test

import (
	"testing"

	"github.com/isuplan/isuplan/pkg/source"
)

// TestVisible: what is left can stand in a plan.
func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"plain":                        "plain",
		"a\tb\nc":                      "a\tb\nc",
		"a\x01b\x7f":                   "ab",
		"a\u2028b\u0085c":              "a b c",
		"ze\u200bro \ufeff":            "zero ",
		"\u202eleft":                   "left",
		"می\u200cخواهم":                "می\u200cخواهم",
		"\xff\xfe":                     "\ufffd\ufffd",
		"\ue000private, caf\u00e9 – 5": "private, café – 5",
	} {
		got := source.Visible(text)
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
		if _, problems := source.Parse(source.NewFile("a.yaml", []byte("a: \"x"+source.Visible(text)+"\"\n"))); len(problems) > 0 {
			t.Errorf("%q: %v", text, problems)
		}
	}
}
