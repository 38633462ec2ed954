package plan

import (
	"fmt"
	"strconv"
	"time"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/source"
)

// What a year is called: that of the calendar is 2026. One that begins in another month has several names:
// 2026, after the year in which it begins, as a key of targets; 2026/27 or 2026-27 as a column. Whoever has to
// know of which year a name is asks YearOf.

// IsFiscal reports a period of whole years that do not begin in January, such as from July to June.
func (p *Period) IsFiscal() bool {
	if !p.isSane() || p.From.Value.Month() == time.January {
		return false
	}
	years := p.To.Value.Year() - p.From.Value.Year()
	return years > 0 && p.months() == 12*years
}

// FiscalYears returns the first and the last year of the period, each by the year of the calendar in which
// it begins: of July 2025 to June 2027 they are 2025 and 2026.
func (p *Period) FiscalYears() (first, last int) {
	first, last = p.Years()
	if p.IsFiscal() {
		last--
	}
	return first, last
}

// YearName is what people call a year of the period: 2026, or 2026/27 where it begins in July.
func (p *Period) YearName(year int) string {
	if p.IsFiscal() {
		return fmt.Sprintf("%d/%02d", year, (year+1)%100)
	}
	return strconv.Itoa(year)
}

// BeginsAs reports whether the years of two periods begin on the same day, so that a year has the same name
// in both. Of periods that are no whole years it is not asked.
func (p *Period) BeginsAs(other *Period) bool {
	if !p.IsFiscal() && !other.IsFiscal() {
		return true
	}
	a, b := p.From.Value, other.From.Value
	return a.Month() == b.Month() && a.Day() == b.Day()
}

// YearOf returns the one year that a key of values of indicators is of, by the year in which it begins: the
// key is a year, or the id of a column, or "" for a value without a key, which is of the period's year.
func (p *Plan) YearOf(key string) (year int, ok bool) {
	if key == "" {
		first, last := p.Period.FiscalYears()
		return first, p.Period.isSane() && first == last
	}
	c := p.Budget.column(key)
	if c == nil || isYear().MatchString(key) && !p.Period.IsFiscal() {
		year, _ = strconv.Atoi(key)
		return year, isYear().MatchString(key)
	}
	return p.yearOfColumn(c)
}

// yearOfColumn returns the one year that a column is of. Beside a period from July to June, 2026/27 is one.
func (p *Plan) yearOfColumn(c *Column) (year int, ok bool) {
	if year, ok = p.FiscalYearOf(c); ok {
		return year, true
	}
	from, to, whole := c.WholeYears()
	return from, whole && from == to
}

// FiscalYearOf returns the fiscal year that a column certainly is of, in a plan of such years: its id or label
// names both years of the calendar, as 2026/27 does, or says its months, as July 2026 to June 2027 does.
func (p *Plan) FiscalYearOf(c *Column) (year int, ok bool) {
	if !p.Period.IsFiscal() {
		return 0, false
	}
	for _, text := range []string{c.ID.Value, c.Label.Value} {
		y := yearsIn(text)
		if y.none() || y.isUnclear || y.count() > 2 {
			continue
		}
		months, said := c.said(y)
		if y.count() == 2 && !said || months == 12 {
			return y.first, true
		}
	}
	return 0, false
}

// YearOfColumn returns the one year that a column of the budget is of; it is false where there is none.
func (p *Plan) YearOfColumn(id string) (year int, ok bool) {
	c := p.Budget.column(id)
	if c == nil {
		return 0, false
	}
	return p.yearOfColumn(c)
}

// TimeOf returns the name under which tables have the value of a key: all keys of a fiscal year have one, its
// column where the budget has one of it.
func (p *Plan) TimeOf(key string) string {
	key = p.MeasuredIn(key)
	year, ok := p.YearOf(key)
	if !ok || !p.Period.IsFiscal() {
		return key
	}
	var columns []string
	for i := range p.Budget.Columns {
		if of, is := p.yearOfColumn(&p.Budget.Columns[i]); is && of == year {
			columns = append(columns, p.Budget.Columns[i].ID.Value)
		}
	}
	if len(columns) == 1 {
		return columns[0]
	}
	return key
}

// MeasuredIn returns the column or year that a value of an indicator is for: where one stands for
// all, the year of the period; "" where it is for all of several.
func (p *Plan) MeasuredIn(key string) string {
	if key != "" {
		return key
	}
	if year, ok := p.YearOf(""); ok {
		return strconv.Itoa(year)
	}
	return ""
}

// KeysOf returns the keys under which indicators may have their value of a year: the year, the columns
// that are of it, and "" where one value alone is of that year.
func (p *Plan) KeysOf(year int) []string {
	var keys []string
	if name := strconv.Itoa(year); p.isOf(name, year) {
		keys = append(keys, name)
	}
	for i := range p.Budget.Columns {
		if id := p.Budget.Columns[i].ID.Value; id != strconv.Itoa(year) && p.isOf(id, year) {
			keys = append(keys, id)
		}
	}
	if p.isOf("", year) {
		keys = append(keys, "")
	}
	return keys
}

func (p *Plan) isOf(key string, year int) bool {
	of, ok := p.YearOf(key)
	return ok && of == year
}

// ValueFor returns the value of an indicator that is for the same time as a key: under that key, or under
// another name of its year. The key that it stands under is returned with it.
func (p *Plan) ValueFor(values cost.Series[Measured], key string) (under string, v source.At[Measured], ok bool) {
	for k, v := range values.Each() {
		if p.MeasuredIn(k) == p.MeasuredIn(key) {
			return k, v, true
		}
	}
	year, ok := p.YearOf(key)
	if !ok {
		return "", v, false
	}
	for k, v := range values.Each() {
		if p.isOf(k, year) {
			return k, v, true
		}
	}
	return "", v, false
}
