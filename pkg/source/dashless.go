package source

import (
	"fmt"

	"gopkg.in/yaml.v3"
)

// splitItems finds items of a list that lack their dash, so that YAML takes them for more
// keys of the item above: the item's first key stands in it once more. They become items
// of their own, and nothing is said of what follows from the mistake.
func (v *vetter) splitItems(n Node) {
	if n.Kind() != Sequence || n.IsFlow() {
		return
	}
	for i := 0; i < len(n.yaml.Content); i++ {
		item := n.yaml.Content[i]
		at := repeated(item)
		if at == 0 {
			continue
		}
		key := Node{v.file, item.Content[at]}
		v.add(Problem{Code: DuplicateKey, Span: key.Span(),
			Message: "a new item of the list begins here, but its dash is missing",
			Hint:    fmt.Sprintf("write \"- %s\", the dash in the column of the dash in line %d; or keep one of the two `%s`", short(v.file.Line(key.Start().Line)), item.Line, key.Text()),
			Other:   Node{v.file, item.Content[0]}.Span(), OtherNote: "the item above begins here"})
		rest := &tree{Kind: yaml.MappingNode, Style: item.Style, Content: item.Content[at:],
			Line: item.Content[at].Line, Column: item.Content[at].Column}
		item.Content = item.Content[:at:at]
		n.yaml.Content = append(n.yaml.Content[:i+1], append([]*tree{rest}, n.yaml.Content[i+1:]...)...)
	}
}

// joinItems finds a dash before keys that go on with the item above: that has an id and
// hardly more, these have none, and all other items have one.
func (v *vetter) joinItems(n Node) {
	if n.Kind() != Sequence || n.IsFlow() {
		return
	}
	for i := 1; i < len(n.yaml.Content); i++ {
		above, item := n.yaml.Content[i-1], n.yaml.Content[i]
		if !isBlockGroup(above) || !isBlockGroup(item) || !goesOn(above, item) || !othersHaveID(n, i) {
			continue
		}
		key := Node{v.file, item.Content[0]}
		v.add(Problem{Code: Syntax, Span: key.Span(),
			Message: fmt.Sprintf("the dash before `%s` begins a new item, but the keys of the item above go on here", key.Text()),
			Hint:    "write two blanks in place of the dash and its blank",
			Other:   Node{v.file, above.Content[0]}.Span(), OtherNote: "the item above begins here"})
		above.Content = append(above.Content, item.Content...)
		n.yaml.Content = append(n.yaml.Content[:i], n.yaml.Content[i+1:]...)
		i--
	}
}

func isBlockGroup(n *tree) bool {
	return n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 && len(n.Content) > 0
}

// goesOn reports a group without an id that has no key of the one above, which has one.
func goesOn(above, item *tree) bool {
	if above.Content[0].Value != "id" {
		return false
	}
	for i := 0; i < len(item.Content); i += 2 {
		for j := 0; j < len(above.Content); j += 2 {
			if item.Content[i].Value == above.Content[j].Value {
				return false
			}
		}
	}
	return true
}

// othersHaveID reports whether all items of a list but one begin with an id.
func othersHaveID(n Node, but int) bool {
	for i, item := range n.yaml.Content {
		if i != but && (item.Kind != yaml.MappingNode || len(item.Content) == 0 || item.Content[0].Value != "id") {
			return false
		}
	}
	return true
}

// repeated returns where the first key of a group stands in it again, with another value
// and more keys behind it; 0 where it does not.
func repeated(item *tree) int {
	if item.Kind != yaml.MappingNode || item.Style&yaml.FlowStyle != 0 || len(item.Content) == 0 {
		return 0
	}
	first := item.Content[0]
	for i := 2; i+3 < len(item.Content); i += 2 {
		if k := item.Content[i]; k.Kind == yaml.ScalarNode && first.Kind == yaml.ScalarNode && k.Value == first.Value && item.Content[i+1].Value != item.Content[1].Value {
			return i
		}
	}
	return 0
}
