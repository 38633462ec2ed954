package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"io"
)

// largest is how long one stream may become.
const largest = 64 << 20

// decode unpacks a stream as far as that can be done.
func (f *File) decode(s *stream) []byte {
	filters, parameters := f.list(s.dict["Filter"]), f.list(s.dict["DecodeParms"])
	data := s.raw
	for i, filter := range filters {
		var d dict
		if i < len(parameters) {
			d = f.dict(parameters[i])
		}
		switch f.get(filter) {
		case any(name("FlateDecode")), any(name("Fl")):
			data = f.unpredict(inflate(data), d)
		case any(name("ASCII85Decode")), any(name("A85")):
			data = unbase85(data)
		case any(name("ASCIIHexDecode")), any(name("AHx")):
			l := lexer{b: append([]byte("<"), data...)}
			data = []byte(l.hex())
		default:
			return nil // pictures and the like have no text
		}
		if !f.pay(len(data)) {
			return nil
		}
	}
	return data
}

// list makes a list of what may be one value.
func (f *File) list(v any) array {
	switch v := f.get(v).(type) {
	case nil:
		return nil
	case array:
		return v
	default:
		return array{v}
	}
}

// inflate returns what comes out before the first fault: viewers show that as well.
func inflate(data []byte) []byte {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	out, _ := io.ReadAll(io.LimitReader(r, largest))
	return out
}

func unbase85(data []byte) []byte {
	data = bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~"))
	if end := bytes.Index(data, []byte("~>")); end >= 0 {
		data = data[:end]
	}
	out, _ := io.ReadAll(ascii85.NewDecoder(bytes.NewReader(data)))
	return out
}

// unpredict undoes the prediction of PNG, row by row.
func (f *File) unpredict(data []byte, d dict) []byte {
	predictor, _ := f.number(d["Predictor"])
	if predictor < 10 {
		return data
	}
	columns, colors, bits := 1, 1, 8
	for key, into := range map[name]*int{"Columns": &columns, "Colors": &colors, "BitsPerComponent": &bits} {
		if n, ok := f.number(d[key]); ok && n > 0 && n < 1<<16 {
			*into = n
		}
	}
	size, step := (columns*colors*bits+7)/8, max(1, colors*bits/8)
	before := make([]byte, size)
	out := make([]byte, 0, len(data))
	for len(data) > 1 {
		row := make([]byte, size)
		n := copy(row, data[1:])
		unfilter(data[0], row, before, step)
		out = append(out, row[:n]...)
		data, before = data[1+n:], row
	}
	return out
}

// unfilter undoes one row: its filter says what each byte was predicted from.
func unfilter(filter byte, row, up []byte, step int) {
	for i := range row {
		var left, corner byte
		if i >= step {
			left, corner = row[i-step], up[i-step]
		}
		switch filter {
		case 1:
			row[i] += left
		case 2:
			row[i] += up[i]
		case 3:
			row[i] += byte((int(left) + int(up[i])) / 2)
		case 4:
			row[i] += paeth(left, up[i], corner)
		}
	}
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	da, db, dc := distance(p, a), distance(p, b), distance(p, c)
	switch {
	case da <= db && da <= dc:
		return a
	case db <= dc:
		return b
	}
	return c
}

func distance(p int, b byte) int { return max(p-int(b), int(b)-p) }

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
		if f.entries[number].stream != 0 {
			return nil // a stream of objects is packed in no other
		}
		s, ok := f.load(number).(*stream)
		if !ok {
			return nil
		}
		p.data = f.decode(s)
		first, _ := f.number(s.dict["First"])
		count, _ := f.number(s.dict["N"])
		l := &lexer{b: p.data}
		for range max(0, count) {
			n, ok1 := l.object().(int)
			offset, ok2 := l.object().(int)
			if !ok1 || !ok2 {
				break
			}
			if _, twice := p.at[n]; !twice {
				p.at[n] = first + offset
			}
		}
	}
	at, ok := p.at[wanted]
	if !ok || at < 0 || at >= len(p.data) {
		return nil
	}
	l := &lexer{b: p.data, at: at}
	v := l.object()
	f.pay(l.at - at)
	return v
}
