package compile

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"

	"github.com/isuplan/isuplan/pkg/actuals"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/parties"
	"github.com/isuplan/isuplan/pkg/plan"
)

// readLists reads the lists of Parties that a plan names, from its folder or below it. A list
// that cannot be read is a part of the plan that could not be.
func (u *Unit) readLists() {
	findings := u.fill(u.Plan, ".")
	u.Findings = append(u.Findings, findings...)
	for i := range u.Plan.Budget.Contributions {
		if c := &u.Plan.Budget.Contributions[i]; len(findings) > 0 && c.List.IsSet() && len(c.Parties) == 0 {
			u.Unread = append(u.Unread, c.List.Span())
		}
	}
}

// readActuals reads the export of the accounts that a plan names. One that cannot be read is a
// part of the plan that could not be.
func (u *Unit) readActuals() {
	findings := u.spent(u.Plan, ".")
	u.Findings = append(u.Findings, findings...)
	u.Unread = append(u.Unread, unread(findings)...)
}

// spent gives a plan that lies in a folder below the unit's its actuals.
func (u *Unit) spent(p *plan.Plan, folder string) []diag.Finding {
	return actuals.Fill(p, func(name string) (actuals.File, error) {
		name, text, err := u.list(folder, name)
		return actuals.File{Name: name, Text: text}, err
	})
}

// list reads a file that a plan in a folder names, and returns what findings call it.
func (u *Unit) list(folder, name string) (string, []byte, error) {
	name = filepath.ToSlash(filepath.Join(folder, name))
	text, err := u.beside(name)
	if err != nil {
		return "", nil, errors.New(Reason(err))
	}
	return filepath.Join(filepath.Dir(u.File.Name), filepath.FromSlash(name)), text, nil
}

// fill gives a plan that lies in a folder below the unit's its lists of Parties.
func (u *Unit) fill(p *plan.Plan, folder string) []diag.Finding {
	return parties.Fill(p, func(name string) (parties.File, error) {
		name, text, err := u.list(folder, name)
		return parties.File{Name: name, Text: text}, err
	})
}

// FolderOf returns the folder of a file in the plan's folder or below it, such as that of the
// year before's plan; nil where there is none.
func (u *Unit) FolderOf(name string) fs.FS {
	if u.folder == nil {
		return nil
	}
	sub, err := fs.Sub(u.folder, path.Dir(path.Clean(name)))
	if err != nil {
		return nil
	}
	return sub
}
