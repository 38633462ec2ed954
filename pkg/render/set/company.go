package set

// keepCompany has the last word of a justified text not stand alone on its line: the word before it comes
// down too, where the line that it leaves has no spaces over twice the usual without it.
func (b *breaker) keepCompany(lines []Line) {
	n := len(lines) - 1
	if n < 1 || !b.m.Justify || lines[n-1].Divides() || endsWord(lines[n].Atoms) >= 0 {
		return
	}
	before := lines[n-1].Atoms
	at := endsWord(before)
	if at < 0 || before[len(before)-1].Space == 0 {
		return
	}
	end := len(b.atoms) - len(lines[n].Atoms)
	next := end - (len(before) - 1 - at)
	from := end - len(before)
	room := b.m.Width
	if n == 1 {
		room = b.room(0)
	}
	width, spaces := b.natural(from, next)
	if last, _ := b.natural(next, len(b.atoms)); last > b.m.Width || room-width > spaces*loose+(width-spaces)*mostWider/full {
		return
	}
	up := Line{Atoms: b.atoms[from:next:next], Width: width}
	b.justify(&up, spaces, room)
	lines[n-1] = up
	lines[n] = b.line(next, len(b.atoms))
	lines[n].InCompany = true
}

// endsWord returns the last atom of a line, but for the line's last one, behind which the line could end at a
// blank; -1 where it has one word only.
func endsWord(atoms []Atom) int {
	for i := len(atoms) - 2; i >= 0; i-- {
		if atoms[i].Breaks && atoms[i].Space > 0 {
			return i
		}
	}
	return -1
}
