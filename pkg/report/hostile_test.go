package report_test

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// hostileTexts are what a stranger may put into a label or into the name of a file.
var hostileTexts = []string{
	"\x00\x01\x1b[0Ksection_start:1:a\r\x1b[0K", "\"'><&]]><!--<![CDATA[", "a\nb\r\nc\u2028d\u0085e", "100% %0A%0D %25 %zz", "::error file=a::b",
	"a\n::error::b", "##vso[task.setvariable variable=a]b", "##[error]x", "[[ATTACHMENT|/etc/passwd]]", "\xff\xfe\xc3", "\ufffe\uffff\ufeff\U0001ffff",
	strings.Repeat("long ", 20_000), "é\u202e\u200b👩🏽‍🚀", "a,b:c;d=e]f", "{0} ${x} $(id) `id`", "../../../etc/passwd", `..\..\x`, " ", "x (2)", "x",
}

// hostileReports are reports on plans that were called, and say, such things.
func hostileReports() map[string]report.Report {
	all := map[string]report.Report{"fixture": fixture(), "nothing": {}, "clean": {Plans: []report.Plan{{Name: "a.yaml"}}}}
	for i, text := range hostileTexts {
		file := source.NewFile(text+".yaml", []byte("a: "+text+"\n"))
		f := diag.Finding{Rule: spelling, Message: text, Hint: text, Subject: text, Span: file.Span(0, 1), Related: []diag.Related{{Span: file.Span(0, 2), Note: text}}}
		waived, note := f, f
		waived.WaivedBy, note.Rule = text, repeated
		all[fmt.Sprintf("text %d", i)] = report.Report{Plans: []report.Plan{{Name: file.Name, Findings: []diag.Finding{f, f, waived, note}}}}
	}
	return all
}
