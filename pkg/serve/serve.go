// Package serve shows plans in a browser while they are written: the document with its
// findings, the budget with what-if values, what changed. It is for one person on one
// machine. What it reads and writes it is handed (World); it keeps nothing but what the
// browser looks at.
package serve

import (
	"context"
	"errors"
	"net/http"
	"sync"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/source"
)

// World is what lies outside: the plans that are served, and nothing else.
type World interface {
	// Plans returns the names of the plans that are served, in order.
	Plans() ([]string, error)
	// Read reads one of them.
	Read(name string) (compile.Input, error)
	// Write puts another text into a plan's file, completely or not at all. Where the file
	// does not hold any more what was read, the error is ErrChanged.
	Write(ctx context.Context, was *source.File, text []byte) error
	// At reads a plan as it was at a revision of git.
	At(ctx context.Context, name, revision string) (compile.Input, error)
	// Path returns the path of a plan's file as other programs open it.
	Path(name string) string
}

// ErrChanged is the error of writing to a file that somebody else changed since it was read.
var ErrChanged = errors.New("somebody else changed the file meanwhile")

// Options say what is served, and how.
type Options struct {
	World World
	// Compilers returns what compiles the plans. It is asked again when files changed, since
	// a template may be among them.
	Compilers func() (Compilers, error)
	// Rules returns the page of the rules, in Markdown; nil where there is none.
	Rules func(context.Context) (string, error)
	// Token is the secret by which the browser that was opened is known.
	Token string
	// Once stands for Token in one request, the first. It is for the address that is handed to
	// another program: whoever is logged in sees with what a program was started.
	Once string
	// Host is the address that is listened at, such as 127.0.0.1:8410.
	Host string
}

// Compilers compile plans in the ways that pages need.
type Compilers struct {
	Final *compile.Compiler // documents as they are
	Draft *compile.Compiler // the files of a plan that has errors
	// Recompute puts what rules give in the place of stated amounts, for what-if values.
	Recompute *compile.Compiler
}

// Server answers the requests of a browser. It is safe for use by several goroutines.
type Server struct {
	Options
	mux    *http.ServeMux
	mu     sync.Mutex
	with   *Compilers // nil where they are to be asked for
	desks  map[string]*desk
	ended  chan struct{}
	end    sync.Once
	busy   chan struct{} // requests that are worked on
	heavy  chan struct{} // files that are built
	looked chan struct{} // browsers that look on
	rules  struct {      // their page, once it is made
		mu   sync.Mutex
		text string
	}

	writing sync.RWMutex // held for reading by those who write a plan
}

// The bounds of the work that is done at once.
const (
	mostRequests = 16
	mostBuilds   = 2
	mostLookers  = 32
)

// New returns a server. Close ends what it has begun.
func New(o Options) *Server {
	s := &Server{Options: o, mux: http.NewServeMux(), desks: map[string]*desk{}, ended: make(chan struct{}),
		busy: make(chan struct{}, mostRequests), heavy: make(chan struct{}, mostBuilds), looked: make(chan struct{}, mostLookers)}
	s.routes()
	return s
}

// routes are all that can be asked for.
func (s *Server) routes() {
	for pattern, handle := range map[string]http.HandlerFunc{
		"GET /{$}":         s.overview,
		"GET /document":    s.document,
		"GET /place":       s.place,
		"GET /budget":      s.budget,
		"GET /changes":     s.changes,
		"GET /download":    s.download,
		"POST /change":     s.change,
		"GET /assets/{f}":  s.asset,
		"GET /help":        s.help,
		"GET /help/{page}": s.helpPage,
	} {
		s.mux.HandleFunc(pattern, s.bounded(handle))
	}
	s.mux.HandleFunc("GET /events", s.events) // which lasts, and is bounded by itself
}

// Changed tells the server that files may have changed, and returns when that shows. Plans
// that nobody looks at are forgotten until somebody does. No plan waits for a longer one.
func (s *Server) Changed(ctx context.Context) {
	s.mu.Lock()
	s.with = nil
	var desks []*desk
	for _, d := range s.desks {
		desks = append(desks, d)
	}
	s.mu.Unlock()
	var all sync.WaitGroup
	for _, d := range desks {
		if !d.forget() {
			all.Go(func() { d.refresh(ctx) })
		}
	}
	all.Wait()
}

// compilers returns what compiles the plans now.
func (s *Server) compilers() (Compilers, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.with == nil {
		c, err := s.Compilers()
		if err != nil {
			return c, err
		}
		s.with = &c
	}
	return *s.with, nil
}

// Close ends the streams of events, so that a server that shuts down need not wait for them.
func (s *Server) Close() { s.end.Do(func() { close(s.ended) }) }

// desk returns the desk of a plan that is served. It is false for any other name.
func (s *Server) desk(name string) (*desk, bool) {
	s.mu.Lock()
	d, ok := s.desks[name]
	s.mu.Unlock()
	if ok {
		return d, true
	}
	names, err := s.World.Plans()
	if err != nil {
		return nil, false
	}
	for _, n := range names {
		if n == name {
			s.mu.Lock()
			defer s.mu.Unlock()
			if d, ok := s.desks[name]; ok {
				return d, true
			}
			d := &desk{server: s, name: name, lookers: map[chan struct{}]struct{}{}}
			s.desks[name] = d
			return d, true
		}
	}
	return nil, false
}
