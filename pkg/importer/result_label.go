package importer

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/readback"
)

// resultAt is how a line of the results chain begins: "Activity 1.2.3: ".
var resultAt = pattern.Lazy(`^(\pL[\pL ]{2,24}?)\s+([0-9]{1,3}(?:\.[0-9]{1,3}){0,3})\s*([.:)–—-]?)\s+(\S.*)$`)

// otherResults are words that other files have for the lines of the results chain, by the
// depth that their numbers have.
var otherResults = [...]map[string]bool{
	1: phrases("goal", "objective", "strategic goal", "strategic objective", "specific objective", "overall objective", "expected outcome", "expected result", "result", "objectif", "résultat", "objetivo", "resultado"),
	2: phrases("objective", "result", "deliverable", "expected result", "expected output", "planned output", "specific objective", "résultat", "resultado", "produit"),
	3: phrases("action", "task", "deliverable", "planned activity", "actividad", "tâche"),
}

func phrases(list ...string) map[string]bool {
	m := map[string]bool{}
	for _, s := range list {
		m[s] = true
	}
	return m
}

// label takes note of a line of the results chain.
func (s *splitter) label(p *passage) {
	m := resultAt().FindStringSubmatch(p.text)
	if m == nil {
		return
	}
	r := &resultLabel{word: m[1], number: m[2], mark: m[3], depth: strings.Count(m[2], ".") + 1}
	if word := strings.ToLower(m[1]); s.results[word] != r.depth {
		first, _ := utf8.DecodeRuneInString(m[4])
		if s.results[word] != 0 || r.depth >= len(otherResults) || !otherResults[r.depth][word] || m[3] == "" && !unicode.IsUpper(first) {
			return
		}
		r.word, r.alias = s.wordOf(r.depth), m[1]
	}
	r.said = strings.TrimSuffix(p.text, m[4])
	p.result, p.text = r, m[4]
}

// unlabel makes a line of the results chain a text again, where none can stand.
func (p *passage) unlabel() {
	if p.result == nil || p.result.said == "" {
		return
	}
	spans := make([]readback.Span, len(p.spans))
	for i, s := range p.spans {
		s.From, s.To = s.From+len(p.result.said), s.To+len(p.result.said)
		spans[i] = s
	}
	p.text, p.spans, p.result = p.result.said+p.text, spans, nil
}

// renamed says which words of the file are others than the template has for the lines of the
// results chain.
func (b *placer) renamed(list []*passage) {
	told := map[string]bool{}
	for _, p := range list {
		if p.result == nil || p.result.alias == "" || !p.placed {
			continue
		}
		said := fmt.Sprintf("lines that begin with %q are placed as what the template calls %q", p.result.alias, p.result.word)
		if !told[said] {
			told[said] = true
			b.remarks = append(b.remarks, said)
		}
	}
}
