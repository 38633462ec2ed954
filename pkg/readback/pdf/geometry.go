package pdf

import "math"

// matrix turns coordinates in one space into coordinates in another.
type matrix struct{ a, b, c, d, e, f float64 }

var upright = matrix{a: 1, d: 1}

// within returns the matrix of a space that stands in another.
func (m matrix) within(o matrix) matrix {
	return matrix{
		m.a*o.a + m.b*o.c, m.a*o.b + m.b*o.d,
		m.c*o.a + m.d*o.c, m.c*o.b + m.d*o.d,
		m.e*o.a + m.f*o.c + o.e, m.e*o.b + m.f*o.d + o.f,
	}
}

func (m matrix) at(x, y float64) (float64, float64) {
	return x*m.a + y*m.c + m.e, x*m.b + y*m.d + m.f
}

// scale is how much larger things become, roughly.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m.a*m.d - m.b*m.c)) }

// box is a rectangle.
type box struct{ left, foot, right, top float64 }

var everywhere = box{math.Inf(-1), math.Inf(-1), math.Inf(1), math.Inf(1)}

// nowhere is the box of a path that has not begun.
var nowhere = box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

// with returns the box that holds a point too.
func (b box) with(x, y float64) box {
	return box{min(b.left, x), min(b.foot, y), max(b.right, x), max(b.top, y)}
}

// within returns what two boxes share.
func (b box) within(o box) box {
	return box{max(b.left, o.left), max(b.foot, o.foot), min(b.right, o.right), min(b.top, o.top)}
}

func (b box) isEmpty() bool { return b.left >= b.right || b.foot >= b.top }

// isDisjoint reports whether two boxes do not even touch.
func (b box) isDisjoint(o box) bool {
	return b.right < o.left || b.left > o.right || b.top < o.foot || b.foot > o.top
}

// turned returns the upright box around a box in another space.
func (b box) turned(m matrix) box {
	out := nowhere
	for _, p := range [][2]float64{{b.left, b.foot}, {b.right, b.foot}, {b.left, b.top}, {b.right, b.top}} {
		x, y := m.at(p[0], p[1])
		out = out.with(x, y)
	}
	return out
}

// hides reports whether a box covers a good part of a letter of a line of text.
func (b box) hides(run box) bool {
	height := run.top - run.foot
	shared := min(b.right, run.right) - max(b.left, run.left)
	return b.foot <= run.foot+height/4 && b.top >= run.top-height/4 && shared > min(height/2, (run.right-run.left)/2)
}

// box reads a rectangle of four numbers.
func (f *File) box(v any) (box, bool) {
	list, ok := f.get(v).(array)
	if !ok || len(list) != 4 {
		return box{}, false
	}
	var n [4]float64
	for i := range n {
		n[i] = decimal(f.get(list[i]))
	}
	return nowhere.with(n[0], n[1]).with(n[2], n[3]), true
}

// matrix reads a matrix of six numbers.
func (f *File) matrix(v any) matrix {
	list, ok := f.get(v).(array)
	if !ok || len(list) != 6 {
		return upright
	}
	var n [6]float64
	for i := range n {
		n[i] = decimal(f.get(list[i]))
	}
	return matrix{n[0], n[1], n[2], n[3], n[4], n[5]}
}

// isSquare reports whether level lines stay level or become plumb.
func (m matrix) isSquare() bool { return m.b == 0 && m.c == 0 || m.a == 0 && m.d == 0 }
