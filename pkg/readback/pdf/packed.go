package pdf

// packed is a stream of objects, unpacked.
type packed struct {
	data []byte
	at   map[int]int
}

// unpack reads an object out of a stream of objects.
func (f *File) unpack(number, wanted int) any {
	p, known := f.packed[number]
	if !known {
		p = &packed{at: map[int]int{}}
		f.packed[number] = p
		f.fill(p, number)
	}
	at, ok := p.at[wanted]
	if !ok || at < 0 || at >= len(p.data) {
		return nil
	}
	return newLexer(p.data, at, &f.work).object()
}

// fill reads where the objects in a stream stand.
func (f *File) fill(p *packed, number int) {
	if f.entries[number].stream != 0 {
		return // a stream of objects is packed in no other
	}
	s, ok := f.load(number).(*stream)
	if !ok {
		return
	}
	p.data, _ = f.decode(s)
	first, _ := f.number(s.dict["First"])
	count, _ := f.number(s.dict["N"])
	l := newLexer(p.data, 0, &f.work)
	for range max(0, count) {
		n, ok1 := l.object().(int)
		offset, ok2 := l.object().(int)
		if !ok1 || !ok2 || !f.pay(perEntry) {
			return
		}
		if _, twice := p.at[n]; !twice {
			p.at[n] = first + offset
		}
	}
}
