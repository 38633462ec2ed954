package report_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestExcerptOfWhatIsNoText: a finding may lie anywhere among bytes that are no characters.
func TestExcerptOfWhatIsNoText(t *testing.T) {
	text := "a: " + strings.Repeat("\x80", 9000) + "é" + strings.Repeat("\xbf", 5000) + "\n" + strings.Repeat("\x80", 20)
	f := source.NewFile("a.yaml", []byte(text))
	for from := 0; from < len(text); from += 997 {
		for _, long := range []int{0, 1, 2, 300, 6000} {
			finding := diag.Finding{Rule: diag.Rule{Code: "F101", Name: "not-text"}, Span: f.Span(from, min(from+long, len(text))), Message: "no text"}
			var b strings.Builder
			if err := report.Text(&b, []diag.Finding{finding}, false); err != nil || !strings.Contains(b.String(), "^") {
				t.Fatalf("%d, %d bytes: %v\n%s", from, long, err, b.String())
			}
		}
	}
}
