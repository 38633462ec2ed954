package compile

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// Another plan that a plan names: that of the year before, and that of several years above. It is read
// from the plan's folder or below it, with its own lists; plans that it names itself are not read.

// other is a plan beside a plan: the key that names it, and what it is called in findings.
type other struct {
	key    string
	name   source.At[string]
	given  *source.File // of the compiler's options, in the place of what the plan names
	called string
	use    string // what is not possible without it
	rule   diag.Rule
	strict bool // nothing is taken of one whose budget cannot be computed
}

func (u *Unit) yearBefore() other {
	return other{key: "previous", name: u.Plan.Previous, given: u.compiler.Last, called: "the plan of the year before",
		use: "so that this one cannot be compared with it", rule: check.NoPrevious}
}

func (u *Unit) above() other {
	return other{key: "frame", name: u.Plan.Frame, given: u.compiler.Frame, called: "the plan of several years above this one",
		use: "so that this one cannot be held to it", rule: check.NoFrame, strict: true}
}

// lastYear reads the plan that a plan names as the year before's.
func (u *Unit) lastYear() (*check.Year, []diag.Finding) {
	p, figures, findings := u.standing(u.yearBefore())
	if p == nil {
		return nil, findings
	}
	return &check.Year{Plan: p, Budget: figures}, nil
}

// readFrame reads the plan of several years that a plan stands under. What is wrong with it is said
// when the plan is judged: its own document does not need it.
func (u *Unit) readFrame() *budget.Frame {
	p, figures, findings := u.standing(u.above())
	u.noFrame = findings
	if p == nil {
		return nil
	}
	return budget.NewFrame(p, figures, u.Plan)
}

// standing reads and computes another plan; nil where the plan names none, or where it cannot be read.
func (u *Unit) standing(o other) (*plan.Plan, *budget.Budget, []diag.Finding) {
	if o.given == nil && !o.name.IsSet() {
		return nil, nil, nil
	}
	refused := func(message, hint string) (*plan.Plan, *budget.Budget, []diag.Finding) {
		return nil, nil, []diag.Finding{{Rule: o.rule, Subject: o.key, Span: o.name.Span(), Message: message, Hint: hint}}
	}
	file, err := u.read(o)
	if err != nil {
		return refused(o.called+" cannot be read: "+Reason(err), "correct its path, which begins in this plan's folder")
	}
	if o.given == nil && u.isItself(o.name.Value, file) {
		return refused("this is the plan itself, and not "+o.called, "write the path of that plan, or take `"+o.key+"` out")
	}
	p, _, ok := plan.Load(file)
	if !ok {
		return refused(o.called+" has errors, "+o.use, "run isuplan check on it")
	}
	u.fill(p, path.Dir(o.name.Value))
	u.spent(p, path.Dir(o.name.Value))
	figures, findings := budget.Compute(p, budget.Options{})
	if o.strict && diag.Worst(findings) == diag.Error {
		return refused(o.called+" has errors in its budget, "+o.use, "run isuplan check on it")
	}
	return p, figures, nil
}

// isItself reports whether another plan is the file of the plan, or a copy of it.
func (u *Unit) isItself(name string, file *source.File) bool {
	return path.Clean(name) == filepath.Base(u.File.Name) || bytes.Equal(file.Bytes, u.File.Bytes)
}

// read reads another plan's file: that of the compiler's options, or the one that the plan names. A
// path that leads out of the plan's folder, by a link too, is not followed.
func (u *Unit) read(o other) (*source.File, error) {
	if o.given != nil {
		return o.given, nil
	}
	name := o.name.Value
	text, err := u.beside(name)
	if err != nil {
		return nil, err
	}
	return source.NewFile(filepath.Join(filepath.Dir(u.File.Name), filepath.FromSlash(name)), text), nil
}

// Previous reads the plan of the year before: that of the compiler's options, or the one that
// the plan names. A path that leads out of the plan's folder is not followed.
func (u *Unit) Previous() (*source.File, error) {
	if u.compiler.Last == nil && (u.Plan == nil || !u.Plan.Previous.IsSet()) {
		return nil, fs.ErrNotExist
	}
	if u.Plan == nil {
		return u.compiler.Last, nil
	}
	return u.read(u.yearBefore())
}

var (
	errTooLarge = fmt.Errorf("it has more than %d MB", source.MaxBytes>>20)
	errNoFile   = errors.New("it is no ordinary file")
)

// beside reads a file in the plan's folder or below it.
func (u *Unit) beside(name string) ([]byte, error) {
	if u.folder == nil {
		return nil, fs.ErrNotExist
	}
	text, err := readFile(u.folder, path.Clean(name))
	if err == nil && len(text) > source.MaxBytes {
		err = errTooLarge
	}
	return text, err
}
