package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/readback"
)

// annotated says in a sentence what people put into a finished file: comments, tracked changes,
// texts laid over its pages; "" where nothing is known of it.
func annotated(file []byte) string {
	t, err := readback.Read(file)
	if err != nil {
		return ""
	}
	var comments, edits int
	var authors []string
	by := func(author string) {
		if author != "" && !slices.Contains(authors, author) {
			authors = append(authors, author)
		}
	}
	for i := range t.Lines {
		f := t.Lines[i].Form
		if f == nil {
			continue
		}
		comments += len(f.Comments)
		edits += len(f.Edits)
		for _, c := range f.Comments {
			by(c.Author)
		}
		for _, e := range f.Edits {
			by(e.Author)
		}
	}
	var parts []string
	for _, p := range []struct {
		n    int
		noun string
	}{{comments, "comment"}, {edits, "tracked change"}, {overlaid(t), "annotation"}} {
		if p.n > 0 {
			parts = append(parts, count(p.n, p.noun))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	text := "it has " + listed(parts)
	if len(authors) > 0 {
		text += " by " + listed(shortened(authors))
	}
	if t.Format == "docx" {
		text += ", which isuplan merge brings into the plan"
	}
	return text
}

// overlaid counts what was laid over the pages of a PDF.
func overlaid(t *readback.Text) int {
	if t.Format != "pdf" {
		return 0
	}
	return len(t.Over)
}

func listed(list []string) string {
	if n := len(list); n > 1 {
		return strings.Join(list[:n-1], ", ") + " and " + list[n-1]
	}
	return strings.Join(list, "")
}

// shortened names the first of many.
func shortened(names []string) []string {
	const most = 5
	if len(names) <= most {
		return names
	}
	return append(names[:most:most], fmt.Sprintf("%d others", len(names)-most))
}
