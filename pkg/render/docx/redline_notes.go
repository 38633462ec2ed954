package docx

// orderNotes numbers the footnotes in the order in which the text names them, in which
// LibreOffice takes them.
func (b *body) orderNotes() {
	at := map[int]int{}
	var notes [][]run
	each(b.blocks, func(p *paragraph) {
		for i := range p.runs {
			n := p.runs[i].note
			if n > 0 && at[n] == 0 {
				notes = append(notes, b.notes[n-1])
				at[n] = len(notes)
			}
			p.runs[i].note = at[n]
		}
	})
	b.notes = notes
}
