package pdf

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/isuplan/isuplan/pkg/internal/matterhorn"
)

// TestEachFaultIsFound makes one fault at a time in a file. Each condition is met by one
// of the files, and each of the checker's checks finds something in one of them.
func TestEachFaultIsFound(t *testing.T) {
	titles, instead := map[string]string{}, map[string]string{}
	for _, c := range matterhorn.Conditions {
		titles[c.Number], instead[c.Number] = c.Title, c.Found
	}
	found := &findings{}
	t.Run("broken", func(t *testing.T) {
		for _, b := range breaks {
			t.Run(b.conditions+" "+b.new, func(t *testing.T) {
				t.Parallel()
				if b.edit == nil {
					b.edit = put(b.old, b.new)
				}
				faults, err := matterhorn.Check(broken(t, b.in, b.old, b.edit))
				if err != nil {
					t.Fatal(err)
				}
				reported := found.add(faults)
				for number := range strings.SplitSeq(b.conditions, ", ") {
					sought := number
					if instead[number] != "" {
						sought = instead[number]
					}
					if !reported[sought] {
						t.Errorf("not found: %s; found are %.300q", titles[number], faults)
					}
					found.meet(number)
				}
			})
		}
	})
	if t.Failed() || found.files < len(breaks) {
		return // or somebody runs a few of them
	}
	for _, c := range matterhorn.Conditions {
		if !found.met[c.Number] {
			t.Errorf("no file meets %s, %s", c.Number, c.Title)
		}
	}
	for _, c := range checks(t) {
		if !found.by(c) {
			t.Errorf("no file meets the check of %s at %s, %q", c.condition, c.place, c.detail)
		}
	}
}

// TestConditionsAreComplete holds the list of conditions against what the checker does.
func TestConditionsAreComplete(t *testing.T) {
	const protocol = 87 // conditions that the protocol calls machine checks
	checked := map[string]bool{}
	for _, c := range checks(t) {
		checked[c.condition] = true
	}
	listed, numbered := map[string]bool{}, 0
	for _, c := range matterhorn.Conditions {
		if regexp.MustCompile(`^\d\d-\d\d\d$`).MatchString(c.Number) {
			numbered++
		}
		if listed[c.Number] {
			t.Errorf("%s is listed twice", c.Number)
		}
		listed[c.Number] = true
		if checked[c.Number] != (c.Found == "") || c.Found != "" && !checked[c.Found] {
			t.Errorf("%s is found as %q, and is checked for itself: %v", c.Number, c.Found, checked[c.Number])
		}
	}
	for condition := range checked {
		if !listed[condition] {
			t.Errorf("%s is not listed", condition)
		}
	}
	if numbered != protocol {
		t.Errorf("%d conditions of the protocol are listed", numbered)
	}
}

// TestWhatAFileMayHave holds that the checker is not too strict.
func TestWhatAFileMayHave(t *testing.T) {
	for _, w := range harmless {
		in, old, now := w[0], w[1], w[2]
		if faults := faultsOf(t, broken(t, in, old, put(old, now))); len(faults) > 0 {
			t.Errorf("%s: %.300q", now, faults)
		}
	}
}

// findings are what was found in all files.
type findings struct {
	lock   sync.Mutex
	files  int
	faults []matterhorn.Fault
	met    map[string]bool
}

// add notes faults, and returns their conditions.
func (f *findings) add(faults []matterhorn.Fault) map[string]bool {
	f.lock.Lock()
	defer f.lock.Unlock()
	f.files++
	f.faults = append(f.faults, faults...)
	conditions := map[string]bool{}
	for _, fault := range faults {
		conditions[fault.Condition] = true
	}
	return conditions
}

func (f *findings) meet(condition string) {
	f.lock.Lock()
	defer f.lock.Unlock()
	if f.met == nil {
		f.met = map[string]bool{}
	}
	f.met[condition] = true
}

// by reports whether a check found something.
func (f *findings) by(c check) bool {
	for _, fault := range f.faults {
		if fault.Condition == c.condition && c.detail.MatchString(fault.Detail) {
			return true
		}
	}
	return false
}

// check is a line in the checker that reports a condition.
type check struct {
	condition, place string
	detail           *regexp.Regexp // how the fault reads
}

// checks reads from the checker's source what it reports.
func checks(t *testing.T) (list []check) {
	t.Helper()
	names, err := filepath.Glob("../../internal/matterhorn/*.go")
	if err != nil || len(names) == 0 {
		t.Fatalf("no source: %v", err)
	}
	for _, name := range names {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		places := token.NewFileSet()
		file, err := parser.ParseFile(places, name, source, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				list = append(list, checkOf(t, call, places.Position(call.Pos()).String())...)
			}
			return true
		})
	}
	return list
}

// verb is where a detail has a value.
var verb = regexp.MustCompile(`%[+#.0-9]*[a-z]`)

// checkOf returns the check that a call is, if it is one.
func checkOf(t *testing.T, call *ast.CallExpr, place string) []check {
	t.Helper()
	method, ok := call.Fun.(*ast.SelectorExpr)
	first := map[string]int{"fault": 0, "ensure": 1} // the argument that is the condition
	if !ok {
		return nil
	}
	at, reports := first[method.Sel.Name]
	if !reports {
		return nil
	}
	if name, ok := call.Args[at].(*ast.Ident); ok && name.Name == "condition" {
		return nil // ensure itself
	}
	condition, detail := written(call.Args[at]), written(call.Args[at+1])
	if condition == "" || detail == "" {
		t.Fatalf("%s: the condition and the detail are not written out", place)
	}
	parts := verb.Split(detail, -1)
	for i, p := range parts {
		parts[i] = regexp.QuoteMeta(p)
	}
	return []check{{condition, place, regexp.MustCompile("(?s)^" + strings.Join(parts, ".*") + "$")}}
}

// written is what a string in the source says, "" for anything else.
func written(e ast.Expr) string {
	literal, ok := e.(*ast.BasicLit)
	if !ok {
		return ""
	}
	s, err := strconv.Unquote(literal.Value)
	if err != nil {
		return ""
	}
	return s
}
