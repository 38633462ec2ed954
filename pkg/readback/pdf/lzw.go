package pdf

// The codes of LZW that stand for no text, and how many there are.
const (
	lzwClear = 256
	lzwEnd   = 257
	lzwMost  = 4096
	lzwWide  = 12 // bits of the longest code
)

// lzw undoes the coding of Lempel, Ziv and Welch.
type lzw struct {
	out          []byte
	from, length [lzwMost]int // where in what came out the text of a code stands
	next, wide   int
	last         int // where the text of the code before begins, -1 for none
	ahead        int
}

// unpackLZW undoes LZW. Early is how PDF has it: codes become longer one code sooner
// than they need to.
func unpackLZW(data []byte, early bool) (out []byte, complete bool) {
	u := &lzw{}
	if early {
		u.ahead = 1
	}
	u.clear()
	held, bits := 0, 0
	for _, b := range data {
		held, bits = held<<8|int(b), bits+8
		if bits < u.wide {
			continue
		}
		bits -= u.wide
		c := held >> bits
		held &= 1<<bits - 1
		switch {
		case c == lzwEnd || len(u.out) > largest:
			return u.out, true
		case c == lzwClear:
			u.clear()
		case !u.add(c):
			return u.out, false
		}
	}
	return u.out, true // some leave the end out
}

func (u *lzw) clear() { u.next, u.wide, u.last = lzwEnd+1, 9, -1 }

// add writes the text of a code. Each code adds one to the table: the text of the one
// before with the first byte of this, which is how they stand in what comes out.
func (u *lzw) add(c int) bool {
	start := len(u.out)
	grows := u.last >= 0 && u.next < lzwMost
	if grows {
		u.from[u.next], u.length[u.next] = u.last, start-u.last+1
		u.next++
	}
	switch {
	case c < lzwClear:
		u.out = append(u.out, byte(c))
	case c < u.next:
		for i := range u.length[c] { // the last byte may be the first of these
			u.out = append(u.out, u.out[u.from[c]+i])
		}
	default:
		return false
	}
	u.last = start
	if u.next+u.ahead >= 1<<u.wide && u.wide < lzwWide {
		u.wide++
	}
	return true
}
