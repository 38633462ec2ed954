package cli

import (
	"runtime/debug"
	"testing"
)

// TestCommitOf: a program knows what it was built of, whether in a clone or as a module.
func TestCommitOf(t *testing.T) {
	const id = "1d52e2837d2b3f6c9a7be4f2c5a0d1e2f3a4b5c6"
	revision := debug.BuildSetting{Key: "vcs.revision", Value: id}
	for name, c := range map[string]struct {
		version  string
		settings []debug.BuildSetting
		want     string
	}{
		"nothing known":       {"(devel)", nil, "unknown"},
		"a clone":             {"(devel)", []debug.BuildSetting{revision, {Key: "vcs.modified", Value: "false"}}, id},
		"a changed clone":     {"(devel)", []debug.BuildSetting{revision, {Key: "vcs.modified", Value: "true"}}, id + "+changes"},
		"a clone, stamped":    {"v0.2.1-0.20261126151006-1d52e2837d2b+dirty", []debug.BuildSetting{revision, {Key: "vcs.modified", Value: "true"}}, id + "+changes"},
		"a module, no tag":    {"v0.0.0-20261126151006-1d52e2837d2b", nil, "1d52e2837d2b"},
		"a module, after one": {"v0.2.1-0.20261126151006-1d52e2837d2b", nil, "1d52e2837d2b"},
		"a module at a tag":   {"v0.2.0", nil, "unknown"},
	} {
		info := &debug.BuildInfo{Main: debug.Module{Version: c.version}, Settings: c.settings}
		if got := commitOf(info); got != c.want {
			t.Errorf("%s: the commit is %s", name, got)
		}
	}
}
