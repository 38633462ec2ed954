package cli

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// TestDisarmLongLines: a line that is longer than what is kept back hides no command, where
// it is cut or behind blanks, and keeps its text.
func TestDisarmLongLines(t *testing.T) {
	for shift := -20; shift < 20; shift++ {
		for before, want := range map[string]string{
			strings.Repeat("x", longestLine+shift) + "##vso[task.a]b ::c":         "# #vso[task.a]b ::c",
			strings.Repeat(" ", longestLine+shift) + "::error::x ::y":             ": :error::x ::y",
			strings.Repeat("\u00a0", longestLine/2+shift) + "::error::x":          ": :error::x",
			strings.Repeat("x", longestLine+shift) + "\r::error::x":               "\r: :error::x",
			strings.Repeat("x::", (2*longestLine+shift)/3) + "::error::##[debug]": "::error::# #[debug]",
		} {
			for _, size := range []int{1 << 20, 4096, 100} {
				var got bytes.Buffer
				o := &outlet{to: &got}
				for text := before; text != ""; {
					n := min(size, len(text))
					if _, err := o.Write([]byte(text[:n])); err != nil {
						t.Fatal(err)
					}
					text = text[n:]
				}
				o.flush()
				if !strings.HasSuffix(got.String(), want) || strings.Count(got.String(), "x::") != strings.Count(before, "x::") {
					t.Fatalf("a line of %d bytes in pieces of %d ends with %q", len(before), size, got.String()[got.Len()-40:])
				}
			}
		}
	}
}

// TestDisarm: what a plan says is no command of the service whose log it comes to, however
// it is cut into writes; data for programs says the same as before.
func TestDisarm(t *testing.T) {
	for in, want := range map[string]string{
		"::error::x\n":                          ": :error::x\n",
		"a\n \t::set-env name=x::y\n":           "a\n \t: :set-env name=x::y\n",
		"\u00a0::x":                             "\u00a0: :x",
		"a ::error::\n":                         "a ::error::\n",
		"x ##[error]y ##vso[task] z":            "x # #[error]y # #vso[task] z",
		"##teamcity[x]\n## A heading\n":         "# #teamcity[x]\n## A heading\n",
		"::\n::\n":                              ": :\n: :\n",
		"plain\n":                               "plain\n",
		"\r::stop-commands::" + "x\nlast::line": "\r: :stop-commands::x\nlast::line",
		"a\r::error::x\r\n\r ::y":               "a\r: :error::x\r\n\r : :y", // a carriage return ends a line, too
		"a ##vso b":                             "a # #vso b",                // Azure warns of it
		"###[x] ####vso[y]":                     "## #[x] ### #vso[y]",
		"##\n[x":                                "##\n[x",
		"\u200b::error::x\n":                    "\u200b: :error::x\n", // what nobody sees hides no command
		"\u00ad \u2060:\u00ad:error::x\n":       "\u00ad \u2060: \u00ad:error::x\n",
		"##octopus[x] ##octopus\n[":             "# #octopus[x] ##octopus\n[", // Octopus Deploy
		"#\u00ad#v\u200bso[a] ##\u00ad[b]":      "# \u00ad#v\u200bso[a] # #\u00ad[b]",
		"## [a] ##a b[ #[x]":                    "## [a] ##a b[ #[x]",
	} {
		for size := 1; size <= len(in); size++ {
			var got bytes.Buffer
			o := &outlet{to: &got}
			for at := 0; at < len(in); at += size {
				if n, err := o.Write([]byte(in[at:min(at+size, len(in))])); err != nil || n != min(size, len(in)-at) {
					t.Fatalf("wrote %d, %v", n, err)
				}
			}
			o.flush()
			if got.String() != want {
				t.Errorf("%q in pieces of %d came as %q", in, size, got.String())
			}
		}
	}
	var got bytes.Buffer
	o := &outlet{to: &got}
	text := "::a ##[error] \"##vso[x\" \u009b31m \u0085 \u202e \u2028 \u200b \U000e0041 ##octopus[é"
	if err := json.NewEncoder(o.json()).Encode(text); err != nil {
		t.Fatal(err)
	}
	var read string
	if err := json.Unmarshal(got.Bytes(), &read); err != nil || read != text || strings.Contains(got.String(), "##[") || strings.Contains(got.String(), "##vso[") ||
		strings.ContainsAny(got.String(), "\u009b\u0085\u202e\u2028\u200b\U000e0041") || !strings.Contains(got.String(), "é") {
		t.Errorf("JSON came as %s and reads %q, %v", got.String(), read, err)
	}
}
