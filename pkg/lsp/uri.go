package lsp

import (
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"github.com/isuplan/isuplan/pkg/lsp/internal/protocol"
)

// pathOf returns the path on the disk that a document has; "" for a document that has none, such
// as one that was not saved yet.
func pathOf(uri protocol.DocumentURI) string {
	u, err := url.Parse(string(uri))
	if err != nil || u.Scheme != "file" || u.Host != "" && u.Host != "localhost" || strings.ContainsRune(u.Path, 0) {
		return ""
	}
	p := u.Path
	if len(p) >= 3 && p[0] == '/' && p[2] == ':' && isLetter(p[1]) { // /c:/plans, also where the colon was %3A
		p = p[1:]
	}
	if p == "" || !path.IsAbs(p) && len(p) < 3 {
		return ""
	}
	return filepath.Clean(filepath.FromSlash(p))
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// beside returns the document of a path that begins in the folder of another document.
func beside(uri protocol.DocumentURI, name string) (protocol.DocumentURI, bool) {
	u, err := url.Parse(string(uri))
	if err != nil || u.Scheme != "file" || !filepath.IsLocal(filepath.FromSlash(name)) {
		return "", false
	}
	u.Path, u.RawPath, u.RawQuery, u.Fragment = path.Join(path.Dir(u.Path), filepath.ToSlash(name)), "", "", ""
	return protocol.DocumentURI(u.String()), true
}
