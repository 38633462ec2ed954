package cli_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
)

// TestDiffExample holds the comparison of the 2018 plan with an example made from it.
func TestDiffExample(t *testing.T) {
	t.Chdir("../..")
	for format, path := range map[string]string{"markdown": "testdata/diff/2018-2019.md", "json": "testdata/diff/2018-2019.json", "text": "testdata/diff/2018-2019.txt"} {
		var out, talk bytes.Buffer
		code := cli.Main([]string{"diff", "plans/2018.yaml", "testdata/diff/2019-example.yaml", "--format", format}, nil, &out, &talk, func(string) string { return "" })
		if code != cli.ExitFindings || talk.Len() > 0 {
			t.Errorf("%s: exit code %d\n%s", format, code, talk.String())
		}
		if *update {
			if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(want, out.Bytes()) {
			t.Errorf("%s differs; look at it, then make golden\n%s", path, out.String())
		}
	}
}
