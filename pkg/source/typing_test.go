package source_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/source"
)

// typed is a plan without a mistake.
const typed = `isuplan: 1
document:
  short: CEM
  date: 2025-06-02
sections:
  - id: basis
    paragraphs:
      - >-
        The Meeting decided to set up the unit.
      - The unit supports States Parties in all they do.
mandate:
  - {id: advice, text: "Advise the President"}
  - id: help
    text: Advise States Parties
outcomes:
  - id: reporting
    outputs:
      - id: help-given
        activities:
          - id: workshops
            text: Hold workshops.
            serves: [advice, help]
          - id: guide
            text: Write a guide.
            serves: [help]
budget:
  lines:
    - id: salaries
      label: Salaries
    - {id: travel, label: Travel, fixed: 20000, note: Flights of staff.}
`

// TestTypingMistakes holds that a mistake is reported in its own line, in words that say
// what is there and how it is put right.
func TestTypingMistakes(t *testing.T) {
	for name, c := range map[string]struct {
		old, new string
		line     int    // counted from the first line of new
		say      string // in the message or the hint
	}{
		"no dash behind an item in braces": {"  - id: help\n", "    id: help\n", 0, "dash is missing"},
		"no dash behind an item":           {"          - id: guide\n", "            id: guide\n", 0, "dash is missing"},
		"no dash before braces":            {"  - {id: advice", "    {id: advice", 0, "dash is missing"},
		"no dash before braces below":      {"    - {id: travel", "      {id: travel", 0, "dash is missing"},
		"a # in braces":                    {"text: \"Advise the President\"", "text: Advise #1 the President", 0, "the “}” behind it is not read"},
		"a # in brackets":                  {"[advice, help]", "[advice, #help]", 0, "the “]” behind it is not read"},
		"an @ in braces":                   {"note: Flights", "note: @flights", 0, "may not begin with @"},
		"a % in braces":                    {"note: Flights", "note: %flights", 0, "may not begin with %"},
		"a conflict of git":                {"mandate:\n", "<<<<<<< HEAD\nmandate:\n", 0, "conflict"},
		"its middle":                       {"mandate:\n", "=======\nmandate:\n", 0, "conflict"},
		"its end":                          {"mandate:\n", ">>>>>>> theirs\nmandate:\n", 0, "conflict"},
		"no space behind the dash":         {"  - id: help\n", "  -id: help\n", 0, "space is missing after the dash"},
		"an en dash":                       {"    - id: salaries", "    – id: salaries", 0, "not the dash"},
		"a bullet":                         {"    - id: salaries", "    • id: salaries", 0, "not the dash"},
		"an asterisk":                      {"    - id: salaries", "    * id: salaries", 0, "not the dash"},
		"no space behind the colon":        {"  short: CEM", "  short:CEM", 0, "short: CEM"},
		"a no-break space behind it":       {"  short: CEM", "  short:\u00a0CEM", 0, "short: CEM"},
		"no colon":                         {"  short: CEM", "  short CEM", 0, "short: CEM"},
		"no colon of a group":              {"outcomes:\n", "outcomes\n", 0, "outcomes:"},
		"another colon":                    {"  short: CEM", "  short： CEM", 0, "keyboard"},
		"an equals sign":                   {"  short: CEM", "  short = CEM", 0, "“=”"},
		"a colon in a text":                {"text: Write a guide.", "text: Write a guide: the basics.", 0, "second key"},
		"a colon in the next line":         {"in all they do.", "\n        as follows: all.", 1, "second key"},
		"an open quote":                    {"text: Write a guide.", "text: \"Write a guide.", 0, "never closed"},
		"an open quote before others":      {"label: Salaries", "label: \"Salaries", 0, "never closed"},
		"an apostrophe in quotes":          {"text: Write a guide.", "text: 'Write the Party's guide.'", 0, "written twice"},
		"text behind quotes":               {"text: Write a guide.", "text: \"Write\" a guide.", 0, "quotes end"},
		"an open brace":                    {"staff.}", "staff.", 0, "“{” is opened"},
		"an open bracket":                  {"[help]", "[help", 0, "“[” is opened"},
		"another bracket":                  {"[help]", "[help}", 0, "“[”"},
		"text behind a bracket":            {"[help]", "[help] and others", 0, "behind the closing bracket"},
		"a comma missing in braces":        {"label: Travel, fixed", "label: Travel fixed", 0, "comma is missing"},
		"a brace missing":                  {"{id: travel", "id: travel", 0, "opening {"},
		"one blank more":                   {"      label: Salaries", "       label: Salaries", 0, "indent it by 6"},
		"one blank less":                   {"      label: Salaries", "     label: Salaries", 0, "indent it by 6"},
		"two blanks less":                  {"      label: Salaries", "    label: Salaries", 0, "indent it by 6"},
		"a group too far left":             {"        activities:\n", "      activities:\n", 0, "indent it by 8"},
		"an item too far left":             {"          - id: guide\n            text", "        - id: guide\n          text", 0, "by 10"},
		"an item too far right":            {"          - id: guide\n            text", "            - id: guide\n              text", 0, "by 10"},
		"a tab":                            {"    - id: salaries", "\t- id: salaries", 0, "tab"},
		"a tab behind blanks":              {"      label: Sal", "    \tlabel: Sal", 0, "tab"},
		"no-break spaces":                  {"      label: Sal", "    \u00a0\u00a0label: Sal", 0, "no-break space"},
		"a folded text not indented":       {"        The Meeting", "      The Meeting", 0, "indent the lines of the text by 8"},
		"a folded text on its mark's line": {"- >-\n        The", "- >- The", 0, "next line"},
		"a text that goes on at the left":  {"in all they do.", "\nin all they do.", 1, "goes on with the text above"},
		"a # in a text of two lines":       {"in all they do.", "with action #5\n        of all.", 0, "comment"},
		"a dash behind a colon":            {"text: Write a guide.", "text: - Write a guide.", 0, "dash stands behind the colon"},
		"a question mark":                  {"text: Write a guide.", "text: ? Write", 0, "quotes"},
		"a backslash":                      {"text: Write a guide.", "text: \"Write a \\guide.\"", 0, "backslash"},
		"an id glued to its key":           {"- id: guide", "- id:guide", 0, "id: guide"},
		"two keys on a line":               {"mandate:\n", "period: from: 2026-01-01 to: 2026-12-31\nmandate:\n", 0, "second key"},
		"a text in brackets":               {"text: Write a guide.", "text: [Write] a guide.", 0, "in quotes"},
		"a dash before a key":              {"            serves: [help]", "            - serves: [help]", 0, "belongs to no list"},
		"a dash before keys that go on":    {"- id: salaries\n      label", "- id: salaries\n    - label", 1, "two blanks"},
		"a remark":                         {"mandate:\n", "to be agreed\nmandate:\n", 0, "remark"},
		"an item below a value":            {"budget:\n", "budget: 5\n", 1, "beside it by 0"},
	} {
		t.Run(name, func(t *testing.T) {
			if strings.Count(typed, c.old) != 1 {
				t.Fatalf("%q stands %d times in the plan", c.old, strings.Count(typed, c.old))
			}
			line := 1 + strings.Count(strings.SplitN(typed, c.old, 2)[0], "\n") + c.line
			_, problems := source.Parse(source.NewFile("plan.yaml", []byte(strings.Replace(typed, c.old, c.new, 1))))
			if len(problems) != 1 {
				t.Fatalf("%d problems: %+v", len(problems), problems)
			}
			p := problems[0]
			if p.Span.Start.Line != line || !strings.Contains(p.Message+" / "+p.Hint, c.say) {
				t.Errorf("line %d: %s / %s\nwant line %d with %q", p.Span.Start.Line, p.Message, p.Hint, line, c.say)
			}
		})
	}
}

// TestOutlineAgrees holds that the outline finds nothing in what YAML reads: real plans
// and what may be written in other ways.
func TestOutlineAgrees(t *testing.T) {
	for _, text := range []string{typed,
		"a:\n- b\n- c:\n  - d\n  e: f\ng: h\n", "a: b\n  c\n  d\n", "a: \"b\n  c: d\"\ne: f\n", "{a: b,\n c: [d,\n  e]}\n", "a: # remark\n  b: c\n",
		"- - a\n  - b\n- c\n", "---\na: b\n...\n", "a: |2\n    b: c\n   d\ne: f\n", "a: 'it''s: so'\n\"b c\": d\n", "a:\n    b: 1\n    c:\n    - d\n    - e\nf: 2\n",
		"a: b # c: d\n# e\n\n  # f\ng: >\n\n  h: i\n\n  # j\nk: l\n", "a: {b: \"c, d: e\", f: 'g'}\n", "a: [\"b\", c] # d\n", "\"a\": b\n", "a: -5\nb: http://c.d/e\nc: 12:30\n",
	} {
		f := source.NewFile("plan.yaml", []byte(text))
		if _, problems := source.Parse(f); len(problems) > 0 {
			t.Errorf("%q is not what YAML reads: %+v", text, problems[0])
		}
		if p, found := source.Misplaced(f); found {
			t.Errorf("%q: %s (%s)", text, p.Message, p.Hint)
		}
	}
}

// TestOutlineOfRealPlans holds the same for the plans that come with the project.
func TestOutlineOfRealPlans(t *testing.T) {
	files, _ := filepath.Glob("../../testdata/*/*.yaml")
	more, _ := filepath.Glob("../../*/*.yaml")
	if files = append(files, more...); len(files) < 10 {
		t.Fatalf("only %d plans", len(files))
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if p, found := source.Misplaced(source.NewFile(name, text)); found {
			t.Errorf("%s:%d: %s (%s)", name, p.Span.Start.Line, p.Message, p.Hint)
		}
	}
}
