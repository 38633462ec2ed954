package document

// Typography says how a language sets marks and blanks. Renderers of pages apply it; the texts
// of a document are as they were typed.
type Typography struct {
	Quotes     Quotation // in place of "…"
	Inner      Quotation // in place of quotation marks within others
	Apostrophe string    // in place of '
	Dash       string    // in place of --, between blanks
	// BlankBefore are the marks before which a blank stands, such as those of : and ; in French,
	// and BlankBehind those behind which one does. No line ends at these blanks.
	BlankBefore, BlankBehind string
	Units                    []string // what stays with the number before it, such as km
	Numbered                 []string // what stays with the number behind it, such as para.
	Months                   []string // what stays with the day before it
	Together                 []string // what stays on one line; one word stays with the next, such as Mr.
	Elided                   []string // what an apostrophe begins, such as 'tis
	Joints                   []string // what stands between the days of a period, blanks included: a line may end before it
}

// Quotation is a pair of quotation marks; the zero one leaves those of the text.
type Quotation struct{ Open, Close string }
