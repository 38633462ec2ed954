package language

import "github.com/isuplan/isuplan/pkg/schema"

// MastheadForms are how the lines beside the name of the body are written, where that is otherwise
// than in the rest of the document: documents of the United Nations in Russian have date and
// languages in English there.
type MastheadForms struct {
	schema.Origin
	Months  []text
	Day     text
	Tongues []schema.Entry[text]
}

var mastheadType = schema.Group("the forms of the masthead", "how date and languages of a masthead are written, where it is otherwise than in texts",
	[]schema.Field[MastheadForms]{
		schema.Must("months", schema.List(schema.Text), func(m *MastheadForms) *[]text { return &m.Months }, "the names of the twelve months"),
		schema.Must("day", schema.Text, func(m *MastheadForms) *text { return &m.Day }, "the date, with ${day}, ${month} and ${year}"),
		schema.Must("languages", schema.Map(schema.Text), func(m *MastheadForms) *[]schema.Entry[text] { return &m.Tongues }, "the names of languages by their codes"),
	})

// InMasthead returns the language as the lines beside the name of the body are written.
func (l *Language) InMasthead() *Language {
	m := &l.Masthead
	if m.Node.IsZero() {
		return l
	}
	own := *l
	own.Months, own.Dates.Day, own.Dates.First, own.Tongues = m.Months, m.Day, text{}, m.Tongues
	return &own
}
