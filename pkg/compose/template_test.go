package compose

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/templates"
)

// TestTemplateMistakes makes one mistake at a time in the standard template.
func TestTemplateMistakes(t *testing.T) {
	text, err := templates.Files.ReadFile("un.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if _, findings, ok := LoadTemplate(source.NewFile("un.yaml", text)); !ok {
		t.Fatal(findings)
	}
	for name, c := range map[string]struct{ old, new, say string }{
		"unknown kind":     {"block: results", "block: result", "did you mean `results`?"},
		"wrong part":       {"from: mandate}", "from: mandates}", "did you mean `mandate`?"},
		"lettered budget":  {"{block: lettered, from: mandate}", "{block: lettered, from: budget}", "cannot print budget"},
		"no label":         {"show: label", "show: note", "no column that shows the label"},
		"no amounts":       {"show: amount", "show: note", "no column that shows the amount"},
		"no width":         {"width: 56", "width: 0", "makes no column"},
		"pattern":          {`"(a)"`, `"(b)"`, "numbering pattern"},
		"version":          {"template: 1", "template: 3", "version 1"},
		"section twice":    {"id: basis", "id: mandate", "two sections"},
		"no caption":       {"        caption: ${words.budget_table}\n", "", "no `caption`"},
		"misspelt heading": {"heading: ${words.heading_basis}", "headng: ${words.heading_basis}", "did you mean `heading`?"},
	} {
		t.Run(name, func(t *testing.T) {
			broken := strings.Replace(string(text), c.old, c.new, 1)
			if broken == string(text) {
				t.Fatalf("the template has no %q", c.old)
			}
			_, findings, ok := LoadTemplate(source.NewFile("un.yaml", []byte(broken)))
			if ok {
				t.Fatal("nothing was found")
			}
			for _, f := range findings {
				if strings.Contains(f.Message+" "+f.Hint, c.say) && f.Span.IsValid() {
					return
				}
			}
			t.Errorf("got %v, want %q", findings, c.say)
		})
	}
}
