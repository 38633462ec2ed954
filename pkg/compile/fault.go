package compile

import (
	"fmt"
	"path"
	"runtime"
	"strings"

	"github.com/isuplan/isuplan/pkg/parallel"
	"github.com/isuplan/isuplan/pkg/source"
)

// Issues is where faults are reported.
const Issues = "https://github.com/isuplan/isuplan/issues"

// Fault is the error of a stage that panicked. It is a mistake in isuplan, not in the
// plan, and does not affect other plans.
type Fault struct {
	Stage string // what was being done, such as checking
	Plan  string // the plan's name
	Value string // what the stage panicked with
	At    string // the file and line of isuplan, such as pkg/check/range_dash.go:41
}

// Error says in one line what to report.
func (f *Fault) Error() string {
	return fmt.Sprintf("a fault of isuplan while %s %s: %s panicked with %q (isuplan %s); please report this line at %s, with the plan if you can",
		f.Stage, f.Plan, f.At, f.Value, Version, Issues)
}

// guard turns a panic in a stage of a plan into a fault. Each stage defers it, and each
// goroutine that a stage starts.
func guard(stage string, file *source.File, err *error) {
	if value := recover(); value != nil {
		name := "a plan"
		if file != nil {
			name = file.Name
		}
		*err = fault(stage, name, value)
	}
}

// Guard turns a panic into a fault, for callers of other packages of isuplan:
//
//	defer compile.Guard("writing", name, &err)
func Guard(stage, name string, err *error) {
	if value := recover(); value != nil {
		*err = fault(stage, name, value)
	}
}

func fault(stage, name string, value any) *Fault {
	const most = 300
	text := strings.Join(strings.Fields(fmt.Sprint(value)), " ")
	if len(text) > most {
		text = strings.ToValidUTF8(text[:most], "") + " …"
	}
	return &Fault{Stage: stage, Plan: name, Value: text, At: origin(calls(value))}
}

// calls returns the calls that led to the running panic; if it began in a job of another
// goroutine, the calls there.
func calls(value any) []uintptr {
	if p, ok := value.(*parallel.Panic); ok {
		return p.Calls
	}
	const deepest = 64
	list := make([]uintptr, deepest)
	return list[:runtime.Callers(1, list)]
}

// origin returns where in isuplan a panic began: the innermost call of the project's code
// below the runtime's.
func origin(calls []uintptr) string {
	const module = "github.com/isuplan/isuplan/"
	frames := runtime.CallersFrames(calls)
	panicked := false
	for {
		frame, more := frames.Next()
		panicked = panicked || frame.Function == "runtime.gopanic"
		if panicked && strings.HasPrefix(frame.Function, module) {
			dir := path.Dir(strings.TrimPrefix(frame.Function, module) + "/")
			if at := strings.IndexByte(path.Base(dir), '.'); at >= 0 {
				dir = path.Join(path.Dir(dir), path.Base(dir)[:at])
			}
			return fmt.Sprintf("%s/%s:%d", dir, path.Base(strings.ReplaceAll(frame.File, "\\", "/")), frame.Line)
		}
		if !more {
			return "an unknown place"
		}
	}
}
