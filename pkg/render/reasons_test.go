package render_test

import (
	"strings"
	"sync"
	"testing"
)

// reason says why some formats do without something.
type reason struct {
	formats, fields string // divided by blanks; of fields, commas
	why             string
}

// reasons are asked when a format does without something.
type reasons struct {
	list []reason
	mu   sync.Mutex
	used map[string]bool
}

// excuse reports whether there is a reason. One for a field is one for what stands in it.
func (r *reasons) excuse(format, field string) bool {
	what, where, _ := strings.Cut(field, " in ")
	for _, e := range r.list {
		for f := range strings.FieldsSeq(e.formats) {
			for name := range strings.SplitSeq(e.fields, ", ") {
				if f == format && (name == field || name == what || name == where) {
					r.mu.Lock()
					r.used[f+" "+name] = true
					r.mu.Unlock()
					return true
				}
			}
		}
	}
	return false
}

// spent holds that every reason was needed.
func (r *reasons) spent(t *testing.T) {
	t.Helper()
	for _, e := range r.list {
		for f := range strings.FieldsSeq(e.formats) {
			for name := range strings.SplitSeq(e.fields, ", ") {
				if !r.used[f+" "+name] {
					t.Errorf("%s needs no reason any more to do without %s (%s)", f, name, e.why)
				}
			}
		}
	}
}

// untold are the texts that a format does not show.
var untold = []reason{
	{"md text", "Meta.Symbol, Meta.Job, Meta.Caption, Meta.Recycle", "it stands in the margins of pages, and there are none; the symbol is in the masthead too"},
	{"html", "Meta.Symbol", "it stands in the margins of printed pages, of which the style knows; on the screen it is in the masthead"},
	{"text", "Masthead.Name, Masthead.Symbol, Masthead.Origin, Masthead.Session, Masthead.Byline", "of the head, a terminal is told the title: who asked knows the rest"},
	{"text", "Stretch.Text", "no bars are drawn that it could stand above"},
	{"md html text", "Addresses.Title, Addresses.Notes", "where there are no pages one follows a link"},
	{"text", "Box.Title", "a box has no frame there that would have to be named"},
}

// without are the fields that change nothing in a format.
var without = []reason{
	{"pdf docx redline md html text", "Run.Origin", "it is for findings"},
	{"pdf docx redline md text", "Run.Name, Row.ID, Column.ID", "they are for who asks how a figure came about"},
	{"html", "Run.Name, Column.ID", "likewise; a row is there to be linked"},
	{"md text", "Run.To, Heading.Anchor, Paragraph.Anchor, Item.Anchor, Result.Anchor", "a number is read, and leads nowhere"},
	{"pdf docx redline", "Heading.Anchor, Paragraph.Anchor, Item.Anchor, Result.Anchor", "places have names of the file's own; the tests of each format follow the links"},
	{"pdf docx redline html", "Run.To", "it leads to no place of the specimen; the tests of each format follow the links"},
	{"html", "Heading.ID, Paragraph.ID, Item.ID, Result.ID", "a place that texts lead to is called by its anchor"},
	{"pdf docx redline md text", "Heading.ID, Paragraph.ID, Item.ID, Result.ID, Box.ID, Table.ID", "names are for links from elsewhere, which only a page has"},
	{"pdf docx redline text", "Chart.ID", "likewise; in Markdown it names the picture"},
	{"pdf docx redline html text", "Meta.Name", "it names the pictures beside the file, and there are none"},
	{"md text", "Meta.Author, Meta.Subject, Meta.Keywords, Meta.Date", "such a file says nothing of itself but its title"},
	{"md text", "Meta.Title, Meta.Language", "plain text says nothing of itself"},
	{"md text", "Meta.Symbol, Meta.Job, Meta.Barcode, Meta.Caption, Meta.Recycle", "there are no margins: see untold"},
	{"md text", "Meta.Typography, Typography.Quotes, Typography.Inner, Quotation.Open, Quotation.Close, Typography.Apostrophe, Typography.Dash, Typography.BlankBefore, Typography.BlankBehind, Typography.Units, Typography.Numbered, Typography.Elided, Typography.Months, Typography.Together, Typography.Joints", "the text has the marks that were typed"},
	{"pdf", "Typography.Units, Typography.Numbered, Typography.Months, Typography.Together", "they say where no line ends, and the specimen's ends elsewhere; the tests of package typography look at them"},
	{"md text", "Masthead.Emblem, Picture.PNG, Picture.Wide, Picture.High, Picture.Text, Picture.Millimetres", "it is the body's sign on paper; its name says the same"},
	{"md text", "Document.EndRule", "a rule says there that another part begins, and none does"},
	{"md html text", "Meta.Hyphenation", "whoever shows it breaks its lines; a browser knows by the language how"},
	{"pdf docx redline", "Meta.Hyphenation", "the words of the specimen are of no language; the tests of package set and of both formats divide words of one"},
	{"md text", "Paragraph.Lead", "there are no pages"},
	{"md text", "Run.Keep", "lines are as wide as the window"},
	{"md html text", "Column.Width", "columns are as wide as the window and their words have it"},
	{"md html text", "List.Lettered", "the markers say so"},
	{"md text", "Run.Language", "plain text says nothing of the language that it is in"},
	{"docx redline pdf", "Run.Language in Table.Caption", "it is the attribute of a table, which is in one language"},
	{"pdf", "Run.Language in Chart.Title, Run.Language in Chart.Series", "a chart is one picture, which is described in one language"},
	{"pdf docx redline html", "Run.Language in Bar.Label", "likewise"},
	{"md text", "Run.Note", "the mark stands where it is; nothing leads from it to its note"},
	{"md html text", "Document.Addresses, Addresses.Title, Addresses.Notes, Run.Address", "see untold"},
	{"docx redline", "Run.Aloud", "Word has no other words for the ear but those of pictures"},
	{"md text", "Run.Aloud", "the marks of edits are read aloud themselves"},
	{"pdf docx redline", "Run.Link in Table.Caption", "it is the attribute of a table, which has no parts"},
	{"pdf", "Run.Aloud in Table.Caption", "likewise: it is only heard"},
	{"pdf md", "Run.Link in Chart.Title, Run.Link in Chart.Series, Run.Link in Bar.Label", "a chart is one picture, in which there is nothing to go to"},
	{"docx redline html", "Run.Link in Bar.Label", "likewise; the title and the legend are text in Word and on a page"},
	{"pdf", "Run.Aloud in Chart.Title, Run.Aloud in Chart.Series, Run.Aloud in Bar.Label", "a chart is read aloud by its own words"},
	{"html", "Run.Aloud in Bar.Label", "likewise; the title and the legend are text there"},
	{"md text", "Table.Caption", "the words are for who does not see the table, and everybody reads it in the same way"},
	{"md text", "RowKind 3", "the head of a group looks like its sum: in bold"},
	{"pdf md html text", "Chart.Least, Chart.Most, BarValue.Number", "they are for the workbook behind a chart, which only Word has; what is drawn and printed says the same"},
	{"docx redline", "Chart.Least, Chart.Most, BarValue.Number", "the specimen's charts are of times, which have none; the tests of package docx hold them against the workbook"},
	{"text", "Masthead.Name, Masthead.Symbol, Masthead.Origin, Masthead.Session, Masthead.Byline, Box.Title", "see untold"},
	{"text", "Heading.Level", "the number says it; all are in bold"},
	{"text", "Run.Emphasis", "not every terminal has italics"},
	{"text", "Chart.Alt, Chart.Zero, Chart.Axis, Chart.Over, Stretch.Text, Stretch.From, Stretch.To, BarValue.From, BarValue.To, BarValue.Mark", "the figures are written, no bars drawn"},
}

// unsealed are the formats that take no seal.
var unsealed = []reason{
	{"text", "Seal", "it is of a plan's document, and these are for comparisons, which are of two plans"},
}
