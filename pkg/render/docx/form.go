package docx

// The form of a United Nations document, as in the PDF. Word measures in twentieths
// of a point.
const (
	point = 20
	cm    = 567

	pageWidth  = 11906
	pageHeight = 16838
	margin     = 2 * cm
	lower      = 17 // a line's text stands lower in it than in the PDF
	marginTop  = margin - lower
	marginFoot = margin + 6*point + lower
	headerTop  = 614 // of the header's line, whose rule is just above the margin
	footerFoot = 34*point + 16

	fullWidth   = pageWidth - 2*margin
	turnedWidth = pageHeight - 2*margin // of a page on its side
	columnWidth = fullWidth - 2*inset
	inset       = 2 * cm // of the text column, on both sides
	step        = 1 * cm // of one level of indentation, and of a paragraph number
	bulletStep  = step / 2

	numberGap = 8 * point // between a heading's number and its text

	boxPad      = 8 * point
	groupStep   = 8 * point // of one level of groups
	tableGap    = 10*point + 10
	mastheadGap = 82 // below a masthead that is a table

	barWidth  = 10160  // of one module of the barcode, in English metric units
	barHeight = 254000 // likewise
	signSize  = 254000 // likewise, of the sign of recycling

	emu = 635 // English metric units in a twentieth of a point
)
