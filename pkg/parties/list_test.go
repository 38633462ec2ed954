package parties_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/parties"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// listed reads a list into a plan whose contributions have further keys.
func listed(t rapid.TB, keys, name, text string) (*plan.Plan, []diag.Finding) {
	t.Helper()
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(fmt.Sprintf(`isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2026-01-01, to: 2027-12-31}
outcomes: []
budget:
  currency: USD
  columns: [{id: y26, label: "2026"}, {id: y27, label: "2027"}]
  lines: [{id: work, label: Work, fixed: 1000}]
  contributions:
    - {id: fund, label: Contributions, of: total, list: %s%s}
`, name, keys))))
	if !ok {
		t.Fatal(findings)
	}
	return p, parties.Fill(p, func(name string) (parties.File, error) {
		return parties.File{Name: name, Text: []byte(text)}, nil
	})
}

// shown writes what was read, or what was found.
func shown(p *plan.Plan, findings []diag.Finding) string {
	var list []string
	for _, f := range findings {
		list = append(list, fmt.Sprintf("%s:%d: %s", f.Span.File.Name, f.Span.Start.Line, f.Message))
	}
	for _, x := range p.Budget.Contributions[0].Parties {
		s := x.Name.Value
		for column, at := range x.Scale.Each() {
			s += " " + column + at.Value.String()
		}
		for column, at := range x.Share.Each() {
			s += " " + column + at.Value.String() + "%"
		}
		for column, at := range x.Paid.Each() {
			s += " paid " + column + " " + at.Value.String()
		}
		if x.Arrears.IsSet() {
			s += " owes " + x.Arrears.Value.String()
		}
		if x.LDC.Value {
			s += " ldc"
		}
		list = append(list, s)
	}
	return strings.Join(list, "; ")
}

func TestLists(t *testing.T) {
	const cannot = "plan.yaml:10: the list of Parties cannot be read: "
	for name, c := range map[string]struct{ keys, text, want string }{
		"commas":                  {"", "Party,Scale\nNorway,0.679\nSweden,0.871\n", "Norway 0.679; Sweden 0.871"},
		"a mark, semicolons":      {"", "\xef\xbb\xbfState;Scale;LDC\r\nChad;0,004;yes\r\nChile;0,420;no\r\n", "Chad 0.004 ldc; Chile 0.42"},
		"tabs":                    {"", "Country\tscale\nNorway\t1\n", "Norway 1"},
		"quotes":                  {"", "Party,Scale\n\"Korea, Republic of\",2.349\n\"a \"\"b\"\" c\",1.5\n", "Korea, Republic of 2.349; a \"b\" c 1.5"},
		"rows above and a sum":    {"", "Scale of assessments\n\nParty,Region,Scale\nNorway,Europe,1\n\nTotal,,1\n", "Norway 1"},
		"columns of the budget":   {"", "Party,Scale 2026,Scale y27,Paid 2026\nNorway,1,2,500\nSweden,3,4,\n", "Norway y261 y272 paid y26 500; Sweden y263 y274"},
		"heads of its own":        {", heads: {party: Name, scale: Rate, paid: {y27: Got}, arrears: Old}", "Name,Rate,Got,Old\nNorway,1,5,\nSweden,2,,-3\n", "Norway 1 paid y27 5; Sweden 2 owes -3"},
		"shares":                  {", how: shares", "Party,Share\nA,20%\nB,80\n", "A 20%; B 80%"},
		"thousands":               {"", "Party,Scale,Arrears\nA,1.5,\"12,500\"\nB,0.25,\"1,234.50\"\n", "A 1.5 owes 12500; B 0.25 owes 1234.5"},
		"thousands with points":   {"", "Party;Scale;Arrears\nA;1,5;12.500\nB;2;1 234\n", "A 1.5 owes 12500; B 2 owes 1234"},
		"dashes say nothing":      {"", "Party,Scale,Arrears\nA,1,-\nB,2,–\n", "A 1; B 2"},
		"equally":                 {", how: equally", "Party\nA\nB\n", "A; B"},
		"two readings":            {"", "Party;Scale\nA;1,570\nB;2\n", "scale.csv:2: `1,570` in the column of `scale` may be 1570 or 1.570; no number of this file tells which; write it so that everybody can"},
		"a file at odds":          {"", "Party;Scale\nA;1,5\nB;1.5\n", "scale.csv:2: `1,5` in the column of `scale` is one of numbers with a decimal comma and numbers with a decimal point; write all of them in one way; scale.csv:3: `1.5` in the column of `scale` is one of numbers with a decimal comma and numbers with a decimal point; write all of them in one way"},
		"no number":               {"", "Party,Scale\nA,much\n", "scale.csv:2: `much` in the column of `scale` is not a number"},
		"an exponent":             {"", "Party,Scale\nA,1e400\n", "scale.csv:2: `1e400` in the column of `scale` is not a number"},
		"negative":                {"", "Party,Scale\nA,-1\n", "scale.csv:2: `-1` in the column of `scale` is negative, which makes no sense here"},
		"wrong groups":            {"", "Party,Scale,Arrears\nA,1.5,\"12,50.0\"\n", "scale.csv:2: `12,50.0` in the column of `arrears` is not a number"},
		"no head":                 {"", "Name,Scale\nA,1\n", "plan.yaml:10: the list has no column of Parties: none of its first rows has the head `party`, `parties`, `state`, `state party`, `states parties`, `country`, `member`, `member state`"},
		"no scale":                {"", "Party,Rate\nA,1\n", "plan.yaml:10: the list has no column `scale`, by which the amount is shared out"},
		"a head that is not":      {", heads: {scale: Scael}", "Party,Scale\nA,1\n", "plan.yaml:10: the list has no column `Scael`"},
		"two of one head":         {"", "Party,Scale,scale\nA,1,2\n", "plan.yaml:10: the list has two columns `scale`, and nobody can tell which is meant"},
		"no name":                 {"", "Party,Scale\nA,1\n,2\n", "scale.csv:3: this row has figures, but no Party"},
		"an unseen character":     {"", "Party,Scale\nA\u200bB,1\n", "scale.csv:2: this is not the name of a Party"},
		"neither yes nor no":      {"", "Party,Scale,LDC\nA,1,perhaps\n", "scale.csv:2: `perhaps` does not say whether this is a least developed country"},
		"no Parties":              {"", "Party,Scale\n", "plan.yaml:10: the list has no Parties below its head"},
		"empty":                   {"", "", "plan.yaml:10: the list has no column of Parties: none of its first rows has the head `party`, `parties`, `state`, `state party`, `states parties`, `country`, `member`, `member state`"},
		"not UTF-8":               {"", "Party,Scale\nT\xfcrkiye,1\n", cannot + "it is not in UTF-8: save it as CSV UTF-8"},
		"UTF-16":                  {"", "\xff\xfeP\x00", cannot + "it is not in UTF-8: save it as CSV UTF-8"},
		"a workbook by its bytes": {"", "PK\x03\x04", cannot + "it is a workbook: give it the ending .xlsx"},
		"a sheet of a table":      {", sheet: One", "Party,Scale\nA,1\n", cannot + "it is no workbook, and has no sheets"},
		"a mark that is alone":    {"", "Party,Scale\nA \"b,1\n", "scale.csv:2: the list of Parties cannot be read: a cell has a quotation mark that stands alone: put the cell in quotes, and write a mark inside it twice"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := shown(listed(t, c.keys, "scale.csv", c.text)); got != c.want {
				t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// book makes a workbook of two sheets; the second has the Parties.
func book(t *testing.T) string {
	t.Helper()
	f := excelize.NewFile()
	percent, _ := f.NewStyle(&excelize.Style{NumFmt: 9})
	_, _ = f.NewSheet("Scale")
	for cell, value := range map[string]any{"A1": "Scale of 2026", "A3": "Party", "B3": "Scale", "C3": "Share", "A4": "Côte d'Ivoire", "B4": 0.022, "A6": "Total", "B6": 0.022, "A5": "European, \"Union\"", "C5": 0.025} {
		_ = f.SetCellValue("Scale", cell, value)
	}
	_ = f.SetCellStyle("Scale", "C5", "C5", percent)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWorkbooks(t *testing.T) {
	text := book(t)
	const want = `Côte d'Ivoire 0.022; European, "Union" 2.5%`
	for _, keys := range []string{"", ", sheet: scale"} {
		p, findings := listed(t, keys, "scale.xlsx", text)
		if got := shown(p, findings); got != want {
			t.Errorf("%s: %s, want %s", keys, got, want)
		}
		if at := p.Budget.Contributions[0].Parties[1].Share.All.Span(); at.Start.Line != 5 || at.Text() != "2.5%" {
			t.Errorf("%q in line %d", at.Text(), at.Start.Line)
		}
	}
	if got, want := shown(listed(t, ", sheet: Scael", "scale.xlsx", text)), "plan.yaml:10: the list of Parties cannot be read: it has no sheet Scael, but Sheet1, Scale"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := shown(listed(t, "", "scale.xlsx", "Party,Scale\n")), "plan.yaml:10: the list of Parties cannot be read: it is no workbook of Excel: open it in a spreadsheet program and save it as .xlsx"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestFormulas: a formula that no program has computed is no empty cell.
func TestFormulas(t *testing.T) {
	f := excelize.NewFile()
	for cell, value := range map[string]any{"A1": "Party", "B1": "Scale", "A2": "Norway", "A3": "Sweden", "B3": 0.871} {
		_ = f.SetCellValue("Sheet1", cell, value)
	}
	_ = f.SetCellFormula("Sheet1", "B2", "0.5+0.179")
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	if got, want := shown(listed(t, "", "scale.xlsx", b.String())), "scale.xlsx:2: the cell of this row in the column of `scale` has a formula that was never computed, and no value"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestAnyTable reads any text as a list: it is read or refused with a finding, and every
// finding has its words, a remedy and a place.
func TestAnyTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOfN(rapid.SampledFrom([]string{"Party", "Scale", ",", ";", "\t", "\n", "\r\n", "\"", "1,5", "1.570", "Chad", "é", "%", "-", "Total", "\x00", " ", "Paid 2026"}), 0, 40).Draw(t, "text")
		p, findings := listed(t, "", "scale.csv", "Party,Scale\n"+strings.Join(pieces, ""))
		if (len(findings) == 0) != (len(p.Budget.Contributions[0].Parties) > 0) {
			t.Fatalf("%q: %s", pieces, shown(p, findings))
		}
		for _, f := range findings {
			if f.Message == "" || f.Hint == "" || !f.Span.IsValid() {
				t.Fatalf("%q: %+v", pieces, f)
			}
			_ = f.Span.Text()
		}
	})
}

func Example() {
	p, _, _ := plan.Load(source.NewFile("plan.yaml", []byte(`isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: USD
  lines: [{id: work, label: Work, fixed: 1000}]
  contributions: [{id: fund, label: Contributions, of: total, list: scale.csv}]
`)))
	findings := parties.Fill(p, func(name string) (parties.File, error) {
		return parties.File{Name: name, Text: []byte("Party;Scale\nNorway;0,679\nSweden;0,871\n")}, nil
	})
	for _, party := range p.Budget.Contributions[0].Parties {
		fmt.Println(party.Name.Value, party.Scale.All.Value)
	}
	fmt.Println(len(findings), "findings")
	// Output:
	// Norway 0.679
	// Sweden 0.871
	// 0 findings
}
