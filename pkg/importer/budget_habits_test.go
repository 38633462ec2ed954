package importer

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

var update = flag.Bool("update", false, "rewrite what is expected in testdata")

// gridOf reads a table as the files of testdata/budget have it: cells between bars; a line
// that begins with ! is hidden and with * bold; ^ is a further part of the merged cell to the left, ^^ of one above; what
// stands behind -> is the stored value of a formula, and behind // a comment.
func gridOf(name, text string, book bool) grid {
	g := grid{name: name}
	for n, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		row := gridRow{where: "row " + strconv.Itoa(n+1)}
		for _, mark := range []struct {
			sign string
			is   *bool
		}{{"!", &row.hidden}, {"*", &row.bold}} {
			if rest, ok := strings.CutPrefix(line, mark.sign+" | "); ok {
				line, *mark.is = rest, true
			}
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		for at, text := range strings.Split(line, "|") {
			row.cells = append(row.cells, cellOf(strings.TrimSpace(text), row.cells))
			c := &row.cells[at]
			if c.text == "^^" {
				c.text, c.over = g.rows[len(g.rows)-1].cells[at].text, true
			}
			if book && c.text+c.formula != "" {
				c.ref = xlsx.ColumnName(at+1) + strconv.Itoa(n+1)
			}
			if d, fault := money.Parse(c.text); book && fault == nil {
				c.number, c.isNum = d, true
			}
		}
		g.rows = append(g.rows, row)
	}
	return g
}

func cellOf(text string, before []cell) (c cell) {
	text, c.comment, _ = strings.Cut(text, " // ")
	if formula, ok := strings.CutPrefix(text, "="); ok {
		c.formula, c.text, _ = strings.Cut(formula, " -> ")
		return c
	}
	if c.text = text; text == "^" {
		c.text, c.over = before[len(before)-1].text, true
	}
	return c
}

// fixture reads a file of testdata/budget.
func fixture(a *txtar.Archive) (tables, book []grid, o budgetOptions) {
	for _, f := range a.Files {
		kind, name, _ := strings.Cut(f.Name, ": ")
		switch kind {
		case "table":
			tables = append(tables, gridOf("the table", string(f.Data), false))
		case "sheet":
			book = append(book, gridOf("sheet "+name, string(f.Data), true))
		case "options":
			o.columns = map[string]string{}
			for _, pair := range strings.Split(strings.TrimSpace(string(f.Data)), ",") {
				key, letter, _ := strings.Cut(pair, "=")
				if o.columns[key] = letter; key == "sheet" {
					o.sheet = letter
				}
			}
		}
	}
	newCells(book).complete()
	return tables, book, o
}

// TestHabits holds what is made of budgets as different people write them.
func TestHabits(t *testing.T) {
	files, err := filepath.Glob("testdata/budget/*.txtar")
	if err != nil || len(files) < 12 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			tables, book, o := fixture(a)
			d, remarks := readBudget(tables, book, o)
			if d == nil {
				t.Fatal("no budget")
			}
			text := planOf(t, d)
			unit, faults := compiled(t, text)
			sameTotals(t, d, unit)
			got := budgetOf(text)
			var expected strings.Builder
			said := saidOf(remarks, faults)
			var read []grid
			for _, at := range d.tables {
				if len(book) == 0 {
					read = append(read, tables[at])
				}
			}
			nothingDropped(t, append(read, book...), text+said)
			var rest []txtar.File
			for _, f := range a.Files {
				if f.Name == "plan" || f.Name == "remarks" {
					expected.Write(f.Data)
				} else {
					rest = append(rest, f)
				}
			}
			if *update {
				a.Files = append(slices.Clone(rest), txtar.File{Name: "plan", Data: []byte(got)}, txtar.File{Name: "remarks", Data: []byte(said)})
				if err := os.WriteFile(name, txtar.Format(a), 0o600); err != nil {
					t.Fatal(err)
				}
			} else if expected.String() != got+said {
				t.Errorf("the plan and the remarks are now\n%s%s", got, said)
			}
		})
	}
}

// nothingDropped holds that each word of a file is in the plan or said.
func nothingDropped(t *testing.T, tables []grid, all string) {
	t.Helper()
	have := map[string]bool{}
	for _, w := range wordsOf(all) {
		have[w] = true
	}
	for _, g := range tables {
		for _, r := range g.rows {
			for _, c := range r.cells {
				a := spellings{}.readAmount(c.text)
				if c.isNum || !hasLetter(c.text) || same(c.text, "total") || a.kind == isNumber || a.kind == isTwofold {
					continue
				}
				for _, w := range wordsOf(c.text) {
					if !have[w] && !titleWords[w] && headRole(c.text) == otherRole && postRole(c.text) == otherRole {
						t.Errorf("%s %s: %q of %q is dropped", g.name, r.where, w, c.text)
					}
				}
			}
		}
	}
}

func hasLetter(s string) bool {
	return strings.ContainsFunc(strings.ToLower(s), func(r rune) bool { return r >= 'a' && r <= 'z' })
}
