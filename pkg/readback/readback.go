// Package readback reads finished documents: the text of a PDF, a Word, a Markdown or
// an HTML file in reading order, and the seal that says how it was made. It knows nothing of
// plans, and takes files from strangers.
package readback

import (
	"bytes"
	"errors"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/readback/pdf"
)

// MaxBytes is how long a file may be.
const MaxBytes = 64 << 20

// Text is what a finished file says.
type Text struct {
	Format string // pdf, docx, html or md
	Pages  int    // 0 where the format has none
	Lines  []Line
	// Celled are the lines of a PDF once more where it has a structure: each cell and each paragraph is one
	// line, the cells in the order of their table. It is nil elsewhere.
	Celled []Line
	Seal   Seal
	// Over is what was laid over the pages afterwards, such as a text typed onto one.
	Over []Over
	// Changes is how many tracked changes were read as accepted.
	Changes int
	// Authors are those of the tracked changes.
	Authors []string
	// Pictures are the pages that show pictures, which may hide something.
	Pictures []int
	// Remarks are sentences on what is worth knowing besides the text.
	Remarks []string
	// Unread are the pages on which something cannot be read, though viewers may show it.
	Unread []int
	// Hidden are the pages with text that cannot be seen.
	Hidden []int
	// Astray are the pages with text that stands elsewhere than it is written, in files
	// that say that isuplan made them.
	Astray []int
	// Strange is what a reader of the file cannot see, or what this package does not
	// understand, so that programs may show something else than the text.
	Strange []Strange
	// Dress is the digest of what sets the text of a page for browsers, its style and all its
	// marks; zero in other formats.
	Dress [32]byte
	// Looks say of each page how it looks, where the format has pages.
	Looks []Look
	// Signed are the pages that show a signature beside their text.
	Signed []int
}

// Strange is something that keeps a text from saying what a file shows.
type Strange struct {
	Page int    // 0 where the format has none
	What string // in plain words, as a sentence goes on behind "there is"
	Text string // what it says or where it stands, "" for nothing
}

// Look is how a page looks. Pages of one look show the same, but for annotations.
type Look struct {
	Page  [32]byte
	Fonts [][32]byte // the programs of its fonts
}

// Line is a stretch of text. It ends with a blank, unless the next line goes on with
// the same word.
type Line struct {
	Page int // from 1; 0 where the format has none
	Text string
	Kind Kind
	// Row and Column are those of a table's cell: rows are counted through the document,
	// columns in their row, both from 1; 0 outside of tables and where the file does not
	// say.
	Row, Column int
	// Table tells the tables of a document apart that have nothing between them: it is counted
	// through the document, from 1; 0 outside of tables and where the file does not say.
	Table int
	// Over is how many columns the cell reaches over; 0 outside of tables, and where the file
	// does not say.
	Over int
	// Down is how many rows below its own the cell reaches over, of the first line of a Word file's
	// cell; 0 elsewhere.
	Down int
	// Whole says that the line is all of a paragraph, as the structure of a PDF has it.
	Whole bool
	// Form is what else the file says of the paragraph, nil where the format says nothing.
	Form *Form
}

// Form is how a file sets a paragraph, for whoever looks for what the paragraph is.
type Form struct {
	Number  string // that programs count, with which the text begins; "" for none
	List    string // the list that the paragraph is in, "" for none
	Depth   int    // in its list, from 0
	Heading int    // its level, from 1; 0 for no heading
	Style   string // the name of its style, in lower case; "" for the usual one
	Strong  bool   // all of its text is bold
	Breaks  []int  // where in the text, in bytes, a blank stands for the end of a line
	// Spans are the parts of the text that are set off, or lead somewhere.
	Spans []Span
	// Comments are those that begin in the paragraph.
	Comments []Comment
	// Edits are the tracked changes in the paragraph.
	Edits []Edit
}

// Span is a part of a text that is bold, in italics or a link.
type Span struct {
	From, To         int // in the text, in bytes
	Strong, Emphasis bool
	Link             string // an address, "" for none
}

// Comment is what somebody wrote beside a text.
type Comment struct{ Author, Date, Text string }

// Edit is who changed a text, when, and how.
type Edit struct {
	Author, Date string
	Deleted      bool   // taken out, otherwise put in
	Text         string // that was taken out or put in
}

// Kind says how a line belongs to the text.
type Kind int

// The kinds of line.
const (
	Body     Kind = iota // a part of the text
	Unmarked             // it may be a part of the text or not: the file does not say
	Aside                // the file says that it is none, such as a page's header
)

// Over is something that was laid over a page.
type Over struct {
	Page int
	Kind string // in the words of the format, such as FreeText
	Text string
}

// Seal is what a file says of how it was made; the zero one where it says nothing.
type Seal struct {
	Plan  string // SHA-256 of the plan, in hexadecimal
	Tool  string // such as "isuplan 0.1.0"
	Check string // such as "no findings (41 waived)"
}

// Reasons why a file cannot be read.
var (
	ErrTooLarge = errors.New("it is larger than any document is")
	ErrEmpty    = errors.New("the file is empty")
	ErrUnknown  = errors.New("it is no PDF, no Word document, no HTML page and no Markdown text")
	ErrNotPDF   = errors.New("it cannot be read as a PDF")
	ErrNoText   = errors.New("its text cannot be read: the fonts do not say which characters they show, or it is a picture of a document")
	ErrTangled  = errors.New("it has more marks of Markdown within one another than any document")
	ErrNotHTML  = errors.New("it is a page that isuplan did not write, or that was saved anew: its marks are not in order")
	ErrDeepHTML = errors.New("it has more marks of HTML, or more within one another, than any document")
	ErrTwice    = errors.New("it has two parts of one name, and programs differ on which they show")
	ErrNotWord  = errors.New("it cannot be read as a Word document")
	ErrSheet    = errors.New("it is a spreadsheet, and only finished documents are read here; isuplan merge says what was changed in a spreadsheet")
)

// Read reads a file of any of the formats. What it is, its first bytes say.
func Read(file []byte) (*Text, error) {
	switch {
	case len(file) > MaxBytes:
		return nil, ErrTooLarge
	case len(bytes.TrimSpace(file)) == 0:
		return nil, ErrEmpty
	}
	switch Format(file) {
	case "pdf":
		return readPDF(file)
	case "docx":
		return readWord(file)
	case "html":
		return readHTML(file)
	case "md":
		return readMarkdown(file)
	}
	return nil, ErrUnknown
}

// Format says which format a file has by its first bytes: pdf, docx, html, md, or "" where it
// has none of them.
func Format(file []byte) string {
	switch {
	case bytes.Contains(file[:min(len(file), 1024)], []byte("%PDF-")):
		return "pdf"
	case bytes.HasPrefix(file, []byte("PK\x03\x04")):
		return "docx"
	case utf8.Valid(file) && !bytes.ContainsRune(file, 0) && isHTML(file):
		return "html"
	case utf8.Valid(file) && !bytes.ContainsRune(file, 0):
		return "md"
	}
	return ""
}

// What a file may have beside its text, which may say no more than the plan.
const (
	Title    = pdf.Title
	Bookmark = pdf.Bookmark
	Spoken   = pdf.Spoken
)
