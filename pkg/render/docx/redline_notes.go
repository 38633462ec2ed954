package docx

// orderNotes numbers the footnotes in the order in which the text names them.
func (b *body) orderNotes() {
	at := map[int]int{}
	var notes [][]run
	var walk func(blocks []block)
	walk = func(blocks []block) {
		for _, bl := range blocks {
			switch bl := bl.(type) {
			case *paragraph:
				for i := range bl.runs {
					if n := bl.runs[i].note; n > 0 {
						if at[n] == 0 {
							notes = append(notes, b.notes[n-1])
							at[n] = len(notes)
						}
						bl.runs[i].note = at[n]
					}
				}
			case *table:
				for i := range bl.rows {
					for k := range bl.rows[i].cells {
						walk(bl.rows[i].cells[k].blocks)
					}
				}
			}
		}
	}
	walk(b.blocks)
	b.notes = notes
}
