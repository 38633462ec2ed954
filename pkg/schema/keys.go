package schema

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/source"
)

var digitsOnly = pattern.Lazy(`^[0-9]{3}$`)

// keys returns the names of a group's keys.
func (s *Shape) keys() []string {
	names := make([]string, len(s.Keys))
	for i, k := range s.Keys {
		names[i] = k.Key
	}
	return names
}

// pair is a key of a group and its value.
type pair struct{ key, value source.Node }

// meant is a value that stands under a misspelt key: the slot of the key that is meant.
type meant struct {
	slot  int
	value source.Node
}

// unknownKeys reports keys that a group does not have. It returns the values whose keys
// are near one that is missing, so that nothing more is said of what follows from that.
func (r *Reader) unknownKeys(n source.Node, strangers []pair, shape *Shape, seen uint64) []meant {
	var known []meant
	outdented := map[string]bool{} // groups of which a key stood too far left
	for i := 0; i < len(strangers); i++ {
		key, value := strangers[i].key, strangers[i].value
		if group, of := emptyGroup(n, key, shape); of != nil {
			if !outdented[group.Text()] {
				r.Report(UnknownKey, key, fmt.Sprintf("`%s` is a key of %s, but it stands beside `%s`, not below it", key.Text(), of.Name, group.Text()),
					"indent it, and all that belongs to `"+group.Text()+"`, by two blanks more")
			}
			outdented[group.Text()] = true
			continue
		}
		if cut, is := cutByComma(n, key); is {
			i += cut.keys - 1
			r.cutByComma(cut)
			continue
		}
		if value.IsNull() && digitsOnly().MatchString(key.Text()) {
			r.thousands(key)
			continue
		}
		names := shape.keys()
		f := diag.Finding{Rule: UnknownKey, Span: key.Span(),
			Message: fmt.Sprintf("`%s` is not a key of %s", key.Text(), shape.Name), Hint: diag.DidYouMean(key.Text(), names)}
		near := diag.Suggest(key.Text(), names)
		if slot := slices.Index(names, near); slot >= 0 && seen&(1<<slot) == 0 {
			seen |= 1 << slot
			known = append(known, meant{slot, value})
			if diag.IsSameWord(key.Text(), near) {
				f.Fix = []diag.Edit{{Span: key.Span(), Text: near}}
			}
		}
		r.Add(f)
	}
	return known
}

// emptyGroup returns the key above an unknown one, and what it holds, where that was left
// empty and has the unknown key.
func emptyGroup(n, key source.Node, shape *Shape) (source.Node, *Shape) {
	var group source.Node
	var of *Shape
	for k, v := range n.Pairs() {
		if k == key {
			return group, of
		}
		for i := range shape.Keys {
			child := shape.Keys[i].Shape.Itself()
			if shape.Keys[i].Key == k.Text() && v.IsNull() && slices.Contains(child.keys(), key.Text()) {
				group, of = k, child
			}
		}
	}
	return source.Node{}, nil
}

// cut is a value in braces that a comma ended, and what stands behind the comma: to YAML
// a key, or several.
type cut struct {
	value source.Node
	from  source.Node // the first of the keys
	last  source.Node
	keys  int
}

// whole is the value as it was meant, with its commas.
func (c *cut) whole() source.Span {
	from, to := c.value.Span(), c.last.Span()
	return source.Span{File: from.File, Start: from.Start, End: to.End}
}

// cutByComma recognizes a key in braces without a colon: text behind a comma.
func cutByComma(n, key source.Node) (cut, bool) {
	c := cut{from: key}
	if !n.IsFlow() {
		return c, false
	}
	before := source.Node{}
	for k, v := range n.Pairs() {
		bare := v.IsNull() && v.Span().Text() == "" && !isColonBehind(k)
		switch {
		case c.keys > 0 && !bare:
			return c, true
		case c.keys > 0 || k == key && bare && before.IsPlain() && !before.IsNull():
			c.value, c.last, c.keys = before, k, c.keys+1
		case k == key:
			return c, false
		default:
			before = v
		}
	}
	return c, c.keys > 0
}

// isColonBehind reports a colon right behind a key.
func isColonBehind(key source.Node) bool {
	end := key.Span().End.Offset
	rest := bytes.TrimLeft(key.File().Bytes[end:], " ")
	return bytes.HasPrefix(rest, []byte(":"))
}

func (r *Reader) cutByComma(c cut) {
	if r.cutNumber(c) {
		return
	}
	whole := c.whole()
	r.Add(diag.Finding{Rule: UnknownKey, Span: c.from.Span(),
		Message: fmt.Sprintf("inside { } the comma before this ends the text “%s”", clip(c.value.Text())),
		Hint:    "put the whole text in quotes, or write the keys below one another without { }",
		Fix:     []diag.Edit{{Span: whole, Text: quoted(whole.Text())}}})
}

// thousands reports the digits behind a comma in braces, which ends the amount before it.
func (r *Reader) thousands(digits source.Node) {
	r.Report(BadNumber, digits, fmt.Sprintf("the digits %s stand behind a comma, which ends a value here", digits.Text()),
		"write amounts without thousands separators: 465440; the document puts them in")
}

// cutNumber reports a number that a comma ended; it is false where the text, with what
// stands behind the comma, is no number.
func (r *Reader) cutNumber(c cut) bool {
	if !looksNumeric().MatchString(c.value.Text()) || !behindComma().MatchString(c.from.Text()) {
		return false
	}
	whole := c.whole().Text()
	_, bad := money.Parse(whole)
	if bad == nil || len(bad.Readings) == 0 {
		return false
	}
	hint := "write " + bad.Readings[0]
	if len(bad.Readings) > 1 {
		hint += ", or " + bad.Readings[1] + " if the comma is a decimal point"
	}
	r.ThreeDecimals = slices.DeleteFunc(r.ThreeDecimals, func(n source.Node) bool { return n == c.value }) // said here
	r.Report(BadNumber, c.from, fmt.Sprintf("the digits %s stand behind a comma, which ends a value here: of %s only %s is left",
		c.from.Text(), clip(whole), c.value.Text()), hint+"; the document puts thousands separators in")
	return true
}

var behindComma = pattern.Lazy(`^[0-9]+(?:\.[0-9]+)?$`)

// cutAmount reports an amount by column that a comma ended, as in {2025: 1,234}: what
// stands behind the comma would be a column. It returns how many such keys there are.
func (r *Reader) cutAmount(n, key, value source.Node) int {
	if !value.IsNull() || !behindComma().MatchString(key.Text()) {
		return 0
	}
	c, is := cutByComma(n, key)
	if !is || !r.cutNumber(c) {
		return 0
	}
	return c.keys
}

// quoted puts a text in double quotes.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// empty reports a value that says nothing.
func (r *Reader) empty(n source.Node, name string) {
	at := n.Start()
	if _, behind, is := bytes.Cut(lineFrom(n.File(), at.Offset), []byte(" #")); is || bytes.HasPrefix(lineFrom(n.File(), at.Offset), []byte("#")) {
		r.Report(WrongType, n, fmt.Sprintf("%s is empty: to YAML a comment begins at the #", name), "put the value in quotes if the # belongs to it: \"#"+clip(strings.TrimSpace(string(behind)))+"\"")
		return
	}
	r.Report(WrongType, n, name+" is empty", "fill it in, or delete the key")
}

// lineFrom returns the rest of a line.
func lineFrom(f *source.File, offset int) []byte {
	rest := f.Bytes[offset:]
	if i := bytes.IndexAny(rest, "\r\n"); i >= 0 {
		return rest[:i]
	}
	return rest
}

// listHint says how a value is written as a list.
func listHint(n source.Node) string {
	switch items := strings.Trim(n.Text(), "[] "); {
	case n.Kind() == source.Mapping && n.IsFlow():
		return "if it is the one item of the list, write it on the next line after \"- \""
	case shortItems().MatchString(items):
		return "write it in brackets: [" + items + "]"
	}
	return "write its items below it, each after \"- \""
}

// shortItems are ids and paths with commas between them.
var shortItems = pattern.Lazy(`^[a-z][a-z0-9_/-]*(, ?[a-z][a-z0-9_/-]*)*$`)

// missingKeys reports the required keys that were not seen, all of them in one
// finding at the group's first key.
func (r *Reader) missingKeys(n source.Node, shape *Shape, seen uint64) bool {
	complete := true
	for i, k := range shape.Keys {
		if !k.Required || seen&(1<<i) != 0 {
			continue
		}
		complete = false
		r.Add(diag.Finding{Rule: MissingKey, Span: firstKey(n),
			Message: fmt.Sprintf("%s has no `%s`", shape.Name, k.Key),
			Hint:    fmt.Sprintf("add \"%s: …\": %s", k.Key, k.Doc)})
	}
	return complete
}

func firstKey(n source.Node) source.Span {
	for key := range n.Pairs() {
		return key.Span()
	}
	return n.Span()
}
