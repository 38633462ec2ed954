package source_test

import (
	"strings"
	"testing"
)

// TestLigaturesAreReadAsLetters holds that a text is read with letters, and that each of
// its parts is found in the file all the same.
func TestLigaturesAreReadAsLetters(t *testing.T) {
	for file, want := range map[string]string{
		"a: The ﬁnancial eﬀort of the oﬃce, ﬂat.\n": "The financial effort of the office, flat.",
		"a: \"ﬃ ﬄ ﬅ ﬆ x\"\n":                        "ffi ffl st st x",
		"a: >-\n  ﬁrst\n  ofﬁce x\n":                "first office x",
	} {
		n := parse(t, file).Get("a")
		if n.Text() != want {
			t.Errorf("%q is read as %q, want %q", file, n.Text(), want)
		}
		last := n.Text()[len(n.Text())-1:]
		if got := n.Part(len(n.Text())-1, len(n.Text())).Text(); got != last {
			t.Errorf("%q: the last character covers %q, want %q", file, got, last)
		}
		for i := range len(n.Text()) {
			if part := n.Part(i, i+1); strings.TrimSpace(n.Text()[i:i+1]) != "" && part.Text() == "" {
				t.Errorf("%q: byte %d covers nothing", file, i)
			}
		}
	}
}

// TestUnbroken holds that soft hyphens stay in the text and are no part of its words.
func TestUnbroken(t *testing.T) {
	n := parse(t, "a: Imple\u00admentation of the stock\u00adpile work\n").Get("a")
	if !strings.Contains(n.Text(), "Imple\u00admentation") {
		t.Errorf("the soft hyphen is lost in %q", n.Text())
	}
	words := n.Unbroken()
	if words.Text() != "Implementation of the stockpile work" {
		t.Errorf("the words are read as %q", words.Text())
	}
	at := strings.Index(words.Text(), "stockpile")
	if got := words.Part(at, at+len("stockpile")).Text(); got != "stock\u00adpile" {
		t.Errorf("the word covers %q", got)
	}
	if got := words.Part(len(words.Text())-4, len(words.Text())).Text(); got != "work" {
		t.Errorf("the last word covers %q", got)
	}
}

// TestUnbrokenEscapes holds that soft hyphens and ligatures are no part of a text's words
// however they are written: by an escape, or beside one.
func TestUnbrokenEscapes(t *testing.T) {
	for file, want := range map[string]string{
		`a: "The t\u00ADeh \xads\U000000ad. x"`:      "The teh s. x",
		`a: "stock` + "\u00ad" + `pile \"of\" work"`: `stockpile "of" work`,
		`a: "CHF 999\u00ad,999 of\xad\ttravel x"`:    "CHF 999,999 of\ttravel x",
		`a: "o\ufb03ce \"x\" \uFB01nance"`:           `office "x" finance`,
		`a: 'it''s st` + "\u00ad" + `ock'`:           "it's stock",
		"a: \"t\\u00ad\\\n   eh is \\u0078\"":        "teh is x",
	} {
		words := parse(t, file+"\n").Get("a").Unbroken()
		if words.Text() != want {
			t.Errorf("%s is read as %q, want %q", file, words.Text(), want)
		}
		whole := words.Part(0, len(want)).Text()
		if quoted := strings.TrimPrefix(file, "a: "); whole != quoted[1:len(quoted)-1] {
			t.Errorf("%s: the text covers %q", file, whole)
		}
		last := words.Part(len(want)-1, len(want)).Text()
		if last != want[len(want)-1:] && last != `\u0078` {
			t.Errorf("%s: the last character covers %q", file, last)
		}
	}
}
