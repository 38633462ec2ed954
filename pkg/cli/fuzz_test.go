package cli

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/readback"
)

// ran is what a command did.
type ran struct {
	code      int
	out, talk string
}

// run runs a command in this process. No command panics, and none says words of a library
// that are not in the plan.
func run(t *testing.T, plan []byte, args ...string) ran {
	t.Helper()
	var out, talk bytes.Buffer
	code := Main(args, bytes.NewReader(plan), &out, &talk, func(string) string { return "" })
	r := ran{code, out.String(), talk.String()}
	if code != ExitClean && code != ExitFindings && code != ExitTrouble {
		t.Errorf("%v: exit code %d\n%s", args, code, r.talk)
	}
	for _, said := range []string{r.out, r.talk} {
		if strings.Contains(said, "a fault of isuplan") {
			t.Errorf("%v: %s", args, said)
		}
		if word := libraryWords.FindString(said); word != "" && !bytes.Contains(plan, []byte(word)) {
			t.Errorf("%v says %q: %s", args, word, said)
		}
	}
	return r
}

var libraryWords = regexp.MustCompile(`goroutine \d|runtime error|yaml: (?:line|unknown|unmarshal|input|control|invalid|found|did|anchor|document|map|while)|\bjson: |\bstrconv|\bxml: |\bzip: |\bflate: |\.go:\d|nil pointer|\bunmarshal|\b[eE]rrno\b|%!|\bEOF\b|cobra`)

// realPlans are what plans are changed from.
func realPlans(t testing.TB) (list [][]byte) {
	t.Helper()
	for _, path := range []string{"example.yaml", "../../testdata/plans/ccw-2025.yaml", "../../testdata/plans/ccm-2025.yaml", "../../testdata/budgets/carpathian-2018.yaml", "../../testdata/budgets/vienna-2014.yaml"} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, text)
	}
	return list
}

// law is what holds of any plan, in a folder that has it as plan.yaml.
type law func(t *testing.T, dir string, text []byte)

// obey runs a law on a plan after changes of its structure.
func obey(t *testing.T, l law, text, changes []byte) {
	t.Helper()
	dir := t.TempDir()
	text = changed(text, changes)
	if err := os.WriteFile(filepath.Join(dir, "plan.yaml"), text, 0o600); err != nil {
		t.Fatal(err)
	}
	l(t, dir, text)
	if t.Failed() && len(text) < 20_000 {
		t.Logf("of the plan\n%s", text)
	}
}

// onPlans runs a law on plans with changes of their bytes and of their structure.
func onPlans(f *testing.F, l law) {
	f.Helper()
	for i, text := range realPlans(f) {
		f.Add(text, []byte{})
		f.Add(text, []byte{byte(i), 0, byte(40 * i), 7, 2, 9, byte(i)})
	}
	f.Fuzz(func(t *testing.T, text, changes []byte) { obey(t, l, text, changes) })
}

var (
	changes    = flag.Int("changes", 3, "how many changed plans each law is tried on")
	changeSeed = flag.Uint64("change-seed", 2018, "which changes of plans to try")
)

// TestChangedPlans tries each law that is fuzzed on real plans with some changes of their
// structure, drawn from a seed.
func TestChangedPlans(t *testing.T) {
	plans := realPlans(t)
	for name, l := range map[string]law{"check": answersInEachFormat, "build": agreesWithWhatIsBuilt, "fmt": hasOneForm, "new": rollsOn, "diff": isComparable, "fix": isMendedToAPlan} {
		r := rand.New(rand.NewPCG(*changeSeed, 0))
		for i := range *changes {
			drawn := make([]byte, 1+3*(1+r.IntN(5)))
			for at := range drawn {
				drawn[at] = byte(r.IntN(256))
			}
			t.Run(fmt.Sprintf("%s/%d", name, i), func(t *testing.T) { obey(t, l, plans[i%len(plans)], drawn) })
		}
	}
}

// formErrors says whether check finds that a plan cannot be read.
func formErrors(t *testing.T, text []byte, name string) int {
	t.Helper()
	r := run(t, text, "check", name, "--format", "json")
	return strings.Count(r.out, `"code": "F`)
}

// FuzzCheck: check answers any plan, in each format.
func FuzzCheck(f *testing.F) { onPlans(f, answersInEachFormat) }

func answersInEachFormat(t *testing.T, dir string, text []byte) {
	plan := filepath.Join(dir, "plan.yaml")
	want := run(t, text, "check", plan).code
	for _, format := range []string{"json", "sarif", "junit", "github", "gitlab"} {
		if r := run(t, text, "check", plan, "--format", format); r.code != want {
			t.Errorf("check says %d, and %d with --format %s", want, r.code, format)
		}
	}
}

// FuzzBuild: what was built of any plan just now agrees with it, in each format, and is built
// to the same bytes again.
func FuzzBuild(f *testing.F) { onPlans(f, agreesWithWhatIsBuilt) }

func agreesWithWhatIsBuilt(t *testing.T, dir string, text []byte) {
	plan, out := filepath.Join(dir, "plan.yaml"), filepath.Join(dir, "out")
	if r := run(t, text, "build", "--draft", "-o", out, plan); r.code == ExitTrouble {
		t.Errorf("build: %s", r.talk)
	}
	built, _ := filepath.Glob(filepath.Join(out, "plan.*"))
	for _, name := range built {
		if r := run(t, text, "verify", name, "--against", plan); filepath.Ext(name) != ".svg" && r.code != ExitClean {
			t.Errorf("verify: exit code %d: %s%s", r.code, r.out, r.talk)
		}
	}
}

// FuzzFmt: the form of a plan that can be read is its own form, and can be read as well.
func FuzzFmt(f *testing.F) { onPlans(f, hasOneForm) }

func hasOneForm(t *testing.T, dir string, text []byte) {
	plan := filepath.Join(dir, "plan.yaml")
	wrong := formErrors(t, text, plan)
	if r := run(t, text, "fmt", plan); wrong == 0 && r.code != ExitClean {
		t.Errorf("fmt: exit code %d: %s", r.code, r.talk)
	} else if r.code != ExitClean {
		return
	}
	once, err := os.ReadFile(plan)
	if err != nil {
		t.Fatal(err)
	}
	if now := formErrors(t, text, plan); now > wrong {
		t.Errorf("fmt: %d errors of form were %d\n%s", now, wrong, once)
	}
	if r := run(t, text, "fmt", "--diff", "--check", plan); r.code != ExitClean {
		t.Errorf("fmt would change its own form\n%s\nby\n%s", once, r.out)
	}
}

// FuzzNew: a plan made of one that can be read can be read.
func FuzzNew(f *testing.F) { onPlans(f, rollsOn) }

func rollsOn(t *testing.T, dir string, text []byte) {
	plan, next := filepath.Join(dir, "plan.yaml"), filepath.Join(dir, "next.yaml")
	r := run(t, text, "new", "2999", "--from", plan, "-o", next)
	if r.code != ExitClean {
		if !strings.Contains(r.talk, "has errors") && !strings.Contains(r.talk, "is the plan of") {
			t.Errorf("new: exit code %d: %s", r.code, r.talk)
		}
		return
	}
	if was, now := formErrors(t, text, plan), formErrors(t, text, next); now > was {
		made, _ := os.ReadFile(next)
		t.Errorf("new: %d errors of form were %d\n%s", now, was, made)
	}
}

// FuzzDiff: a plan does not differ from itself, and can be compared with another both ways.
func FuzzDiff(f *testing.F) { onPlans(f, isComparable) }

func isComparable(t *testing.T, dir string, text []byte) {
	plan := filepath.Join(dir, "plan.yaml")
	r := run(t, text, "diff", plan, plan)
	if r.code == ExitFindings && formErrors(t, text, plan) == 0 {
		t.Errorf("diff of a plan with itself: %s%s", r.out, r.talk)
	}
	other := filepath.Join(dir, "other.yaml")
	if err := os.WriteFile(other, []byte(examplePlan), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"text", "md", "docx", "html"} {
		run(t, text, "diff", plan, other, "--format", format, "-o", filepath.Join(dir, "a."+format))
		run(t, text, "diff", other, plan, "--format", format, "-o", filepath.Join(dir, "b."+format))
	}
}

// FuzzFixes: a plan whose fixes were applied can be read as well as before.
func FuzzFixes(f *testing.F) { onPlans(f, isMendedToAPlan) }

func isMendedToAPlan(t *testing.T, dir string, text []byte) {
	plan := filepath.Join(dir, "plan.yaml")
	before := formErrors(t, text, plan)
	if r := run(t, text, "check", "--fix", plan); r.code == ExitTrouble {
		t.Errorf("check --fix: %s", r.talk)
	}
	if after := formErrors(t, text, plan); after > before {
		mended, _ := os.ReadFile(plan)
		t.Errorf("check --fix: %d errors of form were %d\n%s", after, before, mended)
	}
}

// FuzzFinished: files that anybody may have made or changed are read back and verified within
// bounds. The target starts from built files of each format, also cut off and with bits turned.
func FuzzFinished(f *testing.F) {
	dir := f.TempDir()
	plan := filepath.Join(dir, "plan.yaml")
	if err := os.WriteFile(plan, []byte(examplePlan), 0o600); err != nil {
		f.Fatal(err)
	}
	var talk bytes.Buffer
	if code := Main([]string{"build", "--draft", "-o", dir, plan}, nil, &talk, &talk, os.Getenv); code == ExitTrouble {
		f.Fatal(talk.String())
	}
	for _, ext := range []string{".pdf", ".docx", ".md"} {
		file, err := os.ReadFile(filepath.Join(dir, "plan"+ext))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(file)
		for i := 1; i < 8; i++ {
			f.Add(file[:len(file)*i/8])
			turned := bytes.Clone(file)
			for at := i * 97; at < len(turned); at += 997 {
				turned[at] ^= 1 << i
			}
			f.Add(turned)
		}
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := readback.Read(file)
		runtime.ReadMemStats(&after)
		const most = 256 << 20
		if used := after.TotalAlloc - before.TotalAlloc; used > most {
			t.Errorf("reading %d bytes takes %d", len(file), used)
		}
		if r := run(t, file, "verify", "-", "--against", plan); err == nil && r.code == ExitTrouble {
			t.Errorf("verify: %s", r.talk)
		}
	})
}
