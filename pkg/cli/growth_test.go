package cli_test

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
	"github.com/isuplan/isuplan/pkg/internal/hostile"
)

var everyShape = flag.Bool("hostile", false, "run every command over every hostile shape")

// grown are the commands of which the work is counted: on a plan P, another version Q of it,
// a folder O to write to and a file V that was built of another plan.
var grown = []struct{ name, args string }{
	{"check", "check P"},
	{"check, JUnit", "check P --format junit"},
	{"check, SARIF", "check P --format sarif"},
	{"check, JSON", "check P --format json"},
	{"check --fix", "check P --fix --dry-run"},
	{"check --against", "check P --against Q"},
	{"build, PDF", "build P --draft --format pdf -o O"},
	{"build, Word", "build P --draft --format docx -o O"},
	{"build, Markdown", "build P --draft --format md -o O"},
	{"budget", "budget P"},
	{"budget --trace", "budget P --trace"},
	{"budget, JSON", "budget P --format json"},
	{"budget, spreadsheet", "budget P -o O/b.xlsx"},
	{"fmt", "fmt P"},
	{"new", "new 2026 --from P -o O/n.yaml"},
	{"diff", "diff P Q"},
	{"diff, JSON", "diff P Q --format json"},
	{"verify", "verify V --against P"},
}

// few are the shapes that are run where not all are: one of each kind of work.
var few = []string{"words of 4,000 letters", "misspelt words", "links that never close", "references to the total", "emphasis that changes", "amounts of the plan",
	"lines", "percentages of one line", "names in of", "one name in of", "lines of many lines", "columns and lines", "long labels", "assumptions",
	"facts", "waivers", "sections", "unknown keys", "keys that stand twice", "one line of lines", "comments behind lines", "aliases"}

// TestWorkGrowsWithThePlan: no command's work grows faster than its plan, whatever there is
// much of. Work is counted in the bytes that are allocated, from one size to one of four
// times as much; what the smallest plan takes is not counted.
func TestWorkGrowsWithThePlan(t *testing.T) {
	const small, times, most = 6_000, 4, 7
	g := grower{t: t, dir: t.TempDir(), worst: map[string]string{}, bytes: map[string]uint64{}}
	g.write("small.yaml", hostile.Small())
	g.run("build", "build", g.path("small.yaml"), "--draft", "--format", "pdf", "-o", g.path("V"))
	for i, c := range grown {
		g.work(c.args, hostile.Small()) // what is kept once, such as fonts
		base := g.work(c.args, hostile.Small())
		for k, s := range hostile.Shapes() {
			if !*everyShape && (!slices.Contains(few, s.Name) || c.name != "check" && (i+k)%5 != 0) {
				continue
			}
			one := g.work(c.args, s.Sized(small)) - base
			many := g.work(c.args, s.Sized(small*times)) - base
			g.note(c.name, s.Name, many)
			const grain = 4 << 20 // what garbage and pools make of a run, and the smallest plan of it
			size := small * times
			if many > most*max(one, 0)+grain {
				// A plan that is refused takes less than the smallest that is not, so that what is
				// left tells little: what is superlinear grows on.
				one, many, size = many, g.work(c.args, s.Sized(size*times))-base, size*times
			}
			if many > most*max(one, 0)+grain {
				t.Errorf("%s: %s: %d bytes for a plan of %d kB, %d for one of %d", c.name, s.Name, one, size/times/1000, many, size/1000)
			}
		}
	}
	for _, c := range grown {
		t.Logf("| %s | %s | %d |", c.name, g.worst[c.name], g.bytes[c.name]/(small*times))
	}
}

// grower runs commands and counts what they allocate.
type grower struct {
	t     *testing.T
	dir   string
	worst map[string]string
	bytes map[string]uint64
}

func (g *grower) path(name string) string { return filepath.Join(g.dir, name) }

func (g *grower) write(name, text string) {
	if err := os.WriteFile(g.path(name), []byte(text), 0o644); err != nil {
		g.t.Fatal(err)
	}
}

func (g *grower) run(name string, args ...string) {
	if status := cli.Main(args, strings.NewReader(""), io.Discard, io.Discard, func(string) string { return "" }); status > 2 {
		g.t.Fatalf("%s: exit code %d", name, status)
	}
}

// work returns how many bytes a command allocates on a plan.
func (g *grower) work(args, plan string) int64 {
	g.write("p.yaml", plan)
	g.write("q.yaml", strings.NewReplacer("fixed: 7", "fixed: 8", "label: L", "label: M", " a", " b").Replace(plan))
	_ = os.RemoveAll(g.path("O"))
	if err := os.Mkdir(g.path("O"), 0o755); err != nil {
		g.t.Fatal(err)
	}
	var list []string
	for _, arg := range strings.Fields(args) {
		switch {
		case arg == "P":
			arg = g.path("p.yaml")
		case arg == "Q":
			arg = g.path("q.yaml")
		case arg == "V":
			arg = g.path("V/small.pdf")
		case arg == "O" || strings.HasPrefix(arg, "O/"):
			arg = g.path(arg)
		}
		list = append(list, arg)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	g.run(args, list...)
	runtime.ReadMemStats(&after)
	return int64(after.TotalAlloc - before.TotalAlloc)
}

func (g *grower) note(command, shape string, work int64) {
	if work > 0 && uint64(work) > g.bytes[command] {
		g.worst[command], g.bytes[command] = shape, uint64(work)
	}
}
