package cli

import (
	"cmp"
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/pattern"
)

func (a *app) versionCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  isuplan version --json",
		Args:    noArguments,
		RunE:    func(*cobra.Command, []string) error { return a.printVersion(asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print it as JSON")
	return cmd
}

func (a *app) printVersion(asJSON bool) error {
	v := build()
	if asJSON {
		return json.NewEncoder(a.stdout).Encode(v)
	}
	_, err := fmt.Fprintf(a.stdout, "isuplan %s (commit %s, %s)\n", v.Version, v.Commit, v.Go)
	return err
}

// buildInfo is what version prints.
type buildInfo struct {
	Version string `json:"version"`
	Commit  string `json:"commit"`
	Go      string `json:"go"`
}

// commit is the commit that a release was built of; the linker writes it.
var commit string

func build() buildInfo {
	v := buildInfo{Version: compile.Version, Commit: cmp.Or(commit, "unknown"), Go: runtime.Version()}
	if info, ok := debug.ReadBuildInfo(); ok && commit == "" {
		v.Commit = commitOf(info)
	}
	return v
}

// pseudo is a version that Go makes of a commit's time and the beginning of its id.
var pseudo = pattern.Lazy(`^v.*[.-]\d{14}-([0-9a-f]{12})(?:\+|$)`)

// commitOf returns the commit that Go knows to have built: of a clone, or of a module that was
// installed at a commit without a tag.
func commitOf(info *debug.BuildInfo) string {
	id := "unknown"
	if m := pseudo().FindStringSubmatch(info.Main.Version); m != nil {
		id = m[1]
	}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			id = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			id += "+changes"
		}
	}
	return id
}
