package cli_test

import (
	"regexp"
	"strings"
	"testing"
)

// markdownForgery changes a Markdown file.
type markdownForgery struct{ name, from, to string }

// markdownForgeries replace something in the file: the table's figure, where nothing is named.
var markdownForgeries = []markdownForgery{
	{"another figure", "37,000 |", "73,000 |"},
	{"a comment", "# ", "<!-- CHF 73,000 -->\n\n# "},
	{"a comment in a figure", "37,000 |", "37<!-- -->,000 |"},
	{"a comment behind a figure", "37,000 |", "37,000 <!-- 73,000 --> |"},
	{"struck out", "37,000 |", "~~37,000~~ |"},
	{"struck out once", "37,000 |", "~37,000~ |"},
	{"struck out by HTML", "37,000 |", "<del>37,000</del> |"},
	{"hidden by HTML", "37,000 |", `<span hidden>37,000</span> |`},
	{"HTML beside", "37,000 |", `37,000<img src="x.png"> |`},
	{"a break", "37,000 |", `37,<wbr>000 |`},
	{"folded away", "# ", "<details><summary>x</summary>\n\n# "},
	{"a link over a figure", "37,000 |", "[37,000](https://example.com) |"},
	{"a link with a text", "](https://example.org/report)", `](https://example.org/report "CHF 73,000")`},
	{"a link elsewhere", "https://example.org/report", "https://example.com/report"},
	{"a link by name", "37,000 |", "[37,000] |\x00\n\n[37,000]: https://example.com\n"},
	{"a definition", "# ", "[x]: https://example.com \"CHF 73,000\"\n\n# "},
	{"a definition without an address", "# ", "[//]: # (CHF 73,000)\n\n# "},
	{"a footnote", "# ", "[^1]: 73,000\n\n# "},
	{"a picture of a figure", "37,000 |", "![37,000](x.png) |"},
	{"a picture", "# ", "![](x.png)\n\n# "},
	{"a picture in the place of a chart", "-chart.svg", "-chart.png"},
	{"of no width", "37,000 |", "37,\u200b000 |"},
	{"a joiner", "37,000 |", "37,0\u200d00 |"},
	{"joined words", "37,000 |", "37,\u2060000 |"},
	{"a mark of order", "37,000 |", "\ufeff37,000 |"},
	{"a form chosen", "37,000 |", "3\ufe0e7,000 |"},
	{"a keycap", "37,000 |", "3\ufe0f\u20e37,000 |"},
	{"tags", "37,000 |", "37,000\U000e0037\U000e0033 |"},
	{"a filler", "37,000 |", "37,\u3164000 |"},
	{"from right to left", "37,000 |", "\u202e37,000\u202c |"},
	{"a direction", "37,000 |", "37\u200f,000 |"},
	{"isolated", "37,000 |", "\u206737,000\u2069 |"},
	{"a character of no width by number", "37,000 |", "37,&#8203;000 |"},
	{"a character of no width by name", "37,000 |", "37,&ZeroWidthSpace;000 |"},
	{"another figure by number", "37,000 |", "&#55;3,000 |"},
	{"digits of another script", "37,000 |", "٣٧,٠٠٠ |"},
	{"mathematical digits", "37,000 |", "𝟑𝟕,𝟎𝟎𝟎 |"},
	{"wide digits", "37,000 |", "３７,０００ |"},
	{"a letter for a digit", "37,000 |", "37,00O |"},
	{"another comma", "37,000 |", "37‚000 |"},
	{"letters of another alphabet", "Salaries", "Sаlaries"},
	{"a line through", "37,000 |", "3\u03367\u0336,000 |"},
	{"a cell beyond the table", "| Six trips a year. |", "| Six trips a year. | 73,000 |"},
	{"another number", "2. ", "3. "},
	{"a block that is drawn", "# ", "```mermaid\n```\n\n# "},
	{"another column", "37,000 | Six trips a year. |", "Six trips a year. | 37,000 |"},
	{"in a row of its own", "37,000 |", "|\n| | 37,000 |"},
	{"two seals", "<!-- made by", "<!-- isuplan 0.1.0; plan sha256:" + strings.Repeat("ab", 32) + "; check: none -->\n<!-- made by"},
	{"half a seal", "plan sha256:", "plan sha256:z"},
}

// TestForgedMarkdown: no forgery passes.
func TestForgedMarkdown(t *testing.T) {
	file := string(buildForged(t, "md"))
	bare := regexp.MustCompile(`<!-- .* -->\n`).ReplaceAllString(file, "")
	for _, f := range markdownForgeries {
		for kind, text := range map[string]string{"": file, ", without a seal": bare} {
			if kind != "" && strings.Contains(f.name, "seal") {
				continue
			}
			t.Run(f.name+kind, func(t *testing.T) {
				if !strings.Contains(text, f.from) {
					t.Fatalf("the file has no %s: %s", f.from, text)
				}
				out := strings.Replace(text, f.from, f.to, 1)
				if into, definition, ok := strings.Cut(f.to, "\x00"); ok { // a part of it stands at the end
					out = strings.Replace(text, f.from, into, 1) + definition
				}
				isFoundOut(t, f.name+kind, []byte(out))
			})
		}
	}
}

// TestMarkdownThatOnlyLooksForged agrees: editors change all this.
func TestMarkdownThatOnlyLooksForged(t *testing.T) {
	file := string(buildForged(t, "md"))
	for name, out := range map[string]string{
		"lines of Windows":   strings.ReplaceAll(file, "\n", "\r\n"),
		"a mark of order":    "\ufeff" + file,
		"without a seal":     regexp.MustCompile(`<!-- .* -->\n`).ReplaceAllString(file, ""),
		"soft hyphens":       strings.Replace(file, "Salaries", "Sala\u00adries", 1),
		"wider cells":        strings.ReplaceAll(file, "37,000 |", "  37,000   |"),
		"entities":           strings.Replace(file, "37,000 |", "&#51;7,000 |", 1),
		"other emphasis":     strings.ReplaceAll(file, "**", "__"),
		"no line at the end": strings.TrimRight(file, "\n"),
	} {
		agrees(t, name, []byte(out))
	}
}
