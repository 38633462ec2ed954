package set

// The form of the page and of what stands on it, as far as Word is to have it like the PDF.
const (
	PageWidth  Length = 595_280
	PageHeight Length = 841_890
	Margin            = 2 * CM

	BodyFoot   = PageHeight - Margin - 6*Point // of the text on a page
	HeadTop    = Margin + 15*Point             // of the text below a page's header
	BodyHeight = BodyFoot - HeadTop            // of a page with a header

	// Short is the height of a table that is kept on one page.
	Short = BodyHeight * 2 / 5

	CellGap    = 8 * Point // between two columns of a table
	RowPad     = 2 * Point // above and below the lines of a row
	AsideSpace = 6 * Point // above what is outside the total
	GroupStep  = 8 * Point // of one level of groups
	NoteSpace  = 3 * Point // between a table and its notes
	BarGap     = 2 * Point // above and below each bar of a chart
)

// Size is a size of type in points, with its leading, the distance from line to line.
type Size struct {
	Points  int
	Leading Length
}

// Baseline is how far a line's baseline is below its top.
func (s Size) Baseline() Length {
	return (s.Leading + Length(s.Points)*Point*6/10) / 2
}

// The sizes that texts are set in.
var (
	TitleSize   = Size{14, 17 * Point}
	NameSize    = Size{16, 18 * Point}
	MeetingSize = Size{12, 14 * Point}
	TextSize    = Size{10, 12 * Point}
	CellSize    = Size{9, 11 * Point}
	HeadSize    = Size{8, 10 * Point}
	SmallSize   = Size{7, 8 * Point}
	DraftSize   = Size{20, 22 * Point}
	ChartSize   = Size{8, 10 * Point}
)
