package docx

import "github.com/isuplan/isuplan/pkg/document"

// masthead composes the head of page one.
func (c *composer) masthead(m *document.Masthead) (out []block) {
	add := func(style string, t document.Text) {
		if len(t) == 0 {
			return
		}
		p := &paragraph{style: style, runs: c.runs(t)}
		if len(out) == 1 {
			if _, ok := out[0].(*table); ok {
				p.before = mastheadGap
			}
		}
		out = append(out, p)
	}
	if name := c.nameRow(m); name != nil {
		out = append(out, name)
	}
	for _, t := range m.Origin {
		add("MastheadOrigin", t)
	}
	for i, t := range m.Session {
		style := "MastheadSession"
		if i == 0 {
			style = "MastheadMeeting"
		}
		add(style, t)
	}
	if len(m.Origin)+len(m.Session) > 0 && len(m.Title)+len(m.Byline) > 0 {
		out = append(out, &paragraph{style: "MastheadRule"})
	}
	add("Title", m.Title)
	add("Subtitle", m.Byline)
	return out
}

// nameRow has the name at the left and the symbol at the right.
func (c *composer) nameRow(m *document.Masthead) block {
	if len(m.Name) == 0 && m.Symbol == "" {
		return nil
	}
	if m.Symbol == "" {
		return &paragraph{style: "MastheadName", runs: c.runs(m.Name)}
	}
	points := c.symbolSize(m.Symbol)
	room := min(c.ruler.Width(m.Symbol, points)+8*point+20, fullWidth/2)
	name := &paragraph{style: "MastheadNameCell", runs: c.runs(m.Name)}
	symbol := &paragraph{style: "MastheadNameCell", align: "right", runs: []run{{text: m.Symbol, points: points}}}
	return &table{style: "Masthead", widths: []int{fullWidth - room, room}, rows: []row{{cells: []cell{
		{width: fullWidth - room, blocks: []block{name}}, {width: room, blocks: []block{symbol}}}}}}
}

// symbolSize is as large as half the row allows.
func (c *composer) symbolSize(symbol string) int {
	for _, points := range []int{16, 12, 10} {
		if c.ruler.Width(symbol, points) <= fullWidth/2 {
			return points
		}
	}
	return 7
}
