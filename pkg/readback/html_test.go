package readback_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/readback"
)

// pageOf is a page around some marks.
func pageOf(body string) []byte {
	return []byte("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><title>Plan</title></head><body><main><article class=\"document\">" + body + "</article></main></body></html>\n")
}

func TestHTML(t *testing.T) {
	const body = `<header><p><strong>Head</strong></p><h1 id="title">Title</h1></header>
<h2 id="i"><span class="number">I.</span> One &amp; <em>two</em></h2><p class="numbered">7. a<strong>b</strong>c
d</p><ul><li>x<ul><li>y</li></ul></li></ul>
<table id="t"><caption>Costs</caption><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><th scope="row">Rent</th><td></td></tr><tr><td>c</td><td>1,000</td></tr></tbody></table>
<p>after</p><figure><figcaption>Chart</figcaption><svg class="chart"><title>Chart</title><desc>Rent: 5.</desc><text><tspan x="0">Rent </tspan><tspan>of rooms</tspan></text> <text>5</text><rect class="track"/></svg></figure>
<footer><p>GE.17</p></footer>`
	text, err := readback.Read(pageOf(body))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range text.Lines {
		line := strings.TrimSuffix(l.Text, " ")
		if l.Row > 0 {
			line += fmt.Sprintf(" %d.%d", l.Row, l.Column)
		}
		if l.Form != nil {
			line += fmt.Sprintf(" %d%s%d", l.Form.Heading, l.Form.List, l.Form.Depth)
		}
		if l.Kind == readback.Aside {
			line = "beside: " + line
		}
		got = append(got, line)
	}
	const want = "Head|Title 10|I. One & two 20|7. abc d|x 0ul0|y 0ul1|A 1.1|B 1.2|Rent 2.1|c 3.1|1,000 3.2|after|Chart|Rent of rooms|5|beside: GE.17"
	if strings.Join(got, "|") != want {
		t.Errorf("got %q", got)
	}
	if len(text.Strange) != 4 || text.Format != "html" { // two titles, a caption and the words of the chart
		t.Errorf("%s: %v", text.Format, text.Strange)
	}
}

// TestStrangeHTML: what browsers may show otherwise than it is read, run or load, is noted,
// and what isuplan writes is not.
func TestStrangeHTML(t *testing.T) {
	for body, want := range map[string]string{
		`<p class="lead">a <a href="#x">b</a></p>`:   "",
		`<p style="display:none">a</p>`:              "markup that isuplan does not write",
		`<p hidden="">a</p>`:                         "markup that isuplan does not write",
		`<script>a</script>`:                         "markup that isuplan does not write",
		`<p onclick="a">a</p>`:                       "markup that isuplan does not write",
		`<style/><p>a</p>`:                           "markup that isuplan does not write",
		`<p><![CDATA[a]]></p>`:                       "markup that isuplan does not write",
		`<?a b?><p>a</p>`:                            "markup that isuplan does not write",
		`<img src="a"/>`:                             "markup that isuplan does not write",
		`<svg><foreignObject/></svg>`:                "markup that isuplan does not write",
		`<p xmlns="a">a</p>`:                         "markup that isuplan does not write",
		`<!-- a --><p>a</p>`:                         "a comment, which no reader sees",
		`<!--> <p>a</p> -->`:                         "a comment, which no reader sees",
		`<p><a href="https://example.org">a</a></p>`: "a link to an address",
		`<table id="t">a<tr><td>b</td></tr></table>`: "a text between the cells of a table or the items of a list, which browsers show elsewhere",
		`<meta http-equiv="refresh" content="0"/>`:   "a property that isuplan does not write",
		`<span aria-label="b">a</span>`:              readback.Spoken,
		`<caption>a</caption>`:                       readback.Spoken,
		`<nav><ul><li>a</li></ul></nav>`:             readback.Bookmark,
		`<title>a</title>`:                           readback.Title,
	} {
		text, err := readback.Read(pageOf(body))
		if err != nil {
			t.Errorf("%s: %v", body, err)
			continue
		}
		var got []string
		for _, s := range text.Strange[1:] { // behind the title
			got = append(got, s.What)
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: %q", body, got)
		}
	}
}

// TestDressOfHTML: the style, the pictures and all marks are known by their digest, however
// attributes are written.
func TestDressOfHTML(t *testing.T) {
	dress := func(body string) [32]byte {
		text, err := readback.Read(pageOf(body))
		if err != nil {
			t.Fatal(err)
		}
		return text.Dress
	}
	const body = `<style>p { color: black }</style><p class="lead" id="b">a</p><svg><rect width="5"/></svg>`
	for _, same := range [][2]string{{">a", ">c"}, {`class="lead" id="b"`, `id='b'  class='lead'`}} {
		if dress(body) != dress(strings.Replace(body, same[0], same[1], 1)) {
			t.Errorf("%s is part of the dress", same[0])
		}
	}
	for _, change := range [][2]string{{"black", "white"}, {`"5"`, `"6"`}, {"lead", "draft"}, {`"b"`, `"c"`}} {
		if dress(body) == dress(strings.Replace(body, change[0], change[1], 1)) {
			t.Errorf("%s is no part of the dress", change[0])
		}
	}
}

func TestWhatIsNoHTML(t *testing.T) {
	for file, want := range map[string]error{
		"<!DOCTYPE html><p>a<p>b":           readback.ErrNotHTML,
		"\ufeff<!doctype HTML><p>a</b></p>": readback.ErrNotHTML,
		"<!DOCTYPE html>" + strings.Repeat("<div>", 1000) + strings.Repeat("</div>", 1000): readback.ErrDeepHTML,
		"<!DOCTYPE html>" + strings.Repeat("<p>a</p>", 1_000_000):                          readback.ErrDeepHTML,
		"<!DOCTYPE html><p" + strings.Repeat(` a=""`, 20_000) + "></p>":                    readback.ErrDeepHTML,
		"<!DOCTYPE html><p>" + strings.Repeat(" ", 17<<20) + "</p>":                        readback.ErrTooLarge,
	} {
		if _, err := readback.Read([]byte(file)); !errors.Is(err, want) {
			t.Errorf("%.40q: %v", file, err)
		}
	}
	if got := readback.Format([]byte("see <!DOCTYPE html>")); got != "md" {
		t.Errorf("a text that names the mark is %s", got)
	}
}

// TestSealOfHTML stands in the head, once.
func TestSealOfHTML(t *testing.T) {
	const seal = `<meta name="isuplan-plan-sha256" content="ab"/><meta name="isuplan-version" content="isuplan 1"/><meta name="isuplan-check" content="1 note"/>`
	text, err := readback.Read(pageOf(seal))
	if err != nil || text.Seal != (readback.Seal{Plan: "ab", Tool: "isuplan 1", Check: "1 note"}) || len(text.Strange) != 1 {
		t.Errorf("%+v, %v", text, err)
	}
	if text, err = readback.Read(pageOf(seal + seal)); err != nil || len(text.Strange) != 4 {
		t.Errorf("a second seal: %v, %v", text.Strange, err)
	}
}
