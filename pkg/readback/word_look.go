package readback

import (
	"encoding/xml"
	"maps"
	"math"
	"strconv"
	"strings"
)

// look is how a text is set: the values of its properties, by their names.
type look map[string]string

// bag is what properties are gathered for.
type bag struct {
	of    string // the element that holds them
	depth int
	into  look
}

// property gathers the properties of runs, paragraphs, rows, cells, tables and sections,
// which are the children of the elements that hold them.
func (w *word) gather(e xml.StartElement) {
	if n := len(w.bags); n > 0 && w.depth == w.bags[n-1].depth+1 {
		key := e.Name.Local
		if spaceOf(e.Name) != wordSpace {
			key = "w14:" + key
		}
		w.bags[n-1].into.set(key, valueOf(e))
	}
	if spaceOf(e.Name) != wordSpace {
		return
	}
	switch local := e.Name.Local; local {
	case "rPr", "pPr", "trPr", "tcPr", "tblPr", "sectPr":
		w.bags = append(w.bags, bag{local, w.depth, w.bagFor(local)})
	}
}

// bagFor returns where the properties in an element belong.
func (w *word) bagFor(local string) look {
	p := w.inside()
	switch {
	case local == "pPr" && p != nil:
		p.look = look{}
		return p.look
	case local == "rPr" && p != nil && p.properties:
		p.mark = look{}
		return p.mark
	case local == "rPr" && len(w.runs) > 0:
		r := &w.runs[len(w.runs)-1]
		r.look = look{}
		return r.look
	case len(w.tables) > 0 && local != "sectPr":
		t := &w.tables[len(w.tables)-1]
		into := look{}
		switch local {
		case "trPr":
			t.rowLook, t.cellLook = into, nil
		case "tcPr":
			t.cellLook = into
		case "tblPr":
			t.look = into
		}
		return into
	}
	return look{}
}

// gathered ends the properties of an element.
func (w *word) gathered(depth int) {
	n := len(w.bags)
	if n == 0 || w.bags[n-1].depth != depth {
		return
	}
	b := w.bags[n-1]
	w.bags = w.bags[:n-1]
	if b.of == "sectPr" {
		w.section(b.into)
	}
}

// set notes the value of a property. Programs differ on which of two values counts.
func (l look) set(key, value string) {
	if before, twice := l[key]; twice && before != value {
		l["w14:twice"] = "on"
	}
	l[key] = value
}

// valueOf is what an element says of a property, "on" where it says nothing else.
func valueOf(e xml.StartElement) string {
	val := attribute(e, "val")
	switch e.Name.Local {
	case "shd":
		if val == "solid" { // in the colour of its pattern
			return attribute(e, "color")
		}
		return attribute(e, "fill")
	case "rFonts", "spacing", "ind", "trHeight", "pgNumType", "pgSz", "pgMar":
		if val != "" && e.Name.Local != "trHeight" {
			return val
		}
		var list []string
		for _, a := range e.Attr {
			list = append(list, a.Name.Local+"="+a.Value)
		}
		return strings.Join(list, "|")
	case "color":
		if attribute(e, "themeColor") != "" {
			return "theme"
		}
	}
	switch val {
	case "":
		return "on"
	case "0", "false", "off":
		return "off"
	}
	return val
}

// one returns one of the values of a property that has several, such as an indent.
func one(value, key string) string {
	for _, v := range strings.Split(value, "|") {
		if v, ok := strings.CutPrefix(v, key+"="); ok {
			return v
		}
	}
	return ""
}

// part returns one of the values of a property as a number.
func part(value, key string) (n int, given bool) {
	f, err := strconv.ParseFloat(one(value, key), 64)
	return int(f), err == nil
}

func (l look) isOn(key string) bool { v := l[key]; return v != "" && v != "off" && v != "none" }

func (l look) number(key string) (int, bool) {
	n, err := strconv.ParseFloat(l[key], 64)
	return int(n), err == nil
}

// over lays properties over those that they are based on.
func (l look) over(base look) look {
	if len(l) == 0 {
		return base
	}
	out := maps.Clone(base)
	if out == nil {
		out = look{}
	}
	for key, value := range l {
		if before := out[key]; strings.Contains(value, "=") && strings.Contains(before, "=") {
			value += "|" + before // each of its values by itself
		}
		out[key] = value
	}
	return out
}

// lightnessOf returns how light a colour is, from 0 to 1; auto is no colour.
func lightnessOf(colour string) (light float64, known bool) {
	if light, named := highlights[colour]; named {
		return light, true
	}
	n, err := strconv.ParseUint(colour, 16, 32)
	if err != nil || len(colour) != 6 {
		return 0, false
	}
	const most = 255
	return (0.3*float64(n>>16) + 0.59*float64(n>>8&most) + 0.11*float64(n&most)) / most, true
}

// highlights are the colours that Word has names for.
var highlights = map[string]float64{"black": 0, "blue": 0.11, "cyan": 0.7, "green": 0.59, "magenta": 0.41, "red": 0.3, "yellow": 0.89, "white": 1,
	"darkBlue": 0.06, "darkCyan": 0.35, "darkGreen": 0.29, "darkMagenta": 0.2, "darkRed": 0.15, "darkYellow": 0.45, "darkGray": 0.5, "lightGray": 0.75}

// isInked reports whether text without a colour stands on a dark highlight, on which
// programs leave it black.
func isInked(colour, highlight string) bool {
	const dark = 0.35
	_, has := lightnessOf(colour)
	light, known := lightnessOf(highlight)
	return !has && known && light < dark
}

// isFaint reports whether text in a colour can hardly be seen on another.
func isFaint(colour, below string) bool {
	const contrast = 0.35
	light, known := lightnessOf(colour)
	if !known {
		return false // auto: programs choose black or white
	}
	ground, known := lightnessOf(below)
	if !known {
		ground = 1
	}
	return math.Abs(light-ground) < contrast
}
