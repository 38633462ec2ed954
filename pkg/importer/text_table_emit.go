package importer

import (
	"strconv"
	"strings"
)

// tableList writes the tables below a paragraph.
func (d *draft) tableList(tables []*textTable) *list {
	l := &list{}
	for _, t := range tables {
		if t.dropped {
			continue
		}
		g := &group{}
		g.set("id", d.tableIDs.of(t.label, "table"))
		g.set("label", shortProse(t.label))
		g.set("head", shortProse(t.head))
		columns, ids := t.columnList()
		g.set("columns", columns)
		g.set("rows", t.rowList(ids))
		g.set("notes", d.items(t.notes, "note"))
		l.add(g, asked(t.marks)...)
	}
	return l
}

func (t *textTable) columnList() (*list, []string) {
	l, used, out := &list{}, map[string]bool{}, []string{}
	for i, c := range t.columns {
		id := lineID(c.label)
		if isYear(c.label) && !strings.ContainsAny(c.label, "-–/ ") {
			id = c.label
		}
		if id == "" {
			id = "column-" + strconv.Itoa(i+1)
		}
		id = unique(id, used)
		out = append(out, id)
		g := &group{}
		g.set("id", plain(id))
		if c.label != id {
			g.set("label", shortProse(c.label))
		}
		l.add(g)
	}
	return l, out
}

func (t *textTable) rowList(columns []string) *list {
	l, space, ids := &list{}, ids{}, []plain{}
	for i := range t.rows {
		r := &t.rows[i]
		g, values, texts := &group{}, &group{}, &group{}
		ids = append(ids, space.of(r.label, "row"))
		g.set("id", ids[i])
		g.set("label", shortProse(r.label))
		for c, text := range r.cells {
			switch {
			case text == "" && len(r.sum) > 0 && t.columns[c].numeric:
				values.set(columns[c], plain("blank"))
			case text == "":
			case !t.columns[c].numeric:
				texts.set(columns[c], shortProse(text))
			case len(r.sum) > 0:
			case text == "–":
				values.set(columns[c], plain("nil"))
			default:
				values.set(columns[c], plain(strings.Replace(strings.ReplaceAll(text, ",", ""), "minus ", "-", 1)))
			}
		}
		g.set("values", values)
		g.set("texts", texts)
		sum := &list{short: true}
		for _, at := range r.sum {
			sum.items = append(sum.items, item{value: ids[at]})
		}
		g.set("sum", sum)
		l.add(g)
	}
	return l
}
