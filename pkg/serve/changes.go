package serve

import (
	"context"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/render/html"
	"github.com/isuplan/isuplan/pkg/source"
)

// changes shows what changed against the plan of the year before, another plan that is served,
// or a revision of git.
func (s *Server) changes(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	d, ok := s.desk(q.Get("plan"))
	if !ok {
		refuse(w, http.StatusNotFound, noPlan)
		return
	}
	names, err := s.World.Plans()
	if err != nil {
		refuse(w, http.StatusInternalServerError, err.Error())
		return
	}
	names = slices.DeleteFunc(names, func(n string) bool { return n == d.name })
	with, revision := q.Get("with"), strings.TrimSpace(q.Get("revision"))
	v := map[string]any{"Title": "Changes of " + d.name, "Plan": d.name, "Here": "changes", "Many": len(names) > 0,
		"Others": names, "With": with, "Revision": revision, "All": q.Get("all") != ""}
	in, err := s.World.Read(d.name)
	if err != nil {
		v["Problem"] = err.Error()
		show(w, "changes", v)
		return
	}
	body, problem := s.compared(r.Context(), in, with, revision, q.Get("all") != "")
	v["Body"], v["Problem"] = template.HTML(body), problem //nolint:gosec // the renderer escaped it
	show(w, "changes", v)
}

// compared makes a document of what changed; problem says in a sentence why there is none.
func (s *Server) compared(ctx context.Context, in compile.Input, with, revision string, all bool) (body []byte, problem string) {
	compilers, err := s.compilers()
	if err != nil {
		return nil, err.Error()
	}
	now, err := compilers.Final.Compute(ctx, in)
	if err != nil {
		return nil, err.Error()
	}
	if !now.Complete() {
		return nil, "The plan cannot be read in full at the moment."
	}
	old, problem := s.before(ctx, now, in, with, revision)
	if problem != "" {
		return nil, problem
	}
	before, err := compilers.Final.Compute(ctx, old)
	if err != nil {
		return nil, err.Error()
	}
	if !before.Complete() {
		return nil, "The plan to compare with cannot be read in full."
	}
	c, err := compile.Compare(ctx, before, now)
	if err != nil {
		return nil, err.Error()
	}
	body, err = html.Body(ctx, c.Document(all), html.Options{})
	if err != nil {
		return nil, err.Error()
	}
	return body, ""
}

// before returns the plan to compare with.
func (s *Server) before(ctx context.Context, now *compile.Unit, in compile.Input, with, revision string) (compile.Input, string) {
	switch {
	case revision != "":
		old, err := s.World.At(ctx, in.File.Name, revision)
		if err != nil {
			return old, err.Error()
		}
		return old, ""
	case with != "":
		if _, ok := s.desk(with); !ok {
			return compile.Input{}, noPlan
		}
		old, err := s.World.Read(with)
		if err != nil {
			return old, err.Error()
		}
		return old, ""
	}
	previous := now.Plan.Previous
	if !previous.IsSet() {
		return compile.Input{}, "This plan names no plan of the year before (previous); choose what to compare with."
	}
	last, err := now.Previous()
	if err != nil {
		return compile.Input{}, "The plan of the year before, " + previous.Value + ", cannot be read: " + compile.Reason(err) + "."
	}
	return compile.Input{File: source.NewFile(previous.Value, last.Bytes), Folder: now.FolderOf(previous.Value)}, ""
}
