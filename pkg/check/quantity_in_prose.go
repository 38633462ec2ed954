package check

import (
	"fmt"
	"regexp"
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
		for _, line := range c.Budget.Lines {
			for _, k := range line.Costs {
				if units, ok := k.(*cost.Units); ok {
					for _, n := range nouns(units, c.column()) {
						c.quantities(line, n)
					}
				}
			}
		}
	},
})

// noun is what a line counts, such as trips, and how many of each sort.
type noun struct {
	name  string
	items []tally
}

// tally is an item of a line and its quantity.
type tally struct {
	ID, Name source.At[string]
	Quantity source.At[money.Decimal]
}

// nouns groups the items of a line by what they count: the last word of their names.
func nouns(u *cost.Units, column string) []noun {
	var list []noun
next:
	for i := range u.Items {
		item := tally{ID: u.Items[i].ID, Name: u.Items[i].Name}
		item.Quantity, _ = u.Items[i].Quantity.In(column)
		words := strings.Fields(strings.ToLower(item.Name.Value))
		last := words[len(words)-1]
		for i := range list {
			if list[i].name == last {
				list[i].items = append(list[i].items, item)
				continue next
			}
		}
		list = append(list, noun{last, []tally{item}})
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
func (c *Context) quantities(line budget.Line, n noun) {
	own, find := "budget/"+line.ID.Value, counted(n.name)
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
			if c.counts(n, group(1), group(2), group(3)) {
				continue
			}
			c.Report(t.Subject, p.span(at[0], at[1]),
				fmt.Sprintf("the text says “%s”; the line “%s” counts %s", oneLine(p.read[at[0]:at[1]]), c.label(line.Label), c.label(source.At[string]{Value: n.String()})),
				fmt.Sprintf("write the number that is budgeted, or quote it: ${budget.%s.%s}", line.ID.Value, n.reference(group(3))),
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
func (c *Context) counts(n noun, low, high, sort string) bool {
	if low != "" && !figure(low).Equal(figure(high)) {
		return sort != "" && !n.has(sort)
	}
	lines := 0
	for _, line := range c.Budget.Lines {
		for _, k := range line.Costs {
			units, ok := k.(*cost.Units)
			if !ok {
				continue
			}
			for _, other := range nouns(units, c.column()) {
				if other.name == n.name && other.agrees(figure(high), sort) {
					lines++
				}
			}
		}
	}
	return lines > 0 || sort != "" && !n.has(sort)
}

// stem is what the singular and the plural begin with.
func (n noun) stem() string { return strings.TrimSuffix(n.name, "y") }

func (n noun) agrees(quantity money.Decimal, sort string) bool {
	total := money.Zero
	for _, item := range n.items {
		if (sort == "" || named(item, sort)) && item.Quantity.Value.Equal(quantity) {
			return true
		}
		total = total.Add(item.Quantity.Value)
	}
	return sort == "" && total.Equal(quantity)
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
		related = append(related, diag.Related{Span: item.Quantity.Span(), Note: c.label(source.At[string]{Value: many(item.Quantity.Value, item.Name.Value)})})
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
