package serve

import (
	"html/template"
	"net/http"

	"github.com/isuplan/isuplan/pkg/render"
)

// document is the page with the findings at the left and the document at the right.
func (s *Server) document(w http.ResponseWriter, r *http.Request) {
	d, ok := s.desk(r.URL.Query().Get("plan"))
	if !ok {
		refuse(w, http.StatusNotFound, noPlan)
		return
	}
	t := d.state(r.Context())
	show(w, "document", map[string]any{
		"Title": d.name, "Plan": d.name, "Here": "document", "Many": s.many(),
		"Findings": template.HTML(d.findings(t)), //nolint:gosec // its own template escaped it
		"Document": template.HTML(t.body),        //nolint:gosec // the renderer escaped it
		"Status":   d.status(t), "Problem": t.problem, "Files": fileFormats(),
	})
}

// many reports whether several plans are served.
func (s *Server) many() bool {
	names, err := s.World.Plans()
	return err == nil && len(names) > 1
}

// fileFormats are the formats of documents that are one file.
func fileFormats() (list []render.Format) {
	for _, f := range render.Formats() {
		if f.Name != "md" { // whose pictures stand beside it
			list = append(list, f)
		}
	}
	return list
}
