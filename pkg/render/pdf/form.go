package pdf

import "github.com/isuplan/isuplan/pkg/render/set"

// The form of a United Nations document, beyond what package set has of it.
const (
	pageWidth  = set.PageWidth
	pageHeight = set.PageHeight
	margin     = set.Margin

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

	headTop   = set.HeadTop
	bodyTop   = margin // of the text where there is no header
	bodyFoot  = set.BodyFoot
	firstFoot = pageHeight - margin - 48*point // page one keeps room for its barcode

	bodyHeight = set.BodyHeight

	headerLine = margin - 6*point // baselines of the furniture
	draftLine  = margin - 10*point
	headerRule = margin - 1*point
	footerLine = pageHeight - margin + 20*point
	jobLine    = pageHeight - margin - 20*point

	barWidth  = 800 // of one module of the barcode
	barHeight = 20 * point
	signSize  = barHeight // of the sign of recycling
	barTop    = jobLine + 5*point

	endWidth = 2 * cm // of the rule with which the document ends

	thick  = 1500
	thin   = 500
	framed = 500

	boxPad   = 8 * point
	breakPad = 3 * point // between a frame's side and its text where a page divides it
)

// headingForm is the form of one level of headings.
type headingForm struct {
	size          set.Size
	before, after length
}

var headingForms = []headingForm{
	{set.TitleSize, 18 * point, 12 * point},
	{set.MeetingSize, 18 * point, 12 * point},
	{set.TextSize, 12 * point, 6 * point},
}

func formOfHeading(level int) headingForm {
	return headingForms[min(max(level, 1), len(headingForms))-1]
}
