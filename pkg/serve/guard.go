package serve

import (
	"crypto/subtle"
	"net/http"
	"net/url"

	"github.com/isuplan/isuplan/pkg/compile"
)

// policy lets a page load what this server has, and nothing else; no script or style stands
// in a page itself.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// ServeHTTP answers a request of the browser that was opened, and refuses all others: those of
// other pages, of names that lead here, and those without the token.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	switch {
	case r.Host != s.Host:
		h.Set("Connection", "close") // strangers hold none
		refuse(w, http.StatusMisdirectedRequest, "This is isuplan on somebody's own machine. It answers at "+s.Host+" only.")
	case !s.isOwn(r):
		h.Set("Connection", "close")
		refuse(w, http.StatusForbidden, "Another site asked for this. isuplan answers to its own pages only.")
	case r.Method == http.MethodGet && r.URL.Path == "/" && s.opens(r.URL.Query().Get("token")):
		//nolint:gosec // a Secure cookie would not come back over loopback's plain HTTP
		http.SetCookie(w, &http.Cookie{Name: s.cookie(), Value: s.Token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
		http.Redirect(w, r, "/", http.StatusSeeOther)
	case !s.isKnown(r):
		h.Set("Connection", "close")
		refuse(w, http.StatusForbidden, "This page is for whoever started isuplan serve. Open the address that it printed.")
	default:
		s.mux.ServeHTTP(w, r)
	}
}

// isOwn reports a request that no page of another site made. Browsers say which page one
// comes from for all that changes something, and newer ones for every request.
func (s *Server) isOwn(r *http.Request) bool {
	switch site := r.Header.Get("Sec-Fetch-Site"); site {
	case "", "same-origin", "none":
	default:
		return false
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return r.Method == http.MethodGet || r.Method == http.MethodHead
	}
	u, err := url.Parse(origin)
	return err == nil && u.Scheme == "http" && u.Host == s.Host
}

// cookie is named by the port: browsers give cookies to all ports of a machine.
func (s *Server) cookie() string {
	name := []byte("isuplan-" + s.Host)
	for i, c := range name {
		if c == ':' || c == '.' || c == '[' || c == ']' {
			name[i] = '-'
		}
	}
	return string(name)
}

func (s *Server) isKnown(r *http.Request) bool {
	c, err := r.Cookie(s.cookie())
	return err == nil && s.isToken(c.Value)
}

// opens reports whether an address is one of those to open: the one that stays, or the one that
// holds once.
func (s *Server) opens(token string) bool {
	if s.isToken(token) {
		return true
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.Once == "" || subtle.ConstantTimeCompare([]byte(token), []byte(s.Once)) != 1 {
		return false
	}
	s.Once = ""
	return true
}

func (s *Server) isToken(token string) bool {
	return s.Token != "" && subtle.ConstantTimeCompare([]byte(token), []byte(s.Token)) == 1
}

// bounded lets only so many requests be worked on at once, with bodies of a bounded size, and
// turns a fault of isuplan's into an answer.
func (s *Server) bounded(handle http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		select {
		case s.busy <- struct{}{}:
			defer func() { <-s.busy }()
		case <-r.Context().Done():
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, mostBody)
		if err := guarded(handle, w, r); err != nil {
			refuse(w, http.StatusInternalServerError, err.Error())
		}
	}
}

// mostBody is how long a request may be: a text of the plan with its escapes.
const mostBody = 4 << 20

// guarded handles a request; a panic becomes the error that says what to report.
func guarded(handle http.HandlerFunc, w http.ResponseWriter, r *http.Request) (err error) {
	defer compile.Guard("answering", r.URL.Path, &err)
	handle(w, r)
	return nil
}

// refuse answers with a sentence.
func refuse(w http.ResponseWriter, code int, sentence string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(code)
	_, _ = w.Write([]byte(sentence + "\n")) //nolint:gosec // it is plain text
}
