package plan_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/schema"
)

// tree is a plan that is being made up, before it is written as YAML.
type tree struct {
	shape *schema.Shape
	text  string // of a scalar, as it stands in the file
	keys  []string
	kids  []*tree
	list  bool
}

func (t *tree) String() string {
	if t.text != "" {
		return t.text
	}
	parts := make([]string, len(t.kids))
	for i, kid := range t.kids {
		parts[i] = kid.String()
		if !t.list {
			parts[i] = t.keys[i] + ": " + parts[i]
		}
	}
	if t.list {
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// walk shows every node.
func (t *tree) walk(see func(*tree)) {
	see(t)
	for _, kid := range t.kids {
		kid.walk(see)
	}
}

func (t *tree) remove(i int) {
	t.kids = slices.Delete(t.kids, i, i+1)
	if !t.list {
		t.keys = slices.Delete(t.keys, i, i+1)
	}
}

func (t *tree) set(key string, kid *tree) {
	t.keys, t.kids = append(t.keys, key), append(t.kids, kid)
}

// inventor makes up plans that follow the shape of the language. What a shape does
// not say it knows for itself: ids are new each time, ends come after beginnings, and
// columns name columns.
type inventor struct {
	*rand.Rand
	last       int
	columns    []string
	amounts    []string // the columns that others are made of
	currencies int
	depth      int
	cells      []string // the columns of the table of the text
}

// columnRules are the keys of columns that follow from others.
var columnRules = []string{"sum", "difference", "change", "percent_change", "percent_of"}

func (in *inventor) fresh(prefix string) string {
	in.last++
	return fmt.Sprint(prefix, in.last)
}

func (in *inventor) chance(percent int) bool { return in.IntN(100) < percent }

func (in *inventor) plan(s *schema.Shape) *tree {
	in.columns, in.amounts = nil, nil
	return in.value(s, "")
}

func (in *inventor) value(s *schema.Shape, key string) *tree {
	s = s.Itself()
	in.depth++
	defer func() { in.depth-- }()
	switch {
	case s.Short != nil && in.chance(50):
		return in.value(s.Short, key)
	case s.Words != nil && in.chance(30):
		return in.scalar(s, s.Words[in.IntN(len(s.Words))])
	case len(s.Keys) > 0:
		return in.group(s)
	case s.By != nil:
		return in.entries(s)
	case s.Of != nil:
		return in.items(s, key)
	}
	return in.scalar(s, in.sample(s, key))
}

func (in *inventor) scalar(s *schema.Shape, text string) *tree { return &tree{shape: s, text: text} }

func (in *inventor) entries(s *schema.Shape) *tree {
	t := &tree{shape: s}
	if s.By.Name == "a column id" {
		t.set("amount", in.value(s.Of, ""))
		return t
	}
	if s.By.Name == "a column of the table" { // figures stand in the first, texts in the last
		of := in.value(s.Of, "")
		switch last := len(in.cells) - 1; {
		case s.Of.Itself().Use.IsText() && last > 0:
			t.set(in.cells[last], of)
		case !s.Of.Itself().Use.IsText():
			t.set(in.cells[0], of)
		}
		return t
	}
	for range 1 + in.IntN(3) {
		t.set(in.sample(s.By, ""), in.value(s.Of, ""))
	}
	return t
}

func (in *inventor) items(s *schema.Shape, key string) *tree {
	t := &tree{shape: s, list: true}
	n := 1 + in.IntN(2)
	if s.Pair || s.Several {
		n = 2
	}
	if s.Of.Itself().Name == "a column id" {
		for _, i := range in.Perm(len(in.amounts))[:min(n, len(in.amounts))] {
			t.kids = append(t.kids, in.scalar(s.Of, in.amounts[i]))
		}
		return t
	}
	for range n {
		t.kids = append(t.kids, in.value(s.Of, key))
	}
	return t
}

// group takes the required keys and some others, and then whatever the rules ask for.
func (in *inventor) group(s *schema.Shape) *tree {
	if s.Name == "a table of the text" {
		in.cells = nil
	}
	take := map[string]bool{}
	for _, k := range s.Keys {
		take[k.Key] = k.Required || in.chance(35) && !in.avoid(s, k.Key)
	}
	in.settle(s, take)
	t := &tree{shape: s}
	for _, k := range s.Keys {
		if take[k.Key] {
			t.set(k.Key, in.value(k.Shape, k.Key))
		}
	}
	if s.Name == "a column" && !slices.ContainsFunc(columnRules, func(key string) bool { return take[key] }) {
		in.amounts = append(in.amounts, in.columns[len(in.columns)-1])
	}
	return t
}

// avoid keeps groups of lines from growing without end, and columns from following from
// others before there are two.
func (in *inventor) avoid(s *schema.Shape, key string) bool {
	first := s.Name == "a column" && len(in.amounts) < 2
	of := (s.Name == "a row of a table" || s.Name == "a column of a table") && key == "sum" // of what stands before it
	return of || key == "lines" && in.depth > 6 || first && slices.Contains(columnRules, key)
}

// settle drops and adds keys until all rules of the group hold.
func (in *inventor) settle(s *schema.Shape, take map[string]bool) {
	for settled := false; !settled; {
		settled = true
		for _, r := range s.Rules {
			if slices.ContainsFunc(r.If, func(key string) bool { return !take[key] }) {
				continue
			}
			for _, key := range r.Bar {
				settled = settled && !take[key]
				take[key] = false
			}
			if len(r.Need) > 0 && !slices.ContainsFunc(r.Need, func(key string) bool { return take[key] }) {
				settled = false
				take[in.wanted(s, r.Need)] = true
			}
		}
	}
}

func (in *inventor) wanted(s *schema.Shape, keys []string) string {
	for {
		if key := keys[in.IntN(len(keys))]; len(keys) == 1 || !in.avoid(s, key) {
			return key
		}
	}
}

func (in *inventor) pick(texts ...string) string { return texts[in.IntN(len(texts))] }

// sample makes up a value of a scalar.
func (in *inventor) sample(s *schema.Shape, key string) string {
	if len(s.Values) > 0 {
		return `"` + in.pick(s.Values...) + `"`
	}
	if s.Bounds.Only != "" {
		return s.Bounds.Only
	}
	switch s.Name {
	case "a text":
		switch key {
		case "title", "grade", "grades", "name", "party": // ids of posts are made of it; a table has a row for each
			return in.fresh("Title ")
		}
		return in.pick(in.fresh("Text "), in.fresh(`"Quoted: text `)+`"`, in.fresh("'single ")+"'", in.fresh(""), in.fresh("1."), "true", "no")
	case "a text, or none":
		return in.pick(in.fresh("Text "), `"none"`)
	case "a text as it stands":
		return in.pick(`" "`, "–", "~", "nil", "0", "false")
	case "an id":
		return in.fresh(in.pick("id-", "a_", "x"))
	case "a time":
		return in.pick(in.fresh("Q1 to x"), in.fresh("2025-03-01 to "), in.fresh("March "))
	case "a year or a column":
		return in.fresh("20")
	case "a level":
		return in.pick("1", "5", "low", "very high", "3")
	case "a value of an indicator":
		return in.pick("12", "-3.5", "adopted", `"12"`, "true", "no answer yet")
	case "a path":
		return in.fresh(in.pick("mandate/m", "priorities/one/", "p"))
	case "a column id":
		return in.column()
	case "a column of the table":
		in.cells = append(in.cells, in.fresh("c"))
		return in.cells[len(in.cells)-1]
	case "an amount":
		return in.pick("0", "3", "12", "10.50", "0.05", "7.0")
	case "a number", "a number, blank or nil":
		return in.pick("0", "3", "-12", "10.50", "345054", "-0.5")
	case "a rate":
		return in.pick("1", "0.95", "1.125")
	case "a unit to round to":
		return in.pick("1", "0.01", "1000", "0.5")
	case "a percentage":
		return in.pick("20%", "7.5%", "0%", "100 %", `"20%"`)
	case "a signed percentage":
		return in.pick("20%", "-5%", "0%", "-0.5 %", `"-20%"`)
	case "a whole number":
		return in.pick("0", "1", "2", "3.0")
	case "a number of days":
		return in.pick("60 days", "1 day", `"90 days"`)
	case "a date":
		return in.date(key)
	case "a currency":
		if key == "currency" { // the budget's, and a row for each other
			in.currencies++
			return []string{"CHF", "EUR", `"USD"`, "DEM"}[in.currencies%4]
		}
		return in.pick("CHF", "EUR", `"USD"`, "DEM")
	case "true or false":
		return in.pick("true", "false")
	case "a language tag":
		return in.pick("en", "fr", "pt-BR", `"es"`)
	case "a job number":
		return in.pick("GE.17-09131", "V.14-012345")
	case "a table in a file":
		return in.pick("scale.csv", "lists/2026.xlsx", "a/..b/.c.CSV", ".csv")
	case "a file":
		return in.pick("2017.yaml", "old/2016.yml", "a/..b/.c.yaml", ".yaml")
	}
	panic("no sample of " + s.Name + ": add one, so that the schema and the loader are compared on it")
}

func (in *inventor) column() string {
	id := "amount"
	if len(in.columns) > 0 {
		id = in.fresh(in.pick("c", "201", "2-"))
	}
	in.columns = append(in.columns, id)
	return id
}

func (in *inventor) date(key string) string {
	switch key {
	case "from":
		return "2018-01-01"
	case "to":
		return in.pick("2018-12-31", `"2018-12-31"`)
	}
	return in.pick("2018-12-31", "2000-02-29", "1999-01-01", "'2017-06-01'")
}
