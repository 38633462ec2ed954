// Package document is the model of a document, which knows nothing of plans: a
// masthead, headings, paragraphs, lists, results, tables and charts, all numbered and
// worded. Packages compose and compare make documents; renderers turn them into bytes.
package document

import (
	"time"

	"github.com/isuplan/isuplan/pkg/source"
)

// Document is a complete document, ready to be rendered.
type Document struct {
	Meta     Meta
	Masthead Masthead
	Blocks   []Block
	// Addresses stand below the last block, where a format has pages.
	Addresses Addresses
	EndRule   bool // a short rule in the middle of the line, below all of it
}

// Meta is what the file says of itself, and what stands outside the text.
type Meta struct {
	Title    string
	Author   string
	Subject  string
	Keywords []string
	Language string // BCP 47, such as "en"
	// Hyphenation is the language as whose words those of the text are divided at the ends of
	// lines, such as "en"; "" where none is.
	Hyphenation string
	Date        time.Time // the plan's date at midnight UTC; the only clock a renderer may read
	Symbol      string    // document symbol, "" where none is assigned
	Job         string    // job number as printed at the foot, such as GE.17-09131(E)
	Barcode     string    // what the barcode below the job number encodes: digits, such as 1709131
	Caption     string    // what stands below the barcode, such as * 1 7 0 9 1 3 1 *
	Recycle     string    // words beside the sign of recycling at the foot of page one, "" for none
	Name        string    // what the files of the document are called, without their endings
	Draft       string    // the word that marks every page of a draft, "" for a final document
	// Typography is how pages set the marks and blanks of the text, nil for as they were typed.
	Typography *Typography
}

// Seal says of a built file which plan it was made of, by what, and what the check
// said, so that the file can be held against the plan later. It is no part of the document:
// who renders one hands it in, when all else is done. The zero one says nothing.
type Seal struct {
	Plan  string // SHA-256 of the plan file, in hexadecimal
	Tool  string // "isuplan 0.1.0"
	Check string // "0 errors, 0 warnings, 2 notes, 41 waived"
}

// Masthead is the head of page one.
type Masthead struct {
	Name    Text     // the treaty or body, at the left of the top row
	Symbol  string   // large at the right of the top row; may be empty
	Emblem  *Picture // at the left of the name, nil for none
	Origin  []Text   // lines of the right column: date, original language
	Session []Text   // lines of the left column: meeting, place and dates, agenda item and its path
	Title   Text
	Byline  Text
}

// Picture is a picture that came with the template: a PNG file without transparency.
type Picture struct {
	PNG         []byte
	Wide, High  int    // in pixels
	Text        string // what it shows, for readers who do not see it
	Millimetres int    // how high it is printed
}

// Shows reports whether there is a picture to be shown.
func (p *Picture) Shows() bool {
	return p != nil && len(p.PNG) > 0 && p.Wide > 0 && p.High > 0 && p.Millimetres > 0
}

// Heading is a heading: level 1 for I., 2 for A., 3 for 1.
type Heading struct {
	ID     string // stable name for links, unique in the document
	Anchor string // what runs lead to it by (Run.To), unique in the document; "" where none does
	Level  int
	Number string // with its full stop, such as "IV."; empty for an unnumbered heading
	Text   Text
}

// Paragraph is a paragraph of running text.
type Paragraph struct {
	ID     string
	Anchor string // as of a heading
	Number string // "12.", or empty for an unnumbered paragraph
	Text   Text
	// Lead says that the paragraph introduces what follows it, a list as a rule,
	// and should not stand alone at the foot of a page.
	Lead bool
}

// List is a run of items of one kind.
type List struct {
	Lettered bool // (a), (b); otherwise bulleted
	Items    []Item
}

// Item is one item of a list.
type Item struct {
	ID     string
	Anchor string // as of a heading
	Marker string // "(a)" in a lettered list, "" in a bulleted one: the renderer draws its own bullet
	Text   Text
	Items  []Item // a list inside the item, lettered where the markers are set
}

// Result is one line of the results chain: an outcome, an output or an activity.
type Result struct {
	ID     string
	Anchor string // as of a heading
	Level  int    // 1 outcome, 2 output, 3 activity
	Label  string // "Outcome 1:", "Output 1.2.", "Activity 1.2.3:"
	Text   Text
}

// Box is a framed group of blocks, such as the summary.
type Box struct {
	ID     string
	Title  Text
	Blocks []Block
}

// Table is a table whose columns have heads, in one row or, where some of them stand
// together, in two.
type Table struct {
	ID      string
	Caption Text // what the table shows, for readers who do not see it
	Columns []Column
	Heads   []Head // over several columns; one that none is over has its own head alone
	Rows    []Row
	Notes   []Text // below the table, each with its mark, which is a run of its own
}

// Column is one column of a table.
type Column struct {
	ID      string // what its figures are called by, a column of the budget, or what it shows of activities, indicators and risks; "" for others
	Head    Text
	Width   int  // share of the table's width, in parts of the sum of all columns' shares
	Numeric bool // figures: aligned right
	Label   bool // names the row; indented by the row's depth
}

// Row is one row of a table; it has a cell for each column.
type Row struct {
	ID    string // what the row shows, as names of values begin: budget.travel; "" for others
	Kind  RowKind
	Depth int // how many groups the row stands in; its first cell is indented by it
	Cells []Text
}

// RowKind says what a table row is.
type RowKind int

// The kinds of table row.
const (
	BodyRow     RowKind = iota
	TotalRow            // set off by weight
	AsideRow            // outside the total, such as in-kind contributions
	GroupRow            // the label of a group, above its rows; its other cells are empty
	SubtotalRow         // the sum of a group
)

// RowKinds returns all kinds of table row.
func RowKinds() []RowKind { return []RowKind{BodyRow, TotalRow, AsideRow, GroupRow, SubtotalRow} }

// Text is a text in runs, each of one style. Read one after another, they are the text.
type Text []Run

// Run is a stretch of text of one style and origin. Its text has single spaces
// only: no breaks, no tabs.
type Run struct {
	Text     string
	Emphasis bool   // italic
	Strong   bool   // bold
	Language string // BCP 47, of a phrase in another language than the document's; "" for others
	Link     string // an http, https or mailto address, or "" for none
	To       string // the anchor of what the run leads to in the document; "" for nothing
	Edit     Edit   // in a comparison: put in or taken out
	Aloud    string // what is read aloud instead of the text; "" for the text itself
	Note     int    // the run is the mark of this one of the table's notes, counted from 1; 0 for none
	Address  int    // likewise of the document's addresses
	// Keep says that the run is one thing, such as "CHF 465,440" or "6 June 2017",
	// and is not broken over two lines where that can be helped.
	Keep bool
	// Name is that of the value that the run prints, as ${…} has it; "" for other text.
	Name   string
	Origin source.Node // where the text was written; zero for text made by the compiler
}

// Edit says what a comparison did to a run. The United Nations show new text in
// boldface and old text struck out (ST/CS/SER.A/44/Rev.1).
type Edit int

// The edits. A run of the document itself has none.
const (
	Kept Edit = iota
	Inserted
	Deleted
)

// Edits returns all edits.
func Edits() []Edit { return []Edit{Kept, Inserted, Deleted} }

// String returns the text without its styles.
func (t Text) String() string {
	switch len(t) {
	case 0:
		return ""
	case 1:
		return t[0].Text
	}
	n := 0
	for _, r := range t {
		n += len(r.Text)
	}
	b := make([]byte, 0, n)
	for _, r := range t {
		b = append(b, r.Text...)
	}
	return string(b)
}

// Plain makes a text of one unstyled run.
func Plain(s string) Text {
	if s == "" {
		return nil
	}
	return Text{{Text: s}}
}
