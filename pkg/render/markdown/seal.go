package markdown

import "strings"

// seal says how the document was made, in the line above the mark. It waits for the
// check, so it is written last.
func (w *writer) seal() {
	s := w.doc.Meta.Sealed()
	if s.Plan == "" {
		return
	}
	w.out.WriteString("<!-- " + inComment(s.Tool) + "; plan sha256:" + inComment(s.Plan) + "; check: " + inComment(s.Check) + " -->\n")
}

// commentEscaper keeps a text within its comment and on its line.
var commentEscaper = strings.NewReplacer("--", "-&#45;", ">", "&gt;", "<", "&lt;", "\n", " ", "\r", " ")

func inComment(s string) string { return commentEscaper.Replace(s) }
