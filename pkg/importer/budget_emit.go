package importer

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
)

// tree writes the budget as the plan has it.
func (d *budgetDraft) tree() *group {
	g, f := &group{}, d.figures()
	g.set("currency", plain(d.currency))
	g.note(asked(d.review)...) // here they stand in the way of no finding on the lines
	r := &group{}
	r.set("to", plain(money.New(1).Shift(-d.places).String()))
	r.set("mode", plain("half-up"))
	if d.atTotal {
		r.set("at", plain("total"))
	}
	if d.tolerance > 0 {
		r.set("tolerance", plain(money.New(d.tolerance).String()))
	}
	g.set("rounding", r)
	if len(d.columns) > 1 {
		g.set("columns", d.columnList())
	}
	if d.parentheses {
		style := &group{}
		style.set("negative", plain("parentheses"))
		g.set("style", style)
	}
	g.set("lines", d.lineList(d.lines, f))
	if d.total != nil {
		if label := strings.TrimSpace(d.total.label); label != "Total" {
			g.set("total", shortProse(label))
		}
		if d.ruled {
			g.set("stated_total", d.stated(d.total, f.total))
		} else { // what a document prints
			g.set("stated_total", d.printed(d.total))
		}
	}
	g.set("after_total", d.afterList())
	g.set("financing", d.sourceList())
	g.set("outside", d.outsideList())
	return g
}

// settle decides whether sums are made of exact amounts: where only they come to the sums
// that the file has.
func (d *budgetDraft) settle() {
	byLine := d.wrong()
	d.atTotal = true
	if byLine == 0 || d.wrong() > 0 {
		d.atTotal = false
	}
}

// slack is by how many units the sums of the file differ from what its lines come to; 0
// where that is more than rounding can do, half a unit for each line.
func (d *budgetDraft) slack() (units int64) {
	d.eachSum(func(a amount, computed money.Decimal, lines int) {
		n := money.Div(d.rounding().Round(a.value).Sub(computed).Abs(), d.rounding().To).IntPart()
		if 2*n <= int64(lines) {
			units = max(units, n)
		}
	})
	return units
}

// wrong counts the sums of the file that do not follow from its lines.
func (d *budgetDraft) wrong() (n int) {
	d.eachSum(func(a amount, computed money.Decimal, _ int) {
		if !d.agree(a, computed) {
			n++
		}
	})
	return n
}

// eachSum calls a function for each sum of the file, with what its lines come to and how many
// they are.
func (d *budgetDraft) eachSum(do func(a amount, computed money.Decimal, lines int)) {
	f := d.figures()
	look := func(l *draftLine, lines int, computed func(*draftColumn) money.Decimal) {
		for _, c := range d.columns {
			if a := l.amounts[c]; !c.isPer() && a.kind == isNumber {
				do(a, computed(c), lines)
			}
		}
	}
	each(d.lines, func(l *draftLine) {
		if l.group {
			look(l, len(l.lines), func(c *draftColumn) money.Decimal { return f.of(l, c) })
		}
	})
	if d.total != nil {
		look(d.total, len(d.lines), f.total)
	}
}

func (d *budgetDraft) columnList() *list {
	l := &list{}
	for _, c := range d.columns {
		g := &group{}
		g.set("id", plain(c.id))
		if c.label != c.id {
			g.set("label", shortProse(c.label))
		}
		key := map[columnKind]string{ofSums: "sum", ofChange: "change", ofPercent: "percent_change", ofDifference: "difference", ofRatio: "percent_of"}[c.kind]
		if key != "" {
			of := &list{short: true}
			for _, o := range c.of {
				of.add(plain(o.id))
			}
			g.set(key, of)
		}
		if c.isPer() && c.places > 0 {
			g.set("places", plain(money.New(int64(c.places)).String()))
		}
		if c.main {
			g.set("main", plain("true"))
		}
		l.add(g)
	}
	return l
}

func (d *budgetDraft) lineList(lines []*draftLine, f *figures) *list {
	l := &list{}
	for _, line := range lines {
		g := &group{}
		g.set("id", plain(line.id))
		g.set("code", oneLine(line.code))
		g.set("label", shortProse(line.label))
		g.note(asked(line.review)...) // a comment above the whole line would hide what check says of it
		switch {
		case line.group:
			g.set("subtotal", shortProse(line.subtotal))
			g.set("stated", d.stated(line, func(c *draftColumn) money.Decimal { return f.of(line, c) }))
		case line.rule != nil:
			line.rule.write(g, d)
			g.set("stated", d.ruledStated(line, f))
		default:
			g.set("fixed", d.fixed(line))
			g.set("stated", d.derivedStated(line, f))
		}
		g.set("note", shortProse(line.note))
		g.set("footnote", d.footnotes(line))
		if line.group {
			g.set("lines", d.lineList(line.lines, f))
		}
		l.add(g)
	}
	return l
}

// fixed writes the amounts of a line as they are.
func (d *budgetDraft) fixed(l *draftLine) any {
	g := &group{}
	one, even := "", true
	for i, c := range ofKind(d.columns, ofAmounts) {
		v := amountWord(l.amounts[c])
		g.set(c.id, plain(v))
		if i == 0 {
			one = v
		}
		even = even && v == one
	}
	if len(g.pairs) == 1 || even && one != "" {
		return plain(one)
	}
	return g
}

// amountWord is an amount as plans have it.
func amountWord(a amount) string {
	switch a.kind {
	case isNumber:
		return written(a.value)
	case isNil:
		return "nil"
	}
	return "blank"
}

// stated writes the amounts of a sum that differ from what its lines come to.
func (d *budgetDraft) stated(l *draftLine, computed func(*draftColumn) money.Decimal) any {
	return d.differing(l, d.columns, func(c *draftColumn) (money.Decimal, bool) { return computed(c), true })
}

// printed writes the amounts of a line that are numbers.
func (d *budgetDraft) printed(l *draftLine) any {
	var numbers []*draftColumn
	for _, c := range ofKind(d.columns, ofAmounts) {
		if k := l.amounts[c].kind; k == isNumber || k == isNil {
			numbers = append(numbers, c)
		}
	}
	return d.differing(l, numbers, func(*draftColumn) (money.Decimal, bool) { return money.Zero, false })
}

// derivedStated writes what columns of sums and changes have that does not follow.
func (d *budgetDraft) derivedStated(l *draftLine, f *figures) any {
	var derived []*draftColumn
	for _, c := range d.columns {
		if c.kind != ofAmounts {
			derived = append(derived, c)
		}
	}
	return d.differing(l, derived, func(c *draftColumn) (money.Decimal, bool) { return f.of(l, c), true })
}

// ruledStated writes what the rule of a line does not give.
func (d *budgetDraft) ruledStated(l *draftLine, f *figures) any {
	return d.differing(l, d.columns, func(c *draftColumn) (money.Decimal, bool) {
		if c.kind != ofAmounts {
			return f.of(l, c), true
		}
		return l.rule.amount(f, l, c)
	})
}

// differing writes the amounts that are not what is computed.
func (d *budgetDraft) differing(l *draftLine, columns []*draftColumn, computed func(*draftColumn) (money.Decimal, bool)) any {
	g := &group{}
	for _, c := range columns {
		a := l.amounts[c]
		value, known := computed(c)
		switch {
		case c.isPer():
			places := money.Rounding{To: money.New(1).Shift(-c.places), Mode: money.HalfUp}
			if stated := places.Round(a.value); (a.kind == isNumber || a.kind == isPercent) && !value.IsZero() && !stated.Equal(value) {
				g.set(c.id, plain(written(stated)))
			}
		case a.kind == isNumber && (!known || !d.agree(a, value)):
			g.set(c.id, plain(written(d.rounding().Round(a.value))))
		case !known && c.kind == ofAmounts:
			g.set(c.id, plain(amountWord(a)))
		}
	}
	if len(d.columns) == 1 && len(g.pairs) == 1 {
		return g.pairs[0].value
	}
	return g
}

func (d *budgetDraft) outsideList() *list {
	l := &list{}
	for _, o := range d.outside {
		g := &group{}
		g.set("id", plain(o.id))
		g.set("label", shortProse(o.label))
		g.set("provider", shortProse(o.provider))
		g.set("kind", plain("in-kind"))
		if o.value != nil {
			g.set("value", plain(written(*o.value)))
		}
		g.set("note", shortProse(o.note))
		l.add(g, asked(o.review)...)
	}
	return l
}

// lineID makes an id of a label.
func lineID(label string) string {
	const longest = 40
	id := strings.Trim(strings.Join(wordsOf(ascii(label)), "-"), "-")
	for id != "" && (id[0] < 'a' || id[0] > 'z') {
		id = id[1:]
	}
	return clip(id, longest)
}

// shortProse writes a text as prose within the bounds of the language, which only a text that
// somebody made up meets.
func shortProse(s string) string {
	const mostText, mostWord = 15_000, 4_000
	if len(s) > mostWord {
		s = strings.ToValidUTF8(s[:min(len(s), mostText)], "")
		var words []string
		for _, w := range strings.Fields(s) {
			for len(w) > mostWord {
				words = append(words, strings.ToValidUTF8(w[:mostWord], ""))
				w = strings.ToValidUTF8(w[mostWord:], "")
			}
			words = append(words, w)
		}
		s = strings.Join(words, " ")
	}
	return prose(oneLine(s))
}
