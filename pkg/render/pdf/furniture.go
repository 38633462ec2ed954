package pdf

import (
	"strconv"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/internal/bars"
	"github.com/isuplan/isuplan/pkg/render/internal/recycle"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// furnishings is what stands outside the text of every page.
type furnishings struct {
	symbol, job, draft, caption, recycle string
	code                                 bars.Code
	first                                tag // of the draft word on page one
	number                               tag // of the job number there
}

func newFurnishings(m *document.Meta) (furnishings, error) {
	f := furnishings{symbol: m.Symbol, job: m.Job, draft: m.Draft, caption: m.Caption, recycle: m.Recycle}
	code, err := bars.Of(m.Barcode)
	f.code = code
	return f, err
}

// textTop is where the text of the later pages begins.
func (f *furnishings) textTop() length {
	if f.symbol != "" {
		return headTop
	}
	return bodyTop
}

// furnish draws the furniture of a page.
func (d *drawing) furnish(number int) {
	f := &d.furniture
	d.mark(f.draft, number)
	if number == 1 {
		return // see foot
	}
	odd := number%2 == 1
	if f.symbol != "" {
		d.aside(roleHeader, f.symbol, set.Bold, set.CellSize, headerLine, odd)
		d.fill(tag{role: roleHeader}, margin, headerRule, d.sheet.line(), thin)
	}
	d.aside(roleFooter, strconv.Itoa(number), set.Bold, set.CellSize, d.sheet.low(footerLine), odd)
	d.aside(roleFooter, f.job, 0, set.CellSize, d.sheet.low(footerLine), !odd)
}

// aside draws a word at one of the two margins.
func (d *drawing) aside(r role, word string, st set.Style, s set.Size, baseline length, right bool) {
	if word == "" {
		return
	}
	t := d.word(r, word, st, s)
	t.x = margin
	if right {
		t.x += d.sheet.line() - t.width
	}
	d.text(t, baseline)
}

func (d *drawing) word(r role, word string, st set.Style, s set.Size) *text {
	points := s.Points
	line := d.setter.Word(word, st, points)
	for points > 1 && line.Width > fullWidth*2/5 { // there is no second line
		points--
		line = d.setter.Word(word, st, points)
	}
	return &text{mark: tag{role: r}, size: points, width: line.Width, atoms: line.Atoms}
}

// draftGray is as light as large type may be on white: 3.9 to 1 (WCAG 2.1, 1.4.3).
const draftGray = 0x80

// mark draws the draft word in the middle of the upper margin, large and light. On page
// one it is a part of the text: a listener hears it once, before everything else.
func (d *drawing) mark(draft string, page int) {
	if draft == "" {
		return
	}
	t := d.word(roleWatermark, draft, set.Bold, set.DraftSize)
	t.x = (d.sheet.width - t.width) / 2
	if page == 1 {
		t.mark = d.furniture.first
	}
	d.gray(draftGray)
	d.text(t, draftLine)
	d.gray(0)
}

// foot draws the foot of page one behind its text: the job number, which a listener hears at the end of the
// document, its barcode below it, and at the right the sign of recycling.
func (d *drawing) foot() {
	f := &d.furniture
	if f.job != "" {
		t := d.word(roleFooter, f.job, 0, set.TextSize)
		t.x, t.mark = margin, f.number
		d.text(t, d.sheet.low(jobLine))
	}
	width, top := length(f.code.Width)*barWidth, d.sheet.low(barTop)
	for _, b := range f.code.Bars {
		d.fill(tag{role: roleFooter}, margin+length(b.At)*barWidth, top, length(b.Width)*barWidth, barHeight)
	}
	if f.caption != "" {
		t := d.word(roleFooter, f.caption, 0, set.SmallSize)
		t.x = max(margin, margin+(width-t.width)/2)
		d.text(t, top+barHeight+set.SmallSize.Leading)
	}
	d.recycle(top + barHeight)
}

// recycle draws the words with their sign behind them, on one line, which ends at the margin.
func (d *drawing) recycle(foot length) {
	if d.furniture.recycle == "" {
		return
	}
	t := d.word(roleFooter, d.furniture.recycle, 0, set.TextSize)
	t.x = margin + d.sheet.line() - signSize - set.CellGap - t.width
	d.text(t, foot)
	d.sign(margin+d.sheet.line()-signSize, foot-signSize)
}

// sign draws the sign of recycling in the square whose upper left corner is given.
func (d *drawing) sign(x, y length) {
	t := tag{role: roleFooter}
	d.note(t, x, y, signSize, signSize, false)
	b := d.enter(d.scratch, t)
	for _, arrow := range recycle.Arrows {
		for i, p := range arrow {
			b = append(appendLength(b, x+signSize*length(p.X)/recycle.Side), ' ')
			b = append(appendLength(b, d.sheet.height-y-signSize*length(p.Y)/recycle.Side), ' ', "ml"[min(i, 1)], ' ')
		}
		b = append(b, "h\n"...)
	}
	d.write(append(b, 'f'))
}
