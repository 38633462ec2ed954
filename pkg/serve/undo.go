package serve

import (
	"bytes"
	"context"

	"github.com/isuplan/isuplan/pkg/compile"
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
// alone: what somebody wrote elsewhere in the file since stays, and can be read as before.
func (d *desk) undo(ctx context.Context, in compile.Input) ([]byte, string, error) {
	d.mu.Lock()
	if len(d.undone) == 0 {
		d.mu.Unlock()
		return nil, "", refused("There is nothing to take back.")
	}
	last := d.undone[len(d.undone)-1]
	d.mu.Unlock()
	if bytes.Equal(in.File.Bytes, last.after) {
		return last.before, "Taken back.", nil
	}
	text, ok := last.takenOut(in.File.Bytes)
	if !ok {
		return nil, "", refused("The file was changed at the same place since; nothing was taken back.")
	}
	with, err := d.server.compilers()
	if err != nil {
		return nil, "", err
	}
	if reads(ctx, with.Final, in, in.File.Bytes) && !reads(ctx, with.Final, in, text) {
		return nil, "", refused("What was written since would not be read without it; nothing was taken back.")
	}
	return text, "Taken back.", nil
}

// takenOut returns a text without a change that was made of an earlier one. It is false where
// the place of the change is not to be found.
func (s *saved) takenOut(now []byte) ([]byte, bool) {
	from, before, after := apart(s.before, s.after)
	// The stretch that was changed, with what stood around it.
	const around = 60
	head, tail := max(0, from-around), min(len(s.after), from+len(after)+around)
	wanted := s.after[head:tail]
	if bytes.Count(now, wanted) != 1 || tail == len(s.after) && !bytes.HasSuffix(now, wanted) {
		return nil, false
	}
	at := bytes.Index(now, wanted) + from - head
	text := append([]byte(nil), now[:at]...)
	return append(append(text, before...), now[at+len(after):]...), true
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
