package docxtest

import (
	"strconv"
	"strings"
)

// counter counts as Word does.
type counter struct {
	styles map[string]*Node
	levels map[string]map[int]*Node // of a list, by its id
	starts map[string]map[int]int
	last   map[string][]int
}

func newCounter(f *File) (*counter, error) {
	styles, err := f.Node("word/styles.xml")
	if err != nil {
		return nil, err
	}
	numbering, err := f.Node("word/numbering.xml")
	if err != nil {
		return nil, err
	}
	c := &counter{styles: map[string]*Node{}, levels: map[string]map[int]*Node{}, starts: map[string]map[int]int{}, last: map[string][]int{}}
	for i := range styles.Nodes {
		c.styles[styles.Nodes[i].Attr("styleId")] = &styles.Nodes[i]
	}
	forms := map[string]map[int]*Node{}
	for i := range numbering.Nodes {
		n := &numbering.Nodes[i]
		switch n.XMLName.Local {
		case "abstractNum":
			forms[n.Attr("abstractNumId")] = levelsOf(n)
		case "num":
			c.list(n, forms)
		}
	}
	return c, nil
}

func levelsOf(abstract *Node) map[int]*Node {
	levels := map[int]*Node{}
	for i := range abstract.Nodes {
		if l := &abstract.Nodes[i]; l.XMLName.Local == "lvl" {
			levels[atoi(l.Attr("ilvl"))] = l
		}
	}
	return levels
}

func (c *counter) list(num *Node, forms map[string]map[int]*Node) {
	id := num.Attr("numId")
	c.levels[id] = forms[num.First("abstractNumId").Attr("val")]
	c.starts[id], c.last[id] = map[int]int{}, make([]int, 9)
	for level, l := range c.levels[id] {
		c.starts[id][level] = atoi(l.First("start").Attr("val"))
	}
	for i := range num.Nodes {
		if o := &num.Nodes[i]; o.XMLName.Local == "lvlOverride" {
			c.starts[id][atoi(o.Attr("ilvl"))] = atoi(o.First("startOverride").Attr("val"))
		}
	}
}

// label returns what Word puts in front of a paragraph.
func (c *counter) label(p *Node) string {
	numPr := c.numPr(p)
	if numPr == nil {
		return ""
	}
	id, level := numPr.First("numId").Attr("val"), atoi(numPr.First("ilvl").Attr("val"))
	l := c.levels[id][level]
	if l == nil {
		return ""
	}
	last := c.last[id]
	if last[level] == 0 {
		last[level] = c.starts[id][level] - 1
	}
	last[level]++
	clear(last[level+1:])
	n := show(l.First("numFmt").Attr("val"), last[level])
	return strings.Replace(l.First("lvlText").Attr("val"), "%"+strconv.Itoa(level+1), n, 1)
}

// numPr returns what numbers a paragraph: its own word, or that of its style.
func (c *counter) numPr(p *Node) *Node {
	pPr := p.First("pPr")
	if pPr == nil {
		return nil
	}
	if own := pPr.First("numPr"); own != nil {
		return own
	}
	style := pPr.First("pStyle")
	for style != nil {
		s := c.styles[style.Attr("val")]
		if s == nil {
			return nil
		}
		if n := s.First("numPr"); n != nil {
			return n
		}
		style = s.First("basedOn")
	}
	return nil
}

var romans = strings.Fields("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX " +
	"XXI XXII XXIII XXIV XXV XXVI XXVII XXVIII XXIX XXX XXXI XXXII XXXIII XXXIV XXXV XXXVI XXXVII XXXVIII XXXIX XL")

func show(form string, n int) string {
	switch form {
	case "upperRoman":
		return romans[n-1]
	case "lowerRoman":
		return strings.ToLower(romans[n-1])
	case "upperLetter":
		return strings.ToUpper(show("lowerLetter", n))
	case "lowerLetter": // z, aa, bb, … zz, aaa
		return strings.Repeat(string(rune('a'+(n-1)%26)), 1+(n-1)/26)
	}
	return strconv.Itoa(n)
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
