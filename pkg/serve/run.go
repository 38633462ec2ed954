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
)

// The times that a request may take. A stream of events ends with the longest, and the
// browser takes it up again.
const (
	toAsk    = 10 * time.Second
	toAnswer = 2 * time.Minute
	toEnd    = 2 * time.Second
)

// mostConnections is how many connections are open at once; more wait.
const mostConnections = 128

// Run serves at a listener until the context ends.
func (s *Server) Run(ctx context.Context, at net.Listener) error {
	h := &http.Server{
		Handler: s, ReadHeaderTimeout: toAsk, ReadTimeout: toAsk, WriteTimeout: toAnswer, IdleTimeout: toAnswer,
		MaxHeaderBytes: 16 << 10, ErrorLog: log.New(io.Discard, "", 0),
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
	err := h.Serve(&limited{Listener: at, free: make(chan struct{}, mostConnections)})
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// limited accepts only so many connections at once.
type limited struct {
	net.Listener
	free chan struct{}
}

// Accept waits until there is room for another connection.
func (l *limited) Accept() (net.Conn, error) {
	l.free <- struct{}{}
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
