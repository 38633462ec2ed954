package lsp

import (
	"context"
	"path/filepath"
	"slices"
	"time"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/lsp/internal/protocol"
	"github.com/isuplan/isuplan/pkg/source"
)

// document is an open document.
type document struct {
	uri     protocol.DocumentURI
	path    string // on the disk; "" for none
	version int32
	text    []byte
	isPlan  bool // the client says so
	large   bool // it grew beyond what is read; its text is not kept

	now  *snapshot // of the text as it is
	good *snapshot // the last one that could be parsed; that of the text where none could

	halt  context.CancelFunc // ends the compiling of the good one
	quiet context.CancelFunc // ends the judging of the text as it is
	// hasten ends the pause before the judging.
	hasten context.CancelFunc
	idle   chan struct{} // closed when nothing runs in the background

	// What the background found, of a version; server.finding guards it.
	found        []diag.Finding
	foundVersion int32
	unit         *compile.Unit // the last one of which something could be read
}

// The bounds of what a client may have open.
const (
	mostDocuments = 500
	mostBytes     = 8 * source.MaxBytes
)

func (s *server) opened(p *protocol.DidOpen) {
	if old := s.docs[p.TextDocument.URI]; old != nil {
		old.stop()
	}
	if len(s.docs) >= mostDocuments || s.bytes()+len(p.TextDocument.Text) > mostBytes {
		s.log("too much is open; close some of it")
		return
	}
	d := &document{uri: p.TextDocument.URI, path: pathOf(p.TextDocument.URI), version: p.TextDocument.Version,
		isPlan: p.TextDocument.LanguageID == "isuplan", halt: func() {}, quiet: func() {}, hasten: func() {}, idle: make(chan struct{})}
	close(d.idle)
	s.docs[d.uri] = d
	d.set([]byte(p.TextDocument.Text))
	s.look(d)
	s.lookAtThoseAfter(d)
}

// bytes returns how much is kept of all documents.
func (s *server) bytes() (n int) {
	for _, d := range s.docs {
		n += len(d.text)
	}
	return n
}

// set gives the document another text.
func (d *document) set(text []byte) {
	if d.large = len(text) > source.MaxBytes; d.large {
		text = nil
	}
	d.text = text
}

func (s *server) changed(p *protocol.DidChange) {
	d := s.docs[p.TextDocument.URI]
	if d == nil {
		return
	}
	if p.TextDocument.Version != nil {
		d.version = *p.TextDocument.Version
	}
	for i := range p.ContentChanges {
		c := &p.ContentChanges[i]
		if d.large && c.Range != nil {
			continue // nobody knows of what it is a change
		}
		d.set(changedText(d.text, c))
	}
	s.look(d)
	s.lookAtThoseAfter(d)
}

func (s *server) closed(p *protocol.DidClose) {
	d := s.docs[p.TextDocument.URI]
	if d == nil {
		return
	}
	d.stop()
	<-d.idle // what it found must not be shown after this
	delete(s.docs, d.uri)
	s.publish(d.uri, nil, []protocol.Diagnostic{})
	s.lookAtThoseAfter(d) // which now see what is on the disk
}

func (s *server) saved(p *protocol.DidSave) {
	if d := s.docs[p.TextDocument.URI]; d != nil {
		if d.readsAny() { // for clients that do not watch files
			s.look(d)
		}
		s.lookAtThoseAfter(d)
	}
}

// lookAtThoseAfter looks again at the plans that name a document as that of the year before, or of
// several years, or read it otherwise.
func (s *server) lookAtThoseAfter(d *document) {
	for _, after := range s.docs {
		if after != d && d.path != "" && (after.reads(d.path) || slices.ContainsFunc(others, func(o other) bool { return after.names(o.key) == d.path })) {
			s.look(after)
		}
	}
}

// names returns the path of the plan that a key names, such as that of the year before; "" for none.
func (d *document) names(key string) string {
	if d.path == "" {
		return ""
	}
	name := filepath.FromSlash(d.good.root().Get(key).Text())
	if name == "" || !filepath.IsLocal(name) {
		return ""
	}
	return filepath.Join(filepath.Dir(d.path), name)
}

// pause is how long after a change the rules begin to look at it: whoever types on has no use
// for what they say in between, and waits for completions.
const pause = 40 * time.Millisecond

// look makes the document's snapshot and, in the background, compiles it and publishes what
// check finds. What ran for the text before ends; but while the text cannot be parsed the one
// before is compiled to its end, since it is what is known.
func (s *server) look(d *document) {
	snap := s.snapshot(d)
	d.now = snap
	d.quiet()
	if snap.index != nil || d.good == nil {
		d.good = snap
		d.halt()
	}
	compiling, halt := context.WithCancel(s.ctx)
	judging, quiet := context.WithCancel(compiling)
	before, idle := d.idle, make(chan struct{})
	hurry, hasten := context.WithCancel(judging)
	d.hasten = hasten
	if d.good == snap {
		d.halt = halt
	}
	d.quiet, d.idle = quiet, idle
	version := d.version
	s.work.Go(func() {
		defer close(idle)
		defer halt()
		defer hasten()
		s.compile(compiling, snap)
		s.keep(d, snap.unit)
		close(snap.ready)
		<-before
		select {
		case <-time.After(pause): // what was asked with the change is answered first
		case <-hurry.Done(): // the findings themselves are asked for
		case <-judging.Done():
		}
		s.diagnose(judging, d, snap, version)
	})
}

// stop ends what runs in the background.
func (d *document) stop() {
	d.quiet()
	d.halt()
}

// keep remembers a unit of which something could be read.
func (s *server) keep(d *document, u *compile.Unit) {
	if u == nil || u.Names == nil {
		return
	}
	s.finding.Lock()
	defer s.finding.Unlock()
	d.unit = u
}
