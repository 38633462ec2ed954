package serve

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/isuplan/isuplan/pkg/source"
)

// The times that a request may take. A stream of events ends with the longest, and the
// browser takes it up again.
const (
	toAsk    = 10 * time.Second
	toAnswer = 2 * time.Minute
	toEnd    = 2 * time.Second
)

// mostHeader is how long the head of a request may be: with as many values as can be tried out.
const mostHeader = 64 << 10

// mostConnections is how many connections are open at once; more wait.
const mostConnections = 128

// Run serves at a listener until the context ends.
func (s *Server) Run(ctx context.Context, at net.Listener) error {
	h := &http.Server{
		Handler: s, ReadHeaderTimeout: toAsk, ReadTimeout: toAsk, WriteTimeout: toAnswer, IdleTimeout: toAnswer,
		MaxHeaderBytes: mostHeader, ErrorLog: log.New(io.Discard, "", 0),
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	stopped := context.AfterFunc(ctx, func() {
		s.Close()
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), toEnd)
		defer cancel()
		if h.Shutdown(last) != nil {
			_ = h.Close()
		}
	})
	defer stopped()
	err := h.Serve(&limited{Listener: at, free: make(chan struct{}, mostConnections), ended: s.ended})
	s.Close()
	s.writing.Lock() // what is being written is written in full
	defer s.writing.Unlock()
	if errors.Is(err, http.ErrServerClosed) || ctx.Err() != nil {
		return nil
	}
	return err
}

// write writes a plan's file, unless the server has ended.
func (s *Server) write(ctx context.Context, was *source.File, text []byte) error {
	s.writing.RLock()
	defer s.writing.RUnlock()
	select {
	case <-s.ended:
		return errEnded
	default:
		return s.World.Write(ctx, was, text)
	}
}

var errEnded = errors.New("isuplan serve was ended")

// limited accepts only so many connections at once.
type limited struct {
	net.Listener
	free  chan struct{}
	ended chan struct{}
}

// Accept waits until there is room for another connection, or the server ends.
func (l *limited) Accept() (net.Conn, error) {
	select {
	case l.free <- struct{}{}:
	case <-l.ended:
		return nil, net.ErrClosed
	}
	c, err := l.Listener.Accept()
	if err != nil {
		<-l.free
		return nil, err
	}
	return &connection{Conn: c, free: l.free}, nil
}

// connection makes room when it is closed.
type connection struct {
	net.Conn
	free chan struct{}
	once sync.Once
}

// Close closes the connection.
func (c *connection) Close() error {
	defer c.once.Do(func() { <-c.free })
	return c.Conn.Close()
}
