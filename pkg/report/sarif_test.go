package report_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/isuplan/isuplan/pkg/report"
)

// sarifSchema returns the schema of OASIS (testdata/README.md says where it is from).
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	file, err := os.Open("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	document, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestSARIFIsValid(t *testing.T) {
	schema := sarifSchema(t)
	for name, r := range map[string]report.Report{
		"hostile": fixture(), "nothing": {Tool: report.Tool{Name: "isuplan"}}, "clean": {Tool: fixture().Tool, Plans: fixture().Plans[1:2]},
	} {
		document, err := jsonschema.UnmarshalJSON(strings.NewReader(written(t, "sarif", r)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(document); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	// The validator is no sieve: it sees a level that SARIF does not have.
	broken := strings.Replace(written(t, "sarif", fixture()), `"level": "error"`, `"level": "bad"`, 1)
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(broken))
	if err != nil {
		t.Fatal(err)
	}
	if schema.Validate(document) == nil {
		t.Error("a broken document passes for valid")
	}
}

// TestSARIFRefersToItself holds what a schema cannot: that numbers point at the rule
// and the file that they should.
func TestSARIFRefersToItself(t *testing.T) {
	type artifact struct {
		URI   string
		Index *int
	}
	type location struct {
		PhysicalLocation struct{ ArtifactLocation artifact }
	}
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Artifacts []struct{ Location artifact }
			Results   []struct {
				RuleID                      string
				RuleIndex                   int
				Locations, RelatedLocations []location
			}
		}
	}
	if err := json.Unmarshal([]byte(written(t, "sarif", fixture())), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if len(run.Results) != 7 {
		t.Errorf("%d results", len(run.Results))
	}
	for _, result := range run.Results {
		if id := run.Tool.Driver.Rules[result.RuleIndex].ID; id != result.RuleID {
			t.Errorf("a result of %s points at the rule %s", result.RuleID, id)
		}
		for _, l := range append(result.Locations, result.RelatedLocations...) {
			at := l.PhysicalLocation.ArtifactLocation
			if at.Index == nil || run.Artifacts[*at.Index].Location.URI != at.URI {
				t.Errorf("a result of %s points at another file than %q", result.RuleID, at.URI)
			}
		}
	}
}

func TestSARIFAddresses(t *testing.T) {
	for name, want := range map[string]string{
		"plans/2018.yaml":          `"uri": "plans/2018.yaml", "uriBaseId": "%SRCROOT%"`,
		"./a/../b.yaml":            `"uri": "b.yaml", "uriBaseId": "%SRCROOT%"`,
		`plans\été 1.yaml`:         `"uri": "plans/%C3%A9t%C3%A9%201.yaml", "uriBaseId": "%SRCROOT%"`,
		"a:b#c?d%.yaml":            `"uri": "a%3Ab%23c%3Fd%25.yaml", "uriBaseId": "%SRCROOT%"`,
		"/srv/a b.yaml":            `"uri": "file:///srv/a%20b.yaml"`,
		`C:\plans\a.yaml`:          `"uri": "file:///C:/plans/a.yaml"`,
		`\\server\plans\a.yaml`:    `"uri": "file://server/plans/a.yaml"`,
		"<stdin>":                  `"description": { "text": "Standard input." }`,
		"\xff.yaml":                `"uri": "%FF.yaml", "uriBaseId": "%SRCROOT%"`,
		"plans/../../above/a.yaml": `"uri": "../above/a.yaml", "uriBaseId": "%SRCROOT%"`,
	} {
		got := strings.Join(strings.Fields(written(t, "sarif", report.Report{Plans: []report.Plan{{Name: name}}})), " ")
		if !strings.Contains(got, `"location": { `+want+" }") {
			t.Errorf("%q: %s", name, got)
		}
	}
}
