package lsp_test

import (
	"strings"
	"testing"
)

// asked are requests of the reference document, and where in it they are asked.
var asked = []struct{ method, word string }{
	{"completion", "${facts.states_parties}"}, {"hover", "percent: 20%"}, {"definition", "mandate/presidency"}, {"references", "id: salaries"},
	{"rename", "id: salaries"}, {"codeAction", "percent: 20%"}, {"documentSymbol", "isuplan"}, {"foldingRange", "isuplan"}, {"inlayHint", "isuplan"}, {"formatting", "isuplan"},
}

// BenchmarkAnswers measures what an editor waits for in the reference document, which nobody
// changed since the findings stand. docs/performance.md has the figures.
func BenchmarkAnswers(b *testing.B) { answers(b, false) }

// BenchmarkAnswersAfterAKey measures it right after a key was pressed, so that the plan is parsed,
// indexed and, where its values matter, compiled anew before.
func BenchmarkAnswersAfterAKey(b *testing.B) { answers(b, true) }

func answers(b *testing.B, typing bool) {
	text := plan2018(b)
	for _, m := range asked {
		b.Run(m.method, func(b *testing.B) {
			s := start(b, nil)
			s.open(uri, text)
			s.diagnostics(uri)
			params := at(of(b, text, m.word, 8))
			params["newName"], params["range"], params["context"] = "pay", stretch{position{0, 0}, position{9999, 0}}, map[string]any{}
			end := position{strings.Count(text, "\n"), 0}
			version := 1
			for b.Loop() {
				if typing {
					version++
					s.change(uri, version, map[string]any{"range": stretch{end, end}, "text": "#"})
					end.Character++
				}
				if bad := s.ask("textDocument/"+m.method, params, nil); bad != "" {
					b.Fatal(bad)
				}
			}
		})
	}
}

// BenchmarkDiagnostics measures how long after a key was pressed the findings stand.
func BenchmarkDiagnostics(b *testing.B) {
	text := plan2018(b)
	s := start(b, nil)
	s.open(uri, text)
	s.diagnostics(uri)
	version := 1
	for b.Loop() {
		version++
		s.change(uri, version, full(text))
		s.diagnostics(uri)
	}
}
