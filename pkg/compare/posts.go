package compare

import (
	"cmp"
	"strings"

	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
)

// posts is the table of posts, row by row and column by column.
func (c *comparison) posts() []document.Block {
	words := &c.forms.Tables
	counted := language.Entry(words.Counted, c.r.Posts.Counts)
	t := document.Table{ID: "posts", Caption: document.Plain(language.Fill(words.Captions.Posts.Value, "counted", counted)), Columns: c.bridgeColumns()[:5]}
	t.Columns[0].Head = document.Plain(c.noun("post").Title.Value)
	for i := range c.r.Posts.Cells {
		cell := &c.r.Posts.Cells[i]
		if !c.all && !cell.IsShown() {
			continue
		}
		row := c.cellRow(cell, c.cellLabel(cell), "")
		row.Cells = row.Cells[:5]
		if cell.ID == diff.PostsTotal {
			row.Kind = document.TotalRow
		}
		t.Rows = append(t.Rows, row)
	}
	return c.listed("posts", language.Fill(words.Headings.Posts.Value, "counted", counted), t)
}

// postsSaid says how the total of the posts changed, or where it did not, how the posts of two
// grades did.
func (s *summary) postsSaid() []string {
	const most = 2
	var totals, grades []string
	for i := range s.r.Posts.Cells {
		c := &s.r.Posts.Cells[i]
		switch {
		case !c.IsShown():
		case c.ID == diff.PostsTotal && len(totals) < most:
			totals = append(totals, s.post(c))
		case !c.IsSum && len(grades) < most:
			grades = append(grades, s.post(c))
		}
	}
	if len(totals) > 0 {
		return totals
	}
	return grades
}

func (s *summary) post(c *diff.CellChange) string {
	words := &s.forms.Tables
	text := language.Fill(words.Sentences.PostsChange.Value, "label", c.Label, "old", s.language.Number(c.From, 0), "new", s.language.Number(c.To, 0))
	text = strings.TrimSpace(text) // the total is said without a label
	if column := cmp.Or(c.Column, c.OldColumn); column != "" {
		text = language.Fill(words.Sentences.PostsIn.Value, "change", text, "column", column)
	}
	return text
}
