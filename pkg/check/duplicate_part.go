package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// Parts of a line that stand twice: posts and unit items that differ in nothing but their id.

func (c *Context) repeatedParts(line *budget.Line) {
	for _, k := range line.Costs {
		switch k := k.(type) {
		case *cost.Posts:
			c.repeatedPosts(line, k.Posts)
		case *cost.Units:
			c.repeatedItems(line, k.Items)
		}
	}
}

func (c *Context) repeatedPosts(line *budget.Line, posts []cost.Post) {
	first := map[string]int{}
	for i := range posts {
		p := &posts[i]
		key := entryOf(p.Node)
		at, twice := first[key]
		if !twice {
			first[key] = i
			continue
		}
		hint := "take one of the two out; if there are several such posts, write one and say in its `count` how many"
		if !p.Count.IsWritten() {
			hint = "take one of the two out; if there are two such posts, write one with `count: 2`"
		}
		c.Report("budget/"+line.ID.Value, p.Title.Span(),
			fmt.Sprintf("the post “%s” stands twice in “%s”, as `%s` and as `%s`, the same in all else", c.label(p.Title), c.label(line.Label), posts[at].ID.Value, p.ID.Value),
			hint, theFirst(posts[at].Title))
	}
}

func (c *Context) repeatedItems(line *budget.Line, items []cost.Item) {
	first := map[string]int{}
	for i := range items {
		x := &items[i]
		key := entryOf(x.Node)
		at, twice := first[key]
		if !twice {
			first[key] = i
			continue
		}
		hint := "take one of the two out; if both are meant, write one with the quantities of both"
		if n := x.Quantity.All; n.IsSet() {
			hint = fmt.Sprintf("take one of the two out; if both are meant, write one with `quantity: %s`", n.Value.Mul(money.New(2)))
		}
		c.Report("budget/"+line.ID.Value, x.Name.Span(),
			fmt.Sprintf("the item “%s” stands twice in “%s”, as `%s` and as `%s`, with the same quantity and cost", c.label(x.Name), c.label(line.Label), items[at].ID.Value, x.ID.Value),
			hint, theFirst(items[at].Name))
	}
}

// asUnwritten are values that say what holds without them too.
var asUnwritten = map[string]string{"count": "1", "times": "1", "fte": "100%", "share": "100%"}

// entryOf writes all that an element says, but for its ids, so that two that say the same
// are equal: the order of the keys, case and blanks do not count.
func entryOf(n source.Node) string {
	switch n.Kind() {
	case source.Scalar:
		return wording(n.Text())
	case source.Sequence:
		var items []string
		for _, x := range n.Items() {
			items = append(items, entryOf(x))
		}
		return "[" + strings.Join(items, "\x00") + "]"
	case source.Mapping:
		var keys []string
		for k, v := range n.Pairs() {
			if said := entryOf(v); k.Text() != "id" && asUnwritten[k.Text()] != said {
				keys = append(keys, k.Text()+": "+said)
			}
		}
		slices.Sort(keys)
		return "{" + strings.Join(keys, "\x00") + "}"
	}
	return ""
}

// entry is a text as two that say the same are equal: references to words are written out.
func (c *Context) entry(text source.At[string]) string {
	return wording(c.writeOut(Text{Prose: text}).read)
}
