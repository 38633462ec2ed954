package actuals

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// marks are what the amounts of a file show of how they are written.
type marks struct {
	tabular.Marks
	hasThrees bool          // one has three decimals or more, for certain
	odd       tabular.Marks // that of the fewer numbers of a file that has both; those are reported already
}

// decimals are how many decimals the money of a currency has, where that is not two (ISO 4217).
var decimals = map[string]int{
	"BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0, "RWF": 0, "UGX": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
	"BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
}

func decimalsOf(currency string) int {
	if n, known := decimals[currency]; known {
		return n
	}
	return 2
}

// isNumeric is a number and no date: with thousands in threes, or without them.
var isNumeric = pattern.Lazy(`^-?(?:\d+|\d{1,3}(?:[.,'’ \x{a0}\x{2009}\x{202f}]\d{3})+)(?:[.,]\d*)?$`)

// learn finds the decimal mark of the file's numbers and the order of its dates. What a workbook
// stores as a number has a point, whatever its texts have.
func (r *reader) learn(rows []tabular.Row) {
	var numbers, dates []string
	var forms forms
	for _, row := range rows {
		for _, of := range r.columns.amounts() {
			if number, is := numeric(row.Cell(*of.at)); is {
				numbers = append(numbers, number)
				forms.see(row.Cell(*of.at), *of.at, number)
			}
		}
		if text := row.Cell(r.columns.date).Text; text != "" {
			dates = append(dates, text)
		}
	}
	r.marks = marksOf(numbers, decimalsOf(r.currency), func() tabular.Marks { return tabular.MarksOf(r.besides(rows)) })
	if forms.areTwo() {
		r.twoForms(&forms)
	}
	r.order = orderOf(dates)
	r.quarters.learn(dates)
}

// numeric returns the number that a cell has as a text, where it has marks in it.
func numeric(c tabular.Cell) (number string, is bool) {
	if c.IsNumber || !strings.ContainsAny(c.Text, ",.") {
		return "", false
	}
	number = signed(c.Text).number
	return number, isNumeric().MatchString(number)
}

// besides returns numbers of columns that the plan does not read, such as the balance, with thousands and decimals:
// one program writes all of them in one way. Others there may be codes or versions.
func (r *reader) besides(rows []tabular.Row) (numbers []string) {
	for _, row := range rows {
		for at, c := range row.Cells {
			if number, is := numeric(c); is && strings.Contains(number, ",") && strings.Contains(number, ".") && !r.isRead(at) {
				numbers = append(numbers, number)
			}
		}
	}
	return numbers
}

// marksOf finds how numbers are written that are money of so many decimals; where they do not show it, others may.
func marksOf(numbers []string, places int, others func() tabular.Marks) marks {
	m := marks{Marks: tabular.MarksOf(numbers)}
	if m.Marks == tabular.Unknown {
		if is := others(); is == tabular.Point || is == tabular.Comma {
			m.Marks = is
		}
	}
	if m.Marks == tabular.Unknown && places == 0 {
		m.Marks = thousandsOf(numbers)
	}
	for _, text := range numbers {
		m.hasThrees = m.hasThrees || !tabular.IsUnclear(text) && tabular.Decimals(text, m.Marks) > 2
	}
	return m
}

// thousandsOf is for money without decimals, such as yen: a mark in front of three digits is one of thousands,
// where the file has no other mark.
func thousandsOf(numbers []string) tabular.Marks {
	all := strings.Join(numbers, " ")
	switch points, commas := strings.Contains(all, "."), strings.Contains(all, ","); {
	case commas && !points:
		return tabular.Point
	case points && !commas:
		return tabular.Comma
	}
	return tabular.Unknown
}

// written reads a number that the file has as a text. One with three decimals, of money that has two, is
// as likely one with thousands that somebody wrote otherwise, unless the file has more such for certain.
func (r *reader) written(text string) (money.Decimal, string) {
	d, why := tabular.Number(text, r.marks.Marks)
	if why == "" && !r.marks.hasThrees && decimalsOf(r.currency) < 3 && tabular.IsUnclear(text) && tabular.Decimals(text, r.marks.Marks) == 3 {
		return money.Zero, fmt.Sprintf("may be %s or %s: it has three decimals, and no other amount of this file has them for certain; write it so that everybody can", d.Shift(3), money.Number(d, 3, "", "."))
	}
	return d, why
}
