package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/isuplan/isuplan/pkg/cli"
)

// mergeBook merges a workbook of the 2018 plan after edits, and returns the lines of the plan that
// are others, and what was said.
func mergeBook(t *testing.T, code int, change func(*excelize.File) error) (lines []string, talk string) {
	t.Helper()
	plan := read(t, plan2018)
	t.Chdir(t.TempDir())
	put(t, "2018.yaml", plan)
	run := func(want int, args ...string) string {
		var out, talk bytes.Buffer
		if code := cli.Main(args, nil, &out, &talk, func(string) string { return "" }); code != want {
			t.Errorf("%v: exit code %d\n%s%s", args, code, out.String(), talk.String())
		}
		return talk.String()
	}
	run(cli.ExitClean, "budget", "2018.yaml", "-o", "budget.xlsx")
	f, err := excelize.OpenFile("budget.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	if err := change(f); err != nil {
		t.Fatal(err)
	}
	if err := f.SaveAs("edited.xlsx"); err != nil {
		t.Fatal(err)
	}
	talk = run(code, "merge", "edited.xlsx", "--into", "2018.yaml", "--all")
	before, after := strings.Split(plan, "\n"), strings.Split(read(t, "2018.yaml"), "\n")
	if len(before) != len(after) {
		t.Fatalf("the plan has %d lines, not %d", len(after), len(before))
	}
	for i := range before {
		if before[i] != after[i] {
			lines = append(lines, strings.TrimSpace(after[i]))
		}
	}
	return lines, talk
}

// TestMergeBook: what finance changed in the workbook goes back where it was written.
func TestMergeBook(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*excelize.File) error
		code   int
		want   string // lines of the plan
		said   string
	}{
		"nothing": {func(*excelize.File) error { return nil }, cli.ExitClean, "", "nothing to merge"},
		"inputs": {func(f *excelize.File) error {
			_ = f.SetCellValue("Inputs", "D4", 0.185)
			return f.SetCellValue("Inputs", "D5", 12000)
		}, cli.ExitClean, "percent: 18.5%\nfixed: 12000", "2 changes taken, 0 left"},
		"a stated amount":      {func(f *excelize.File) error { return f.SetCellValue("Budget", "C7", 38000) }, cli.ExitClean, "stated: 38000", "row 7, Travel"},
		"a formula typed over": {func(f *excelize.File) error { return f.SetCellValue("Budget", "C6", 11000) }, cli.ExitClean, "fixed: 11000", "1 change taken"},
		"a total typed over":   {func(f *excelize.File) error { return f.SetCellValue("Budget", "C9", 470000) }, cli.ExitClean, "stated_total: 470000", "check says: 1 error"},
		"a label":              {func(f *excelize.File) error { return f.SetCellValue("Budget", "B6", "Outreach") }, cli.ExitClean, "label: Outreach", "“Communication” became “Outreach”"},
		"no number":            {func(f *excelize.File) error { return f.SetCellValue("Inputs", "D5", "ten") }, cli.ExitFindings, "", "it is no number"},
		"a new row": {func(f *excelize.File) error {
			_ = f.InsertRows("Budget", 8, 1)
			_ = f.SetCellValue("Budget", "B8", "Website")
			return f.SetCellValue("Budget", "C8", 5000)
		}, cli.ExitFindings, "", "“Website | 5000” was added; write the line in the plan by hand"},
		"a row out":     {func(f *excelize.File) error { return f.RemoveRow("Budget", 8) }, cli.ExitFindings, "", "take the line out of the plan by hand"},
		"an input out":  {func(f *excelize.File) error { return f.RemoveRow("Inputs", 5) }, cli.ExitFindings, "", "an input is not taken out of the plan"},
		"another table": {func(f *excelize.File) error { return f.SetSheetName("Budget", "Ours") }, cli.ExitTrouble, "", "it has no sheet named Budget"},
	} {
		t.Run(name, func(t *testing.T) {
			lines, talk := mergeBook(t, c.code, c.change)
			if got := strings.Join(lines, "\n"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s\n%s", got, c.want, talk)
			}
			if !strings.Contains(talk, c.said) {
				t.Errorf("said\n%s, not %q", talk, c.said)
			}
		})
	}
}

// TestNoBook: what is no workbook is refused in a sentence.
func TestNoBook(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, "2018.yaml", cleanPlan)
	for name, text := range map[string]string{"empty.xlsx": "", "text.xlsx": "a,b", "zip.xlsx": "PK\x03\x04 and nothing"} {
		if err := os.WriteFile(filepath.Join(".", name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		var out, talk bytes.Buffer
		code := cli.Main([]string{"merge", name, "--into", "2018.yaml", "--all"}, nil, &out, &talk, func(string) string { return "" })
		if code != cli.ExitTrouble || !strings.HasPrefix(talk.String(), "isuplan: cannot merge "+name+": ") {
			t.Errorf("%s: %d %s", name, code, talk.String())
		}
	}
}
