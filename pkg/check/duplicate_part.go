package check

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// Parts of a line that stand twice: posts and unit items that differ in nothing but their id.

func (c *Context) repeatedParts(line *budget.Line) {
	for k := range line.AllCosts() {
		switch k := k.(type) {
		case *cost.Posts:
			c.repeatedPosts(line, k.Posts)
		case *cost.Units:
			c.repeatedItems(line, k.Items)
		case *cost.Parts:
			c.repeatedShares(line, k)
		}
	}
}

func (c *Context) repeatedPosts(line *budget.Line, posts []cost.Post) {
	for first, p := range repeated(posts, func(p *cost.Post) source.Node { return p.Node }) {
		hint := "take one of the two out; if there are several such posts, write one and say in its `count` how many"
		if !p.Count.IsWritten() {
			hint = "take one of the two out; if there are two such posts, write one with `count: 2`"
		}
		c.Report("budget/"+line.ID.Value, p.Title.Span(),
			fmt.Sprintf("the post “%s” stands twice in “%s”, as `%s` and as `%s`, the same in all else", c.label(p.Title), c.label(line.Label), first.ID.Value, p.ID.Value),
			hint, theFirst(first.Title))
	}
}

func (c *Context) repeatedItems(line *budget.Line, items []cost.Item) {
	for first, x := range repeated(items, func(x *cost.Item) source.Node { return x.Node }) {
		hint := "take one of the two out; if both are meant, write one with the quantities of both"
		if n := x.Quantity.All; n.IsSet() {
			hint = fmt.Sprintf("take one of the two out; if both are meant, write one with `quantity: %s`", n.Value.Mul(money.New(2)))
		}
		c.Report("budget/"+line.ID.Value, x.Name.Span(),
			fmt.Sprintf("the item “%s” stands twice in “%s”, as `%s` and as `%s`, with the same quantity and cost", c.label(x.Name), c.label(line.Label), first.ID.Value, x.ID.Value),
			hint, theFirst(first.Name))
	}
}

func (c *Context) repeatedShares(line *budget.Line, parts *cost.Parts) {
	for _, p := range repeated(parts.List, func(p *cost.Part) source.Node { return p.Node }) {
		c.Report("budget/"+line.ID.Value, p.Span(), fmt.Sprintf("a part of “%s” stands twice, the same in all", c.label(line.Label)),
			"take one of the two out; if both are meant, write one with the amounts of both")
	}
}

// asUnwritten are values that say what holds without them too.
var asUnwritten = map[string]string{"count": "1", "times": "1", "fte": "100%", "share": "100%"}

// repeated goes over what says the same as something before it in a list, but for its id:
// the first of them, and the one that says it again.
func repeated[T any](list []T, node func(*T) source.Node) iter.Seq2[*T, *T] {
	return func(yield func(*T, *T) bool) {
		seen := map[string]*T{}
		for i := range list {
			x := &list[i]
			key := entryOf(node(x))
			switch first := seen[key]; {
			case first == nil:
				seen[key] = x
			case !yield(first, x):
				return
			}
		}
	}
}

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
