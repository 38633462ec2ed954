package cli_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
)

// notRun has the beginnings of what pages show and this test does not run, with the reason.
var notRun = map[string]string{
	"go test":                          "it would run this test",
	"go install":                       "it fetches from the network",
	"make ":                            "TestPagesNameWhatIsThere holds the target",
	"scripts/":                         "TestPagesNameWhatIsThere holds the script",
	"git config diff.isuplan.command":  "testdata/script/git-diff.txtar runs it",
	"plans/*.yaml diff=isuplan":        "it is a line of .gitattributes; testdata/script/git-diff.txtar has it",
	"isuplan check plans --diff":       "it needs a repository; testdata/script/check-since.txtar runs it",
	"isuplan init":                     "it asks questions; testdata/script/init.txtar runs it",
	"isuplan merge reviewed.docx":      "it ends with what was left; testdata/script/merge.txtar runs it",
	"isuplan merge a.docx b.docx":      "testdata/script/merge.txtar runs it with two files",
	"isuplan diff --git":               "it needs a repository; testdata/script/git-diff.txtar runs it",
	"isuplan budget --trace actuals.":  "it needs accounts; testdata/script/actuals_trace.txtar runs it",
	"isuplan serve":                    "it lasts; the tests of pkg/serve and those in a browser ask it",
	"isuplan lsp":                      "it lasts; the tests of pkg/lsp and those in an editor ask it",
	"isuplan build --watch":            "it lasts; TestBuildAfterEachSave runs it",
	"plans/2018.yaml:26:11: warning[D": "it is a finding; TestEditorsReadFindings holds it",
}

var (
	// shown is what a page shows of a shell: a block in a fence or an indented one, or
	// a command within a sentence.
	shown = regexp.MustCompile("(?s)```([a-z]*)\n(.*?)```|\n\n((?:    [^\n]*\n)+)|`(isuplan [a-z][^`]*)`")
	// inOthers is a command within a file of another program.
	inOthers = regexp.MustCompile(`isuplan check --format [^>'\n]*`)
	// anyFile stands for the words with which a page says what a command takes.
	anyFile = strings.NewReplacer("FILE...", "out/2018.pdf", "PLAN...", "plans", "PLAN", "plans/2018.yaml", "OLD", "2018.yaml", "NEW", "2019.yaml")
)

// TestPagesShowWhatTheProgramPrints runs the commands that README and the pages of docs
// show, in their order, and compares what they print where the page shows it.
func TestPagesShowWhatTheProgramPrints(t *testing.T) {
	names, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, name := range append(names, "../../README.md", "../../CONTRIBUTING.md") {
		if filepath.Base(name) == "rules.md" {
			continue // TestRulesPage holds it
		}
		t.Run(filepath.Base(name), func(t *testing.T) {
			page := read(t, name)
			files := pageFiles(t)
			t.Chdir(t.TempDir())
			for name, text := range files {
				put(t, name, text)
			}
			for _, m := range shown.FindAllStringSubmatch(page, -1) {
				switch {
				case m[1] != "":
					for _, command := range inOthers.FindAllString(m[2], -1) {
						run(t, command, "")
					}
				case m[4] != "":
					runLines(t, sentence(m[4]), seen)
				default:
					runLines(t, strings.TrimSpace(m[2]+m[3]), seen)
				}
			}
			for _, m := range shown.FindAllStringSubmatch(page, -1) {
				if filepath.Base(name) == "diff.md" && m[1] == "yaml" && !strings.Contains(read(t, "plans/2019.yaml"), m[2]) {
					t.Errorf("next year's plan does not have\n%s", m[2])
				}
			}
		})
	}
	for start := range notRun {
		if !seen[start] {
			t.Errorf("no page shows %q any more", start)
		}
	}
}

// pageFiles returns what the commands of the pages read.
func pageFiles(t *testing.T) map[string]string {
	t.Helper()
	md, pdf, _ := build2018(t)
	files := map[string]string{
		"plan.yaml":  cleanPlan,
		"unsaved":    read(t, "../../plans/2018.yaml"),
		"small.yaml": cleanPlan,
		"edited.md":  strings.Replace(strings.Replace(string(md), "37,000", "38,000", 1), " will ", " may ", 1),
	}
	plan2018, plan2019 := "../../plans/2018.yaml", "../../testdata/diff/2019-example.yaml"
	for name, from := range map[string]string{
		"plans/2018.yaml": plan2018, "clone/plans/2018.yaml": plan2018, "2016.yaml": plan2018, "2017.yaml": plan2018, "2018.yaml": plan2018,
		"2018-en.yaml": plan2018, "2018-fr.yaml": plan2018,
		"2019.yaml": plan2019, "testdata/diff/2019-example.yaml": plan2019,
	} {
		files[name] = read(t, from)
	}
	files["out/2018.pdf"] = string(pdf)
	files["workplan-2018.docx"] = read(t, "../importer/testdata/2018-messy.docx")
	files["budget-2018.xlsx"] = read(t, "../importer/testdata/budget-2018.xlsx")
	return files
}

// runLines runs the lines of a block: those that begin with "$ ", with what stands below
// each as their output, or else all.
func runLines(t *testing.T, block string, seen map[string]bool) {
	t.Helper()
	if strings.HasPrefix(block, "files ──>") {
		return // a drawing; TestImports holds its table
	}
	if strings.HasPrefix(block, "$ ") {
		for _, example := range strings.Split("\n"+block, "\n$ ")[1:] {
			command, want, _ := strings.Cut(example, "\n")
			run(t, command, strings.TrimSpace(want))
		}
		return
	}
	for line := range strings.Lines(block) {
		if strings.HasPrefix(strings.TrimSpace(line), "#") {
			continue
		}
		line, _, _ = strings.Cut(line, "  #")
		line = strings.TrimSpace(strings.Replace(line, "go run ./cmd/isuplan", "isuplan", 1))
		if start := notRunAs(line); start != "" {
			seen[start] = true
			continue
		}
		run(t, line, "")
	}
}

// sentence returns a command within a sentence; one that is only named is asked for help.
func sentence(command string) string {
	words := strings.Fields(command)
	if len(words) == 2 {
		words = append(words, "--help")
	}
	return strings.Join(words, " ")
}

// notRunAs returns the entry of notRun that a line begins with.
func notRunAs(line string) string {
	for start := range notRun {
		if strings.HasPrefix(line, start) {
			return start
		}
	}
	return ""
}

// run runs a command with what a shell would do about < and >, and compares its output
// with what is wanted, of which an ellipsis at the end says that it is a part.
func run(t *testing.T, command, want string) {
	t.Helper()
	words := strings.Fields(anyFile.Replace(command))
	if words[0] != "isuplan" {
		t.Errorf("%s: not run, and notRun has no reason", command)
		return
	}
	var in io.Reader = strings.NewReader("")
	var into string
	if n := len(words) - 2; n > 0 && words[n] == ">" {
		into, words = words[n+1], words[:n]
	} else if n > 0 && words[n] == "<" {
		in, words = strings.NewReader(read(t, words[n+1])), words[:n]
	}
	if isBare(words) {
		t.Chdir("clone")
		defer t.Chdir("..")
	}
	var out, talk bytes.Buffer
	code := cli.Main(words[1:], in, &out, &talk, func(string) string { return "" })
	if code == cli.ExitTrouble {
		t.Errorf("%s: exit code %d: %s", command, code, talk.String())
	}
	if into != "" {
		put(t, into, out.String())
	}
	got := strings.TrimSpace(out.String())
	part, cut := strings.CutSuffix(want, "\n…")
	if want != "" && got != want && (!cut || !strings.Contains(got, part)) {
		t.Errorf("%s does not print what the page shows, but\n%s", command, got)
	}
}

// isBare reports a command that names no plan, which takes the one that is there: it is run
// as in a fresh clone.
func isBare(words []string) bool {
	named := func(word string) bool { return !strings.HasPrefix(word, "-") }
	return slices.Contains([]string{"build", "check", "budget", "fmt"}, words[1]) && !slices.ContainsFunc(words[2:], named)
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
