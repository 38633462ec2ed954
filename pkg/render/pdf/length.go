package pdf

import (
	"strconv"

	"github.com/isuplan/isuplan/pkg/render/set"
)

// length is a distance as texts are measured in.
type length = set.Length

const (
	point = set.Point
	cm    = set.CM
)

// points turns a length into what gofpdf counts in.
func points(l length) float64 { return float64(l) / float64(point) }

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
