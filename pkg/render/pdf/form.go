package pdf

// The form of a United Nations document. Everything that is measured stands here.
const (
	pageWidth  length = 595_280
	pageHeight length = 841_890
	margin            = 2 * cm

	fullWidth   = pageWidth - 2*margin
	columnLeft  = margin + inset
	columnWidth = fullWidth - 2*inset
	inset       = 2 * cm // of the text column, on both sides
	step        = 1 * cm // of one level of indentation, and of a paragraph number
	bulletStep  = step / 2
	minColumn   = 3 * cm // no indentation makes a column narrower than this

	afterParagraph = 6 * point
	afterMasthead  = 12 * point
	numberGap      = 8 * point // between a heading's number and the text; more would part the two for programs that read columns

	headTop   = margin + 15*point // of the text below a page's header
	bodyTop   = margin            // of the text where there is no header
	bodyFoot  = pageHeight - margin - 6*point
	firstFoot = pageHeight - margin - 48*point // page one keeps room for its barcode

	bodyHeight = bodyFoot - headTop // of a later page

	headerLine = margin - 6*point // baselines of the furniture
	draftLine  = margin - 10*point
	headerRule = margin - 1*point
	footerLine = pageHeight - margin + 20*point
	jobLine    = pageHeight - margin - 20*point

	barWidth  = 800 // of one module of the barcode
	barHeight = 20 * point
	barTop    = jobLine + 5*point

	thick  = 1500
	thin   = 500
	framed = 500

	boxPad     = 8 * point
	cellGap    = 8 * point // between two columns of a table
	rowPad     = 2 * point // above and below the lines of a row
	asideSpace = 6 * point
	groupStep  = 8 * point // of one level of groups
)

// size is a size of type in points, with its leading, the distance from line to line.
type size struct {
	points  int
	leading length
}

var (
	titleSize   = size{14, 17 * point}
	nameSize    = size{16, 18 * point}
	meetingSize = size{12, 14 * point}
	textSize    = size{10, 12 * point}
	cellSize    = size{9, 11 * point}
	headSize    = size{8, 10 * point}
	smallSize   = size{7, 8 * point}
	draftSize   = size{20, 22 * point}
)

// headingForm is the form of one level of headings.
type headingForm struct {
	size          size
	before, after length
}

var headingForms = []headingForm{
	{titleSize, 18 * point, 12 * point},
	{meetingSize, 18 * point, 12 * point},
	{textSize, 12 * point, 6 * point},
}

func formOfHeading(level int) headingForm {
	return headingForms[min(max(level, 1), len(headingForms))-1]
}

// baseline is how far a line's baseline is below its top.
func (s size) baseline() length {
	return (s.leading + length(s.points)*point*6/10) / 2
}
