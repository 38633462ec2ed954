package serve

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/html"
	"github.com/isuplan/isuplan/pkg/render/pdf"
	"github.com/isuplan/isuplan/pkg/source"
)

// desk is a plan that somebody works on.
type desk struct {
	server *Server
	name   string

	building sync.Mutex // one build at a time: what was saved meanwhile is in the next
	changing sync.Mutex // one change of the file at a time
	mu       sync.Mutex
	now      *state
	left     *state // what was shown when the last browser left, whose document is good still
	version  int
	wanted   int // how often a build was asked for
	built    int // which of these the last build answers
	// forgotten counts how often the file changed while nobody looked: what was read before
	// such a change is not kept.
	forgotten int
	lookers   map[chan struct{}]struct{}
	undone    []saved
}

// state is what was made of a plan's file. It is not changed once it is made.
type state struct {
	version  int
	in       compile.Input
	unit     *compile.Unit  // of the file as it is; nil where it cannot be read from the disk
	good     *compile.Unit  // the last of which there was a document; nil for none so far
	findings []diag.Finding // unwaived and waived ones
	problem  string         // why the document is not of the file as it is
	body     []byte         // the document of good
	view     []byte         // what is sent to the browser
}

// isCurrent reports whether the document shown is of the file as it is.
func (t *state) isCurrent() bool { return t.good != nil && t.good == t.unit }

// state returns what the plan is now, and compiles it where nobody did.
func (d *desk) state(ctx context.Context) *state {
	d.mu.Lock()
	now := d.now
	d.mu.Unlock()
	if now != nil && d.isWatched() {
		return now
	}
	return d.refresh(ctx)
}

// refresh compiles the plan as it is now, and tells those who look on if that shows anything
// new. Of several who ask while it is compiled, one builds for all.
func (d *desk) refresh(ctx context.Context) *state {
	d.mu.Lock()
	d.wanted++
	mine := d.wanted
	d.mu.Unlock()
	d.building.Lock()
	defer d.building.Unlock()
	d.mu.Lock()
	before, covered, forgotten := d.now, d.wanted, d.forgotten
	base := before
	if base == nil {
		base = d.left
	}
	if before != nil && d.built >= mine { // somebody has read the file since this was asked
		d.mu.Unlock()
		return before
	}
	d.mu.Unlock()
	next := d.build(ctx, base)
	if ctx.Err() != nil {
		return next // it was broken off
	}
	d.publish(before, next, covered, forgotten)
	return next
}

// publish makes a state the one that is shown.
func (d *desk) publish(before, next *state, covered, forgotten int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.forgotten == forgotten {
		d.built, d.now = covered, next
	}
	if before != nil && bytes.Equal(before.view, next.view) {
		next.version = before.version
		return
	}
	d.version++
	next.version = d.version
	for looker := range d.lookers {
		select {
		case looker <- struct{}{}:
		default:
		}
	}
}

// build compiles the plan as it is on the disk.
func (d *desk) build(ctx context.Context, before *state) *state {
	next := &state{}
	if before != nil {
		next.good, next.body, next.in = before.good, before.body, before.in
	}
	in, err := d.server.World.Read(d.name)
	if err != nil {
		next.problem = err.Error()
	} else {
		next.in = in
		d.compile(ctx, next)
	}
	next.view = d.view(next)
	return next
}

// compile makes of a plan what it gives.
func (d *desk) compile(ctx context.Context, next *state) {
	err := d.made(ctx, next)
	switch {
	case err != nil:
		next.problem = err.Error()
	case next.unit.Document == nil:
		next.problem = "The plan cannot be read in full at the moment; the errors say where. "
		if next.good != nil {
			next.problem += "The document is that of its last version that could be read."
		} else {
			next.problem += "There is no document of it so far."
		}
	}
}

// made compiles a plan, checks it and writes its document. A fault of isuplan's is an error:
// nobody else waits for what is made when a file was saved.
func (d *desk) made(ctx context.Context, next *state) (err error) {
	defer compile.Guard("showing", d.name, &err)
	with, err := d.server.compilers()
	if err != nil {
		return err
	}
	if next.unit, err = with.Final.Compile(ctx, next.in); err != nil {
		return err
	}
	u := next.unit
	if next.findings, err = u.Check(ctx); err != nil || u.Document == nil {
		return err
	}
	body, err := bodyOf(ctx, u)
	if err == nil {
		next.good, next.body = u, body
	}
	return err
}

// bodyOf writes the document for the page, with its pages in print.
func bodyOf(ctx context.Context, u *compile.Unit) ([]byte, error) {
	o := placed(u)
	var err error
	if o.Pages, err = pdf.Pages(ctx, u.Document); err != nil {
		return nil, err
	}
	return html.Body(ctx, u.Document, o)
}

// placed says of each run and figure where it comes from: the stretch of the plan's file that it
// was written in, such as 120-180, and the name of the value that it prints.
func placed(u *compile.Unit) html.Options {
	return html.Options{
		At: func(r *document.Run) string {
			return strings.TrimSpace(stretch(u.File, r.Origin) + " " + r.Name)
		},
		Cell: func(row *document.Row, c *document.Column) string {
			if row.ID == "" || c.ID == "" {
				return ""
			}
			return row.ID + "." + c.ID
		},
	}
}

// stretch is where a value stands in a file; "" for one of another file, such as the words of a
// template.
func stretch(f *source.File, n source.Node) string {
	if n.IsZero() || n.File() != f {
		return ""
	}
	s := n.Span()
	return fmt.Sprintf("%d-%d", s.Start.Offset, s.End.Offset)
}

// forget lets go of what was made, and of what is being made, if nobody looks at it; it
// reports whether that is so.
func (d *desk) forget() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.lookers) > 0 {
		return false
	}
	d.now = nil
	d.forgotten++
	return true
}

func (d *desk) isWatched() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.lookers) > 0
}

// look returns a channel that tells of new versions, and how to end that.
func (d *desk) look() (news chan struct{}, leave func()) {
	news = make(chan struct{}, 1)
	d.mu.Lock()
	d.lookers[news] = struct{}{}
	d.mu.Unlock()
	return news, func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		delete(d.lookers, news)
		if len(d.lookers) == 0 && d.now != nil {
			d.left, d.now = d.now, nil
		}
	}
}
