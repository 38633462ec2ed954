package source_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// TestEscapesHavePlaces: each character of a text in double quotes is found where it is
// written, however its neighbours are: as escapes, over escaped line breaks, folded.
func TestEscapesHavePlaces(t *testing.T) {
	texts := []string{"line\n  indented teh line\nback", "a b", "  lead", "trail  ", "a\tb \"c\" d\\e", "soft\u00adhyphen oﬃce", "é 😀 x", "a\n\nb\n"}
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 400 {
		text := texts[round%len(texts)]
		written, at := inEscapes(text, random)
		n := parse(t, "a: \""+written+"\"\n").Get("a")
		if want := strings.ReplaceAll(text, "ﬃ", "ffi"); n.Text() != want {
			t.Fatalf("%q is read as %q, want %q", written, n.Text(), want)
		}
		i := 0
		for k, r := range []rune(text) {
			size := len(string(r))
			if part := n.Part(i, i+size); !strings.ContainsRune(" \t\n", r) && part.Start.Offset != len(`a: "`)+at[k] {
				t.Fatalf("%q: %q covers %q at %d, not what is at %d", written, r, part.Text(), part.Start.Offset, len(`a: "`)+at[k])
			}
			i += size
		}
	}
}

// inEscapes writes a text in one of the ways of double quotes, and says where each of its
// characters is.
func inEscapes(text string, random *rand.Rand) (string, []int) {
	var b strings.Builder
	var at []int
	broken := false // blanks would be the line's indentation
	for _, r := range text {
		if random.IntN(5) == 0 {
			b.WriteString("\\\n   ")
			broken = true
		}
		at = append(at, b.Len())
		switch choice := random.IntN(6); {
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '"', r == '\\', r == ' ' && (broken || choice < 2 || b.Len() == 0):
			b.WriteString(`\` + string(r))
		case r == ' ':
			b.WriteString(`\x20`)
		case choice == 0 && r < 0x100:
			fmt.Fprintf(&b, `\x%02X`, r)
		case choice == 1 && r < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, r)
		case choice == 2:
			b.WriteString(`\U` + strings.Repeat("0", 8-len(strconv.FormatInt(int64(r), 16))) + strconv.FormatInt(int64(r), 16))
		default:
			b.WriteRune(r)
		}
		broken = false
	}
	return b.String(), at
}
