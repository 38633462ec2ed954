package set

// Length is a distance in thousandths of a point. Whole numbers, so that every machine
// breaks lines and pages at the same points.
type Length int64

// The units that a page is measured in.
const (
	Point Length = 1000
	CM    Length = 28346
)
