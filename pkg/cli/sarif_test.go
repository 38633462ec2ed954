package cli_test

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/isuplan/isuplan/pkg/cli"
)

// TestSARIFOfTheReference holds that what the program writes of a real plan is valid,
// and that every rule leads to its heading on the page of all rules.
func TestSARIFOfTheReference(t *testing.T) {
	file, err := os.Open("../report/testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	schema, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", schema); err != nil {
		t.Fatal(err)
	}
	text := printed(t, "check", "--format", "sarif", "../../plans/2018.yaml")
	log, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.MustCompile("sarif.json").Validate(log); err != nil {
		t.Error(err)
	}
	compareRules(t, text, headings(string(printed(t, "rules", "--markdown"))))
}

// printed returns what a command writes to standard output.
func printed(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, talk bytes.Buffer
	if code := cli.Main(args, nil, &out, &talk, func(string) string { return "" }); code == cli.ExitTrouble {
		t.Fatalf("%v: %s", args, talk.String())
	}
	return out.Bytes()
}

// headings returns the marks that GitHub gives to the headings of rules.
func headings(page string) map[string]bool {
	marks := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^### (.*)$`).FindAllStringSubmatch(page, -1) {
		marks[strings.ReplaceAll(strings.ToLower(m[1]), " ", "-")] = true
	}
	return marks
}

func compareRules(t *testing.T, text []byte, marks map[string]bool) {
	t.Helper()
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct {
					Rules []struct {
						ID, HelpURI string
						Properties  struct{ Tags []string }
						Help        struct{ Text, Markdown string }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(text, &log); err != nil {
		t.Fatal(err)
	}
	rules := log.Runs[0].Tool.Driver.Rules
	if len(rules) != len(marks) {
		t.Errorf("%d rules, and %d headings", len(rules), len(marks))
	}
	for _, r := range rules {
		if _, mark, _ := strings.Cut(r.HelpURI, "/docs/rules.md#"); !marks[mark] {
			t.Errorf("%s leads to %s, which is no heading", r.ID, r.HelpURI)
		}
		if len(r.Properties.Tags) != 1 {
			t.Errorf("%s has the tags %v; pkg/report/sarif_rule.go has one for each letter", r.ID, r.Properties.Tags)
		}
		if strings.ContainsAny(r.Help.Text+r.Help.Markdown, "«»") {
			t.Errorf("%s shows the marks of its example", r.ID)
		}
	}
}
