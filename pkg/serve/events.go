package serve

import (
	"fmt"
	"net/http"
	"strconv"
)

// events tells a browser of each version of a plan, as long as it looks on (server-sent
// events). One that was away says which version it saw last.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	select {
	case s.looked <- struct{}{}:
		defer func() { <-s.looked }()
	default:
		refuse(w, http.StatusServiceUnavailable, "Too many pages look on at once; close some of them.")
		return
	}
	d, ok := s.desk(r.URL.Query().Get("plan"))
	if !ok {
		refuse(w, http.StatusNotFound, noPlan)
		return
	}
	news, leave := d.look()
	defer leave()
	seen, err := strconv.Atoi(r.Header.Get("Last-Event-ID"))
	if err != nil {
		seen, _ = strconv.Atoi(r.URL.Query().Get("version"))
	}
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	if _, err := fmt.Fprint(w, "retry: 300\n\n"); err != nil {
		return
	}
	for {
		if now := d.refreshed(r); now.version != seen {
			if _, err := fmt.Fprintf(w, "id: %d\ndata: %s\n\n", now.version, now.view); err != nil {
				return
			}
			seen = now.version
		}
		if out.Flush() != nil {
			return
		}
		select {
		case <-news:
		case <-r.Context().Done():
			return
		case <-s.ended:
			return
		}
	}
}

// refreshed returns the version that there is; a browser that comes new has the first made.
func (d *desk) refreshed(r *http.Request) *state { return d.state(r.Context()) }

const noPlan = "There is no such plan among those that are served."
