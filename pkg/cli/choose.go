package cli

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/plans"
)

// sampleName is what findings and files call the plan that comes with isuplan. No plan of
// a user is called so, so that building it never replaces what is built of another.
const sampleName = "isuplan-sample-2018.yaml"

// plansFolder is where plans are looked for besides the folder that one is in.
const plansFolder = "plans"

// sampleFlag adds --sample to a command that reads plans.
func sampleFlag(cmd *cobra.Command, to *bool) {
	cmd.Flags().BoolVar(to, "sample", false, "take the plan that comes with isuplan: 2018, of the Convention on Cluster Munitions")
}

// sample returns the plan that comes with isuplan.
func (a *app) sample() *source.File {
	a.say("taking the sample: the 2018 plan of the Convention on Cluster Munitions")
	return source.NewFile(sampleName, plans.Reference)
}

// chosen returns the plans that the user means: those named, a folder standing for all in
// it and below it; where none is named, the one that is here; the sample only where it is
// asked for. All commands that take plans come here.
func (a *app) chosen(names []string, sample bool) ([]*source.File, error) {
	switch {
	case sample && len(names) > 0:
		return nil, troublef("--sample is a plan by itself; leave out %s, or --sample", strings.Join(names, " and "))
	case sample:
		return []*source.File{a.sample()}, nil
	}
	names, err := a.chosenNames(names)
	if err != nil {
		return nil, err
	}
	files := make([]*source.File, 0, len(names))
	for _, name := range names {
		f, err := a.read(name)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

// chosenNames returns the names of the plans that the user means.
func (a *app) chosenNames(names []string) ([]string, error) {
	if len(names) > 0 {
		return a.expand(names)
	}
	name, err := a.planHere()
	return []string{name}, err
}

// chosenOne returns the one plan that the user means; names has one or none.
func (a *app) chosenOne(names []string, sample bool) (*source.File, error) {
	if len(names) > 0 && isFolder(names[0]) {
		found, err := a.expand(names)
		if err != nil {
			return nil, err
		}
		name, err := a.pick("in "+names[0], found)
		if err != nil {
			return nil, err
		}
		names = []string{name}
	}
	files, err := a.chosen(names, sample)
	if err != nil {
		return nil, err
	}
	return files[0], nil
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return name != "-" && err == nil && info.IsDir()
}

// planHere returns the plan of this folder or of its plans/, where no name is given.
func (a *app) planHere() (string, error) {
	found, err := plansHere()
	if err != nil {
		return "", err
	}
	if len(found) == 0 {
		return "", troublef(`no plan is named, and there is none in this folder or its plans/; name one, begin one with "isuplan init", or say --help`)
	}
	name, err := a.pick("here", found)
	if err == nil {
		a.say("no plan named; taking %s", name)
	}
	return name, err
}

// plansHere returns the plans in this folder and in its plans/, but not below them.
func plansHere() ([]string, error) {
	var list []string
	for _, folder := range []string{".", plansFolder} {
		entries, err := os.ReadDir(folder)
		if err != nil && folder == "." {
			return nil, troublef("cannot read this folder: %s", reason(err))
		}
		for _, e := range entries {
			if path := filepath.Join(folder, e.Name()); isPlanFile(path, e) {
				list = append(list, path)
			}
		}
	}
	return list, nil
}

// isPlanFile distinguishes plans from whatever else lies in a folder.
func isPlanFile(path string, entry fs.DirEntry) bool {
	return entry.Type().IsRegular() && isYAML(entry.Name()) && looksLikePlan(path)
}

// pick returns the one plan of those found, or the one that the user picks on a terminal.
func (a *app) pick(where string, found []string) (string, error) {
	if len(found) == 1 {
		return found[0], nil
	}
	in := terminalOf(a.stdin)
	const most = 20
	if in == nil || len(found) > most {
		return "", troublef("there are %d plans %s: %s; name the one that is meant", len(found), where, enumerated(found, most))
	}
	a.say("there are %d plans %s:", len(found), where)
	for i, name := range found {
		fmt.Fprintf(a.stderr, "  %d  %s\n", i+1, report.Clean(name))
	}
	answers := bufio.NewScanner(in)
	for {
		fmt.Fprintf(a.stderr, "which one (1 to %d)? ", len(found))
		if !answers.Scan() {
			return "", troublef("no answer; name the plan that is meant")
		}
		n, err := strconv.Atoi(strings.TrimSpace(answers.Text()))
		if err == nil && n >= 1 && n <= len(found) {
			return found[n-1], nil
		}
	}
}

// enumerated writes names as a sentence does, no more than most of them.
func enumerated(names []string, most int) string {
	if len(names) > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", len(names)-most)
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// named returns the value of a flag that names a plan as a list, empty where it is not
// given.
func named(plan string) []string {
	if plan == "" {
		return nil
	}
	return []string{plan}
}

// alsoHere says which plans there are, for a command that needs more than one.
func alsoHere() string {
	const most = 20
	found, err := plansHere()
	if err != nil || len(found) < 2 {
		return ""
	}
	return "; here are " + enumerated(found, most)
}
