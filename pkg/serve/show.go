package serve

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"path"
	"strings"
	"sync"

	"github.com/isuplan/isuplan/pkg/render/html"
)

//go:embed pages
var files embed.FS

// pageSet is made when the first page is asked for: no other command pays for it.
var pageSet = sync.OnceValues(func() (*template.Template, error) {
	return template.New("").Funcs(template.FuncMap{"address": address, "rule": ruleAddress, "words": strings.NewReplacer("-", " ", ".", ", ").Replace}).ParseFS(files, "pages/*.html")
})

// executed writes a page or a part of one.
func executed(name string, value any) ([]byte, error) {
	t, err := pageSet()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.ExecuteTemplate(&b, name, value)
	return b.Bytes(), err
}

// show answers with a page.
func show(w http.ResponseWriter, name string, value any) {
	page, err := executed(name, value)
	if err != nil {
		refuse(w, http.StatusInternalServerError, "isuplan could not make this page; please report it.")
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(page)
}

// asset answers with a script or a style sheet.
func (s *Server) asset(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("f")
	kinds := map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
	kind, ok := kinds[path.Ext(name)]
	text, err := files.ReadFile("pages/" + path.Base(name))
	if name == "document.css" {
		text, err = []byte(html.Style()), nil
	}
	if !ok || err != nil {
		refuse(w, http.StatusNotFound, "There is no such file.")
		return
	}
	w.Header().Set("Content-Type", kind)
	_, _ = w.Write(text)
}
