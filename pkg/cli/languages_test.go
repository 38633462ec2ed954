package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
)

// languages are those that come with isuplan besides English.
var languages = []string{"fr", "es", "ru"}

// TestTheReferenceInOtherLanguages: the 2018 plan in the words of the other languages is the same plan,
// with no finding that English has not.
func TestTheReferenceInOtherLanguages(t *testing.T) {
	t.Chdir("../..")
	for _, language := range languages {
		plan := "testdata/languages/2018-" + language + ".yaml"
		for _, args := range [][]string{{"check", plan}, {"diff", "plans/2018.yaml", plan, "--languages"}} {
			var out, talk bytes.Buffer
			if code := cli.Main(args, nil, &out, &talk, func(string) string { return "" }); code != cli.ExitClean {
				t.Errorf("isuplan %s: exit code %d\n%s%s", args, code, out.String(), talk.String())
			}
		}
	}
}

// TestAPlanWrittenInThreeLanguages: a plan of invented texts with everything that plans of results, funds
// and contributions have is clean in each language, and says the same figures in all.
func TestAPlanWrittenInThreeLanguages(t *testing.T) {
	t.Chdir("../../testdata/languages")
	for _, language := range languages {
		plan := "example-2026-" + language + ".yaml"
		for _, args := range [][]string{{"check", plan}, {"diff", "example-2026-fr.yaml", plan, "--languages"}} {
			var out, talk bytes.Buffer
			if code := cli.Main(args, nil, &out, &talk, func(string) string { return "" }); code != cli.ExitClean {
				t.Errorf("isuplan %s: exit code %d\n%s%s", args, code, out.String(), talk.String())
			}
		}
	}
}

// TestNoLanguageRaisesAFalseAlarm: plans that are clean in English are clean in every language, since
// rules of English words keep to English.
func TestNoLanguageRaisesAFalseAlarm(t *testing.T) {
	plans, err := filepath.Glob("../../testdata/plans/*-20*.yaml")
	if err != nil || len(plans) == 0 {
		t.Fatalf("no plans: %v", err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../testdata/plans")); err != nil {
		t.Fatal(err)
	}
	for _, plan := range plans {
		text := read(t, plan)
		for _, language := range languages {
			path := filepath.Join(dir, filepath.Base(plan))
			put(t, path, strings.Replace(text, "\ndocument:\n", "\ndocument:\n  language: "+language+"\n  original: en\n", 1))
			var out, talk bytes.Buffer
			if code := cli.Main([]string{"check", path}, nil, &out, &talk, func(string) string { return "" }); code != cli.ExitClean {
				t.Errorf("%s in %s: exit code %d\n%s%s", plan, language, code, out.String(), talk.String())
			}
		}
	}
}
