package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// noPrevious is reported where the plan of the year before cannot be compared with.
var noPrevious = diag.Rule{Code: "F212", Name: "no-previous", Severity: diag.Warning, Title: "a plan of the year before that cannot be read",
	Why:   "What changed by mistake since last year stays unseen.",
	Since: "0.1", Bad: "previous: «no-such-plan.yaml»\n", Good: "limits: {words: 8500}\n"}

// lastYear reads the plan that a plan names as the year before's. A path that leads
// out of the plan's folder, by a link too, is not followed.
func (c compiler) lastYear(file *source.File, p *plan.Plan) (*check.Year, []diag.Finding) {
	last := c.last
	if last == nil && !p.Previous.IsSet() {
		return nil, nil
	}
	refused := func(message, hint string) []diag.Finding {
		return []diag.Finding{{Rule: noPrevious, Subject: "previous", Span: p.Previous.Span(), Message: message, Hint: hint}}
	}
	if last == nil {
		text, err := readBeside(file.Name, p.Previous.Value)
		if err != nil {
			return nil, refused("the plan of the year before cannot be read: "+reason(err), "correct its path, which begins in this plan's folder")
		}
		last = source.NewFile(filepath.Join(filepath.Dir(file.Name), filepath.FromSlash(p.Previous.Value)), text)
	}
	before, _, ok := plan.Load(last)
	if !ok {
		return nil, refused("the plan of the year before has errors, so that this one cannot be compared with it", "run isuplan check on it")
	}
	figures, _ := budget.Compute(before, budget.Options{})
	return &check.Year{Plan: before, Budget: figures}, nil
}

// readBeside reads a file in the folder of another or below it.
func readBeside(name, path string) ([]byte, error) {
	root, err := os.OpenRoot(filepath.Dir(name))
	if err != nil {
		return nil, err
	}
	defer root.Close()
	info, err := root.Stat(filepath.FromSlash(path))
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > source.MaxBytes {
		return nil, errors.Join(fs.ErrInvalid)
	}
	return root.ReadFile(filepath.FromSlash(path))
}
