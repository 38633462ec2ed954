package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"strconv"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/serve"
	"github.com/isuplan/isuplan/pkg/watch"
)

func (a *app) serveCommand() *cobra.Command {
	s := server{settings: newSettings(a)}
	cmd := &cobra.Command{
		Use:   "serve [PLAN|FOLDER]",
		Short: "Show a plan in the browser while it is written",
		Long: `Show the document of a plan in the browser, with its findings, and both anew after
each save. A click on a word or a figure shows where it was written and how it came
about, and lets it be changed there. There are pages for the budget, with values to
try out, and for what changed. Where no plan is named, that of this folder or of its
plans/ is taken; a folder stands for all plans in it and below it.

Only this machine is served, and only the browser that is opened. The address goes
to standard output. Ctrl-C ends it.
Exit code 0: it was ended. 2: the tool could not run.`,
		Example: `  isuplan serve plans/2018.yaml
  isuplan serve plans`,
		Args:              oneName,
		ValidArgsFunction: completePlans,
		RunE:              func(cmd *cobra.Command, args []string) error { return s.run(cmd.Context(), args) },
	}
	cmd.Flags().IntVar(&s.port, "port", 0, "the port to listen at; any that is free if it is 0")
	cmd.Flags().BoolVar(&s.quiet, "no-browser", false, "open no browser")
	s.templateFlag(cmd)
	return cmd
}

// server is the serve command and its flags.
type server struct {
	settings
	port  int
	quiet bool
}

func (s *server) run(ctx context.Context, args []string) error {
	names, err := s.served(args)
	if err != nil {
		return err
	}
	w := &served{app: s.app, names: names}
	watcher := watch.New(names...)
	defer func() { _ = watcher.Close() }()                  // nothing is lost by it
	s.app.reading = func(path string) { watcher.Add(path) } // a template and a language of the user's too
	if err := s.ready(ctx, w); err != nil {
		return err
	}
	at, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(s.port)))
	if err != nil {
		if errors.Is(err, syscall.EADDRINUSE) {
			return troublef("another program listens at port %d already; leave out --port for a free one", s.port)
		}
		return troublef("cannot listen at port %d: %s", s.port, reason(err))
	}
	defer func() { _ = at.Close() }()
	if !s.app.begun() {
		return context.Canceled
	}
	goOn()
	token, once := rand.Text(), rand.Text()
	server := serve.New(serve.Options{World: w, Compilers: s.compilers, Rules: rulesText, Token: token, Once: once, Host: at.Addr().String()})
	address := "http://" + at.Addr().String() + "/?token=" + token
	if _, err := fmt.Fprintln(s.app.stdout, address); err != nil {
		return err
	}
	s.app.stdout.flush()
	s.app.say("open this address in a browser, if none opens by itself; Ctrl-C ends it")
	if !s.quiet {
		s.app.browse("http://" + at.Addr().String() + "/?token=" + once)
	}
	go s.follow(ctx, watcher, server)
	return server.Run(ctx, at)
}

// ready finds out what no page could mend: that there is no plan, or no template.
func (s *server) ready(ctx context.Context, w *served) error {
	found, err := w.Plans()
	if err != nil {
		return err
	}
	in, err := w.Read(found[0])
	if err != nil {
		return err
	}
	c, err := s.compiler()
	if err != nil {
		return err
	}
	_, err = c.Compute(ctx, in)
	return err
}

// served returns the names of what is served.
func (s *server) served(args []string) ([]string, error) {
	if len(args) == 0 {
		name, err := s.app.planHere()
		return []string{name}, err
	}
	if args[0] == "-" {
		return nil, troublef("standard input comes once; name a plan file to serve")
	}
	return args, nil
}

// follow tells the server of each change until the context ends.
func (s *server) follow(ctx context.Context, w *watch.Watcher, to *serve.Server) {
	for {
		if _, err := w.Next(ctx); err != nil {
			return
		}
		go to.Changed(ctx) // a plan that takes long to build holds no other up
	}
}

// compilers returns the compilers by the flags. A template of the user's is read anew.
func (s *server) compilers() (c serve.Compilers, err error) {
	with := func(change func(*compile.Options)) *compile.Compiler {
		if err != nil {
			return nil
		}
		other := *s
		change(&other.Options)
		var made *compile.Compiler
		made, err = other.compiler()
		return made
	}
	c.Final = with(func(*compile.Options) {})
	c.Draft = with(func(o *compile.Options) { o.Draft = true })
	c.Recompute = with(func(o *compile.Options) { o.Recompute = true })
	return c, err
}
