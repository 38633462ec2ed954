package pdf

// samples says how the samples of a predicted stream stand in its rows.
type samples struct{ columns, colors, bits int }

func (s samples) row() int { return (s.columns*s.colors*s.bits + 7) / 8 }

// predicted undoes what a stream was predicted by, before it was packed.
func (f *File) predicted(data []byte, d dict, complete bool) ([]byte, bool) {
	const none, tiff, png = 1, 2, 10
	predictor, given := f.number(d["Predictor"])
	if !given || predictor <= none || len(data) == 0 {
		return data, complete
	}
	s, ok := f.samples(d, len(data))
	switch {
	case !ok:
		return nil, false
	case predictor >= png:
		return unpredict(data, s), complete
	case predictor == tiff && s.bits == 8:
		unpredictBytes(data, s)
		return data, complete
	case predictor == tiff && s.bits == 16:
		unpredictPairs(data, s)
		return data, complete
	}
	return nil, false
}

// samples reads how samples stand. No row is longer than the data, whatever it says.
func (f *File) samples(d dict, length int) (samples, bool) {
	const mostColors, mostBits = 32, 16
	s := samples{columns: 1, colors: 1, bits: 8}
	for _, p := range []struct {
		key  name
		into *int
		most int
	}{{"Columns", &s.columns, 8 * length}, {"Colors", &s.colors, mostColors}, {"BitsPerComponent", &s.bits, mostBits}} {
		n, given := f.number(d[p.key])
		if !given {
			continue
		}
		if n < 1 || n > p.most && p.key != "Columns" {
			return s, false
		}
		*p.into = min(n, p.most)
	}
	return s, true
}

// unpredict undoes the prediction of PNG, row by row.
func unpredict(data []byte, s samples) []byte {
	size, step := min(s.row(), len(data)), max(1, s.colors*s.bits/8)
	row, before := make([]byte, size), make([]byte, size)
	out := make([]byte, 0, len(data))
	for len(data) > 1 {
		n := copy(row, data[1:])
		unfilter(data[0], row[:n], before, step)
		out = append(out, row[:n]...)
		data = data[1+n:]
		row, before = before, row
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

// unpredictBytes undoes the prediction of TIFF: each sample was predicted from the one to
// its left.
func unpredictBytes(data []byte, s samples) {
	size := max(1, s.row())
	for i := range data {
		if i%size >= s.colors {
			data[i] += data[i-s.colors]
		}
	}
}

// unpredictPairs does the same for samples of two bytes.
func unpredictPairs(data []byte, s samples) {
	size, step := max(1, s.row()), 2*s.colors
	for i := 0; i+1 < len(data); i += 2 {
		if i%size < step {
			continue
		}
		sum := bigEndian(data[i:i+2]) + bigEndian(data[i-step:i-step+2])
		data[i], data[i+1] = byte(sum>>8), byte(sum)
	}
}
