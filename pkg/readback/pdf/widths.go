package pdf

// widths says how far each code of a font moves on, in thousandths of its size.
type widths struct {
	of    map[int]float64
	usual float64
	known bool
}

// widths reads how wide the characters of a font are.
func (f *File) widths(font dict) widths {
	w := widths{of: map[int]float64{}}
	switch f.get(font["Subtype"]) {
	case any(name("Type0")):
		encoding, _ := f.get(font["Encoding"]).(name)
		if list := f.list(font["DescendantFonts"]); len(list) > 0 && encoding == "Identity-H" {
			f.wideFont(&w, f.dict(list[0]))
		}
	case any(name("Type3")):
		f.simpleFont(&w, font, f.matrix(font["FontMatrix"]).a*1000)
	default:
		f.simpleFont(&w, font, 1)
	}
	return w
}

// simpleFont reads the list of a font of single bytes.
func (f *File) simpleFont(w *widths, font dict, scale float64) {
	list, ok := f.get(font["Widths"]).(array)
	first, _ := f.number(font["FirstChar"])
	if !ok || first < 0 || first > 255 {
		return
	}
	w.known, w.usual = true, decimal(f.get(f.dict(font["FontDescriptor"])["MissingWidth"]))*scale
	for i := range min(len(list), 256-first) {
		w.of[first+i] = decimal(f.get(list[i])) * scale
	}
}

// wideFont reads the list of a font of more characters: each stretch of it gives a
// width to each of some codes, or one to all of them.
func (f *File) wideFont(w *widths, font dict) {
	w.known, w.usual = true, 1000
	if v := f.get(font["DW"]); v != nil {
		w.usual = decimal(v)
	}
	list := f.list(font["W"])
	for i := 0; i+1 < len(list); {
		first, _ := f.number(list[i])
		if each, ok := f.get(list[i+1]).(array); ok {
			for n := 0; n < len(each) && !f.spent(); n++ {
				f.wide(w, first+n, each[n])
			}
			i += 2
			continue
		}
		last, _ := f.number(list[i+1])
		for n := max(first, 0); i+2 < len(list) && n <= min(last, 0xFFFF) && !f.spent(); n++ {
			f.wide(w, n, list[i+2])
		}
		i += 3
	}
}

func (f *File) wide(w *widths, code int, v any) {
	if f.pay(perEntry) && code >= 0 && code <= 0xFFFF {
		w.of[code] = decimal(f.get(v))
	}
}

// average is how wide a letter is, roughly, where the font does not say.
const average = 450

// advance returns how far a text moves on, and whether that is known. Besides the widths
// of the characters there may be space between them, and between words.
func (e *encoder) advance(s string, t *state) (float64, bool) {
	known, sum := e != nil && e.known, 0.0
	for len(s) > 0 {
		n := 1
		if e != nil && e.cmap != nil {
			n = e.cmap.next(s, e.wide)
		} else if e != nil {
			n = min(e.wide, len(s))
		}
		width := float64(average)
		if known {
			c := bigEndian([]byte(s[:n]))
			w, ok := e.of[c]
			if width = w; !ok {
				width = e.usual
			}
			if n == 1 && c == ' ' {
				sum += t.wordSpace
			}
		}
		sum += width/1000*t.size + t.space
		s = s[n:]
	}
	return sum * t.across, known
}
