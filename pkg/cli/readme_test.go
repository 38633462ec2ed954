package cli_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
)

// TestTheReadmeShowsWhatTheProgramPrints runs each example of the README that
// begins with "$ isuplan" and looks for the printed text in the output.
func TestTheReadmeShowsWhatTheProgramPrints(t *testing.T) {
	t.Chdir("../..")
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := 0
	for _, block := range strings.Split(string(readme), "```")[1:] {
		for _, example := range strings.Split(block, "$ isuplan ")[1:] {
			command, shown, _ := strings.Cut(example, "\n")
			shown = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(shown), "…"))
			var out, talk bytes.Buffer
			cli.Main(strings.Fields(command), nil, &out, &talk, func(string) string { return "" })
			if !strings.Contains(out.String(), shown) {
				t.Errorf("isuplan %s does not print what the README shows; it prints:\n%s", command, out.String())
			}
			examples++
		}
	}
	if examples < 3 {
		t.Errorf("only %d examples were found", examples)
	}
}
