package trace

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
)

// contribution splits the name of a contribution: its row, which is contributions.ID or
// contributions.ID.PARTY, and the column behind it.
func (t Tracer) contribution(name string) (row, column string, hasColumn bool) {
	if _, _, ok := t.shared(name); ok {
		return name, "", false
	}
	at := strings.LastIndexByte(name, '.')
	if _, _, ok := t.shared(name[:at]); !ok {
		return "", "", false
	}
	return name[:at], name[at+1:], true
}

// shared returns the figures of contributions or of a Party, and their label.
func (t Tracer) shared(row string) ([]budget.Figure, string, bool) {
	id, key, isParty := strings.Cut(strings.TrimPrefix(row, "contributions."), ".")
	c, ok := t.Budget.Contribution(id)
	switch {
	case !ok:
		return nil, "", false
	case !isParty:
		return c.Total, t.Worded(c.Label), true
	}
	p, ok := c.Share(key)
	if !ok {
		return nil, "", false
	}
	return p.Figures, p.Label.Value, true
}
