package readback

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// numbering counts the automatic numbers of a Word document, as Word does.
type numbering struct {
	levels map[string]map[int]level // of each abstract list
	lists  map[string]list
	styles map[string]style
	counts map[string]*[levels]int // of each abstract list
	begun  map[string]bool         // lists that began with a start of their own
}

// levels is how many levels a list has.
const levels = 9

// level is how a level of a list is numbered.
type level struct {
	start        int
	format, text string
}

// list is a list of the document, made after an abstract one.
type list struct {
	abstract string
	starts   map[int]int
	levels   map[int]level
}

// style is what a style of paragraphs says of numbers.
type style struct{ based, list, level string }

type value struct {
	Val string `xml:"val,attr"`
}

type levelXML struct {
	Level  int    `xml:"ilvl,attr"`
	Start  *value `xml:"start"`
	Format value  `xml:"numFmt"`
	Text   value  `xml:"lvlText"`
}

func (x *levelXML) level() level {
	l := level{start: 1, format: x.Format.Val, text: x.Text.Val}
	if x.Start != nil {
		l.start, _ = strconv.Atoi(x.Start.Val)
	}
	return l
}

func (o *office) numbering() *numbering {
	n := &numbering{levels: map[string]map[int]level{}, lists: map[string]list{}, styles: map[string]style{},
		counts: map[string]*[levels]int{}, begun: map[string]bool{}}
	var lists struct {
		Abstract []struct {
			ID    string     `xml:"abstractNumId,attr"`
			Level []levelXML `xml:"lvl"`
		} `xml:"abstractNum"`
		List []struct {
			ID       string `xml:"numId,attr"`
			Abstract value  `xml:"abstractNumId"`
			Override []struct {
				Level int       `xml:"ilvl,attr"`
				Start *value    `xml:"startOverride"`
				Form  *levelXML `xml:"lvl"`
			} `xml:"lvlOverride"`
		} `xml:"num"`
	}
	_ = xml.Unmarshal(o.small("word/numbering.xml", mostPart), &lists) // without it there are no numbers
	for _, a := range lists.Abstract {
		n.levels[a.ID] = map[int]level{}
		for i := range a.Level {
			n.levels[a.ID][a.Level[i].Level] = a.Level[i].level()
		}
	}
	for _, x := range lists.List {
		l := list{abstract: x.Abstract.Val, starts: map[int]int{}, levels: map[int]level{}}
		for _, over := range x.Override {
			if over.Form != nil {
				l.levels[over.Level] = over.Form.level()
			}
			if over.Start != nil {
				l.starts[over.Level], _ = strconv.Atoi(over.Start.Val)
			}
		}
		n.lists[x.ID] = l
	}
	o.styles(n)
	return n
}

func (o *office) styles(n *numbering) {
	var sheet struct {
		Style []struct {
			ID    string `xml:"styleId,attr"`
			Based value  `xml:"basedOn"`
			List  value  `xml:"pPr>numPr>numId"`
			Level value  `xml:"pPr>numPr>ilvl"`
		} `xml:"style"`
	}
	_ = xml.Unmarshal(o.small("word/styles.xml", mostPart), &sheet) // without it no style numbers
	for _, s := range sheet.Style {
		n.styles[s.ID] = style{s.Based.Val, s.List.Val, s.Level.Val}
	}
}

// next counts a paragraph and returns its number, "" where it has none.
func (n *numbering) next(p paragraph) string {
	id, at := p.list, p.level
	name := p.style
	for range 20 { // styles may be based on one another in a circle
		s, ok := n.styles[name]
		if !ok {
			break
		}
		if id == "" {
			id = s.list
		}
		if at == "" {
			at = s.level
		}
		name = s.based
	}
	l, ok := n.lists[id]
	depth, _ := strconv.Atoi(at)
	if !ok || depth < 0 || depth >= levels {
		return ""
	}
	counts := n.counts[l.abstract]
	if counts == nil {
		counts = new([levels]int)
		n.counts[l.abstract] = counts
	}
	if key := id + " " + strconv.Itoa(depth); !n.begun[key] {
		n.begun[key] = true
		if start, own := l.starts[depth]; own {
			counts[depth] = start - 1 + marker
		}
	}
	n.count(l, counts, depth)
	return n.written(l, counts, depth)
}

// marker tells a level that was counted from one that was not: its count is higher by
// as much.
const marker = 1 << 30

func (n *numbering) form(l list, depth int) level {
	if form, own := l.levels[depth]; own {
		return form
	}
	return n.levels[l.abstract][depth]
}

func (n *numbering) count(l list, counts *[levels]int, depth int) {
	for i := range depth + 1 {
		if counts[i] == 0 {
			counts[i] = n.form(l, i).start - 1 + marker
			if i < depth { // an outer level that was never printed counts as one
				counts[i]++
			}
		}
	}
	counts[depth]++
	clear(counts[depth+1:])
}

// written spells a number as its level wants it.
func (n *numbering) written(l list, counts *[levels]int, depth int) string {
	form := n.form(l, depth)
	if form.format == "bullet" || form.format == "none" && !strings.Contains(form.text, "%") {
		return ""
	}
	const most = 50 // characters of a form: others come to a dozen
	text := form.text[:min(len(form.text), most)]
	for i := range levels {
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), spell(counts[i]-marker, n.form(l, i).format))
	}
	return text
}

// spell writes a number in a form.
func spell(n int, format string) string {
	switch format {
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return letters(n, 'A')
	case "lowerLetter":
		return letters(n, 'a')
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		value int
		word  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.word)
		}
	}
	return b.String()
}

// letters counts a to z, then aa to zz, as Word does.
func letters(n int, first rune) string {
	if n < 1 || n > 26*20 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}
