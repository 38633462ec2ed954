package pkg_test

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var (
	scored = regexp.MustCompile(`(?m)^\| ([a-z]+) \| (\d+) \| (\d+) \| ([\d.]+)% \|$`)
	listed = regexp.MustCompile(`packages=\(([a-z ]+)\)`)
)

// TestTheTableOfScores holds that docs/testing.md has a row for each package that
// scripts/mutation tries, in its order, and that each row is enough and adds up.
func TestTheTableOfScores(t *testing.T) {
	page, err := os.ReadFile("../docs/testing.md")
	if err != nil {
		t.Fatal(err)
	}
	script, err := os.ReadFile("../scripts/mutation")
	if err != nil {
		t.Fatal(err)
	}
	var packages []string
	for _, row := range scored.FindAllStringSubmatch(string(page), -1) {
		packages = append(packages, row[1])
		changes, _ := strconv.Atoi(row[2])
		noticed, _ := strconv.Atoi(row[3])
		if tenths := noticed * 1000 / changes; fmt.Sprintf("%d.%d", tenths/10, tenths%10) != row[4] || tenths < 850 {
			t.Errorf("%s: %d of %d changes noticed are not %s%%, or not enough", row[1], noticed, changes, row[4])
		}
	}
	tried := listed.FindSubmatch(script)
	if tried == nil || string(tried[1]) != strings.Join(packages, " ") {
		t.Errorf("scripts/mutation tries %s, docs/testing.md has %v", tried, packages)
	}
}
