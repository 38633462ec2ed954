package cli_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isuplan/isuplan/pkg/cli"
)

// TestTheSchemaBesideThePlansIsCurrent holds plans/plan.schema.json, which the plans
// name in their first line, to what the command prints.
func TestTheSchemaBesideThePlansIsCurrent(t *testing.T) {
	const path = "../../plans/plan.schema.json"
	var out, talk bytes.Buffer
	if code := cli.Main([]string{"schema"}, nil, &out, &talk, func(string) string { return "" }); code != cli.ExitClean {
		t.Fatalf("isuplan schema: exit code %d\n%s", code, talk.String())
	}
	if *update {
		if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Errorf("the language has changed; rewrite %s with make golden (-want +got):\n%s", path, diff)
	}
}
