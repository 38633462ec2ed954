package pdf

import "bytes"

// start returns where the newest list of objects begins, -1 for nowhere.
func (f *File) start() int {
	tail := f.bytes[max(0, len(f.bytes)-2048):]
	at := bytes.LastIndex(tail, []byte("startxref"))
	if at < 0 {
		return -1
	}
	l := newLexer(tail, at+len("startxref"), &f.work)
	if n, ok := l.object().(int); ok {
		return n
	}
	return -1
}

// sections reads the lists of objects, the newest first. What a newer one says of an
// object counts.
func (f *File) sections(from int) {
	queue, seen := []int{from}, map[int]bool{}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		if at < 0 || at >= len(f.bytes) || seen[at] {
			continue
		}
		seen[at] = true
		l := newLexer(f.bytes, at, &f.work)
		l.blanks()
		var d dict
		if l.follows("xref") {
			l.at += len("xref")
			d = f.table(l, seen)
		} else {
			d = f.xrefStream(l)
		}
		if l.pay(0); f.spent() {
			return
		}
		for key, value := range d {
			if _, known := f.trailer[key]; !known {
				f.trailer[key] = value
			}
		}
		if next, ok := d["Prev"].(int); ok {
			queue = append(queue, next)
		}
	}
}

// table reads a list in its old form, and the trailer behind it. Files for readers of
// both forms say that an object is gone, and where it is in a list of the newer form
// that belongs to this one.
func (f *File) table(l *lexer, seen map[int]bool) dict {
	var gone []int
	for {
		first, ok := l.object().(int)
		if !ok {
			break // the keyword trailer
		}
		count, _ := l.object().(int)
		for i := range max(0, count) {
			offset, ok1 := l.object().(int)
			_, ok2 := l.object().(int)
			state, ok3 := l.object().(keyword)
			if !ok1 || !ok2 || !ok3 {
				return nil
			}
			if state == "n" {
				f.know(first+i, entry{offset: offset}, true)
			} else {
				gone = append(gone, first+i)
			}
		}
	}
	d, _ := l.object().(dict)
	if at, ok := d["XRefStm"].(int); ok && at >= 0 && at < len(f.bytes) && !seen[at] {
		seen[at] = true
		f.xrefStream(newLexer(f.bytes, at, &f.work))
	}
	for _, number := range gone {
		f.know(number, entry{}, false)
	}
	return d
}

// know remembers where an object is, unless a newer list said so.
func (f *File) know(number int, e entry, used bool) {
	if _, known := f.entries[number]; known || !f.pay(perEntry) {
		return
	}
	if !used {
		e = entry{offset: -1} // it is gone, whatever older lists say
	}
	f.entries[number] = e
}

// xrefStream reads a list in the form of PDF 1.5.
func (f *File) xrefStream(l *lexer) dict {
	l.blanks()
	from := l.at
	number, ok := l.object().(int)
	if !ok {
		return nil
	}
	v, _ := f.at(from, number)
	s, ok := v.(*stream)
	if !ok {
		return nil
	}
	data, _ := f.decode(s)
	var wide [3]int
	widths, _ := f.get(s.dict["W"]).(array)
	for i := range wide {
		if i >= len(widths) {
			return nil
		}
		wide[i], _ = f.number(widths[i])
		if wide[i] < 0 || wide[i] > 8 {
			return nil
		}
	}
	size, _ := f.number(s.dict["Size"])
	index, ok := f.get(s.dict["Index"]).(array)
	if !ok {
		index = array{0, size}
	}
	for i := 0; i+1 < len(index) && f.pay(perObject); i += 2 {
		first, _ := f.number(index[i])
		count, _ := f.number(index[i+1])
		data = f.rows(data, wide, first, count)
	}
	return s.dict
}

// rows reads the rows of a list, and returns the data behind them.
func (f *File) rows(data []byte, wide [3]int, first, count int) []byte {
	row := wide[0] + wide[1] + wide[2]
	for i := 0; i < count && row > 0 && len(data) >= row && f.pay(perObject); i++ {
		kind := 1
		if wide[0] > 0 {
			kind = bigEndian(data[:wide[0]])
		}
		value := bigEndian(data[wide[0] : wide[0]+wide[1]])
		data = data[row:]
		switch kind {
		case 0, 1:
			f.know(first+i, entry{offset: value}, kind == 1)
		case 2:
			f.know(first+i, entry{stream: value}, true)
		}
	}
	return data
}

func bigEndian(b []byte) (n int) {
	for _, c := range b {
		n = n<<8 | int(c)
	}
	return n
}
