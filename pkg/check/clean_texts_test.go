package check_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCleanTexts holds that texts without a mistake (of species, arms, chemicals, labour,
// heritage and other fields, with words, names, numbers and dates that are not the plan's)
// give at most one finding in 1,000 words, over all rules, errors and notes too.
func TestCleanTexts(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("testdata", "clean", "*.yaml"))
	if err != nil || len(paths) < 12 {
		t.Fatalf("only %d clean texts: %v", len(paths), err)
	}
	words, found := 0, 0
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		words += len(strings.Fields(proseOf(string(text))))
		for _, f := range run(t, path, string(text)) {
			found++
			t.Logf("%s:%d: %s: %s", path, f.Span.Start.Line, f.Rule.Code, f.Message)
		}
	}
	t.Logf("%d findings in %d words", found, words)
	if found*1000 > words {
		t.Errorf("%d findings in %d words are more than one in 1,000", found, words)
	}
}

// proseOf returns the paragraphs of the sections of a clean text.
func proseOf(text string) string {
	_, from, _ := strings.Cut(text, "\n    paragraphs:\n")
	prose, _, _ := strings.Cut(from, "\noutcomes:\n")
	return prose
}
