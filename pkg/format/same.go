package format

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// same reports whether a file means what a plan means: the same values under the same
// keys, and all of its comments where they belong.
func same(root source.Node, shape *schema.Shape, form *source.File) bool {
	again, problems := source.Parse(form)
	if len(problems) > 0 || !equal(root, again) {
		return false
	}
	if !bytes.Contains(root.File().Bytes, mark) && !bytes.Contains(form.Bytes, mark) {
		return true
	}
	return slices.Equal(comments(root), comments(again)) && slices.Equal(owners(root, shape), owners(again, shape))
}

// mark is what a comment begins with.
var mark = []byte("#")

func equal(a, b source.Node) bool {
	if a.Kind() != b.Kind() || a.Len() != b.Len() {
		return false
	}
	switch a.Kind() {
	case source.Scalar:
		return a.Text() == b.Text() && a.IsNull() == b.IsNull() && (!changesMeaning(a) || a.IsPlain() == b.IsPlain())
	case source.Sequence:
		var others []source.Node
		for _, item := range b.Items() {
			others = append(others, item)
		}
		for i, item := range a.Items() {
			if !equal(item, others[i]) {
				return false
			}
		}
	case source.Mapping:
		for key, value := range a.Pairs() {
			if other := b.Get(key.Text()); other.IsZero() || !equal(value, other) {
				return false
			}
		}
	}
	return true
}

// number finds what YAML reads as a number or a date: one word, or a day with an hour. A
// no-break space makes a text of it, as other words do.
var number = pattern.Lazy(`^[-+.\d][^\s\pZ]*$|^\d{4}-\d\d?-\d\d?[ \t]+[-+ \t\d:.Z]*$`)

// changesMeaning reports values that would become texts in quotes: numbers, dates, true
// and false.
func changesMeaning(n source.Node) bool {
	t := n.Text()
	return t == "" || number().MatchString(t) || reserved().MatchString(t)
}

// owners returns the comments of a file, each behind the path of the key or the item that it
// belongs to, sorted. The first key of an item stands for the item:
// what is above it is above the dash.
func owners(root source.Node, shape *schema.Shape) []string {
	n := gather(root)
	var list []string
	add := func(path string, comments ...string) {
		for _, c := range comments {
			if c != "" {
				list = append(list, path+" "+c)
			}
		}
	}
	var see func(x source.Node, shape *schema.Shape, path, item string)
	see = func(x source.Node, shape *schema.Shape, path, item string) {
		for i, p := range pairs(x, shape) {
			key := path + "/" + p.key.Text()
			own, owner := n.take(p.key), key
			if i == 0 && item != "" {
				owner = item
			}
			add(owner, slices.Concat(own.lead, own.foot, []string{own.trail})...)
			see(p.value, inside(shape, p.key.Text()), key, "")
		}
		for i, x := range x.Items() {
			item := path + "/" + strconv.Itoa(i)
			own := n.take(x)
			add(item, slices.Concat(own.lead, own.foot, []string{own.trail})...)
			see(x, itemShape(shape), item, item)
		}
	}
	see(root, shape.Itself(), "", "")
	add("", slices.Concat(n.first, n.last)...)
	slices.Sort(list)
	return list
}

// comments returns the comments of a file, sorted.
func comments(root source.Node) []string {
	var list []string
	for _, c := range source.Comments(root, "") {
		list = append(list, strings.TrimSpace(c.Text))
	}
	slices.Sort(list)
	return list
}
