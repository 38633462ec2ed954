package markdown_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/markdown"
)

func TestTheSealStaysInItsComment(t *testing.T) {
	for _, check := range append(hostile, "no findings (41 waived)", "--> # out", "---", "a\nb", "-") {
		seal := document.Seal{Plan: "ab12", Tool: "isuplan 0.1.0", Check: check}
		md, err := markdown.Render(t.Context(), &document.Document{}, seal)
		if err != nil {
			t.Fatal(err)
		}
		if page := strings.ReplaceAll(toHTML(t, md), "<!-- raw HTML omitted -->", ""); strings.TrimSpace(page) != "" {
			t.Errorf("%q left the comment: %s", check, page)
		}
		if !markdown.Ours(md) {
			t.Errorf("with %q, our own file is not recognized", check)
		}
	}
	if md := rendered(t, &document.Document{}); strings.Contains(string(md), "sha256") {
		t.Errorf("a seal without a plan: %s", md)
	}
}
