package docx

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/internal/cancel"
)

// body is a document as Word sees it: paragraphs and tables, and what they refer to.
// It is composed first and written afterwards.
type body struct {
	blocks   []block
	links    []string
	charts   []chart
	numbers  numbering
	images   []picture // at the head and the foot of page one; in a comparison those of the old document too
	revision *revision // nil where nothing is compared
	last     *section  // with which the text ends
	turned   bool      // some pages lie on their side
	around   []edge    // what stands above and below the text
	watch    *cancel.Watch
}

// picture is a picture in a line, of so many English metric units, and what it says.
type picture struct {
	title, text string
	bytes       []byte
	wide, high  int
	foot        bool // it stands at the foot of page one
}

// block is a paragraph or a table.
type block interface{ write(*writer) }

// paragraph is a paragraph with what it says against its style.
type paragraph struct {
	style   string
	num     *count // what counts it, nil for what its style says
	level   int    // in num
	bare    bool   // no number, whatever the style says
	indent  *indent
	centres []int    // where the texts behind its tabs stand
	stop    int      // where the text begins behind a paragraph number; 0 for what the style says
	exact   int      // height of its line; 0 for what the style says
	least   int      // likewise, at least
	before  int      // room above it; 0 for what the style says
	align   string   // "" for what the style says
	ruled   bool     // a rule stands below it
	top     bool     // it begins a page, and no room is above it
	keep    bool     // with what follows
	whole   bool     // on one page, in a frame
	ends    bool     // a row of a frame, and no room is below it but the row's
	isTitle bool     // it is the title of the table below it
	outline int      // level in the outline, counted from 1; 0 for what the style says
	line    int      // width of the line that it stops at the end of, and a header in the middle of; 0 for what the style says
	section *section // that ends with the paragraph
	anchor  string   // what texts lead to it by, "" for none
	runs    []run

	track track
	move  int        // the number of its move
	was   *paragraph // what it was like, where it is not like that any more
}

// section is a part of the text on pages that lie alike.
type section struct {
	turned bool // on their side
	first  bool // it begins with page one
	was    *section
}

// indent is how far a paragraph's text stands in, and how its first line does.
type indent struct{ left, right, hanging int }

// run is a stretch of text, or one thing that stands in a text.
type run struct {
	text   string
	style  string // a character style
	ink    string // its colour, "" for black
	edit   document.Edit
	points int    // size of type; 0 for what the style says
	halves int    // size of type in half points, instead of points; 0 for none
	raised int    // half points
	link   int    // of body.links, counted from 1
	to     string // the anchor that it leads to, "" for none
	spoken string // its language, "" for the document's
	kind   runKind
	chart  int // of body.charts, counted from 1
	image  int // of body.images, counted from 1
	track  track

	bold, italic, grey bool
	upright            bool // it is so in a paragraph that is not
	joined             bool // no line is broken in it
	figures            bool // it stands in a column of figures, below one another
	label              bool // it is the number of a result, which is not what it says
	address            bool // it is an address, whose hyphens are what they are, or the mark of one
}

// runKind says what a run is.
type runKind int

const (
	textRun runKind = iota
	tabRun
	pageRun // the page's number
	chartRun
	pictureRun
)

// table is a table of columns of fixed widths.
type table struct {
	style       string
	left        int
	widths      []int
	caption     string
	description string
	head        bool // the first row is the head
	gap         int  // between two columns; 0 for what the style says
	rows        []row
	was         *table // what it was like, where it is not like that any more
}

// each visits the paragraphs of some blocks in order, those of tables too.
func each(blocks []block, visit func(*paragraph)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *paragraph:
			visit(b)
		case *table:
			for i := range b.rows {
				for k := range b.rows[i].cells {
					each(b.rows[i].cells[k].blocks, visit)
				}
			}
		}
	}
}

// row is a row of a table.
type row struct {
	head  bool // repeated on every page
	split bool // may be broken over two pages
	cells []cell
	track track
}

// cell is a cell; it may reach over several columns.
type cell struct {
	span   int
	width  int
	flush  bool // no gap at its right
	head   bool // it is the head of a column
	merged merged
	inner  inner
	rules  rules
	blocks []block
	was    *cell // what it was like, where it is not like that any more
}

// merged says how a cell stands in a column of cells that are one.
type merged int

const (
	single merged = iota
	begun         // the first of them
	goesOn        // it goes on with the one above
)

// inner says of a cell of a frame whether others stand above and below it.
type inner struct{ above, below bool }

// rules are how wide those above and below a cell are, in eighths of a point: 0 for what the
// style says.
type rules struct{ top, bottom int }

// The widths of rules, and that of none whatever the style says.
const (
	thin   = 4
	thick  = 12
	noRule = -1
)

var tab = run{kind: tabRun}
