// Command release makes what a release of isuplan consists of, the same bytes from the same
// commit wherever and whenever it is run: programs, archives, packages, manifests, sums and a
// list of what is inside. docs/releasing.md says how it is used.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	out := flag.String("o", "dist", "write into this `FOLDER`; what an earlier run left there is replaced")
	only := flag.String("only", "", "these `SYSTEMS` alone, such as linux/amd64,windows/arm64, and no packages or manifests")
	check := flag.Bool("check", false, "make it twice, in two folders with nothing in common, and compare the bytes")
	notice := flag.Bool("notice", false, "write the licences of all modules in the program into NOTICE, and nothing else")
	flag.Parse()
	if err := run(*out, *only, *check, *notice); err != nil {
		fmt.Fprintf(os.Stderr, "release: %v\n", err)
		os.Exit(1)
	}
}

func run(out, only string, check, notice bool) error {
	root, err := filepath.Abs(".")
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(root, "cmd", "isuplan")); err != nil {
		return fmt.Errorf("start it at the top of the repository: go run ./scripts/release")
	}
	switch {
	case notice:
		return writeNotice(root)
	case check:
		return makeTwice(root, only)
	}
	if out, err = filepath.Abs(out); err != nil {
		return err
	}
	return makeRelease(root, out, only)
}

// makeRelease makes a release of the source in root.
func makeRelease(root, out, only string) error {
	chosen, err := choose(only)
	if err != nil {
		return err
	}
	if err := emptied(out); err != nil {
		return err
	}
	r, err := describe(root)
	if err != nil {
		return err
	}
	say("isuplan %s, commit %s, of %s", r.version, r.commit, r.time.Format("2006-01-02 15:04:05 MST"))
	if r.manual, err = makeManual(r); err != nil {
		return err
	}
	for _, t := range chosen {
		if err := r.add(t, out); err != nil {
			return fmt.Errorf("%s: %w", t, err)
		}
	}
	if only == "" {
		if err := r.packages(out); err != nil {
			return err
		}
	}
	if err := r.writeSBOM(out); err != nil {
		return err
	}
	if only == "" {
		if err := r.manifests(out); err != nil {
			return err
		}
	}
	return writeSums(out)
}

// emptied empties the folder of an earlier run, and takes no other that has something in it.
func emptied(out string) error {
	entries, err := os.ReadDir(out)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	if _, err := os.Stat(filepath.Join(out, sumsName)); len(entries) > 0 && err != nil {
		return fmt.Errorf("%s has something in it that is no release; name another folder with -o", out)
	}
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	return os.MkdirAll(out, 0o755)
}

func say(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "release: %s\n", strings.TrimSpace(fmt.Sprintf(format, args...)))
}
