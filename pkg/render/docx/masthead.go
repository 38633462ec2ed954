package docx

import "github.com/isuplan/isuplan/pkg/document"

// masthead composes the head of page one.
func (c *composer) masthead(m *document.Masthead) (out []block) {
	add := func(style string, t document.Text) {
		if len(t) > 0 {
			out = append(out, &paragraph{style: style, runs: c.runs(t)})
		}
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
	p := &paragraph{style: "MastheadName", runs: c.runs(m.Name)}
	if m.Symbol != "" {
		p.runs = append(p.runs, tab, run{text: m.Symbol, points: symbolSize(m.Symbol)})
	}
	return p
}

// symbolSize is as large as half the row allows.
func symbolSize(symbol string) int {
	for _, points := range []int{16, 12, 10} {
		if wide(symbol, points) <= fullWidth/2 {
			return points
		}
	}
	return 7
}
