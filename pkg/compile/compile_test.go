package compile_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/parallel"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/plans"
)

// plan is a small plan in which no rule finds anything.
const small = `isuplan: 1
document:
  convention: Convention on Small Plans
  unit: Implementation Support Unit
  date: 2024-06-03
period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - id: advice
    text: States Parties have the advice that they need.
    outputs:
      - id: replies
        text: Replies to the questions of States Parties.
        activities:
          - {id: replies, text: Reply to questions.}
budget:
  currency: CHF
  lines:
    - {id: salaries, label: Salaries, fixed: 100000}
    - {id: social-charges, label: Social charges, percent: 20%, of: [salaries]}
`

func in(name, text string) compile.Input {
	return compile.Input{File: source.NewFile(name, []byte(text))}
}

func reference() compile.Input { return in(plans.ReferenceName, string(plans.Reference)) }

// names returns the names of the rules that found something.
func names(findings []diag.Finding) (list []string) {
	for _, f := range findings {
		if f.WaivedBy == "" {
			list = append(list, f.Rule.Name)
		}
	}
	return list
}

func TestCompile(t *testing.T) {
	u, err := compile.New(compile.Options{}).Compile(t.Context(), reference())
	if err != nil {
		t.Fatal(err)
	}
	if !u.Complete() || u.Plan == nil || u.Budget == nil || u.Names == nil || u.Document == nil || u.Unread != nil || u.Reviews != nil {
		t.Errorf("the unit lacks something: %+v", u)
	}
	if got := u.Budget.Total[u.Budget.MainAmount()].Printed.String(); got != "465440" {
		t.Errorf("the total is %s", got)
	}
	built, err := u.Build(t.Context(), render.Formats()...)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range render.Formats() {
		if !f.Ours(built.Results[i].Bytes) {
			t.Errorf("the %s is not known as isuplan's", f.Name)
		}
	}
}

// TestWhatCannotBeRead: a plan with a fault of form has its findings, is judged as far
// as it could be read, and has no document.
func TestWhatCannotBeRead(t *testing.T) {
	c := compile.New(compile.Options{})
	u, err := c.Compile(t.Context(), in("plan.yaml", strings.Replace(small, "convention:", "conventoin:", 1)))
	if err != nil {
		t.Fatal(err)
	}
	if u.Complete() || u.Document != nil || len(u.Unread) == 0 || u.Plan == nil {
		t.Errorf("a plan with a misspelt key is said to be complete: %+v", u)
	}
	if _, err := u.Build(t.Context(), render.Formats()...); !errors.Is(err, compile.ErrIncomplete) {
		t.Errorf("building it says %v", err)
	}
	if _, err := compile.Compare(t.Context(), u, u); !errors.Is(err, compile.ErrIncomplete) {
		t.Errorf("comparing it says %v", err)
	}
	u, err = c.Compile(t.Context(), in("plan.yaml", "a: [b"))
	if err != nil || u.Plan != nil || u.Complete() || len(u.Findings) == 0 {
		t.Errorf("what is no YAML: %v, %+v", err, u)
	}
	findings, err := u.Check(t.Context())
	if err != nil || !slices.Equal(names(findings), names(u.Findings)) {
		t.Errorf("checking what is no YAML: %v, %v", err, findings)
	}
}

// TestFiles: plans, templates, languages and last year's plan may come from any folder,
// and nothing outside of it is read.
func TestFiles(t *testing.T) {
	un := embedded(t, "un.yaml")
	en := embedded(t, "languages/en.yaml")
	dir := fstest.MapFS{
		"plans/2025.yaml":      {Data: []byte("previous: old/2024.yaml\n" + small)},
		"plans/out.yaml":       {Data: []byte("previous: 2024.yaml\n" + small)},
		"plans/own.yaml":       {Data: []byte(strings.Replace(small, "  unit:", "  language: pt\n  unit:", 1))},
		"plans/old/2024.yaml":  {Data: []byte(strings.NewReplacer("2025", "2024", "2024-06-03", "2023-06-05", "fixed: 100000", "fixed: 1000").Replace(small))},
		"2024.yaml":            {Data: []byte(small)},
		"templates/ours.yaml":  {Data: un},
		"templates/pt.yaml":    {Data: []byte(strings.Replace(string(en), "language: en\nname: English", "language: pt\nname: português", 1))},
		"templates/wrong.yaml": {Data: []byte("template: 2\n")},
	}
	read := func(name string) compile.Input {
		t.Helper()
		got, err := compile.Open(dir, name)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	templates, _ := dir.Sub("templates")
	ours := compile.Options{Template: compile.Template{File: source.NewFile("templates/ours.yaml", un), Folder: templates}}
	for name, c := range map[string]struct {
		plan    string
		options compile.Options
		want    string // the rule that finds something, "" for none
	}{
		"last year's plan below":   {"plans/2025.yaml", compile.Options{}, "implausible"},
		"none of that name":        {"plans/out.yaml", compile.Options{}, "no-previous"},
		"a language isuplan lacks": {"plans/own.yaml", compile.Options{}, "no-language"},
		"a language beside":        {"plans/own.yaml", ours, ""},
		"a broken template": {"plans/own.yaml", compile.Options{Template: compile.Template{
			File: source.NewFile("templates/wrong.yaml", []byte("template: 2\n")), Folder: templates}}, "missing-key"},
	} {
		findings, err := compile.New(c.options).Check(t.Context(), read(c.plan))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		found := names(findings)
		if c.want == "" && len(found) > 0 || c.want != "" && !slices.Contains(found, c.want) {
			t.Errorf("%s: found %v, want %q", name, found, c.want)
		}
	}
	if _, err := compile.Open(dir, "../plan.yaml"); err == nil {
		t.Error("a plan outside of the folder was read")
	}
	var none *compile.NoTemplateError
	if _, err := compile.New(compile.Options{Template: compile.Template{Name: "uno"}}).Compile(t.Context(), in("p", small)); !errors.As(err, &none) {
		t.Errorf("a template that there is not: %v", err)
	}
}

// TestNothingOutsideThePlansFolder: a link that leads out of a folder on the disk is not
// followed, whatever the plan says.
func TestNothingOutsideThePlansFolder(t *testing.T) {
	top := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(top, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("secret.yaml", small)
	write("plans/2025.yaml", "previous: link.yaml\n"+small)
	if err := os.Symlink("../secret.yaml", filepath.Join(top, "plans/link.yaml")); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(filepath.Join(top, "plans"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	plan, err := compile.Open(root.FS(), "2025.yaml")
	if err != nil {
		t.Fatal(err)
	}
	findings, err := compile.New(compile.Options{}).Check(t.Context(), plan)
	if err != nil || !slices.Equal(names(findings), []string{"no-previous"}) || !strings.HasSuffix(findings[0].Message, "it leads out of the plan's folder") {
		t.Errorf("%v, %v", findings, err)
	}
	write("plans/frame.yaml", "frame: link.yaml\n"+small)
	if plan, err = compile.Open(root.FS(), "frame.yaml"); err != nil {
		t.Fatal(err)
	}
	findings, err = compile.New(compile.Options{}).Check(t.Context(), plan)
	if err != nil || !slices.Equal(names(findings), []string{"no-frame"}) || !strings.HasSuffix(findings[0].Message, "it leads out of the plan's folder") {
		t.Errorf("%v, %v", findings, err)
	}
}

// TestAPlanBesideAPlan: a file that is too large, a folder, and the plan itself under another name are
// refused with what they are; what the other plan names is not read.
func TestAPlanBesideAPlan(t *testing.T) {
	above := strings.Replace(small, "2025-12-31", "2028-12-31", 1)
	for name, c := range map[string]struct{ text, says string }{
		"large":     {above + "# " + strings.Repeat("x", source.MaxBytes), "it has more than 16 MB"},
		"a copy":    {"frame: above.yaml\n" + small, "this is the plan itself, and not the plan of several years above this one"},
		"no budget": {"isuplan: 1\n", "has errors"},
		"a chain":   {"frame: gone.yaml\nprevious: gone.yaml\n" + above, ""},
	} {
		dir := fstest.MapFS{"2025.yaml": {Data: []byte("frame: above.yaml\n" + small)}, "above.yaml": {Data: []byte(c.text)}}
		plan, err := compile.Open(dir, "2025.yaml")
		if err != nil {
			t.Fatal(err)
		}
		findings, err := compile.New(compile.Options{}).Check(t.Context(), plan)
		if err != nil || c.says == "" && len(findings) > 0 || c.says != "" && (len(findings) != 1 || findings[0].Rule.Name != "no-frame" || !strings.Contains(findings[0].Message, c.says)) {
			t.Errorf("%s: %v, %v", name, findings, err)
		}
	}
}

// ending is a context that ends when it is asked for the n-th time.
type ending struct {
	context.Context
	mu   sync.Mutex
	left int
}

func (e *ending) Err() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.left == 0 {
		return context.Canceled
	}
	e.left--
	return nil
}

// TestCancelled: wherever the context ends, the work does, and says so.
func TestCancelled(t *testing.T) {
	c := compile.New(compile.Options{})
	all := func(plan compile.Input, times int) (left int, err error) {
		ctx := &ending{Context: t.Context(), left: times}
		u, err := c.Compile(ctx, plan)
		if err == nil {
			_, err = u.Check(ctx)
		}
		if err == nil {
			_, err = u.Build(ctx, render.Formats()...)
		}
		return ctx.left, err
	}
	const most = 10_000
	left, err := all(in("plan.yaml", small), most)
	if err != nil {
		t.Fatal(err)
	}
	for n := range most - left {
		if _, err := all(in("plan.yaml", small), n); !errors.Is(err, context.Canceled) {
			t.Fatalf("the context ended when it was asked %d times, and the work says %v", n, err)
		}
	}
	// A rule, a text, a block, some rows and a page are what ends at the latest.
	if left, _ := all(reference(), most); most-left < 700 {
		t.Errorf("with the 2018 plan the context is asked %d times only", most-left)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.CheckAll(ctx, []compile.Input{reference(), reference()}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("checking many says %v", err)
	}
	u, err := c.Compile(t.Context(), in("plan.yaml", small))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range render.Formats() {
		if _, err := u.Render(ctx, f, document.Seal{}); !errors.Is(err, context.Canceled) {
			t.Errorf("rendering as %s says %v", f.Name, err)
		}
	}
}

// TestWordsWithoutLanguage: if no document can be made of a plan, its texts are shown as
// they were written.
func TestWordsWithoutLanguage(t *testing.T) {
	text := source.At[string]{Value: "Salaries of ${facts.staff} posts"}
	for _, plan := range []string{"", strings.Replace(small, "document:\n", "document:\n  language: xx\n", 1)} {
		u, err := compile.New(compile.Options{}).Compile(t.Context(), in("plan.yaml", plan))
		if err != nil {
			t.Fatal(err)
		}
		words := u.Words()
		if got := words.Text(text); got != text.Value || words.Title() != "" || words.Total() != "" || words.Word("total") != "total" || len(words.Headings()) > 0 {
			t.Errorf("the words of %q are %q, %q, %q, %q, %v", plan, got, words.Title(), words.Total(), words.Word("total"), words.Headings())
		}
	}
}

// TestUnitStays: rendering changes nothing that the unit holds, so that one unit can be
// rendered with several seals at once.
func TestUnitStays(t *testing.T) {
	u, err := compile.New(compile.Options{}).Compile(t.Context(), in("plan.yaml", small))
	if err != nil {
		t.Fatal(err)
	}
	before := *u.Document
	for _, f := range render.Formats() {
		if _, err := u.Render(t.Context(), f, document.Seal{Plan: "3f2a"}); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(before, *u.Document) {
			t.Errorf("rendering as %s changed the document", f.Name)
			before = *u.Document
		}
	}
}

// TestSideBySide: one compiler serves many at once, with the same result for each.
func TestSideBySide(t *testing.T) {
	c := compile.New(compile.Options{})
	var work sync.WaitGroup
	results := make([]string, 8)
	for i := range results {
		work.Go(func() {
			u, err := c.Compile(t.Context(), reference())
			if err != nil {
				results[i] = err.Error()
				return
			}
			var inner sync.WaitGroup
			var findings []diag.Finding
			var built *compile.Built
			inner.Go(func() { findings, _ = u.Judge(t.Context()) })
			inner.Go(func() { built, _ = u.Build(t.Context(), render.Formats()...) })
			inner.Wait()
			for _, r := range built.Results {
				results[i] += fmt.Sprintln(len(findings), len(r.Bytes))
			}
		})
	}
	work.Wait()
	for _, r := range results {
		if r != results[0] || r == "" {
			t.Errorf("%s, and %s", r, results[0])
		}
	}
}

// TestWhatIsNotThere: inputs, units and folders that are nothing are errors, not faults.
func TestWhatIsNotThere(t *testing.T) {
	c := compile.New(compile.Options{})
	if _, err := c.Compile(t.Context(), compile.Input{}); !errors.Is(err, compile.ErrNoFile) {
		t.Errorf("compiling nothing: %v", err)
	}
	if checked, err := c.CheckAll(t.Context(), []compile.Input{{}, in("plan.yaml", small)}, nil); err != nil || !errors.Is(checked[0].Err, compile.ErrNoFile) || checked[1].Err != nil {
		t.Errorf("checking nothing among others: %v, %v", checked, err)
	}
	if _, err := compile.Open(nil, "plan.yaml"); err == nil {
		t.Error("a plan was opened in no folder")
	}
	if _, err := compile.Compare(t.Context(), nil, nil); !errors.Is(err, compile.ErrIncomplete) {
		t.Errorf("comparing nothing: %v", err)
	}
}

// TestFault: a rule that panics is a fault in one line, which says where it is, and the
// other plans are still checked.
func TestFault(t *testing.T) {
	check.Register(check.Rule{Rule: diag.Rule{Code: "S999", Name: "that-panics"}, Run: func(c *check.Context) {
		if c.Plan.Node.File().Name == "bad.yaml" {
			var none []int
			_ = none[len(c.Plan.Outcomes)]
		}
	}})
	defer check.Unregister("that-panics")
	c := compile.New(compile.Options{})
	checked, err := c.CheckAll(t.Context(), []compile.Input{in("good.yaml", small), in("bad.yaml", small), in("fine.yaml", small)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var fault *compile.Fault
	if !errors.As(checked[1].Err, &fault) || fault.Plan != "bad.yaml" || fault.Stage != "checking" || !strings.HasPrefix(fault.At, "pkg/compile_test/compile_test.go:") {
		t.Errorf("the fault is %+v", checked[1].Err)
	}
	if text := fault.Error(); strings.ContainsAny(text, "\n\t") || !strings.Contains(text, "index out of range") || !strings.Contains(text, "(rule that-panics)") || !strings.Contains(text, compile.Issues) {
		t.Errorf("it says %q", text)
	}
	for _, i := range []int{0, 2} {
		if checked[i].Err != nil || len(checked[i].Findings) > 0 {
			t.Errorf("%s: %v, %v", checked[i].Name, checked[i].Err, checked[i].Findings)
		}
	}
}

// TestFaultOfAFormat: a format that panics, in preparing or in the end, is a fault too.
func TestFaultOfAFormat(t *testing.T) {
	u, err := compile.New(compile.Options{}).Compile(t.Context(), in("plan.yaml", small))
	if err != nil {
		t.Fatal(err)
	}
	early := render.Format{Name: "early", Prepare: func(context.Context, *document.Document) (render.Prepared, error) { panic("of itself") }}
	late := render.Format{Name: "late", Prepare: func(context.Context, *document.Document) (render.Prepared, error) {
		return func(document.Seal) (render.Result, error) { panic("in the\nend") }, nil
	}}
	aside := render.Format{Name: "aside", Prepare: func(context.Context, *document.Document) (render.Prepared, error) {
		parallel.Do([]func(){func() {}, func() { panic("in a job") }})
		return nil, nil
	}}
	for _, f := range []render.Format{early, late, aside} {
		var fault *compile.Fault
		if _, err := u.Build(t.Context(), f); !errors.As(err, &fault) || fault.Stage != "making the "+f.Name+" of" || strings.Contains(fault.Value, "\n") ||
			!strings.HasPrefix(fault.At, "pkg/compile_test/compile_test.go:") {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}
