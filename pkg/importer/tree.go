package importer

import (
	"strconv"
	"strings"
	"unicode"
)

// group is a group of keys of the plan that is being written, in the order in which they
// were set.
type group struct{ pairs []pair }

// pair is a key and its value: plain, string, list or *group.
type pair struct {
	key   string
	value any
	notes []string // comments above it
}

// plain is a value that is written as it is: a number, a date, an id.
type plain string

// list is a list of the plan: its items are plain, string, or *group.
type list struct {
	items []item
	short bool // of ids, on one line
}

// item is an item of a list.
type item struct {
	value any
	notes []string // comments above it
}

// set adds a key; an empty value is none.
func (g *group) set(key string, value any) {
	switch v := value.(type) {
	case string:
		if v == "" {
			return
		}
	case plain:
		if v == "" {
			return
		}
	case *list:
		if v == nil || len(v.items) == 0 {
			return
		}
	case *group:
		if v == nil || len(v.pairs) == 0 {
			return
		}
	}
	g.pairs = append(g.pairs, pair{key: key, value: value})
}

// note adds comments above the key that was set last.
func (g *group) note(comments ...string) {
	if n := len(g.pairs); n > 0 {
		g.pairs[n-1].notes = append(g.pairs[n-1].notes, comments...)
	}
}

// add adds an item.
func (l *list) add(value any, notes ...string) { l.items = append(l.items, item{value, notes}) }

// write writes a plan. It need not be pretty: the canonical form is made of it.
func (g *group) write() string {
	var b strings.Builder
	g.writeTo(&b, "", "")
	return b.String()
}

// writeTo writes a group; what stands before its first key is given.
func (g *group) writeTo(b *strings.Builder, first, indent string) {
	for i, p := range g.pairs {
		before := indent
		if i == 0 && first != "" {
			comments(b, p.notes, indent[:len(indent)-2])
			before = first
		} else {
			comments(b, p.notes, indent)
		}
		b.WriteString(before + p.key + ":")
		writeValue(b, p.value, indent)
	}
}

func writeValue(b *strings.Builder, value any, indent string) {
	switch v := value.(type) {
	case plain:
		b.WriteString(" " + string(v) + "\n")
	case string:
		b.WriteString(" " + quote(v) + "\n")
	case *group:
		b.WriteString("\n")
		v.writeTo(b, "", indent+"  ")
	case *list:
		v.writeTo(b, indent+"  ")
	}
}

func (l *list) writeTo(b *strings.Builder, indent string) {
	if l.short {
		var all []string
		for _, it := range l.items {
			all = append(all, string(it.value.(plain)))
		}
		b.WriteString(" [" + strings.Join(all, ", ") + "]\n")
		return
	}
	b.WriteString("\n")
	for _, it := range l.items {
		comments(b, it.notes, indent)
		switch v := it.value.(type) {
		case plain:
			b.WriteString(indent + "- " + string(v) + "\n")
		case string:
			b.WriteString(indent + "- " + quote(v) + "\n")
		case *group:
			v.writeTo(b, indent+"- ", indent+"  ")
		}
	}
}

// comments writes comments, each a line.
func comments(b *strings.Builder, notes []string, indent string) {
	for _, n := range notes {
		b.WriteString(indent + "# " + oneLine(n) + "\n")
	}
}

// oneLine makes a text that may come from anywhere one line of printable characters.
func oneLine(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r == '\uFEFF' || unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s)), " ")
}

// quote writes a text between quotation marks, as YAML and JSON have them.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r == '\n' || r == '\t' || r == '\r':
			b.WriteByte(' ')
		case unicode.IsControl(r) || r == '\uFEFF' || r == '\u2028' || r == '\u2029' || r == unicode.ReplacementChar:
			b.WriteString(`\u` + leftPad(strconv.FormatInt(int64(r), 16)))
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func leftPad(hex string) string { return strings.Repeat("0", max(0, 4-len(hex))) + hex }
