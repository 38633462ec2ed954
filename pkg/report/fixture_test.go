package report_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// The rules of the fixture: one with examples, one without, one of last year.
var (
	differs = diag.Rule{Code: "B101", Name: "stated-differs", Severity: diag.Error, Title: "a stated amount that its rule does not give",
		Why: "Delegates add up the table.", Since: "0.1.0",
		Bad: "budget:\n  lines:\n    - {id: a, stated: «1», fixed: 2}\n", Good: "budget:\n  lines:\n    - {id: a, fixed: 2}\n"}
	spelling = diag.Rule{Code: "E101", Name: "spelling", Severity: diag.Warning, Title: "a misspelt word", Why: "It is printed.", Since: "0.1.0"}
	repeated = diag.Rule{Code: "D109", Name: "as-last-year", Severity: diag.Note, Title: "a date of last year", Why: "Last year is over.",
		Since: "0.1.0", Last: "period: {from: 2024-01-01}\n", Bad: "period: {from: «2024-01-01»}\n", Good: "period: {from: 2025-01-01}\n"}
	// stray is a rule that the report does not list.
	stray = diag.Rule{Code: "F109", Name: "stray", Severity: diag.Error, Title: "a rule that nobody listed", Why: "It must not get lost."}
)

// hostile is a plan that tries to break out of every format, in a folder whose name
// does so too. Its line 2 has characters of two, three and four bytes.
const hostile = "title: \"]]><x> & \\\"q\\\" 100% \x01\u202e\"\n" +
	"é: «été» 👩🏽‍🚀 x wrod, wrod\n" +
	"note: see [this](javascript:alert(1)) ${budget.total} {0}\n" +
	"text: |\n  a\n  b\n"

const hostileName = `./plans\50% «é», a:b&<c>.yaml`

// span returns where a text stands in the fixture, for the nth time.
func span(f *source.File, text string, nth int) source.Span {
	at := 0
	for range nth {
		i := bytes.Index(f.Bytes[at:], []byte(text))
		if i < 0 {
			panic("the fixture has no " + text)
		}
		at += i + len(text)
	}
	return f.Span(at-len(text), at)
}

// fixture is a report on a hostile plan, a clean one, one whose only finding has no span
// and is waived, and one from standard input.
func fixture() report.Report {
	bad := source.NewFile(hostileName, []byte(hostile))
	last := source.NewFile("/srv/last year.yaml", []byte("period: 2024\n"))
	in := source.NewFile("<stdin>", []byte("a: wrod\n"))
	word := func(n int) diag.Finding {
		at := span(bad, "wrod", n)
		return diag.Finding{Rule: spelling, Message: "“wrod” is misspelt: “word”", Hint: "correct it", Subject: "é",
			Span: at, Fix: []diag.Edit{{Span: at, Text: "word"}}}
	}
	return report.Report{
		Rules: []diag.Rule{differs, repeated, spelling},
		Tool:  report.Tool{Name: "isuplan", Version: "0.1.0", URL: "https://github.com/isuplan/isuplan"},
		Plans: []report.Plan{
			{Name: hostileName, Findings: []diag.Finding{
				{Rule: differs, Message: "says \"]]>\" & <b>é 👩🏽‍🚀</b>\n::error::gotcha, 100%: \x01\x1b[31m\u202e" + string(rune(0xFFFF)),
					Hint: "one\r\n::stop-commands::x", Subject: "budget/<a>&\n\"b\"", Span: span(bad, "]]><x> & \\\"q\\\" 100% \x01\u202e", 1),
					Amount: money.New(-5625), Related: []diag.Related{
						{Span: span(bad, "👩🏽‍🚀", 1), Note: "see [that](https://example.org)\n::notice::x"},
						{Span: last.Span(8, 12), Note: "the year before"}, {Note: "no place"}}},
				word(1), word(2),
				{Rule: repeated, Message: strings.Repeat("very ", 120) + "long", Span: span(bad, "a\n  b", 1)},
				{Rule: stray, Message: "see [this](javascript:alert(1)) ${budget.total} {0}", Span: span(bad, "[this](javascript:alert(1))", 1)},
			}},
			{Name: "plans/clean.yaml"},
			{Name: `C:\plans\waived.yml`, Findings: []diag.Finding{
				{Rule: spelling, Message: "something", WaivedBy: "the <Meeting> of\n2016 & 2017 agreed"}}},
			{Name: "<stdin>", Findings: []diag.Finding{{Rule: spelling, Message: "“wrod” is misspelt", Span: span(in, "wrod", 1)}}},
		},
	}
}

// written returns a report in a format.
func written(t *testing.T, format string, r report.Report) string {
	t.Helper()
	for _, f := range report.Formats() {
		if f.Name != format {
			continue
		}
		var out strings.Builder
		if err := f.Write(&out, r); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	t.Fatalf("there is no format %s", format)
	return ""
}
