package budget

import "github.com/isuplan/isuplan/pkg/money"

// align works out how many decimals each column shows, so that its figures stand below
// each other: 82.1, 6.0, 6.5.
func (b *Budget) align() {
	for c := range b.Columns {
		column := &b.Columns[c]
		column.Places = column.Rounding.Places()
		placesOf := column.Rounding.PlacesOf
		if column.Kind.IsPercent() {
			placesOf = money.OwnPlaces
		}
		see := func(f *Figure) { column.Places = max(column.Places, placesOf(f.Printed)) }
		for _, lines := range [][]Line{b.Lines, b.Financing, b.After} {
			for i := range lines {
				see(&lines[i].Figures[c])
			}
		}
		for _, shared := range b.Contributions {
			for i := range shared.Parties {
				see(&shared.Parties[i].Figures[c])
			}
			see(&shared.Total[c])
		}
		see(&b.Total[c])
		see(&b.Funds[c])
	}
}
