package docx

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

func (p *paragraph) write(w *writer) {
	w.raw(`<w:p><w:pPr>`)
	w.properties(p)
	if p.track != kept {
		w.raw(`<w:rPr>`)
		w.mark(p.track)
		w.raw(`</w:rPr>`)
	}
	if p.section != nil {
		w.section(p.section)
	}
	if p.was != nil {
		w.change("pPrChange")
		w.raw(`><w:pPr>`)
		w.properties(p.was)
		w.raw(`</w:pPr></w:pPrChange>`)
	}
	w.raw(`</w:pPr>`)
	p.moved(w, func() { w.bookmarked(p, func() { w.runs(p.runs) }); w.raw(`</w:p>`) })
}

// properties writes what a paragraph says against its style.
func (w *writer) properties(p *paragraph) {
	w.value("pStyle", p.style)
	if p.keep {
		w.raw(`<w:keepNext/>`)
	}
	switch {
	case p.bare:
		w.raw(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>`)
	case p.num != nil:
		w.raw(`<w:numPr><w:ilvl w:val="`, strconv.Itoa(p.level), `"/><w:numId w:val="`, strconv.Itoa(p.num.id), `"/></w:numPr>`)
	}
	if p.ruled {
		w.raw(`<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>`)
	}
	if len(p.centres) > 0 {
		w.raw(`<w:tabs>`)
		for _, at := range p.centres {
			w.raw(`<w:tab w:val="center" w:pos="`, strconv.Itoa(at), `"/>`)
		}
		w.raw(`</w:tabs>`)
	}
	if p.stop > 0 {
		w.raw(`<w:tabs><w:tab w:val="clear" w:pos="`, strconv.Itoa(inset+step), `"/><w:tab w:val="left" w:pos="`, strconv.Itoa(p.stop), `"/></w:tabs>`)
	}
	if p.line > 0 {
		w.raw(`<w:tabs><w:tab w:val="clear" w:pos="`, strconv.Itoa(fullWidth/2), `"/><w:tab w:val="clear" w:pos="`, strconv.Itoa(fullWidth), `"/>`)
		if p.style != "Footer" {
			w.raw(`<w:tab w:val="center" w:pos="`, strconv.Itoa(p.line/2), `"/>`)
		}
		w.raw(`<w:tab w:val="right" w:pos="`, strconv.Itoa(p.line), `"/></w:tabs>`)
	}
	w.spacing(p)
	w.indent(p.indent)
	if p.align != "" {
		w.value("jc", p.align)
	}
	if p.outline > 0 {
		w.number("outlineLvl", p.outline-1)
	}
}

func (w *writer) spacing(p *paragraph) {
	if p.before+p.exact+p.least == 0 && !p.top && !p.ends {
		return
	}
	w.raw(`<w:spacing`)
	switch {
	case p.top:
		w.raw(` w:before="0"`)
	case p.before > 0:
		w.raw(` w:before="`, strconv.Itoa(p.before), `"`)
	}
	if p.ends {
		w.raw(` w:after="0"`)
	}
	switch {
	case p.exact > 0:
		w.raw(` w:line="`, strconv.Itoa(p.exact), `" w:lineRule="exact"`)
	case p.least > 0:
		w.raw(` w:line="`, strconv.Itoa(p.least), `" w:lineRule="atLeast"`)
	}
	w.raw(`/>`)
}

func (w *writer) indent(in *indent) {
	if in == nil {
		return
	}
	w.raw(`<w:ind w:left="`, strconv.Itoa(in.left), `" w:right="`, strconv.Itoa(in.right))
	if in.hanging > 0 {
		w.raw(`" w:hanging="`, strconv.Itoa(in.hanging), `"/>`)
		return
	}
	w.raw(`" w:firstLine="0"/>`)
}

// runs writes runs, those of one link inside it, and inside that those that became of
// the same kind.
func (w *writer) runs(runs []run) {
	lead, track := "", kept
	for i := range runs {
		r := &runs[i]
		leads := w.lead(r)
		if leads != lead || r.track != track {
			w.shut(track)
		}
		if leads != lead && lead != "" {
			w.raw(`</w:hyperlink>`)
		}
		if leads != lead && leads != "" {
			w.raw(`<w:hyperlink `, leads, `>`)
		}
		if leads != lead || r.track != track {
			w.begin(r.track)
		}
		lead, track = leads, r.track
		w.run(r)
	}
	w.shut(track)
	if lead != "" {
		w.raw(`</w:hyperlink>`)
	}
}

func (w *writer) run(r *run) {
	if r.kind == pageRun {
		w.field(r, "PAGE")
		return
	}
	w.openRun(r)
	switch r.kind {
	case tabRun:
		w.raw(`<w:tab/>`)
	case chartRun:
		w.chart(r)
	case pictureRun:
		w.picture(r)
	default:
		w.words(r, r.text)
	}
	w.raw(`</w:r>`)
}

// words writes a text. Word breaks lines behind each hyphen; where the PDF does not, a
// hyphen that holds takes its place. A soft hyphen as a character is one that Word always shows.
func (w *writer) words(r *run, s string) {
	from := 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '-' && !r.address && i > 0 && i+1 < len(s) && (r.joined || s[i+1] >= '0' && s[i+1] <= '9'):
			w.stretch(r, s[from:i])
			w.raw(`<w:noBreakHyphen/>`)
			from = i + 1
		case s[i] == set.SoftHyphen[0] && strings.HasPrefix(s[i:], set.SoftHyphen):
			w.stretch(r, s[from:i])
			w.raw(`<w:softHyphen/>`)
			from = i + len(set.SoftHyphen)
		}
	}
	w.stretch(r, s[from:])
}

func (w *writer) stretch(r *run, s string) {
	name := `w:t`
	if r.track == deleted {
		name = `w:delText`
	}
	w.raw(`<`, name)
	if blanked(s) {
		w.raw(` xml:space="preserve"`)
	}
	w.raw(`>`)
	w.text(s)
	w.raw(`</`, name, `>`)
}

// openRun begins a run with what it says against its paragraph.
func (w *writer) openRun(r *run) {
	w.raw(`<w:r>`)
	before := w.Len()
	w.raw(`<w:rPr>`)
	empty := w.Len()
	w.look(r)
	if w.Len() == empty {
		w.Truncate(before)
		return
	}
	w.raw(`</w:rPr>`)
}

func (w *writer) look(r *run) {
	if r.style != "" {
		w.value("rStyle", r.style)
	}
	if r.bold || r.edit == document.Inserted {
		w.raw(`<w:b/><w:bCs/>`)
	}
	switch {
	case r.upright:
		w.raw(`<w:i w:val="0"/><w:iCs w:val="0"/>`)
	case r.italic:
		w.raw(`<w:i/><w:iCs/>`)
	}
	if r.edit == document.Deleted {
		w.raw(`<w:strike/>`)
	}
	if r.ink != "" {
		w.value("color", r.ink)
	}
	if r.grey {
		w.value("color", "808080")
	}
	if r.figures {
		w.raw(`<w:kern w:val="0"/>`) // 11 is as wide as 10
	}
	if r.raised > 0 {
		w.number("position", r.raised)
	}
	if size := 2*r.points + r.halves; size > 0 {
		w.number("sz", size)
		w.number("szCs", size)
	}
	if r.spoken != "" {
		w.spoken(r.spoken)
	}
}

// field writes what Word works out by itself.
func (w *writer) field(r *run, code string) {
	instruction, text := `w:instrText`, `w:t`
	if r.track == deleted {
		instruction, text = `w:delInstrText`, `w:delText`
	}
	for _, part := range []string{`<w:fldChar w:fldCharType="begin"/>`, `<` + instruction + ` xml:space="preserve"> ` + code + ` </` + instruction + `>`,
		`<w:fldChar w:fldCharType="separate"/>`, `<` + text + `>2</` + text + `>`, `<w:fldChar w:fldCharType="end"/>`} {
		w.openRun(r)
		w.raw(part, `</w:r>`)
	}
}

// spoken says in which language a run is; of some scripts Word asks for it by another name.
func (w *writer) spoken(language string) {
	w.raw(`<w:lang w:`)
	switch primary, _, _ := strings.Cut(language, "-"); {
	case primary == "zh", primary == "ja", primary == "ko":
		w.raw(`eastAsia`)
	case document.IsRightToLeft(language):
		w.raw(`bidi`)
	default:
		w.raw(`val`)
	}
	w.raw(`="`)
	w.text(locale(language))
	w.raw(`"/>`)
}
