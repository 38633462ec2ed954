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
type pair struct {
	key, value source.Node
	index      int // among the keys of the group
}

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
	emptied := emptied{of: map[string]emptyGroup{}}
	for i := 0; i < len(strangers); i++ {
		key, value := strangers[i].key, strangers[i].value
		if group, of := emptied.above(n, strangers[i], shape); of != nil {
			if !outdented[group.Text()] {
				r.Report(UnknownKey, key, fmt.Sprintf("`%s` is a key of %s, but it stands beside `%s`, not below it", key.Text(), of.Name, group.Text()),
					"indent it, and all that belongs to `"+group.Text()+"`, by two blanks more")
			}
			outdented[group.Text()] = true
			continue
		}
		if cut, is := cutByComma(n, strangers[i].index); is {
			i += cut.keys - 1
			r.cutByComma(cut)
			continue
		}
		if value.IsNull() && digitsOnly().MatchString(key.Text()) {
			r.thousands(key)
			continue
		}
		if r.IsFull(UnknownKey) {
			r.Count(UnknownKey, 1)
			continue
		}
		names := shape.keys()
		f := diag.Finding{Rule: UnknownKey, Span: key.Span(),
			Message: fmt.Sprintf("`%s` is not a key of %s", key.Text(), shape.Name), Hint: diag.DidYouMean(key.Text(), names)}
		near := diag.Suggest(key.Text(), names)
		if meant := shape.tried.meant(key.Text()); meant != "" && seen&(1<<slices.Index(names, meant)) == 0 {
			near, f.Hint = meant, "did you mean `"+meant+"`?"
		}
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

// emptyGroup is a key that was left empty, and what it holds.
type emptyGroup struct {
	key source.Node
	of  *Shape
}

// emptied is what the keys of a group that were left empty have below them: for each such
// key the last group that has it.
type emptied struct {
	of   map[string]emptyGroup
	seen int // keys of the group that were looked at
}

// above returns the key above an unknown one, and what it holds, where that was left
// empty and has the unknown key. Unknown keys are asked for in their order.
func (e *emptied) above(n source.Node, stranger pair, shape *Shape) (source.Node, *Shape) {
	for ; e.seen < stranger.index; e.seen++ {
		k, v := n.Pair(e.seen)
		if !v.IsNull() {
			continue
		}
		for i := range shape.Keys {
			if shape.Keys[i].Key == k.Text() {
				child := shape.Keys[i].Shape.Itself()
				for _, key := range child.keys() {
					e.of[key] = emptyGroup{k, child}
				}
			}
		}
	}
	found := e.of[stranger.key.Text()]
	return found.key, found.of
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

// cutByComma recognizes a key in braces without a colon: text behind a comma. The key is
// given by its index in the group.
func cutByComma(n source.Node, index int) (cut, bool) {
	if !n.IsFlow() || index == 0 {
		return cut{}, false
	}
	_, before := n.Pair(index - 1)
	key, _ := n.Pair(index)
	c := cut{value: before, from: key}
	if !before.IsPlain() || before.IsNull() {
		return c, false
	}
	for ; index < n.Len(); index++ {
		k, v := n.Pair(index)
		if !v.IsNull() || v.Span().Text() != "" || isColonBehind(k) {
			break
		}
		c.last, c.keys = k, c.keys+1
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
	if r.cut == nil {
		r.cut = map[source.Node]bool{}
	}
	r.cut[c.value] = true
	r.Report(BadNumber, c.from, fmt.Sprintf("the digits %s stand behind a comma, which ends a value here: of %s only %s is left",
		c.from.Text(), clip(whole), c.value.Text()), hint+"; the document puts thousands separators in")
	return true
}

var behindComma = pattern.Lazy(`^[0-9]+(?:\.[0-9]+)?$`)

// cutAmount reports an amount by column that a comma ended, as in {2025: 1,234}: what
// stands behind the comma would be a column. It returns how many such keys there are.
func (r *Reader) cutAmount(n source.Node, index int) int {
	key, value := n.Pair(index)
	if !value.IsNull() || !behindComma().MatchString(key.Text()) {
		return 0
	}
	c, is := cutByComma(n, index)
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

// listHint says how a value is written as a list of items of a shape.
func listHint(n source.Node, of *Shape) string {
	of = of.Itself()
	items := strings.ReplaceAll(strings.Trim(n.Text(), "[] "), " + ", ", ")
	switch {
	case n.Kind() == source.Scalar && isNothing(items):
		return "where there is none, delete the key"
	case n.Kind() == source.Scalar && len(of.Keys) > 0:
		return "write each of them below it, such as \"- " + of.sample() + "\""
	case n.Kind() == source.Scalar && shortItems().MatchString(items):
		return "write it in brackets: [" + items + "]"
	case n.Kind() == source.Mapping && len(of.Keys) == 0:
		return "write " + of.Name + " alone, without a key, or several in brackets: [" + of.sampleItem() + ", …]"
	case n.Kind() == source.Mapping && !of.hasKeyOf(n):
		return "write each of them below it, such as \"- " + of.sample() + "\""
	case n.Kind() == source.Mapping && n.IsFlow():
		return "if it is the one item of the list, write it on the next line after \"- \""
	}
	return "write its items below it, each after \"- \""
}

// shortItems are ids and paths with commas between them.
var shortItems = pattern.Lazy(`^[a-z0-9][a-z0-9_/-]*(, ?[a-z0-9][a-z0-9_/-]*)*$`)

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
