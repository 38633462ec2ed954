package markdown

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

// comment says how the document was made, in the line above the mark.
func comment(s document.Seal) string {
	if s.Plan == "" {
		return ""
	}
	return "<!-- " + inComment(s.Tool) + "; plan sha256:" + inComment(s.Plan) + "; check: " + inComment(s.Check) + " -->\n"
}

// commentEscaper keeps a text within its comment and on its line.
var commentEscaper = strings.NewReplacer("--", "-&#45;", ">", "&gt;", "<", "&lt;", "\n", " ", "\r", " ")

func inComment(s string) string { return commentEscaper.Replace(s) }
