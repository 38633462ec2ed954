package set

// Room is the width that a table is given.
type Room int

// The rooms, from the first that is tried to the last.
const (
	InColumn  Room = iota // that of the text around it
	FullWidth             // from margin to margin
	Landscape             // the same, on a page that lies on its side
)

// The widths from margin to margin.
const (
	FullLine      = PageWidth - 2*Margin
	LandscapeLine = PageHeight - 2*Margin
)

// Rooms says how wide each room is; one of width 0 is not there to be had.
type Rooms struct{ Column, Full, Landscape Length }

func (r Rooms) width(room Room) Length {
	switch room {
	case FullWidth:
		return r.Full
	case Landscape:
		return r.Landscape
	}
	return r.Column
}

// trial is a room and a type that a table is tried in.
type trial struct {
	room  Room
	size  int // position in tableTypes
	width Length
}

// trials are tried in their order: first the widths of the page, then smaller type, then a
// page on its side.
func (r Rooms) trials() (list []trial) {
	upright := InColumn
	if r.Full > 0 {
		upright = FullWidth
		list = append(list, trial{InColumn, 0, r.Column})
	}
	for size := range tableTypes {
		list = append(list, trial{upright, size, r.width(upright)})
	}
	for size := range tableTypes {
		if r.Landscape > 0 {
			list = append(list, trial{Landscape, size, r.Landscape})
		}
	}
	return list
}

// last is the room that is tried last.
func (r Rooms) last() Room {
	switch {
	case r.Landscape > 0:
		return Landscape
	case r.Full > 0:
		return FullWidth
	}
	return InColumn
}
