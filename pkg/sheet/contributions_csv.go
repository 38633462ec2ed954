package sheet

// partyRows returns a row for each Party and for the sum of what they pay, behind the rows of
// the budget: formats that people look through leave them to the document.
func (s Sheet) partyRows() (rows []Row) {
	for _, c := range s.Budget.Contributions {
		own := "contributions." + c.ID.Value
		for i := range c.Parties {
			p := &c.Parties[i]
			rows = append(rows, Row{Kind: PartyRow, ID: own + "." + p.ID.Value, Label: p.Label.Value, Depth: 1, Figures: p.Figures})
		}
		rows = append(rows, Row{Kind: PartiesRow, ID: own, Label: s.worded(c.Label), Figures: c.Total})
	}
	return rows
}
