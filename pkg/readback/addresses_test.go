package readback_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/readback"
)

// TestWithoutAddresses: the list goes, and the marks that stand for what is in it; nothing else.
func TestWithoutAddresses(t *testing.T) {
	const list = "|Addresses of links|1/ https://e.org/a|2/ a@e.org"
	for name, c := range map[string]struct{ text, want string }{
		"list and marks":           {"See a 1/ and\u00a0b\u00a02/." + list, "See a and\u00a0b."},
		"what is no mark":          {"24/7 A/72/1 and/or 3/ x 1/2 1/a 1// 9/ 99999999999999999999/ 1/" + list, "24/7 A/72/1 and/or 3/ x 1/2 1/a 1// 9/ 99999999999999999999/"},
		"at the beginning":         {"1/ of it|  2/" + list, "1/ of it|  2/"},
		"no list":                  {"See a 1/.|Addresses of links", "See a 1/.|Addresses of links"},
		"another title":            {"See a 1/.|References|1/ https://e.org", "See a 1/.|References|1/ https://e.org"},
		"not one after the other":  {"a 1/ b 2/|Addresses of links|1/ https://e.org|3/ https://e.org/c", "a b 2/|3/ https://e.org/c"},
		"the title in another way": {"a 1/|ADDRESSES  of links|1/|https://e.org", "a"},
		"an address over lines":    {"a 1/|Addresses of links|1/ https://e.org/of-|the-meeting|end", "a|end"},
		"over pages":               {"a 1/ b 2/|Addresses of links|1/ https://e.org|7|2/ https://e.org/b", "a b|7"},
		"a heading of that name":   {"Addresses of links|Text.|a 1/|Addresses of links|1/ https://e.org", "Addresses of links|Text.|a"},
	} {
		in := &readback.Text{}
		for s := range strings.SplitSeq(c.text, "|") {
			in.Lines = append(in.Lines, readback.Line{Text: s})
		}
		var got []string
		for _, l := range in.WithoutAddresses("Addresses of links").Lines {
			got = append(got, l.Text)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: got %q, want %q", name, s, c.want)
		}
		if same := in.WithoutAddresses("").Lines; len(same) != len(in.Lines) {
			t.Errorf("%s: without a title %d lines", name, len(same))
		}
	}
}

// TestUnmarked: what else is known of a line stays where it was.
func TestUnmarked(t *testing.T) {
	const text = "the site 1/ and more"
	form := &readback.Form{Breaks: []int{11}, Spans: []readback.Span{{From: 4, To: 8, Link: "https://e.org"}, {From: 9, To: 11, Emphasis: true}, {From: 16, To: 20, Strong: true}}}
	in := &readback.Text{Lines: []readback.Line{{Text: text, Form: form}, {Text: text, Kind: readback.Aside}}}
	out := in.Unmarked(1)
	got := out.Lines[0]
	if got.Text != "the site and more" || out.Lines[1].Text != text || in.Lines[0].Text != text || len(form.Spans) != 3 {
		t.Errorf("%+v", out.Lines)
	}
	if f := got.Form; len(f.Spans) != 2 || got.Text[f.Spans[0].From:f.Spans[0].To] != "site" || got.Text[f.Spans[1].From:f.Spans[1].To] != "more" || f.Breaks[0] != 8 {
		t.Errorf("%+v", f)
	}
	if in.Unmarked(0) != in {
		t.Error("nothing was to be done")
	}
}
