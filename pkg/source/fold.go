package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Text that was copied out of a PDF or a Word file holds characters that stand for how it
// was set. A ligature is read as its letters; a soft hyphen stays, for it says where the
// author would break a word, but is no part of the word.

// ligatures are the letters of U+FB00 to U+FB06.
var ligatures = [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}

// ligatureLen is the length of each in UTF-8, and ligatureMark how all of them begin.
const (
	ligatureLen  = 3
	ligatureMark = "\xEF\xAC"
)

// softHyphen is U+00AD.
const softHyphen = "\u00AD"

// LigatureAt returns the letters of the ligature that a text begins with, "" where it
// begins with none.
func LigatureAt(s string) string {
	if len(s) < ligatureLen || s[:2] != ligatureMark || s[2] < 0x80 || int(s[2]-0x80) >= len(ligatures) {
		return ""
	}
	return ligatures[s[2]-0x80]
}

// foldLigatures writes the ligatures of all texts as letters, unless an escape spells
// them.
func foldLigatures(f *File, n *tree) {
	if !bytes.Contains(f.Bytes, []byte(ligatureMark)) {
		return
	}
	foldNode(Node{f, n}, 0)
}

func foldNode(n Node, depth int) {
	if n.yaml.Kind == yaml.ScalarNode && strings.Contains(n.yaml.Value, ligatureMark) && !n.hasEscapes() {
		n.yaml.Value = Letters(n.yaml.Value)
	}
	if depth > MaxDepth {
		return
	}
	for _, child := range n.yaml.Content {
		foldNode(Node{n.file, child}, depth+1)
	}
}

// hasEscapes reports a text in which escapes may spell characters.
func (n Node) hasEscapes() bool {
	return n.yaml.Style&yaml.DoubleQuotedStyle != 0 && strings.Contains(n.Span().Text(), `\`)
}

// Letters returns a text with its ligatures written as letters.
func Letters(s string) string {
	if !strings.Contains(s, ligatureMark) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if letters := LigatureAt(s[i:]); letters != "" {
			b.WriteString(letters)
			i += ligatureLen
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// foldedAt returns how many bytes of a text the ligature at an offset of the file stands
// for, 0 where there is none.
func (n Node) foldedAt(at int, text string) int {
	raw := n.file.Bytes
	if at+ligatureLen > len(raw) || raw[at] != ligatureMark[0] {
		return 0
	}
	letters := LigatureAt(string(raw[at : at+ligatureLen]))
	if letters == "" || !strings.HasPrefix(text, letters) {
		return 0
	}
	return len(letters)
}

// skipUnread steps over what stands before the character r without being part of the
// text: blanks, and soft hyphens that were left out of it.
func skipUnread(raw []byte, at int, r rune) int {
	for at < len(raw) {
		switch {
		case isBlank(raw[at]):
			at++
		case raw[at] == softHyphen[0] && r != utf8.RuneError && string(r) != softHyphen && bytes.HasPrefix(raw[at:], []byte(softHyphen)):
			at += len(softHyphen)
		default:
			return at
		}
	}
	return at
}

// Unbroken returns the node with its soft hyphens left out of its text: as its words are
// read, compared and spelled. Parts of the text are found in the file as before.
func (n Node) Unbroken() Node {
	if n.Kind() != Scalar || !strings.Contains(n.yaml.Value, softHyphen) || n.hasEscapes() {
		return n
	}
	whole := *n.yaml
	whole.Value = Unbroken(whole.Value)
	return Node{n.file, &whole}
}

// Unbroken returns a text without its soft hyphens.
func Unbroken(s string) string { return strings.ReplaceAll(s, softHyphen, "") }
