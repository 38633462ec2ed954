package merge

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/source"
)

// item writes a new item in the form that the others of its list have.
func (e *editor) item(list source.Node, fields []field) string {
	like := list.At(0)
	if like.Kind() != source.Mapping {
		return e.bare(list, textOf(fields))
	}
	all := slices.Clone(fields)
	if at := slices.IndexFunc(fields, func(f field) bool { return f.key == "id" }); at >= 0 {
		all = slices.Insert(slices.Delete(all, at, at+1), 0, fields[at])
	} else if !like.Get("id").IsZero() {
		all = slices.Insert(all, 0, field{key: "id", text: e.fresh(textOf(fields)), raw: true})
	}
	if list.IsFlow() || like.IsFlow() {
		parts := make([]string, len(all))
		for i, f := range all {
			parts[i] = f.key + ": " + e.flowValue(f)
		}
		text := "{" + strings.Join(parts, ", ") + "}"
		if list.IsFlow() {
			return text
		}
		return strings.Repeat(" ", e.dash(list)) + "- " + text + "\n"
	}
	indent := e.dash(list)
	var b strings.Builder
	for i, f := range all {
		lead := strings.Repeat(" ", indent) + "- "
		if i > 0 {
			lead = strings.Repeat(" ", indent+2)
		}
		b.WriteString(lead + f.key + ": " + e.blockValue(f, indent+4, len(lead)+len(f.key)+2) + "\n")
	}
	return b.String()
}

func (e *editor) flowValue(f field) string {
	if f.raw {
		return f.text
	}
	return format.Quote(f.text)
}

func (e *editor) blockValue(f field, indent, used int) string {
	if f.raw {
		return f.text
	}
	return written(f.text, indent, used)
}

func (e *editor) bare(list source.Node, text string) string {
	if list.IsFlow() {
		return format.Quote(text)
	}
	indent := e.dash(list)
	return strings.Repeat(" ", indent) + "- " + written(text, indent+2, indent+2) + "\n"
}

func textOf(fields []field) string {
	for _, f := range fields {
		if f.key == "text" || f.key == "label" || f.key == "" {
			return f.text
		}
	}
	return ""
}

// fresh makes an id of the words of a text that nothing in the plan has.
func (e *editor) fresh(text string) string {
	if e.taken == nil {
		e.taken = map[string]bool{}
		e.gatherIDs(e.tree.root)
	}
	var words []string
	for _, w := range strings.FieldsFunc(strings.ToLower(ascii(text)), func(r rune) bool { return r < 'a' || r > 'z' }) {
		if len(w) > 3 && !slices.Contains(idle, w) {
			words = append(words, w)
		}
	}
	if len(words) == 0 {
		words = []string{"item"}
	}
	id := strings.Join(words[:min(2, len(words))], "-")
	for n := 2; e.taken[id]; n++ {
		id = strings.Join(words[:min(2, len(words))], "-") + "-" + strconv.Itoa(n)
	}
	e.taken[id] = true
	return id
}

// idle are words that say little of what a text is about.
var idle = strings.Fields("that this with from have been will their which states parties party convention support work unit into such under upon including")

func (e *editor) gatherIDs(n source.Node) {
	for _, item := range n.Items() {
		e.gatherIDs(item)
	}
	for k, v := range n.Pairs() {
		if k.Text() == "id" {
			e.taken[v.Text()] = true
		}
		e.gatherIDs(v)
	}
}

// ascii writes letters without their accents, and drops what is none.
func ascii(s string) string {
	return strings.Map(func(r rune) rune {
		if r > 126 {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}
