package cli

import (
	"bytes"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/pattern"

	"github.com/isuplan/isuplan/pkg/source"
)

// looksLikePlan distinguishes plans from the other YAML files of a folder. One that cannot
// be read counts as a plan, so that the user hears of it.
func looksLikePlan(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return true
	}
	defer file.Close()
	var text bytes.Buffer
	if _, err := text.ReadFrom(io.LimitReader(file, source.MaxBytes+1)); err != nil {
		return true
	}
	return isPlan(text.Bytes())
}

var (
	versionKey = pattern.Lazy(`(?m)^(?:isuplan|"isuplan"|'isuplan')\s*:`)
	// Where neither stands in a file, no key of it is read as isuplan.
	versionWord = pattern.Lazy(`(?i)isuplan|\\[xu\r\n]`)
	anyKey      = pattern.Lazy(`(?im)(?:^|[\r{,])[ \t]*(?:isuplan|"isuplan"|'isuplan')\s*:`)
)

// isPlan reports a text with the key isuplan, however it is written: a plan that a folder's
// check passes over would be one that nobody checks. Of a file that is no YAML, a line that
// looks like the key is enough.
func isPlan(text []byte) bool {
	if versionKey().Match(text) {
		return true
	}
	text = bytes.Map(seen, text)
	if !versionWord().Match(text) {
		return false
	}
	root, _ := source.Parse(source.NewFile("", text))
	if root.IsZero() {
		return anyKey().Match(text)
	}
	for key := range root.Pairs() {
		if strings.EqualFold(key.Text(), "isuplan") {
			return true
		}
	}
	return false
}

// seen takes the characters out that no reader sees, and what UTF-16 has beside letters.
func seen(r rune) rune {
	switch r {
	case 0, utf8.RuneError:
		return -1
	case '\u0085', '\u2028', '\u2029':
		return '\n'
	}
	if source.IsUnseen(r) {
		return -1
	}
	return r
}
