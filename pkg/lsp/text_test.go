package lsp

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/lsp/internal/protocol"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestPositions: offset and position are each other's inverse, characters counted in UTF-16.
func TestPositions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"a", "é", "𝒳", "\n", "\r\n", "\r", " ", "–", "\xff", "👩‍👧"})).Draw(t, "text"), "")
		f := source.NewFile("a", []byte(text))
		for at := 0; at <= len(f.Bytes); at++ {
			p := position(f, at)
			if utf8.ValidString(text) {
				line := f.At(at).Line
				from, to := f.LineBounds(line)
				if utf8.Valid(f.Bytes[from:at]) && int(p.Character) != len(utf16.Encode([]rune(text[from:at]))) {
					t.Fatalf("%q at %d: %+v", text, at, p)
				}
				if at <= to && (at == len(text) || utf8.RuneStart(text[at])) && offset(f, p) != at {
					t.Fatalf("%q at %d: %+v leads to %d", text, at, p, offset(f, p))
				}
			}
		}
		wild := protocol.Position{Line: rapid.Uint32().Draw(t, "line"), Character: rapid.Uint32().Draw(t, "character")}
		if at := offset(f, wild); at < 0 || at > len(f.Bytes) {
			t.Fatalf("%+v leads to %d of %d", wild, at, len(f.Bytes))
		}
	})
}

// TestChangedText: a change by its range gives what a client has.
func TestChangedText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.SampledFrom([]string{"a", "é", "𝒳", "\n", "\r\n", " ", "b: "})
		text := strings.Join(rapid.SliceOf(part).Draw(t, "text"), "")
		f := source.NewFile("a", []byte(text))
		from := rapid.IntRange(0, len(text)).Draw(t, "from")
		to := rapid.IntRange(from, len(text)).Draw(t, "to")
		for from > 0 && !isPlace(text, from) {
			from--
		}
		for to < len(text) && !isPlace(text, to) {
			to++
		}
		put := strings.Join(rapid.SliceOf(part).Draw(t, "put"), "")
		r := stretch(f, from, to)
		if got := string(changedText([]byte(text), &protocol.ContentChange{Range: &r, Text: put})); got != text[:from]+put+text[to:] {
			t.Fatalf("%q [%d,%d) %q: %q", text, from, to, put, got)
		}
	})
}

// isPlace reports an offset that a position can name: no inside of a character or a line's end.
func isPlace(text string, at int) bool {
	return at == len(text) || utf8.RuneStart(text[at]) && (text[at] != '\n' || at == 0 || text[at-1] != '\r')
}

// TestURIs: paths of documents, and documents of paths; what leads nowhere has none.
func TestURIs(t *testing.T) {
	for uri, want := range map[protocol.DocumentURI]string{
		"file:///plans/a%20b.yaml": "/plans/a b.yaml", "file:///c%3A/plans/a.yaml": "c:/plans/a.yaml", "file:///C:/plans/a.yaml": "C:/plans/a.yaml",
		"file://localhost/a.yaml": "/a.yaml", "file:///plans/../x.yaml": "/x.yaml", "file://server/share/a.yaml": "", "untitled:a": "", "%": "", "file:///a%00": "", "file:": "", "http://a/b": "", "": "",
	} {
		if got := strings.ReplaceAll(pathOf(uri), `\`, "/"); got != want {
			t.Errorf("%s: %q", uri, got)
		}
	}
	for name, want := range map[string]protocol.DocumentURI{"b.yaml": "file:///plans/b.yaml", "last/b c.yaml": "file:///plans/last/b%20c.yaml", "../b.yaml": "", "/b.yaml": "", "": ""} {
		got, ok := beside("file:///plans/a.yaml", name)
		if got != want || ok != (want != "") {
			t.Errorf("%s: %s", name, got)
		}
	}
}
