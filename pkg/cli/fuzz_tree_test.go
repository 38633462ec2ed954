package cli

import (
	"encoding/json"
	"strings"

	"github.com/isuplan/isuplan/pkg/source"
)

// tree is a plan that can be changed in its structure and written again.
type tree struct {
	kind  source.Kind
	text  string // of a scalar, as it stands in a file
	keys  []string
	parts []*tree // values of keys, or items
}

func treeOf(n source.Node) *tree {
	t := &tree{kind: n.Kind()}
	if t.kind == source.Scalar {
		t.text = scalarText(n)
	}
	for _, item := range n.Items() {
		t.parts = append(t.parts, treeOf(item))
	}
	for k, v := range n.Pairs() {
		t.keys = append(t.keys, scalarText(k))
		t.parts = append(t.parts, treeOf(v))
	}
	return t
}

// scalarText returns a scalar as it was written, in quotes where that took several lines or
// means something else between brackets.
func scalarText(n source.Node) string {
	raw := n.Span().Text()
	if raw == "" || strings.ContainsAny(raw, "\n,[]{}#:&*!|>%@`\"'") {
		quoted, _ := json.Marshal(n.Text())
		return string(quoted)
	}
	return raw
}

// odd is what a value is replaced with.
var odd = []string{
	"", "~", "[]", "{}", "[a, [b], {c: d}]", "{a: {b: []}}", "true", "-1", "0", "1e9", "0.000001", "99999999999999999999999999999999", ".5", "0x10", "1_000",
	`""`, `"a\nb"`, `"\u200b"`, `"\u202e1.2"`, `"a\u00ad b"`, "2018-02-30", "2018-12-31", "9999-12-31", "'it''s'", "!!str 12", "&a x", "*a", `"${budget.total}"`, `"${a.b"`, `"*bold* _it_ [x](y)"`,
	`"12 months of 3.5% are CHF 1,000"`, `"a: b # c"`, `"1. Text"`, `"# x"`, `"- x"`, `"| a | b |"`, `"u\u0308 \u6f22\u5b57 \u0627\u0644"`, `"<b>&amp;\\"`, `"` + strings.Repeat("long ", 99) + `"`, `"` + strings.Repeat("x", 300) + `"`,
	"CHF", "XXX", "EUR", "100", "2018", `"::error::"`, `"12"`, `" a  b "`, "12.1.2", "- a", "? a", "\"\\uFEFF\"", "1\u00a0000",
}

// all returns a tree and what is below it.
func (t *tree) all(list []*tree) []*tree {
	list = append(list, t)
	for _, p := range t.parts {
		list = p.all(list)
	}
	return list
}

// change makes one change of the structure: which one, three bytes say.
func (t *tree) change(op, where, what byte) {
	nodes := t.all(nil)
	n := nodes[(int(where)*257+int(what))%len(nodes)]
	other := nodes[(int(what)*263+int(where))%len(nodes)]
	switch i := int(what); op % 12 {
	case 0: // another value
		*n = tree{kind: source.Scalar, text: odd[i%len(odd)]}
	case 1: // drop a part
		if len(n.parts) > 0 {
			i %= len(n.parts)
			n.parts = append(n.parts[:i:i], n.parts[i+1:]...)
			if n.kind == source.Mapping {
				n.keys = append(n.keys[:i:i], n.keys[i+1:]...)
			}
		}
	case 2: // repeat a part
		if len(n.parts) > 0 {
			n.parts = append(n.parts, n.parts[i%len(n.parts)].copy())
			if n.kind == source.Mapping {
				n.keys = append(n.keys, n.keys[i%len(n.keys)]+[]string{"", "2"}[i/128])
			}
		}
	case 3: // two in each other's place
		a, b := other.copy(), n.copy()
		*n, *other = *a, *b
	case 4: // a copy of another
		*n = *other.copy()
	case 5: // in a list
		*n = tree{kind: source.Sequence, parts: []*tree{n.copy()}}
	case 6: // under a key
		*n = tree{kind: source.Mapping, keys: []string{[]string{"id", "value", "text", "stated", "note", "percent"}[i%6]}, parts: []*tree{n.copy()}}
	case 7: // a key of another name
		if n.kind == source.Mapping && len(n.keys) > 0 {
			n.keys[i%len(n.keys)] = []string{"id", "x", "label", "stated", "fixed", `"a b"`, "~", "lines"}[int(where)%8]
		}
	case 9, 10, 11: // a text with something odd in it, or behind it
		var was, more string
		if json.Unmarshal([]byte(n.text), &was) != nil || json.Unmarshal([]byte(odd[i%len(odd)]), &more) != nil {
			return
		}
		at := len(was)
		if j := strings.IndexByte(was, ' '); op%12 == 9 && j >= 0 {
			at = j
		}
		quoted, _ := json.Marshal(was[:at] + []string{" ", "", ". ", "\n"}[int(where)%4] + more + was[at:])
		n.text = string(quoted)
	case 8: // other digits
		if n.kind == source.Scalar {
			n.text = strings.Map(func(r rune) rune {
				if r >= '0' && r <= '9' {
					return '0' + (r-'0'+rune(i))%10
				}
				return r
			}, n.text)
		}
	}
}

func (t *tree) copy() *tree {
	c := *t
	c.keys, c.parts = append([]string(nil), t.keys...), nil
	for _, p := range t.parts {
		c.parts = append(c.parts, p.copy())
	}
	return &c
}

// flow writes a tree between brackets.
func (t *tree) flow(b *strings.Builder) {
	switch t.kind {
	case source.Mapping, source.Sequence:
		ends := "[]"
		if t.kind == source.Mapping {
			ends = "{}"
		}
		b.WriteByte(ends[0])
		for i, p := range t.parts {
			if i > 0 {
				b.WriteString(", ")
			}
			if t.kind == source.Mapping {
				b.WriteString(t.keys[i] + ": ")
			}
			p.flow(b)
		}
		b.WriteByte(ends[1])
	default:
		b.WriteString(t.text)
	}
}

// block writes a tree on lines, as people do.
func (t *tree) block(b *strings.Builder, indent string) {
	if len(t.parts) == 0 {
		b.WriteByte(' ')
		t.flow(b)
		b.WriteByte('\n')
		return
	}
	b.WriteByte('\n')
	for i, p := range t.parts {
		if t.kind == source.Mapping {
			b.WriteString(indent + t.keys[i] + ":")
		} else {
			b.WriteString(indent + "-")
		}
		p.block(b, indent+"  ")
	}
}

// changed returns a plan after some changes of its structure, in one of two ways of writing.
// One that cannot be parsed stays as it is.
func changed(text, changes []byte) []byte {
	if len(changes) == 0 {
		return text
	}
	n, problems := source.Parse(source.NewFile("plan.yaml", text))
	if len(problems) > 0 {
		return text
	}
	t := treeOf(n)
	const most = 12
	for c := changes[1:]; len(c) >= 3 && len(changes)-len(c) <= 3*most; c = c[3:] {
		t.change(c[0], c[1], c[2])
	}
	if len(t.all(nil)) > 20_000 {
		return text
	}
	var b strings.Builder
	if changes[0]%2 == 0 {
		t.block(&b, "")
		return []byte(strings.TrimPrefix(b.String(), "\n"))
	}
	t.flow(&b)
	return []byte(b.String() + "\n")
}
