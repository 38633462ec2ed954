package source

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
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

// foldLigatures writes the ligatures of all texts as letters.
func foldLigatures(f *File, n *tree) {
	if !bytes.Contains(f.Bytes, []byte(ligatureMark)) && !bytes.ContainsRune(f.Bytes, '\\') {
		return
	}
	foldNode(Node{f, n}, 0)
}

func foldNode(n Node, depth int) {
	if n.yaml.Kind == yaml.ScalarNode && strings.Contains(n.yaml.Value, ligatureMark) {
		n.yaml.Value = Letters(n.yaml.Value)
	}
	if depth > MaxDepth {
		return
	}
	for _, child := range n.yaml.Content {
		foldNode(Node{n.file, child}, depth+1)
	}
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
	if at >= len(raw) || raw[at] != ligatureMark[0] && raw[at] != '\\' {
		return 0
	}
	r, _ := n.written(at)
	letters := LigatureAt(string(r))
	if letters == "" || !strings.HasPrefix(text, letters) {
		return 0
	}
	return len(letters)
}

// written returns the character that is written at an offset of the file, and in how many
// bytes: an escape spells one.
func (n Node) written(at int) (rune, int) {
	raw := n.file.Bytes[at:]
	if n.yaml.Style&yaml.DoubleQuotedStyle == 0 || raw[0] != '\\' {
		return utf8.DecodeRune(raw)
	}
	const digits = 2 // behind these signs stand the digits
	size := escapeLen(raw)
	if size <= digits {
		return utf8.RuneError, size
	}
	code, err := strconv.ParseUint(string(raw[digits:size]), 16, 32)
	if err != nil || code > unicode.MaxRune {
		return utf8.RuneError, size
	}
	return rune(code), size
}

// skipUnread steps over what stands before the character r without being part of the
// text: blanks, and soft hyphens that were left out of it.
func (n Node) skipUnread(at int, r rune) int {
	raw := n.file.Bytes
	for at < len(raw) {
		next := n.skipSoft(at, r)
		if next == at && isBlank(raw[at]) {
			next++
		}
		if next == at {
			break
		}
		at = next
	}
	return at
}

// skipSoft steps over what is no part of the text before the character r: soft hyphens that
// were left out, and escaped line breaks.
func (n Node) skipSoft(at int, r rune) int {
	raw := n.file.Bytes
	for at < len(raw) && (raw[at] == softHyphen[0] || raw[at] == '\\') {
		if n.yaml.Style&yaml.DoubleQuotedStyle != 0 {
			if next := skipContinuation(raw, at); next > at {
				at = next
				continue
			}
		}
		soft, size := n.written(at)
		if string(soft) != softHyphen || r == utf8.RuneError || string(r) == softHyphen {
			break
		}
		at += size
	}
	return at
}

// Unbroken returns the node with its soft hyphens left out of its text: as its words are
// read, compared and spelled. Parts of the text are found in the file as before.
func (n Node) Unbroken() Node {
	if n.Kind() != Scalar || !strings.Contains(n.yaml.Value, softHyphen) {
		return n
	}
	whole := *n.yaml
	whole.Value = Unbroken(whole.Value)
	return Node{n.file, &whole}
}

// Unbroken returns a text without its soft hyphens.
func Unbroken(s string) string { return strings.ReplaceAll(s, softHyphen, "") }
