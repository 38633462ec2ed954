package proof

import "github.com/isuplan/isuplan/pkg/source"

// writtenAt returns where in the plan a passage was written: most of it, or of its row the first
// cell. It is not valid for words of the template and of the compiler.
func (c *comparison) writtenAt(p int) source.Span {
	if c.file == nil || p < 0 || p >= len(c.passages) {
		return source.Span{}
	}
	n := c.origin(p)
	for i := p - 1; n.IsZero() && i >= 0 && c.passages[p].row > 0 && c.passages[i].row == c.passages[p].row; i-- {
		n = c.origin(i)
	}
	return n.Span()
}

// origin returns the value of the plan that most of a passage was written in.
func (c *comparison) origin(p int) (n source.Node) {
	most := 0
	for i := range c.passages[p].Text {
		run := &c.passages[p].Text[i]
		if run.Origin.File() == c.file && len(run.Text) > most {
			n, most = run.Origin, len(run.Text)
		}
	}
	return n
}

// at returns where in the plan the first passage of a hunk was written.
func (c *comparison) at(h hunk) source.Span {
	if len(c.want) == 0 {
		return source.Span{}
	}
	if h.from == h.to {
		return c.writtenAt(c.want[max(0, h.from-1)].passage)
	}
	return c.writtenAt(c.want[h.from].passage)
}
