package cli_test

import (
	"regexp"
	"strings"
	"testing"
)

// htmlForgery changes a page.
type htmlForgery struct{ name, from, to string }

// cellOfTravel is the figure that is forged, in its cell.
const cellOfTravel = `<td class="figure">37,000</td>`

// htmlForgeries replace something in the file: a figure of the table, where nothing is named.
var htmlForgeries = []htmlForgery{
	{"another figure", cellOfTravel, `<td class="figure">73,000</td>`},
	{"another figure in the chart", `>37,000</text>`, `>73,000</text>`},
	{"a longer bar", `width="37%"`, `width="73%"`},
	{"a bar elsewhere", `width="37%"`, `width="37%" transform="scale(2)"`},
	{"another figure for those who listen", "Travel: 37,000", "Travel: 73,000"},
	{"another caption", "for 2025, in CHF</caption>", "for 2025, in EUR</caption>"},
	{"another name of a table", `aria-label="Implementation Support Unit budget for 2025, in CHF"`, `aria-label="in EUR"`},
	{"read aloud otherwise", cellOfTravel, `<td class="figure"><span role="img" aria-label="73,000">37,000</span></td>`},
	{"another title", "</title>\n<style>", " of CHF 73,000</title>\n<style>"},
	{"a comment", "<h2 id", "<!-- CHF 73,000 --><h2 id"},
	{"a comment in a figure", cellOfTravel, `<td class="figure">37<!-- -->,000</td>`},
	{"a comment that browsers end early", cellOfTravel, `<td class="figure">37,000<!--> 73,000 <!-- --></td>`},
	{"another mark of who made it", "<!-- made by isuplan", "<!-- not made by isuplan"},
	{"struck out", cellOfTravel, `<td class="figure"><del>37,000</del></td>`},
	{"struck out by style", cellOfTravel, `<td class="figure" style="text-decoration:line-through">37,000</td>`},
	{"hidden", cellOfTravel, `<td class="figure" hidden="">37,000</td>`},
	{"hidden from who listens", cellOfTravel, `<td class="figure" aria-hidden="true">37,000</td>`},
	{"in a caption", cellOfTravel, `<td class="figure"><caption>37,000</caption></td>`},
	{"in a title", cellOfTravel, `<td class="figure"><title>37,000</title></td>`},
	{"in contents that are closed", "<main>", `<nav id="contents"><ul><li class="level-1"><a href="#budget">CHF 73,000</a></li></ul></nav><main>`},
	{"as a mark of a draft", `<td>Six trips`, `<td class="draft">Six trips`},
	{"in another class", cellOfTravel, `<td class="track">37,000</td>`},
	{"in white", "--doc-ink: #1a1c1e", "--doc-ink: #ffffff"},
	{"hidden on paper", "@media print {", "@media print { .figure { display: none }"},
	{"words by style", "</style>", `.figure::after { content: "73,000" }</style>`},
	{"a second style", "</head>", "<style>.figure { display: none }</style></head>"},
	{"a second style in the text", "<main>", "<main><style>.figure { display: none }</style>"},
	{"a style from elsewhere", "</head>", `<link rel="stylesheet" href="https://example.com/x.css"/></head>`},
	{"a script", "</head>", "<script>x</script></head>"},
	{"an empty script", "</head>", `<script src="https://example.com/x.js"/></head>`},
	{"a script at a figure", cellOfTravel, `<td class="figure" onclick="x()">37,000</td>`},
	{"a script in a picture", `<text><tspan x="0" y="1em">`, `<set attributeName="x" to="9"/><text><tspan x="0" y="1em">`},
	{"another policy", "default-src 'none'", "default-src *"},
	{"no policy that is known", `http-equiv="Content-Security-Policy"`, `http-equiv="refresh"`},
	{"sent elsewhere", "</head>", `<meta http-equiv="refresh" content="0;url=https://example.com"/></head>`},
	{"another base", "</head>", `<base href="https://example.com"/></head>`},
	{"a link over a figure", cellOfTravel, `<td class="figure"><a href="https://example.com">37,000</a></td>`},
	{"a link elsewhere", "https://example.org/report", "https://example.com/report"},
	{"a link to another place", `id="assumptions/1"`, `id="x"`},
	{"a picture", "<h2 id", `<img src="data:image/png;base64,AA"/><h2 id`},
	{"a frame", "<h2 id", `<iframe srcdoc="73,000"></iframe><h2 id`},
	{"a form", cellOfTravel, `<td class="figure"><input value="73,000"/></td>`},
	{"between the cells", cellOfTravel, cellOfTravel + "73,000"},
	{"a cell beyond the table", "<td>Six trips a year.</td>", "<td>Six trips a year.</td><td>73,000</td>"},
	{"a cell over two rows", cellOfTravel, `<td class="figure" rowspan="2">37,000</td>`},
	{"in another column", cellOfTravel + "<td>Six trips a year.</td>", `<td>Six trips a year.</td><td class="figure">37,000</td>`},
	{"in a row of its own", cellOfTravel, "<td></td></tr><tr><td></td>" + cellOfTravel},
	{"not marked in HTML", cellOfTravel, `<td class="figure"><![CDATA[37,000]]></td>`},
	{"a statement", "<main>", "<?x 73,000 ?><main>"},
	{"closed in XML only", "<main>", "<main><title/>"},
	{"of another language", `<html lang="en">`, `<html lang="en" dir="rtl">`},
	{"turned round", cellOfTravel, `<td class="figure"><bdo dir="rtl">000,73</bdo></td>`},
	{"of no width", cellOfTravel, "<td class=\"figure\">37,\u200b000</td>"},
	{"of no width by number", cellOfTravel, `<td class="figure">37,&#8203;000</td>`},
	{"of no width by name", cellOfTravel, `<td class="figure">37,&ZeroWidthSpace;000</td>`},
	{"from right to left", cellOfTravel, "<td class=\"figure\">\u202e37,000\u202c</td>"},
	{"digits of another script", cellOfTravel, `<td class="figure">٣٧,٠٠٠</td>`},
	{"letters of another alphabet", "Salaries</th>", "Sаlaries</th>"},
	{"another number", `<span class="number">2.`, `<span class="number">3.`},
	{"something in the foot", "<p>GE.24-01234(E)</p>", "<p>GE.24-01234(E)</p><p>CHF 73,000</p>"},
	{"other bars of the barcode", "M10 0h1", "M10 0h3"},
	{"two seals", `<meta name="isuplan-check"`, `<meta name="isuplan-check" content="no findings"/><meta name="isuplan-check"`},
	{"half a seal", `name="isuplan-version"`, `name="version"`},
}

// TestForgedHTML: no forgery passes.
func TestForgedHTML(t *testing.T) {
	file := string(buildForged(t, "html"))
	bare := regexp.MustCompile(`<meta name="isuplan-.*\n|<!-- isuplan-digest.*\n`).ReplaceAllString(file, "")
	for _, f := range htmlForgeries {
		for kind, text := range map[string]string{"": file, ", without a seal": bare} {
			if kind != "" && strings.Contains(f.name, "seal") {
				continue
			}
			t.Run(f.name+kind, func(t *testing.T) {
				if !strings.Contains(text, f.from) {
					t.Fatalf("the file has no %s: %s", f.from, text)
				}
				isFoundOut(t, f.name+kind, []byte(strings.Replace(text, f.from, f.to, 1)))
			})
		}
	}
}

// TestHTMLThatOnlyLooksForged agrees: editors change all this.
func TestHTMLThatOnlyLooksForged(t *testing.T) {
	file := string(buildForged(t, "html"))
	for name, out := range map[string]string{
		"lines of Windows":    strings.ReplaceAll(file, "\n", "\r\n"),
		"a mark of order":     "\ufeff" + file,
		"without a seal":      regexp.MustCompile(`<meta name="isuplan-.*\n`).ReplaceAllString(file, ""),
		"soft hyphens":        strings.Replace(file, "Salaries</th>", "Sala\u00adries</th>", 1),
		"indented":            strings.ReplaceAll(file, "\n<t", "\n    <t"),
		"other quotes":        strings.ReplaceAll(file, `class="figure"`, `class='figure'`),
		"entities":            strings.Replace(file, cellOfTravel, `<td class="figure">&#51;7,000</td>`, 1),
		"elements that stand": strings.ReplaceAll(file, `"/>`+"\n<meta", `">`+"\n<meta"),
		"no line at the end":  strings.TrimRight(file, "\n"),
	} {
		agrees(t, name, []byte(out))
	}
}
