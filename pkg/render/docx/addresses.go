package docx

import (
	"strconv"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// addressAnchor is what the marks of an address lead to.
func addressAnchor(n int) string { return "\x00/address" + strconv.Itoa(n) }

// addresses composes those that links lead to, in small type as the notes of a table. Each leads
// back to the first paragraph that has its mark.
func (c *composer) addresses(a *document.Addresses, text []block) (out []block) {
	if len(a.Notes) == 0 {
		return nil
	}
	marked := marksIn(text)
	title := c.numbered(&document.Paragraph{Text: a.Title, Lead: true}, true)
	out = append(out, title)
	for i, note := range a.Notes {
		anchor := addressAnchor(i + 1)
		p := &paragraph{style: "TableNote", runs: c.address(note, marked[anchor])}
		if marked[anchor] != "" {
			p.anchor = anchor
		}
		raise(p)
		p.keep = i == 0 && len(a.Notes) > 1
		out = append(out, c.place(p, 0, 0))
	}
	return out
}

// address composes an address, which lines end within where those of the PDF do.
func (c *composer) address(t document.Text, back string) []run {
	t = c.ruler.Parted(t, set.HeadSize, c.column.width)
	runs := make([]run, 0, len(t)+2)
	for i := range t {
		r := c.run(&t[i])
		if t[i].Address > 0 {
			runs = append(runs, addressMark(r, back)...)
		} else {
			r.address = r.link > 0
			runs = append(runs, r)
		}
	}
	return runs
}

// addressMark sets the mark of an address as that of a note, in a size that is known when its
// paragraph is: readers of pages take what is raised by a style for a line of its own.
func addressMark(r run, to string) []run {
	runs := mark(r, to)
	for i := range runs {
		if runs[i].style == noteMark {
			runs[i].style, runs[i].address = "", true
		}
	}
	return runs
}

// sizes are those of the styles whose type is not that of the text.
var sizes = map[string]set.Size{"Title": set.TitleSize, "Subtitle": set.MeetingSize, "BoxTitle": set.MeetingSize,
	"MastheadName": set.NameSize, "MastheadNameCell": set.NameSize, "MastheadMeeting": set.MeetingSize,
	"Heading1": set.TitleSize, "Heading2": set.MeetingSize,
	"TableText": set.CellSize, "TableTotal": set.CellSize, "TableAside": set.CellSize, "TableHead": set.HeadSize, "TableNote": set.HeadSize}

// raise sets the marks of addresses in a paragraph two thirds as large as its text, and above it.
func raise(p *paragraph) {
	for i := range p.runs {
		r := &p.runs[i]
		if !r.address || r.link > 0 {
			continue
		}
		points := r.points
		if size, own := sizes[p.style]; points == 0 && own {
			points = size.Points
		} else if points == 0 {
			points = set.TextSize.Points
		}
		r.points, r.halves, r.raised = 0, (4*points+1)/3, points/2
	}
}

// marksIn sets the marks of addresses in a text, and returns the paragraphs that have each of them
// first, by what the mark leads to: by their anchors.
func marksIn(text []block) map[string]string {
	marked := map[string]string{}
	each(text, func(p *paragraph) {
		raise(p)
		for i := range p.runs {
			to := p.runs[i].to
			if !p.runs[i].address || marked[to] != "" {
				continue
			}
			if p.anchor == "" {
				p.anchor = to + "/mark"
			}
			marked[to] = p.anchor
		}
	})
	return marked
}
