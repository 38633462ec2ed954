package compose

import (
	"testing"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/source"
)

func TestMarkup(t *testing.T) {
	slots := []document.Text{{{Text: "*CHF 5*", Keep: true}}}
	for name, c := range map[string]struct {
		prose string
		want  document.Text
	}{
		"plain":             {"a b", document.Text{{Text: "a b"}}},
		"emphasis":          {"a *b* **c**", document.Text{{Text: "a "}, {Text: "b", Emphasis: true}, {Text: " "}, {Text: "c", Strong: true}}},
		"link":              {"[x](https://e.org)", document.Text{{Text: "x", Link: "https://e.org"}}},
		"bare link":         {"<https://e.org>", document.Text{{Text: "https://e.org", Link: "https://e.org"}}},
		"mail":              {"<a@e.org>", document.Text{{Text: "a@e.org", Link: "mailto:a@e.org"}}},
		"picture":           {"![x](https://e.org/p)", document.Text{{Text: "![x](https://e.org/p)"}}},
		"html is text":      {"<b>x</b>", document.Text{{Text: "<b>x</b>"}}},
		"escaped":           {`\*x\* a\_b`, document.Text{{Text: "*x* a_b"}}},
		"a value is text":   {"**\uE000**", document.Text{{Text: "*CHF 5*", Keep: true, Strong: true}}},
		"no list":           {"- x 1. y # z", document.Text{{Text: "- x 1. y # z"}}},
		"entity stands":     {"&amp; *x*", document.Text{{Text: "&amp; "}, {Text: "x", Emphasis: true}}},
		"phrase":            {"the [fr: a *b*] c", document.Text{{Text: "the "}, {Text: "a ", Language: "fr"}, {Text: "b", Language: "fr", Emphasis: true}, {Text: " c"}}},
		"phrase inside":     {"*[fr: a]* **b [es: c]**", document.Text{{Text: "a", Language: "fr", Emphasis: true}, {Text: " "}, {Text: "b ", Strong: true}, {Text: "c", Strong: true, Language: "es"}}},
		"phrase in a link":  {"[x [fr: y]](https://e.org)", document.Text{{Text: "x ", Link: "https://e.org"}, {Text: "y", Link: "https://e.org", Language: "fr"}}},
		"phrase of a value": {"[fr: \uE000]", document.Text{{Text: "*CHF 5*", Keep: true, Language: "fr"}}},
		"no phrase":         {`\[fr: a] [fr: b](https://e.org) [see: c]`, document.Text{{Text: "[fr: a] "}, {Text: "fr: b", Link: "https://e.org"}, {Text: " [see: c]"}}},
		"inside of a word":  {"un*do*ne", document.Text{{Text: "un"}, {Text: "do", Emphasis: true}, {Text: "ne"}}},
	} {
		t.Run(name, func(t *testing.T) {
			got := markup(c.prose, slots, source.Node{}, func(f diag.Finding) { t.Errorf("finding: %s", f.Message) })
			if len(got) != len(c.want) {
				t.Fatalf("got %+v, want %+v", got, c.want)
			}
			for i := range got {
				if got[i] != c.want[i] {
					t.Errorf("run %d: got %+v, want %+v", i, got[i], c.want[i])
				}
			}
		})
	}
}

func TestUnsafeLinksAreFindings(t *testing.T) {
	for _, prose := range []string{"[x](javascript:alert(1))", "[x](//e.org)", "[x](file:///etc/passwd)", "[x](data:text/html,x)", "[x](relative)"} {
		found := 0
		out := markup(prose, nil, source.Node{}, func(diag.Finding) { found++ })
		if found != 1 || out[0].Link != "" {
			t.Errorf("%s: %d findings, link %q", prose, found, out[0].Link)
		}
	}
}

// TestAPhraseInNoLanguageIsAFinding: and it is printed as it stands.
func TestAPhraseInNoLanguageIsAFinding(t *testing.T) {
	said := ""
	out := markup("a [xx: b] [fr: c]", nil, source.Node{}, func(f diag.Finding) { said += f.Rule.Name + ": " + f.Message })
	if said != "unknown-language: there is no language `xx`" || out.String() != "a [xx: b] c" {
		t.Errorf("%s; %q", said, out)
	}
}

func TestNumbering(t *testing.T) {
	for pattern, want := range map[string][3]string{
		"I.": {"I.", "IV.", "XLIX."}, "A.": {"A.", "D.", "AW."}, "1.": {"1.", "4.", "49."}, "(a)": {"(a)", "(d)", "(aw)"},
		"(i)": {"(i)", "(iv)", "(xlix)"}, "§1": {"§1", "§4", "§49"},
	} {
		p, ok := parsePattern(pattern)
		if !ok {
			t.Fatalf("%s is no pattern", pattern)
		}
		if got := [3]string{p.number(1), p.number(4), p.number(49)}; got != want {
			t.Errorf("%s: got %v, want %v", pattern, got, want)
		}
	}
	for _, bad := range []string{"", "x.", "2.", "II.", "Article 1", "aa"} {
		if _, ok := parsePattern(bad); ok {
			t.Errorf("%q was taken for a pattern", bad)
		}
	}
}
