package cli

import (
	"context"
	"fmt"
	"slices"
)

// replaceAll makes the new files and puts them in the places of the old ones. Of several,
// all the old ones have a second name before the first is replaced.
func (d disk) replaceAll(ctx context.Context, outputs []output) (err error) {
	defer d.clear(outputs)
	for i := range outputs {
		if err := outputs[i].stage(d); err != nil {
			return troublef("cannot write %s: %s%s", outputs[i].path, reason(err), unchanged(outputs))
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	if len(outputs) == 1 {
		if err := d.rename(outputs[0].temporary, outputs[0].target); err != nil {
			return troublef("cannot write %s: %s", outputs[0].path, reason(err))
		}
		return nil
	}
	for i := range outputs {
		if err := outputs[i].keep(d); err != nil {
			return troublef("cannot write %s: %s%s", outputs[i].path, reason(err), unchanged(outputs))
		}
	}
	return d.swap(outputs)
}

// swap renames the new files to the names of the old ones. It puts these back where one
// cannot be renamed.
func (d disk) swap(outputs []output) error {
	commit, err := d.begin(outputs)
	if err != nil {
		return troublef("cannot write %s: %s%s", outputs[0].path, reason(err), unchanged(outputs))
	}
	for i, o := range outputs {
		if err := d.rename(o.temporary, o.target); err != nil {
			return troublef("cannot write %s: %s%s", o.path, reason(err), d.putBack(outputs[:i], outputs, commit))
		}
	}
	if err := commit(); err != nil {
		return troublef("cannot write to the folder of %s: %s%s", outputs[0].path, reason(err), d.putBack(outputs, outputs, commit))
	}
	return nil
}

// clear removes what is left of files that were made or kept. What cannot be removed, the
// next run removes.
func (d disk) clear(outputs []output) {
	for _, o := range outputs {
		for _, name := range []string{o.temporary, o.backup} {
			if name != "" {
				_ = d.remove(name) // gone already where it was renamed
			}
		}
	}
}

// putBack puts the files back that were replaced before one could not be, and says so. Where
// it cannot, it leaves the old files and the notes of them to the next run.
func (d disk) putBack(done, all []output, commit func() error) string {
	for _, o := range slices.Backward(done) {
		var err error
		if o.backup == "" {
			err = d.remove(o.target)
		} else {
			err = d.rename(o.backup, o.target)
		}
		if err != nil {
			for i := range all {
				all[i].backup = ""
			}
			return fmt.Sprintf("; %s is the new one already, and could not be put back: %s; the next run of isuplan puts it back", o.path, reason(err))
		}
	}
	_ = commit() // where the notes stay, the next run finds that all is as they say
	return unchanged(all)
}
