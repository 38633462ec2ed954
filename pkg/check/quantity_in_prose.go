package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B202", Name: "quantity-in-prose", Severity: diag.Warning, Title: "a text that counts otherwise than the budget",
		Why:   "The amount follows from one number and the words beside it give another; a reader cannot tell which one was costed.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: travel, label: Travel, units: [{item: trip, quantity: 6, cost: 2000}], note: An average of «five trips».}
`,
		Good: `budget:
  lines:
    - {id: travel, label: Travel, units: [{item: trip, quantity: 6, cost: 2000}], note: Six trips.}
`},
	Run: func(c *Context) {
		all := c.nouns()
		for _, n := range all {
			c.quantities(n, all)
		}
	},
})

// noun is what a line counts, such as trips, and how many of each sort.
type noun struct {
	line  *budget.Line
	name  string
	items []tally
}

// tally is an item of a line and its quantity, over all columns that are counted.
type tally struct {
	ID, Name source.At[string]
	Quantity budget.Quoted
}

// nouns returns what the lines count.
func (c *Context) nouns() (all []noun) {
	for i := range c.Budget.Lines {
		line := &c.Budget.Lines[i]
		for _, k := range line.Costs {
			if units, ok := k.(*cost.Units); ok {
				all = append(all, nouns(line, units, c.Budget.Scope().Quotes(c.Budget, line))...)
			}
		}
	}
	return all
}

// nouns groups the items of a line by what they count: the last word of their names.
func nouns(line *budget.Line, u *cost.Units, quotes []budget.Quoted) []noun {
	var list []noun
next:
	for i := range u.Items {
		item := tally{ID: u.Items[i].ID, Name: u.Items[i].Name}
		if at := slices.IndexFunc(quotes, func(q budget.Quoted) bool { return q.Name == item.ID.Value+".quantity" }); at >= 0 {
			item.Quantity = quotes[at]
		}
		words := strings.Fields(strings.ToLower(item.Name.Value))
		last := words[len(words)-1]
		for i := range list {
			if list[i].name == last {
				list[i].items = append(list[i].items, item)
				continue next
			}
		}
		list = append(list, noun{line, last, []tally{item}})
	}
	return list
}

const number = `\d+(?:,\d{3})*(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve`

// counted finds a number, or a range of two, of a noun; one word may stand between.
func counted(noun string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:\b(` + number + `)(?:\s*[-–—]\s*|\s+(?:to|or)\s+))?\b(` + number + `)\s+(?:([\p{L}-]+)\s+)?(?:` +
		regexp.QuoteMeta(noun) + `|` + regexp.QuoteMeta(plural(noun)) + `)\b`)
}

// quantities compares what texts say of a noun with what the line counts.
func (c *Context) quantities(n noun, all []noun) {
	own, find := "budget/"+n.line.ID.Value, counted(n.name)
	for _, t := range c.Texts {
		p := c.passage(t)
		if !strings.Contains(strings.ToLower(p.read), n.stem()) {
			continue
		}
		for _, at := range find.FindAllStringSubmatchIndex(p.read, -1) {
			if t.Subject != own && !c.isBudgetTalk(p, at[0]) || isLabelled(p.read[:at[0]]) {
				continue
			}
			group := func(i int) string {
				if at[2*i] < 0 {
					return ""
				}
				return p.read[at[2*i]:at[2*i+1]]
			}
			said, _ := sentence(p.read, at[0])
			if c.counts(n, all, group(1), group(2), group(3), said) {
				continue
			}
			c.Report(t.Subject, p.span(at[0], at[1]),
				fmt.Sprintf("the text says “%s”; the line “%s” counts %s", oneLine(p.read[at[0]:at[1]]), c.label(n.line.Label), c.label(source.At[string]{Value: n.String()})+c.byColumn(&n)),
				fmt.Sprintf("write the number that is budgeted, or quote it: ${budget.%s.%s}", n.line.ID.Value, n.reference(group(3))),
				n.related(c)...)
		}
	}
}

// isBudgetTalk reports whether a text outside the line's own speaks of all of the quantity
// and not of a part of it.
func (c *Context) isBudgetTalk(p *passage, at int) bool {
	if p.Subject == "budget/notes" || strings.HasPrefix(p.Subject, "budget/notes/") {
		return true
	}
	s, _ := sentence(p.read, at)
	return perYear().MatchString(s)
}

var perYear = pattern.Lazy(`(?i)\b(?:(?:per|a|each|every) year|annually|yearly|in total|a total of|on average|average of|budgeted)\b`)

var label = pattern.Lazy(`(?i)\b(?:articles?|actions?|items?|paragraphs?|outcomes?|outputs?|activity|activities|phase|in|since|by|` + months + `)\s+$`)

// isLabelled reports whether the number behind a text is no quantity but a name,
// as in "Article 5 missions" or "in 2018 trips …".
func isLabelled(before string) bool { return label().MatchString(before) }

// counts reports whether a number, or both ends of a range, is one that the budget
// counts, or whether the word between says that other things are meant.
func (c *Context) counts(n noun, all []noun, low, high, sort, said string) bool {
	if low != "" && !figure(low).Equal(figure(high)) {
		return sort != "" && !n.has(sort)
	}
	for i := range all {
		if all[i].name == n.name && all[i].agrees(figure(high), sort, c.columnsSaid(said)) {
			return true
		}
	}
	return sort != "" && !n.has(sort)
}

// stem is what the singular and the plural begin with.
func (n noun) stem() string { return strings.TrimSuffix(n.name, "y") }

// agrees reports whether the line counts so many of a sort, of any one or of all together:
// over all columns, or in one of those that the text speaks of.
func (n noun) agrees(quantity money.Decimal, sort string, columns []int) bool {
	total, each := money.Zero, make([]money.Decimal, len(columns))
	for _, item := range n.items {
		if own := inEach(&item.Quantity, columns); (sort == "" || named(item, sort)) && (item.Quantity.Value.Equal(quantity) || has(own, quantity)) {
			return true
		}
		for i, d := range inEach(&item.Quantity, columns) {
			each[i] = each[i].Add(d)
		}
		total = total.Add(item.Quantity.Value)
	}
	average := len(columns) > 1 && quantity.Mul(money.New(int64(len(columns)))).Equal(total)
	return sort == "" && (total.Equal(quantity) || has(each, quantity) || average)
}

func has(list []money.Decimal, d money.Decimal) bool { return slices.ContainsFunc(list, d.Equal) }

// inEach returns the values of some columns.
func inEach(q *budget.Quoted, columns []int) []money.Decimal {
	list := make([]money.Decimal, len(columns))
	for i, column := range columns {
		for _, in := range q.Each {
			if in.Column == column {
				list[i] = in.Value
			}
		}
	}
	return list
}

// has reports whether the noun has a sort of a name, such as long trips.
func (n noun) has(sort string) bool {
	for _, item := range n.items {
		if named(item, sort) {
			return true
		}
	}
	return false
}

func named(item tally, sort string) bool {
	words := strings.Fields(item.Name.Value)
	return len(words) > 1 && strings.EqualFold(words[len(words)-2], sort)
}

// String says what the line counts: "6 trips (3 long trips and 3 short trips)".
func (n noun) String() string {
	total := money.Zero
	var items []string
	for _, item := range n.items {
		total = total.Add(item.Quantity.Value)
		items = append(items, many(item.Quantity.Value, item.Name.Value))
	}
	if len(items) == 1 {
		return items[0]
	}
	return fmt.Sprintf("%s (%s and %s)", many(total, n.name), strings.Join(items[:len(items)-1], ", "), items[len(items)-1])
}

// byColumn says how a number is made up of the years', where it is not the same in each.
func (c *Context) byColumn(n *noun) string {
	columns := c.Budget.Scope().Columns
	each := make([]money.Decimal, len(columns))
	for i := range n.items {
		for j, d := range inEach(&n.items[i].Quantity, columns) {
			each[j] = each[j].Add(d)
		}
	}
	if !slices.ContainsFunc(each, func(d money.Decimal) bool { return !d.Equal(each[0]) }) {
		return ""
	}
	var list []string
	for i, d := range each {
		list = append(list, fmt.Sprintf("%s in %s", d, c.head(columns[i])))
	}
	return ": " + strings.Join(list, ", ")
}

// reference returns what prose quotes behind the line's id for a sort of the noun.
func (n noun) reference(sort string) string {
	for _, item := range n.items {
		if named(item, sort) {
			return item.ID.Value + ".quantity"
		}
	}
	return "quantity"
}

func (n noun) related(c *Context) []diag.Related {
	var related []diag.Related
	for _, item := range n.items {
		related = append(related, diag.Related{Span: item.Quantity.Node.Span(), Note: c.label(source.At[string]{Value: many(item.Quantity.Value, item.Name.Value)})})
	}
	return related
}

func many(d money.Decimal, noun string) string {
	if d.Equal(money.New(1)) {
		return "1 " + noun
	}
	return d.String() + " " + plural(noun)
}

// figure reads a number in words or in digits.
func figure(s string) money.Decimal {
	for i, w := range strings.Split(number, "|")[1:] {
		if strings.EqualFold(s, w) {
			return money.New(int64(i + 1))
		}
	}
	d, _ := money.Parse(strings.ReplaceAll(s, ",", ""))
	return d
}
