package readback

import (
	"encoding/xml"
	"strings"
)

// mostStrange is how much is told of a file.
const mostStrange = 200

// doubt notes something strange, once.
func (w *word) doubt(what, text string) {
	const long = 200
	if text = strings.TrimSpace(text); len(text) > long {
		text = strings.ToValidUTF8(text[:long], "")
	}
	s := Strange{What: what, Text: text}
	if w.strange == nil {
		w.strange = map[Strange]bool{}
	}
	if w.strange[s] || len(w.text.Strange) >= mostStrange {
		return
	}
	w.strange[s] = true
	w.spend(len(text))
	w.text.Strange = append(w.text.Strange, s)
}

// effective is how a text is set in the end: as its styles say, and then itself.
func (w *word) effective() look {
	var r run
	if n := len(w.runs); n > 0 {
		r = w.runs[n-1]
	}
	style := ""
	if p := w.inside(); p != nil {
		style = p.style
	}
	table := ""
	if n := len(w.tables); n > 0 {
		table = w.tables[n-1].style
	}
	return r.look.over(w.numbers.sheet.run(table, style, r.style))
}

// judge notes what makes a text hard to see, or something else than it is.
func (w *word) judge(text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	l := w.effective()
	for _, what := range w.numbers.sheet.strange(l, w.ground(l)) {
		w.doubt(what, text)
	}
	if align := l["vertAlign"]; (align == "superscript" || align == "subscript") && strings.ContainsAny(text, "0123456789") {
		w.doubt("figures that are raised or lowered", text)
	}
	w.judgeParagraph(l, text)
	w.judgeTable(text)
}

// judgeBlanks notes blanks at the ends of a text that Word leaves out, and that other
// programs show.
func (w *word) judgeBlanks(text string) {
	if w.isTrimmed && strings.Trim(text, " \t\r\n") != text {
		w.doubt("blanks that programs take for none", text)
	}
}

// keepsBlanks reports whether blanks at the ends of a text are shown.
func (w *word) keepsBlanks(e xml.StartElement) bool { return w.kept > 0 && keeps(e) != "default" }

// keeps is what an element says of the blanks in it (XML 1.0, 2.10).
func keeps(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "space" && (a.Name.Space == "xml" || a.Name.Space == "http://www.w3.org/XML/1998/namespace") {
			return a.Value
		}
	}
	return ""
}

// ground is the colour that a text stands on.
func (w *word) ground(l look) string {
	colours := []string{l["highlight"], l["shd"]}
	if p := w.inside(); p != nil {
		colours = append(colours, p.look.over(w.numbers.sheet.paragraph(p.style))["shd"])
	}
	for i := len(w.tables) - 1; i >= 0; i-- {
		colours = append(colours, w.tables[i].cellLook["shd"], w.tables[i].look["shd"])
	}
	for _, c := range colours {
		if _, known := lightnessOf(c); known {
			return c
		}
	}
	return w.background
}

// strange says what is strange about a text that is set so.
func (s *sheet) strange(l look, ground string) (list []string) {
	const tiny, squeezed, wide, tight, far = 7, 60, 300, -15, 24 // half-points, per cent, twentieths of a point, half-points
	add := func(is bool, what string) {
		if is {
			list = append(list, what)
		}
	}
	size, given := l.number("sz")
	if other, has := l.number("szCs"); has && (l.isOn("cs") || l.isOn("rtl")) {
		size, given = other, true
	}
	scale, scaled := l.number("w")
	spacing, spaced := l.number("spacing")
	raised, moved := l.number("position")
	add(l.isOn("vanish") || l.isOn("webHidden") || l.isOn("specVanish"), "text that is hidden")
	add(l["color"] == "theme", "text in a colour of the theme, which each program may choose")
	add(isFaint(l["color"], ground) || isInked(l["color"], l["highlight"]), "text that can hardly be seen")
	add(given && size < tiny, "text that is too small to be read")
	add(scaled && (scale < squeezed || scale > wide) || spaced && spacing < tight || l.isOn("fitText"), "text whose letters are squeezed or spread")
	add(moved && (raised > far || raised < -far), "text that is moved off its line")
	add(l.isOn("strike") || l.isOn("dstrike"), "text that is struck out")
	add(l.isOn("emboss") || l.isOn("imprint") || l.isOn("outline") || l.isOn("effect") || l.isOn("eastAsianLayout"), "text with an effect that may hide it")
	add(isSymbolFont(l["rFonts"]), "text in a font of signs, which shows something else")
	for key := range l {
		if effect, is := strings.CutPrefix(key, "w14:"); is && !plainEffects[effect] {
			add(true, "text with an effect that may hide it")
			break
		}
	}
	return list
}

// plainEffects are the newer properties of text that hide nothing.
var plainEffects = map[string]bool{"ligatures": true, "numForm": true, "numSpacing": true, "stylisticSets": true, "cntxtAlts": true, "shadow": true, "glow": true}

// isSymbolFont reports whether a font is known to show signs in the place of letters.
func isSymbolFont(fonts string) bool {
	fonts = strings.ToLower(fonts)
	for _, name := range []string{"symbol", "dings", "marlett", "mt extra", "barcode", "code 39", "code39", "code 128", "emoji"} {
		if strings.Contains(fonts, name) {
			return true
		}
	}
	return false
}

// judgeParagraph notes lines that are cut off and paragraphs that stand elsewhere.
func (w *word) judgeParagraph(l look, text string) {
	const far, usual = 11_000, 20 // twentieths of a point; half-points
	p := w.inside()
	if p == nil {
		return
	}
	of := p.look.over(w.numbers.sheet.paragraph(p.style))
	size, given := l.number("sz")
	if !given {
		size = usual
	}
	line, has := part(of["spacing"], "line")
	if has && one(of["spacing"], "lineRule") == "exact" && line < size*10*6/10 {
		w.doubt("text that is cut off", text)
	}
	for _, side := range []string{"left", "right", "start", "end", "firstLine"} {
		if n, has := part(of["ind"], side); has && (n > far || n < -3000) {
			w.doubt("text off the page", text)
		}
	}
	if n, has := part(of["ind"], "hanging"); has && n > 3000 {
		w.doubt("text off the page", text)
	}
	if of.isOn("framePr") {
		w.doubt("text in a frame, which may stand anywhere", text)
	}
	if p.look.isOn("w14:collapsed") {
		w.doubt("a heading whose text is folded away", text)
	}
}

// judgeTable notes cells and rows that are not shown as they are written.
func (w *word) judgeTable(text string) {
	const low = 120 // twentieths of a point
	for i := range w.tables {
		t := &w.tables[i]
		if t.rowLook.isOn("hidden") {
			w.doubt("text that is hidden", text)
		}
		if isExactly(t.rowLook["trHeight"], low) {
			w.doubt("text that is cut off", text)
		}
		if v := t.cellLook["vMerge"]; v == "on" || v == "continue" || t.cellLook["hMerge"] == "on" || t.cellLook["hMerge"] == "continue" {
			w.doubt("text in a cell that belongs to another and is not shown", text)
		}
		if d := t.cellLook["textDirection"]; d != "" && d != "lrTb" && d != "lr" {
			w.doubt("text that does not stand upright", text)
		}
		if t.look["tblpPr"] != "" {
			w.doubt("a table that stands anywhere on the page", "")
		}
		if t.look.isOn("bidiVisual") {
			w.doubt("a table whose columns stand in another order than they are written", "")
		}
		if w.numbers.sheet.oddTables[t.style] {
			w.doubt("a table whose style may hide text", "")
		}
	}
}

func isExactly(height string, most int) bool {
	n, has := part(height, "val")
	return has && one(height, "hRule") == "exact" && n < most
}

// section notes what a section adds to its pages.
func (w *word) section(l look) {
	if start, has := part(l["pgNumType"], "start"); has && start != 1 {
		w.doubt("a section whose pages are counted otherwise", "")
	}
	for _, key := range []string{"lnNumType", "bidi"} {
		if l.isOn(key) {
			w.doubt("a section with numbers or an order of its own ("+key+")", "")
		}
	}
	if d := l["textDirection"]; d != "" && d != "lrTb" && d != "lr" {
		w.doubt("text that does not stand upright", "")
	}
	wide, hasWidth := part(l["pgSz"], "w")
	left, _ := part(l["pgMar"], "left")
	right, _ := part(l["pgMar"], "right")
	top, _ := part(l["pgMar"], "top")
	if hasWidth && (wide-left-right < 2000 || left < 0 || right < 0 || top < -20_000 || top > 20_000) {
		w.doubt("pages that their text does not fit on", "")
	}
}

// judgeNumber notes a number that is set so that it can hardly be seen: as the mark at the
// end of its paragraph.
func (w *word) judgeNumber(p *paragraph, number string) {
	for _, what := range w.numbers.sheet.strange(p.mark.over(w.numbers.sheet.run("", p.style, "")), "") {
		w.doubt(what, number)
	}
}
