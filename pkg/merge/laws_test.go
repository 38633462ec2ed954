package merge_test

import (
	"context"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
	"github.com/isuplan/isuplan/pkg/merge"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/source"
)

// merged brings all changes of a file into a plan.
func merged(t testing.TB, u *compile.Unit, file []byte) *merge.Merged {
	t.Helper()
	m, err := merge.Into(context.Background(), compile.New(compile.Options{}), u, os.DirFS(filepath.Dir(u.File.Name)), nil, text(t, file), merge.All)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

var label = regexp.MustCompile(`^(Outcome|Output|Activity) [0-9.]+[.:]? `)

// said returns what a file says, without numbers, which follow from the rest.
func said(t testing.TB, file []byte) []string {
	t.Helper()
	var out []string
	for _, l := range text(t, file).Lines {
		s := l.Text
		if l.Kind == readback.Aside {
			continue
		}
		if l.Form != nil {
			s = strings.TrimPrefix(s, l.Form.Number)
		}
		s = strings.Join(strings.Fields(strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Cf, r) {
				return -1 // nobody sees it
			}
			return r
		}, s)), " ")
		out = append(out, label.ReplaceAllString(s, ""))
	}
	return out
}

// leaves returns the values of a plan, each with its keys.
func leaves(n source.Node, path string, into map[string]int) map[string]int {
	for _, item := range n.Items() {
		name := "-"
		if id := item.Get("id"); !id.IsZero() {
			name = id.Text()
		}
		leaves(item, path+"/"+name, into)
	}
	for k, v := range n.Pairs() {
		leaves(v, path+"/"+k.Text(), into)
	}
	if n.Kind() == source.Scalar {
		into[path+"="+strings.Join(strings.Fields(n.Text()), " ")]++
	}
	return into
}

// lost counts the values of one plan that another has not.
func lost(old, now map[string]int) (n int) {
	for leaf, count := range old {
		n += max(0, count-now[leaf])
	}
	return n
}

func valuesOf(t testing.TB, text []byte) map[string]int {
	t.Helper()
	root, problems := source.Parse(source.NewFile("plan.yaml", text))
	if len(problems) > 0 {
		t.Fatal("the plan cannot be read any more", problems[0].Message)
	}
	return leaves(root, "", map[string]int{})
}

func comments(text []byte) (list []string) {
	for line := range strings.Lines(string(text)) {
		if s := strings.TrimSpace(line); strings.HasPrefix(s, "#") {
			list = append(list, s)
		}
	}
	slices.Sort(list)
	return list
}

// holds holds the laws of a merge: where nothing was left, the plan builds what the file says; and
// nothing of the plan is another that no change is of.
func holds(t testing.TB, name string, u *compile.Unit, file []byte, m *merge.Merged) {
	t.Helper()
	after := unit(t, u.File.Name, m.Text)
	if m.Left() == 0 {
		if got, want := said(t, word(t, after)), said(t, file); !slices.Equal(got, want) {
			for i := range min(len(got), len(want)) {
				if got[i] != want[i] {
					t.Errorf("%s: it builds\n%q, the file says\n%q", name, got[i], want[i])
					break
				}
			}
		}
	}
	const each = 8 // values that one change may touch: those of an item that was taken out
	taken := len(m.Outcomes) - m.Left()
	before, now := valuesOf(t, u.File.Bytes), valuesOf(t, m.Text)
	if n := lost(before, now); n > each*taken {
		t.Errorf("%s: %d values of the plan are others, by %d changes", name, n, taken)
	}
	if taken == 0 && string(m.Text) != string(u.File.Bytes) {
		t.Errorf("%s: the plan is another, by no change", name)
	}
	all := comments(m.Text)
	for _, c := range comments(u.File.Bytes) {
		if i, ok := slices.BinarySearch(all, c); ok {
			all = slices.Delete(all, i, i+1)
		} else if taken == 0 || !strings.Contains(name, "out") && !strings.Contains(name, "redline") {
			t.Errorf("%s: the comment %q is gone", name, c)
		}
	}
}

var seeds = flag.Uint64("seeds", 1, "how many random edits of each kind to try on each plan")

// TestRandomEdits: whatever is changed in the file, the plan builds it, or it is said.
func TestRandomEdits(t *testing.T) {
	for _, name := range plansOf(t) {
		u := unit(t, name, read(t, name))
		file := word(t, u)
		taken, left := map[string]int{}, map[string]int{}
		for seed := range *seeds {
			for _, kind := range append(kinds, "several") {
				e := newEditor(seed)
				changed := edited(t, file, func(f *docxtest.Edited) {
					if kind != "several" {
						f.XML = e.one(kind, f)
						return
					}
					for range 6 {
						f.XML = e.one(kinds[e.IntN(len(kinds))], f)
					}
				})
				m := merged(t, u, changed)
				what := filepath.Base(name) + " " + kind
				if kind == "several" {
					what += ", out"
				}
				holds(t, what, u, changed, m)
				taken[kind] += len(m.Outcomes) - m.Left()
				left[kind] += m.Left()
				if testing.Verbose() {
					for i := range m.Outcomes {
						if o := &m.Outcomes[i]; !o.Taken {
							t.Logf("%s %d: %s at %s: %q -> %q: %s", what, seed, o.Kind, o.Place, o.Old, o.New, o.Says)
						}
					}
				}
			}
		}
		for _, kind := range slices.Sorted(maps.Keys(taken)) {
			t.Logf("%s: %s: %d taken, %d left", filepath.Base(name), kind, taken[kind], left[kind])
		}
	}
}
