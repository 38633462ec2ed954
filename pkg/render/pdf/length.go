package pdf

import "strconv"

// length is a distance in thousandths of a point. Whole numbers, so that every
// machine breaks lines and pages at the same places.
type length int

const (
	point length = 1000
	cm    length = 28346
)

// appendLength writes a length in points with up to two decimals.
func appendLength(b []byte, l length) []byte {
	return appendHundredths(b, int((l+sign(l)*5)/10))
}

func sign(l length) length {
	if l < 0 {
		return -1
	}
	return 1
}

func appendHundredths(b []byte, n int) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, int64(n/100), 10)
	if n%100 == 0 {
		return b
	}
	b = append(b, '.', byte('0'+n/10%10))
	if n%10 != 0 {
		b = append(b, byte('0'+n%10))
	}
	return b
}

// points turns a length into what gofpdf counts in.
func (l length) points() float64 { return float64(l) / float64(point) }
