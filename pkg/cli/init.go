package cli

import (
	"bufio"
	"context"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"
	"time"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

//go:embed init.yaml.tmpl
var firstPlan string

// first is what a first plan needs to know.
type first struct {
	Convention, Short, Unit, UnitShort, Year, Currency, Meeting, Place, From, To, Date string
	VSCode                                                                             bool // settings are wanted
}

// question is a flag of init, and what is asked where it is not given.
type question struct {
	flag, ask, example string
	value              *string
	optional           bool
	wrong              func(string) string // what is wrong with an answer, "" for nothing
}

func (f *first) questions() []question {
	return []question{
		{"convention", "The treaty's full name", "Convention on Cluster Munitions", &f.Convention, false, nil},
		{"short", "Its abbreviation", "CCM", &f.Short, true, nil},
		{"unit", "The unit's name", "Implementation Support Unit", &f.Unit, false, nil},
		{"unit-short", "The unit's abbreviation", "ISU", &f.UnitShort, true, nil},
		{"year", "The year of the plan", "2027", &f.Year, false, wrongYear},
		{"currency", "The currency of the budget", "CHF", &f.Currency, false, wrongCurrency},
		{"date", "The date of the document", "2026-06-01", &f.Date, false, wrongDate},
		{"meeting", "The meeting that it is submitted to", "Fourteenth Meeting of States Parties", &f.Meeting, true, nil},
		{"place", "Where the meeting is held", "Geneva", &f.Place, true, nil},
		{"from", "The first day of the meeting", "2026-09-14", &f.From, true, wrongDate},
		{"to", "The last day of the meeting", "2026-09-17", &f.To, true, wrongDate},
	}
}

func wrongYear(s string) string {
	if _, err := time.Parse("2006", s); err != nil {
		return "a year has four digits"
	}
	return ""
}

func wrongDate(s string) string {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "a date is written year-month-day, such as 2026-06-01"
	}
	return ""
}

func wrongCurrency(s string) string {
	if !money.Currency(s).IsValid() {
		return "a currency is three letters of ISO 4217, such as CHF"
	}
	return ""
}

func (a *app) initCommand() *cobra.Command {
	f := &first{}
	force := false
	cmd := &cobra.Command{
		Use:   "init [FILE]",
		Short: "Write a small plan to start from",
		Long: `Ask a few questions and write a small, valid, commented plan. Each question has a
flag; where all that must be known is given, nothing is asked. A file that is there
is not replaced.`,
		Example: `  isuplan init plan.yaml
  isuplan init plan.yaml --convention "Convention on Cluster Munitions" --unit "Implementation Support Unit" \
    --year 2027 --currency CHF --date 2026-06-01`,
		Args: oneName,
		RunE: func(cmd *cobra.Command, args []string) error {
			name := "plan.yaml"
			if len(args) > 0 {
				name = args[0]
			}
			return a.initPlan(cmd.Context(), f, name, force)
		},
	}
	for _, q := range f.questions() {
		cmd.Flags().StringVar(q.value, q.flag, "", strings.ToLower(q.ask[:1])+q.ask[1:]+", such as "+q.example)
	}
	cmd.Flags().BoolVar(&f.VSCode, "vscode", false, "write settings for the editor VS Code beside it, into .vscode")
	cmd.Flags().BoolVar(&force, "force", false, "replace a file that is there")
	return cmd
}

func (a *app) initPlan(ctx context.Context, f *first, name string, force bool) error {
	if _, err := os.Lstat(name); err == nil && !force {
		return troublef("%s is there; name another file, or say --force to replace it", name)
	}
	if err := a.answer(f); err != nil {
		return err
	}
	text, err := f.plan()
	if err != nil {
		return err
	}
	file := source.NewFile(name, text)
	findings, err := compile.New(compile.Options{}).Check(ctx, input(file))
	if err != nil {
		return err
	}
	if diag.Worst(findings) == diag.Error {
		if err := a.talkFindings(findings); err != nil {
			return err
		}
		return troublef("nothing was written: the answers do not make a plan")
	}
	out := output{path: name, bytes: text, ours: func([]byte) bool { return false }}
	dir, outputs := filepath.Dir(name), []output{out}
	if f.VSCode {
		folder, settings := a.forEditor(name)
		if len(settings) > 0 {
			dir, outputs = folder, append(outputs, settings...)
		}
	}
	if err := a.writeAll(ctx, dir, outputs, force); err != nil {
		return err
	}
	if err := a.talkFindings(findings); err != nil {
		return err
	}
	a.say("wrote %s; fill it in, then: isuplan build %s (for your editor: isuplan schema -o %s)", name, name, filepath.Join(filepath.Dir(name), "plan.schema.json"))
	return nil
}

// answer asks for what the flags did not give; where nobody can be asked, it names the
// flags that are missing.
func (a *app) answer(f *first) error {
	var missing []string
	for _, q := range f.questions() {
		switch {
		case *q.value != "":
			if q.wrong != nil {
				if wrong := q.wrong(*q.value); wrong != "" {
					return troublef("--%s %s: %s", q.flag, *q.value, wrong)
				}
			}
		case !q.optional:
			missing = append(missing, "--"+q.flag)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	in := terminalOf(a.stdin)
	if in == nil {
		return troublef("there is nobody to ask; give %s", strings.Join(missing, ", "))
	}
	return a.ask(f, bufio.NewScanner(in))
}

// ask puts the questions on a terminal. An empty answer leaves what is optional out.
func (a *app) ask(f *first, in *bufio.Scanner) error {
	for _, q := range f.questions() {
		for *q.value == "" {
			optional := ""
			if q.optional {
				optional = "; may stay empty"
			}
			fmt.Fprintf(a.stderr, "%s (such as %s%s): ", q.ask, q.example, optional)
			if !in.Scan() {
				return troublef("no answer; nothing was written")
			}
			answer := strings.TrimSpace(in.Text())
			if answer == "" && q.optional {
				break
			}
			if q.wrong != nil && answer != "" {
				if wrong := q.wrong(answer); wrong != "" {
					fmt.Fprintf(a.stderr, "  %s\n", wrong)
					continue
				}
			}
			*q.value = answer
		}
	}
	a.askEditor(f, in)
	return nil
}

// HasMeeting reports whether all that a meeting needs is known.
func (f *first) HasMeeting() bool { return len(f.lacking()) == 0 }

// KnowsOfMeeting reports whether something of the meeting is known.
func (f *first) KnowsOfMeeting() bool { return f.Meeting+f.Place+f.From+f.To != "" }

// Unknown says what of the meeting is not known.
func (f *first) Unknown() string { return strings.Join(f.lacking(), ", ") }

func (f *first) lacking() (list []string) {
	for _, part := range [][2]string{{f.Meeting, "its name"}, {f.Place, "its place"}, {f.From, "its first day"}, {f.To, "its last day"}} {
		if part[0] == "" {
			list = append(list, part[1])
		}
	}
	return list
}

// plan writes the answers out.
func (f *first) plan() ([]byte, error) {
	t, err := template.New("plan").Funcs(template.FuncMap{"q": quote}).Parse(firstPlan)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	if err := t.Execute(&b, f); err != nil {
		return nil, err
	}
	return []byte(b.String()), nil
}

// quote writes a text as a YAML value in quotes.
func quote(s string) string {
	return format.Quote(strings.Join(strings.Fields(report.Clean(s)), " "))
}
