package importer

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/language"
)

// tree writes the table of posts.
func (s *staffing) tree(f *frame) *group {
	g := &group{}
	if s.count != cost.HeadsOnly {
		g.set("count", plain(s.count))
	}
	if s.before {
		g.set("before", plain("true"))
	}
	counted := language.Entry(f.language.Words, "staffing_"+s.count)
	if title := language.Entry(f.language.Words, "staffing_title"); s.of.caption != "" && !s.of.book && !same(s.of.caption, title+" ("+counted+")") {
		g.set("label", shortProse(s.of.caption))
	}
	g.set("categories", s.categories(f))
	posts := &list{}
	used := map[string]bool{}
	for _, l := range s.lines {
		switch {
		case l.group:
			for _, grade := range l.lines {
				posts.add(s.post("grade", grade.label, grade))
			}
		case gradeForm().MatchString(l.label):
			posts.add(s.post("grade", l.label, l))
		default:
			posts.add(s.post("category", categoryID(l, used), l))
			continue
		}
		categoryID(l, used)
	}
	for _, l := range s.others {
		m := paidForm().FindStringSubmatch(l.label)
		post := s.post("grade", m[1], l)
		post.set("paid_by", shortProse(m[2]))
		posts.add(post)
	}
	g.set("posts", posts)
	if label := s.total.label; !same(label, f.total) {
		g.set("total", shortProse(label))
	}
	return g
}

// categoryID is the id of a category, made of the words of its label.
func categoryID(l *draftLine, used map[string]bool) string {
	id := lineID(l.label)
	for _, known := range []string{"professional", "general-service"} {
		if strings.Contains(strings.ToLower(l.label), strings.ReplaceAll(known, "-", " ")) && !used[known] {
			id = known
		}
	}
	if id == "" || id == "total" || id == "others" || id == "all" {
		id = "category"
	}
	return unique(id, used)
}

// categories writes the groups of grades, where they are not those that the plan has by itself.
func (s *staffing) categories(f *frame) *list {
	l, used, own := &list{}, map[string]bool{}, false
	for _, c := range s.lines {
		if !c.group && gradeForm().MatchString(c.label) {
			continue
		}
		id := categoryID(c, used)
		g := &group{}
		g.set("id", plain(id))
		g.set("label", shortProse(c.label))
		if c.subtotal != "" && c.subtotal != c.label {
			g.set("subtotal", shortProse(c.subtotal))
		}
		grades := &list{}
		for _, grade := range c.lines {
			if notes := s.footnotes(grade); len(grade.footnotes)+len(grade.noted) > 0 {
				noted := &group{}
				noted.set("grade", shortProse(grade.label))
				noted.set("footnote", notes)
				grades.add(noted)
				own = true
				continue
			}
			grades.add(shortProse(grade.label))
		}
		g.set("grades", grades)
		g.set("footnote", s.footnotes(c))
		l.add(g)
		word := map[string]string{"professional": "staffing_professional", "general-service": "staffing_general"}[id]
		own = own || !c.group || len(c.footnotes)+len(c.noted) > 0 || c.subtotal != "" && !same(c.subtotal, c.label) || word == "" || !same(c.label, language.Entry(f.language.Words, word))
	}
	if !own {
		return nil
	}
	return l
}

// post writes posts of no cost line.
func (s *staffing) post(key, name string, l *draftLine) *group {
	g := &group{}
	g.set(key, shortProse(name))
	columns := ofKind(s.columns, ofAmounts)
	counts, one, even := &group{}, "", true
	for i, c := range columns {
		v, _ := s.figure(l.amounts[c])
		counts.set(c.id, plain(written(v)))
		if i == 0 {
			one = written(v)
		}
		even = even && one == written(v)
	}
	if even {
		g.set("count", plain(one))
	} else {
		g.set("count", counts)
	}
	return g
}
