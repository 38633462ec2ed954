package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// What the lines count, by noun: an index beside that of names, because a text that says
// "six trips" may mean long trips and short trips together.

// nounIndex has the nouns that lines count, in the singular and in lower case.
type nounIndex struct {
	lines map[string][]lineNoun
	sums  map[string]map[string]bool // the quantities that lines have of a noun; see quantitiesOf
	ids   map[string]int             // the lines that count anything, by their ids
}

// lineNoun is a noun and the line that counts it.
type lineNoun struct {
	line int
	noun
}

// noun is what a line counts, such as trips, and how many of each sort.
type noun struct {
	name  string
	items []tally
}

// tally is an item of a line and its quantity.
type tally struct {
	ID, Name source.At[string]
	Quantity budget.Quoted // over all columns that are counted
	days     money.Decimal // quantity × times, where the item has times
}

// nouns returns the index of nouns, made when it is first asked for.
func (c *Context) nouns() *nounIndex {
	if c.counted != nil {
		return c.counted
	}
	c.counted = &nounIndex{lines: map[string][]lineNoun{}, sums: map[string]map[string]bool{}, ids: map[string]int{}}
	for i := range c.Budget.Lines {
		for _, k := range c.Budget.Lines[i].Costs {
			if units, ok := k.(*cost.Units); ok {
				c.counted.ids[c.Budget.Lines[i].ID.Value] = i
				for _, n := range c.nounsOf(&c.Budget.Lines[i], units) {
					key := singular(n.name)
					c.counted.lines[key] = append(c.counted.lines[key], lineNoun{i, n})
				}
			}
		}
	}
	return c.counted
}

// nounsOf groups the items of a line by what they count: the last word of their names.
func (c *Context) nounsOf(l *budget.Line, u *cost.Units) []noun {
	var list []noun
	at := map[string]int{}
	quotes := byQuote(c.Budget.Scope(), c.Budget, l)
	for i := range u.Items {
		item := tally{ID: u.Items[i].ID, Name: u.Items[i].Name}
		quantity, ok := quotes[item.ID.Value+".quantity"]
		words := strings.Fields(strings.ToLower(item.Name.Value))
		if !ok || len(words) == 0 {
			continue
		}
		item.Quantity = quantity
		if times, ok := quotes[item.ID.Value+".times"]; ok && len(quantity.Each) == 1 {
			item.days = quantity.Value.Mul(times.Value)
		}
		last := words[len(words)-1]
		if _, seen := at[last]; !seen {
			at[last] = len(list)
			list = append(list, noun{name: last})
		}
		n := &list[at[last]]
		n.items = append(n.items, item)
	}
	return list
}

// quantitiesOf returns the quantities that lines have of a noun, each sort, each line's sum
// and the sum of all lines; behind a sort and a blank those of the sort.
func (x *nounIndex) quantitiesOf(key string) map[string]bool {
	set := x.sums[key]
	if set == nil {
		set = quantitiesOf(x.lines[key])
		x.sums[key] = set
	}
	return set
}

func quantitiesOf(lines []lineNoun) map[string]bool {
	set := map[string]bool{}
	all := money.Zero
	for i := range lines {
		total, days := money.Zero, money.Zero
		for _, item := range lines[i].items {
			for _, q := range []money.Decimal{item.Quantity.Value, item.days} {
				if !q.IsZero() {
					set[q.String()] = true
					set[item.sort()+" "+q.String()] = true
				}
			}
			total, days = total.Add(item.Quantity.Value), days.Add(item.days)
		}
		set[total.String()], set[days.String()] = true, true
		all = all.Add(total)
	}
	set[all.String()] = true
	return set
}

// sort is the word before the last of an item's name, such as long of a long trip.
func (t *tally) sort() string {
	words := strings.Fields(strings.ToLower(t.Name.Value))
	if len(words) < 2 {
		return ""
	}
	return words[len(words)-2]
}

// has reports whether the noun has a sort of a name, such as long trips.
func (n *noun) has(sort string) bool {
	for i := range n.items {
		if n.items[i].sort() == strings.ToLower(sort) {
			return true
		}
	}
	return false
}

// String says what the line counts: "6 trips (3 long trips and 3 short trips)".
func (n *noun) String() string {
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

// agrees reports whether the line counts so many in one of the columns that a text speaks of,
// or on the average of them.
func (n *noun) agrees(quantity money.Decimal, sort string, columns []int) bool {
	total, each := money.Zero, make([]money.Decimal, len(columns))
	for i := range n.items {
		item := &n.items[i]
		for k, d := range inEach(&item.Quantity, columns) {
			if d.Equal(quantity) && (sort == "" || item.sort() == sort) {
				return true
			}
			each[k] = each[k].Add(d)
		}
		total = total.Add(item.Quantity.Value)
	}
	average := len(columns) > 1 && quantity.Mul(money.New(int64(len(columns)))).Equal(total)
	return sort == "" && (average || slices.ContainsFunc(each, quantity.Equal))
}

// reference returns what prose quotes behind the line's id for a sort of the noun.
func (n *noun) reference(sort string) string {
	for i := range n.items {
		if sort != "" && n.items[i].sort() == strings.ToLower(sort) {
			return n.items[i].ID.Value + ".quantity"
		}
	}
	return "quantity"
}

func (n *noun) related(c *Context) []diag.Related {
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
