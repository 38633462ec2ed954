package compile_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/source"
)

// shared compiles a plan of testdata/contributions.
func shared(t *testing.T, name string) *compile.Unit {
	t.Helper()
	in, err := compile.Open(os.DirFS("testdata/contributions"), name)
	if err != nil {
		t.Fatal(err)
	}
	u, err := compile.New(compile.Options{}).Compile(t.Context(), in)
	if err != nil || u.Document == nil {
		t.Fatal(err, u.Findings)
	}
	return u
}

// TestVienna1991 works out what eight Parties paid for 1991; every amount comes out as it was
// printed.
func TestVienna1991(t *testing.T) {
	c := shared(t, "vienna-1991.yaml").Budget.Contributions[0]
	for i := range c.Parties {
		f := &c.Parties[i].Figures[0]
		if f.Computed == nil || !f.Stated.IsSet() || f.Differs() {
			t.Errorf("%s: %v, stated %v", c.Parties[i].Label.Value, f.Computed, f.Stated.Value.Value)
		}
	}
	if got := c.Total[0].Printed.String(); got != "165195" || len(c.Parties) != 8 {
		t.Errorf("%d Parties pay %s", len(c.Parties), got)
	}
}

// TestTwoFundsOf198Parties holds what a scale of 198 Parties comes to in two years, and that no
// rule finds fault with it.
func TestTwoFundsOf198Parties(t *testing.T) {
	u := shared(t, "trust-fund-2026.yaml")
	for _, c := range u.Budget.Contributions {
		if len(c.Parties) != 198 {
			t.Errorf("%s: %d Parties", c.ID.Value, len(c.Parties))
		}
		for col := range u.Budget.Columns {
			sum := money.Zero
			for i := range c.Parties {
				sum = sum.Add(c.Parties[i].Figures[col].Printed)
			}
			if whole := c.Whole[col].Printed; !sum.Equal(whole) || !c.Total[col].Printed.Equal(whole) {
				t.Errorf("%s, %s: %s is shared out, the Parties pay %s, the total is %s", c.ID.Value, u.Budget.Columns[col].ID, whole, sum, c.Total[col].Printed)
			}
		}
	}
	fund := u.Budget.Contributions[0]
	for key, want := range map[string]string{"european-union": "2.5", "niue": "0.001", "norway": "0.6632"} {
		p, _ := fund.Share(key)
		if got := (money.Rounding{To: money.New(1).Shift(-4), Mode: money.HalfUp}).Round(p.Adjusted[0]).String(); got != want {
			t.Errorf("%s pays %s%%, want %s%%", key, got, want)
		}
		if p.Party.LDC.Value && p.Adjusted[0].GreaterThan(money.New(1).Shift(-2)) {
			t.Errorf("%s is a least developed country and pays %s%%", key, p.Adjusted[0])
		}
	}
	findings, err := u.Judge(t.Context())
	if err != nil || len(findings) > 0 {
		t.Error(err, findings)
	}
	md, _ := render.FormatNamed("md")
	first, err := u.Build(t.Context(), md)
	if err != nil {
		t.Fatal(err)
	}
	again, err := shared(t, "trust-fund-2026.yaml").Build(t.Context(), md)
	if err != nil || !bytes.Equal(first.Results[0].Bytes, again.Results[0].Bytes) {
		t.Error("two builds differ", err)
	}
}

// TestListsThatCannotBeRead makes no document without its Parties, and says where it goes wrong.
func TestListsThatCannotBeRead(t *testing.T) {
	const text = `isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: USD
  lines: [{id: work, label: Work, fixed: 1000}]
  contributions: [{id: fund, label: Contributions, of: total, list: LIST}]
`
	for list, want := range map[string]string{
		"lists/scale.csv": "lists/scale.csv:2:5: `much` in the column of `scale` is not a number",
		"other.csv":       "plan.yaml:8:69: the list of Parties cannot be read: there is no such file",
		"../scale.csv":    "plan.yaml:8:69: \"../scale.csv\" is not a table in a file",
		"/scale.csv":      "plan.yaml:8:69: \"/scale.csv\" is not a table in a file",
	} {
		folder := fstest.MapFS{"lists/scale.csv": {Data: []byte("Party,Scale\nOne,much\n")}}
		u, err := compile.New(compile.Options{}).Compile(t.Context(), compile.Input{File: source.NewFile("plan.yaml", []byte(strings.Replace(text, "LIST", list, 1))), Folder: folder})
		if err != nil {
			t.Fatal(err)
		}
		if got := compileFinding(u.Findings); got != want || u.Document != nil || u.Complete() {
			t.Errorf("%s: %s, want %s; a document: %v", list, got, want, u.Document != nil)
		}
		if _, err := u.Judge(t.Context()); err != nil {
			t.Error(err)
		}
	}
}

func compileFinding(findings []diag.Finding) string {
	for _, f := range findings {
		at := f.Span.Start
		return strings.ReplaceAll(f.Span.File.Name, "\\", "/") + ":" + money.New(int64(at.Line)).String() + ":" + money.New(int64(at.Col)).String() + ": " + f.Message
	}
	return ""
}
