package render

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/paper"
	"github.com/isuplan/isuplan/pkg/render/set"
	"github.com/isuplan/isuplan/pkg/source"
)

// TooWide is reported for a column of a table that no page can hold.
var TooWide = diag.Rule{Code: "F505", Name: "too-wide", Severity: diag.Error, Title: "a column of a table that no page can hold",
	Why:   "A figure that is broken over two lines reads as two figures.",
	Since: "0.3",
	Bad:   "budget:\n  currency: CHF\n  lines:\n    - {id: missions, label: «" + longWord + "», fixed: 1000}\n",
	Good:  "budget:\n  currency: CHF\n  lines:\n    - {id: missions, label: Missions of the Director, fixed: 1000}\n"}

var longWord = strings.Repeat("Missions_of_the_Director_", 12)

// Crowded returns the columns of a document's tables that no page can hold. It is told
// without setting the document.
func Crowded(ctx context.Context, doc *document.Document) ([]set.Crowded, error) {
	s, err := set.New()
	if err != nil {
		return nil, err
	}
	list := s.Until(ctx).Crowded(paper.Set(doc))
	return list, s.Err()
}

// CrowdedMessage says in words what has no room.
func CrowdedMessage(c *set.Crowded) string {
	const most = 40
	word := strings.Join(strings.Fields(c.Word.String()), " ")
	for w := range strings.FieldsSeq(word) {
		if len(w) > len(word)/2 {
			word = w
		}
	}
	letters := utf8.RuneCountInString(word)
	if r := []rune(word); len(r) > most {
		word = string(r[:most]) + "…"
	}
	column := fmt.Sprintf("column %d", c.Column+1)
	if heads := c.Table.FullHeads(); heads[c.Column].String() != "" {
		column = "column “" + heads[c.Column].String() + "”"
	}
	table := "a table"
	if caption := c.Table.Caption.String(); caption != "" {
		table = "the table “" + caption + "”"
	} else if c.Table.ID != "" {
		table = "the table `" + c.Table.ID + "`"
	}
	return fmt.Sprintf("the %s of %s is too wide for any page: “%s”, of %d characters, stays on one line", column, table, word, letters)
}

// TooWides returns a finding for each column that no page can hold. It points at what
// is so long, or else at its row or its column; at the beginning of the plan's file if all of
// these were computed.
func TooWides(list []set.Crowded, in *source.File) (findings []diag.Finding) {
	for i := range list {
		f := diag.Finding{Rule: TooWide, Span: spanOf(&list[i]), Message: CrowdedMessage(&list[i]),
			Hint: "shorten it, or put blanks or hyphens where it may be broken"}
		if !f.Span.IsValid() {
			f.Span = in.Span(0, 0)
		}
		findings = append(findings, f)
	}
	return findings
}

// spanOf is where what is so long was written: figures that were computed stand in the line
// whose label says what they are.
func spanOf(c *set.Crowded) source.Span {
	texts := []document.Text{c.Word}
	if c.Row >= 0 {
		texts = append(texts, c.Table.Rows[c.Row].Cells...)
	}
	if c.Column < len(c.Table.Columns) {
		texts = append(texts, c.Table.Columns[c.Column].Head)
	}
	for _, t := range texts {
		for i := range t {
			if span := t[i].Origin.Span(); span.IsValid() {
				return span
			}
		}
	}
	return source.Span{}
}
