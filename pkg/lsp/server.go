// Package lsp is a server of the language server protocol, version 3.17, for plans, templates
// and language files. It holds a compiler and what it last knew of each open document, and has
// nothing of its own but the protocol: findings are those of check, edits those of the packages
// that make them.
package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"sync"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/lsp/internal/protocol"
	"github.com/isuplan/isuplan/pkg/lsp/internal/wire"
	"github.com/isuplan/isuplan/pkg/source"
)

// Options say what a server works with.
type Options struct {
	Compiler *compile.Compiler
	// Folder returns the files of a folder on the disk, out of which nothing may lead; nil where
	// nothing on the disk is to be read. A plan's own folder is the only one that it is asked for.
	Folder func(dir string) fs.FS
	// URL is where the pages of the rules are; "" for nowhere.
	URL string
}

// longestMessage is the largest message that is taken: a plan, each byte of it escaped.
const longestMessage = 6*source.MaxBytes + 1<<20

// Serve talks to a client until that ends the talk. It returns whether that was in order: the
// client asked for a shutdown before. The error says that the talk broke off.
func Serve(ctx context.Context, in io.Reader, out io.Writer, o Options) (orderly bool, err error) {
	ctx, stop := context.WithCancel(ctx)
	s := &server{Options: o, ctx: ctx, conn: wire.NewConn(in, out, longestMessage), running: map[string]context.CancelFunc{}, docs: map[protocol.DocumentURI]*document{}}
	queue := make(chan incoming, 16)
	go s.listen(queue)
	defer s.work.Wait()
	defer stop()
	for {
		select {
		case <-ctx.Done():
			return false, ctx.Err()
		case m := <-queue:
			if m.err != nil {
				if errors.Is(m.err, io.EOF) {
					m.err = nil
				}
				return false, m.err
			}
			if m.message.Method == "exit" {
				return s.state == ended, nil
			}
			if err := s.take(m); err != nil {
				return false, err
			}
		}
	}
}

// server is one talk with a client.
type server struct {
	Options
	ctx   context.Context //nolint:containedctx // of the talk: what runs in the background ends with it
	conn  *wire.Conn
	state state
	can   protocol.ClientCapabilities
	docs  map[protocol.DocumentURI]*document
	work  sync.WaitGroup // in the background

	mu      sync.Mutex
	running map[string]context.CancelFunc // requests that were not answered yet, by their ids

	finding sync.Mutex // of what follows, which the background writes
}

// state says how far a talk is.
type state int

const (
	begun state = iota
	ready
	ended // a shutdown was asked for
)

// incoming is a message, or the reason why none comes any more.
type incoming struct {
	message *wire.Message
	ctx     context.Context //nolint:containedctx // of one request: it ends when the client does not want it any more
	failure *wire.Error
	err     error
}

// listen reads messages until there are no more. What the client does not want any more is
// cancelled at once, before its turn.
func (s *server) listen(to chan<- incoming) {
	for {
		m, err := s.conn.Read()
		in := incoming{message: m, ctx: s.ctx}
		var failure *wire.Error
		switch {
		case errors.As(err, &failure):
			in.failure, in.message = failure, &wire.Message{}
		case err != nil:
			in.err = err
		case m.Method == "$/cancelRequest":
			s.cancel(m.Params)
			continue
		case m.IsRequest():
			in.ctx = s.register(m.ID)
		}
		select {
		case to <- in:
		case <-s.ctx.Done():
			return
		}
		if in.err != nil {
			return
		}
	}
}

func (s *server) register(id json.RawMessage) context.Context {
	ctx, cancel := context.WithCancel(s.ctx)
	s.mu.Lock()
	defer s.mu.Unlock()
	if before := s.running[string(id)]; before != nil {
		before() // a client that uses an id twice gets one answer less
	}
	s.running[string(id)] = cancel
	return ctx
}

func (s *server) cancel(params json.RawMessage) {
	var p protocol.CancelParams
	if json.Unmarshal(params, &p) != nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if cancel := s.running[string(p.ID)]; cancel != nil {
		cancel()
	}
}

func (s *server) done(id json.RawMessage) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if cancel := s.running[string(id)]; cancel != nil {
		cancel()
		delete(s.running, string(id))
	}
}

// take does what a message asks for. The error is that of writing the answer.
func (s *server) take(in incoming) error {
	m := in.message
	switch {
	case in.failure != nil:
		return s.conn.Answer(nil, nil, in.failure)
	case !m.IsRequest():
		s.notified(m)
		return nil
	}
	defer s.done(m.ID)
	result, failure := s.answer(in.ctx, m)
	return s.conn.Answer(m.ID, result, failure)
}

// notified takes a notification. One that comes too early, or that nobody knows, is passed over.
func (s *server) notified(m *wire.Message) {
	take := notifications()[m.Method]
	if take == nil || s.state != ready {
		return
	}
	if err := guarded(m.Method, func() error { return take(s, m.Params) }); err != nil {
		s.log(err.Error())
	}
}

// answer answers a request.
func (s *server) answer(ctx context.Context, m *wire.Message) (result any, failure *wire.Error) {
	switch {
	case m.Method == "initialize" && s.state == begun:
	case s.state == begun:
		return nil, &wire.Error{Code: wire.ServerNotInitialized, Message: "the first request has to be initialize"}
	case s.state == ended || m.Method == "initialize":
		return nil, &wire.Error{Code: wire.InvalidRequest, Message: m.Method + " is not asked for any more"}
	}
	take := requests()[m.Method]
	if take == nil {
		return nil, &wire.Error{Code: wire.MethodNotFound, Message: "isuplan does not know " + m.Method}
	}
	err := guarded(m.Method, func() (err error) {
		if err := ctx.Err(); err != nil {
			return err
		}
		result, err = take(s, ctx, m.Params)
		return err
	})
	if err != nil {
		return nil, failureOf(err)
	}
	return result, nil
}

// guarded does something, and turns a fault of isuplan into an error.
func guarded(what string, do func() error) (err error) {
	defer compile.Guard("answering", what, &err)
	return do()
}

// failureOf says an error in the protocol's terms.
func failureOf(err error) *wire.Error {
	var failure *wire.Error
	switch {
	case errors.As(err, &failure):
		return failure
	case errors.Is(err, context.Canceled):
		return &wire.Error{Code: wire.RequestCancelled, Message: "the request was cancelled"}
	}
	return &wire.Error{Code: wire.InternalError, Message: err.Error()}
}

// log shows a sentence in the client's log.
func (s *server) log(text string) {
	_ = s.conn.Notify("window/logMessage", map[string]any{"type": 1, "message": text}) // a client that is gone is noticed when it is read from
}
