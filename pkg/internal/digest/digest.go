// Package digest lets a finished file say whether it is as isuplan made it: the file carries
// the SHA-256 of all its other bytes. Whoever changes the file, signs it or saves it with
// another program makes it their own, and isuplan does not replace it unasked.
package digest

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strings"
)

// mark stands before the digest.
const mark = "isuplan-digest:"

// blank is the digest while it is computed.
var blank = strings.Repeat("0", hex.EncodedLen(sha256.Size))

// State says what a file tells of itself.
type State int

// What a file tells of itself.
const (
	None    State = iota // it carries no digest
	Same                 // it is as it was made
	Changed              // it was changed since
)

// Of returns what a file tells of itself. Line ends that git or an editor turned into those
// of another system are no change of a text.
func Of(file []byte) State {
	at := bytes.LastIndex(file, []byte(mark))
	if at < 0 || len(file) < at+len(mark)+len(blank) {
		return None
	}
	from := at + len(mark)
	said := string(file[from : from+len(blank)])
	whole := bytes.Clone(file)
	copy(whole[from:], blank)
	if sum(whole) == said || !isBinary(file) && sum(bytes.ReplaceAll(whole, []byte("\r\n"), []byte("\n"))) == said {
		return Same
	}
	return Changed
}

// Comment puts a digest into a file of Markdown, HTML or XML: in a comment at its end.
func Comment(file []byte) []byte {
	return fill(append(bytes.Clone(file), "<!-- "+mark+blank+" -->\n"...))
}

// Trim returns a file without the comment that Comment put at its end.
func Trim(file []byte) []byte {
	if at := bytes.LastIndex(file, []byte("<!-- "+mark)); at >= 0 && len(bytes.TrimRight(file[at:], " \r\n")) == len(mark)+len(blank)+len("<!--  -->") {
		return file[:at]
	}
	return file
}

// PDF puts a digest into a PDF file: in a comment (ISO 32000-1, 7.2.3) before the offset of
// the table at its end.
func PDF(file []byte) []byte {
	at := bytes.LastIndex(file, []byte("startxref"))
	if at < 0 {
		return file
	}
	return fill(bytes.Join([][]byte{file[:at], []byte("%" + mark + blank + "\n"), file[at:]}, nil))
}

// Zip puts a digest into a file of parts, such as one of Word or Excel: as the comment of
// the archive, which the packaging conventions leave free (ISO/IEC 29500-2, annex B).
func Zip(file []byte) []byte {
	const size = 22 // of the record at the end, without a comment
	if len(file) < size || !bytes.HasSuffix(file, []byte{0, 0}) || !bytes.HasPrefix(file[len(file)-size:], []byte("PK\x05\x06")) {
		return file
	}
	comment := mark + blank
	out := append(bytes.Clone(file), comment...)
	binary.LittleEndian.PutUint16(out[len(file)-2:], uint16(len(comment)))
	return fill(out)
}

// fill puts the digest into its place, the last one.
func fill(file []byte) []byte {
	copy(file[bytes.LastIndex(file, []byte(mark))+len(mark):], sum(file))
	return file
}

func sum(file []byte) string {
	s := sha256.Sum256(file)
	return hex.EncodeToString(s[:])
}

func isBinary(file []byte) bool {
	return bytes.HasPrefix(file, []byte("%PDF-")) || bytes.HasPrefix(file, []byte("PK"))
}
