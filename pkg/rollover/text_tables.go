package rollover

import "github.com/isuplan/isuplan/pkg/pattern"

var namedYear = pattern.Lazy(`\b(?:19|20)\d\d\b`)

// textTables marks the figures of tables that say of which year they are: whether they are to be those of
// another year takes a person.
func (r *roller) textTables() {
	for t := range r.plan.TextTables() {
		dated := namedYear().MatchString(t.Label.Value) || namedYear().MatchString(t.Head.Value)
		for i := range t.Columns {
			dated = dated || namedYear().MatchString(t.Columns[i].ID.Value) || namedYear().MatchString(t.Columns[i].Label.Value)
		}
		if dated {
			r.review(t.ID.Span(), "the figures of the table %s, which are those of the old document", t.ID.Value)
		}
	}
}
