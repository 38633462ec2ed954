package importer

import (
	"context"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/readback"
)

// readPlan reads Markdown and sheets of a workbook as one plan, in one line.
func readPlan(t *testing.T, md string, sheets ...grid) string {
	t.Helper()
	text, err := readback.Read([]byte(md))
	if err != nil {
		t.Fatal(err)
	}
	b := &placer{draft: &draft{}, book: sheets}
	list, err := b.read(context.Background(), compile.New(compile.Options{}), text)
	if err != nil {
		t.Fatal(err)
	}
	got, err := b.result(context.Background(), compile.New(compile.Options{}), text, list)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(got.Plan)), " ") + " | " + strings.Join(got.Remarks, "; ")
}

const (
	registerHead = "# Work Plan 2025\n\n## I. Risks\n\n1. The risks are these.\n\n"
	dashes       = "| --- | --- | --- | --- | --- |\n"
)

// TestLevelsInNumbers: numbers are the levels of a plan where a register has five; others stay as they are.
func TestLevelsInNumbers(t *testing.T) {
	for name, c := range map[string]struct{ table, want, not string }{
		"five":       {"| Risk | Likelihood | Impact | Score | Owner |\n" + dashes + "| Money comes late | 3 | 5 | 15 | Unit |\n", "likelihood: 3 impact: 5 owner: unit", "the table has also"},
		"in heads":   {"| Risk | Likelihood (1-5) | Impact (1–5) | Rating | Owner |\n" + dashes + "| Money comes late | 2 | 3 | 6 | Unit |\n", "likelihood: 2 impact: 3 owner: unit", "review: the"},
		"below":      {"| Risk | Likelihood | Impact | Risk score | Owner |\n" + dashes + "| Money comes late | 2 | 3 | 6 | Unit |\n\nLevels: 1 to 5.\n", "likelihood: 2 impact: 3 owner: unit", "look whether"},
		"with words": {"| Risk | Probability | Severity | Score | Owner |\n" + dashes + "| Money comes late | 4 (high) | Very high – 5 | 20 | Unit |\n", "likelihood: high impact: very high", "Probability:"},
		"of three":   {"| Risk | Likelihood (1-3) | Impact (1-3) | Score | Owner |\n" + dashes + "| Money comes late | 2 | 3 | 6 | Unit |\n", "the table has also: Likelihood (1-3): 2", "likelihood: 2"},
		"of ten":     {"| Risk | Likelihood | Impact | Score | Owner |\n" + dashes + "| Money comes late | 2 | 8 | 16 | Unit |\n", "the table has also: Likelihood: 2", "likelihood: 2"},
		"low ones":   {"| Risk | Likelihood | Impact | Score | Owner |\n" + dashes + "| Money comes late | 2 | 3 | 6 | Unit |\n", "no higher than 3; those of a plan are from 1 (very low) to 5 (very high): look whether", "the table has also"},
		"other sums": {"| Risk | Likelihood | Impact | Score | Owner |\n" + dashes + "| Money comes late | 4 | 3 | 7 | Unit |\n", "the table has also: Score: 7", "also: Impact"},
	} {
		if got := readPlan(t, registerHead+c.table); !strings.Contains(got, c.want) || strings.Contains(got, c.not) {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// TestRisksOfTwoFiles: a risk and an indicator that stand in the document and in the workbook are one; what
// the two say of it otherwise stays in comments.
func TestRisksOfTwoFiles(t *testing.T) {
	md := "# Work Plan 2025\n\n## I. Results\n\n| Result | Indicator | Baseline | Target 2025 | Unit |\n" + dashes + "| Outcome 1: States report | Reports in time | 41 | 50 | |\n" +
		"\n## II. Risks\n\n| Risk | Likelihood | Impact | Response | Owner |\n" + dashes + "| Money comes late | High | Low | Ask early | Unit |\n| Rooms are dear | Low | Low | Book | Host |\n"
	got := readPlan(t, md,
		gridOf("sheet Risks", "Risk | Likelihood | Impact | Response | Owner\nMoney comes late. | High | Medium | Ask early | Unit\nStaff leave | Low | Low | Hire | Unit\n", false),
		gridOf("sheet Results", "Result | Indicator | Baseline | Target 2025 | Unit\nOutcome 1: States report | Reports in time | 41 | 55 | per cent\n", false))
	for words, n := range map[string]int{
		"text: Money comes late": 1, "text: Rooms are dear": 1, "text: Staff leave": 1, "the table has also: Impact: Medium": 1,
		"text: Reports in time": 1, "unit: per cent": 1, "the table has also: Target 2025: 55": 1, "the table has also": 2,
	} {
		if strings.Count(got, words) != n {
			t.Errorf("%q is there %d times: %s", words, strings.Count(got, words), got)
		}
	}
}

// TestNamesOfWorkTables: what a table of results, work, risks or the budget is called is no paragraph, and
// neither are notes below it.
func TestNamesOfWorkTables(t *testing.T) {
	md := "# Work Plan 2025\n\n## I. Plan\n\n1. The work is planned.\n\n**Table 1: The work**\n\n| Activity | Responsible | When | Partners | Output |\n" + dashes +
		"| Hold a workshop | Unit | Q1 | Host | States know more |\n\nNote: dates depend on the host.\n\n2. More is said later.\n\n## II. Risks\n\n3. The risks are these.\n\nTable 2. Risks\n\n" +
		"| Risk | Likelihood | Impact | Response | Owner |\n" + dashes + "| Money comes late | High | Low | Ask early | Unit |\n\nSource: the register.\n\n" +
		"## III. Budget\n\n4. It costs this.\n\nTable 3. Budget (EUR)\n\n| Item | 2025 |\n| --- | --- |\n| Staff | 1,000 |\n| Total | 1,000 |\n"
	got := readPlan(t, md)
	for _, words := range []string{"text: Table", `text: "Table`, `text: "Note`, `text: "Source`, "the document will not say"} {
		if strings.Contains(got, words) {
			t.Errorf("%q is there: %s", words, got)
		}
	}
	for _, words := range []string{"headed Table 1: The work", "headed Table 2. Risks", "headed Table 3. Budget (EUR)", "Note: dates depend on the host", "Source: the register", "text: More is said later", "currency: EUR"} {
		if !strings.Contains(got, words) {
			t.Errorf("%q is not there: %s", words, got)
		}
	}
}
