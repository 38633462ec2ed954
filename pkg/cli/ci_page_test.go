package cli_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/isuplan/isuplan/pkg/report"
)

var fence = regexp.MustCompile("(?s)```yaml\n(.*?)```")

// TestTheExamplesOfCIWork reads the examples of docs/ci.md: what they give to the
// action and to pre-commit must be there. TestPagesShowWhatTheProgramPrints runs their commands.
func TestTheExamplesOfCIWork(t *testing.T) {
	text, err := os.ReadFile("../../docs/ci.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(text)
	for _, f := range report.Formats() {
		if !strings.Contains(page, "| `"+f.Name+"` |") {
			t.Errorf("the page says nothing of the format %s", f.Name)
		}
	}
	a, examples := readAction(t), 0
	for _, block := range fence.FindAllStringSubmatch(page, -1) {
		var root yaml.Node
		if err := yaml.Unmarshal([]byte(block[1]), &root); err != nil {
			t.Fatalf("%v in\n%s", err, block[1])
		}
		walk(&root, func(m map[string]yaml.Node) {
			if uses, ok := m["uses"]; ok && strings.HasPrefix(uses.Value, "isuplan/isuplan@") {
				examples++
				var with map[string]string
				given := m["with"]
				if err := given.Decode(&with); err != nil {
					t.Error(err)
				}
				for key := range with {
					if _, declared := a.Inputs[key]; !declared {
						t.Errorf("the action has no input %s", key)
					}
				}
			}
		})
	}
	hooks, err := os.ReadFile("../../.pre-commit-hooks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range regexp.MustCompile(`- id: (\S+)`).FindAllStringSubmatch(page, -1) {
		examples++
		if !strings.Contains(string(hooks), id[0]+"\n") {
			t.Errorf("there is no hook %s", id[1])
		}
	}
	if examples != 4 {
		t.Errorf("found %d examples", examples)
	}
}

// walk shows every mapping of a document.
func walk(n *yaml.Node, see func(map[string]yaml.Node)) {
	if n.Kind == yaml.MappingNode {
		m := map[string]yaml.Node{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = *n.Content[i+1]
		}
		see(m)
	}
	for _, c := range n.Content {
		walk(c, see)
	}
}
