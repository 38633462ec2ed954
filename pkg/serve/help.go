package serve

import (
	"html/template"
	"net/http"
	"strings"

	"github.com/isuplan/isuplan/pkg/manual"
)

// help shows a page of the documentation that comes with isuplan, or the list of them.
func (s *Server) help(w http.ResponseWriter, r *http.Request) {
	v := map[string]any{"Title": "Help", "Here": "help", "List": manual.Titles(), "Many": s.many()}
	plan := r.URL.Query().Get("plan")
	if _, ok := s.desk(plan); !ok {
		plan = ""
	}
	v["Plan"] = plan
	if name := r.PathValue("name"); name != "" {
		page, ok := manual.Named(name)
		if !ok {
			refuse(w, http.StatusNotFound, "There is no page of that name.")
			return
		}
		v["Title"] = page.Title
		v["Body"] = template.HTML(page.HTML(helpLink(plan))) //nolint:gosec // the manual escapes it
	}
	show(w, "help", v)
}

// helpLink leads from page to page, and nowhere else but to the web. The plan that somebody
// comes from stays at hand.
func helpLink(plan string) func(string) string {
	return func(target string) string {
		switch {
		case strings.HasPrefix(target, "#"), strings.HasPrefix(target, "https://"):
			return target
		}
		file, anchor, hasAnchor := strings.Cut(target, "#")
		name, isPage := strings.CutSuffix(strings.TrimPrefix(file, "docs/"), ".md")
		if _, ok := manual.Named(name); !isPage || !ok {
			return ""
		}
		to := "/help/" + name
		if plan != "" {
			to = address(to, plan)
		}
		if hasAnchor {
			to += "#" + anchor
		}
		return to
	}
}
