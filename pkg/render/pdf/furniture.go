package pdf

import (
	"fmt"
	"strconv"

	"github.com/boombuler/barcode/code128"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// furnishings is what stands outside the text of every page.
type furnishings struct {
	symbol, job, draft, barText string
	bars                        []bar
	first                       tag // of the draft word on page one
}

// bar is one bar of the barcode, in modules.
type bar struct{ at, width int }

func newFurnishings(m *document.Meta) (furnishings, error) {
	f := furnishings{symbol: m.Symbol, job: m.Job, draft: m.Draft, barText: m.Barcode}
	if m.Barcode == "" {
		return f, nil
	}
	code, err := code128.Encode(m.Barcode)
	if err != nil {
		return f, fmt.Errorf("the barcode of %q: %w", m.Barcode, err)
	}
	width := code.Bounds().Dx()
	for x := 0; x < width; x++ {
		start := x
		for x < width && dark(code.At(x, 0).RGBA()) {
			x++
		}
		if x > start {
			f.bars = append(f.bars, bar{start, x - start})
		}
	}
	return f, nil
}

func dark(r, _, _, _ uint32) bool { return r < 0x8000 }

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
		d.aside(roleFooter, f.job, 0, set.TextSize, d.sheet.low(jobLine), false)
		d.barcode()
		return
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

// barcode draws the bars below the job number, and their text below them.
func (d *drawing) barcode() {
	f := &d.furniture
	width, top := length(0), d.sheet.low(barTop)
	for _, b := range f.bars {
		width = length(b.at+b.width) * barWidth
		d.fill(tag{role: roleFooter}, margin+length(b.at)*barWidth, top, length(b.width)*barWidth, barHeight)
	}
	if f.barText != "" {
		t := d.word(roleFooter, f.barText, 0, set.SmallSize)
		t.x = max(margin, margin+(width-t.width)/2)
		d.text(t, top+barHeight+set.SmallSize.Leading)
	}
}
