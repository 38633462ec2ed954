package language

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/schema"
)

// Typography are the marks and blanks of a language, as pages have them. What is not given is
// printed as it was typed.
type Typography struct {
	schema.Origin
	Quotes, InnerQuotes, Apostrophe, Dash text
	BlankBefore, BlankBehind              text
	Units, Numbered, Together, Elided     []text
}

var quotation = schema.Formed("quotation marks", "write the marks around ${text}, as in “${text}”", func(s string) bool {
	open, end, ok := strings.Cut(s, "${text}")
	return ok && open != "" && end != ""
})

var typographyType = schema.Group("the typography", "the marks and blanks that pages have in place of typed ones; the plan's text stays as it is",
	[]schema.Field[Typography]{
		schema.Key("quotes", quotation, func(t *Typography) *text { return &t.Quotes }, `what stands in place of "…", with ${text}`),
		schema.Key("inner_quotes", quotation, func(t *Typography) *text { return &t.InnerQuotes }, "what stands within other quotation marks, with ${text}"),
		schema.Key("apostrophe", schema.Text, func(t *Typography) *text { return &t.Apostrophe }, "what stands in place of '"),
		schema.Key("dash", schema.Text, func(t *Typography) *text { return &t.Dash }, "what stands in place of --, between blanks"),
		schema.Key("blank_before", schema.Text, func(t *Typography) *text { return &t.BlankBefore }, "the marks before which a blank stands"),
		schema.Key("blank_behind", schema.Text, func(t *Typography) *text { return &t.BlankBehind }, "the marks behind which a blank stands"),
		schema.Key("units", schema.List(schema.Text), func(t *Typography) *[]text { return &t.Units }, "what stays on one line with the number before it, such as km"),
		schema.Key("numbered", schema.List(schema.Text), func(t *Typography) *[]text { return &t.Numbered }, "what stays on one line with the number behind it, such as para."),
		schema.Key("together", schema.List(schema.Text), func(t *Typography) *[]text { return &t.Together }, "what stays on one line, such as т. е.; a single word stays with the one behind it, such as Mr."),
		schema.Key("elided", schema.List(schema.Text), func(t *Typography) *[]text { return &t.Elided }, "the words that begin with an apostrophe, such as 'tis"),
	})

// Setting returns the typography as documents carry it, nil where the language has none.
func (l *Language) Setting() *document.Typography {
	t := &l.Typography
	if t.Node.IsZero() {
		return nil
	}
	out := &document.Typography{Quotes: quotationOf(t.Quotes), Inner: quotationOf(t.InnerQuotes), Apostrophe: t.Apostrophe.Value, Dash: t.Dash.Value,
		BlankBefore: t.BlankBefore.Value, BlankBehind: t.BlankBehind.Value, Units: values(t.Units), Numbered: values(t.Numbered), Together: values(t.Together), Elided: values(t.Elided), Joints: l.joints()}
	l.keepDates(out)
	return out
}

// keepDates keeps days, months and years that are typed as the date form has them on one line.
func (l *Language) keepDates(t *document.Typography) {
	form := strings.ReplaceAll(l.Dates.Day.Value, "\u00a0", " ")
	before, behind, ok := strings.Cut(form, "${month}")
	if !ok {
		return
	}
	if at := strings.LastIndexByte(before, '}'); at >= 0 {
		before = before[at+1:]
	}
	behind, _, _ = strings.Cut(behind, "${")
	for _, name := range append(values(l.Months), values(l.Alone)...) {
		withDay, withYear := strings.TrimPrefix(before+name, " "), strings.TrimSuffix(name+behind, " ")
		t.Months, t.Numbered = append(t.Months, withDay), append(t.Numbered, withYear)
		if first := l.Dates.First.Value; first != "" {
			t.Together = append(t.Together, first+before+name)
		}
		for _, s := range []string{withDay, withYear} {
			if strings.Contains(s, " ") {
				t.Together = append(t.Together, s)
			}
		}
	}
}

func quotationOf(form text) document.Quotation {
	open, end, _ := strings.Cut(form.Value, "${text}")
	return document.Quotation{Open: open, Close: end}
}

func values(list []text) (out []string) {
	for _, t := range list {
		out = append(out, t.Value)
	}
	return out
}

// joints are what the date forms have between the days of a period, such as " to ".
func (l *Language) joints() (list []string) {
	for _, form := range []string{l.Dates.Range.Value, l.Dates.RangeInYear.Value} {
		before, behind, ok := strings.Cut(form, "${to.")
		if at := strings.LastIndex(before, "${from."); ok && at >= 0 && behind != "" {
			_, joint, _ := strings.Cut(before[at:], "}")
			if strings.HasPrefix(joint, " ") && !slices.Contains(list, joint) {
				list = append(list, joint)
			}
		}
	}
	return list
}
