package index

import (
	"cmp"
	"strings"

	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Quote is a reference in prose.
type Quote struct {
	Span source.Span // with ${ and }
	Name string      // without them
	Node source.Node // the text that it stands in
}

// mention notes what a value names, and where.
func (x *Index) mention(s *schema.Spot) {
	if !s.ID.IsZero() {
		x.note(s.ID, 0, len(s.ID.Text()), s.Path, Defined)
	}
	if !s.Key.IsZero() && s.Said == nil && s.In != nil && s.In.By.Use == schema.AsReference {
		x.refer(s.Key, s.In.By, s.Path)
	}
	if s.Node.Kind() != source.Scalar {
		return
	}
	switch use := s.Shape.Scalar().Use; {
	case use == schema.AsReference:
		x.refer(s.Node, s.Shape.Scalar(), s.Path)
	case use.IsProse() || use == schema.Undeclared:
		x.quote(s.Node)
	}
}

func (x *Index) note(n source.Node, from, to int, path string, form Form) {
	x.Mentions = append(x.Mentions, Mention{Span: n.Part(from, to), Path: path, Form: form})
}

// refer notes what an id or a path names: of a path each part that names something. A lone id
// is looked for in each of the spaces.
func (x *Index) refer(n source.Node, of *schema.Shape, at string) {
	text := n.Text()
	if spaces := of.Spaces(at); len(spaces) > 0 && !strings.Contains(text, "/") {
		if path := x.bare(spaces, text); path != "" || len(spaces) == 1 {
			x.note(n, 0, len(text), cmp.Or(path, spaces[0]+"/"+text), Referred)
			if len(of.To) > 1 {
				x.Mentions[len(x.Mentions)-1].bare = of
			}
			return
		}
	}
	from := 0
	for from <= len(text) {
		to := len(text)
		if i := strings.IndexByte(text[from:], '/'); i >= 0 {
			to = from + i
		}
		if t := x.things[text[:to]]; t != nil && !t.ID.IsZero() || to == len(text) {
			x.note(n, from, to, text[:to], Referred)
		}
		from = to + 1
	}
}

// bare returns the path of what a lone id names in the spaces of a reference; "" for nothing.
func (x *Index) bare(spaces []string, id string) string {
	for _, space := range spaces {
		if x.things[space+"/"+id] != nil {
			return space + "/" + id
		}
	}
	return ""
}

// quote notes the references of a text.
func (x *Index) quote(n source.Node) {
	if !strings.Contains(n.Text(), "${") {
		return
	}
	segments, _ := refs.Split(n, n.Text())
	for _, s := range segments {
		if !s.IsRef() {
			continue
		}
		x.Quotes = append(x.Quotes, Quote{Span: n.Part(s.From, s.To), Name: s.Name, Node: n})
		x.named(n, s.From+len("${"), s.Name)
	}
}

// named notes what the parts of a name stand for: of budget.salaries.director.months.2018 the
// line, the post and the column.
func (x *Index) named(n source.Node, at int, name string) {
	name = strings.TrimSuffix(name, refs.InWords)
	path := ""
	for i, part := range strings.Split(name, ".") {
		switch {
		case i == 0:
			path = Space(part)
		case x.things[path+"/"+part] != nil:
			path += "/" + part
			x.note(n, at, at+len(part), path, Quoted)
		case x.things[columnOf(path, part)] != nil:
			x.note(n, at, at+len(part), columnOf(path, part), Quoted)
		case x.things[Columns()+"/"+part] != nil && hasColumns(path):
			x.note(n, at, at+len(part), Columns()+"/"+part, Quoted)
		}
		at += len(part) + 1
	}
}

// hasColumns reports a path behind which a name in prose may have a column of the budget:
// budget, or a thing that something is booked on or measured by.
func hasColumns(path string) bool {
	space, id, _ := strings.Cut(path, "/")
	switch space {
	case "budget", "staffing":
		return true
	case "indicators", "funds", "parties", "calendar", "activities", "outputs", "outcomes":
		return id != ""
	}
	return false
}

// columnOf is the path of a column of the table that a row is in: tables/visits/columns/days for
// tables/visits/africa.
func columnOf(row, column string) string {
	table, _ := cutLast(row)
	return table + "/columns/" + column
}

// Columns returns the space of the columns of the budget.
func Columns() string { return schema.Column.Shape().To[0] }

// Space returns the space of names that a name in prose begins with: sources of money share
// that of the lines.
func Space(first string) string {
	switch first {
	case "financing":
		return "budget"
	case "contributions":
		return "budget/contributions"
	}
	return first
}

// QuoteAt returns the reference in prose that an offset is in.
func (x *Index) QuoteAt(offset int) (Quote, bool) {
	for _, q := range x.Quotes {
		if q.Span.Start.Offset <= offset && offset <= q.Span.End.Offset {
			return q, true
		}
	}
	return Quote{}, false
}

// Key returns the value that a name in prose is written at, where the name is a path of keys,
// such as document.meeting.name; the zero node for others.
func (x *Index) Key(name string) source.Node {
	n := x.Root
	for part := range strings.SplitSeq(strings.TrimSuffix(name, refs.InWords), ".") {
		if n = n.Get(part); n.IsZero() {
			return n
		}
	}
	return n
}

func cutLast(path string) (before, last string) {
	i := strings.LastIndexByte(path, '/')
	return path[:max(i, 0)], path[i+1:]
}

func isBelow(path, space string) bool {
	rest, ok := strings.CutPrefix(path, space)
	return ok && (rest == "" || rest[0] == '/')
}
