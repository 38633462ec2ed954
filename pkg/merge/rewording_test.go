package merge_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/merge"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestReword: a value gets another text where it stands, and keeps its form if it can.
func TestReword(t *testing.T) {
	for name, c := range map[string]struct{ file, now, want string }{
		"a word":              {"a: 1\nb: Two words here # why\nc: 3\n", "Two short words here", "a: 1\nb: Two short words here # why\nc: 3\n"},
		"folded":              {"b: >-\n  Two words\n  stand here.\nc: 3\n", "Two words stay here.", "b: >-\n  Two words\n  stay here.\nc: 3\n"},
		"in quotes":           {"b: \"Two \\\"words\\\" here\"\n", "Two \"words\" there", "b: \"Two \\\"words\\\" there\"\n"},
		"in single quotes":    {"b: 'It''s two'\n", "It's three", "b: 'It''s three'\n"},
		"a figure":            {"b: 345054 # as issued\n", "345000", "b: 345000 # as issued\n"},
		"a rate in braces":    {"b: {fte: 100%, x: 1}\n", "50%", "b: {fte: 50%, x: 1}\n"},
		"a colon needs quote": {"b: Two words\nc: 3\n", "Two: words", "b: \"Two: words\"\nc: 3\n"},
		"a comment's sign":    {"b: Two words\nc: 3\n", "Two # words", "b: \"Two # words\"\nc: 3\n"},
		"in brackets":         {"b: [Two words, Three words]\n", "Two, words", "b: [\"Two, words\", Three words]\n"},
		"a fixed space":       {"b: Article\u00a05 stands here\nc: 3\n", "Article\u00a05 is here", "b: Article\u00a05 is here\nc: 3\n"},
		"a new fixed space":   {"b: Article 5 stands here\nc: 3\n", "Article\u00a05 stands here", "b: Article\u00a05 stands here\nc: 3\n"},
		"an end of line":      {"b: Two words\r\nc: 3\r\n", "Three words", "b: Three words\r\nc: 3\r\n"},
	} {
		t.Run(name, func(t *testing.T) {
			f := source.NewFile("plan.yaml", []byte(c.file))
			root, _ := source.Parse(f)
			n := root.Get("b")
			for n.Kind() != source.Scalar {
				if n.Kind() == source.Sequence {
					n = n.At(0)
				} else {
					n = n.Get("fte")
				}
			}
			edits, ok := merge.Reword(root, n, c.now)
			got, err := edit.Apply(f, edits)
			if !ok || err != nil || string(got) != c.want {
				t.Errorf("%v %v:\n%s\nwant\n%s", ok, err, got, c.want)
			}
		})
	}
}

// TestRewordSaysWhatItIsGiven: any text can be given, in any form.
func TestRewordSaysWhatItIsGiven(t *testing.T) {
	word := rapid.SampledFrom([]string{"one", "#", ":", "a:", "-", "'it'", "\"so\"", "{x}", "[y]", "%", "é", "𝒳", "5\u00a0%", "\u202f:", "&a", "*b", "!c", "1", "1.5", "yes", "null", "${period}", "|", ">", "\\", "@", "`", ","})
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 1, 8).Draw(t, "words"), " ")
	})
	forms := []string{"b: %\nc: 3\n", "b: {x: %, y: 2}\nc: 3\n", "b:\n  - first\n  - %\n  # why\n  - last\n", "b: [%, last]\n"}
	rapid.Check(t, func(t *rapid.T) {
		form := rapid.SampledFrom(forms).Draw(t, "form")
		was := rapid.SampledFrom([]string{"Two words", `"Two \"words\" here"`, "'It''s two'", "7"}).Draw(t, "was")
		if strings.HasPrefix(form, "b: %") && rapid.Bool().Draw(t, "folded") {
			was = ">-\n  Two words\n  stand here."
		}
		f := source.NewFile("plan.yaml", []byte(strings.Replace(form, "%", was, 1)))
		root, problems := source.Parse(f)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		n := root.Get("b")
		switch {
		case n.Kind() == source.Mapping:
			n = n.Get("x")
		case n.Kind() == source.Sequence:
			n = n.At(min(1, n.Len()-1))
		}
		now := text.Draw(t, "now")
		if _, ok := merge.Reword(root, n, now); !ok {
			t.Fatalf("%q cannot be written into\n%s", now, f.Bytes)
		}
	})
}
