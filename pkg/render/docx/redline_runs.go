package docx

import (
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/textdiff"
)

// runs merges a paragraph's runs with what they were before, word by word.
func (m *merger) runs(old, now []run) []run {
	a, b := tokens(old), tokens(now)
	var out []run
	i, j := 0, 0
	for _, s := range textdiff.Joined(textdiff.Steps(m.old.keys(a), m.new.keys(b)), func(from, to int) bool { return blankWords(b[from:to]) }) {
		switch {
		case s.Op < 0:
			out = append(out, m.tracked(a[i:i+s.Count], deleted)...)
			i += s.Count
		case s.Op > 0:
			out = append(out, m.tracked(b[j:j+s.Count], inserted)...)
			j += s.Count
		default:
			out = append(out, b[j:j+s.Count]...)
			i, j = i+s.Count, j+s.Count
		}
	}
	return together(out)
}

func blankWords(list []run) bool {
	return !slices.ContainsFunc(list, func(r run) bool { return r.kind != textRun || strings.TrimSpace(r.text) != "" })
}

// tokens cuts runs into words.
func tokens(runs []run) (out []run) {
	for _, r := range runs {
		if r.kind != textRun {
			out = append(out, r)
			continue
		}
		for _, t := range textdiff.Tokens(r.text) {
			w := r
			w.text = t
			out = append(out, w)
		}
	}
	return out
}

// together joins neighbours that differ in their texts only.
func together(words []run) (out []run) {
	for _, w := range words {
		if n := len(out); n > 0 && w.kind == textRun {
			last := w
			last.text = out[n-1].text
			if last == out[n-1] {
				out[n-1].text += w.text
				continue
			}
		}
		out = append(out, w)
	}
	return out
}

// keys says of each word what makes it the same as another: all that is seen of it.
func (b *body) keys(list []run) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = b.key(&list[i])
	}
	return out
}

func (b *body) key(r *run) string {
	var k strings.Builder
	for _, n := range []int{int(r.kind), r.points, r.halves, r.raised, int(r.edit)} {
		k.WriteString(strconv.Itoa(n) + " ")
	}
	for _, on := range []bool{r.bold, r.italic, r.upright, r.joined, r.grey} {
		k.WriteString(strconv.FormatBool(on) + " ")
	}
	k.WriteString(r.style + " " + r.ink + " " + r.spoken + " ")
	if r.link > 0 {
		k.WriteString(b.links[r.link-1])
	}
	if r.chart > 0 {
		c := &b.charts[r.chart-1]
		k.WriteString(strconv.Itoa(c.width) + c.Title.String() + c.Alt)
		k.Write(c.part())
	}
	return k.String() + "|" + r.text
}

// tracked returns runs that are marked; those of the old body bring with them what they
// refer to.
func (m *merger) tracked(runs []run, how track) []run {
	if how == deleted || how == movedAway {
		runs = m.adopted(runs)
	}
	out := slices.Clone(runs)
	for i := range out {
		out[i].track = how
	}
	return out
}

// adopted returns runs of the old body that refer to what the new one has.
func (m *merger) adopted(runs []run) []run {
	out := slices.Clone(runs)
	for i := range out {
		r := &out[i]
		r.link = m.link(r.link)
		if r.chart > 0 {
			r.chart = adopt(m.charts, r.chart, &m.new.charts, func() chart { return m.old.charts[r.chart-1] })
		}
		if r.image > 0 {
			r.image = adopt(m.images, r.image, &m.new.images, func() picture { return m.old.images[r.image-1] })
		}
	}
	return out
}

// adopt gives something of the old body, counted from 1, a position in the new one's list.
func adopt[T any](known map[int]int, n int, list *[]T, get func() T) int {
	if n == 0 {
		return 0
	}
	if at, ok := known[n]; ok {
		return at
	}
	*list = append(*list, get())
	known[n] = len(*list)
	return known[n]
}

func (m *merger) link(n int) int {
	if n == 0 {
		return 0
	}
	address := m.old.links[n-1]
	if at := slices.Index(m.new.links, address); at >= 0 {
		return at + 1
	}
	m.new.links = append(m.new.links, address)
	return len(m.new.links)
}
