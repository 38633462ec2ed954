package serve

import (
	"bytes"

	"github.com/isuplan/isuplan/pkg/source"
)

// saved is a change that was made: the plan's text before it and after it.
type saved struct{ before, after []byte }

// mostUndone is how many changes can be taken back, and mostKept how long their texts are
// together.
const (
	mostUndone = 100
	mostKept   = 32 << 20
)

// remember keeps what a change replaced. One that is taken back is forgotten.
func (d *desk) remember(kind string, s saved) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if kind == "undo" {
		d.undone = d.undone[:len(d.undone)-1]
		return
	}
	d.undone = append(d.undone, s)
	kept := 0
	for i := len(d.undone) - 1; i >= 0; i-- {
		if kept += len(d.undone[i].before) + len(d.undone[i].after); kept > mostKept || len(d.undone)-i > mostUndone {
			d.undone = append([]saved(nil), d.undone[i+1:]...)
			break
		}
	}
}

// undo returns the plan without the last change that was made here. It takes back that change
// alone: what somebody wrote elsewhere in the file since stays.
func (d *desk) undo(now *source.File) ([]byte, string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.undone) == 0 {
		return nil, "", refused("There is nothing to take back.")
	}
	last := d.undone[len(d.undone)-1]
	from, before, after := apart(last.before, last.after)
	if bytes.Equal(now.Bytes, last.after) {
		return last.before, "Taken back.", nil
	}
	// The stretch that was changed, with what stood around it.
	const around = 60
	head, tail := max(0, from-around), min(len(last.after), from+len(after)+around)
	wanted := last.after[head:tail]
	if bytes.Count(now.Bytes, wanted) != 1 {
		return nil, "", refused("The file was changed at the same place since; nothing was taken back.")
	}
	at := bytes.Index(now.Bytes, wanted) + from - head
	text := append([]byte(nil), now.Bytes[:at]...)
	text = append(append(text, before...), now.Bytes[at+len(after):]...)
	return text, "Taken back.", nil
}

// apart returns where two texts begin to differ, and the stretches in which they do.
func apart(a, b []byte) (from int, before, after []byte) {
	for from < len(a) && from < len(b) && a[from] == b[from] {
		from++
	}
	end := 0
	for end < len(a)-from && end < len(b)-from && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	return from, a[from : len(a)-end], b[from : len(b)-end]
}
