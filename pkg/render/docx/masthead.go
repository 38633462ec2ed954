package docx

import "github.com/isuplan/isuplan/pkg/document"

// masthead composes the head of page one: the symbol above a thin rule, the body's name beside
// date and language above a thick one, then the meeting and the title.
func (c *composer) masthead(m *document.Masthead) (out []block) {
	add := func(style string, t document.Text) {
		if len(t) == 0 {
			return
		}
		p := &paragraph{style: style, runs: c.runs(t)}
		if len(out) > 0 {
			if _, ok := out[len(out)-1].(*table); ok {
				p.before = mastheadGap
			}
		}
		out = append(out, p)
	}
	if m.Symbol != "" {
		out = append(out, &paragraph{style: "MastheadSymbol", runs: []run{{text: m.Symbol, points: c.symbolSize(m.Symbol)}}})
	}
	if row := c.nameRow(m); row != nil {
		out = append(out, row)
	}
	for i, t := range m.Session {
		style := "MastheadSession"
		if i == 0 {
			style = "MastheadMeeting"
		}
		add(style, t)
	}
	add("Title", m.Title)
	add("Subtitle", m.Byline)
	return out
}

// originLeft is where the right column of the masthead begins.
const originLeft = fullWidth * 6 / 10

// nameRow has the name at the left and the lines of the origin at the right.
func (c *composer) nameRow(m *document.Masthead) block {
	if len(m.Name) == 0 && len(m.Origin) == 0 && !m.Emblem.Shows() {
		return nil
	}
	if len(m.Origin) == 0 && !m.Emblem.Shows() {
		return &paragraph{style: "MastheadName", runs: c.runs(m.Name)}
	}
	var origin []block
	for _, t := range m.Origin {
		origin = append(origin, &paragraph{style: "MastheadOrigin", runs: c.runs(t)})
	}
	if len(origin) == 0 {
		origin = []block{&paragraph{style: "MastheadOrigin"}}
	}
	name := cell{width: originLeft, blocks: []block{&paragraph{style: "MastheadNameCell", runs: c.runs(m.Name)}}}
	t := &table{style: "Masthead"}
	cells := []cell{name, {width: fullWidth - originLeft, blocks: origin}}
	if m.Emblem.Shows() {
		cells = append([]cell{c.emblem(m.Emblem)}, cells...)
		cells[1].width -= cells[0].width
	}
	for i := range cells {
		t.widths = append(t.widths, cells[i].width)
	}
	t.rows = []row{{cells: cells}}
	return t
}

// emblem is a cell with the picture at the left of the name, as large as in the PDF.
func (c *composer) emblem(p *document.Picture) cell {
	const gap, twentieths, inch = 8 * point, 1440, 254 // tenths of a millimetre to the inch
	high := p.Millimetres * 10 * twentieths / inch
	wide := high * p.Wide / p.High
	if most := originLeft / 2; wide > most {
		wide, high = most, high*most/wide
	}
	c.body.images = append(c.body.images, picture{"Emblem", p.Text, p.PNG, wide * emu, high * emu, false})
	r := run{kind: pictureRun, text: p.Text, image: len(c.body.images)}
	return cell{width: wide + gap, blocks: []block{&paragraph{style: "MastheadOrigin", runs: []run{r}}}}
}

// symbolSize is as large as the row allows.
func (c *composer) symbolSize(symbol string) int {
	for _, points := range []int{16, 12, 10} {
		if c.ruler.Width(symbol, points) <= fullWidth {
			return points
		}
	}
	return 7
}
