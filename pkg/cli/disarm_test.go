package cli

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

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
	text := "::a ##[error] \"##vso[x\""
	if err := json.NewEncoder(o.json()).Encode(text); err != nil {
		t.Fatal(err)
	}
	var read string
	if err := json.Unmarshal(got.Bytes(), &read); err != nil || read != text || strings.Contains(got.String(), "##[") || strings.Contains(got.String(), "##vso[") {
		t.Errorf("JSON came as %s and reads %q, %v", got.String(), read, err)
	}
}
