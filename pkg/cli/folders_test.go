package cli_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/isuplan/isuplan/pkg/cli"
)

// TestFolderTakesEveryPlan: a check of a folder passes over no plan, however its first key
// is written: whoever writes it so that only its name finds it would not be checked.
func TestFolderTakesEveryPlan(t *testing.T) {
	good := read(t, "example.yaml")
	bad := strings.Replace(good, "isuplan: 1\n", "isuplan: 1\nnonsense: 1\n", 1)
	key := func(written string) string { return strings.Replace(bad, "isuplan: 1\n", written, 1) }
	indented := "  " + strings.ReplaceAll(bad, "\n", "\n  ")
	plans := map[string]string{
		"as it is":           bad,
		"a byte order mark":  "\uFEFF" + bad,
		"UTF-16":             wide("\uFEFF" + bad),
		"UTF-16, no mark":    wide(bad),
		"JSON":               "{\n  \"isuplan\": 1,\n  \"nonsense\": 1\n}\n",
		"one line":           "{isuplan: 1, nonsense: 1}\n",
		"indented":           indented,
		"escapes":            key("\"\\x69sup\\u006Can\": 1\n"),
		"a key in two lines": key("? \"isu\\\n  plan\"\n: 1\n"),
		"a question mark":    key("? isuplan\n: 1\n"),
		"a tag":              key("!!str isuplan: 1\n"),
		"an anchor":          key("&a isuplan: 1\n"),
		"a zero width space": key("isu\u200Bplan: 1\n"),
		"a soft line":        strings.Replace(key("#\u2028isuplan: 1\n"), "# ", "#\u2028", 1),
		"old line breaks":    strings.ReplaceAll(bad, "\n", "\r"),
		"capitals":           key("ISUPlan: 1\n"),
		"broken":             key("  isuplan: 1\n"),
	}
	others := map[string]string{
		"a service": "services:\n  isuplan:\n    image: x\n", "a list": "- isuplan\n", "nothing": "", "a word": "isuplan\n", "a comment": "# isuplan: 1\na: \"\\x41\"\n",
		"an escape": "a: \"\\u0041\"\n", "broken": "a: [\n", "a folder": "path: a/isuplan\n",
	}
	check := func(name, text string) string {
		dir := t.TempDir()
		put(t, filepath.Join(dir, "good.yaml"), good)
		put(t, filepath.Join(dir, "other.yaml"), text)
		var out, talk bytes.Buffer
		code := cli.Main([]string{"check", dir}, nil, &out, &talk, func(string) string { return "" })
		return fmt.Sprintf("%s: %d\n%s%s", name, code, out.String(), talk.String())
	}
	for name, text := range plans {
		if got := check(name, text); !strings.Contains(got, ": 1\n") || !strings.Contains(got, "other.yaml:") {
			t.Errorf("passed over: %s", got)
		}
	}
	for name, text := range others {
		if got := check(name, text); !strings.Contains(got, ": 0\n") {
			t.Errorf("taken for a plan: %s", got)
		}
	}
}

// wide writes a text in UTF-16.
func wide(text string) string {
	var b bytes.Buffer
	for _, unit := range utf16.Encode([]rune(text)) {
		b.Write([]byte{byte(unit), byte(unit >> 8)})
	}
	return b.String()
}
