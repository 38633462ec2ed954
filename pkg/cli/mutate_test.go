package cli

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

var (
	mutations = flag.Int("mutations", 100, "how many mutations of each clean plan to try")
	seed      = flag.Uint64("seed", 2018, "which mutations to try")
	missed    = flag.Bool("missed", false, "print the mutations that are not found")
)

// mutation is a plan with one mistake.
type mutation struct {
	kind string
	line int // the line that was changed, from 1
	was  string
	text string
}

// A mutator breaks one line of a plan, or returns false where the line has nothing of its
// kind. It returns the lines that replace it.
type mutator struct {
	kind   string
	mutate func(r *rand.Rand, line string) (string, bool)
}

var (
	numberValue = regexp.MustCompile(`\b(value|fixed|stated|stated_total|annual|monthly|cost|quantity|count|months|rate): (\d[\d.]*\d)`)
	dateValue   = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b`)
	rateValue   = regexp.MustCompile(`\b(percent|growth|rate): (\d[\d.]*)`)
	idValue     = regexp.MustCompile(`\bid: ([a-z][a-z0-9_-]*)`)
	totalValue  = regexp.MustCompile(`\bstated_total: \{?(?:\w+: )?(\d+)`)
	proseWord   = regexp.MustCompile(`[a-z]{5,}`)
	proseLine   = regexp.MustCompile(`^\s+(?:- |text: |label: |note: |objective: |heading: )?["']?[A-Z]?[a-z]+ [a-z]+`)
)

var mutators = []mutator{
	{"digit changed", func(r *rand.Rand, line string) (string, bool) {
		return inNumber(r, line, func(b []byte) bool {
			i := r.IntN(len(b))
			for b[i] == '.' {
				i = r.IntN(len(b))
			}
			was := b[i]
			for b[i] == was || i == 0 && b[i] == '0' {
				b[i] = byte('0' + r.IntN(10))
			}
			return true
		})
	}},
	{"digits swapped", func(r *rand.Rand, line string) (string, bool) {
		return inNumber(r, line, func(b []byte) bool {
			for _, i := range r.Perm(len(b) - 1) {
				if b[i] != b[i+1] && b[i] != '.' && b[i+1] != '.' && (i != 0 || b[1] != '0') {
					b[i], b[i+1] = b[i+1], b[i]
					return true
				}
			}
			return false
		})
	}},
	{"line dropped", func(_ *rand.Rand, line string) (string, bool) {
		return "", regexp.MustCompile(`^\s+- \{id: .*(fixed|percent|units|posts|growth|stated): `).MatchString(line) || regexp.MustCompile(`^\s+- \{(item|title): `).MatchString(line)
	}},
	{"date moved", func(r *rand.Rand, line string) (string, bool) {
		return inMatch(r, dateValue, 0, line, func(s string) (string, bool) {
			day, err := time.Parse(time.DateOnly, s)
			moves := []time.Time{day.AddDate(1, 0, 0), day.AddDate(-1, 0, 0), day.AddDate(0, 3, 0), day.AddDate(0, -3, 0)}
			return moves[r.IntN(len(moves))].Format(time.DateOnly), err == nil
		})
	}},
	{"id renamed", func(r *rand.Rand, line string) (string, bool) {
		return inMatch(r, idValue, 1, line, func(s string) (string, bool) { return s + "-x", true })
	}},
	{"total edited", func(r *rand.Rand, line string) (string, bool) {
		return inMatch(r, totalValue, 1, line, func(s string) (string, bool) { return s + "0", true })
	}},
	{"rate changed", func(r *rand.Rand, line string) (string, bool) {
		return inMatch(r, rateValue, 2, line, func(s string) (string, bool) { return "1" + s, true })
	}},
	{"word misspelt", func(r *rand.Rand, line string) (string, bool) {
		if !proseLine.MatchString(line) || strings.Contains(line, "://") {
			return "", false
		}
		return inMatch(r, proseWord, 0, line, func(s string) (string, bool) {
			i := 1 + r.IntN(len(s)-2)
			switch r.IntN(3) {
			case 0:
				return s[:i] + s[i+1:], true // a letter dropped
			case 1:
				return s[:i] + s[i:i+1] + s[i:], true // doubled
			}
			return s[:i] + s[i+1:i+2] + s[i:i+1] + s[i+2:], s[i] != s[i+1] // swapped
		})
	}},
	{"outcome removed", func(_ *rand.Rand, line string) (string, bool) {
		return "", regexp.MustCompile(`^    - (?:\{)?outcome: `).MatchString(line)
	}},
}

// inNumber changes one of the numbers of a line.
func inNumber(r *rand.Rand, line string, change func([]byte) bool) (string, bool) {
	return inMatch(r, numberValue, 2, line, func(s string) (string, bool) {
		b := []byte(s)
		ok := change(b)
		return string(b), ok && string(b) != s
	})
}

// inMatch changes one of the matches in a line.
func inMatch(r *rand.Rand, find *regexp.Regexp, group int, line string, change func(string) (string, bool)) (string, bool) {
	found := find.FindAllStringSubmatchIndex(line, -1)
	if len(found) == 0 || strings.HasPrefix(strings.TrimSpace(line), "#") {
		return "", false
	}
	at := found[r.IntN(len(found))]
	from, to := at[2*group], at[2*group+1]
	text, ok := change(line[from:to])
	return line[:from] + text + line[to:], ok
}

// mutate makes one mistake in a plan: one kind after the other, at a random line.
func mutate(r *rand.Rand, lines []string, m mutator) (mutation, bool) {
	for _, i := range r.Perm(len(lines)) {
		line := strings.TrimSuffix(lines[i], "\n")
		changed, ok := m.mutate(r, line)
		if !ok {
			continue
		}
		out := slices.Clone(lines)
		if changed != "" {
			changed += "\n"
		}
		out[i] = changed
		if changed == "" {
			out = slices.Delete(out, i, i+rest(lines, i))
		}
		return mutation{m.kind, i + 1, line + " → " + strings.TrimSpace(changed), strings.Join(out, "")}, true
	}
	return mutation{}, false
}

// rest returns how many lines a list item has that begins at a line.
func rest(lines []string, i int) int {
	deep := len(lines[i]) - len(strings.TrimLeft(lines[i], " "))
	n := 1
	for i+n < len(lines) && len(lines[i+n])-len(strings.TrimLeft(lines[i+n], " ")) > deep {
		n++
	}
	return n
}

// TestMutations makes one mistake at a time in a clean plan. Of a hundred breaks,
// ninety-five are found, at the line that was changed or at one that the finding names
// beside it. The plan names the one of the year before: without that, nobody can tell that
// an id which nothing refers to was another.
func TestMutations(t *testing.T) {
	for _, path := range clean {
		t.Run(filepath.Base(path), func(t *testing.T) {
			found, tried := score(t, path)
			t.Logf("%d of %d found", found, tried)
			if found*100 < tried*95 {
				t.Errorf("%d of %d mutations are found; at least 95 of 100 should be", found, tried)
			}
		})
	}
}

func score(t *testing.T, path string) (found, tried int) {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c := compile.New(compile.Options{})
	clean, err := c.Check(t.Context(), input(source.NewFile(path, text)))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(text), "\n")
	r := rand.New(rand.NewPCG(*seed, 0))
	byKind := map[string][2]int{}
	for i := range *mutations {
		m, ok := mutate(r, lines, mutators[i%len(mutators)])
		if !ok {
			continue
		}
		tried++
		n := byKind[m.kind]
		n[1]++
		findings, err := c.Check(t.Context(), input(source.NewFile(path, []byte(m.text))))
		if err != nil {
			t.Fatal(err)
		}
		if m.isIn(without(findings, report.Unwaived(clean))) {
			found++
			n[0]++
		} else if *missed {
			t.Logf("missed: %s in line %d: %s", m.kind, m.line, m.was)
		}
		byKind[m.kind] = n
	}
	for _, m := range mutators {
		t.Logf("%-16s %s", m.kind, fmt.Sprintf("%d of %d", byKind[m.kind][0], byKind[m.kind][1]))
	}
	return found, tried
}

// isIn reports whether a finding points at the line that was changed. What was
// dropped can only be missed elsewhere.
func (m mutation) isIn(findings []diag.Finding) bool {
	for _, f := range findings {
		if f.WaivedBy != "" {
			continue
		}
		spans := []source.Span{f.Span}
		for _, r := range f.Related {
			spans = append(spans, r.Span)
		}
		for _, s := range spans {
			if s.Start.Line <= m.line && m.line <= s.End.Line {
				return true
			}
		}
		if m.kind == "line dropped" || m.kind == "outcome removed" || m.kind == "id renamed" {
			return true
		}
	}
	return false
}

// clean are plans in which nothing is found.
var clean = []string{"../../testdata/plans/ccm-2025.yaml"}
