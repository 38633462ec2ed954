package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// TestTheZipHoldsWhatThePageSays: docs/install.md shows a person what is in the folder that
// Windows unpacks, all of it and nothing else.
func TestTheZipHoldsWhatThePageSays(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, "docs", "install.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "| in the folder |")
	table, _, _ = strings.Cut(table, "\n\n")
	var said []string
	for _, row := range regexp.MustCompile("(?m)^\\| (`.*?) \\|").FindAllStringSubmatch(table, -1) {
		for _, name := range strings.Split(row[1], ", ") {
			said = append(said, strings.Trim(name, "`"))
		}
	}
	r := &release{root: root, manual: []file{{name: "man/man1/isuplan.1"}, {name: "completions/isuplan.ps1"}}}
	files, err := r.content(program{target: target{"windows", "amd64"}})
	if err != nil {
		t.Fatal(err)
	}
	var held []string
	for _, f := range files {
		top, _, _ := strings.Cut(f.name, "/")
		held = append(held, top)
	}
	slices.Sort(said)
	slices.Sort(held)
	if held = slices.Compact(held); !slices.Equal(said, held) {
		t.Errorf("the page says %v, the zip holds %v", said, held)
	}
	for _, name := range []string{"docs/install.md", "plans/2018.yaml"} {
		if !slices.ContainsFunc(files, func(f file) bool { return f.name == name }) {
			t.Errorf("the zip lacks %s", name)
		}
	}
}

// TestThePageNamesEachFile: docs/install.md names a file for each system and processor, and each kind of package.
func TestThePageNamesEachFile(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, "docs", "install.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"_windows_amd64.zip", "_windows_arm64.zip", "_darwin_arm64.tar.gz", "_darwin_amd64.tar.gz",
		"_linux_amd64.tar.gz", "_linux_amd64.deb", "_linux_amd64.rpm", sumsName, "isuplan.rb", "isuplan.json", "Isuplan.Isuplan"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("docs/install.md does not name %s", want)
		}
	}
}

// TestWorkflows: GitHub runs what a person runs, with no more rights than it takes, and
// never a script that a name of a branch is written into.
func TestWorkflows(t *testing.T) {
	for name, wants := range map[string][]string{
		"ci.yml":      {".ci/run"},
		"release.yml": {"make release", "actions/attest-build-provenance@", "dist/" + sumsName, "gh release create"},
	} {
		text, err := os.ReadFile(filepath.Join(root, ".github", "workflows", name))
		if err != nil {
			t.Fatal(err)
		}
		var w struct {
			Permissions map[string]string
			Jobs        map[string]struct {
				Permissions map[string]string
				Steps       []struct {
					Uses, Run string
				}
			}
		}
		if err := yaml.Unmarshal(text, &w); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if len(w.Permissions) != 1 || w.Permissions["contents"] != "read" {
			t.Errorf("%s: the workflow may do %v", name, w.Permissions)
		}
		for _, want := range wants {
			if !strings.Contains(string(text), want) {
				t.Errorf("%s lacks %s", name, want)
			}
		}
		for name, job := range w.Jobs {
			for _, step := range job.Steps { // who may write runs nothing of the source, nor of what that needs
				if len(job.Permissions) > 0 && (strings.Contains(step.Uses, "checkout") || regexp.MustCompile(`\b(go|make|bash|\./)`).MatchString(step.Run)) {
					t.Errorf("the job %s may do %v and runs %q", name, job.Permissions, step.Uses+step.Run)
				}
			}
			for _, step := range job.Steps {
				if strings.Contains(step.Run, "${{") {
					t.Errorf("%s: an expression is written into a script: %s", name, step.Run)
				}
			}
		}
	}
}
