package docx

import "strconv"

// abstract is the form of a list, which several counts share.
type abstract struct {
	kind     countKind
	patterns [levels]pattern
}

func (c *count) abstract() abstract {
	a := abstract{kind: c.kind}
	for i := range a.patterns {
		a.patterns[i] = c.pattern(i)
	}
	return a
}

// part writes word/numbering.xml.
func (n *numbering) part() []byte {
	var w writer
	w.raw(prolog, `<w:numbering xmlns:w="`, wordNS, `">`)
	ids, next := map[abstract]int{}, 0
	of := make([]int, len(n.counts))
	for i, c := range n.counts {
		a := c.abstract()
		id, known := ids[a]
		if !known || n.separate && c.kind == items && c.id > bulletCount {
			id = next
			next++
			ids[a] = id
			w.abstract(id, a)
		}
		of[i] = id
	}
	for i, c := range n.counts {
		w.raw(`<w:num w:numId="`, strconv.Itoa(c.id), `"><w:abstractNumId w:val="`, strconv.Itoa(of[i]), `"/>`)
		if c.id > bulletCount {
			w.restart(c)
		}
		w.raw(`</w:num>`)
	}
	w.raw(`</w:numbering>`)
	return w.Bytes()
}

// restart makes a list begin anew, whatever others of its form have counted.
func (w *writer) restart(c *count) {
	for i := range c.levels {
		start := 1
		if i == 0 {
			start = c.start
		}
		if i == 0 || c.levels[i].form != "" {
			w.raw(`<w:lvlOverride w:ilvl="`, strconv.Itoa(i), `"><w:startOverride w:val="`, strconv.Itoa(start), `"/></w:lvlOverride>`)
		}
	}
}

func (w *writer) abstract(id int, a abstract) {
	w.raw(`<w:abstractNum w:abstractNumId="`, strconv.Itoa(id), `"><w:multiLevelType w:val="multilevel"/>`)
	left := inset
	for i, p := range a.patterns {
		in := indent{left: inset, right: inset}
		switch a.kind {
		case headings:
			in.hanging = numberGap
		case items:
			in.hanging = p.hang()
			left += step + in.hanging
			in.left = left
		}
		w.level(id, i, a.kind, p, in)
	}
	w.raw(`</w:abstractNum>`)
}

// hang is how far a list's text stands behind its marker.
func (p pattern) hang() int {
	if p.form == bulleted {
		return bulletStep
	}
	return step
}

func (w *writer) level(id, i int, kind countKind, p pattern, in indent) {
	w.raw(`<w:lvl w:ilvl="`, strconv.Itoa(i), `"><w:start w:val="1"/><w:numFmt w:val="`, string(p.form), `"/>`)
	if style := levelStyle(id, i, kind); style != "" {
		w.raw(`<w:pStyle w:val="`, style, `"/>`)
	}
	w.raw(`<w:suff w:val="tab"/><w:lvlText w:val="`)
	if p.form == bulleted {
		w.raw(bullet)
	} else {
		w.text(p.before)
		w.raw(`%`, strconv.Itoa(i+1))
		w.text(p.behind)
	}
	align, stop := "left", in.left
	switch kind {
	case headings:
		align = "right"
	case paragraphs:
		stop += step
	}
	w.raw(`"/><w:lvlJc w:val="`, align, `"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="`, strconv.Itoa(stop), `"/></w:tabs>`)
	w.indent(&in)
	w.raw(`</w:pPr></w:lvl>`)
}

// levelStyle is the paragraph style that a level numbers by itself.
func levelStyle(id, level int, kind countKind) string {
	switch {
	case kind == headings && level < 3:
		return "Heading" + strconv.Itoa(level+1)
	case id == numberCount-1 && level == 0:
		return "NumberedParagraph"
	}
	return ""
}
