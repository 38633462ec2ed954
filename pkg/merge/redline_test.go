package merge_test

import (
	"context"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/render/terminal"
)

// redline returns the changes between two plans as a Word file.
func redline(t *testing.T, old, now *compile.Unit) []byte {
	t.Helper()
	c, err := compile.Compare(t.Context(), old, now)
	if err != nil {
		t.Fatal(err)
	}
	v, err := c.Versions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	format, _ := render.ComparisonFormatNamed("docx")
	r, err := format.Write(t.Context(), render.Comparison{
		Versions: func(context.Context) (old, now *document.Document, seal document.Seal, err error) {
			return v.Old, v.New, v.Seal, nil
		},
	}, terminal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r.Bytes
}

// TestRedlines: a redline that is merged as it is, or accepted, gives what the new plan builds or
// says what it does not; one that was rejected changes nothing; one of which half was accepted
// gives that.
func TestRedlines(t *testing.T) {
	for _, p := range [][2]string{
		{"../../plans/2018.yaml", "../../testdata/diff/2019-example.yaml"},
		{"../../testdata/plans/ccm-2024.yaml", "../../testdata/plans/ccm-2025.yaml"},
	} {
		old, now := unit(t, p[0], read(t, p[0])), unit(t, p[1], read(t, p[1]))
		file := redline(t, old, now)
		resolved := func(accept, half bool) []byte {
			return edited(t, file, func(f *docxtest.Edited) {
				if err := f.Resolve(accept, half); err != nil {
					t.Fatal(err)
				}
			})
		}
		rejected := merged(t, old, resolved(false, false))
		if len(rejected.Outcomes) > 0 || string(rejected.Text) != string(old.File.Bytes) {
			t.Errorf("%s: rejected, it changes the plan: %+v", p[0], rejected.Outcomes)
		}
		for name, one := range map[string][]byte{"redline": file, "redline, accepted": resolved(true, false), "redline, half accepted": resolved(true, true), "redline, half rejected": resolved(false, true)} {
			m := merged(t, old, one)
			holds(t, p[0]+" "+name, old, one, m)
			if taken := len(m.Outcomes) - m.Left(); taken*2 < m.Left() || taken == 0 {
				t.Errorf("%s: %d taken, %d left", name, taken, m.Left())
			}
			t.Logf("%s %s: %d taken, %d left", p[0], name, len(m.Outcomes)-m.Left(), m.Left())
			if testing.Verbose() && name == "redline" {
				for i := range m.Outcomes {
					if o := &m.Outcomes[i]; !o.Taken {
						t.Logf("%s at %s: %q -> %q: %s", o.Kind, o.Place, o.Old, o.New, o.Says)
					}
				}
			}
		}
	}
}
