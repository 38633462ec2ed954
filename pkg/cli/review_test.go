package cli

import (
	"bufio"
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/source"
)

// reviewed answers the questions of review about a plan, and returns the plan and what was
// said.
func reviewed(t *testing.T, text string, answers ...string) (after, said string) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "plan.yaml")
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	var out, talk bytes.Buffer
	a := &app{stdin: strings.NewReader(""), stdout: &outlet{to: &out}, stderr: &talk, env: func(string) string { return "" }}
	r := &reviewer{settings: newSettings(a)}
	file := source.NewFile(name, []byte(text))
	if err := r.walk(context.Background(), file, bufio.NewScanner(strings.NewReader(strings.Join(answers, "\n")+"\n"))); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b), talk.String()
}

const waitingPlan = `isuplan: 1
document:
  convention: Convention on Example Matters
  short: CEM
  unit: Implementation Support Unit
  unit_short: ISU
  date: 2024-06-03
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
# kept
assumptions:
  # review: is this still so?
  - That contributions are made in time.
  - id: rooms # review: which rooms?
    text: >-
      That the host State provides the rooms of the Unit, and that the rooms are
      large.
  - That it is publically known.
budget:
  currency: EUR
  lines:
    - {id: salaries, label: Salaries, fixed: 1000}
`

// TestReview: each answer changes what it is about, and nothing else.
func TestReview(t *testing.T) {
	without := func(s, cut string) string {
		if !strings.Contains(s, cut) {
			t.Fatalf("no %q", cut)
		}
		return strings.Replace(s, cut, "", 1)
	}
	mark := "  # review: is this still so?\n"
	parted := strings.Replace(waitingPlan, "assumptions:\n", "# review: not placed: a passage\nassumptions:\n", 1)
	parted = without(without(parted, mark), " # review: which rooms?")
	if after, said := reviewed(t, parted, "e", "Other words.", "d", "q"); after != strings.Replace(parted, "# review: not placed: a passage\n", "", 1) || strings.Contains(said, "> That contr") {
		t.Errorf("a comment on a whole part is taken for one on its first text:\n%s\n%s", after, said)
	}
	behind := strings.Replace(parted, "made in time.", "made in time. # review: sure?", 1)
	behind = without(behind, "# review: not placed: a passage\n")
	if after, said := reviewed(t, behind, "e", "in time => soon", "q"); !strings.Contains(after, "made soon.\n  - id") {
		t.Errorf("a comment behind a text is about another:\n%s\n%s", after, said)
	}
	twice := strings.Replace(waitingPlan, mark, mark+mark, 1)
	for want, answers := range map[string][]string{without(waitingPlan, mark): {"d", "d", "q"}, waitingPlan: {"s", "d", "s", "s"}} {
		if after, said := reviewed(t, twice, answers...); after != want {
			t.Errorf("of two comments that are alike, both are to be answered (%v):\n%s\n%s", answers, after, said)
		}
	}
	broken := strings.Replace(strings.Replace(waitingPlan, "2024-06-03", "2024-13-03", 1), "2025-12-31", "2025-12-32", 1)
	if after, said := reviewed(t, broken, "e", "2024-06-03", "e", "2025-12-31", "q"); after != waitingPlan {
		t.Errorf("a plan that cannot be read is mended value by value:\n%s\n%s", after, said)
	}
	for name, c := range map[string]struct {
		answers []string
		want    string
	}{
		"skipped":            {[]string{"s", "", "skip", "s"}, waitingPlan},
		"quit at once":       {[]string{"q"}, waitingPlan},
		"no answer":          {nil, waitingPlan},
		"done":               {[]string{"d", "q"}, without(waitingPlan, mark)},
		"not understood":     {[]string{"what", "f", "done", "q"}, without(waitingPlan, mark)},
		"done behind an id":  {[]string{"s", "d", "q"}, without(waitingPlan, " # review: which rooms?")},
		"the fix":            {[]string{"s", "s", "f", "q"}, strings.Replace(waitingPlan, "publically", "publicly", 1)},
		"a part":             {[]string{"e", "in time => soon", "q"}, strings.Replace(without(waitingPlan, mark), "in time.\n  - id", "soon.\n  - id", 1)},
		"other words":        {[]string{"e", "That all is paid: \"soon\".", "q"}, strings.Replace(without(waitingPlan, mark), "That contributions are made in time.", `"That all is paid: \"soon\"."`, 1)},
		"a part twice":       {[]string{"s", "e", "rooms => halls", "s", "q"}, waitingPlan},
		"a part over a line": {[]string{"s", "e", "are large => are small", "q"}, strings.Replace(without(waitingPlan, " # review: which rooms?"), "are\n      large", "are small", 1)},
	} {
		t.Run(name, func(t *testing.T) {
			after, said := reviewed(t, waitingPlan, c.answers...)
			if after != c.want {
				t.Errorf("got\n%s\nwant\n%s\nsaid\n%s", after, c.want, said)
			}
		})
	}
	_, said := reviewed(t, waitingPlan, "s", "s", "q")
	for _, want := range []string{"is this still so?", "(paragraph ", "publicly", "f fix", "d done"} {
		if !strings.Contains(said, want) {
			t.Errorf("nobody says %q:\n%s", want, said)
		}
	}
}
